/** Begin where the page is a minute and somebody may be told apart: hear taps, and what changes. */

import "../day/line.js";
import { editing } from "../day/editing.js";
import { buzz } from "../night/buzz.js";
import { whoIsHere } from "../phone/here.js";
import { onChange } from "../phone/log.js";
import { askAbout } from "./about.js";
import { actsOf } from "./acts.js";
import { isHidden, tell } from "./hiding.js";
import { onHold } from "./holding.js";
import { placeIn } from "./place.js";
import { onlyFirstTaps } from "./twice.js";

const EVERY = 15_000;

const main = globalThis.document?.querySelector("main[data-now]");
const token = main?.querySelector("input[name=csrfmiddlewaretoken]")?.cloneNode();
if (main && whoIsHere() && globalThis.indexedDB) begin(placeIn(main));

function begin(place) {
  const { state, kept, reload, show } = place;
  hearTaps(place);
  keepHidden(place);
  editing({ main, ...place });
  onChange(() => kept.busy() || reload());
  setInterval(() => state.heard && show(), EVERY);
  reload();
}

function hearTaps(place) {
  const acts = actsOf(place);
  onlyFirstTaps(main);
  document.addEventListener("submit", (event) => {
    const form = event.target;
    const isOurs = place.state.works && main.contains(form);
    const act = isOurs ? acts[form.dataset.does] : undefined;
    if (act?.(form, new FormData(form, event.submitter))) return event.preventDefault();
    if (main.contains(form)) withToken(form);
  });
  onHold(main, "form[data-does=tap] .tile", (tile) => {
    buzz({ long: true });
    askAbout(tile, place.piece, (ago) => {
      const fields = new FormData(tile.form, tile);
      fields.set("ago", ago);
      acts.tap(tile.form, fields);
    });
  });
}

/** A form that the phone drew takes the page's token along where it goes to the server after all. */
function withToken(form) {
  if (token && !form.elements.csrfmiddlewaretoken) form.append(token.cloneNode());
}

/** What was hidden without a connection stays so, and the server hears of it when it can. */
function keepHidden({ page }) {
  addEventListener("online", () => tell(token?.value));
  if (!isHidden(page.hide)) return;
  page.helps = false;
  tell(token?.value);
}
