/** The day's question, tied to what was written down today. Off in one tap, for today or for good. */

import { momentsOf } from "../../phone/log.js";
import { draftOf } from "../drafts.js";
import { Empty, fillIn, readForm, whenSent } from "../forms.js";
import { fill, find, listed, onDo } from "../page.js";
import { dayOf, leadOf, mayAskAt, promptOf, todaySince } from "../prompts.js";

export function prompt(bond) {
  const part = bond.main.querySelector('[data-part="prompt"]');
  const form = part.querySelector("form");
  const { says } = bond.words;
  const draft = draftOf(bond, form, "line");
  let standing = null;

  onDo(part, "write", () => writing(true));
  onDo(part, "close", () => writing(false));
  onDo(part, "not-today", () => {
    bond.memory.change({ notToday: dayOf(new Date()) });
    bond.draw();
  });
  onDo(part, "no-prompts", async () => {
    await bond.wish({ prompts: false });
    bond.say(says.not_asked, () => bond.wish({ prompts: true }));
  });
  whenSent(form, says, async () => {
    const { body } = readForm(form);
    if (!body.text) throw new Empty();
    const { key, text: asked } = standing;
    await bond.put({ ...body, kind: "line", prompt: key, asked });
    await draft.done();
    form.reset();
    writing(false);
    bond.say(says.kept);
  });

  function writing(open) {
    form.hidden = !open;
    find(part, "ways").hidden = open;
    if (open) draft.fill(fillIn);
    if (open) form.elements.text.focus();
  }

  return async (entries) => {
    const now = new Date();
    standing = await standingOn(bond, entries, now);
    part.hidden = standing === null;
    if (standing) find(part, "prompt").textContent = standing.text;
  };
}

/** The question that stands on the page now: {key, text}, or null. Once shown, it stays for its day. */
async function standingOn(bond, entries, now) {
  const day = dayOf(now);
  const { notToday, standing, used = {} } = bond.memory.read();
  const answered = Object.fromEntries(
    entries
      .filter(({ kind }) => kind === "line")
      .map(({ prompt, at }) => [prompt, dayOf(new Date(at))]),
  );
  if (!bond.speaks || !bond.wishes.prompts || notToday === day) return null;
  if (Object.values(answered).includes(day)) return null;
  if (standing?.day === day) return standing;
  if (!mayAskAt(now.getHours(), bond.hours)) return null;
  const moments = await momentsOf(bond.child, { since: todaySince(now) });
  const found = promptOf({
    moments,
    seat: bond.seat,
    forms: bond.words.prompts,
    used: { ...used, ...answered },
    today: day,
  });
  if (!found) return null;
  const text = `${leadTold(found.exchange, bond.words)} ${found.form.asks}`;
  bond.memory.shown(found.form.key, day, text);
  return { key: found.form.key, text };
}

/** Say the exchange: "This morning she looked at you and cooed, and you sang." */
function leadTold(exchange, words) {
  const { lead, part } = leadOf(exchange);
  return fill(words.lead[lead], {
    part: words.part[part],
    signs: listed(exchange.signs.map((sign) => words.sign[sign])),
    answers: listed(exchange.answers.map((answer) => words.answer[answer])),
  });
}
