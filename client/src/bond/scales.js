/**
 * What a questionnaire's answers come to. The keys are `engine/scales.py`'s, carried here by the
 * page; a test holds both to the same sums. What calls for help is found on entry, without asking
 * anybody.
 */

/** What the options of an item count, from the top down as they are printed. */
export function printedWeights(scale, item) {
  return scale.turned.includes(item) ? [...scale.weights].reverse() : scale.weights;
}

/** What each answered item counts; `printed` are places, null where it does not apply. */
export function counts(scale, printed) {
  const count = ([item, place]) => [
    item,
    place === null ? scale.may_not_apply[item] : printedWeights(scale, Number(item))[place],
  ];
  return Object.fromEntries(Object.entries(printed).map(count));
}

/** What the items come to: {total, parts, routes, talk, missing}. */
export function cameTo(scale, counted) {
  const every = Array.from({ length: scale.items }, (_, n) => n + 1);
  const missing = every.filter((item) => counted[item] === undefined);
  const named = Object.entries(scale.parts);
  const parts = Object.fromEntries(
    named.map(([name, items]) => [name, part(counted, items, scale.means)]),
  );
  const total = scale.means ? null : part(counted, every, false);
  const heard = Object.keys(scale.routes).filter((item) => counted[item] >= 1);
  const routes = [...new Set(heard.map((item) => scale.routes[item]))];
  const about = scale.talk_part === null ? total : parts[scale.talk_part];
  return { total, parts, routes, talk: callsForTalk(scale, about), missing };
}

function part(counted, items, mean) {
  if (items.some((item) => counted[item] === undefined)) return null;
  const total = items.reduce((sum, item) => sum + counted[item], 0);
  return Number((mean ? total / items.length : total).toFixed(10));
}

function callsForTalk({ talk_from: low, talk_up_to: high }, about) {
  if (about === null) return false;
  return (low !== null && about >= low) || (high !== null && about <= high);
}
