"""What a phone loads, and when it shows something: the first visit, the next, and without a signal.

    .venv/bin/python benchmarks/phone.py [address]

Looks at the made-up family of a server that runs there (`holdfast serve --demo`), with Debian's
Chromium and a processor throttled four times.
"""

import shutil
import sys
import time

from playwright.sync_api import Browser, BrowserContext, Cookie, sync_playwright

QUIET = (
    "--headless --no-sandbox --disable-gpu --disable-background-networking "
    "--disable-component-update --disable-sync --no-first-run"
)
PHONE = {"viewport": {"width": 390, "height": 844}, "locale": "en"}
THROTTLED = 4
SETTLES_S = 4
PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"
ROW = "{:<24}{:>10}{:>10}{:>10}{:>16}"


def main(home: str) -> None:
    """Print a row for each visit."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=QUIET.split()
        )
        address, cookies = come_in(browser, home)
        phone = browser.new_context(**PHONE)
        phone.add_cookies(cookies)
        print(ROW.format("Now", "requests", "bytes", "by load", "first paint, ms"))
        print(ROW.format("the first visit", *visit(phone, address)))
        print(ROW.format("the next", *visit(phone, address)))
        phone.set_offline(offline=True)
        print(ROW.format("without a signal", *visit(phone, address)))
        browser.close()


def come_in(browser: Browser, home: str) -> tuple[str, list[Cookie]]:
    """Go to the made-up family; return the address of its Now and the cookies."""
    context = browser.new_context(**PHONE)
    page = context.new_page()
    page.goto(f"{home}/demo/")
    page.get_by_role("button").last.click()
    page.wait_for_url("**/now/**")
    found = page.url, context.cookies()
    context.close()
    return found


def visit(context: BrowserContext, address: str) -> tuple[int, str, str, str]:
    """Open Now; return how many requests there were, their bytes, those by load, the paint."""
    page = context.new_page()
    wire = context.new_cdp_session(page)
    loaded = []
    wire.on("Network.loadingFinished", lambda event: loaded.append(event["encodedDataLength"]))
    wire.send("Network.enable")
    wire.send("Emulation.setCPUThrottlingRate", {"rate": THROTTLED})
    page.goto(address, wait_until="load")
    by_load = sum(loaded)
    time.sleep(SETTLES_S)
    paint = page.evaluate(PAINT)
    page.close()
    return len(loaded), f"{sum(loaded):,}", f"{by_load:,}", f"{paint:,.0f}"


if __name__ == "__main__":
    main(*(sys.argv[1:] or ["http://localhost:8000"]))
