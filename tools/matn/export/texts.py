"""Each work as TEI, JSON and plain text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from matn.edition.model import Edition, WorkEdition
from matn.edition.rules import damages
from matn.export.json_work import work_json
from matn.export.offer import Download, Offer, Setting, place
from matn.export.plain import plain
from matn.export.tei import tei


def offers(edition: Edition) -> Iterator[Offer]:
    """Yield the texts of every work; plain text only of those whose source is here."""
    for item in edition.works:
        work = item.work.id
        at = Download(place(work, "xml"), "tei", "both", "application/tei+xml", work)
        yield Offer(at, partial(_tei, edition, item))
        at = Download(place(work, "json"), "json", "both", "application/json", work)
        yield Offer(at, partial(_json, edition, item))
        if item.has_source:
            at = Download(place(work, "txt"), "txt", "ar", "text/plain", work)
            yield Offer(at, partial(_plain, item))


def _tei(edition: Edition, item: WorkEdition, _: Setting) -> bytes:
    return tei(item, edition.names, edition.version, damages())


def _json(edition: Edition, item: WorkEdition, _: Setting) -> bytes:
    return work_json(item, edition.version)


def _plain(item: WorkEdition, _: Setting) -> bytes:
    return plain(item)
