import assert from "node:assert/strict";
import { test } from "node:test";
import { Refused, readQuestionnaire, readResponse } from "../../src/bond/questionnaire.js";
import { cameTo } from "../../src/bond/scales.js";

const PLAIN = { turned: [], either_way: false, may_not_apply: {}, parts: {}, means: false };
const KEY = {
  ...PLAIN,
  routes: {},
  talk_from: null,
  talk_up_to: null,
  talk_part: null,
  orders: {},
};
const NAMES = ["44250-9", "44255-8", "44259-0", "44254-1", "44251-7", "44258-2", "44252-5"];
const SCALES = {
  "phq-9": {
    ...KEY,
    title: "Patient Health Questionnaire",
    items: 9,
    weights: [0, 1, 2, 3],
    routes: { 9: "self_harm" },
    panel: "44249-1",
    total_code: "44261-6",
    codes: [...NAMES, "44253-3", "44260-8"],
  },
  "phq-2": {
    ...KEY,
    items: 2,
    weights: [0, 1, 2, 3],
    panel: "55757-9",
    total_code: "55758-7",
    codes: NAMES.slice(0, 2),
  },
  epds: {
    ...KEY,
    title: "Edinburgh",
    items: 2,
    weights: [0, 1, 2, 3],
    turned: [2],
    panel: "71354-5",
    total_code: "99046-5",
    codes: [],
  },
  pbq: {
    ...KEY,
    items: 3,
    weights: [5, 0],
    turned: [1],
    orders: { 2001: [1, 3, 2], 2006: [1, 2, 3] },
    panel: null,
    total_code: null,
    codes: [],
  },
  kpcs: { ...KEY, items: 1, weights: [0, 1], may_not_apply: { 1: 1 }, panel: null, codes: [] },
  mpas: { ...KEY, items: 2, weights: [1, 5], either_way: true, panel: null, codes: [] },
};
const ORDINAL = "x://hl7/fhir/StructureDefinition/ordinalValue";

const option = (display, valueDecimal) => ({
  valueCoding: { code: display, display, extension: [{ url: ORDINAL, valueDecimal }] },
});
const item = (linkId, weights, more = {}) => ({
  linkId,
  text: `Item ${linkId}`,
  type: "choice",
  answerOption: weights.map((weight, n) => option(`option ${n}`, weight)),
  ...more,
});
const form = (name, items, more = {}) => ({
  resourceType: "Questionnaire",
  name,
  item: items,
  ...more,
});
const refusal = (read) => {
  try {
    read();
  } catch (error) {
    if (error instanceof Refused) return [error.why, error.item];
    throw error;
  }
  return null;
};

test("a form whose options count what the key says is taken in with its words and its author", () => {
  const file = form("EPDS", [item("a", [0, 1, 2, 3]), item("b", [3, 2, 1, 0])], {
    title: "A title",
    copyright: "Somebody 1987",
  });
  const read = readQuestionnaire(file, SCALES);
  assert.deepEqual([read.scale, read.title, read.by], ["epds", "A title", "Somebody 1987"]);
  assert.deepEqual(
    read.items.map((each) => [each.item, each.text, each.options.map(({ counts }) => counts)]),
    [
      [1, "Item a", [0, 1, 2, 3]],
      [2, "Item b", [3, 2, 1, 0]],
    ],
  );
});

test("options that count otherwise are refused, and the item is named", () => {
  const file = form("epds", [item("a", [0, 1, 2, 3]), item("b", [0, 1, 2, 3])]);
  assert.deepEqual(
    refusal(() => readQuestionnaire(file, SCALES)),
    ["other_weights", 2],
  );
});

test("what is no questionnaire, an unknown one, and one of another length are each told apart", () => {
  const why = (file) => refusal(() => readQuestionnaire(file, SCALES))?.[0];
  assert.equal(why({ resourceType: "Patient" }), "other_file");
  assert.equal(why(null), "other_file");
  assert.equal(why(form("A survey about tea", [])), "unknown");
  assert.equal(why(form("epds", [item("a", [0, 1, 2, 3])])), "other_length");
});

test("a list of answers may stand in the same file, and R5 may weigh them", () => {
  const url = "x://hl7/fhir/StructureDefinition/itemWeight";
  const concept = [0, 1, 2, 3].map((n) => ({
    code: `c${n}`,
    extension: [{ url, valueDecimal: n }],
  }));
  const contained = [
    { resourceType: "ValueSet", id: "often", compose: { include: [{ concept }] } },
  ];
  const asked = { linkId: "1", text: "?", type: "coding", answerValueSet: "#often" };
  const file = form("PHQ2", [asked, { ...asked, linkId: "2" }], { contained });
  assert.deepEqual(
    readQuestionnaire(file, SCALES).items.map((each) => each.item),
    [1, 2],
  );
});

test("options without any weight are refused", () => {
  const bare = { ...item("1", []), answerOption: [{ valueString: "yes" }, { valueString: "no" }] };
  const file = form("epds", [bare, item("2", [3, 2, 1, 0])]);
  assert.deepEqual(
    refusal(() => readQuestionnaire(file, SCALES)),
    ["no_weights", "1"],
  );
});

