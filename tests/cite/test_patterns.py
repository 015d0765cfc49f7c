"""What the site fills in is what the command prints: patterns, all works, paragraphs, styles, both languages."""

from __future__ import annotations

import html
import re

import pytest

from matn.errors import BrokenPromiseError
from matn.export.cite import ALL_STYLES, LANGUAGES, Of, cite, place
from matn.export.cite.patterns import Set, filled, patterns

from .make import ROOT, SITE, real, work

WORKS = sorted(path.parent.name for path in ROOT.glob("docs/works/*/work.yaml"))


def printed(found: Set, style: str, anchor: str | None, name: str) -> str:
    """A citation from its pattern, as the command prints it."""
    parts = found[style]
    text = parts if isinstance(parts, str) else html.unescape(re.sub("</?i>", "", "\n\n".join(parts))) + "\n"
    return filled(text, place(real(name), anchor)) if anchor else text


@pytest.mark.parametrize("name", WORKS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_patterns_give_what_the_command_prints(name: str, language: str) -> None:
    item = real(name)
    found = patterns(item.work, language, SITE)
    for style in ALL_STYLES:
        assert printed(found["work"], style, None, name) == cite(item, None, style, language, SITE)
        assert printed(found["paper"], style, None, name) == cite(item, None, style, language, SITE, Of.PAPER)
        anchors = [item.paragraphs[-1].id, *([item.paragraphs[7].id] if style == "apa" else [])]
        for anchor in anchors:
            assert printed(found["paragraph"], style, anchor, name) == cite(item, anchor, style, language, SITE)


def test_a_title_with_a_stand_in_is_refused() -> None:
    with pytest.raises(BrokenPromiseError, match="NUMBER or WORDING"):
        patterns(work(title={"ar": "عنوان", "en": "The WORDING"}), "en", SITE)
