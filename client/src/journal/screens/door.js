/** The door of a journal: how it begins, how it opens on this phone, and what can be done with it. */

import { NotNow } from "../journal.js";
import { meanwhile, mend, onSubmit, show } from "./screen.js";
import { sixWords } from "./six_words.js";

export function door(main, journal) {
  const away = () => location.replace(main.dataset.back);
  sixWords(main, { draws: () => journal.begin(), done: away });
  onSubmit(main.querySelector("[data-unlock]"), (form) => meanwhile(form, () => unlock(form)));
  onSubmit(main.querySelector("[data-close-here]"), close);
  for (const form of main.querySelectorAll("[data-end]")) onSubmit(form, end);
  journal.onChange(draw);
  show(main, journal.state());
  draw();

  async function draw() {
    const before = main.dataset.state;
    const state = journal.state();
    main.dataset.state = state;
    if (before && before !== state) show(main, state);
    main.querySelector("[data-waits]").hidden = (await journal.waiting()).length === 0;
    main.querySelector("[data-refused]").hidden = (await journal.refused()).length === 0;
  }

  async function unlock(form) {
    mend(form, null);
    const { opened, unknown, count } = await journal.unlock(form.querySelector("textarea").value);
    if (opened) {
      await journal.sync(); // so that the page it leads to is not empty at first
      return away();
    }
    form.querySelector("[data-unknown]").textContent = unknown.join(", ");
    mend(form, unknown.length ? "unknown" : count === 6 ? "wrong" : "count");
  }

  async function close(form) {
    await journal.sync();
    if ((await journal.waiting()).length) return mend(form.parentElement, "waits");
    await journal.close();
    away();
  }

  async function end(form) {
    mend(form, null);
    try {
      await journal.end();
      away();
    } catch (error) {
      if (!(error instanceof NotNow)) throw error;
      mend(form, "not-now");
    }
  }
}
