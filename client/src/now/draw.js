/**
 * Draw the minute into the page. What stays, stays: only a part whose kind changed is replaced, so
 * that a half-typed note, what is open, the focus and the place on the page are left alone.
 */

import { set } from "./pieces.js";

/** Return what draws a view (`view.js`) into the page, and says whether the minute turned. */
export function drawnIn(main, piece, steps) {
  const part = (name) => main.querySelector(`[data-part="${name}"]`);
  return (view) => {
    const held = document.activeElement;
    const turned = part("minute").dataset.kind !== view.kind;
    const minute = become(part("minute"), view.kind, piece);
    if (view.running) running(minute, view, piece, steps);
    main.classList.toggle("with-bar", Boolean(minute.querySelector(".bar")));
    just(part("just"), view.just, piece);
    timer(part("sleep"), view.asleep, piece);
    timer(part("feed"), view.feeding, piece);
    last(part("last"), view, piece, steps);
    if (held && !held.isConnected) {
      (minute.querySelector("h2") ?? main).focus({ preventScroll: true });
    }
    return turned;
  };
}

/** Let a part be of another kind; what was chosen of "was it earlier?" goes along. */
function become(part, kind, piece) {
  if (!part || part.dataset.kind === kind) return part;
  const ago = part.querySelector("input[name=ago]:checked")?.value;
  part.dataset.kind = kind;
  part.replaceChildren(piece(kind));
  if (kind === "running" && Number(ago)) {
    const same = part.querySelector(`input[name=ago][value="${ago}"]`);
    same.checked = true;
    same.closest("details").open = true;
  }
  return part;
}

function running(part, { running, helping }, piece, steps) {
  for (const slot of ["told", "since", "question"]) set(part, slot, running[slot]);
  const clock = set(part, "minutes", running.minutes);
  clock.setAttribute("datetime", running.at);
  const drawing = part.querySelector(".running use");
  drawing.setAttribute("href", drawing.getAttribute("href").replace(/#.*/, `#${running.icon}`));
  steps(part.querySelector(".steps"), running.rows);
  const undo = part.querySelector("[data-does=undo]");
  if (undo) {
    undo.elements.moment.value = running.undo.moment;
    undo.elements.act.setAttribute("aria-label", running.undo.what);
  }
  const answers = part.querySelector("input[name=answers]");
  if (answers) answers.value = running.id;
  const telling = part.querySelector("[data-slot=telling]");
  if (telling) telling.href = telling.getAttribute("href").replace(/[^/]+\/$/, `${running.word}/`);
  help(part.querySelector(".helping"), helping, piece);
}

/**
 * Without a sheet, what the server said stays. It folds to one line once something was tried; by
 * night from the beginning, where targets are larger and the answers have to stay in reach.
 */
function help(fold, helping, piece) {
  if (!fold) return;
  if (!helping) return fold.remove(); // somebody wants none of it
  const { told } = helping;
  const open = helping.open && !document.documentElement.hasAttribute("data-night");
  if (fold.dataset.open !== String(open)) fold.open = open;
  fold.dataset.open = open;
  if (told) helpTold(fold, told, piece);
  fold.hidden = !fold.querySelector("[data-slot=closing]").textContent;
}

function helpTold(fold, told, piece) {
  const shown = JSON.stringify(told);
  if (fold.dataset.shown === shown) return;
  fold.dataset.shown = shown;
  set(fold, "closing", told.closing);
  set(fold, "top", told.options[0]?.title ?? "");
  const options = told.options.map((option) => {
    const may = piece("option");
    for (const slot of ["title", "band", "why"]) set(may, slot, option[slot]);
    return may;
  });
  fold.querySelector("[data-slot=options]").replaceChildren(...options);
}

function just(part, told, piece) {
  if (!told) return part.replaceChildren();
  if (!part.firstElementChild) part.replaceChildren(piece("just"));
  const notice = part.firstElementChild;
  notice.classList.toggle("waits", told.removed);
  set(notice, "told", told.told);
  notice.elements.moment.value = told.id;
  notice.elements.act.value = told.act;
  notice.elements.act.textContent = told.way;
}

/** A timer that runs, or the way to begin one. */
function timer(part, view, piece) {
  if (!part || !view) return;
  become(part, view.kind, piece);
  if (!view.id) return;
  set(part, "since", view.since);
  part.querySelector("input[name=moment]").value = view.id;
}

function last(part, { kind, last }, piece, steps) {
  const shows = kind === "running" ? "" : last ? "last" : "empty";
  become(part, shows, piece);
  if (shows !== "last") return;
  set(part, "heading", last.heading);
  set(part, "clock", last.clock).setAttribute("datetime", last.at);
  set(part, "told", last.told);
  steps(part.querySelector(".steps"), last.rows);
}
