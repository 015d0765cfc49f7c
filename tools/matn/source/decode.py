"""Find out by evidence in which encoding a source is written, and decode it without losing a byte.

The order of trust: a byte order mark; strict UTF-8 that gives Arabic; then whichever of UTF-16, cp1256
and ISO-8859-6 gives words that the lexicon knows. A text that was read in the wrong encoding and saved
again as UTF-8 is read back. Nothing is guessed when two readings are about as good.
"""

from __future__ import annotations

import codecs
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path

from matn.errors import BadInputError
from matn.source.magic import format_of
from matn.source.plausible import arabic_letters, odd_share, plausibility

_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LEGACY = ("utf-16-le", "utf-16-be", "cp1256", "iso-8859-6")
_MISREAD = ("cp1256", "cp1252")
_WESTERN = {ord(char): byte for byte in range(256) if (char := bytes([byte]).decode("cp1252", "ignore"))}
"""cp1252 back to bytes; the five bytes it leaves undefined stay controls, as browsers have it (WHATWG)."""

_ENOUGH = 0.4
"""Least plausibility of a decoding: share of its words that the lexicon knows. Right readings of
Arabic prose have 0.95, badly damaged text layers 0.6; wrong encodings below 0.3."""

_NEAR = 0.1
"""Two readings whose plausibility differs by less are not decided between."""

_CLEAN = 20
"""Arabic letters for each undecodable byte from which on a file is UTF-8 with a fault in it."""

_SAVE = "open it in an editor that shows it rightly and save it as UTF-8"


@dataclass(frozen=True, slots=True)
class Decoded:
    r"""A source as text.

    Attributes:
        text: Every character the bytes stand for, in order, and nothing changed: no normal form is
            applied, NUL and other controls stay, ``\r\n`` stays two characters (the line end is ``\n``,
            the ``\r`` white space before it). Only a byte order mark is left out, being no text.
        encoding: Python's name of the encoding; ``a+b`` for text in *a* that was misread and saved as *b*.
        evidence: Why this encoding, in words.
    """

    text: str
    encoding: str
    evidence: str


@dataclass(frozen=True, slots=True)
class _Reading:
    text: str
    encoding: str
    score: float


def decode(data: bytes, path: Path) -> Decoded:
    """Decode *data*, the content of *path* (named in errors only).

    Raises:
        BadInputError: Nothing in it, no text at all, no Arabic, a byte that does not fit, or two
            encodings about equally likely.
    """
    if kind := format_of(data):
        raise BadInputError(f"expected plain text, found {kind}", path=path, hint="extract its text first")
    if not data.strip(b"\xef\xbb\xbf \t\r\n\x00"):
        raise BadInputError("expected Arabic text, found an empty file", path=path)
    decoded = _by_mark(data, path) or _by_utf8(data) or _by_words(data, path)
    if not arabic_letters(decoded.text):
        raise BadInputError(
            f"expected Arabic text, found no Arabic letter (read as {decoded.encoding})",
            path=path,
            hint="is it the right file? Matn makes editions of Arabic texts only",
        )
    return decoded


def _by_mark(data: bytes, path: Path) -> Decoded | None:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            text = _strictly(data, encoding, path).removeprefix("\ufeff")
            return Decoded(text, encoding, f"it begins with the byte order mark of {encoding}")
    return None


def _strictly(data: bytes, encoding: str, path: Path) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(data, error, path) from None


def _undecodable(data: bytes, error: UnicodeDecodeError, path: Path) -> BadInputError:
    line = data[: error.start].decode(error.encoding, "replace").count("\n") + 1
    found = " ".join(f"0x{byte:02x}" for byte in data[error.start : max(error.end, error.start + 1)])
    return BadInputError(
        f"expected {error.encoding.upper()}, found {found} at byte {error.start}: {error.reason}",
        path=path,
        line=line,
        hint=f"the file was cut or mixed from two encodings; {_SAVE}",
    )


def _by_utf8(data: bytes) -> Decoded | None:
    """Strict UTF-8 with Arabic in it: nothing else gives that by accident, except text saved wrongly."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    saved_wrongly = _misread(text)
    if saved_wrongly:
        return saved_wrongly
    return Decoded(text, "utf-8", "it is valid UTF-8 with Arabic in it") if arabic_letters(text) else None


def _misread(text: str) -> Decoded | None:
    """Read back a text that was decoded in the wrong encoding and saved: ``ط§ظ„`` for ``ال``."""
    if odd_share(text) < 0.3:
        return None
    layers = (_layer(text, wrong) for wrong in _MISREAD)
    readings = [
        _Reading(reading.text, f"{reading.encoding}+{wrong}", reading.score)
        for wrong, data in zip(_MISREAD, layers, strict=True)
        if data is not None
        for reading in _readings(data, ("utf-8", "cp1256"))
    ]
    best = max(readings, key=attrgetter("score"), default=None)
    if best is None or best.score < max(_ENOUGH, plausibility(text) + 2 * _NEAR):
        return None
    right, wrong = best.encoding.split("+")
    return Decoded(best.text, best.encoding, f"{right} that was misread as {wrong} and saved: {_percent(best)}")


def _layer(text: str, encoding: str) -> bytes | None:
    try:
        return text.translate(_WESTERN).encode("latin-1") if encoding == "cp1252" else text.encode(encoding)
    except UnicodeEncodeError:
        return None


def _by_words(data: bytes, path: Path) -> Decoded:
    """Choose among the encodings that have no signature by the words they give."""
    _refuse_faulty_utf8(data, path)
    best, *others = sorted(_readings(data, _LEGACY), key=attrgetter("score"), reverse=True) or [_Reading("", "", 0)]
    if best.score < _ENOUGH:
        raise _unreadable(data, path)
    rival = next((other for other in others if other.text != best.text), None)
    if rival and best.score - rival.score < _NEAR:
        raise BadInputError(
            f"cannot tell in which encoding it is: {_percent(best)}, {_percent(rival)}", path=path, hint=_SAVE
        )
    evidence = _percent(best) + (f"; next {_percent(rival)}" if rival else "")
    return Decoded(best.text, best.encoding, evidence)


def _refuse_faulty_utf8(data: bytes, path: Path) -> None:
    """Complain of the first wrong byte if the rest is clearly UTF-8; cp1256 would take any byte."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        lenient = data.decode("utf-8", "replace")
        faults = lenient.count("\N{REPLACEMENT CHARACTER}")
        if arabic_letters(lenient) >= _CLEAN * faults:
            raise _undecodable(data, error, path) from None


def _unreadable(data: bytes, path: Path) -> BadInputError:
    texts = sum(byte >= 0x20 or byte in b"\t\r\n\f" for byte in data[:65536])
    if texts < 0.9 * len(data[:65536]):
        return BadInputError("expected plain text, found binary data", path=path)
    tried = ", ".join(("utf-8", *_LEGACY))
    return BadInputError(
        f"expected Arabic text, found none in any encoding tried ({tried})",
        path=path,
        hint=f"is it the right file? If so, {_SAVE}",
    )


def _readings(data: bytes, encodings: Iterable[str]) -> list[_Reading]:
    texts = ((encoding, _whole(data, encoding)) for encoding in encodings)
    return [_Reading(text, encoding, plausibility(text)) for encoding, text in texts if text is not None]


def _whole(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return text if sum(map(_unassigned, text[:20000])) <= len(text[:20000]) // 100 else None


def _unassigned(char: str) -> bool:
    return unicodedata.category(char) in {"Cn", "Co", "Cs"}


def _percent(reading: _Reading) -> str:
    return f"as {reading.encoding} {reading.score:.0%} of its words are known"
