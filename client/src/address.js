/** A form whose settings belong in a link: what was asked for last stands in the address bar. */

document.addEventListener("htmx:afterSwap", ({ detail }) => {
  if (!detail.requestConfig?.elt.closest("[data-in-address]")) return;
  history.replaceState(null, "", detail.pathInfo.finalRequestPath);
});
