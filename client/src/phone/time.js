/**
 * The time, as the server has it. A phone's clock can be wrong by hours; at each exchange with the
 * server it is compared, and what was tapped meanwhile is placed anew before it leaves.
 */

const CLOSE = 60_000; // an answer takes seconds, and the server tells whole ones
const VAGUEST = 86_400_000;

let known = 0;

/** Return the time in milliseconds, mended by what is known of this phone's clock. */
export function now() {
  return Date.now() + known;
}

/** Return by how many milliseconds this phone's clock is thought to be behind the server's. */
export function offset() {
  return known;
}

/** Take over what was measured. */
export function setOffset(ms) {
  known = ms;
}

/**
 * Return by how much a clock is behind that showed `sent` and `back` around the server's time.
 *
 * What was known before stands unless it is plainly otherwise: a server tells whole seconds, and
 * of two taps in one second the second must not come first.
 */
export function measured({ sent, back, server }, before = 0) {
  const behind = Math.round(server + 500 - (sent + back) / 2);
  return [0, before].find((known) => Math.abs(behind - known) < CLOSE) ?? behind;
}

/**
 * Place taps in time. Each was made after the `last` exchange and before the `present` one, so
 * that is where it belongs, whatever the clock showed.
 *
 * Where the clock was changed in between, a tap is read by the clock that brings it there. Where
 * both do: what was made before the clock was seen to go back is read by the old one. Where that
 * was not seen: one that is right now was set right when the network came back, so it was wrong
 * till then; one that is wrong now has been since. Where neither does, it stands at the nearer
 * edge, as uncertain as the time between is long. Their order stays.
 *
 * @param stamps {made, offset}: what the clock showed, and by how much it was thought to be behind.
 * @param last the server's time at the exchange before; null where there was none.
 * @param present {raw, server, offset}: the phone's and the server's time at this one.
 * @returns {at, slack} in milliseconds for each.
 */
export function placed(stamps, { last, present }) {
  const low = last === null ? -Infinity : last - CLOSE;
  const high = present.server + CLOSE;
  const setBack = lastBackward(stamps, present.raw);
  let before = -Infinity;
  return stamps.map(({ made, offset: then }, index) => {
    const wasThen = setBack >= 0 ? index <= setBack : present.offset === 0;
    const clocks = wasThen ? [then, present.offset] : [present.offset, then];
    const fits = clocks.map((clock) => made + clock).find((at) => at >= low && at <= high);
    const at = Math.max(before, fits ?? nearest(made + present.offset, last, present.server));
    before = at;
    return { at, slack: fits === undefined ? Math.min(present.server - (last ?? 0), VAGUEST) : 0 };
  });
}

/** Return the last tap after which the clock was seen to go back; -1 where it never was. */
function lastBackward(stamps, raw) {
  const shown = [...stamps.map(({ made }) => made), raw];
  return stamps.findLastIndex(({ made }, index) => shown[index + 1] < made - CLOSE);
}

function nearest(at, last, server) {
  return Math.min(Math.max(at, last ?? -Infinity), server);
}
