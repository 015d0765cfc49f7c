"""Works and the edition as books in PDF: in Arabic, in English, and both beside each other.

Typst sets the pages from data. What it writes is then laid anew, letter by letter, so that text copied from the file
and searched in it is the text that was set.
"""

from __future__ import annotations

from matn.export.pdf.volumes import offers, volumes

__all__ = ["offers", "volumes"]
