/**
 * The page of questionnaires: brought along as files, filled in, and told gently. Where an answer
 * calls for help, help comes first and nothing else: no total, no model in between.
 */

import { wishesOf } from "./asks.js";
import { openedFor, showGate } from "./gate.js";
import { dayTold, decimal, drawList, fill, find, onDo, piece, say, wordsOf } from "./page.js";
import { said } from "./parts/said.js";
import { Refused, readQuestionnaire, readResponse } from "./questionnaire.js";
import { cameTo } from "./scales.js";

const FRAGMENTS = { self_harm: "living", harm_to_baby: "harm" };

export async function questionnaires(main) {
  const { child, help } = main.dataset;
  const journal = await openedFor(main);
  const keys = JSON.parse(document.getElementById("bond-keys").content.textContent);
  const place = {
    main,
    journal,
    child,
    help,
    keys,
    words: wordsOf(),
    say: said(main),
    entries: [],
  };

  bring(place);
  fillIn(place);
  onDo(main, "remove", async (button) => {
    const entry = entryOf(place, button);
    await journal.remove(entry.id);
    place.say(place.words.says.taken_out, () => journal.put(entry));
  });

  const draw = async () => {
    showGate(main, journal.state());
    if (journal.state() !== "open") return;
    const entries = await journal.entries({ child });
    place.relation = wishesOf(entries).relation;
    place.entries = entries.filter(({ kind }) => kind === "scale");
    drawForms(place);
    drawEarlier(place);
    find(main, "open").hidden = false;
  };
  journal.onChange(draw);
  await draw();
}

const formsOf = ({ entries }) => entries.filter(({ form }) => form);
const entryOf = ({ entries }, within) =>
  entries.find(({ id }) => id === within.closest("li").dataset.id);

/** Take in a file: a questionnaire with its words, or answers that were given elsewhere. */
function bring(place) {
  const part = place.main.querySelector('[data-part="bring"]');
  const field = part.querySelector("input");
  const orders = find(part, "orders");
  const { refused, says } = place.words;
  let file = null;

  async function take(order) {
    orders.hidden = true;
    try {
      const answers = file?.resourceType === "QuestionnaireResponse";
      if (answers) await takeAnswers(place, file);
      else await takeForm(place, readQuestionnaire(file, place.keys, { order }));
      say(part, "wrong", "");
      if (!answers) place.say(says.form);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      say(part, "wrong", fill(refused[error.why], { item: error.item }));
      orders.hidden = error.why !== "which_order";
    }
    field.value = "";
  }

  field.addEventListener("change", async () => {
    const text = await field.files[0]?.text();
    if (!text) return;
    try {
      file = JSON.parse(text);
    } catch {
      say(part, "wrong", refused.no_file);
      return;
    }
    await take(null);
  });
  const years = [...new Set(Object.values(place.keys).flatMap((key) => Object.keys(key.orders)))];
  const buttons = years.map((year) =>
    Object.assign(document.createElement("button"), {
      className: "chip",
      value: year,
      textContent: year,
    }),
  );
  orders.append(...buttons);
  orders.addEventListener("click", ({ target }) => target.value && take(target.value));
}

/** A form of a scale takes the place of the one that was there. */
async function takeForm(place, form) {
  const before = formsOf(place).find((entry) => entry.scale === form.scale);
  const at = new Date().toISOString();
  await place.journal.put({
    id: before?.id,
    child: place.child,
    kind: "scale",
    at,
    scale: form.scale,
    form,
  });
}

async function takeAnswers(place, file) {
  const forms = formsOf(place).map(({ form }) => form);
  const { scale, at, counted } = readResponse(file, place.keys, forms);
  await keep(place, scale, counted, at ? new Date(at).toISOString() : new Date().toISOString());
  place.say(place.words.says.answers);
}

