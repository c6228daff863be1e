/**
 * Steps of what happened, drawn from the page's own piece, each with a mark where it waits; and under
 * them the way to see why, where the server would not take one.
 */

/** Return what draws rows of moments into a row of steps. */
export function stepsOf(piece, telling) {
  const step = piece("step").firstElementChild;
  const nobody = "00000000-0000-0000-0000-000000000000";
  const draw = (row) => {
    const link = step.cloneNode();
    link.classList.add(row.kind);
    link.href = step.getAttribute("href").replace(nobody, row.id);
    link.dataset.moment = row.id;
    link.append(telling.told(row));
    if (row.state !== "kept") link.append(piece(row.state));
    return link;
  };
  return (place, rows) => {
    const shown = JSON.stringify(rows.map((row) => [row.id, telling.told(row), row.state]));
    if (!place || place.dataset.shown === shown) return;
    place.dataset.shown = shown;
    place.replaceChildren(...rows.map(draw));
    place.parentElement.querySelector("[data-why]")?.remove();
    if (rows.some(({ state }) => state === "refused")) place.after(piece("see-why"));
  };
}
