/**
 * Now on the phone: a tap goes into the phone's log and is drawn at once, with a connection or
 * without. Nothing is asked of the server in between; the log brings it there by itself.
 */

import { whoIsHere } from "../phone/here.js";
import { familyOf, heardUpTo, momentsOf, now, sheetOf } from "../phone/log.js";
import { drawnIn } from "./draw.js";
import { exchangesOf } from "./exchanges.js";
import { helpFor } from "./helping.js";
import { keeper } from "./keeping.js";
import { minuteOf } from "./minute.js";
import { piecesOf } from "./pieces.js";
import { oneOfEach } from "./sameness.js";
import { stepsOf } from "./steps.js";
import { tellingOf } from "./telling.js";
import { viewOf } from "./view.js";

const LATELY = 48 * 3_600_000; // as far back as a feed or a sleep still says something

/** Return the minute of a page: what it knows, what keeps taps, and what draws it. */
export function placeIn(main) {
  const page = JSON.parse(main.dataset.now);
  const telling = tellingOf(JSON.parse(textOf("template[data-words]")));
  const piece = piecesOf(document);
  const draw = drawnIn(main, piece, stepsOf(piece, telling));
  const state = {
    moments: page.seed.map((moment) => ({ ...moment, state: "kept" })),
    seeded: new Set(page.seed.map(({ id }) => id)), // what the page knows and the phone does not
    family: null,
    sheet: null,
    just: new URLSearchParams(location.search).get("just"),
    heard: false,
    works: true,
  };
  const kept = keeper({ seat: whoIsHere().seat, reload, draw: show, done, failed });

  /** Read the phone's log anew. Until it has heard as much, a fresh page knows more than the phone. */
  async function reload(then) {
    const asked = { since: now() - LATELY, removed: true };
    const [known, family, sheet, seq] = await Promise.all([
      momentsOf(page.child, asked),
      familyOf(),
      page.helps ? sheetOf(page.child) : null,
      heardUpTo(),
    ]);
    const ids = new Set(known.map(({ id }) => id));
    const seed = state.moments.filter(({ id }) => state.seeded.has(id) && !ids.has(id));
    const waits = known.some((moment) => moment.state !== "kept");
    const heard = state.heard || waits || seq >= page.seq;
    const seeded = new Set(seed.map(({ id }) => id));
    Object.assign(state, { moments: [...seed, ...known], seeded, family, sheet, heard });
    then?.();
    if (heard) show();
  }

  function show() {
    const all = kept.before(state.moments);
    const rows = oneOfEach(all.filter(({ removed }) => !removed));
    const found = minuteOf(rows, exchangesOf(rows), now());
    const just = all.find(({ id }) => id === kept.nameOf(state.just) || id === state.just);
    const names = Object.fromEntries((state.family?.caregivers ?? []).map((c) => [c.id, c.name]));
    const { helps } = page;
    const helping = helps && found.running ? helpFor(found.running, rows, state.sheet) : null;
    return draw(viewOf(found, { telling, now: now(), names, just, helps, helping }));
  }

  function done(moment) {
    const key = moment.removed ? "taken_back" : "noted";
    const told = telling.say(key, { what: telling.told(moment) });
    document.getElementById("said").textContent = told;
  }

  /** A phone that can keep nothing: the forms go to the server, as they do without a script. */
  function failed() {
    state.works = false;
    document.getElementById("unsent")?.removeAttribute("hidden");
  }

  return { page, telling, piece, state, kept, reload, show };
}

function textOf(selector) {
  return document.querySelector(selector).content.textContent;
}
