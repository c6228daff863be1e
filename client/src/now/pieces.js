/**
 * The page's own markup as pieces: what it brought in templates, and what it shows just now, taken
 * before anything is filled. So there is one markup, and it is the server's.
 */

/** Return what gives a fresh copy of a piece by its name. */
export function piecesOf(page) {
  const pieces = new Map();
  for (const template of page.querySelectorAll("template[data-piece]")) {
    pieces.set(template.dataset.piece, template.content);
  }
  for (const part of page.querySelectorAll("[data-kind]")) {
    if (!pieces.has(part.dataset.kind)) pieces.set(part.dataset.kind, copyOf(part));
  }
  return (name) => pieces.get(name)?.cloneNode(true) ?? new DocumentFragment();
}

/** Write a text into a slot, where there is one and where it differs. */
export function set(root, slot, text) {
  const place = root.querySelector(`[data-slot="${slot}"]`);
  if (place && place.textContent !== text) place.textContent = text;
  return place;
}

function copyOf(part) {
  const copy = new DocumentFragment();
  copy.append(...[...part.childNodes].map((node) => node.cloneNode(true)));
  return copy;
}
