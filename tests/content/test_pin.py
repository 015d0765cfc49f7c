"""``matn summaries``: what it says, what it writes, and that it writes nothing unasked."""

from __future__ import annotations

from ..cli.conftest import Matn
from ..edition.small import Small

EMENDATION = "- {at: p3, sic: عذباً, corr: عذبا, kind: marks, why: plain, certainty: certain, who: S. N.}\n"


def test_all_in_order(matn: Matn) -> None:
    ran = matn("summaries", "well-2024", "--check")
    assert (ran.code, ran.out) == (0, "well-2024: 7 summaries, 7 paragraphs\n")


def test_a_changed_wording_makes_its_summary_stale_until_it_is_pinned(matn: Matn, edition: Small) -> None:
    edition.write("emendations.yaml", EMENDATION)
    path = edition.work / "summaries.md"
    before = path.read_bytes()
    assert "  stale: p3\n" in matn("summaries", "well-2024").out
    assert matn("summaries", "well-2024", "--check").code == 1
    shown = matn("summaries", "well-2024", "--diff")
    assert [line[:7] for line in shown.out.splitlines() if line.startswith(("+#", "-#"))] == ["-## p3 ", "+## p3 "]
    assert path.read_bytes() == before
    assert "well-2024#p3: E604" in matn("check").out
    assert "wrote" in matn("summaries", "well-2024", "--pin").out
    assert matn("summaries", "well-2024", "--check").code == 0
    assert "E604" not in matn("check").out
    old, new = before.decode().splitlines(), path.read_text(encoding="utf-8").splitlines()
    assert [a for a, b in zip(old, new, strict=True) if a != b] == [line for line in old if line.startswith("## p3 ")]


def test_missing_orphaned_and_not_pinned(matn: Matn, edition: Small) -> None:
    edition.write("summaries.md", "## p1\nThe Village Well\n\n## p9 ~abcdef\nNine.\n")
    ran = matn("summaries", "well-2024")
    assert ran.code == 0
    assert ran.out.splitlines()[1:] == ["  missing: p2 p3 p4 p5 p6 p7", "  orphaned: p9", "  not pinned: p1"]
    assert matn("summaries", "well-2024", "--pin").code == 0
    assert "## p9 ~abcdef\n" in (edition.work / "summaries.md").read_text(encoding="utf-8")


def test_without_the_source_the_last_published_wording_counts(matn: Matn, edition: Small) -> None:
    edition.source.unlink()
    assert matn("summaries", "well-2024", "--check").code == 0
    ran = matn("check")
    assert (ran.code, "W110" in ran.out, "E6" in ran.out) == (0, True, False)


def test_wrong_use(matn: Matn, edition: Small) -> None:
    assert matn("summaries", "well-2024", "--pin", "--check").code == 2
    edition.write("summaries.md", "## page 3\nNo.\n")
    broken = matn("summaries", "well-2024", "--pin")
    assert broken.code == 3
    assert "summaries.md:1" in broken.err
    assert "summaries.md:1: E601" in matn("check").out
    (edition.work / "summaries.md").unlink()
    assert "found none" in matn("summaries", "well-2024").err


def test_lines_may_end_as_on_windows(matn: Matn, edition: Small) -> None:
    path = edition.work / "summaries.md"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert matn("summaries", "well-2024", "--check").code == 0
    edition.write("emendations.yaml", EMENDATION)
    assert matn("summaries", "well-2024", "--pin").code == 0
    assert path.read_bytes().count(b"\n") == path.read_bytes().count(b"\r\n")
