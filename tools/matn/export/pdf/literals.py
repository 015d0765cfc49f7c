"""Strings of a page: the bytes that they stand for (PDF 32000-1, 7.3.4)."""

from __future__ import annotations

import re

ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
NUMBER = r"-?[\d.]++"
STRING = r"\((?:\\.|[^()\\])*+\)"
"""A string; in a literal one brackets may stand in it as they are if they are balanced, here up to four deep.

Nothing is tried twice (``++``, ``*+``): an operand of another form would else take time without end.
"""
for _ in range(4):
    STRING = rf"\((?:\\.|[^()\\]|{STRING})*+\)"
STRING = rf"(?:{STRING}|<[0-9A-Fa-f\s]*+>)"
_ESCAPED = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)


def unescaped(value: bytes) -> bytes:
    """Return the bytes of a string, which has its brackets."""
    inner = value[1:-1]
    if value.startswith(b"<"):
        return bytes.fromhex(inner.decode("ascii"))
    return inner if b"\\" not in inner else _ESCAPED.sub(_unescape, inner)


def _unescape(found: re.Match[bytes]) -> bytes:
    escaped = found[1]
    if escaped[:1].isdigit():
        return bytes([int(escaped, 8) & 255])
    return b"" if escaped in (b"\n", b"\r\n", b"\r") else ESCAPES.get(escaped, escaped)
