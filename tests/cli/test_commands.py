"""The commands on a small edition: what they print, where, and with which exit code they end."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from matn.cli import main
from matn.edition.check import CHECKS, MESSAGES, STALE, WHOLE_CHECKS

from ..edition.small import TEXT, Small
from .conftest import Matn

LAST = "لم يسأل أحدٌٌ عن عمقها قبل ذلك اليوم، ولا عن الذي حفرها أول مرة."

MORE = "ثم جاء رجل غريب وسأل عن الطريق إلى المدينة البعيدة."


def test_text_prints_paragraphs_and_nothing_else(matn: Matn) -> None:
    ran = matn("text", "well-2024")
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.split("\n\n")
    assert lines[0] == "بئر القرية"
    assert lines[-1] == LAST.replace("ٌٌ", "ٌ") + "\n"
    assert len(lines) == 7
    assert all("\n" not in line for line in lines[:-1])


@pytest.mark.parametrize(("layer", "word"), [("received", "عذباًً"), ("repaired", "عذباً"), ("reading", "عذبا")])
def test_layers_of_text(matn: Matn, edition: Small, layer: str, word: str) -> None:
    edition.write(
        "emendations.yaml",
        "- {at: p3, sic: عذباً, corr: عذبا, kind: marks, why: plain, certainty: certain, who: S. N.}\n",
    )
    assert f" {word} " in matn("text", "well-2024", "--layer", layer).out


def test_text_without_the_source_says_how_to_supply_it(matn: Matn, edition: Small) -> None:
    edition.source.unlink()
    ran = matn("text", "well-2024")
    assert (ran.code, ran.out) == (3, "")
    assert "--sources" in ran.err


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["text", "wel-2024"], 3, "did you mean well-2024?"),
        (["text", "../well-2024"], 3, "there is no work"),
        (["text"], 2, "Missing argument"),
        (["txt"], 2, "No such command"),
        (["text", "well-2024", "--layer", "final"], 2, "'final' is not one of"),
        (["explain", "well-2024"], 2, "expected WORK#ID"),
        (["explain", "well-2024#p77"], 3, "did you mean p7?"),
        (["explain", "well-2024#x"], 3, "it has p1 to p7"),
        (["--root", "x", "text"], 2, "No such option"),
        (["text", "well-2024", "--root", "nowhere"], 3, "no docs/works"),
        (["text", "well-2024", "--sources", "nowhere"], 3, "expected a folder of source texts"),
        (["anchors", "--decide", "p1=t1"], 2, "need a WORK"),
        (["anchors", "well-2024", "--decide", "p1~t1"], 3, "p1~t1"),
        (["anchors", "--accept", "--check"], 2, "give one of them"),
    ],
)
def test_wrong_use_is_told(matn: Matn, arguments: list[str], code: int, message: str) -> None:
    ran = matn(*arguments)
    assert (ran.code, ran.out) == (code, "")
    assert message in ran.err
    assert "Traceback" not in ran.err


def test_outside_an_edition(matn: Matn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("/")
    ran = matn("check")
    assert ran.code == 3
    assert "--root" in ran.err
    assert matn("text", "well-2024", "--root", str(tmp_path)).code == 0


def test_explain_a_paragraph(matn: Matn) -> None:
    ran = matn("explain", "well-2024#p3")
    assert ran.code == 0
    for words in ("received", "عذباًً", "عذباً", "doubled-marks", "100% sure", "1 change ", "note 1 (n1)"):
        assert words in ran.out


def test_explain_takes_a_citation(matn: Matn) -> None:
    assert matn("explain", "well-2024#p3~abcdef").out == matn("explain", "well-2024#p3").out


def test_explain_a_note_and_an_unchanged_paragraph(matn: Matn) -> None:
    assert "note 2, lost, called in p6" in matn("explain", "well-2024#n2").out
    assert "nothing was changed" in matn("explain", "well-2024#p5").out


def test_account(matn: Matn) -> None:
    ran = matn("account")
    assert ran.code == 0
    head, row = ran.out.splitlines()
    assert head.split()[-1] == "unaccounted"
    assert row.split()[:2] == ["well-2024", str(len(TEXT))]
    assert row.split()[-1] == "0"
    details = matn("account", "well-2024").out
    assert "edited by doubled-marks" in details
    assert "removed: masthead" in details


def test_check_is_content(matn: Matn) -> None:
    ran = matn("check")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.startswith("0 errors, 0 warnings")


def codes(out: str) -> set[str]:
    """The codes of the findings that ``matn check`` printed."""
    return {line.split(": ")[1].split()[0] for line in out.splitlines()}


def broken(edition: Small, what: str) -> None:
    """Break one thing of the edition."""
    work = edition.work / "work.yaml"
    text = work.read_text(encoding="utf-8")
    match what:
        case "E101":
            edition.write("work.yaml", text.replace("date:", "dat:"))
        case "E102":
            edition.write("emendations.yaml", "- {at: p3}\n")
        case "E110":
            edition.write("work.yaml", text.replace("layout: markdown", "layout: round"))
        case "E111":
            edition.write("work.yaml", text.replace(f"characters: {len(TEXT)}", "characters: 5"))
        case "E112":
            edition.source.write_text(TEXT.replace(LAST, LAST + "\n\n" + MORE), encoding="utf-8")
        case "E201":
            (edition.work / "anchors.yaml").unlink()
        case "E202":
            edition.source.write_text(TEXT.replace(LAST, ""), encoding="utf-8")
            edition.describe()
        case "W110":
            edition.source.unlink()
        case "W210":
            word = "- {at: p3, sic: عذباً, corr: عذبا, kind: marks, why: plain, certainty: certain, who: S. N.}\n"
            edition.write("emendations.yaml", word)
        case "W402":
            edition.source.write_text(TEXT.replace("<sup>(1)</sup>", ""), encoding="utf-8")
            edition.describe()


@pytest.mark.parametrize("code", ["E101", "E102", "E110", "E111", "E112", "E201", "E202", "W110", "W210", "W402"])
def test_check_tells_what_is_broken(matn: Matn, edition: Small, code: str) -> None:
    broken(edition, code)
    ran = matn("check")
    found = codes(ran.out)
    assert code in found
    assert ran.code == any(each.startswith("E") for each in found)


def test_check_goes_on_after_a_broken_work(matn: Matn, edition: Small) -> None:
    broken(edition, "E101")
    broken(edition, "E102")
    out = matn("check").out
    assert "E101" in out
    assert "E102" in out


@pytest.mark.parametrize(
    ("file", "content", "code"),
    [("work.yaml", b"id: \xff\n", "E101"), ("emendations.yaml", b"\xfe\n", "E102")],
)
def test_check_tells_of_a_file_that_is_no_text(
    matn: Matn, edition: Small, file: str, content: bytes, code: str
) -> None:
    (edition.work / file).write_bytes(content)
    ran = matn("check")
    assert ran.code == 1
    assert f"{file}:1: {code}" in ran.out


def test_check_tells_of_an_empty_source(matn: Matn, edition: Small) -> None:
    edition.source.rename(edition.source.with_suffix(".txt")).write_bytes(b"")
    assert "E112" in codes(matn("check").out)


@pytest.mark.parametrize("command", ["text", "check", "account"])
def test_a_folder_where_a_file_should_be(matn: Matn, edition: Small, command: str) -> None:
    (edition.work / "summaries.md").unlink()
    (edition.work / "summaries.md").mkdir()
    ran = matn(command, "well-2024")
    assert ran.code == (1 if command == "check" else 3)
    assert "summaries.md:1: " in ran.out + ran.err
    assert "cannot be read" in ran.out + ran.err


def test_check_lists_its_rules(matn: Matn) -> None:
    lines = matn("check", "--codes").out.splitlines()
    assert [line.split()[0] for line in lines] == list(MESSAGES)
    assert set(MESSAGES) == {*CHECKS, *WHOLE_CHECKS, STALE}
    assert not set(CHECKS) & set(WHOLE_CHECKS)
    assert all(line.endswith(".") for line in lines)


def test_anchors_check_and_diff_write_nothing(matn: Matn, edition: Small) -> None:
    path = edition.work / "anchors.yaml"
    assert matn("anchors", "--check").code == 0
    broken(edition, "W210")
    before = path.read_bytes()
    assert matn("anchors", "--check").code == 1
    shown = matn("anchors", "--diff")
    assert shown.code == 0
    assert "\n-- {id: p3" in shown.out
    assert "\n+- {id: p3" in shown.out
    assert path.read_bytes() == before
    assert matn("anchors", "--accept").code == 0
    assert matn("anchors", "--check").code == 0


def test_anchors_wait_for_a_decision(matn: Matn, edition: Small) -> None:
    broken(edition, "E202")
    before = (edition.work / "anchors.yaml").read_bytes()
    waiting = matn("anchors", "well-2024")
    assert waiting.code == 1
    assert "p7 is not in the text any more" in waiting.out
    refused = matn("anchors", "well-2024", "--accept")
    assert refused.code == 3
    assert "--decide" in refused.err
    assert (edition.work / "anchors.yaml").read_bytes() == before
    assert matn("anchors", "well-2024", "--accept", "--decide", "p7=withdrawn: cut by the author").code == 0
    gone = matn("explain", "well-2024#p7")
    assert gone.code == 3
    assert "withdrawn" in gone.err
    assert "cut by the author" in gone.err


def test_accepting_a_new_source_pins_it(matn: Matn, edition: Small) -> None:
    broken(edition, "E112")
    assert matn("text", "well-2024").code == 3
    ran = matn("anchors", "well-2024", "--accept-source", str(edition.source))
    assert ran.code == 0, ran.err
    assert "is new" in ran.out
    assert matn("text", "well-2024").out.endswith(MORE + "\n")
    assert codes(matn("check").out) == {"E602"}  # the new paragraph has no summary yet


@pytest.mark.parametrize(("option", "code"), [("--check", 1), ("--diff", 0)])
def test_looking_at_a_new_source_writes_nothing(matn: Matn, edition: Small, option: str, code: int) -> None:
    broken(edition, "E112")
    before = [path.read_bytes() for path in sorted(edition.work.glob("*.yaml"))]
    assert matn("anchors", "well-2024", "--accept-source", str(edition.source), option).code == code
    assert [path.read_bytes() for path in sorted(edition.work.glob("*.yaml"))] == before


def test_a_bug_ends_with_70_and_a_traceback(matn: Matn, monkeypatch: pytest.MonkeyPatch) -> None:
    def bug(arguments: object) -> None:
        raise ZeroDivisionError("no")

    monkeypatch.setattr(main.cli, "invoke", bug)
    ran = matn("check")
    assert ran.code == 70
    assert "ZeroDivisionError" in ran.err
    assert "nothing was written" in ran.err


def test_what_the_machine_refuses_is_no_bug(matn: Matn, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(arguments: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", "docs/about.md")

    monkeypatch.setattr(main, "_drop_output", lambda: None)  # standard output is the test's
    monkeypatch.setattr(main.cli, "invoke", refuse)
    ran = matn("check")
    assert (ran.code, ran.err) == (3, "matn: docs/about.md: Permission denied\n")


def test_ctrl_c_is_quiet(matn: Matn, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(main.cli, "invoke", stop)
    ran = matn("check")
    assert (ran.code, ran.err) == (130, "matn: stopped\n")


def test_help_and_version(matn: Matn) -> None:
    assert matn("--help").code == 0
    assert matn("--version").out.startswith("matn ")
    for command in main.cli.commands:
        ran = matn(command, "--help")
        assert (ran.code, ran.err) == (0, "")


def module(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "matn", *arguments]


def test_text_as_a_module_into_a_pipe_that_closes(edition: Small) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(module("text", "well-2024"), stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_text_onto_a_full_disk(edition: Small) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(module("text", "well-2024"), stdout=full, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (3, b"matn: the output: No space left on device\n")


def test_told_to_end_it_ends_in_order(edition: Small) -> None:
    code = "import os, signal; from matn.cli import main; main.run = lambda _: os.kill(os.getpid(), signal.SIGTERM)"
    done = subprocess.run([sys.executable, "-c", f"{code}; main.main([])"], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (143, b"")


def test_text_is_utf8_whatever_the_locale(edition: Small) -> None:
    # No LC_ALL=C: with it, Python before 3.13 does not start from a virtual environment under a folder named in Arabic.
    environ = {"PATH": os.environ["PATH"], "PYTHONIOENCODING": "cp1256"}
    done = subprocess.run(module("text", "well-2024"), capture_output=True, env=environ, check=True)
    assert done.stdout.decode("utf-8").startswith("بئر القرية\n\n")


def test_text_of_a_real_source(sources: Path, capfd: pytest.CaptureFixture[str]) -> None:
    root = Path(__file__).parents[2]
    if not (root / "docs/works/taie-2020/anchors.yaml").exists():
        pytest.skip("the ledger of taie-2020 is not written yet")
    capfd.readouterr()
    assert main.run(["text", "taie-2020", "--root", str(root), "--sources", str(sources)]) == 0
    lines = capfd.readouterr().out.split("\n\n")
    assert len(lines) > 5
    assert not any("ـ" in line for line in lines)
