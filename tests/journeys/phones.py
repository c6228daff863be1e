"""Phones for journeys: ready for when there is no signal, and what is on them."""

import time

PATIENCE_S = 20
KEPT = """async () => {
  const names = (await caches.keys()).filter((name) => name.startsWith("pages "));
  const caches_ = await Promise.all(names.map((name) => caches.open(name)));
  const keys = await Promise.all(caches_.map((cache) => cache.keys()));
  return keys.flat().map(({ url }) => new URL(url).pathname);
}"""
WAITING = """async () => {
  const asked = (request) => new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
  const db = await asked(indexedDB.open("holdfast"));
  const items = await asked(db.transaction("outbox").objectStore("outbox").getAll());
  db.close();
  return items.length;
}"""
CONTROLLED = "Boolean(navigator.serviceWorker.controller)"


def until(is_so):
    """Look again until it is so: what happens in a worker shows on no page."""
    ends = time.monotonic() + PATIENCE_S
    while not is_so():
        assert time.monotonic() < ends, "It did not come about."
        time.sleep(0.05)


def open_phone(page, address):
    """Open a page, and wait until the phone keeps what it needs without a signal."""
    page.goto(address, timeout=PATIENCE_S * 1_000)
    until(lambda: page.evaluate(CONTROLLED))
    until(lambda: {"now", "day", "phone"} <= {path.split("/")[1] for path in kept_pages(page)})
    return page


def kept_pages(page):
    """Return the paths of the pages that are kept for a person."""
    return page.evaluate(KEPT)


def waiting(page):
    """Return how much has not left this phone, of whoever."""
    return page.evaluate(WAITING)
