/**
 * What may help, said on the phone from the child's sheet, in the sentences that came with it: the
 * twin of `telling/helping.py`.
 */

import { mayHelp } from "../may_help.js";
import { fill } from "./fill.js";
import { clocksOf } from "./minute.js";
import { shortIn } from "./telling.js";

/** Return {options, closing} for an exchange that runs; null where there is no sheet, or a kick. */
export function helpFor({ opened, signals }, moments, heard) {
  const { sheet, words } = heard ?? {};
  const [word] = signals;
  if (!sheet || !Object.hasOwn(sheet.groups, word)) return null;
  const clocks = clocksOf(moments, opened, sheet.stale);
  const may = mayHelp(sheet, word, clocks);
  const options = may.options.map((option) => ({
    title: words.titles[option.helps],
    band: words.bands[option.band],
    why: why(option, clocks, words),
  }));
  return { options, closing: words.closing[may.by] ?? words.closing[word] };
}

/** Give the reason in one line: the clock that it goes by, else how it went the last times. */
function why({ helps, settled, tried }, { sinceFeed, awake }, words) {
  const long = (minutes) => shortIn(words.short, Math.round(minutes) * 60_000);
  if (helps === "feed" && sinceFeed !== null) {
    const since = fill(words.since_feed, { long: long(sinceFeed) });
    return words.gap ? fill(words.both, { since, usual: words.gap }) : since;
  }
  if (helps === "rest" && awake !== null) return fill(words.awake, { long: long(awake) });
  if (tried >= words.tries) return fill(words.tried, { settled, tried });
  return words.usual;
}
