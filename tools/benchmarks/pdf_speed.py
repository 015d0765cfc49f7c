"""How long our PDFs take beside WeasyPrint's of the same texts, in processor time, in one run; then ours by the clock.

Run ``python -m benchmarks.pdf_speed [VOLUME …]`` with VOLUME such as ``specimen.ar`` or ``edition.both``. It
needs WeasyPrint, which nothing else here does: ``pip install weasyprint``.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.pdf_set import ROOT, edition, setting
from matn.edition.model import Edition
from matn.export.pdf.press import Job, printed
from matn.export.pdf.volumes import LANGUAGES, job, volumes

_STYLE = """
@page { size: A5; margin: 22mm 20mm; @top-center { content: string(title) } @bottom-center { content: counter(page) } }
body { font: 11pt/1.7 'Naskh', 'Serif'; text-align: justify; direction: rtl }
h1 { string-set: title content() } h1, h2, h3 { break-after: avoid; font-weight: bold }
[lang=en] { direction: ltr; font-family: 'Serif' } .note { float: footnote; font-size: 9pt }
.num { font-size: 7pt; position: absolute; right: -10mm } p { position: relative }
"""


def page(told: Mapping[str, Any], fonts: Iterable[str]) -> str:
    """Return the texts of a volume as one HTML page with page footnotes, numbers and contents."""
    faces = ""
    for folder in fonts:
        file = next(Path(folder).glob("*.ttf"))
        family = "Naskh" if "Amiri" in file.name else "Serif"
        weight = "bold" if "Bold" in file.name else "normal"
        slant = "italic" if "Italic" in file.name else "normal"
        faces += f"@font-face {{ font: {slant} {weight} 1em '{family}'; font-family: '{family}'; "
        faces += f"font-weight: {weight}; font-style: {slant}; src: url('{file.as_uri()}') }}\n"
    body = "".join(_work(work) for work in told["works"])
    names = "".join(f"<p>{escape(name['name'])}</p>" for group in told["names"] for name in group["names"])
    return f"<html lang={told['lang']}><style>{faces}{_STYLE}</style><body>{body}{names}</body></html>"


def _work(work: Mapping[str, Any]) -> str:
    notes = {note["id"]: note for note in work["notes"]}
    rows = "".join(_row(row, notes) for row in work["rows"])
    return f"<h1>{escape(work['title']['ar'])}</h1>{rows}"


def _row(row: Mapping[str, Any], notes: Mapping[str, Any]) -> str:
    tag = f"h{row['heading'] + 1}" if row["heading"] else "p"
    text = _runs(row["text"] or [], notes)
    english = f"<p lang=en dir=ltr>{_runs(row['summary'], notes)}</p>" if row["summary"] else ""
    return f"<{tag} id={row['id']}><span class=num>{row['number']}</span>{text}</{tag}>{english}"


def _runs(runs: Iterable[Mapping[str, str]], notes: Mapping[str, Any]) -> str:
    return "".join(
        f"<span class=note>{_runs(notes[run['note']]['text'], {})}</span>"
        if "note" in run
        else f"<span lang={run['lang']}>{escape(run['t'])}</span>"
        if "lang" in run
        else escape(run["t"])
        for run in runs
    )


def theirs(volume: Job) -> bytes:
    """Return the PDF that WeasyPrint makes of the texts of *volume*, tagged."""
    from weasyprint import HTML

    made = HTML(string=page(json.loads(volume.data), volume.fonts)).write_pdf(pdf_variant="pdf/ua-1")
    return bytes(made)


def timed(make: Callable[[Job], bytes], volume: Job) -> tuple[float, int]:
    """Return the processor time in seconds that *make* takes for *volume*, and the bytes that it makes."""
    start = time.process_time()
    size = len(make(volume))
    return time.process_time() - start, size


def main(names: list[str]) -> None:
    """Print a line for each of the volumes *names*, for all if there are none, and the sum."""
    whole, made_with = edition(), setting()
    works = [*(item.work.id for item in whole.works), "edition"]
    wanted = names or [f"{work}.{language}" for work in works for language in LANGUAGES]
    sums = [0.0, 0.0]
    for name in wanted:
        work, language = name.rsplit(".", 1)
        volume = job(whole, "" if work == "edition" else work, language, made_with)
        ours, peer = timed(printed, volume), timed(theirs, volume)
        sums = [sums[0] + ours[0], sums[1] + peer[0]]
        sys.stdout.write(f"{name:22} ours {ours[0]:6.2f} s {ours[1] / 1e3:6.0f} kB   ")
        sys.stdout.write(f"WeasyPrint {peer[0]:6.2f} s {peer[1] / 1e3:6.0f} kB\n")
        sys.stdout.flush()
    sys.stdout.write(f"{'sum':22} ours {sums[0]:6.2f} s            WeasyPrint {sums[1]:6.2f} s\n")
    if not names:
        sys.stdout.write(f"by the clock, from nothing: the whole edition's {by_the_clock(whole, ['']):.2f} s, ")
        sys.stdout.write(f"all {by_the_clock(whole, None):.2f} s\n")


def by_the_clock(whole: Edition, works: list[str] | None) -> float:
    """Return how many seconds pass until the volumes of *works* are there, with no volume of an earlier build."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "node_modules").symlink_to(ROOT / "node_modules")
        start = time.monotonic()
        volumes(whole, replace(setting(), root=root), works)
        return time.monotonic() - start


if __name__ == "__main__":
    main(sys.argv[1:])
