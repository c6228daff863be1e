/**
 * With a connection or without: the page is told so (`data-offline`), and shows what needs one or
 * says kindly that it does. A form that is sent without one stays as it was typed.
 */

const { document } = globalThis;

function tell() {
  document.documentElement.toggleAttribute("data-offline", !navigator.onLine);
}

if (document) {
  tell();
  addEventListener("online", tell);
  addEventListener("offline", tell);
  document.addEventListener("submit", (event) => {
    if (navigator.onLine || !event.target.matches("[data-needs-line]")) return;
    event.preventDefault();
    event.target.querySelector(".without-line")?.focus();
  });
}
