/** What was chosen on this phone, kept in cookies so that the server prints its buttons right. */

/** Return a choice by its name; the empty string where nothing was chosen. */
export function chosen(name, cookies = globalThis.document?.cookie ?? "") {
  return new RegExp(`(?:^|; )${name}=([^;]*)`).exec(cookies)?.[1] ?? "";
}
