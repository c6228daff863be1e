/**
 * Correct a moment on the phone: one that waits, or any while there is no connection. With one, the
 * moment's own page knows more (its history, what it was about), so the link goes there.
 */

import { instantOf, localOf } from "./zones.js";

const NAMED = /moment\/([^/]+)\/$/;
const DAY = 86_400_000;

/** Let the steps of a page be corrected on the phone. */
export function editing({ main, piece, kept, state, telling, show }) {
  const find = (id) => kept.before(state.moments).find((moment) => moment.id === id);

  main.addEventListener("click", (event) => {
    const step = event.target.closest("a.step");
    const moment = step && find(NAMED.exec(step.getAttribute("href"))?.[1]);
    if (!moment || (moment.state === "kept" && navigator.onLine)) return;
    event.preventDefault();
    if (moment.state === "refused") location.assign(piece("see-why").querySelector("a").href);
    else open(moment);
  });

  function open(moment) {
    const dialog = piece("edit").firstElementChild;
    const form = dialog.querySelector("form");
    fillIn(dialog, moment, telling);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const out = event.submitter?.value === "remove";
      const more = out ? null : readOut(form, moment);
      if (more?.skipped) return tellSkipped(form);
      state.just = moment.id;
      if (out) kept.takeBack(moment);
      else kept.change(moment, more, seenOf(moment));
      dialog.close();
      show();
      main.querySelector("[data-part=just] button")?.focus(); // the way back, wherever the page stands
    });
    dialog.querySelector("[data-close-dialog]").addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
  }
}

/**
 * The edit that was before the eyes. One that crossed it, or comes while somebody types, was not:
 * both stay then, and Day asks. What is not on the disk yet goes on from whatever it will be.
 */
const seenOf = ({ state, edit }) => (state === "kept" ? [edit] : undefined);

function fillIn(dialog, moment, telling) {
  const { day, clock, until, text } = dialog.querySelector("form").elements;
  dialog.querySelector("[data-crossed]").hidden = !(moment.state === "kept" && moment.edits[1]);
  const told = telling.told(moment);
  dialog.querySelector("[data-slot=told]").textContent =
    told.slice(0, 1).toUpperCase() + told.slice(1);
  const begins = localOf(moment.at, moment.zone);
  day.value = begins.day;
  clock.value = begins.clock;
  until.value = moment.until ? localOf(moment.until, moment.zone).clock : "";
  until.closest(".field").hidden = !moment.until;
  text.value = moment.text ?? "";
  text.required = moment.kind === "note";
}

/** Return what was changed; a clock that was not touched keeps its seconds. */
function readOut(form, moment) {
  const { day, clock, until, text } = form.elements;
  const before = localOf(moment.at, moment.zone);
  const more = { text: text.value.trim() };
  const moved = day.value !== before.day || clock.value !== before.clock;
  if (moved) {
    const at = instantOf(day.value, clock.value, moment.zone);
    if (at === null) return { skipped: true };
    more.at = new Date(at).toISOString();
  }
  const ends = moment.until && localOf(moment.until, moment.zone).clock;
  if (!moment.until || !until.value || (!moved && until.value === ends)) return more;
  const over = instantOf(day.value, until.value, moment.zone);
  if (over === null) return { skipped: true };
  const begun = Date.parse(more.at ?? moment.at);
  return { ...more, until: new Date(over < begun ? over + DAY : over).toISOString() };
}

function tellSkipped(form) {
  const { clock } = form.elements;
  clock.setCustomValidity(form.dataset.skipped);
  clock.reportValidity();
  clock.addEventListener("input", () => clock.setCustomValidity(""), { once: true });
}
