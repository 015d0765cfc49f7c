"""The Content Security Policy of a page, in the page itself: it holds from a folder and on any host.

Scripts come from the site, or stand in the page and are named by their hash; nothing comes from another host.
Styles may stand in the page: the theme's scripts set some. ``frame-ancestors`` is ignored in a page, so hosts set it.
Source: Content Security Policy Level 3, https://www.w3.org/TR/CSP3/.
"""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

RULES = (
    "default-src 'self' file:",
    "script-src 'self' file:{hashes}",
    "style-src 'self' file: 'unsafe-inline'",
    "img-src 'self' file: data:",
    "worker-src 'self' file: blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
)
"""``file:`` is there for browsers to which a file in a folder is of another origin than its neighbour."""
_SCRIPT = re.compile(r"<script\b(?P<attributes>[^>]*)>(?P<body>.*?)</script>", re.DOTALL | re.IGNORECASE)
_DATA = re.compile(r"""\btype=["']?(?!text/javascript|module)[a-z]""", re.IGNORECASE)
_SOURCE = re.compile(r"\bsrc=", re.IGNORECASE)
_HEAD = re.compile(r"""<meta charset=["']?utf-8["']?>""", re.IGNORECASE)


def inline_scripts(html: str) -> list[str]:
    """Return the text of each script that stands in the page and is run; data blocks are not."""
    found = (match for match in _SCRIPT.finditer(html) if not _SOURCE.search(match["attributes"]))
    return [match["body"] for match in found if not _DATA.search(match["attributes"])]


def policy(html: str) -> str:
    """Return the policy under which the page *html* works, and no more."""
    hashes = dict.fromkeys(_hash(script) for script in inline_scripts(html))
    return "; ".join(RULES).format(hashes="".join(f" '{each}'" for each in hashes))


def with_policy(html: str) -> str:
    """Return the page *html* with its policy right behind the declaration of its character set.

    Raises:
        ValueError: The page declares no character set in the way the theme does.
    """
    place = _HEAD.search(html)
    if place is None:
        raise ValueError('expected <meta charset="utf-8"> in the page')
    tag = f'<meta http-equiv="Content-Security-Policy" content="{policy(html)}">'
    return html[: place.end()] + tag + html[place.end() :]


def seal(folder: Path) -> None:
    """Give every page in *folder* its policy, unless it has one.

    Raises:
        ValueError: A page declares no character set.
    """
    for path in sorted(folder.rglob("*.html")):
        html = path.read_text(encoding="utf-8")
        if "Content-Security-Policy" not in html:
            path.write_text(with_policy(html), encoding="utf-8")


def _hash(script: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")
