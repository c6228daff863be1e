/** While a page is open: the hour changes, the phone's own light does, somebody comes back. */

import "./choosing.js";
import "./down.js";
import { apply } from "./apply.js";

const { document } = globalThis;
const EVERY = 60_000;

if (document) {
  setInterval(() => apply(), EVERY);
  document.addEventListener("visibilitychange", () => apply());
  addEventListener("pageshow", ({ persisted }) => persisted && apply());
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => apply());
}
