/**
 * "You can put me down": at night, once a sitting, gently, and the page goes dark. A touch brings it
 * back and still does what it was meant for. Where nothing may be said, the page brings no words.
 */

import { dark } from "../dim.js";
import { isTime, sittingAt } from "./sitting.js";

const KEPT = "holdfast sitting";
const EVERY = 5_000;
const { document } = globalThis;

if (document?.querySelector("template[data-piece=down]")) begin();

function begin() {
  setInterval(look, EVERY);
  document.addEventListener("visibilitychange", look);
  addEventListener("holdfast:calm", () => keep({ ...sitting(), calm: Date.now() }));
  look();
}

function look() {
  if (document.hidden) return;
  const now = sitting();
  const says = document.documentElement.hasAttribute("data-night") && isTime(now, Date.now());
  keep({ ...now, told: now.told || says });
  if (says) say();
}

function say() {
  const words = document.querySelector("template[data-piece=down]").content.cloneNode(true);
  const line = words.firstElementChild;
  document.body.append(words);
  document.getElementById("said").textContent = line.textContent;
  dark();
  for (const touch of ["pointerdown", "keydown"]) {
    addEventListener(touch, () => line.remove(), { once: true, passive: true });
  }
}

function sitting() {
  return sittingAt(JSON.parse(sessionStorage.getItem(KEPT)), Date.now());
}

function keep(now) {
  sessionStorage.setItem(KEPT, JSON.stringify(now));
}
