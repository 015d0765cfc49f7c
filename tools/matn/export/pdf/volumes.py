"""All PDF volumes of an edition: which there are, and their bytes, made side by side."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from os import cpu_count
from typing import Self

from matn.edition.model import Edition
from matn.export.offer import WHOLE, Download, Offer, Setting, place
from matn.export.pdf.data import volume
from matn.export.pdf.press import Job, fonts, printed, ready
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
    store = Store(setting.root / "build" / "pdf")
    made: dict[str, bytes | Future[bytes]] = {}
    jobs: dict[str, Job] = {}
    with _Presses(min(_AT_ONCE, len(wanted), cpu_count() or 1)) as presses:
        if store.empty:
            presses.begin()
        for work, language in sorted(wanted, key=partial(_turn, _lengths(edition))):
            path = place(work, f"{language}.pdf")
            jobs[path] = job(edition, work, language, setting)
            made[path] = store.get(jobs[path]) or presses.printed(jobs[path])
        return {path: _kept(store, jobs[path], made[path]) for path in (place(w, f"{each}.pdf") for w, each in wanted)}


def _lengths(edition: Edition) -> Mapping[str, int]:
    """Return the letters of each work by its id, of all by ""."""
    lengths = {item.work.id: sum(len(each.reading or "") for each in item.paragraphs) for item in edition.works}
    return lengths | {"": sum(lengths.values())}


def _turn(lengths: Mapping[str, int], volume: tuple[str, str]) -> tuple[int, str, str]:
    """Return a key by which volumes come that take long first, so that no process waits for another at the end."""
    work, language = volume
    return -lengths[work] * (1 if language == "en" else 4), work, language


def _kept(store: Store, job: Job, made: bytes | Future[bytes]) -> bytes:
    if isinstance(made, bytes):
        return made
    data = made.result()
    store.put(job, data)
    return data


class _Presses:
    """Processes that set volumes beside each other; none is begun for a single volume."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    def begin(self) -> None:
        """Begin the processes, so that they are there when the first job is."""
        if self._pool is None and self._most > 1:
            self._pool = ProcessPoolExecutor(self._most, mp_context=get_context("spawn"))
            for _ in range(self._most):
                self._pool.submit(ready)

    def printed(self, job: Job) -> Future[bytes]:
        """Return the volume of *job*, or what will have it."""
        self.begin()
        return self._pool.submit(printed, job) if self._pool else _now(job)


def _now(job: Job) -> Future[bytes]:
    future: Future[bytes] = Future()
    future.set_result(printed(job))
    return future


def job(edition: Edition, work: str, language: str, setting: Setting) -> Job:
    """Return what is needed to set the volume of *work* (an id, "" for the edition as a whole) in *language*."""
    ids = [item.work.id for item in edition.works]
    told = volume(edition, ids.index(work) if work else None, language, setting)
    return Job(work or WHOLE, json.dumps(told, ensure_ascii=False, sort_keys=True), fonts(setting.root))
