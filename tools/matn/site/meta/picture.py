"""A picture for each work, and one for the edition: what a link to the site shows where it is shared.

Typst sets title and author in the site's typefaces. The same words give the same bytes; as setting takes a third of a
second, pictures are kept in ``.cache/`` under the hash of all that they are made from.
"""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Mapping
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from matn.edition.model import Bilingual, Edition
from matn.errors import BrokenPromiseError, MissingToolError
from matn.export.cite import Imprint
from matn.site.words import LANGUAGES, Words

WIDTH, HEIGHT = 1200, 630
"""Size in pixels, which all services take (Open Graph names none; their guides agree on 1.91 to 1)."""
HEAVIEST = 60_000
"""Bytes that no picture may exceed."""
COLOURS = 32
"""Colours of a picture, with those on the edges of letters."""
FOLDER = "pictures"
_CACHE = Path(".cache") / "matn" / FOLDER
_FONTS = Path("node_modules") / "@expo-google-fonts"
_FACES = ("noto-naskh-arabic", "source-serif-4")


def picture_path(work: str) -> str:
    """Return where the picture of *work* lies, from the site's root; that of the edition if it is empty."""
    return f"{FOLDER}/{work or 'edition'}.png"


def pictures(edition: Edition, imprint: Imprint, root: Path) -> dict[str, bytes]:
    """Return every picture by its path, set with the typefaces in *root*.

    Raises:
        MissingToolError: The typefaces are not there.
        BrokenPromiseError: A picture is too heavy.
    """
    about = {language: Words(language)("site-description") for language in LANGUAGES}
    made = {picture_path(""): _picture(root, imprint.title, about, imprint.editors)}
    for item in edition.works:
        made[picture_path(item.work.id)] = _picture(root, imprint.title, item.work.title, item.work.author)
    if heavy := [path for path, picture in made.items() if len(picture) > HEAVIEST]:
        raise BrokenPromiseError(f"{heavy[0]} has {len(made[heavy[0]])} bytes, more than {HEAVIEST}")
    return made


def _picture(root: Path, site: Bilingual, title: Bilingual, author: Bilingual) -> bytes:
    told = {"site": _shortened(site, 40), "title": _shortened(title, 130), "author": _shortened(author, 50)}
    data = json.dumps(told, ensure_ascii=False)
    shape = files("matn.site.meta").joinpath("picture.typ").read_bytes()
    means = f"{version('typst')} {version('pillow')} {COLOURS}"
    known = hashlib.sha256(shape + f"{data}{means}".encode()).hexdigest()
    kept = root / _CACHE / f"{known[:24]}.png"
    if kept.is_file():
        return kept.read_bytes()
    picture = _drawn(shape, {"data": data}, root)
    kept.parent.mkdir(parents=True, exist_ok=True)
    part = kept.with_suffix(".part")
    part.write_bytes(picture)
    part.replace(kept)
    return picture


def _shortened(texts: Bilingual, most: int) -> dict[str, str]:
    """Return *texts*, each cut after a word where it has more than *most* characters and would not fit."""
    return {
        language: text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0]} …"
        for language, text in texts.items()
    }


def _drawn(shape: bytes, inputs: Mapping[str, str], root: Path) -> bytes:
    import typst  # here: whoever finds all pictures kept need not load it

    folders = [root / _FONTS / name for name in _FACES]
    for folder in folders:
        if not folder.is_dir():
            raise MissingToolError("the typefaces of the pictures are missing", path=folder, hint="run `make assets`")
    faces = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)
    drawn = typst.compile(shape, format="png", ppi=72, font_paths=faces, sys_inputs=dict(inputs))
    return _lightened(drawn if isinstance(drawn, bytes) else b"".join(drawn or ()))


def _lightened(picture: bytes) -> bytes:
    """Return the PNG *picture* with a palette: four inks on one paper need no more."""
    from PIL import Image

    out = io.BytesIO()
    with Image.open(io.BytesIO(picture)) as image:
        plain = image.convert("RGB").quantize(COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        plain.save(out, "PNG", optimize=True)
    return out.getvalue()
