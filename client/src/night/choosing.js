/**
 * What is chosen on this phone holds at once, also without a connection: dimming is no matter for a
 * server. Without a script the form does the same, with a page in between.
 */

import { apply } from "./apply.js";
import { choiceCookie } from "./choices.js";

const { document } = globalThis;

document?.addEventListener("submit", (event) => {
  const { target: form, submitter } = event;
  if (!form.matches("[data-choices]") || submitter.hasAttribute("formaction")) return;
  event.preventDefault();
  document.cookie = choiceCookie(submitter.name, submitter.value, location.protocol === "https:");
  for (const button of document.querySelectorAll(`[data-choices] [name="${submitter.name}"]`)) {
    button.setAttribute("aria-pressed", button.value === submitter.value);
  }
  form.closest("details")?.removeAttribute("open");
  apply();
});
