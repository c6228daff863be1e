/** The page and its words: what the server wrote into it for the phone to copy and fill. */

import { language } from "../language.js";

/** The table of words that the page carries. */
export function wordsOf() {
  return JSON.parse(document.getElementById("bond-words").content.textContent);
}

/** Fill the places of a text: "since {when}". */
export function fill(text, places) {
  return text.replaceAll(/\{(\w+)\}/g, (_whole, name) => places[name] ?? "");
}

/** Copy a piece of the page's templates. */
export function piece(name) {
  const template = document.querySelector(`template[data-piece="${name}"]`);
  return template.content.firstElementChild.cloneNode(true);
}

export const find = (within, name) => within.querySelector(`[data-${name}]`);

/** Show a text in its place, or hide the place where there is none. */
export function say(within, name, text) {
  const place = find(within, name);
  place.textContent = text || "";
  place.hidden = !text;
}

/** A day in words: "11 August 2026". Days are local, instants too. */
export function dayTold(day) {
  const on = day.length === 10 ? new Date(`${day}T12:00`) : new Date(day);
  return on.toLocaleDateString(language(), { day: "numeric", month: "long", year: "numeric" });
}

/** A month in words, with its year where it is not this year's. */
export function monthTold(at, now = new Date()) {
  const year = at.getFullYear() === now.getFullYear() ? undefined : "numeric";
  return at.toLocaleDateString(language(), { month: "long", year });
}

/** Today, as a date field has it. */
export function today(now = new Date()) {
  const two = (n) => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** A number with one decimal, as the language writes it. */
export const decimal = (n) =>
  n.toLocaleString(language(), { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** Parts of a sentence, as the language joins them: "a, b and c". */
export const listed = (parts) => new Intl.ListFormat(language()).format(parts);

/** Do something when a button named so is pressed, now or in a piece that comes later. */
export function onDo(within, name, act) {
  within.addEventListener("click", (event) => {
    const button = event.target.closest(`[data-do="${name}"]`);
    if (button && within.contains(button)) act(button);
  });
}

/** Draw a list by the marks of its items: what has not changed stays, with all that is open in it. */
export function drawList(list, items, markOf, draw) {
  const there = new Map([...list.children].map((child) => [child.dataset.mark, child]));
  const drawn = items.map((item) => {
    const mark = markOf(item);
    const child = there.get(mark) ?? draw(item);
    child.dataset.mark = mark;
    return child;
  });
  const same =
    drawn.length === list.children.length && drawn.every((one, k) => one === list.children[k]);
  if (!same) list.replaceChildren(...drawn);
}
