/**
 * A finger that taps twice means one tap. The first has changed the page under it, so the second
 * would hit what nobody has read yet: it is let go. Browsers count the clicks at one place, but not
 * on every phone; there it is the same place, touched within a moment.
 */

const MOMENT_MS = 400;
const NEAR_PX = 24;

/** Return what says of each click whether it is the second of two. */
export function secondTaps() {
  let before = null;
  return ({ timeStamp, clientX, clientY, detail }, touched) => {
    const near =
      before !== null &&
      timeStamp - before.timeStamp < MOMENT_MS &&
      Math.hypot(clientX - before.clientX, clientY - before.clientY) < NEAR_PX;
    before = { timeStamp, clientX, clientY };
    return detail > 1 || (touched && detail > 0 && near); // a key has no place
  };
}

/** Let second taps go, within an element. */
export function onlyFirstTaps(root) {
  const isSecond = secondTaps();
  let touched = false;
  root.addEventListener("pointerdown", (event) => {
    touched = event.pointerType === "touch";
  });
  root.addEventListener("click", (event) => isSecond(event, touched) && event.preventDefault(), {
    capture: true,
  });
}
