"""Make the specimen's damaged sources again: ``python -m specimen.make`` from the folder ``tools``.

Needs LibreOffice Writer, Chromium, LuaLaTeX (texlive-luatex, texlive-lang-arabic), Poppler's tools, the
fonts Amiri, Noto Naskh Arabic and DejaVu Sans, and the Python packages pypdf and pypdfium2. Not run by
the tests: other versions of these programs damage otherwise, and that is the point of keeping what
these versions made (``tests/specimen/extractions.yaml`` names them).
"""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from specimen import extract, typeset
from specimen.original import Part, parts, stretched

ROOT = Path(__file__).resolve().parents[2]
WORK = ROOT / "docs/works/specimen"
TESTS = ROOT / "tests/specimen"


@dataclass(frozen=True, slots=True)
class Recipe:
    """How one damaged text comes about; *macro* says whether a kashida macro ran before, *seed* where it stretched."""

    target: Path
    setter: Callable[[list[Part], str, Path], Path]
    font: str
    extractor: Callable[[Path], str]
    macro: bool = True
    seed: int = 2026


# The work's own source has another seed than the tests': when it was made, the engine refused seven of
# eight such pages as unstable, and this one it could publish. The first of the seven is kept as a test.
RECIPES = (
    Recipe(WORK / "source/specimen.txt", typeset.libreoffice, "Amiri:-calt", extract.pypdf, seed=2030),
    Recipe(TESTS / "libreoffice-amiri-plain-pypdf.txt", typeset.libreoffice, "Amiri:-calt", extract.pypdf),
    Recipe(TESTS / "libreoffice-amiri-pdfium.txt", typeset.libreoffice, "Amiri", extract.pdfium),
    Recipe(TESTS / "libreoffice-amiri-pypdf.txt", typeset.libreoffice, "Amiri", extract.pypdf),
    Recipe(TESTS / "libreoffice-dejavu-pdfium.txt", typeset.libreoffice, "DejaVu Sans", extract.pdfium),
    Recipe(TESTS / "libreoffice-naskh-pypdf.txt", typeset.libreoffice, "Noto Naskh Arabic", extract.pypdf),
    Recipe(TESTS / "chromium-naskh-poppler.txt", typeset.chromium, "Noto Naskh Arabic", extract.poppler, macro=False),
    Recipe(TESTS / "lualatex-naskh-poppler.txt", typeset.lualatex, "Noto Naskh Arabic", extract.poppler, macro=False),
)


def made(recipe: Recipe, markdown: str) -> str:
    """Typeset *markdown* by *recipe* and return what the extractor reads."""
    rng = random.Random(recipe.seed)
    pieces = [_stretched(part, rng) if recipe.macro else part for part in parts(markdown)]
    with tempfile.TemporaryDirectory() as folder:
        return recipe.extractor(recipe.setter(pieces, recipe.font, Path(folder)))


def _stretched(part: Part, rng: random.Random) -> Part:
    return Part(part.kind, stretched(part.text, rng)) if part.kind in {"body", "item"} else part


def main() -> None:
    """Write every damaged text to its place."""
    markdown = (WORK / "original.md").read_text(encoding="utf-8")
    for recipe in RECIPES:
        recipe.target.parent.mkdir(parents=True, exist_ok=True)
        recipe.target.write_text(made(recipe, markdown), encoding="utf-8")


if __name__ == "__main__":
    main()
