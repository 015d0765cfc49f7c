"""Decoding: every encoding gives the same text back; what is no Arabic text is named."""

from __future__ import annotations

import io
import random
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matn.errors import BadInputError, ExitCode
from matn.source.decode import decode

PLAIN = (
    "كتبت المدينة رسالة طويلة إلى الوزارة تطلب فيها إصلاح الطريق القديم.\n"
    "ثم انتظرت الجواب عاماً كاملاً، ولم يظهر أحد: هل ضاعت الرسالة؟\n"
)
RICH = PLAIN + "قال العمدة: «سنبدأ غداً» – ثم سكت… ودفع ١٢ ديناراً و5% ضريبة.\n"
HERE = Path("text.txt")


@pytest.mark.parametrize(
    ("text", "codec", "encoding"),
    [
        (RICH, "utf-8", "utf-8"),
        (RICH, "utf-8-sig", "utf-8"),
        (RICH, "utf-16", "utf-16-le"),
        (RICH, "utf-16-le", "utf-16-le"),
        (RICH, "utf-16-be", "utf-16-be"),
        (RICH, "utf-32", "utf-32-le"),
        (PLAIN + "«نعم» – لا…", "cp1256", "cp1256"),
        (PLAIN, "iso-8859-6", "iso-8859-6"),
    ],
)
def test_every_encoding_gives_the_text_back(text: str, codec: str, encoding: str) -> None:
    decoded = decode(text.encode(codec), HERE)
    assert (decoded.text, decoded.encoding) == (text, encoding)
    assert decoded.evidence


def test_big_endian_mark() -> None:
    decoded = decode(("\ufeff" + RICH).encode("utf-16-be"), HERE)
    assert (decoded.text, decoded.encoding) == (RICH, "utf-16-be")


@pytest.mark.parametrize(
    ("right", "wrong"), [("utf-8", "cp1256"), ("utf-8", "latin-1"), ("cp1256", "latin-1"), ("cp1256", "cp1252")]
)
def test_text_misread_and_saved_is_read_back(right: str, wrong: str) -> None:
    saved = PLAIN.encode(right).decode(wrong)
    decoded = decode(saved.encode("utf-8"), HERE)
    assert decoded.text == PLAIN
    assert decoded.encoding.startswith(f"{right}+")


def test_misread_words_alone_do_not_turn_a_real_text() -> None:
    text = "وقد ظهر نص مثل Ø§Ù„ في الرسالة، وهو نص فاسد لا يقرؤه أحد في هذه المدينة القديمة.\n" * 3
    assert decode(text.encode("utf-8"), HERE).text == text


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n"])
def test_line_ends_stay_as_they_are(ending: str) -> None:
    text = PLAIN.replace("\n", ending)
    assert decode(text.encode("utf-8"), HERE).text == text


def test_nul_bytes_in_fine_text_are_left_to_the_rules() -> None:
    text = PLAIN.replace(" ", "\0 ", 3)
    decoded = decode(text.encode("utf-8"), HERE)
    assert (decoded.text, decoded.encoding) == (text, "utf-8")


def test_presentation_forms_count_as_arabic() -> None:
    text = "\ufedf\ufee0\ufee4\ufeaa\ufef3\ufee8\ufe94"
    assert decode(text.encode("utf-8"), HERE).text == text


def test_two_likely_encodings_are_not_decided_between() -> None:
    with pytest.raises(BadInputError, match=r"cp1256.*iso-8859-6|iso-8859-6.*cp1256"):
        decode("من هو".encode("cp1256"), HERE)


def test_encodings_that_agree_need_no_decision() -> None:
    data = "باب".encode("cp1256")
    assert data == "باب".encode("iso-8859-6")
    assert decode(data, HERE).text == "باب"


def _zip(member: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(member, PLAIN)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"", "an empty file"),
        (b" \r\n\t\n", "an empty file"),
        (b"\xef\xbb\xbf", "an empty file"),
        (b"\0\0\0", "an empty file"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "a PDF document"),
        (b"\n%PDF-1.4", "a PDF document"),
        (_zip("word/document.xml"), "a Word document"),
        (_zip("notes.txt"), "a zip archive"),
        (b"\x89PNG\r\n\x1a\n\0\0", "a PNG image"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a JPEG image"),
        (b"{\\rtf1\\ansi", "a rich text"),
        (b"Just a few words of English.\n", "no.*Arabic|none"),
        ("Une phrase française, très accentuée, à l'été.\n".encode(), "no.*Arabic|none"),
        ("Une phrase française, très accentuée, à l'été.\n".encode("latin-1"), "none in any encoding"),
        (random.Random(7).randbytes(5000), "binary data"),
        ("Only a mark.".encode("utf-16"), "no Arabic letter"),
    ],
)
def test_what_is_no_arabic_text_is_named(data: bytes, found: str) -> None:
    with pytest.raises(BadInputError, match=found) as caught:
        decode(data, HERE)
    assert caught.value.code is ExitCode.BAD_INPUT
    assert caught.value.path == HERE


def test_a_wrong_byte_is_told_with_its_line() -> None:
    data = (PLAIN * 20).encode() + b"\xff" + PLAIN.encode()
    with pytest.raises(BadInputError, match=f"0xff at byte {len((PLAIN * 20).encode())}") as caught:
        decode(data, HERE)
    assert caught.value.line == PLAIN.count("\n") * 20 + 1
    assert caught.value.hint


def test_a_cut_utf16_file_is_told_with_its_line() -> None:
    with pytest.raises(BadInputError, match="UTF-16-LE") as caught:
        decode(PLAIN.encode("utf-16")[:-1], HERE)
    assert caught.value.line == 2


@given(st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأإآؤئ ًٌٍَُِّْـ\n،؛؟.«»0123456789\u200c", max_size=80))
def test_utf8_round_trips(text: str) -> None:
    whole = PLAIN + text
    assert decode(whole.encode("utf-8"), HERE).text == whole


@given(st.binary(max_size=300))
def test_any_bytes_give_a_text_or_a_clear_error(data: bytes) -> None:
    try:
        decoded = decode(data, HERE)
    except BadInputError:
        return
    assert decoded.text
    assert decoded.encoding


def test_real_sources_are_utf8(sources: Path) -> None:
    for path in sorted(sources.glob("*.txt")):
        decoded = decode(path.read_bytes(), path)
        assert decoded.encoding == "utf-8"
        assert decoded.text.encode("utf-8") == path.read_bytes()
