/** Names of things, as `web/ids.py` makes them: UUIDv7, so that what was made later sorts later. */

const AN_HOUR = 3_600_000n << 12n;
const GROUPS = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/;

let last = 0n;

/** Return a new name, made at these milliseconds; of two at one time, the second sorts later. */
export function newId(ms = Date.now()) {
  const asked = BigInt(Math.max(0, Math.floor(ms))) << 12n;
  // A clock that was set back by hours begins anew.
  last = asked > last || last - asked > AN_HOUR ? asked : last + 1n;
  const chance = crypto.getRandomValues(new Uint8Array(8));
  chance[0] = (chance[0] & 0x3f) | 0x80;
  const time = ((last >> 12n) << 16n) | 0x7000n | (last & 0xfffn);
  const hex = time.toString(16).padStart(16, "0") + hexOf(chance);
  return hex.replace(GROUPS, "$1-$2-$3-$4-$5");
}

function hexOf(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
