/**
 * With a connection or without: the page is told so (`data-offline`), and shows what needs one or
 * says kindly that it does. A form that the phone cannot take itself stays as it was typed.
 */

const { document } = globalThis;

const unsent = () => document.getElementById("unsent");

function tell() {
  document.documentElement.toggleAttribute("data-offline", !navigator.onLine);
  if (navigator.onLine) unsent()?.setAttribute("hidden", "");
}

if (document) {
  tell();
  addEventListener("online", tell);
  addEventListener("offline", tell);
  // At the window, after everybody who may take the form themselves.
  addEventListener("submit", (event) => {
    if (navigator.onLine || event.defaultPrevented || event.target.method !== "post") return;
    event.preventDefault();
    unsent()?.removeAttribute("hidden");
  });
}
