/**
 * What this phone remembers about asking, so that it asks little: the hours of the last visits, which
 * questions were shown, what was put aside. It stays here, and holds nothing that was written.
 */

const VISITS = 30;
const AGAIN = 45 * 60 * 1000; // opened again within this, it is the same visit
const KEPT_DAYS = 40;

/** Open the memory of a seat for one child. */
export function memoryOf(seat, child, storage = globalThis.localStorage) {
  const name = `holdfast bond ${seat} ${child}`;
  const read = () => JSON.parse(storage.getItem(name) ?? "{}");

  function change(more) {
    const after = { ...read(), ...more };
    storage.setItem(name, JSON.stringify(after));
    return after;
  }

  return {
    read,
    change,
    /** Remember that somebody came; returns the hours of the visits before. */
    visit(now) {
      const { hours = [], visited = 0 } = read();
      if (now - visited > AGAIN) {
        change({ hours: [...hours, now.getHours()].slice(-VISITS), visited: Number(now) });
      }
      return hours;
    },
    /** Forget it all, where the journal is not open on this phone any more. */
    forget: () => storage.removeItem(name),
    /** Remember which question stands on which day. */
    shown(key, day, text) {
      const lately = Object.entries(read().used ?? {}).filter(([, on]) => day - on < KEPT_DAYS);
      change({ used: { ...Object.fromEntries(lately), [key]: day }, standing: { key, day, text } });
    },
  };
}
