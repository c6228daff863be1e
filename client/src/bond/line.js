/**
 * The bond's line, computed where the check-ins are read: on the phone. The same filter and
 * smoother as `engine/bond.py`, held to it by a test on random lives. Priors with their sources
 * stand in `engine/priors.py`.
 */

const TERM_WEEKS = 40;
const LEVEL_VARIANCE = 0.6;
const DRIFT_VARIANCE = 0.4;
const DRIFT_WEEKS = 20;
const BIRTH = 0.78;
const BEFORE_BIRTH = [
  [16, -0.6],
  [24, -0.2],
  [32, 0],
  [40, 0],
];
const AFTER_BIRTH = [
  [0, -0.25],
  [4, 0],
  [12, 0.15],
  [26, 0.2],
];
const MIDDLE = 3;
const NOISE = 1.2;
const WIDTH = 1.2815515655446004; // of half a band that holds eight in ten, in standard errors
const LOW = -1.28; // one in ten is below
const TIMES = 3;
const WEEKS = 3;

const START = { u: 0, x: 0, uu: LEVEL_VARIANCE, ux: 0, xx: DRIFT_VARIANCE };

/** Read five-step check-ins as observations. */
export function checkIns(answers) {
  return answers.map(({ week, answer }) => ({
    week,
    value: answer - MIDDLE,
    slope: 1,
    noise: NOISE,
  }));
}

/** Follow a bond through observations; one row each, and one for each week in `at`. */
export function bondLine(observations, { at = [], bornAt = TERM_WEEKS } = {}) {
  const steps = inOrder(observations, at, bornAt);
  const { aheads, thens, logLikelihood } = follow(steps);
  const nows = lookBack(steps, aheads, thens);
  let n = 0;
  const weeks = steps.map((step, k) => {
    n += step.value === null ? 0 : 1;
    const [level, error] = whole(step, nows[k]);
    const [then, thenError] = whole(step, thens[k]);
    return {
      week: step.week,
      n,
      answered: step.value !== null,
      level,
      low: level - WIDTH * error,
      high: level + WIDTH * error,
      then,
      thenError,
    };
  });
  return { weeks, logLikelihood };
}

/** By how much it is nearer at one week than at an earlier one: {value, low, high, n}. */
export function rise(observations, { since, until, bornAt = TERM_WEEKS }) {
  const steps = inOrder(observations, [since, until], bornAt);
  const { aheads, thens } = follow(steps);
  const nows = lookBack(steps, aheads, thens);
  const [first, last] = [since, until].map((week) => steps.findLastIndex((s) => s.week === week));
  let shared = matrix(nows[last]);
  for (let k = last - 1; k >= first; k -= 1) {
    shared = times(gain(thens[k], kept(steps[k].week, steps[k + 1].week), aheads[k + 1]), shared);
  }
  const both = shared[0][0] + shared[0][1] + shared[1][0] + shared[1][1];
  const [level, error] = whole(steps[last], nows[last]);
  const [before, errorBefore] = whole(steps[first], nows[first]);
  const value = level - before;
  const width = WIDTH * Math.sqrt(Math.max(error ** 2 + errorBefore ** 2 - 2 * both, 0));
  return { value, low: value - width, high: value + width, n: observations.length };
}

/** Whether the last check-ins, three or more over three weeks or more, were each surely low. */
export function heavy({ weeks }) {
  const asked = weeks.filter((row) => row.answered);
  const fine = asked.findLastIndex((row) => (LOW - row.then) / row.thenError <= WIDTH);
  const run = asked.slice(fine + 1);
  return run.length >= TIMES && run.at(-1).week - run[0].week >= WEEKS;
}

/** The mean bond at a week since birth. */
export function usual(week, bornAt = TERM_WEEKS) {
  return week < 0 ? between(BEFORE_BIRTH, week + bornAt) : between(AFTER_BIRTH, week);
}

function between(points, at) {
  if (at <= points[0][0]) return points[0][1];
  const k = points.findIndex(([x]) => at <= x);
  if (k < 0) return points.at(-1)[1];
  const [[x0, y0], [x1, y1]] = [points[k - 1], points[k]];
  return y0 + ((y1 - y0) * (at - x0)) / (x1 - x0);
}

