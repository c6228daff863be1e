/** On which phones the journal is open, and how one of them is signed out. */

import { language } from "../../language.js";
import { NotNow } from "../journal.js";
import { show } from "./screen.js";

export async function phones(main, journal) {
  const list = main.querySelector("[data-phones]");
  const template = main.querySelector("template");
  await draw();

  async function draw() {
    try {
      list.replaceChildren(...(await journal.phones()).map(row));
      show(main, "phones");
    } catch (error) {
      if (!(error instanceof NotNow)) throw error;
      show(main, "not-now");
    }
  }

  function row({ id, name, last_day }) {
    const one = template.content.cloneNode(true);
    const here = id === journal.thisPhone();
    one.querySelector("[data-name]").textContent = name;
    one.querySelector("[data-here]").hidden = !here;
    one.querySelector("[data-seen]").hidden = here;
    const day = new Intl.DateTimeFormat(language(), { dateStyle: "long" });
    one.querySelector("time").textContent = day.format(new Date(`${last_day}T12:00`));
    const button = one.querySelector("button");
    button.hidden = here;
    button.addEventListener("click", async () => {
      button.disabled = true;
      await journal.endPhone(id).catch(() => {});
      await draw();
    });
    return one;
  }
}
