/** The story: how it began, then the newest first; each leaf with the ways to change it. */

import { draftOf } from "../drafts.js";
import { Empty, fillIn, fitting, formOf, reason, whenSent } from "../forms.js";
import { drawLeaf, openForm } from "../leaf.js";
import { drawList, find, onDo, today } from "../page.js";
import { arranged } from "../story.js";

/** What has to be chosen; of all else a word or a photo is enough. */
const NEEDS = { beginning: "what", stood_in_the_way: "what" };

export function story(bond) {
  const { main, journal, words } = bond;

  for (const drawer of main.querySelectorAll("[data-add]")) {
    drawer.addEventListener("toggle", () => drawer.open && offerForm(bond, drawer));
  }
  onDo(main, "close", (button) => closeForm(button));
  onLeaf(bond, "change", (entry, leaf) => {
    const form = openForm(bond, entry, leaf);
    whenSent(form, words.says, async ({ body, photo }) => {
      await keep(bond, entry, body, photo);
      bond.say(words.says.changed);
    });
  });
  onLeaf(bond, "let-go", (entry) => journal.put({ ...entry, until: today() }));
  onLeaf(bond, "open", (entry) => journal.put({ ...entry, opens: today() }));
  onLeaf(bond, "remove", async (entry) => {
    await journal.remove(entry.id);
    bond.say(words.says.taken_out, () => journal.put(entry));
  });
  onLeaf(bond, "unshare", (entry) => sharing(bond, entry, null));
  main.addEventListener("click", (event) => {
    const { shareWith } = event.target.closest("[data-share-with]")?.dataset ?? {};
    if (shareWith) sharing(bond, entryOf(bond, event.target), shareWith);
  });

  return (entries) => {
    const { beginnings, story: rest, gone } = arranged(entries);
    drawLeaves(bond, "beginnings", beginnings);
    drawLeaves(bond, "story", rest);
    drawLeaves(bond, "gone", gone);
    drawGiven(bond);
    const felt = entries.some(({ kind }) => kind === "felt");
    find(main, "beginnings").hidden = beginnings.length === 0 && !felt;
    find(main, "gone").hidden = gone.length === 0;
    const unread = journal.unread().length > 0;
    find(main, "unread").hidden = !unread;
    find(main, "empty").hidden =
      beginnings.length + rest.length + gone.length > 0 || felt || unread;
  };
}

/** Put a fresh form into a drawer, unless one with something in it is there. */
function offerForm(bond, drawer) {
  const place = find(drawer, "place");
  if (place.firstElementChild) return;
  const form = formOf(drawer.dataset.add);
  const draft = draftOf(bond, form, drawer.dataset.add);
  place.replaceChildren(form);
  bond.fit(form);
  draft.fill(fillIn);
  whenSent(form, bond.words.says, async ({ body, photo }) => {
    await keep(bond, { kind: drawer.dataset.add }, body, photo);
    await draft.done();
    drawer.open = false;
    place.replaceChildren();
    bond.say(bond.words.says.kept);
  });
}

function closeForm(button) {
  const drawer = button.closest(".drawer");
  if (drawer) drawer.open = false;
  else button.closest("form").remove();
}

/** Keep what a form held: something new, or a further revision of an entry. */
async function keep(bond, before, { without, ...body }, photo) {
  const needs = NEEDS[before.kind];
  const there = without ? [] : (before.photos ?? []);
  const said = body.text || photo || there.length;
  if (needs ? !body[needs] : !said) throw new Empty();
  const key = photo && (await bond.journal.addPhoto(await fitting(photo)));
  const photos = [...there, ...(key ? [key] : [])];
  const { id, kind, at, prompt, asked, until } = before;
  const kept = { id, kind, prompt, asked, until, photos, ...body };
  await bond.put({ ...kept, ...(at && { at }), ...(body.day && { at: noon(body.day) }) });
}

const noon = (day) => new Date(`${day}T12:00`).toISOString();

/** Show an entry to somebody, or take it back. Both need the server, and say so. */
async function sharing(bond, entry, to) {
  const { journal, words } = bond;
  try {
    if (to) await journal.share(entry.id, to === "all" ? "all" : [to]);
    else await journal.unshare(entry.id);
    await bond.hear();
    bond.say(to ? words.says.shared : words.says.unshared);
  } catch (error) {
    bond.say(reason(error, words.says));
  }
}

const entryOf = (bond, within) => {
  const { edit } = within.closest("[data-edit]").dataset;
  return bond.entries.find((one) => one.edit === edit);
};

function onLeaf(bond, name, act) {
  for (const list of bond.main.querySelectorAll("[data-leaves]")) {
    onDo(list, name, (button) => act(entryOf(bond, button), button.closest("[data-edit]")));
  }
}

function drawLeaves(bond, name, entries) {
  const list = bond.main.querySelector(`[data-leaves="${name}"]`);
  const markOf = ({ id, edit }) => `${edit} ${bond.shared.get(id) ?? ""} ${today()}`;
  drawList(list, entries, markOf, (entry) => drawLeaf(bond, entry));
}

function drawGiven(bond) {
  const list = bond.main.querySelector('[data-leaves="shown"]');
  const home = `/api/journal/${bond.seat}/shared`;
  const draw = ({ id, said, by_name: from, photos }) =>
    drawLeaf(bond, said, { from, photos: photos.map((photo) => `${home}/${id}/${photo}`) });
  drawList(list, bond.given, ({ id, at }) => `${id} ${at}`, draw);
  find(bond.main, "shown").hidden = bond.given.length === 0;
}
