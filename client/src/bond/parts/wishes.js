/** What this page may ask: each switched off and on as easily. */

import { find } from "../page.js";

export function wishes(bond) {
  const part = find(bond.main, "wishes");
  const fields = [...part.querySelectorAll("input[type=checkbox], select")];

  for (const field of fields) {
    field.addEventListener("change", () => {
      const value = field.type === "checkbox" ? field.checked : field.value;
      bond.wish({ [field.name]: value });
    });
  }

  return () => {
    for (const field of fields) {
      if (field.type === "checkbox") field.checked = bond.wishes[field.name];
      else field.value = bond.wishes[field.name];
    }
  };
}
