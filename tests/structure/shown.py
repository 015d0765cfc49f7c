"""Write a document down as case files have it: markers inside the text, defaults left out."""

from __future__ import annotations

from matn.structure.model import Block, Document, SourceNote


def marked(block: Block) -> str:
    """The block's text with its markers: ``⟦4⟧``, or ``⟦*=1⟧`` where the body has another label."""
    text = block.passage.text
    for marker in reversed(block.markers):
        name = marker.label if marker.target == marker.label else f"{marker.label}={marker.target}"
        text = f"{text[: marker.offset]}⟦{name}⟧{text[marker.offset :]}"
    return text


def shown_block(block: Block) -> dict[str, object]:
    return {
        "kind": block.kind.value,
        "text": marked(block),
        "level": block.level,
        "label": block.label,
        "language": block.language,
    }


def shown_note(note: SourceNote) -> dict[str, object]:
    return {
        "label": note.label,
        "text": note.passage.text if note.passage else None,
        "language": note.language,
        "repeats": note.repeats,
        "urls": list(note.urls),
    }


def reasons(document: Document) -> list[str]:
    return [removal.reason for removal in document.removals]
