/** Give the page its light, and the side where the thumb is. Colours are those of the tokens. */

import { chosen } from "./choices.js";
import { lightOf } from "./rule.js";

const BAR = { day: "#faf6ee", night: "#120d0a" };
const SCHEME = { day: "light", night: "dark" };

/** Set what the styles go by, before the first paint and whenever the hour changes. */
export function apply(page = document.documentElement) {
  const isDark = matchMedia("(prefers-color-scheme: dark)").matches;
  const { light, night } = lightOf(chosen("light"), new Date().getHours(), isDark);
  if (light) page.dataset.light = light;
  else delete page.dataset.light;
  page.toggleAttribute("data-night", night);
  page.dataset.reach = reach(chosen("thumb"), page.dir);
  meta("color-scheme", () => SCHEME[light] ?? "light dark");
  meta("theme-color", (one) => BAR[light ?? (one.media.includes("dark") ? "night" : "day")]);
}

/** Return the side of a thumb as a text runs: at its start or its end. */
function reach(thumb, direction) {
  if (thumb !== "left" && thumb !== "right") return "both";
  return (thumb === "left") === (direction !== "rtl") ? "start" : "end";
}

function meta(name, content) {
  for (const one of document.querySelectorAll(`meta[name="${name}"]`)) one.content = content(one);
}
