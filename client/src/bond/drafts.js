/**
 * What is being written is not lost when the phone is put down: it is sealed like everything else,
 * as a draft that only its form knows, and deleted for good once it is kept.
 */

import { readForm } from "./forms.js";

const PAUSE = 5_000; // of writing, after which it is put aside

/** Look after what is written in a form of a kind; returns how to fill it, and how to let it go. */
export function draftOf(bond, form, kind) {
  let id = null;
  let kept = "";
  let later;
  let writing = Promise.resolve(); // one after the other, so that none comes after the end

  const put = () => {
    clearTimeout(later);
    writing = writing.then(async () => {
      const { body } = readForm(form);
      const now = JSON.stringify(body);
      if (!form.isConnected || !body.text || now === kept) return;
      kept = now;
      ({ id } = await bond.put({ id: id ?? undefined, ...body, kind: "draft", of: kind }));
    });
  };

  form.addEventListener("input", () => {
    clearTimeout(later);
    later = setTimeout(put, PAUSE);
  });
  document.addEventListener("visibilitychange", () => document.hidden && put());

  return {
    fill(fillIn) {
      const draft = bond.drafts.find((entry) => entry.of === kind);
      if (!draft || draft.id === id) return;
      id = draft.id;
      fillIn(form, draft);
      kept = JSON.stringify(readForm(form).body);
    },
    async done() {
      clearTimeout(later);
      await writing;
      const gone = id;
      [id, kept] = [null, ""];
      if (gone) await bond.journal.erase(gone);
    },
  };
}
