/**
 * A day as events, in order: exchanges as what they are, what stands for itself. Pure; the twin of
 * `places/day/page.py`.
 */

const SETTLED = ["settled", "settled_alone"];

/** Return the events of the moments that lie between two instants, or reach into them. */
export function eventsOf(rows, exchanges, { from, to, names, telling }) {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const onDay = new Set(rows.filter((row) => isOn(row, from, to)).map(({ id }) => id));
  const found = exchanges.filter(({ moments }) => moments.some((id) => onDay.has(id)));
  const within = new Set(found.flatMap(({ moments }) => moments));
  const alone = rows.filter(({ id }) => onDay.has(id) && !within.has(id));
  return [
    ...found.map((one) =>
      exchange(
        one,
        one.moments.map((id) => byId.get(id)),
        names,
        telling,
      ),
    ),
    ...alone.map((row) => single(row, names, telling)),
  ].sort((one, other) => one.at - other.at);
}

function isOn({ at, until }, from, to) {
  const [begins, ends] = [Date.parse(at), until ? Date.parse(until) : null];
  return (begins >= from && begins < to) || (begins < from && ends > from);
}

function exchange(found, rows, names, telling) {
  const took = SETTLED.includes(found.end) ? telling.lasting(found.ended - found.opened) : "";
  return {
    kind: "exchange",
    at: found.opened,
    clock: telling.clock({ at: found.opened, zone: rows[0].zone }),
    rows,
    mended: found.repaired,
    text: rows
      .map(({ text }) => text)
      .filter(Boolean)
      .join("\n"),
    told: listed([who(rows, names), took, roughly(rows, telling)]),
    lasting: false,
  };
}

function single(row, names, telling) {
  return {
    kind: row.kind,
    at: Date.parse(row.at),
    clock: telling.clock({ at: row.at, zone: row.zone }),
    rows: [row],
    mended: false,
    text: row.text ?? "",
    told: listed([who([row], names), roughly([row], telling)]),
    lasting: Boolean(row.until) && row.kind !== "note",
  };
}

function who(rows, names) {
  return [...new Set(rows.map(({ by }) => names[by]).filter(Boolean))].join(", ");
}

function roughly(rows, telling) {
  return rows.some(({ about }) => about) ? telling.words.about_this_time : "";
}

function listed(parts) {
  return parts.filter(Boolean).join(" · ");
}
