"""``matn cite`` as a user runs it, in this edition."""

from __future__ import annotations

import json

import pytest

from matn.cli.main import run

from .make import ROOT

RELATIVE = "the address is relative"


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("SITE_URL", raising=False)


def test_it_prints_a_citation_and_says_that_the_site_has_no_address(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["cite", "specimen#p3"]) == 0
    out, err = capfd.readouterr()
    assert out.startswith("مشروع متن. «من الصفحة إلى النص")
    assert "works/specimen.html?v=" in out
    assert RELATIVE in err


def test_it_takes_the_address_from_the_environment(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", "https://example.org/x")
    assert run(["cite", "specimen#p3", "--style", "csl-json", "--language", "en"]) == 0
    out, err = capfd.readouterr()
    assert json.loads(out)[0]["URL"].startswith("https://example.org/x/en/works/specimen.html?v=")
    assert err == ""


def test_the_paper_itself_needs_no_site(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["cite", "ghunaimi-2024", "--of", "paper", "--style", "apa", "--language", "en"]) == 0
    out, err = capfd.readouterr()
    assert out.startswith("al-Ghunaimi, A.-R. M. (2024).")
    assert err == ""


def test_ris_keeps_its_line_ends(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(["cite", "specimen", "--style", "ris"]) == 0
    out = capfdbinary.readouterr().out
    assert out.startswith(b"TY  - CHAP\r\n")
    assert out.count(b"\n") == out.count(b"\r\n")


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["specimen#p3", "--style", "harvard"], 2, "'harvard' is not one of"),
        (["specimen#p3", "--language", "fa"], 2, "'fa' is not one of"),
        (["specimen#"], 2, "expected WORK or WORK#ID"),
        (["#p3"], 2, "expected WORK or WORK#ID"),
        (["specimn#p3"], 3, "did you mean specimen?"),
        (["specimen#p999"], 3, "has no paragraph 'p999'"),
        (["specimen#p3~000000"], 3, "you read ~000000"),
        (["specimen#p3", "--of", "paper"], 3, "this edition's"),
        (["specimen", "--root", "nowhere"], 3, "no docs/works"),
    ],
)
def test_wrong_use_is_told(capfd: pytest.CaptureFixture[str], arguments: list[str], code: int, told: str) -> None:
    assert run(["cite", *arguments]) == code
    out, err = capfd.readouterr()
    assert out == ""
    assert told in err
    assert "Traceback" not in err
