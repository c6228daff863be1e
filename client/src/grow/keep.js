/**
 * What a signal may be telling is asked when it is loud, and often where there is no line. So the
 * phone fetches these pages beforehand, of the signals on the first screen: once a day, when it
 * has nothing else to do, and not where somebody pays by the byte.
 */

const DAY = 86_400_000;
const PATIENCE = 4_000;
const NOW = /^\/now\/([0-9a-f-]+)\/$/;
const DRAWINGS = /\/static\/built\/drawings[^"#]*\.svg/;
const { document } = globalThis;

if (document) whenIdle(keep);

/** Return the pages of the signals among the taps of a child's Now, each once. */
export function pagesOf(path, taps) {
  const [, child] = NOW.exec(path) ?? [];
  if (!child) return [];
  const words = taps.map((tap) => tap.split("/")).filter(([kind]) => kind === "signal");
  return [...new Set(words.map(([, word]) => `/grow/${child}/signal/${word}/`))];
}

/** Say whether it is a day ago, and online, and free. */
export function isDue({ last, now, online, saving }) {
  return online && !saving && now - last > DAY;
}

async function keep() {
  const tiles = document.querySelector(".tiles")?.querySelectorAll("button[name=tap]") ?? [];
  const taps = [...tiles].map(({ value }) => value);
  const pages = pagesOf(location.pathname, taps);
  const name = `kept ${pages[0]}`;
  const last = Number(localStorage.getItem(name));
  const { onLine: online, connection } = navigator;
  if (!pages.length || !isDue({ last, now: Date.now(), online, saving: connection?.saveData }))
    return;
  const { active } = (await navigator.serviceWorker?.ready) ?? {};
  if (!active) return;
  active.postMessage({ pages });
  localStorage.setItem(name, Date.now());
  const page = await fetch(pages[0]).then(
    (answer) => answer.text(),
    () => "",
  );
  const [drawings] = DRAWINGS.exec(page) ?? [];
  if (drawings) await fetch(drawings).catch(() => {}); // the worker keeps what comes by
}

/** Work once the page has long been there, and not while somebody taps. */
function whenIdle(work) {
  const soon = globalThis.requestIdleCallback ?? ((then) => then());
  addEventListener("load", () => setTimeout(() => soon(work), PATIENCE));
}
