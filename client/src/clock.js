/**
 * How long an exchange has been running. The server says it in the page; the phone keeps it true.
 *
 * Whole minutes, without seconds: this is no stopwatch.
 */

const MINUTE_MS = 60_000;
const EVERY_MS = 15_000;

/** Say how long it is since an instant, in the page's own language. */
export function told(sinceMs, nowMs, language) {
  const minutes = Math.max(0, Math.floor((nowMs - sinceMs) / MINUTE_MS));
  const unit = minutes < 60 ? "minute" : "hour";
  const amount = minutes < 60 ? minutes : Math.floor(minutes / 60);
  return new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" }).format(
    amount,
  );
}

function tick() {
  for (const clock of document.querySelectorAll("time[data-since]")) {
    const since = Date.parse(clock.getAttribute("datetime"));
    if (Date.now() - since >= MINUTE_MS) {
      clock.textContent = told(since, Date.now(), document.documentElement.lang);
    }
  }
}

if (globalThis.document) setInterval(tick, EVERY_MS);
