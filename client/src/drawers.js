/** Drawers close as one expects: by Escape, by a touch beside them, by their own button. */

const OPEN = "details.drawer[open], details.light[open]";

function close(drawer) {
  drawer.open = false;
}

if (globalThis.document) {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const drawer of document.querySelectorAll(OPEN)) {
      close(drawer);
      drawer.querySelector("summary").focus();
    }
  });

  document.addEventListener("click", (event) => {
    const closing = event.target.closest("[data-close]");
    if (closing) event.preventDefault(); // without a script it is a link to the page itself
    for (const drawer of document.querySelectorAll(OPEN)) {
      if (closing || !drawer.contains(event.target)) close(drawer);
    }
  });
}
