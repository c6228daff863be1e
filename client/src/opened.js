/** What a link names is opened, also where it lies folded: not every browser does that by itself. */

function open() {
  const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const folded = named?.closest("details:not([open])");
  if (!folded) return;
  folded.open = true;
  folded.scrollIntoView();
}

if (globalThis.document) {
  addEventListener("hashchange", open);
  open();
}
