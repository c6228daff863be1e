/** The language to write in. English is written as on all our pages: "11 August 2026", "a, b and c". */
export function language() {
  const { lang } = document.documentElement;
  return lang === "en" ? "en-GB" : lang;
}
