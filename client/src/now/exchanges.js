/** Exchanges, found in a child's moments as `engine/exchanges.py` finds them. Times are in ms. */

const TOGETHER = 600_000;
const OPEN_FOR = 1_800_000;
const CARE_THAT_ANSWERS = ["feed", "sleep", "nappy"];

/** Return the exchanges of one child's moments, in order. */
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
  const answers = moments.filter(({ kind }) => kind === "response" || kind === "care");
  return {
    id: signals[0].id,
    opened: signals[0].since,
    signals: signals.map(({ word }) => word),
    moments: moments.map(({ id }) => id),
    answers,
    end: ending?.word ?? (leftToGoOn(moments) ? "went_on" : "unknown"),
    ended: ending?.since ?? moments.at(-1).since + OPEN_FOR,
    by: [...new Set(moments.map(({ by }) => by).filter(Boolean))],
  };
}

function leftToGoOn(moments) {
  const at = moments.findLastIndex(({ word }) => word === "went_on");
  const after = moments
    .slice(at + 1)
    .some(({ word, kind }) => kind !== "settling" && kind !== "signal" && word !== "not_just_then");
  return at >= 0 && !after;
}
