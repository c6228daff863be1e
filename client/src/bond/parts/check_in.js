/** How near it was this week: one tap, at most weekly, put aside for a week or for good. */

import { asksCheckIn, asksRelation } from "../asks.js";
import { find, onDo } from "../page.js";

export function checkIn(bond) {
  const part = bond.main.querySelector('[data-part="check_in"]');
  const { says } = bond.words;

  find(part, "choose").addEventListener("click", async (event) => {
    const { value } = event.target.closest("button") ?? {};
    if (!value) return;
    part.hidden = true; // two taps are one answer
    const answer = Number(value) || value;
    const entry = await bond.put({ kind: "check_in", answer });
    bond.say(says.checked_in, () => bond.journal.remove(entry.id));
  });
  onDo(part, "skip", () => {
    bond.memory.change({ skipped: new Date().toISOString() });
    bond.say(says.put_aside);
    bond.draw();
  });
  onDo(part, "no-check-ins", async () => {
    await bond.wish({ check_ins: false });
    bond.say(says.not_asked, () => bond.wish({ check_ins: true }));
  });

  return (entries) => {
    const { skipped } = bond.memory.read();
    const asks = asksCheckIn(entries, { speaks: bond.speaks, now: Date.now(), skipped });
    part.hidden = !asks || asksRelation(entries, bond);
  };
}
