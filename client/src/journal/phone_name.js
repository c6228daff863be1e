/** What this phone is called in the list of phones: its browser and its kind, as they name themselves. */

const BROWSERS = ["Edg", "OPR", "SamsungBrowser", "Firefox", "FxiOS", "Chrome", "CriOS", "Safari"];
const KINDS = ["Android", "iPhone", "iPad", "Windows", "Macintosh", "CrOS", "Linux"];
const CALLED = { Edg: "Edge", OPR: "Opera", FxiOS: "Firefox", CriOS: "Chrome", Macintosh: "Mac" };

export function phoneName(agent = globalThis.navigator?.userAgent ?? "") {
  const first = (names) => names.find((name) => agent.includes(name));
  return [first(BROWSERS), first(KINDS)]
    .filter(Boolean)
    .map((name) => CALLED[name] ?? name)
    .join(", ");
}
