/**
 * The zone in which this phone lives, so that a day is the family's day. A cookie, because a page
 * that is asked for before any form was sent needs it as well.
 */

const YEAR_S = 31_536_000;

/** Return the cookie's text for a zone; nothing where the browser knows none. */
export function zoneCookie(zone, secure) {
  if (!zone) return "";
  const kept = `zone=${encodeURIComponent(zone)}; path=/; max-age=${YEAR_S}; samesite=lax`;
  return secure ? `${kept}; secure` : kept;
}

if (globalThis.document) {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not on every phone
  document.cookie = zoneCookie(timeZone, location.protocol === "https:");
}
