/** One leaf of the story: what was kept, with its photo, and the ways to change it. */

import { formOf } from "./forms.js";
import { dayTold, fill, find, piece, say, today } from "./page.js";
import { isSealed, leafOf } from "./story.js";

/** Draw an entry as a leaf. Of one that somebody shows, `from` is their name, `photos` its addresses. */
export function drawLeaf(bond, entry, { from = null, photos = [] } = {}) {
  const leaf = piece("leaf");
  const on = today();
  const told = leafOf(entry, { words: bond.words, today: on, dayTold, fill });
  leaf.dataset.kind = entry.kind;
  leaf.dataset.edit = entry.edit;
  const time = leaf.querySelector("time");
  time.textContent = told.when;
  time.dateTime = told.when && (entry.day ?? entry.at);
  time.closest("p").hidden = !told.when && !from;
  say(leaf, "note", from && fill(bond.words.leaf.from, { who: from }));
  say(leaf, "title", told.title);
  say(leaf, "asked", told.asked);
  say(leaf, "text", told.text);
  say(leaf, "remark", told.remark || sharedTold(bond, entry));
  say(leaf, "crossed", told.crossed && fill(bond.words.leaf.crossed, { text: told.crossed }));
  if (from) for (const address of photos) addPhoto(bond, entry, leaf, address);
  else if (!isSealed(entry, on)) drawPhotos(bond, entry, leaf);
  offer(bond, entry, leaf, on, from);
  return leaf;
}

const sharedTold = (bond, { id }) => {
  const who = bond.shared?.get(id);
  return who && fill(bond.words.leaf.shown, { who });
};

async function drawPhotos(bond, entry, leaf) {
  for (const key of entry.photos ?? []) {
    const blob = await bond.journal.photo(key);
    if (blob) addPhoto(bond, entry, leaf, URL.createObjectURL(blob));
  }
}

function addPhoto(bond, { text }, leaf, address) {
  const image = piece("photo");
  image.src = address;
  image.alt = text?.slice(0, 120) || bond.words.leaf.photo;
  image.onload = () => URL.revokeObjectURL(address); // does nothing to an address of the server's
  const place = find(leaf, "photos");
  place.append(image);
  place.hidden = false;
}

/** Only the ways that fit: a sealed letter can be opened, an obstacle let go. */
function offer(bond, entry, leaf, on, from) {
  const fold = leaf.querySelector("details");
  if (from) {
    fold.remove();
    return;
  }
  const sealed = isSealed(entry, on);
  const button = (name) => leaf.querySelector(`[data-do="${name}"]`);
  button("open").hidden = !sealed;
  button("change").hidden = sealed;
  button("let-go").hidden = entry.kind !== "stood_in_the_way" || Boolean(entry.until);
  const share = find(leaf, "share");
  if (!share) return;
  share.hidden = sealed;
  const unshare = button("unshare");
  unshare.hidden = !bond.shared?.has(entry.id);
}

/** Put the form of an entry into its leaf. */
export function openForm(bond, entry, leaf) {
  const form = formOf(entry.kind, entry);
  find(leaf, "place").replaceChildren(form);
  bond.fit(form);
  form.querySelector("textarea, input:checked, input")?.focus();
  return form;
}
