"""What a tap on Now costs on an old phone: until it is drawn, painted, and on the disk.

Prints a table, with a connection and without. Chromium with its processor four times slower; the
server is our own, with the made-up family, on this machine. What else runs here counts, too.
"""

import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright
from rich.console import Console
from rich.table import Table

TIMES = 7
SLOWER = 4
PHONE = {"width": 390, "height": 844}
QUIET = (
    "--headless --no-sandbox --disable-gpu --disable-background-networking "
    "--disable-component-update --disable-sync --no-first-run"
)
TAPS = {"cries": "a signal", "hug, hold": "an answer", "Settled": "it settled"}
HOLDFAST = Path(sys.executable).parent / "holdfast"
NODES = "document.getElementsByTagName('*').length"
KEPT = "path => caches.match(path).then(Boolean)"
LISTEN = """() => {
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) if (one.name === "click") window.painted = one.duration;
  }).observe({ type: "event", durationThreshold: 16 });
  addEventListener("click", () => { window.begun = performance.now(); }, { capture: true });
  const note = (name) => () => {
    if (window.begun) window[name] ??= performance.now() - window.begun;
  };
  const all = { childList: true, characterData: true, subtree: true };
  new MutationObserver(note("drawn")).observe(document.querySelector("main"), all);
  new MutationObserver(note("kept")).observe(document.getElementById("said"), all);
}"""
HEARD = "[window.drawn, window.painted ?? 16, window.kept]"
FORGET = "for (const name of ['begun', 'drawn', 'painted', 'kept']) delete window[name]"


def main() -> None:
    """Serve the made-up family, measure, and print."""
    table = Table("a tap, processor 4 times slower", "drawn", "painted", "on the disk")
    with served() as home, sync_playwright() as playwright:
        chromium = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = playwright.chromium.launch(executable_path=chromium, args=QUIET.split())
        page = a_phone(browser, home)
        for line in ("with a connection", "without"):
            page.context.set_offline(offline=line == "without")
            page.reload()
            page.evaluate(LISTEN)
            told = [[tap(page, name) for name in TAPS] for _ in range(TIMES)]
            for name, taps in zip(TAPS.values(), zip(*told, strict=True), strict=True):
                middle = [statistics.median(times) for times in zip(*taps, strict=True)]
                table.add_row(f"{name}, {line}", *(f"{ms:.0f} ms" for ms in middle))
        table.caption = f"{page.evaluate(NODES)} elements in the page"
        browser.close()
    Console().print(table)


@contextmanager
def served() -> Iterator[str]:
    """Be a server with the made-up family; it goes with all that it holds."""
    with tempfile.TemporaryDirectory(prefix="holdfast-bench-") as folder:
        env = {**os.environ, "HOLDFAST_DATA": folder}
        subprocess.run([HOLDFAST, "demo"], env=env, check=True, capture_output=True)
        port = free_port()
        command = [HOLDFAST, "serve", "--port", str(port), "--workers", "1", "--demo"]
        server = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL)
        try:
            wait_for(port)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait()


def free_port() -> int:
    """Return a port that nobody uses."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def wait_for(port: int) -> None:
    """Wait until somebody answers."""
    for _ in range(300):
        try:
            with socket.create_connection(("127.0.0.1", port)):
                return
        except ConnectionRefusedError:
            time.sleep(0.1)
    raise SystemExit("The server did not come up.")


def a_phone(browser: Browser, home: str) -> Page:
    """Open Now on a slow phone, and wait until it is kept for when there is no signal."""
    context = browser.new_context(viewport=PHONE, timezone_id="Europe/Berlin", locale="en")
    page = context.new_page()
    page.goto(f"{home}/demo/")
    page.get_by_role("button", name="Come in").click()
    address = page.get_by_role("link", name="Now", exact=True).get_attribute("href")
    page.goto(f"{home}{address}")
    page.evaluate("navigator.serviceWorker.ready.then(() => null)")
    while not page.evaluate(KEPT, address):
        page.wait_for_timeout(100)
    chrome = context.new_cdp_session(page)
    chrome.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    return page


def tap(page: Page, name: str) -> list[float]:
    """Tap a word; return when it was drawn, painted, and on the disk, in milliseconds."""
    page.evaluate(FORGET)
    page.get_by_role("button", name=name, exact=True).click()
    for _ in range(200):
        if None not in page.evaluate(HEARD):
            page.wait_for_timeout(400)  # so that it is painted, and what was sent has come back
            return [float(one) for one in page.evaluate(HEARD)]
        page.wait_for_timeout(20)
    raise SystemExit(f"{name} was never kept.")


if __name__ == "__main__":
    main()