test("groups are opened, and what only shows something or is worked out is no item", () => {
  const file = form("epds", [
    {
      linkId: "g",
      type: "group",
      item: [item("1", [0, 1, 2, 3]), { linkId: "t", type: "display" }],
    },
    { linkId: "h", type: "group", item: [item("2", [3, 2, 1, 0])] },
    { linkId: "sum", type: "decimal", readOnly: true },
  ]);
  assert.equal(readQuestionnaire(file, SCALES).items.length, 2);
});

test("of a questionnaire in two orders the print has to be known, and items are what they ask", () => {
  const items = [item("1", [0, 5]), item("2", [5, 0]), item("3", [5, 0])];
  assert.deepEqual(
    refusal(() => readQuestionnaire(form("PBQ", items), SCALES)),
    ["which_order", null],
  );
  const places = (file, more) =>
    readQuestionnaire(file, SCALES, more).items.map((each) => each.item);
  assert.deepEqual(places(form("PBQ", items, { version: "2001" })), [1, 3, 2]);
  assert.deepEqual(places(form("PBQ", items), { order: "2006" }), [1, 2, 3]);
});

test("items known by their code may stand in any order, but none twice", () => {
  const coded = (code) => item(`/${code}`, [0, 1, 2, 3]);
  const turned = form("phq-2", [coded("44255-8"), coded("44250-9")]);
  assert.deepEqual(
    readQuestionnaire(turned, SCALES).items.map((each) => each.item),
    [2, 1],
  );
  const twice = form("phq-2", [coded("44255-8"), coded("44255-8")]);
  assert.deepEqual(
    refusal(() => readQuestionnaire(twice, SCALES)),
    ["twice", null],
  );
});

test("what does not apply may be one option more, and even steps may run either way", () => {
  assert.equal(readQuestionnaire(form("KPCS", [item("1", [0, 1, 1])]), SCALES).items.length, 1);
  const even = form("MPAS", [item("1", [5, 3.6, 2.3, 1]), item("2", [1, 3, 5])]);
  assert.equal(readQuestionnaire(even, SCALES).items.length, 2);
  const uneven = form("MPAS", [item("1", [1, 2, 5]), item("2", [1, 5])]);
  assert.deepEqual(
    refusal(() => readQuestionnaire(uneven, SCALES)),
    ["other_weights", 1],
  );
});

/** The shape of US Core's example: LOINC's items and answers, the total as an item of its own. */
const answers = (codes, total) => ({
  resourceType: "QuestionnaireResponse",
  questionnaire: "x://hl7/us/core/Questionnaire/phq-9-example",
  authored: "2021-11-18",
  item: [
    ...codes.map((code, n) => ({
      linkId: `/${SCALES["phq-9"].codes[n]}`,
      answer: [{ valueCoding: { code } }],
    })),
    { linkId: "/44261-6", answer: [{ valueDecimal: total }] },
  ],
});
const NEVER = Array.from({ length: 9 }, () => "LA6568-5");

test("answers from elsewhere are read by LOINC's codes, with their day and their sum", () => {
  const read = readResponse(answers([...NEVER.slice(0, 7), "LA6570-1", "LA6569-3"], 3), SCALES);
  assert.deepEqual(
    [read.scale, read.at, read.counted[8], read.counted[9]],
    ["phq-9", "2021-11-18", 2, 1],
  );
  const came = cameTo(SCALES["phq-9"], read.counted);
  assert.deepEqual([came.total, came.routes, came.missing], [3, ["self_harm"], []]);
});

test("answers whose total is another one are refused: something was read wrongly", () => {
  assert.deepEqual(
    refusal(() => readResponse(answers(NEVER, 5), SCALES)),
    ["other_total", null],
  );
});

test("without a name the items tell which it is, and the longer one is meant", () => {
  const { questionnaire, ...file } = answers(NEVER, 0);
  assert.equal(readResponse(file, SCALES).scale, "phq-9");
  const two = { ...file, item: file.item.slice(0, 2) };
  assert.equal(readResponse(two, SCALES).scale, "phq-2");
  assert.deepEqual(
    refusal(() => readResponse({ ...file, item: [] }, SCALES)),
    ["unknown", null],
  );
});

test("answers without a weight are read by the form that was brought along", () => {
  const read = readQuestionnaire(
    form("EPDS", [item("a", [0, 1, 2, 3]), item("b", [3, 2, 1, 0])]),
    SCALES,
  );
  const given = (linkId, code) => ({ linkId, answer: [{ valueCoding: { code } }] });
  const file = {
    resourceType: "QuestionnaireResponse",
    questionnaire: "epds",
    item: [given("a", "option 1"), given("b", "option 0")],
  };
  assert.deepEqual(readResponse(file, SCALES, [read]).counted, { 1: 1, 2: 3 });
  assert.deepEqual(
    refusal(() => readResponse(file, SCALES)),
    ["no_answers", null],
  );
  const odd = { ...file, item: [given("a", "something else")] };
  assert.deepEqual(
    refusal(() => readResponse(odd, SCALES, [read])),
    ["other_weights", 1],
  );
});
