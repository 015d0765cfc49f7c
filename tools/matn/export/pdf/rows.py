"""One paragraph of a volume as data: its text, its summary, its number."""

from __future__ import annotations

from collections.abc import Sequence

from matn.edition.calls import Call, by_paragraph, calls
from matn.edition.model import Paragraph, Summary, WorkEdition
from matn.edition.summaries import stale
from matn.export.offer import Say
from matn.export.pdf.inline import Run, changed, runs, seen
from matn.structure.model import BlockKind
from matn.text.runs import direction

_DEEPEST = 5


def rows(item: WorkEdition, language: str, prefix: str, say: Say) -> list[dict[str, object]]:
    """Return the data of every paragraph of *item*, in reading order."""
    called = by_paragraph(calls(item))
    made, level = [], 0
    for paragraph in item.paragraphs:
        level = _heading(paragraph, level) or level
        summary = item.summaries.get(paragraph.id)
        made.append(
            {
                **_row(paragraph, summary, language, say),
                "id": prefix + paragraph.id,
                "heading": _heading(paragraph, level),
                "text": _text(paragraph, called.get(paragraph.id, ()), prefix) if language != "en" else None,
            }
        )
    return made


def _row(paragraph: Paragraph, summary: Summary | None, language: str, say: Say) -> dict[str, object]:
    return {
        "number": paragraph.id[1:],
        "kind": paragraph.kind.value,
        "indent": max(0, paragraph.level - 1) if paragraph.kind is BlockKind.LIST_ITEM else 0,
        "label": seen(paragraph.label),
        "lang": paragraph.language,
        "dir": direction(paragraph.language),
        "absent": paragraph.reading is None,
        "summary": runs(summary.text, "en") if summary and summary.text and language != "ar" else [],
        "why": _why(summary) if language != "ar" else "",
        "stale": bool(summary and summary.text and stale(summary, paragraph)),
        "spoken": say("paragraph-n", n=paragraph.id[1:]),
    }


def _heading(paragraph: Paragraph, level: int) -> int:
    """Return the level of a heading, 0 for what is none; PDF/UA wants no level left out."""
    if paragraph.kind is not BlockKind.HEADING:
        return 0
    return min(max(1, paragraph.level), level + 1, _DEEPEST)


def _why(summary: Summary | None) -> str:
    return "" if summary is None else seen(summary.reason)


def _text(paragraph: Paragraph, called: Sequence[Call], prefix: str) -> list[Run] | None:
    if paragraph.reading is None:
        return None
    end = len(paragraph.reading)
    points = [(end if call.offset is None else call.offset, _call(call, prefix)) for call in called]
    return runs(paragraph.reading, paragraph.language, changed(paragraph.alterations), points)


def _call(call: Call, prefix: str) -> Run:
    first = "" if "-ref-" in call.id else "yes"
    return {"t": "", "note": prefix + call.note, "label": seen(call.label) or call.note[1:], "first": first}
