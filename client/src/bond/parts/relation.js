/** Who somebody is to the child: asked once, left open as easily. */

import { asksRelation } from "../asks.js";
import { find, onDo } from "../page.js";

export function relation(bond) {
  const part = bond.main.querySelector('[data-part="relation"]');
  find(part, "choose").addEventListener("click", (event) => {
    const { value } = event.target.closest("button") ?? {};
    if (value) bond.wish({ relation: value });
  });
  onDo(part, "no-relation", () => bond.wish({ relation: "" }));

  return (entries) => {
    part.hidden = !asksRelation(entries, bond);
    for (const known of bond.main.querySelectorAll("[data-for]")) {
      known.hidden = known.dataset.for !== bond.wishes.relation;
    }
    bond.fit(bond.main);
  };
}
