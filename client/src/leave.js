/** Leave at once: the other page takes this one's place, so that going back does not return here. */

if (globalThis.document) {
  document.addEventListener("click", (event) => {
    const way = event.target.closest("a[data-leave]");
    if (!way) return;
    event.preventDefault();
    document.body.replaceChildren();
    location.replace(way.href);
  });
}
