/**
 * What may help first, from the child's sheet, without a connection: the same multiplications as
 * `engine/sheet.py`, held to it by a test on a thousand random cases.
 */

/** Two or three options, the likeliest first, or none: {options, by, n}. Times are in minutes. */
export function mayHelp(sheet, word, { sinceFeed = null, awake = null } = {}) {
  if (!Object.hasOwn(sheet.groups, word)) return { options: [], by: "nothing", n: 0 };
  if (sheet.by === "frequency") {
    const counts = sheet.settled[sheet.words[word]];
    const n = sum(counts);
    if (n < sheet.few) return { options: [], by: "nothing", n };
    const shares = counts.map((count) => (count + 1) / (n + counts.length));
    return { options: options(sheet, word, shares), by: "frequency", n };
  }
  const sharp = sharpened(needChances(sheet, word, sinceFeed, awake), sheet.temperature);
  const expects = sheet.classes.map((_, i) => sum(sharp.map((p, n) => p * sheet.settles[n][i])));
  const chances = corrected(sheet, sheet.words[word], expects);
  // Which need it is may stay open where one answer fits all that are left.
  if (Math.max(...sharp, ...chances) < sheet.sure) {
    return { options: [], by: "nothing", n: sheet.scored };
  }
  return { options: options(sheet, word, chances), by: "model", n: sheet.scored };
}

function needChances(sheet, word, sinceFeed, awake) {
  const factors = [
    clockFactor(sheet, sinceFeed, sheet.feed),
    clockFactor(sheet, awake, sheet.wake),
  ];
  const telling = sheet.telling[sheet.groups[word]];
  const weights = sheet.shares.map((share, need) => share * telling[need] * (factors[need] ?? 1));
  const total = sum(weights);
  return weights.map((w) => ((1 - sheet.least) * w) / total + sheet.least / weights.length);
}

/** The gamma hazard at these minutes relative to its mean rate; 1 where nobody wrote it down. */
function clockFactor(sheet, minutes, { mean, shape }) {
  if (minutes === null || minutes > sheet.stale) return 1;
  const x = (shape * Math.max(minutes, 0)) / mean;
  let term = 1;
  let total = 1;
  for (let j = 1; j < shape; j += 1) {
    term *= x / j;
    total += term;
  }
  const [low, high] = sheet.range;
  return Math.min(Math.max((shape * term) / total, low), high);
}

function sharpened(chances, temperature) {
  const powers = chances.map((p) => p ** Math.exp(temperature));
  const total = sum(powers);
  return powers.map((p) => p / total);
}

/** What settled this signal more or less often than the tables expected corrects them. */
function corrected(sheet, place, expects) {
  const settled = sheet.settled[place];
  const expected = sheet.expected[place];
  const scale = sheet.as_expected / (sum(expected) + 1);
  const weights = expects.map((now, i) => {
    const usual = scale * (expected[i] + now);
    return (now * (settled[i] + usual)) / (expected[i] + usual);
  });
  const total = sum(weights);
  return weights.map((weight) => weight / total);
}

function options(sheet, word, chances) {
  const tried = sheet.tried[sheet.groups[word]];
  return sheet.classes
    .map((helps, i) => ({
      helps,
      chance: chances[i],
      band: sheet.bands.find(([, least]) => chances[i] >= least)?.[0],
      settled: tried[i][0],
      tried: tried[i][1],
    }))
    .filter((option) => option.band)
    .sort((one, other) => other.chance - one.chance)
    .slice(0, sheet.most);
}

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
