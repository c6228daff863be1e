import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { dimmer } from "../src/dim.js";

test("the page goes dim after a while without a touch, and a touch starts the while anew", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const dim = mock.fn();
  const wake = mock.fn();
  const touched = dimmer(dim, wake, { after: () => 1000 });
  touched();
  t.mock.timers.tick(999);
  touched();
  t.mock.timers.tick(999);
  assert.equal(dim.mock.callCount(), 0);
  t.mock.timers.tick(1);
  assert.equal(dim.mock.callCount(), 1);
  touched();
  assert.equal(wake.mock.callCount(), 3);
});
