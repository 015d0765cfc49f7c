"""What can be taken away: listed once, made as listed, the same every time, with and without the source."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

import bibtexparser
import pytest
import rispy
from hypothesis import Phase, given, settings

from matn.edition.model import Edition, WorkEdition
from matn.errors import BrokenPromiseError
from matn.export import downloads
from matn.export.cite import Site, load_imprint
from matn.export.downloads import files, listing
from matn.export.offer import Download, Offer, Setting
from matn.export.tei_schema import parse
from matn.site.words import Words

from ..site.conftest import bare, edition, whole
from .made import works as made_works

__all__ = ["bare", "edition", "whole"]

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def setting() -> Setting:
    return Setting(ROOT, Site(load_imprint(ROOT), "https://example.org/matn/"), Words)


@pytest.fixture(scope="session")
def made(edition: Edition, setting: Setting) -> dict[str, bytes]:
    return dict(files(edition, setting))


def handed_out(made: Mapping[str, bytes]) -> list[str]:
    """Paths of the downloads, which people see; the tree of DTS is for programs, two files tell of the others."""
    return [path for path in made if path.count("/") == 2 and not path.startswith("dts/")]


def test_what_is_listed_is_made(edition: Edition, made: dict[str, bytes]) -> None:
    assert [each.path for each in listing(edition)] == handed_out(made)
    assert all(made[path] for path in handed_out(made))


def test_it_lies_under_its_work(edition: Edition) -> None:
    for each in listing(edition):
        assert each.path.startswith(f"downloads/{each.work or 'edition'}/{each.work or 'edition'}."), each
        assert each.language in {"ar", "en", "both"}
        assert each.media_type.count("/") == 1


def test_the_same_edition_gives_the_same_bytes(edition: Edition, setting: Setting, made: dict[str, bytes]) -> None:
    assert dict(files(edition, setting)) == made


def test_without_the_source_there_is_no_file_of_text_alone(edition: Edition) -> None:
    formats = {
        work: {each.format for each in listing(edition) if each.work == work} for work in ("nahr-2021", "nahr-2020")
    }
    assert formats["nahr-2021"] - formats["nahr-2020"] == {"txt"}


def test_reference_managers_read_every_citation(made: dict[str, bytes]) -> None:
    for path, data in made.items():
        if ".references." in path:
            continue
        count = 2 if path.startswith("downloads/edition/") else 1
        if path.endswith(".bib"):
            library = bibtexparser.parse_string(data.decode())
            assert (len(library.entries), library.failed_blocks) == (count, []), path
        elif path.endswith(".ris"):
            assert len(rispy.loads(data.decode())) == count, path
        elif path.endswith(".csl.json"):
            assert len(json.loads(data)) == count, path


def test_two_files_at_one_place_are_refused(
    edition: Edition, setting: Setting, monkeypatch: pytest.MonkeyPatch
) -> None:
    offer = Offer(Download("downloads/a/a.b", "b", "ar", "a/b", "a"), lambda _: b"b")
    monkeypatch.setattr(downloads, "MAKERS", (lambda _: [offer, offer],))
    with pytest.raises(BrokenPromiseError, match=r"downloads/a/a\.b"):
        files(edition, setting)


def test_a_lost_summary_leaves_every_file(whole: WorkEdition, setting: Setting) -> None:
    item = replace(whole, summaries={}, notes=())
    paragraphs = tuple(replace(each, markers=()) for each in item.paragraphs)
    edition = Edition((replace(item, paragraphs=paragraphs),), "test")
    assert [each.path for each in listing(edition)] == handed_out(files(edition, setting))


ODD = "عنوان \x00\x02 <b>&amp;</b> \ud800 \ufffe {{x}} \\textbf{y} ]]> \u202e"


def sound(path: str, data: bytes) -> None:
    """Hold a file to what its ending promises; what a zip holds, too."""
    ending = path.rpartition(".")[2]
    if ending in {"xml", "appl", "xhtml", "opf"}:
        parse(data)
    elif ending == "json":
        json.loads(data)
    elif ending in {"txt", "text", "bib", "ris"}:
        data.decode("utf-8")
    elif ending in {"epub", "zip"}:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            assert len(archive.namelist()) == len(set(archive.namelist()))
            for name in archive.namelist():
                sound(name, archive.read(name))


@settings(max_examples=10, deadline=None, phases=(Phase.explicit, Phase.generate))
@given(made_works())
def test_whatever_a_work_has_its_files_are_sound(item: WorkEdition) -> None:
    texts = {"ar": ODD, "en": ODD}
    odd = replace(item.work, title=texts, author=texts, rights=texts, abstract=texts, publisher=texts, url=ODD)
    setting = Setting(ROOT, Site(load_imprint(ROOT), ""), Words)
    with patch.object(
        downloads, "MAKERS", downloads.MAKERS[1:]
    ):  # all but PDFs, which take seconds: tests/pdf has them
        made = files(Edition((replace(item, work=odd),), "test"), setting)
    for path, data in made.items():
        sound(path, data)
