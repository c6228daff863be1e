/**
 * Now on the phone: a tap goes into the phone's log and is drawn at once, with a connection or
 * without. Nothing is asked of the server in between; the log brings it there by itself.
 */

import "../day/line.js";
import { editing } from "../day/editing.js";
import { buzz } from "../night/buzz.js";
import { whoIsHere } from "../phone/here.js";
import { familyOf, momentsOf, now, onChange, sheetOf } from "../phone/log.js";
import { askAbout } from "./about.js";
import { actsOf } from "./acts.js";
import { drawnIn } from "./draw.js";
import { exchangesOf } from "./exchanges.js";
import { helpFor } from "./helping.js";
import { isHidden, tell } from "./hiding.js";
import { onHold } from "./holding.js";
import { keeper } from "./keeping.js";
import { minuteOf } from "./minute.js";
import { piecesOf } from "./pieces.js";
import { oneOfEach } from "./sameness.js";
import { stepsOf } from "./steps.js";
import { tellingOf } from "./telling.js";
import { onlyFirstTaps } from "./twice.js";
import { viewOf } from "./view.js";

const LATELY = 48 * 3_600_000; // as far back as a feed or a sleep still says something
const EVERY = 15_000;

/** Take over a page of Now. */
export function takeOver(main) {
  const page = JSON.parse(main.dataset.now);
  const words = document.querySelector("template[data-words]").content.textContent;
  const telling = tellingOf(JSON.parse(words));
  const said = document.getElementById("said");
  const piece = piecesOf(document);
  const draw = drawnIn(main, piece, stepsOf(piece, telling));
  const state = { moments: page.seed, family: null, sheet: null, just: justOf(location) };
  const kept = keeper({ seat: whoIsHere().seat, reload, draw: show, done, failed });
  const acts = actsOf({ page, kept, state, show });

  async function reload(then) {
    const asked = { since: now() - LATELY, removed: true };
    const [known, family, sheet] = await Promise.all([
      momentsOf(page.child, asked),
      familyOf(),
      page.helps ? sheetOf(page.child) : null,
    ]);
    const ids = new Set(known.map(({ id }) => id));
    const seed = page.seed.filter(({ id }) => !ids.has(id)).map((m) => ({ ...m, state: "kept" }));
    Object.assign(state, { moments: [...seed, ...known], known: ids, family, sheet });
    then?.();
    // Before anything was heard the page knows more than the phone.
    if (family || known.length > 0) show();
  }

  function show() {
    const all = kept.before(state.moments);
    const rows = oneOfEach(all.filter(({ removed }) => !removed));
    const found = minuteOf(rows, exchangesOf(rows), now());
    const just = all.find(({ id }) => id === kept.nameOf(state.just) || id === state.just);
    const names = Object.fromEntries((state.family?.caregivers ?? []).map((c) => [c.id, c.name]));
    const { helps } = page;
    const helping = helps && found.running ? helpFor(found.running, rows, state.sheet) : null;
    draw(viewOf(found, { telling, now: now(), names, just, helps, helping }));
  }

  function done(moment) {
    const key = moment.removed ? "taken_back" : "noted";
    said.textContent = telling.say(key, { what: telling.told(moment) });
  }

  function failed() {
    document.getElementById("unsent")?.removeAttribute("hidden");
  }

  onlyFirstTaps(main);
  onHold(main, "form[data-does=tap] .tile", (tile) => {
    buzz({ long: true });
    askAbout(tile, piece, (ago) => {
      const fields = new FormData(tile.form, tile);
      fields.set("ago", ago);
      acts.tap(tile.form, fields);
    });
  });
  document.addEventListener("submit", (event) => {
    const form = event.target;
    const act = main.contains(form) && acts[form.dataset.does];
    if (!act) return;
    event.preventDefault();
    act(form, new FormData(form, event.submitter));
  });
  editing({ main, piece, kept, state, telling, show });
  const token = main.querySelector("[name=csrfmiddlewaretoken]")?.value;
  addEventListener("online", () => tell(token));
  if (isHidden(page.hide)) {
    page.helps = false;
    tell(token);
  }
  onChange(() => kept.busy() || reload());
  setInterval(show, EVERY);
  reload();
}

function justOf({ search }) {
  return new URLSearchParams(search).get("just");
}
