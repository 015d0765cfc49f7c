"""The schemas of our own formats, to be had beside the files that they describe."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from importlib.resources import files

from matn.edition.model import Edition
from matn.export.json_work import schema
from matn.export.offer import Download, Offer, Setting, place

NAMES = ("work", "edition", "names", "chronology")
"""Our JSON Schemas."""


def offers(edition: Edition) -> Iterator[Offer]:
    """Yield the schema of TEI, then those of JSON; nothing if the edition has no works."""
    if not edition.works:
        return
    yield Offer(Download(place("", "tei.rng"), "schema-tei", "en", "application/xml"), _relax)
    for name in NAMES:
        at = Download(place("", f"{name}.schema.json"), f"schema-{name}", "en", "application/schema+json")
        yield Offer(at, partial(_json, name))


def _relax(_: Setting) -> bytes:
    return (files("matn.export") / "schema" / "matn-tei.rng").read_bytes()


def _json(name: str, _: Setting) -> bytes:
    return (json.dumps(schema(name), ensure_ascii=False, indent=1) + "\n").encode()
