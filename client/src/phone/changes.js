/** Tell of changes to what the phone knows: within the page, and to the pages in other tabs. */

const CHANNEL = "holdfast";
const callbacks = new Set();
let channel;

/**
 * Call back after any change, with {by: "tap" | "server" | "sheet", local}, `local` where it was this
 * page. Returns how to stop it.
 */
export function onChange(callback) {
  callbacks.add(callback);
  line();
  return () => callbacks.delete(callback);
}

/** Say that something changed. */
export function changed(by) {
  line()?.postMessage({ by });
  tell({ by, local: true });
}

function tell(change) {
  for (const callback of callbacks) callback(change);
}

function line() {
  if (!channel && globalThis.BroadcastChannel) {
    channel = new BroadcastChannel(CHANNEL);
    channel.unref?.(); // so that a test in Node can end
    channel.onmessage = ({ data }) => tell({ ...data, local: false });
  }
  return channel;
}
