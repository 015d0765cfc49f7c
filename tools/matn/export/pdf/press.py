"""Setting one volume: Typst, then the text laid anew, destinations, what the file says of itself."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import Any, Literal

from matn.errors import BrokenPromiseError, MissingToolError

STANDARDS: list[Literal["a-2a", "ua-1"]] = ["a-2a", "ua-1"]
_FONTS = Path("node_modules") / "@expo-google-fonts"
_FACES = (
    *("noto-naskh-arabic/400Regular", "noto-naskh-arabic/700Bold"),
    *("source-serif-4/400Regular", "source-serif-4/400Regular_Italic", "source-serif-4/600SemiBold"),
)


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
    with pikepdf.open(BytesIO(data)) as pdf:
        relay(pdf)
        describe(pdf, told, places)
        out = BytesIO()
        pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def _typeset(job: Job) -> tuple[bytes, list[Mapping[str, Any]]]:
    import typst

    template = Path(str(files("matn.export.pdf") / "volume.typ"))
    places = [Path(place) for place in job.fonts]
    compiler = typst.Compiler(template, root=template.parent, font_paths=places, ignore_system_fonts=True)
    try:
        made = compiler.compile(format="pdf", sys_inputs={"data": job.data}, pdf_standards=[*STANDARDS], timestamp=0)
        told = compiler.query("<destination>", field="value")
    except typst.TypstError as error:
        raise BrokenPromiseError(f"the PDF of {job.name} cannot be set: {error}") from error
    if not isinstance(made, bytes):
        raise BrokenPromiseError(f"the PDF of {job.name} cannot be set: Typst wrote nothing")
    return made, json.loads(told)
