import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { onHold } from "../../src/now/holding.js";

const LONG = 500;

/** A page with one button on it, of which only the events matter. */
function aPage(t) {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const root = new EventTarget();
  const button = { closest: () => button };
  const held = mock.fn();
  onHold(root, ".tile", held);
  const send = (type, more = {}) => {
    const event = Object.assign(new Event(type, { cancelable: true }), {
      ...{ button: 0, clientX: 100, clientY: 100 },
      ...more,
    });
    Object.defineProperty(event, "target", { value: button });
    root.dispatchEvent(event);
    return event;
  };
  return { button, held, send, wait: (ms) => t.mock.timers.tick(ms) };
}

test("a word that is held down asks, and the tap that ends it is none", (t) => {
  const { button, held, send, wait } = aPage(t);
  send("pointerdown");
  wait(LONG);
  assert.deepEqual(held.mock.calls[0].arguments, [button]);
  send("pointerup");
  assert.equal(send("click").defaultPrevented, true);
});

test("a short tap is a tap, also after a long press", (t) => {
  const { held, send, wait } = aPage(t);
  for (const ms of [LONG, 100]) {
    send("pointerdown");
    wait(ms);
    send("pointerup");
  }
  assert.equal(held.mock.callCount(), 1);
  assert.equal(send("click").defaultPrevented, false);
});

test("a finger that moves scrolls and asks nothing; one that trembles is held", (t) => {
  const { held, send, wait } = aPage(t);
  send("pointerdown");
  send("pointermove", { clientY: 130 });
  wait(LONG);
  assert.equal(held.mock.callCount(), 0);
  send("pointerdown");
  send("pointermove", { clientY: 106 });
  wait(LONG);
  assert.equal(held.mock.callCount(), 1);
});

test("the phone's own menu stays away from what asks", (t) => {
  const { send } = aPage(t);
  assert.equal(send("contextmenu").defaultPrevented, true);
});
