"""All PDF volumes of an edition: which there are, and their bytes, made side by side."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from os import cpu_count

from matn.edition.model import Edition
from matn.export.offer import Download, Offer, Setting, place
from matn.export.pdf.data import volume
from matn.export.pdf.press import Job, fonts, printed

MEDIA = "application/pdf"
LANGUAGES = ("ar", "both", "en")
_AT_ONCE = 2
"""Volumes set at the same time: each takes some 300 MB of memory."""


def offers(edition: Edition) -> Iterator[Offer]:
    """Yield the volumes of each work, then those of the edition as a whole."""
    made: dict[str, bytes] = {}
    for work, language in _wanted(edition):
        path = place(work, f"{language}.pdf")
        yield Offer(Download(path, "pdf", language, MEDIA, work), partial(_one, edition, path, made))


def _one(edition: Edition, path: str, made: dict[str, bytes], setting: Setting) -> bytes:
    if not made:
        made.update(volumes(edition, setting))
    return made[path]


def _wanted(edition: Edition) -> Iterator[tuple[str, str]]:
    for work in (*(item.work.id for item in edition.works), ""):
        for language in LANGUAGES:
            yield work, language


def volumes(edition: Edition, setting: Setting, works: Sequence[str] | None = None) -> Mapping[str, bytes]:
    """Return the bytes of the volumes of *edition* by their paths.

    Args:
        edition: All works.
        setting: Where the typefaces are, the site, the words.
        works: Ids of the works wanted, "" for the edition as a whole; None for all.

    Raises:
        MissingToolError: The typefaces are not where npm puts them.
        BrokenPromiseError: A volume could not be set.
    """
    wanted = [each for each in _wanted(edition) if works is None or each[0] in works]
    jobs = {place(work, f"{language}.pdf"): _job(edition, work, language, setting) for work, language in wanted}
    order = sorted(jobs, key=lambda path: -len(jobs[path].data))  # the longest first, so that none is waited for
    at_once = min(_AT_ONCE, len(jobs), cpu_count() or 1)
    if at_once < 2:
        return {path: printed(jobs[path]) for path in jobs}
    with ProcessPoolExecutor(at_once, mp_context=get_context("spawn")) as pool:
        made = dict(zip(order, pool.map(printed, [jobs[path] for path in order]), strict=True))
    return {path: made[path] for path in jobs}


def _job(edition: Edition, work: str, language: str, setting: Setting) -> Job:
    ids = [item.work.id for item in edition.works]
    told = volume(edition, ids.index(work) if work else None, language, setting)
    return Job(work or "edition", json.dumps(told, ensure_ascii=False), fonts(setting.root))
