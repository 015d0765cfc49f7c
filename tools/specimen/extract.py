"""Take the text out of a PDF again, with the extractors people use. Line ends become LF, nothing else changes."""

from __future__ import annotations

import subprocess
from importlib import import_module  # these two are needed here only: not among the package's dependencies
from pathlib import Path


def poppler(pdf: Path) -> str:
    """Extract with ``pdftotext`` (Poppler)."""
    return subprocess.run(["pdftotext", "-q", pdf, "-"], check=True, capture_output=True).stdout.decode()


def pypdf(pdf: Path) -> str:
    """Extract with pypdf."""
    reader = import_module("pypdf").PdfReader(pdf)
    return "\n".join(page.extract_text() for page in reader.pages) + "\n"


def pdfium(pdf: Path) -> str:
    """Extract with PDFium (pypdfium2)."""
    document = import_module("pypdfium2").PdfDocument(pdf)
    pages = [page.get_textpage().get_text_range() for page in document]
    return "\n".join(pages).replace("\r\n", "\n") + "\n"
