/**
 * Look up: a page that asks for it (data-dims on its body) goes dim when nobody touches it; by night
 * soon after a tap. A touch wakes it and still does what it was meant for, so nothing costs a second
 * tap.
 */

const BY_DAY_MS = 40_000;
const BY_NIGHT_MS = 12_000;
const TOUCHES = ["pointerdown", "keydown", "scroll", "focusin"];

/** Call `dim` after a while without a touch; returns what to call at a touch. */
export function dimmer(dim, wake, { after = () => BY_DAY_MS, timers = globalThis } = {}) {
  let waiting;
  return function touched() {
    timers.clearTimeout(waiting);
    wake();
    waiting = timers.setTimeout(dim, after());
  };
}

/** Go dim at once. */
export function dark() {
  document.documentElement.setAttribute("data-dim", "");
}

if (globalThis.document?.body?.hasAttribute("data-dims")) {
  const page = document.documentElement;
  const touched = dimmer(dark, () => page.removeAttribute("data-dim"), {
    after: () => (page.hasAttribute("data-night") ? BY_NIGHT_MS : BY_DAY_MS),
  });
  for (const touch of TOUCHES) addEventListener(touch, touched, { passive: true });
  touched();
}
