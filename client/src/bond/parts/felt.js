/** "When did you first feel it?" Asked once, changed any time; "not yet" is one tap. */

import { asksFelt, asksRelation, feltOf } from "../asks.js";
import { readForm, whenSent } from "../forms.js";
import { dayTold, fill, find, onDo, say } from "../page.js";

const HAS_A_WHEN = ["moment", "slowly"];

export function felt(bond) {
  const part = bond.main.querySelector('[data-part="felt"]');
  const form = part.querySelector("form");
  let how = "";
  let opened = false;

  /** An answer is a new entry: what was said before stays as it was said. */
  async function keep(body) {
    opened = false;
    await bond.put({ ...body, how, kind: "felt" });
    choose("");
    form.reset();
    bond.say(bond.words.says.kept);
  }

  function choose(chosen) {
    how = chosen;
    for (const one of find(form, "choose").children) {
      one.setAttribute("aria-pressed", one.value === how);
    }
    find(form, "when").hidden = !HAS_A_WHEN.includes(how);
  }

  find(form, "choose").addEventListener("click", (event) => {
    const { value } = event.target.closest("button") ?? {};
    if (!value) return;
    choose(value);
    if (!HAS_A_WHEN.includes(value)) keep({});
  });
  whenSent(form, bond.words.says, () => keep(readForm(form).body));
  onDo(bond.main, "felt", () => {
    opened = true;
    part.hidden = false;
    part.scrollIntoView({ block: "center" });
    find(form, "choose").querySelector("button").focus();
  });

  onDo(bond.main, "no-felt", async () => {
    const answer = feltOf(bond.entries);
    await bond.journal.remove(answer.id);
    bond.say(bond.words.says.taken_out, () => bond.journal.put(answer));
  });

  return (entries) => {
    const asks = asksFelt(entries, bond) && !asksRelation(entries, bond);
    part.hidden = !(asks || opened);
    drawAnswer(bond, feltOf(entries));
  };
}

/** The answer as it stands under "How it began". */
function drawAnswer(bond, answer) {
  const place = find(bond.main, "felt");
  place.hidden = !answer;
  if (!answer) return;
  const { words } = bond;
  const when = words.when[answer.when] ?? "";
  say(place, "felt-told", fill(words.felt[answer.how], { when }));
  const written = fill(words.leaf.written, { day: dayTold(answer.at) });
  say(place, "felt-text", [answer.text, written].filter(Boolean).join(" · "));
  place.querySelector('[data-do="felt"]').hidden = !bond.speaks;
}
