/**
 * Read the page anew when somebody wrote: the server's words for the day. Only where nobody is
 * typing, and without moving anything else than what reads otherwise.
 */

/** Fetch this page once more and take over what it says of the day. */
export async function readAnew(main) {
  if (!navigator.onLine || document.hidden || isTyping(main)) return;
  const answer = await fetch(location.pathname, { redirect: "error" }).catch(() => null);
  if (!answer?.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const part of main.querySelectorAll("[data-reads]")) {
    const fresh = page.querySelector(`[data-reads="${part.dataset.reads}"]`);
    if (fresh && fresh.innerHTML !== part.innerHTML && !part.contains(document.activeElement)) {
      part.replaceChildren(...fresh.childNodes);
    }
  }
}

function isTyping(main) {
  return main.contains(document.activeElement) && document.activeElement.matches("input, textarea");
}
