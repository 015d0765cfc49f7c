"""axe-core, run inside a page: what keeps people with disabilities from using it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from playwright.sync_api import Page
from tests.lacking import lacking

SCRIPT = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
_OF_COLOURS = ("color-contrast", "link-in-text-block")
COLOURS: dict[str, object] = {"runOnly": {"type": "rule", "values": [*_OF_COLOURS]}}
"""Options: the rules about colours alone, all that another colour scheme of the same page can break."""
BUT_COLOURS: dict[str, object] = {"runOnly": LEVELS, "rules": {rule: {"enabled": False} for rule in _OF_COLOURS}}
"""Options: all other rules."""
RUN = """([options, within]) => axe
  .run(document.querySelector(within), {...options, resultTypes: ["violations"]})
  .then(found => found.violations.flatMap(each => each.nodes
    .map(node => `${each.id}: ${node.html.slice(0, 160)}: ${node.failureSummary}`)))"""


@cache
def script() -> str:
    """The text of axe-core; skips where ``npm ci`` has not been run, and fails there with ``CI`` set."""
    if not SCRIPT.is_file():
        lacking(f"no axe-core at {SCRIPT}: run `npm ci`, or `make test`")
    return SCRIPT.read_text("utf-8")


def violations(page: Page, within: str = "html", rules: dict[str, object] | None = None) -> list[str]:
    """Return every place of *page* (*within* an element), as it stands, that breaks a rule of WCAG 2.2, A and AA.

    *rules* are axe's options of which rules to look at, if not at all of these levels.
    """
    page.evaluate(script())
    found: list[str] = page.evaluate(RUN, [rules or {"runOnly": LEVELS}, within])
    return found
