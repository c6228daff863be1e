"""How the journeys look at a page: whom it asks, what it says, what axe finds."""

from pathlib import Path

AXE = Path(__file__).parents[2] / "client" / "node_modules" / "axe-core" / "axe.min.js"
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
ANSWERED = ("Failed to load resource", "inline style", "htmx:")
"""Told where we answered 404 or 422, or were offline, on purpose."""


class Watch:
    """Everything that a page should not do, in order."""

    def __init__(self, page, home):
        self.home, self.seen = home, []
        page.on("request", lambda request: self.asked(request.url))
        page.on("pageerror", lambda error: self.seen.append(f"error: {error}"))
        page.on("console", self.said)
        page.on("response", lambda answer: self.answered(answer.status, answer.url))

    def asked(self, url):
        if not url.startswith((self.home, "data:", "blob:")):
            self.seen.append(f"asked {url}")

    def said(self, message):
        if message.type in ("error", "warning") and not any(w in message.text for w in ANSWERED):
            self.seen.append(f"console: {message.text}")

    def answered(self, status, url):
        if status >= 500:
            self.seen.append(f"{status} {url}")


def axe(page):
    """Return what axe finds, one line a finding."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("rules => axe.run(document, rules)", RULES)["violations"]
    return [
        f"{rule['id']}: {node['target'][0]} {node['failureSummary'].splitlines()[-1].strip()}"
        for rule in found
        for node in rule["nodes"]
    ]


def wider_than_the_screen(page):
    """Return what sticks out at the side."""
    return page.evaluate(
        """() => {
          const wide = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= wide) return [];
          return [...document.querySelectorAll("main *")]
            .filter((one) => one.checkVisibility({ contentVisibilityAuto: true }))
            .filter((one) => {
              const box = one.getBoundingClientRect();
              return box.width && (box.right > wide + 1 || box.left < -1);
            })
            .map((one) => `${one.tagName}.${one.className}`);
        }"""
    )


def cut_short(page):
    """Return what is written over the edge of its own tile, chip or button."""
    return page.evaluate(
        """() => [...document.querySelectorAll(".tile, .chip, .go, .place, h1, h2")]
          .filter((one) => one.checkVisibility() && one.scrollWidth > one.clientWidth + 1)
          .map((one) => `${one.className} ${one.textContent.trim()}`)"""
    )


def too_small_to_touch(page, *, least=48):
    """Return what is less than so many pixels high or wide and is there to be pressed."""
    return page.evaluate(
        """(least) => [...document.querySelectorAll(
            "button, summary, .tile, .chip, .go, .way, .round, .place, select, textarea, " +
            "input:not([type=hidden], [type=radio], [type=checkbox])")]
          .filter((one) => one.checkVisibility())
          .map((one) => [one, one.getBoundingClientRect()])
          .filter(([, box]) => box.width && Math.min(box.height, box.width) < least - 0.5)
          .map(([one, box]) => `${one.textContent.trim()} ${box.width}x${box.height}`)""",
        least,
    )


def steps_on(page):
    """Return the exchanges and moments of a day, each as its steps, waiting or not."""
    return [
        [step.split("\n")[0] for step in event.locator(".step").all_inner_texts()]
        for event in page.locator(".event").all()
    ]
