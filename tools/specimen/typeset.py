"""Typeset the original into a PDF: LibreOffice Writer, Chromium's print, LuaLaTeX with babel."""

from __future__ import annotations

import html
import re
import subprocess
from collections.abc import Iterable
from pathlib import Path
from string import Template

from specimen.original import Part

HERE = Path(__file__).resolve().parent
MARKER = re.compile(r"<sup>\((\d+)\)</sup>")
STYLES = {"title": "T", "heading": "H", "body": "B", "item": "B", "note": "N"}
RUNNING_HEAD = "من الصفحة إلى النص"


def libreoffice(pieces: Iterable[Part], font: str, folder: Path) -> Path:
    """Write a flat ODT in *font* (with LibreOffice's feature syntax) and print it with LibreOffice."""
    body = "".join(f'<text:p text:style-name="{STYLES[part.kind]}">{_odt(part.text)}</text:p>' for part in pieces)
    page = Template((HERE / "page.fodt").read_text(encoding="utf-8"))
    (folder / "page.fodt").write_text(page.substitute(font=font, body=body, head=RUNNING_HEAD), encoding="utf-8")
    _run(["soffice", "--headless", "--convert-to", "pdf", "page.fodt"], folder)
    return folder / "page.pdf"


def _odt(text: str) -> str:
    kept = html.escape(MARKER.sub(r"{{\1}}", text), quote=False)
    return re.sub(r"\{\{(\d+)\}\}", r'<text:span text:style-name="Sup">\1</text:span>', kept)


def chromium(pieces: Iterable[Part], font: str, folder: Path) -> Path:
    """Print a justified HTML page in *font* with Chromium."""
    tags = {"title": "h1", "heading": "h2"}
    body = "".join(_element(tags.get(part.kind, "p"), part.text) for part in pieces)
    style = f'@page{{size:148mm 210mm;margin:15mm}}body{{font:14pt "{font}"}}p{{text-align:justify}}'
    page = f"<!doctype html><html lang=ar dir=rtl><meta charset=utf-8><style>{style}</style>{body}"
    (folder / "page.html").write_text(page, encoding="utf-8")
    flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--user-data-dir={folder}/c"]
    _run(["chromium", *flags, f"--print-to-pdf={folder}/page.pdf", f"file://{folder}/page.html"], folder)
    return folder / "page.pdf"


def _element(tag: str, text: str) -> str:
    return f"<{tag}>" + MARKER.sub(r"<sup>\1</sup>", text) + f"</{tag}>"


def lualatex(pieces: Iterable[Part], font: str, folder: Path) -> Path:
    """Set the text in *font* with LuaLaTeX, babel's Arabic and its kashida justification."""
    page = Template((HERE / "page.tex").read_text(encoding="utf-8"))
    body = "\n\n".join(MARKER.sub(r"\\textsuperscript{\1}", re.sub(r"([%&#_$])", r"\\\1", p.text)) for p in pieces)
    (folder / "page.tex").write_text(page.substitute(font=font, body=body), encoding="utf-8")
    _run(["lualatex", "-interaction=batchmode", "page.tex"], folder)
    return folder / "page.pdf"


def _run(command: list[str], folder: Path) -> None:
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=180)
