/** What each form of Now does on the phone, by the name in its `data-does`. */

import { buzz } from "../night/buzz.js";
import { now } from "../phone/log.js";
import { hide } from "./hiding.js";
import { fedFor, isTimed } from "./minute.js";
import { momentOf } from "./taps.js";

/** Return the acts of a page; one that returns false leaves the form to the browser. */
export function actsOf({ page, kept, state, show }) {
  /** What only the page knows is the server's to change: then the form goes there as it always did. */
  const find = (id) => {
    if (state.seeded.has(id)) return undefined;
    return kept.before(state.moments).find((moment) => moment.id === id);
  };

  function tap(form, fields) {
    const moment = momentOf(page.child, fields);
    state.just = kept.note(moment);
    if (calms(moment)) dispatchEvent(new Event("holdfast:calm"));
    return done(form);
  }

  function undo(form, fields) {
    const moment = find(fields.get("moment"));
    if (!moment) return false;
    state.just = moment.id;
    if (fields.get("act") === "put_back") kept.putBack(moment);
    else kept.takeBack(moment);
    return done(form);
  }

  function stop(form, fields) {
    const moment = find(fields.get("moment"));
    if (!moment) return false;
    const seconds = (now() - Date.parse(moment.at)) / 1000;
    const detail = isTimed(moment) ? { detail: fedFor(moment.detail, seconds) } : {};
    state.just = moment.id;
    kept.change(moment, { until: "now", ...detail });
    return done(form);
  }

  function hideHelp(form, fields) {
    if (navigator.onLine) return false;
    page.helps = false;
    hide(form, fields);
    return done(form);
  }

  function done(form) {
    buzz();
    if (show()) scrollTo({ top: 0 }); // another page, as good as
    const drawer = form.closest("details.drawer");
    if (drawer) {
      drawer.open = false;
      form.reset();
      drawer.querySelector("summary").focus({ preventScroll: true });
    }
    return true;
  }

  return { tap, undo, stop, hide: hideHelp };
}

/** Whether she has come to rest with it: a while later the phone may say that it can be put down. */
function calms({ kind, word }) {
  return (kind === "settling" && word !== "went_on") || (kind === "care" && word === "sleep");
}
