"""What the page of a work cites with: one script a work, loaded on first use, that works from a folder too.

It holds the citations of the work, of a paragraph in it and of the paper itself, in both languages, as patterns; who
is who in them; the address of the site; and the earlier wordings of the paragraphs. No text of the work is in it but
the few words of each change that the ledger has.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from matn.edition.anchors.model import Change
from matn.edition.assemble import assemble
from matn.edition.model import Edition, History, WorkEdition
from matn.export.cite import LANGUAGES, Site, load_imprint, patterns, site_address
from matn.export.cite.patterns import Set
from matn.site.addresses import folder
from matn.site.words import Words


@dataclass(frozen=True)
class Citations:
    """The citations of all works of an edition, set once for all interfaces."""

    edition: Edition
    site: Site

    @cached_property
    def patterns(self) -> Mapping[str, Mapping[str, Mapping[str, Set]]]:
        """By work, by language, by what is cited (``work``, ``paragraph``, ``paper``).

        Raises:
            BrokenPromiseError: A work's title cannot be told from what stands for number and hash.
        """
        works = [item.work for item in self.edition.works]
        return {work.id: {tongue: patterns(work, tongue, self.site) for tongue in LANGUAGES} for work in works}

    def files(self) -> dict[str, bytes]:
        """Return the script of each work by its path from the site's root."""
        return {data_path(item.work.id): self._script(item).encode("utf-8") for item in self.edition.works}

    def _script(self, item: WorkEdition) -> str:
        data = {
            "work": item.work.id,
            "address": self.site.address,
            "folders": {tongue: folder(tongue) for tongue in LANGUAGES},
            "facts": {tongue: facts(item, self.site, Words(tongue)) for tongue in LANGUAGES},
            "cite": self.patterns[item.work.id],
            "history": {name: _history(known) for name, known in item.history.items() if len(known.versions) > 1},
        }
        told = json.dumps({item.work.id: data}, ensure_ascii=False, separators=(",", ":"))
        return f'"use strict";\nwindow.matnCitations = Object.assign(window.matnCitations || {{}}, {told});\n'


def load(root: Path, sources: Path | None) -> Citations:
    """Assemble the edition at *root* for a site generator that was started without it.

    Raises:
        BadInputError: A file of the edition or a source is not what it must be.
        BrokenPromiseError: A rule or the character account broke what we promise.
    """
    return Citations(assemble(root, sources), Site(load_imprint(root), site_address(root, os.environ)))


def data_path(work: str) -> str:
    """Return where the script of *work* lies, from the site's root."""
    return f"works/{work}.cite.js"


def facts(item: WorkEdition, site: Site, say: Words) -> Mapping[str, Mapping[str, str]]:
    """Return who wrote, edited and published what and when, of this ``edition`` and of the ``paper``."""
    work, imprint, tongue = item.work, site.imprint, say.language
    date = f"[{say.date(work.date)}]" if work.date_evidence else say.date(work.date)
    return {
        "edition": {
            "author": work.author[tongue],
            "title": imprint.title[tongue],
            "editors": imprint.editors[tongue],
            "publisher": imprint.publisher[tongue],
            "version": imprint.version,
            "date": say.date(imprint.date),
        },
        "paper": {
            "author": work.author[tongue],
            "title": work.container.get(tongue, ""),
            "editors": "",
            "publisher": work.publisher.get(tongue, ""),
            "version": "",
            "date": date,
        },
    }


def _history(known: History) -> Mapping[str, Any]:
    return {"versions": known.versions, "changes": [_change(change) for change in known.changes]}


def _change(change: Change) -> Mapping[str, Any]:
    told: dict[str, Any] = {"from": change.before, "to": change.after, "words": change.words}
    return told | ({"more": change.more} if change.more else {})
