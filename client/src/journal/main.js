/** The journal's own pages: how it begins, opens, changes its words, and on which phones it is. */

import { openJournal } from "./journal.js";
import { door } from "./screens/door.js";
import { phones } from "./screens/phones.js";
import { show } from "./screens/screen.js";
import { sixWords } from "./screens/six_words.js";

const SCREENS = { door, phones, words };
const main = globalThis.document?.querySelector("[data-journal]");
if (main) begin();

async function begin() {
  const journal = await openJournal(document.body.dataset.seat).catch(shut);
  if (!journal) return;
  const { journal: screen } = main.dataset;
  if (screen !== "door" && journal.state() !== "open") location.replace(main.dataset.door);
  else SCREENS[screen](main, journal);
}

/** Say so where a browser lets a page keep nothing: in a private window, in some of them. */
function shut(error) {
  if (!(error instanceof DOMException)) throw error;
  show(main, "shut");
}

/** Take new words for a journal that is open here. */
function words(page, journal) {
  show(page, "new");
  sixWords(page, { draws: () => journal.newWords(), done: () => show(page, "done") });
}
