/**
 * The line as one would set it by hand: a soft band, a stroke, words where they belong. Looks come
 * from classes alone, as in the figures that the server draws.
 */

const NS = "http://www.w3.org/2000/svg";
const WIDTH = 360;
const [TOP, FOOT] = [36, 156];
const STRIP = { top: 166, foot: 190 };
const UNDER = 20; // from the lowest line to the words below it
const [LEFT, RIGHT] = [2, WIDTH - 2];
const REACH = 2; // the scale's ends, in steps of how people differ
const LABEL = 13; // between two lines of words
const LETTER = 6.4; // the width of one, about

/**
 * Draw a line. `rows` are {at, level, low, high} in order; `marks` are {at, label}; `others` is
 * {share, from} steps of the published beginnings, or null; `words` are what stands beside it.
 */
export function drawLine({ rows, marks, others, words }) {
  const [first, last] = [Number(rows[0].at), Number(rows.at(-1).at)];
  const x = (at) => place((at - first) / (last - first), LEFT, RIGHT);
  const y = (level) => place((level + REACH) / (2 * REACH), FOOT, TOP);
  const there = rows.map((row) => [x(row.at), y(row.high)]);
  const foot = (others ? STRIP.foot : FOOT) + UNDER;
  const back = [...rows].reverse().map((row) => [x(row.at), y(row.low)]);
  return element(
    "svg",
    {
      class: "drawing bond-line",
      viewBox: `0 0 ${WIDTH} ${foot + 8}`,
      role: "img",
      "aria-label": words.shows,
    },
    [
      ...(others ? strip(others, x, words.others) : []),
      ...[TOP, FOOT].map((level) =>
        element("line", { class: "rule", x1: LEFT, x2: RIGHT, y1: level, y2: level }),
      ),
      element("path", { class: "band", d: `M${through(there)}L${through(back)}Z` }),
      element("path", {
        class: "stroke",
        d: `M${through(rows.map((row) => [x(row.at), y(row.level)]))}`,
      }),
      written(LEFT, TOP - 5, words.near),
      written(LEFT, FOOT - 5, words.far),
      ...landmarks(marks, x),
      written(LEFT, foot, words.from),
      written(RIGHT, foot, words.to, "end"),
    ],
  );
}

const place = (share, start, end) => round(start + Math.min(Math.max(share, 0), 1) * (end - start));
const round = (n) => Math.round(n * 10) / 10;
const through = (points) => points.map((point) => point.join(" ")).join("L");

/** Soft uprights with their words; a word that would lie on another stands a line lower. */
function landmarks(marks, x) {
  const ends = [];
  return marks.flatMap(({ at, label }) => {
    const here = x(at);
    const atEnd = here + label.length * LETTER > RIGHT;
    const [from, to] = atEnd
      ? [here - label.length * LETTER, here]
      : [here, here + label.length * LETTER];
    const free = ends.findIndex((end) => end + LETTER < from);
    const row = free < 0 ? ends.length : free;
    ends[row] = to;
    const words = written(
      here + (atEnd ? -4 : 4),
      TOP + LABEL * (row + 1),
      label,
      atEnd ? "end" : "start",
    );
    return [element("line", { class: "mark", x1: here, x2: here, y1: TOP, y2: FOOT }), words];
  });
}

/** How many had felt it by then, as steps within a strip below the line. */
function strip(others, x, words) {
  const height = STRIP.foot - STRIP.top;
  const top = (share) => round(STRIP.foot - share * height);
  const steps = others.flatMap(({ from, share }, k) => {
    const until = others[k + 1]?.from ?? Number.MAX_SAFE_INTEGER;
    return [
      [x(from), top(share)],
      [x(until), top(share)],
    ];
  });
  const [start, end] = [steps[0][0], steps.at(-1)[0]];
  const path = `M${start} ${STRIP.foot}L${through(steps)}L${end} ${STRIP.foot}Z`;
  return [
    element("path", { class: "published", d: path }),
    written(RIGHT - 6, STRIP.foot - 7, words, "end", "published-name"),
  ];
}

function written(x, y, words, end = "start", look = null) {
  const text = element("text", { x, y, "text-anchor": end, ...(look && { class: look }) });
  text.textContent = words;
  return text;
}

function element(name, attributes, children = []) {
  const made = document.createElementNS(NS, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}
