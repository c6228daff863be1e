/** Fill the places of a text that the server wrote: "%(long)s ago", "%(ml)g ml", "%(minutes)02d". */

const PLACE = /%\((\w+)\)(0?\d*)(?:\.(\d))?([dgsf])/g;

/** Return the text with its places filled; a place of which nothing is known stays empty. */
export function fill(text, places = {}) {
  return text.replace(PLACE, (_whole, name, width, digits, kind) => {
    const value = places[name] ?? "";
    if (kind === "f") return fixed(value, digits);
    const said = kind === "d" ? Math.trunc(Number(value)) : kind === "g" ? general(value) : value;
    return width ? String(said).padStart(Number(width), "0") : String(said);
  });
}

/** Return a number as Python's %g writes it: six digits, and no noughts at the end. */
function general(value) {
  return String(Number(Number(value).toPrecision(6)));
}

/** Return a number with so many digits, where half of one goes to the even side as in Python. */
function fixed(value, digits) {
  const shown = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  const style = { ...shown, roundingMode: "halfEven", useGrouping: false };
  return new Intl.NumberFormat("en", style).format(value);
}
