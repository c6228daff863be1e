"""Draw the icons that a phone wants as pixels, from client/icon.svg, with the journeys' Chromium.

They are committed, since they change with the drawing alone: run this when it does.
"""

import re
import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

CLIENT = Path(__file__).parents[1] / "client"
SIZES = {
    "icon-192": ("any", 192),
    "icon-512": ("any", 512),
    "maskable-512": ("maskable", 512),
    "apple-180": ("apple", 180),
    "badge-96": ("badge", 96),
}
# How large the drawing is within its square: a maskable icon may be cut to the middle four fifths.
SCALE = {"any": 1.0, "maskable": 0.72, "apple": 0.88, "badge": 1.0}
ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"]


def drawn(look: str) -> str:
    """Return the drawing for one look: with its corners, to the edges, or its lines alone."""
    source = (CLIENT / "icon.svg").read_text(encoding="utf-8")
    ground, lines = re.fullmatch(r"<svg[^>]*>(<rect[^>]*/>)(<g.*</g>)</svg>\s*", source).groups()
    if look == "badge":
        ground = ""
    elif look != "any":
        ground = re.sub(r' rx="\d+"', "", ground)
    scale = SCALE[look]
    moved = f'<g transform="translate({20 - 20 * scale} {20 - 20 * scale}) scale({scale})">'
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">'
    return f"{head}{ground}{moved}{lines}</g></svg>"


def main() -> None:
    """Draw all of them."""
    target = CLIENT / "icons"
    target.mkdir(exist_ok=True)
    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    if browser is None:
        sys.exit("Drawing icons needs Chromium: apt-get install chromium.")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=ARGUMENTS)
        for name, (look, size) in SIZES.items():
            page = chromium.new_page(viewport={"width": size, "height": size})
            svg = drawn(look).replace("<svg ", f'<svg width="{size}" height="{size}" ', 1)
            page.set_content(f'<body style="margin:0;background:none">{svg}</body>')
            page.screenshot(path=target / f"{name}.png", omit_background=True)
            page.close()
        chromium.close()
    print(f"{len(SIZES)} icons in {target}")


if __name__ == "__main__":
    main()
