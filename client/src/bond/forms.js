/** Forms: filled from an entry, read into one, and calm where something could not be kept. */

import { LARGEST, NotNow, TooLarge } from "../journal/journal.js";
import { shrink } from "../photo.js";
import { piece, today } from "./page.js";

const SMALLER = 960; // pixels, where a photo is still too large for the journal

/** Copy the form of a kind, for something new or for an entry. */
export function formOf(kind, entry = null) {
  const form = piece(`form-${kind}`);
  form.hidden = false;
  const without = form.querySelector("[data-without]");
  if (without) without.hidden = !entry?.photos?.length;
  if (entry) fillIn(form, entry);
  else if (form.elements.day && kind === "delight") form.elements.day.value = today();
  return form;
}

/** Fill a form from what it held. */
export function fillIn(form, entry) {
  for (const field of form.querySelectorAll("[name]")) {
    const value = entry[field.name];
    if (field.type === "checkbox") continue;
    if (field.type === "radio") field.checked = field.value === value;
    else if (field.type !== "file") field.value = value ?? "";
  }
}

/** Read a form: what was written and chosen, without what was left empty; a photo comes apart. */
export function readForm(form) {
  const { photo, ...given } = Object.fromEntries(new FormData(form));
  const filled = Object.entries(given)
    .map(([name, value]) => [name, value.trim()])
    .filter(([, value]) => value !== "");
  return { body: Object.fromEntries(filled), photo: photo?.size ? photo : null };
}

/** A photo that fits the journal. */
export async function fitting(file) {
  const photo = await shrink(file).catch(() => {
    throw new NoPhoto();
  });
  return photo.size <= LARGEST.photo ? photo : shrink(file, { longest: SMALLER });
}

export class NoPhoto extends Error {}
export class Empty extends Error {}

/** Call `keep` with what the form holds; what went wrong is said in the form, and nothing is lost. */
export function whenSent(form, says, keep) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const button = form.querySelector("button.go");
    button.disabled = true; // two taps are one entry
    try {
      await keep(readForm(form));
      wrong(form, "");
    } catch (error) {
      wrong(form, reason(error, says));
    } finally {
      button.disabled = false;
    }
  });
}

/** The sentence for what went wrong; anything unknown is no fault of who wrote, and goes on up. */
export function reason(error, says) {
  if (error instanceof Empty) return says.empty;
  if (error instanceof NoPhoto) return says.no_photo;
  if (error instanceof TooLarge) return says.too_large;
  if (error instanceof NotNow) return says.not_now;
  if (error.name === "QuotaExceededError") return says.no_room;
  throw error;
}

function wrong(form, text) {
  const place = form.querySelector("[data-wrong]");
  place.textContent = text;
  place.hidden = !text;
}
