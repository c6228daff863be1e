/** What a tap means: the fields of its form, with the button that was pressed, as a moment. */

const VAGUE = [
  [180, 30],
  [60, 20],
  [30, 10],
  [15, 5],
  [5, 3],
];

/** Return the moment that a form of Now brings (as `places/now/forms.py` reads it). */
export function momentOf(child, fields) {
  const [kind, word] = (fields.get("tap") ?? "").split("/");
  const ago = Number(fields.get("ago") ?? 0);
  const answers = ["response", "settling"].includes(kind) && fields.get("answers");
  return {
    ...{ child, kind, word, ago, about: aboutOf(ago) },
    ...(answers ? { answers } : {}),
    ...(kind === "care" ? { detail: detailOf(word, fields) } : {}),
    ...(kind === "note" ? { text: (fields.get("text") ?? "").trim() } : {}),
  };
}

/** Return how sure "about so many minutes ago" is: give or take so many. */
export function aboutOf(ago) {
  return VAGUE.find(([from]) => ago >= from)?.[1] ?? 0;
}

function detailOf(word, fields) {
  if (word === "feed") return feedOf(fields);
  const nappy = word === "nappy" && fields.get("nappy");
  if (!nappy) return {};
  return { wet: ["wet", "both"].includes(nappy), soiled: ["soiled", "both"].includes(nappy) };
}

function feedOf(fields) {
  const begins = fields.get("begins");
  if (begins) return { how: "breast", side: begins, [`${begins}_s`]: 0 };
  const side = fields.get("side");
  if (side) return { how: "breast", side };
  const bottle = fields.get("bottle");
  const how = bottle ? "bottle" : fields.get("how");
  const ml = bottle ?? (how === "bottle" ? fields.get("ml") : "");
  return { ...(how ? { how } : {}), ...(ml ? { ml: Number(ml.replace(",", ".")) } : {}) };
}
