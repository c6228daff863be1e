/**
 * Draw a day's events into the page that the server made: what reads as it should stays, with all
 * that the server knows about it besides; what is new, changed or waiting is drawn anew.
 */

import { set } from "../now/pieces.js";

const NAMED = /moment\/([^/]+)\/$/;

/** Return what draws events into the page's line. */
export function lineIn(main, piece, steps, telling) {
  const place = main.querySelector("[data-part=line]");
  return (events) => {
    const line = place.querySelector(".line") ?? place.appendChild(piece("line").firstElementChild);
    const stands = new Map([...line.children].map((one) => [readAs(one), one]));
    const drawn = events.map((event) => {
      const fresh = eventOf(event, piece, steps, telling);
      return stands.get(readAs(fresh)) ?? fresh;
    });
    const same =
      drawn.length === line.children.length && drawn.every((one, i) => one === line.children[i]);
    if (!same) line.replaceChildren(...drawn);
    place.dataset.kind = drawn.length > 0 ? "line" : "empty";
    return same;
  };
}

function eventOf(event, piece, steps, telling) {
  const one = piece("event").firstElementChild;
  one.classList.add(event.kind);
  one.classList.toggle("lasting", event.lasting);
  one.querySelector("time").setAttribute("datetime", new Date(event.at).toISOString());
  set(one, "clock", event.clock);
  steps(one.querySelector(".steps"), event.rows);
  if (event.mended) one.querySelector(".steps").append(mended(piece, telling));
  for (const slot of ["text", "told"]) {
    if (event[slot]) set(one, slot, event[slot]);
    else one.querySelector(`[data-slot=${slot}]`).remove();
  }
  return one;
}

function mended(piece, telling) {
  const step = piece("step").firstElementChild;
  step.classList.add("settling");
  step.removeAttribute("href");
  step.append(telling.words.mended);
  return step;
}

/** Return what an event says and of which moments; two that read alike are one. */
function readAs(event) {
  const steps = [...event.querySelectorAll(".step")].map((step) => [
    NAMED.exec(step.getAttribute("href") ?? "")?.[1] ?? "",
    step.textContent.trim(),
  ]);
  const text = event.querySelector(".said")?.textContent.trim() ?? "";
  return JSON.stringify([event.querySelector("time").textContent.trim(), steps, text]);
}
