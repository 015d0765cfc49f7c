"""Zip files that are the same bytes for the same content: no clock, no owner, a fixed order."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_DAY = (1980, 1, 1, 0, 0, 0)
"""The first moment that the format can tell."""
_MODE = 0o100644 << 16
_UNIX = 3
_PACKED = frozenset({"epub", "gz", "jpg", "pdf", "png", "woff2", "zip"})
"""Endings of files that are compressed already."""


def zipped(files: Mapping[str, bytes], level: int = 6) -> bytes:
    """Return *files* (path to content) as a zip, in the order given; what is compressed already is stored as it is.

    A file named ``mimetype`` is stored, too, as EPUB wants it (OCF 3.3, section 4.3); put it first.
    """
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", compresslevel=level) as archive:
        for path, data in files.items():
            entry = zipfile.ZipInfo(path, _DAY)
            entry.create_system, entry.external_attr = _UNIX, _MODE
            entry.compress_type = zipfile.ZIP_STORED if _stored(path) else zipfile.ZIP_DEFLATED
            archive.writestr(entry, data, compresslevel=level)
    return made.getvalue()


def _stored(path: str) -> bool:
    return path == "mimetype" or path.rpartition(".")[2] in _PACKED
