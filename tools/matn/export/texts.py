"""Each work as TEI, JSON and plain text, and all works together."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from matn.edition.model import Edition, WorkEdition
from matn.edition.rules import damages
from matn.export.json_work import edition_json, work_json
from matn.export.offer import Download, Offer, Setting, place
from matn.export.plain import plain, volume
from matn.export.tei import tei
from matn.export.tei_corpus import corpus

_TEI, _JSON, _TEXT = "application/tei+xml", "application/json", "text/plain"


def offers(edition: Edition) -> Iterator[Offer]:
    """Yield the texts of every work, plain text only of those whose source is here; then those of the edition."""
    documents: dict[str, bytes] = {}
    for item in edition.works:
        work = item.work.id
        at = Download(place(work, "xml"), "tei", "both", _TEI, work)
        yield Offer(at, partial(_tei, edition, item, documents))
        yield Offer(Download(place(work, "json"), "json", "both", _JSON, work), partial(_json, edition, item))
        if item.has_source:
            yield Offer(Download(place(work, "txt"), "txt", "ar", _TEXT, work), partial(_plain, item))
    if edition.works:
        yield from _of_all(edition, documents)


def _of_all(edition: Edition, documents: dict[str, bytes]) -> Iterator[Offer]:
    yield Offer(Download(place("", "xml"), "tei", "both", _TEI), partial(_corpus, edition, documents))
    yield Offer(Download(place("", "json"), "json", "both", _JSON), partial(_all_json, edition))
    if any(item.has_source for item in edition.works):
        yield Offer(Download(place("", "txt"), "txt", "ar", _TEXT), partial(_volume, edition))


def _tei(edition: Edition, item: WorkEdition, documents: dict[str, bytes], _: Setting) -> bytes:
    """Return the document of *item*, which the edition's is made of, too: it is kept in *documents*."""
    if item.work.id not in documents:
        documents[item.work.id] = tei(item, edition.names, edition.version, damages())
    return documents[item.work.id]


def _corpus(edition: Edition, documents: dict[str, bytes], setting: Setting) -> bytes:
    every = {item.work.id: _tei(edition, item, documents, setting) for item in edition.works}
    return corpus(every, setting.site.imprint, edition.version)


def _json(edition: Edition, item: WorkEdition, _: Setting) -> bytes:
    return work_json(item, edition.version)


def _all_json(edition: Edition, setting: Setting) -> bytes:
    return edition_json(edition, setting.site.imprint)


def _plain(item: WorkEdition, _: Setting) -> bytes:
    return plain(item)


def _volume(edition: Edition, _: Setting) -> bytes:
    return volume(edition.works)
