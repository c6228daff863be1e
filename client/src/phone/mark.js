/** The quiet line that says how many wait; nothing while a tap is on its way. */

import { onChange } from "./changes.js";
import { refused, waiting } from "./log.js";

const ON_ITS_WAY = 4_000;

/** Keep the line true. Returns what to call after each exchange. */
export function markIn(line) {
  let reached = true;
  let key = "waits";
  let timer;

  async function draw() {
    const [waits, held] = [(await waiting()).length, (await refused()).length];
    clearTimeout(timer);
    const shown = held > 0 || (waits > 0 && (!reached || !line.hidden));
    if (!shown && waits > 0) timer = setTimeout(() => show(waits, held), ON_ITS_WAY);
    else show(shown ? waits : 0, held);
  }

  function show(waits, held) {
    const texts = { waits: say(key, waits), held: say("held", held) };
    line.querySelector("a").textContent = [texts.waits, texts.held].filter(Boolean).join(" · ");
    line.hidden = waits + held === 0;
  }

  function say(key, count) {
    return count > 0 ? line.dataset[key].replace("%(n)s", count) : "";
  }

  onChange(draw);
  draw();
  return ({ status }) => {
    reached = status === 200;
    key = status === 401 ? "out" : "waits";
    return draw();
  };
}
