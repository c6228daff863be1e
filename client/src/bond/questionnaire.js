/**
 * A questionnaire that the family brings along, as FHIR R4 or R5 has it, read on the phone: neither
 * its wording nor an answer comes to the server. Options have to count what our key says; where
 * they do not, nothing is taken in and the reason is said.
 *
 * A form is {scale, title, by, items: [{item, link, text, options: [{text, counts}]}]}.
 */

import { printedWeights } from "./scales.js";

const WEIGHTS = ["/StructureDefinition/ordinalValue", "/StructureDefinition/itemWeight"];
// LOINC's answers from "not at all" to "nearly every day"
const NEARLY_EVERY_DAY = { "LA6568-5": 0, "LA6569-3": 1, "LA6570-1": 2, "LA6571-9": 3 };
const ASKS = ["choice", "coding", "open-choice", "integer", "decimal"];
const YEAR = /\b(2001|2006)\b/;
const ROUNDED = 0.1; // as such steps are printed: 2.3 and 3.6 for 2.33 and 3.67

/** Why a file is not taken in: `why` names the sentence, `item` where it went wrong. */
export class Refused extends Error {
  constructor(why, item = null) {
    super(item === null ? why : `${why}: ${item}`);
    this.why = why;
    this.item = item;
  }
}

/** Read a Questionnaire; `order` is the year of its print, where the file does not say it. */
export function readQuestionnaire(file, scales, { order = null } = {}) {
  if (file?.resourceType !== "Questionnaire") throw new Refused("other_file");
  const name = recognised(file, scales);
  const scale = scales[name];
  const asked = questions(file.item);
  if (asked.length !== scale.items) throw new Refused("other_length", asked.length);
  const places = placesOf(file, scale, order);
  const items = asked.map((question, n) => {
    const item = byCode(question, scale) ?? places[n];
    const options = optionsOf(question, file);
    agrees(scale, item, options);
    return { item, link: question.linkId, text: question.text ?? "", options };
  });
  if (new Set(items.map(({ item }) => item)).size !== scale.items) throw new Refused("twice");
  const by = file.copyright ?? file.publisher ?? "";
  return { scale: name, title: file.title ?? scale.title, by, items };
}

/** Read a QuestionnaireResponse: {scale, at, counted}, `counted` by item. */
export function readResponse(file, scales, forms = []) {
  if (file?.resourceType !== "QuestionnaireResponse") throw new Refused("other_file");
  const answered = flat(file.item).filter((item) => item.answer?.length);
  const name = ofResponse(file, answered, scales);
  const scale = scales[name];
  const form = forms.find((each) => each.scale === name);
  const counted = {};
  let total = null;
  for (const answer of answered) {
    if (scale.total_code && answer.linkId.includes(scale.total_code)) {
      total = numberIn(answer.answer[0]);
      continue;
    }
    const item = itemOf(answer, scale, form);
    if (item === null) continue;
    const count = countOf(
      answer,
      form?.items.find((each) => each.item === item),
    );
    if (!known(scale, item, count)) throw new Refused("other_weights", item);
    counted[item] = count;
  }
  if (Object.keys(counted).length === 0) throw new Refused("no_answers");
  const sum = Object.values(counted).reduce((all, count) => all + count, 0);
  if (total !== null && total !== sum) throw new Refused("other_total");
  return { scale: name, at: file.authored ?? null, counted };
}

function recognised(file, scales) {
  const codes = (file.code ?? []).map(({ code }) => code);
  const said = [file.name, file.title, file.url, file.id].filter(Boolean).map(plain);
  const named = Object.keys(scales).filter((name) => said.some((text) => holds(text, plain(name))));
  const byPanel = Object.keys(scales).find((name) => codes.includes(scales[name].panel));
  const found = byPanel ?? named[0];
  if (!found) throw new Refused("unknown");
  return found;
}

const plain = (text) => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, "");
const holds = (text, name) => new RegExp(`(?:^|[^0-9])${name}(?![0-9])`).test(text);

/** Groups are opened; what only shows something, or is worked out, asks nothing. */
function flat(items = []) {
  return items.flatMap((item) => [item, ...flat(item.item)]);
}

const questions = (items) =>
  flat(items).filter(
    (item) =>
      ASKS.includes(item.type) && !item.readOnly && (item.answerOption || item.answerValueSet),
  );

