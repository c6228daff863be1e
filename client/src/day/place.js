/**
 * Day on the phone: the page as it was kept, with what waits here in its place on the line, and
 * with what came from elsewhere since.
 */

import { exchangesOf } from "../now/exchanges.js";
import { keeper } from "../now/keeping.js";
import { piecesOf, set } from "../now/pieces.js";
import { oneOfEach } from "../now/sameness.js";
import { stepsOf } from "../now/steps.js";
import { tellingOf } from "../now/telling.js";
import { whoIsHere } from "../phone/here.js";
import { familyOf, heardUpTo, momentsOf, onChange } from "../phone/log.js";
import { lineIn } from "./draw.js";
import { editing } from "./editing.js";
import { eventsOf } from "./events.js";
import { readAnew } from "./reading.js";

const EDGE = 3_600_000; // as far as an exchange reaches over the edge of a day
const LONGEST = 3 * 86_400_000; // and what lasts
const KEPT_FOR = 8 * 86_400_000; // what is older the phone does not know

/** Take over a page of Day. */
export function takeOver(main) {
  const page = JSON.parse(main.dataset.day);
  const [from, to] = [Date.parse(page.from), Date.parse(page.to)];
  const telling = tellingOf(
    JSON.parse(document.querySelector("template[data-words]").content.textContent),
  );
  const piece = piecesOf(document);
  const steps = stepsOf(piece, telling);
  const state = { moments: [], family: null, seq: -1, just: null };
  const kept = keeper({ seat: whoIsHere().seat, reload, draw: show, done, failed });

  const find = (id) => kept.before(state.moments).find((moment) => moment.id === id);

  async function reload(then) {
    const asked = { since: from - LONGEST, until: to + EDGE, removed: true };
    const [moments, family, seq] = await Promise.all([
      momentsOf(page.child, asked),
      familyOf(),
      heardUpTo(),
    ]);
    Object.assign(state, { moments, family, seq });
    then?.();
    show();
  }

  function show() {
    const all = kept.before(state.moments);
    const waits = all.some(({ state: now }) => now !== "kept");
    // Until the phone has heard as much as the page, the page knows more.
    const asNew = state.family && state.seq >= page.seq;
    const knowsAll = asNew && from > Date.now() - KEPT_FOR + LONGEST;
    if (!knowsAll && !waits) return;
    const rows = oneOfEach(all.filter(({ removed }) => !removed));
    const names = Object.fromEntries((state.family?.caregivers ?? []).map((c) => [c.id, c.name]));
    const near = rows.filter(({ at }) => Date.parse(at) >= from - EDGE);
    const events = eventsOf(rows, exchangesOf(near), { from, to, names, telling });
    lineIn(main, piece, steps, telling)(events);
    main.querySelector("[data-slot=not-told]").hidden = !waits;
    just(all.find(({ id }) => id === state.just));
  }

  function just(moment) {
    const part = main.querySelector("[data-part=just]");
    if (!moment) return;
    part.classList.add("across");
    if (!part.querySelector("form[data-does]")) part.replaceChildren(piece("just"));
    const form = part.querySelector("form");
    const key = moment.removed ? "taken_out" : "kept";
    form.classList.toggle("waits", moment.removed);
    set(form, "told", telling.say(key, { what: telling.told(moment) }));
    form.elements.moment.value = moment.id;
    form.elements.act.value = moment.removed ? "put_back" : "remove";
    form.elements.act.textContent = telling.words[moment.removed ? "put_back" : "undo"];
  }

  function done(moment) {
    const key = moment.removed ? "taken_out" : "kept";
    document.getElementById("said").textContent = telling.say(key, { what: telling.told(moment) });
  }

  function failed() {
    document.getElementById("unsent")?.removeAttribute("hidden");
  }

  main.addEventListener("submit", (event) => {
    const form = event.target;
    const moment = form.dataset.does === "undo" && find(form.elements.moment.value);
    if (!moment) return;
    event.preventDefault();
    state.just = moment.id;
    if (moment.removed) kept.putBack(moment);
    else kept.takeBack(moment);
    show();
  });
  editing({ main, piece, kept, state, telling, show });
  onChange(async ({ by }) => {
    if (kept.busy()) return;
    await reload();
    if (by !== "server") return;
    await readAnew(main);
    show();
  });
  reload();
}
