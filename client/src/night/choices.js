/** What was chosen on this phone, kept in cookies so that the server prints its buttons right. */

/** Return a choice by its name; the empty string where nothing was chosen. */
export function chosen(name, cookies = globalThis.document?.cookie ?? "") {
  return new RegExp(`(?:^|; )${name}=([^;]*)`).exec(cookies)?.[1] ?? "";
}

const YEAR_S = 31_536_000;
const KEPT = { light: ["day", "night", "phone"], thumb: ["left", "right"], buzz: ["off"] };

/** Return the cookie's text for a choice; what is as it is of itself is forgotten. */
export function choiceCookie(name, value, secure) {
  const age = KEPT[name].includes(value) ? YEAR_S : 0;
  const kept = `${name}=${value}; path=/; max-age=${age}; samesite=lax`;
  return secure ? `${kept}; secure` : kept;
}
