/**
 * The beat: an exchange every ten seconds while somebody looks, at once after a tap, and less and
 * less often while nothing is to be reached.
 */

import { onChange } from "./changes.js";
import { deliver } from "./deliver.js";
import { NoAnswer } from "./server.js";
import { refreshSheets } from "./sheets.js";

export const EVERY = 10_000;
const SELDOM = 300_000;

/** Return how long to wait after so many exchanges in a row that came to nothing. */
export function pause(failures) {
  return Math.min(EVERY * 2 ** failures, SELDOM);
}

/** Begin to beat for a seat. `told` hears {status} after each exchange. */
export function beat(here, told = () => {}) {
  let failures = 0;
  let timer;

  async function now() {
    clearTimeout(timer);
    try {
      const { status } = await deliver(here);
      failures = status === 200 ? 0 : failures + 1;
      if (status === 200) await refreshSheets(here);
      if (status === 0) await Promise.all([askToBeWoken(), askToStay()]);
      told({ status });
    } catch (error) {
      failures += 1;
      if (!(error instanceof NoAnswer)) throw error;
    } finally {
      clearTimeout(timer);
      if (!document.hidden) timer = setTimeout(now, pause(failures));
    }
  }

  onChange(({ by, local }) => by === "tap" && local && now());
  addEventListener("online", now);
  addEventListener("pageshow", ({ persisted }) => persisted && now());
  document.addEventListener("visibilitychange", () => document.hidden || now());
  return now();
}

/** Where the browser can, let it deliver when the network is back, the page closed or not. */
async function askToBeWoken() {
  const registration = await navigator.serviceWorker?.getRegistration();
  await registration?.sync?.register("outbox").catch(() => {});
}

/** What waits here is nowhere else: let the browser not clear it away. Firefox would ask aloud. */
async function askToStay() {
  if (!navigator.userAgent.includes("Firefox")) await navigator.storage?.persist?.();
}