/** Keep answers; where one calls for help, go there at once. */
async function keep(place, scale, counted, at) {
  const key = place.keys[scale];
  const { routes, talk } = cameTo(key, counted);
  const told = talk && (!key.mothers_only || place.relation === "carried");
  await place.journal.put({ child: place.child, kind: "scale", at, scale, counted, talk: told });
  if (routes.length) location.assign(`${place.help}#${FRAGMENTS[routes[0]]}`);
}

function drawForms(place) {
  const forms = formsOf(place);
  place.main.querySelector('[data-part="forms"]').hidden = forms.length === 0;
  const items = forms.map(({ id, form }) => {
    const leaf = piece("form");
    leaf.dataset.id = id;
    say(leaf, "title", form.title);
    say(leaf, "by", form.by);
    return leaf;
  });
  find(place.main, "forms").replaceChildren(...items);
}

/** Lay a form out in its own words and order; what was not answered is left out. */
function fillIn(place) {
  const paper = find(place.main, "fill");
  const { says } = place.words;
  let form = null;

  onDo(place.main, "fill", (button) => {
    ({ form } = entryOf(place, button));
    say(paper, "title", form.title);
    say(paper, "by", form.by);
    find(paper, "items").replaceChildren(...form.items.map(asked));
    paper.hidden = false;
    paper.scrollIntoView();
  });
  onDo(place.main, "stop", () => {
    paper.hidden = true;
  });
  paper.addEventListener("submit", async (event) => {
    event.preventDefault();
    const counted = Object.fromEntries(
      [...new FormData(paper)].map(([item, count]) => [item, Number(count)]),
    );
    const none = Object.keys(counted).length === 0;
    say(paper, "wrong", none && says.none);
    if (none) return;
    paper.hidden = true;
    await keep(place, form.scale, counted, new Date().toISOString());
    place.say(says.kept);
  });
}

function asked({ item, text, options }) {
  const set = piece("item");
  find(set, "text").textContent = text;
  const choices = options.map((option) => {
    const choice = piece("option");
    Object.assign(choice.querySelector("input"), { name: item, value: option.counts });
    choice.querySelector(".chip").textContent = option.text;
    return choice;
  });
  find(set, "options").append(...choices);
  return set;
}

function drawEarlier(place) {
  const filled = place.entries.filter(({ counted }) => counted).reverse();
  place.main.querySelector('[data-part="earlier"]').hidden = filled.length === 0;
  const draw = (entry) => earlier(place, entry);
  drawList(find(place.main, "earlier"), filled, ({ edit }) => edit, draw);
}

/** One filling-in: what is suggested in words; its number only for who opens it. */
function earlier(place, { id, at, scale, counted, talk }) {
  const key = place.keys[scale];
  const { came } = place.words;
  const found = cameTo(key, counted);
  const leaf = piece("earlier");
  const silent = found.talk && !talk; // the line was drawn for others than who asks
  const support = key.support.some((item) => counted[item] !== undefined);
  leaf.dataset.id = id;
  leaf.querySelector("time").textContent = dayTold(at);
  say(leaf, "title", key.name);
  say(leaf, "talk", (talk && came.talk) || (silent && came.mothers_only));
  say(leaf, "check", talk && came.check);
  say(leaf, "support", support && came.support);
  find(leaf, "ways").hidden = !(talk || support);
  find(leaf, "total").append(...totals(place, key, found).map(paragraph));
  say(leaf, "alone", came.alone);
  return leaf;
}

const paragraph = (text) => Object.assign(document.createElement("p"), { textContent: text });

function totals({ words: { came, parts } }, key, { total, parts: found }) {
  const [least, most] = [Math.min(...key.weights), Math.max(...key.weights)];
  if (key.means) {
    return Object.entries(found).map(([name, mean]) =>
      mean === null
        ? came.missing
        : fill(came.mean, { name: parts[name], mean: decimal(mean), low: least, high: most }),
    );
  }
  if (total === null) return [came.missing];
  return [fill(came.total, { total, low: least * key.items, high: most * key.items })];
}
