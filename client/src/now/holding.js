/**
 * A long press on a word asks "about when?". With a keyboard or a screen reader the page's own "Was
 * it earlier?" does the same.
 */

const LONG_MS = 500;
const STILL_PX = 10;

/** Call `held` with the button that was held down; the tap that would follow is let go. */
export function onHold(root, selector, held, { timers = globalThis } = {}) {
  let press = null;
  let letGo = false;

  root.addEventListener("pointerdown", (event) => {
    end();
    letGo = false;
    const button = event.target.closest(selector);
    if (!button || event.button !== 0) return;
    const { clientX, clientY } = event;
    press = { clientX, clientY, timer: timers.setTimeout(() => fire(button), LONG_MS) };
  });
  root.addEventListener("pointermove", ({ clientX, clientY }) => {
    if (press && Math.hypot(clientX - press.clientX, clientY - press.clientY) > STILL_PX) end();
  });
  for (const over of ["pointerup", "pointercancel", "pointerleave"]) {
    root.addEventListener(over, end);
  }
  root.addEventListener("contextmenu", (event) => {
    if (event.target.closest(selector)) event.preventDefault();
  });
  root.addEventListener("click", (event) => letGo && event.preventDefault(), { capture: true });

  function fire(button) {
    press = null;
    letGo = true;
    held(button);
  }

  function end() {
    timers.clearTimeout(press?.timer);
    press = null;
  }
}
