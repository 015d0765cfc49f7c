"""Take what the site serves itself out of the npm packages: typefaces, scripts, their licences.

Run by ``make`` after ``npm ci``; writes ``overrides/assets/``, which git ignores. Usage: ``python assets.py [ROOT]``.
"""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

# Letters, marks and digits of Arabic and Persian; what is rarer comes from a face of the reader's machine.
ARABIC = (
    "0020-007E", "00A0", "00AB", "00B7", "00BB", "00D7", "060C-060D", "061B", "061F", "0621-063A", "0640-0656",
    "0660-066D", "0670-0671", "067E", "0686", "0698", "06A4", "06A9", "06AF", "06BA", "06BE", "06C0-06C3", "06CC",
    "06D2-06D5", "06F0-06F9", "200C-200F", "2010-2026", "2066-2069", "FD3E-FD3F", "FDFA",
)  # fmt: skip
# With the letters that transliteration of Arabic takes (ā ī ū ḍ ḥ ṣ ṭ ẓ ʾ ʿ), and the commoner ones of Europe.
LATIN = (
    "0020-007E", "00A0-00FF", "0100-0101", "0112-0113", "011E-011F", "012A-012B", "0130-0131", "014C-014D",
    "0152-0153", "015E-0161", "016A-016B", "017D-017E", "02BE-02BF", "1E0C-1E0D", "1E24-1E25", "1E62-1E63",
    "1E6C-1E6D", "1E92-1E93", "2010-2026", "2030", "2039-203A", "20AC", "2190-2193", "2212",
)  # fmt: skip
# The face of the interface: no long text is set in it, so it has no pairs to kern and no rare letters.
INTERFACE = (
    "060C", "061B", "061F", "0621-063A", "0640-0652", "0660-066C", "0670-0671", "067E", "0686", "0698", "06A9", "06AF",
    "06CC", "06F0-06F9", "200C-200F", "2066-2069", *LATIN,
)  # fmt: skip
FEATURES = (
    "ccmp", "locl", "isol", "init", "medi", "fina", "rlig", "liga", "calt", "mark", "mkmk", "kern", "curs", "tnum",
    "lnum",
)  # fmt: skip
"""What text needs; small capitals, swashes and the like would be most of the file."""

UNKERNED = tuple(feature for feature in FEATURES if feature != "kern")


@dataclass(frozen=True, slots=True)
class Face:
    """One style of a typeface: where the package has it, what the site calls it, the code points kept."""

    package: str
    folder: str
    name: str
    ranges: tuple[str, ...]
    features: tuple[str, ...] = FEATURES

    def origin(self, modules: Path) -> Path:
        """Return the TTF inside *modules*."""
        stem = {"noto-naskh-arabic": "NotoNaskhArabic", "ibm-plex-sans-arabic": "IBMPlexSansArabic"}
        family = stem.get(self.package, "SourceSerif4")
        return modules / "@expo-google-fonts" / self.package / self.folder / f"{family}_{self.folder}.ttf"


FACES = (
    Face("noto-naskh-arabic", "400Regular", "naskh-400", ARABIC),
    Face("noto-naskh-arabic", "700Bold", "naskh-700", ARABIC),
    Face("ibm-plex-sans-arabic", "400Regular", "plex-400", INTERFACE, UNKERNED),
    Face("ibm-plex-sans-arabic", "600SemiBold", "plex-600", INTERFACE, UNKERNED),
    Face("source-serif-4", "400Regular", "serif-400", LATIN),
    Face("source-serif-4", "400Regular_Italic", "serif-400-italic", LATIN),
    Face("source-serif-4", "600SemiBold", "serif-600", LATIN),
)

SCRIPTS = {
    "minisearch/dist/umd/index.js": "overrides/assets/search/minisearch.js",
    "minisearch/LICENSE.txt": "overrides/assets/search/LICENSE-minisearch.txt",
}
"""Scripts and their licences: where the packages have them, where the site does."""


def code_points(ranges: tuple[str, ...]) -> list[int]:
    """Expand ``("0020-0022", "00A0")`` to the code points meant."""
    ends = [(part.split("-")[0], part.split("-")[-1]) for part in ranges]
    return [point for first, last in ends for point in range(int(first, 16), int(last, 16) + 1)]


def subset(origin: Path, target: Path, face: Face) -> None:
    """Write the glyphs that *face* keeps (with all their shapes) from *origin* to *target* as WOFF2."""
    font = TTFont(origin)
    options = Options(
        flavor="woff2",
        layout_features=list(face.features),
        notdef_outline=True,
        name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17],
        drop_tables=["meta"],
    )
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=code_points(face.ranges))
    subsetter.subset(font)
    rename(font, f"Matn {target.stem}")
    font.flavor = "woff2"
    part = target.with_suffix(".part")
    font.save(part)
    part.replace(target)


def rename(font: TTFont, name: str) -> None:
    """Give *font* a name of ours: the licence of Plex keeps its name for the unmodified typeface."""
    for entry in font["name"].names:
        if entry.nameID in {1, 3, 4, 16}:
            entry.string = name
        elif entry.nameID == 6:
            entry.string = name.replace(" ", "-")


def main() -> int:
    """Make every asset; return 0, or 4 where ``npm ci`` has not been run."""
    root = Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()
    modules, fonts = root / "node_modules", root / "overrides" / "assets" / "fonts"
    if absent := [face.origin(modules) for face in FACES if not face.origin(modules).is_file()]:
        sys.stderr.write(f"assets: {absent[0]} is missing\n  hint: run `npm ci`, or `make`, in {root}\n")
        return 4
    fonts.mkdir(parents=True, exist_ok=True)
    for face in FACES:
        subset(face.origin(modules), fonts / f"{face.name}.woff2", face)
        licence = modules / "@expo-google-fonts" / face.package / "LICENSE_FONT"
        shutil.copyfile(licence, fonts / f"LICENSE-{face.package}.txt")
    for origin, target in SCRIPTS.items():
        (root / target).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(modules / origin, root / target)
    return 0


if __name__ == "__main__":
    sys.exit(main())
