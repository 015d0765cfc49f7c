"""All PDF volumes of an edition: which there are, and their bytes, made side by side."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from os import cpu_count

from matn.edition.model import Edition
from matn.export.offer import WHOLE, Download, Offer, Setting, place
from matn.export.pdf.data import volume
from matn.export.pdf.press import Job, fonts, printed
from matn.export.pdf.store import Store

MEDIA = "application/pdf"
LANGUAGES = ("ar", "both", "en")
_AT_ONCE = 2
"""Volumes set at the same time: each takes some 300 MB of memory."""


def offers(edition: Edition) -> Iterator[Offer]:
    """Yield the volumes of each work, then those of the edition as a whole."""
    made: dict[str, bytes] = {}
    for work, language in _wanted(edition):
        path = place(work, f"{language}.pdf")
        yield Offer(Download(path, "pdf", language, MEDIA, work), partial(_one, edition, work, language, made))


def _one(edition: Edition, work: str, language: str, made: dict[str, bytes], setting: Setting) -> bytes:
    """Return one volume; of an edition of several works all are made when the first is asked for, side by side."""
    path = place(work, f"{language}.pdf")
    if path not in made:
        alone = len(edition.works) == 1
        made.update(volumes(edition, setting, [work] if alone else None, [language] if alone else LANGUAGES))
    return made[path]


def _wanted(edition: Edition) -> Iterator[tuple[str, str]]:
    for work in (*(item.work.id for item in edition.works), ""):
        for language in LANGUAGES:
            yield work, language


def volumes(
    edition: Edition, setting: Setting, works: Sequence[str] | None = None, languages: Sequence[str] = LANGUAGES
) -> Mapping[str, bytes]:
    """Return the bytes of the volumes of *edition* by their paths.

    A volume whose data, templates and program are those of an earlier build is taken from that, out of ``build/pdf``.

    Args:
        edition: All works.
        setting: Where the typefaces are, the site, the words.
        works: Ids of the works wanted, "" for the edition as a whole; None for all.
        languages: Of :data:`LANGUAGES`.

    Raises:
        MissingToolError: The typefaces are not where npm puts them.
        BrokenPromiseError: A volume could not be set.
    """
    wanted = [each for each in _wanted(edition) if each[1] in languages and (works is None or each[0] in works)]
    jobs = {place(work, f"{language}.pdf"): job(edition, work, language, setting) for work, language in wanted}
    store = Store(setting.root / "build" / "pdf")
    made = {path: known for path, job in jobs.items() if (known := store.get(job)) is not None}
    lacking = sorted(jobs.keys() - made.keys(), key=lambda path: (-len(jobs[path].data), path))  # long ones first
    for path, data in zip(lacking, _printed([jobs[path] for path in lacking]), strict=True):
        store.put(jobs[path], data)
        made[path] = data
    return {path: made[path] for path in jobs}


def _printed(jobs: Sequence[Job]) -> Iterator[bytes]:
    at_once = min(_AT_ONCE, len(jobs), cpu_count() or 1)
    if at_once < 2:
        yield from map(printed, jobs)
        return
    with ProcessPoolExecutor(at_once, mp_context=get_context("spawn")) as pool:
        yield from pool.map(printed, jobs)


def job(edition: Edition, work: str, language: str, setting: Setting) -> Job:
    """Return what is needed to set the volume of *work* (an id, "" for the edition as a whole) in *language*."""
    ids = [item.work.id for item in edition.works]
    told = volume(edition, ids.index(work) if work else None, language, setting)
    return Job(work or WHOLE, json.dumps(told, ensure_ascii=False, sort_keys=True), fonts(setting.root))