/** The items as they stand in this print. A scale of two orders has to say which it is. */
function placesOf(file, scale, order) {
  const years = Object.keys(scale.orders);
  if (years.length === 0) return Array.from({ length: scale.items }, (_, n) => n + 1);
  const said = [file.version, file.title, file.name, file.description].join(" ").match(YEAR)?.[1];
  const year = order ?? said;
  if (!years.includes(year)) throw new Refused("which_order");
  return scale.orders[year];
}

function byCode(question, scale) {
  const codes = [question.linkId, ...(question.code ?? []).map(({ code }) => code)];
  const n = scale.codes.findIndex((code) => codes.some((each) => each?.includes(code)));
  return n < 0 ? null : n + 1;
}

function optionsOf(question, file) {
  const options = (question.answerOption ?? inSet(question, file)).map((option) => ({
    text: textOf(option),
    counts: weightOf(option),
  }));
  if (options.some(({ counts }) => counts === null))
    throw new Refused("no_weights", question.linkId);
  return options;
}

/** A list of answers that stands in the same file. */
function inSet({ answerValueSet = "" }, { contained = [] }) {
  const set = contained.find(({ id }) => answerValueSet === `#${id}`);
  const concepts = (set?.compose?.include ?? []).flatMap(({ concept = [] }) => concept);
  return concepts.map((concept) => ({ valueCoding: concept }));
}

const textOf = ({ valueCoding, valueString, valueInteger }) =>
  valueCoding?.display ?? valueCoding?.code ?? valueString ?? String(valueInteger ?? "");

function weightOf(option) {
  const extensions = [...(option.extension ?? []), ...(option.valueCoding?.extension ?? [])];
  const said = extensions.find(({ url }) => WEIGHTS.some((end) => url?.endsWith(end)));
  const weight = said?.valueDecimal ?? said?.valueInteger ?? option.valueInteger;
  return weight ?? NEARLY_EVERY_DAY[option.valueCoding?.code] ?? null;
}

function agrees(scale, item, options) {
  const found = options.map(({ counts }) => counts);
  const fits = scale.either_way ? spread(scale, found) : same(found, printedWeights(scale, item));
  if (!fits && !withoutNotApplying(scale, item, found)) throw new Refused("other_weights", item);
}

const same = (one, other) => one.length === other.length && one.every((n, k) => n === other[k]);

/** An item may have one option more, for what does not apply to this family. */
function withoutNotApplying(scale, item, found) {
  const counts = scale.may_not_apply[item];
  const usual = printedWeights(scale, item);
  return counts !== undefined && same(found, [...usual, counts]);
}

/** Options evenly between the two ends, in either direction. */
function spread(scale, found) {
  const [low, high] = scale.weights;
  const [first, last] = [found[0], found.at(-1)];
  const step = (last - first) / (found.length - 1);
  const even = found.every((weight, k) => Math.abs(weight - (first + k * step)) < ROUNDED);
  return even && Math.min(first, last) === low && Math.max(first, last) === high;
}

function ofResponse(file, answered, scales) {
  const asked = plain(String(file.questionnaire ?? ""));
  const named = Object.keys(scales).find((name) => holds(asked, plain(name)));
  const within = (name) => answered.filter((each) => byCode(each, scales[name]) !== null).length;
  const coded = Object.keys(scales).filter((name) => within(name) === scales[name].items);
  const most = coded.sort((one, other) => scales[other].items - scales[one].items)[0];
  const found = named ?? most;
  if (!found) throw new Refused("unknown");
  return found;
}

function itemOf(answer, scale, form) {
  const linked = form?.items.find(({ link }) => link === answer.linkId)?.item;
  return byCode(answer, scale) ?? linked ?? null;
}

/** What an answer counts: by its own weight, by LOINC's answers, or by the form at hand. */
function countOf({ answer: [given] }, asked) {
  const weight = weightOf(given);
  if (weight !== null) return weight;
  const said = textOf(given);
  return asked?.options.find(({ text }) => text === said)?.counts ?? null;
}

/** Whether an option of an item may count this much. */
function known(scale, item, count) {
  const weights = printedWeights(scale, item);
  if (!scale.either_way) return weights.includes(count);
  return count !== null && count >= weights[0] && count <= weights.at(-1);
}

const numberIn = (given) => given.valueInteger ?? given.valueDecimal ?? null;
