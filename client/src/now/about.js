/** Ask about when it was, at the foot of the screen; the answer is the tap. */

import { capital } from "./telling.js";

/** Open the question for a word's button; `chosen` hears how many minutes ago. */
export function askAbout(button, piece, chosen) {
  const dialog = piece("about").firstElementChild;
  dialog.querySelector("[data-slot=told]").textContent = capital(button.textContent.trim());
  dialog.addEventListener("click", ({ target }) => {
    const answer = target.closest("[data-ago]");
    if (!answer && target !== dialog && !target.closest("[data-close-dialog]")) return;
    dialog.close();
    if (answer) chosen(Number(answer.dataset.ago));
  });
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