function inOrder(observations, at, bornAt) {
  const names = ["week", "value", "slope", "noise"];
  const answers = [...observations].sort((one, other) => {
    const name = names.find((each) => one[each] !== other[each]);
    return name ? one[name] - other[name] : 0;
  });
  const asked = at.map((week) => ({ week, value: null }));
  return [...answers, ...asked]
    .sort((one, other) => one.week - other.week)
    .map((step) => ({ ...step, mean: usual(step.week, bornAt) }));
}

function follow(steps) {
  let state = START;
  let before = steps[0]?.week;
  let logLikelihood = 0;
  const aheads = [];
  const thens = [];
  for (const step of steps) {
    state = moved(state, kept(before, step.week));
    before = step.week;
    aheads.push(state);
    if (step.value !== null) {
      const [after, density] = answered(state, step);
      state = after;
      logLikelihood += density;
    }
    thens.push(state);
  }
  return { aheads, thens, logLikelihood };
}

function kept(start, end) {
  const birth = start < 0 && end >= 0 ? BIRTH : 1;
  return { u: birth, x: birth * Math.exp(-(end - start) / DRIFT_WEEKS) };
}

function moved(state, { u, x }) {
  return {
    u: u * state.u,
    x: x * state.x,
    uu: u ** 2 * state.uu + (1 - u ** 2) * LEVEL_VARIANCE,
    ux: u * x * state.ux,
    xx: x ** 2 * state.xx + (1 - x ** 2) * DRIFT_VARIANCE,
  };
}

function answered({ u, x, uu, ux, xx }, { value, slope, noise, mean }) {
  const withU = slope * (uu + ux);
  const withX = slope * (ux + xx);
  const total = slope * (withU + withX) + noise;
  const error = value - slope * mean - slope * (u + x);
  const [gainU, gainX] = [withU / total, withX / total];
  const after = {
    u: u + gainU * error,
    x: x + gainX * error,
    uu: uu - gainU * withU,
    ux: ux - gainU * withX,
    xx: xx - gainX * withX,
  };
  return [after, -0.5 * (Math.log(2 * Math.PI * total) + error ** 2 / total)];
}

function lookBack(steps, aheads, thens) {
  const nows = thens.slice(-1);
  for (let k = thens.length - 2; k >= 0; k -= 1) {
    nows.push(back(thens[k], kept(steps[k].week, steps[k + 1].week), aheads[k + 1], nows.at(-1)));
  }
  return nows.reverse();
}

function back(then, keep, ahead, later) {
  const pull = gain(then, keep, ahead);
  const [du, dx] = [later.u - ahead.u, later.x - ahead.x];
  const [came, expected] = [matrix(later), matrix(ahead)];
  const more = came.map((row, i) => row.map((value, j) => value - expected[i][j]));
  const spread = times(times(pull, more), turned(pull));
  return {
    u: then.u + pull[0][0] * du + pull[0][1] * dx,
    x: then.x + pull[1][0] * du + pull[1][1] * dx,
    uu: then.uu + spread[0][0],
    ux: then.ux + spread[0][1],
    xx: then.xx + spread[1][1],
  };
}

/** How much of what came out later corrects what was known then. */
function gain(then, keep, ahead) {
  const { uu, ux, xx } = ahead;
  const size = uu * xx - ux * ux;
  const inverse = [
    [xx / size, -ux / size],
    [-ux / size, uu / size],
  ];
  const known = matrix(then).map(([u, x]) => [u * keep.u, x * keep.x]);
  return times(known, inverse);
}

const matrix = ({ uu, ux, xx }) => [
  [uu, ux],
  [ux, xx],
];
const turned = ([[a, b], [c, d]]) => [
  [a, c],
  [b, d],
];
const times = (one, other) =>
  one.map((row) => [0, 1].map((j) => row[0] * other[0][j] + row[1] * other[1][j]));

function whole({ mean }, { u, x, uu, ux, xx }) {
  return [mean + u + x, Math.sqrt(uu + 2 * ux + xx)];
}
