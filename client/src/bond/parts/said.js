/**
 * What was just done, in a few words at the foot of the screen, and the way to take it back. It goes
 * with the next touch, or by itself.
 */

import { find } from "../page.js";

const STAYS = 12_000;

/** Return `say(text, undo)`: shows a text for a while, with a button where it can be undone. */
export function said(main) {
  const notice = find(main, "said");
  const button = notice.querySelector('[data-do="undo"]');
  let undo = null;
  let later;
  button.addEventListener("click", async () => {
    notice.hidden = true;
    await undo?.();
  });
  document.addEventListener("pointerdown", (event) => {
    if (!notice.contains(event.target)) notice.hidden = true;
  });
  return (text, back = null) => {
    clearTimeout(later);
    undo = back;
    button.hidden = !back;
    find(notice, "said-text").textContent = text;
    notice.hidden = false;
    later = setTimeout(() => {
      notice.hidden = true;
    }, STAYS);
  };
}
