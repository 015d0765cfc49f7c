"""Setting one volume: Typst, then the text laid anew, destinations, what the file says of itself."""

from __future__ import annotations

import gc
import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import Any, Literal

from matn.errors import BrokenPromiseError, MissingToolError

STANDARDS: list[Literal["a-2a", "ua-1"]] = ["a-2a", "ua-1"]
_FONTS = Path("node_modules") / "@expo-google-fonts"
_FACES = (
    *("amiri/400Regular", "amiri/700Bold"),
    *("source-serif-4/400Regular", "source-serif-4/400Regular_Italic", "source-serif-4/600SemiBold"),
)
_UNKNOWN = re.compile(r'the text `"(.+?)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_MOST_UNKNOWN = 200
"""Letters without a typeface that one volume may have."""


@dataclass(frozen=True, slots=True)
class Job:
    """A volume to set: its name for messages, its data as JSON, the folders of its typefaces."""

    name: str
    data: str
    fonts: tuple[str, ...]


def fonts(root: Path) -> tuple[str, ...]:
    """Return the folders of the typefaces under *root*.

    Raises:
        MissingToolError: npm has not put them there.
    """
    places = [root / _FONTS / face for face in _FACES]
    for place in places:
        if not place.is_dir():
            raise MissingToolError("the typefaces are missing", path=place, hint="run `make assets`")
    return tuple(map(str, places))


def ready() -> None:
    """Load what :func:`printed` needs."""
    import pikepdf  # noqa: F401
    import typst  # noqa: F401

    import matn.export.pdf.relay  # noqa: F401


def printed(job: Job) -> bytes:
    """Return the PDF of *job*; the same job gives the same bytes.

    Raises:
        BrokenPromiseError: Typst refuses the volume.
    """
    import pikepdf

    from matn.export.pdf.catalogue import describe
    from matn.export.pdf.relay import relay

    data, places = _typeset(job)
    told = json.loads(job.data)
    with _unwatched(), pikepdf.open(BytesIO(data)) as pdf:
        relay(pdf)
        describe(pdf, told, places)
        out = BytesIO()
        pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


@contextmanager
def _unwatched() -> Iterator[None]:
    """Do not look for circles of objects: of the many made none is in one, and looking takes half the time."""
    watched = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if watched:
            gc.enable()


def _typeset(job: Job) -> tuple[bytes, list[Mapping[str, Any]]]:
    """Set *job*; a letter that no typeface has is told by its number, for PDF/A takes no empty box for it."""
    import typst

    template = Path(str(files("matn.export.pdf") / "volume.typ"))
    places = [Path(place) for place in job.fonts]
    compiler = typst.Compiler(template, root=template.parent, font_paths=places, ignore_system_fonts=True)
    data = job.data
    for _ in range(_MOST_UNKNOWN):
        try:
            made = compiler.compile(format="pdf", sys_inputs={"data": data}, pdf_standards=[*STANDARDS], timestamp=0)
            told = compiler.query("<destinations>", field="value", one=True)
        except typst.TypstError as error:
            plainer = _without(data, str(error))
            if plainer == data:
                raise BrokenPromiseError(f"the PDF of {job.name} cannot be set: {error}") from error
            data = plainer
            continue
        if isinstance(made, bytes):
            return made, json.loads(told)
    raise BrokenPromiseError(f"the PDF of {job.name} cannot be set: too many letters are in no typeface")


def _without(data: str, error: str) -> str:
    """Return *data* with the letters that *error* complains of as ``[U+6F22]``."""
    found = _UNKNOWN.search(error)
    if not found:
        return data
    letters = _ESCAPED.sub(lambda each: chr(int(each[1], 16)), found[1])
    for letter in dict.fromkeys(letters):
        if not letter.isascii():
            data = data.replace(letter, f"[U+{ord(letter):04X}]")
    return data
