/** Local days and clocks in a zone, and the instants that they are. */

/** Return {day: "2026-03-29", clock: "03:10"} of an instant in a zone. */
export function localOf(at, zone) {
  const shown = { dateStyle: "short", timeStyle: "short", hourCycle: "h23", timeZone: zone };
  const [day, clock] = new Intl.DateTimeFormat("sv-SE", shown).format(new Date(at)).split(" ");
  return { day, clock };
}

/** Return the instant in ms of a local time; the first of two, null where the clocks skipped it. */
export function instantOf(day, clock, zone) {
  const asUtc = Date.parse(`${day}T${clock}:00Z`);
  const around = [-1, 1].map((days) => asUtc - offsetAt(asUtc + days * 86_400_000, zone));
  const found = around.filter((at) => {
    const local = localOf(at, zone);
    return local.day === day && local.clock === clock;
  });
  return found.length > 0 ? Math.min(...found) : null;
}

function offsetAt(at, zone) {
  const { day, clock } = localOf(at, zone);
  return Date.parse(`${day}T${clock}:00Z`) - Math.floor(at / 60_000) * 60_000;
}
