/** Six new words: shown once, written down, and two of them asked back before they count. */

import { NotNow } from "../journal.js";
import { meanwhile, mend, on, onSubmit, show } from "./screen.js";

/** `draws` makes the draft (see keys.js); `done` is what follows when its words count. */
export function sixWords(main, { draws, done }) {
  const form = main.querySelector('[data-step="asked"]');
  let draft = null;

  on(main, "draw", async () => {
    draft = await draws();
    const items = draft.words.map((word) => {
      const item = document.createElement("li");
      item.textContent = word;
      item.translate = false;
      return item;
    });
    main.querySelector("[data-words]").replaceChildren(...items);
    for (const field of form.querySelectorAll("[data-asked]")) {
      field.hidden = !draft.asked.includes(Number(field.dataset.asked));
    }
    show(main, "words");
  });
  on(main, "ask", () => show(main, "asked"));
  on(main, "again", () => show(main, "words"));
  onSubmit(form, () => meanwhile(form, confirm));

  async function confirm() {
    mend(form, null);
    const inputs = draft.asked.map((place) => form.querySelector(`[data-asked="${place}"] input`));
    try {
      if (!(await draft.confirm(inputs.map(({ value }) => value)))) return mend(form, "not-it");
    } catch (error) {
      if (!(error instanceof NotNow)) throw error;
      return mend(form, "not-now");
    }
    for (const input of inputs) input.value = "";
    main.querySelector("[data-words]").replaceChildren();
    draft = null;
    await done();
  }
}
