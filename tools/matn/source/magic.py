"""Tell by its first bytes a file that is no plain text, so that the complaint can name it."""

from __future__ import annotations

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a zip archive"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Microsoft Office document (.doc, .xls, .ppt)"),
    (b"{\\rtf", "a rich text (RTF) document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"AT&TFORM", "a DjVu document"),
)
"""File signatures (Gary Kessler's list, and the formats' own specifications)."""

_ZIPPED = (
    (b"word/", "a Word document (.docx)"),
    (b"mimetypeapplication/epub+zip", "an EPUB book"),
    (b"mimetypeapplication/vnd.oasis.opendocument", "an OpenDocument file (.odt)"),
    (b"xl/", "an Excel workbook (.xlsx)"),
    (b"ppt/", "a PowerPoint presentation (.pptx)"),
)
"""What a zip archive really is, by names of its members near the front."""

_LOOK = 4096


def format_of(data: bytes) -> str:
    """Return what *data* is if it is a known format other than plain text, else an empty string.

    White space before the signature is passed over, since some PDF files begin with it.
    """
    head = data[:_LOOK].lstrip(b" \t\r\n\xef\xbb\xbf") if data[:1] != b"\xff" else data[:_LOOK]
    for signature, name in _SIGNATURES:
        if head.startswith(signature):
            return _inside(head, name) if signature.startswith(b"PK") else name
    return ""


def _inside(head: bytes, name: str) -> str:
    return next((real for member, real in _ZIPPED if member in head), name)
