"""Measure pages as a phone with a slow line gets them: what is painted when, what moves, what it weighs.

Run as ``python -m benchmarks.phone SITE [PAGE]...`` in ``tools/`` (or with it on ``PYTHONPATH``), SITE being a built
site. The line is the "Slow 4G" of Chromium's developer tools (1.44 Mbit/s down, 562.5 ms before each answer), the
processor four times slower, the cache empty, the answers compressed by gzip as a plain host does. Best of three.
Exit code 1 if a page misses a bound.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, CDPSession

from benchmarks.browsing import chromium
from benchmarks.serving import serving

DELAY_MS, BYTES_PER_SECOND, SLOWDOWN, RUNS, SETTLE_MS = 562.5, 1_474_560 / 8, 4, 3, 1500
FIRST_PAINT_MS, SHIFT, PAGE_KILOBYTES, FONT_KILOBYTES = 1800, 0.05, 250, 150
WATCH = """() => {
  self.seen = {shift: 0, paint: 0, largest: 0}
  const watch = (type, see) =>
    new PerformanceObserver(list => list.getEntries().forEach(see)).observe({type, buffered: true})
  watch("layout-shift", each => { if (!each.hadRecentInput) seen.shift += each.value })
  watch("paint", each => { if (each.name === "first-contentful-paint") seen.paint = each.startTime })
  watch("largest-contentful-paint", each => { seen.largest = each.startTime })
}"""


@dataclass(frozen=True, slots=True)
class Seen:
    """One visit: first and largest contentful paint in ms, layout shift, bytes on the line of page and fonts."""

    paint: float
    largest: float
    shift: float
    page: int
    fonts: int

    @property
    def good(self) -> bool:
        """Whether every bound is kept."""
        light = self.page <= PAGE_KILOBYTES * 1000 and self.fonts <= FONT_KILOBYTES * 1000
        return self.paint <= FIRST_PAINT_MS and self.shift <= SHIFT and light


def visit(browser: Browser, address: str) -> Seen:
    """Open *address* once as such a phone does, and wait until nothing more comes."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, device_scale_factor=2, is_mobile=True)
    page = context.new_page()
    line = context.new_cdp_session(page)
    weights = _weigh(line)
    line.send("Network.emulateNetworkConditions", {
        "offline": False, "latency": DELAY_MS, "downloadThroughput": BYTES_PER_SECOND, "uploadThroughput": 84_375,
    })  # fmt: skip
    line.send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
    page.add_init_script(f"({WATCH})()")
    page.goto(address, wait_until="load")
    page.wait_for_function("seen.paint && document.fonts.status === 'loaded'")
    page.wait_for_timeout(SETTLE_MS)  # what comes late may still move the page
    seen = page.evaluate("seen")
    context.close()
    fonts = sum(size for kind, size in weights if kind == "Font")
    return Seen(seen["paint"], seen["largest"], seen["shift"], sum(size for _, size in weights) - fonts, fonts)


def _weigh(line: CDPSession) -> list[tuple[str, int]]:
    """Return a list that fills with kind and bytes on the line of everything that is loaded."""
    kinds: dict[str, str] = {}
    weights: list[tuple[str, int]] = []
    line.send("Network.enable")
    line.on("Network.responseReceived", lambda event: kinds.update({event["requestId"]: event["type"]}))
    line.on(
        "Network.loadingFinished",
        lambda event: weights.append((kinds.get(event["requestId"], ""), int(event["encodedDataLength"]))),
    )
    return weights


def measure(browser: Browser, address: str) -> Seen:
    """Return the visit with the earliest first paint of a few; the worst shift of them counts."""
    visits = [visit(browser, address) for _ in range(RUNS)]
    best = min(visits, key=lambda seen: seen.paint)
    return Seen(best.paint, best.largest, max(seen.shift for seen in visits), best.page, best.fonts)


def main(arguments: Sequence[str]) -> int:
    """Measure and print a table."""
    if not arguments or not (Path(arguments[0]) / "index.html").is_file():
        sys.stderr.write("usage: python -m benchmarks.phone SITE [PAGE]...\n  SITE is the folder of a built site\n")
        return 2
    pages = arguments[1:] or ["works/ghunaimi-2024.html", "en/works/ghunaimi-2024.html", "index.html"]
    print(f"{'page':32}{'first ms':>10}{'largest ms':>12}{'shift':>8}{'page kB':>10}{'fonts kB':>10}")
    failed = False
    with serving(Path(arguments[0])) as served, chromium() as browser:
        for name in pages:
            seen = measure(browser, served.address + name)
            times, weights = f"{seen.paint:10.0f}{seen.largest:12.0f}{seen.shift:8.3f}", (seen.page, seen.fonts)
            kilobytes = "".join(f"{weight / 1000:10.1f}" for weight in weights)
            print(f"{name:32}{times}{kilobytes}{'' if seen.good else '  misses a bound'}")
            failed |= not seen.good
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
