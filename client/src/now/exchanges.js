/** Exchanges, found in a child's moments as `engine/exchanges.py` finds them. Times are in ms. */

const TOGETHER = 600_000;
const OPEN_FOR = 1_800_000;
const CARE_THAT_ANSWERS = ["feed", "sleep", "nappy"];

/**
 * Return the exchanges of one child's moments, in order. What two people wrote down of one
 * happening counts once: put it through `oneOfEach` (`sameness.js`) before.
 */
export function exchangesOf(rows) {
  return walk(rows).map(told);
}

function walk(rows) {
  const found = [];
  const exchangeOf = new Map();
  for (const moment of placed(rows)) {
    const current = found.at(-1);
    if (moment.kind === "signal") {
      const goesOn = current && !current.some(closes) && follows(moment, current);
      const exchange = goesOn ? current : [];
      if (!goesOn) found.push(exchange);
      exchange.push(moment);
      exchangeOf.set(moment.id, exchange);
    } else if (exchangeOf.has(moment.named)) {
      exchangeOf.get(moment.named).push(moment);
    } else if (current && !current.some(closes) && inTime(moment, current)) {
      current.push(moment);
    }
  }
  return found;
}

function placed(rows) {
  const signals = new Map(rows.filter(({ kind }) => kind === "signal").map((m) => [m.id, m]));
  return rows
    .filter(couldBelong)
    .map((moment) => {
      const named = moment.kind === "signal" ? undefined : signals.get(moment.answers);
      const at = Date.parse(moment.at);
      const since = named ? Math.max(at, Date.parse(named.at)) : at;
      return { ...moment, since, named: named?.id };
    })
    .sort((a, b) => a.since - b.since || place(a) - place(b) || (a.id < b.id ? -1 : 1));
}

const place = ({ kind }) => ({ signal: 0, settling: 2 })[kind] ?? 1;
const closes = ({ kind, word }) => kind === "settling" && word !== "went_on";
const couldBelong = ({ kind, word }) =>
  ["signal", "response", "settling"].includes(kind) ||
  (kind === "care" && CARE_THAT_ANSWERS.includes(word));

function follows(signal, exchange) {
  return signal.since - exchange.findLast(({ kind }) => kind === "signal").since <= TOGETHER;
}

function inTime(moment, exchange) {
  const asked =
    moment.kind === "settling"
      ? exchange.at(-1)
      : exchange.findLast(({ kind, word }) => kind === "signal" || word === "went_on");
  return moment.since - asked.since <= OPEN_FOR;
}

function told(moments) {
  const signals = moments.filter(({ kind }) => kind === "signal");
  const ending = moments.find(closes);
  const upToEnd = ending ? moments.slice(0, moments.indexOf(ending)) : moments;
  const real = upToEnd.filter(isReal);
  return {
    id: signals[0].id,
    opened: signals[0].since,
    signals: signals.map(({ word }) => word),
    moments: moments.map(({ id }) => id),
    answers: moments.filter(isAnswer),
    end: ending?.word ?? (isLeftToGoOn(moments, real) ? "went_on" : "unknown"),
    ended: ending?.since ?? moments.at(-1).since + OPEN_FOR,
    repaired: isMended(moments, ending, real, signals[0].since),
    by: [...new Set(moments.map(({ by }) => by).filter(Boolean))],
  };
}

const isAnswer = ({ kind }) => kind === "response" || kind === "care";
const isReal = (moment) => isAnswer(moment) && moment.word !== "not_just_then";

function isLeftToGoOn(moments, real) {
  const at = moments.findLastIndex(({ word }) => word === "went_on");
  return at >= 0 && !real.some((answer) => moments.indexOf(answer) > at);
}

/** Whether it went wrong at first and a later answer, of anybody, settled it. */
function isMended(moments, ending, real, opened) {
  if (ending?.word !== "settled" || real.length === 0) return false;
  const latest = real.at(-1);
  if (real[0].since - opened > TOGETHER) return true;
  return moments.slice(0, moments.indexOf(latest)).some((moment) => {
    if (["not_just_then", "went_on"].includes(moment.word)) return true;
    const inVain = real.includes(moment) && ending.since - moment.since > TOGETHER;
    return inVain && latest.since > moment.since;
  });
}
