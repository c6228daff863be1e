/** Say so, calmly, when a tap could not be brought to the server; take it back at the next one. */

if (globalThis.document) {
  const told = () => document.getElementById("unsent");
  for (const failed of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
    document.addEventListener(failed, () => told()?.removeAttribute("hidden"));
  }
  document.addEventListener("htmx:beforeRequest", () => told()?.setAttribute("hidden", ""));
}
