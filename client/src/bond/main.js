/**
 * Bond, on the phone: opens the journal, and draws what it holds into the page. Nothing of it goes
 * anywhere: what is written is sealed by the journal, and what is asked is decided here.
 */

import { NotNow } from "../journal/journal.js";
import { wishesOf } from "./asks.js";
import { openedFor, showGate } from "./gate.js";
import { memoryOf } from "./memory.js";
import { find, listed, piece, wordsOf } from "./page.js";
import { checkIn } from "./parts/check_in.js";
import { door } from "./parts/door.js";
import { felt } from "./parts/felt.js";
import { howItFelt } from "./parts/how_it_felt.js";
import { prompt } from "./parts/prompt.js";
import { relation } from "./parts/relation.js";
import { said } from "./parts/said.js";
import { story } from "./parts/story.js";
import { wishes } from "./parts/wishes.js";
import { questionnaires } from "./questionnaires.js";

const PARTS = [prompt, relation, felt, checkIn, howItFelt, door, story, wishes];
const WEEK = 7 * 24 * 60 * 60 * 1000;

const main = document.querySelector("main");
if ("bond" in main.dataset) begin();
if ("questionnaires" in main.dataset) questionnaires(main);

async function begin() {
  const journal = await openedFor(main);
  const bond = bondOf(journal);
  const drawn = PARTS.map((part) => part(bond)); // each binds its buttons once, and returns its draw
  let drawing = Promise.resolve();

  bond.draw = () => {
    const before = drawing.catch(() => {}); // what one drawing stumbled over, the next one may not
    drawing = before.then(async () => {
      showGate(main, journal.state());
      if (journal.state() !== "open") return bond.memory.forget();
      const held = main.contains(document.activeElement);
      const all = await journal.entries({ child: bond.child });
      bond.entries = all.filter(({ kind }) => kind !== "draft");
      bond.drafts = all.filter(({ kind }) => kind === "draft");
      bond.wishes = wishesOf(bond.entries);
      for (const draw of drawn) await draw(bond.entries);
      find(main, "open").hidden = false;
      if (held) goOn(main);
    });
    return drawing;
  };
  journal.onChange(bond.draw);
  await bond.draw();
  if (journal.state() === "open") await bond.hear();
}

/** Where what was focused has gone with its answer, go on with what stands next. */
function goOn(within) {
  const { activeElement } = document;
  if (activeElement !== document.body && !activeElement.closest("[hidden]")) return;
  const next = within.querySelector("[data-part]:not([hidden]) :is(h2, [data-prompt])");
  next?.setAttribute("tabindex", "-1");
  next?.focus({ preventScroll: true });
}

/** All that a part needs: the page, the journal, what is known, and how something is kept. */
function bondOf(journal) {
  const { seat } = document.body.dataset;
  const { child, mode, since, due, bornAt } = main.dataset;
  const bond = {
    main,
    journal,
    seat,
    child,
    due,
    speaks: mode === "usual",
    lost: mode === "loss",
    birth: since ? Number(new Date(`${since}T12:00`)) : null,
    bornAt: Number(bornAt),
    words: wordsOf(),
    memory: memoryOf(seat, child),
    shared: new Map(),
    given: [],
    entries: [],
    drafts: [],
    say: said(main),
  };
  bond.hours = bond.memory.visit(new Date());
  bond.put = (entry) => journal.put({ at: new Date().toISOString(), ...entry, child });
  bond.wish = async (wish) => {
    const { crossed: _, ...before } = wishesOf(bond.entries);
    await bond.put({ ...before, ...wish, kind: "wishes" });
  };
  bond.weeksOf = (at) => (Date.parse(at) - birthOf(bond)) / WEEK;
  bond.birthOf = () => birthOf(bond);
  bond.hear = () => heardOf(bond);
  bond.fit = (within) => fit(within, bond.wishes.relation);
  return bond;
}

/** From where weeks are counted. Where no day is known, birth is long ago, and nothing begins anew. */
function birthOf({ birth, entries }) {
  const first = entries.find(({ kind }) => kind === "check_in");
  return birth ?? Date.parse(first?.at ?? new Date().toISOString()) - 100 * WEEK;
}

/** Offer only the choices that fit who somebody is; all of them, where nobody said. */
function fit(within, relation) {
  for (const choice of within.querySelectorAll("[data-fits]")) {
    choice.hidden = Boolean(relation) && !choice.dataset.fits.split(" ").includes(relation);
  }
}

/** What was shown to whom: only the server knows, and it may be out of reach. */
async function heardOf(bond) {
  try {
    const [mine, given] = [await bond.journal.sharedByMe(), await bond.journal.sharedWithMe()];
    bond.shared = new Map(mine.map(({ entry, to }) => [entry, namesOf(to, bond)]));
    bond.given = given.filter(({ child }) => child === bond.child);
    await bond.draw();
  } catch (error) {
    if (!(error instanceof NotNow)) throw error;
  }
}

/** The names of whom something is shown to: everybody, or each of them. */
function namesOf(seats, { words }) {
  const people = [...piece("leaf").querySelectorAll("[data-share-with][data-name]")];
  const named = people.filter(({ dataset }) => seats.includes(dataset.shareWith));
  if (people.length > 1 && named.length === people.length) return words.leaf.all;
  return listed(named.map(({ dataset }) => dataset.name));
}
