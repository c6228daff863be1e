/**
 * Look up: a page that asks for it (data-dims on its body) goes dim when nobody touches it.
 *
 * A touch wakes it and still does what it was meant for, so nothing costs a second tap.
 */

const AFTER_MS = 40_000;
const TOUCHES = ["pointerdown", "keydown", "scroll", "focusin"];

/** Call `dim` after a while without a touch; returns what to call at a touch. */
export function dimmer(dim, wake, { after = AFTER_MS, timers = globalThis } = {}) {
  let waiting;
  return function touched() {
    timers.clearTimeout(waiting);
    wake();
    waiting = timers.setTimeout(dim, after);
  };
}

if (globalThis.document?.body?.hasAttribute("data-dims")) {
  const page = document.documentElement;
  const touched = dimmer(
    () => page.setAttribute("data-dim", ""),
    () => page.removeAttribute("data-dim"),
  );
  for (const touch of TOUCHES) addEventListener(touch, touched, { passive: true });
  touched();
}
