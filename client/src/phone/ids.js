/** Names of things, as `web/ids.py` makes them: UUIDv7, so that what was made later sorts later. */

let last = 0n;

/** Return a new name, made at these milliseconds; of two at one time, the second sorts later. */
export function newId(ms = Date.now()) {
  const asked = BigInt(Math.max(0, Math.floor(ms))) << 12n;
  last = asked > last || last - asked > MUCH ? asked : last + 1n;
  const chance = crypto.getRandomValues(new Uint8Array(8));
  chance[0] = (chance[0] & 0x3f) | 0x80;
  const time = ((last >> 12n) << 16n) | 0x7000n | (last & 0xfffn);
  const hex = time.toString(16).padStart(16, "0") + hexOf(chance);
  return [8, 4, 4, 4, 12]
    .map(
      (
        (at) => (n) =>
          hex.slice(at, (at += n))
      )(0),
    )
    .join("-");
}

const MUCH = 3_600_000n << 12n; // a clock that was set back by an hour begins anew

function hexOf(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
