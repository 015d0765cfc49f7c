"""Write what Python makes of the test words, and the data of the JavaScript, so that a change is seen as a difference.

Run by hand: ``python -m tests.search.update`` takes the words that are there; with ``--collect`` it first adds words
of the sources and of the English summaries, one by one and sorted, so that no text arises from them.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections.abc import Iterable
from pathlib import Path

import yaml
from tests.conftest import ROOT, source_folder

from matn.text.lexicon import arabic
from matn.text.search import Names, fold, folded, names, stems, tokens
from matn.text.search.script import list_data, names_data
from matn.text.tables import bare
from matn.text.words import WORD

HERE = Path(__file__).parent
VECTORS = HERE / "vectors.tsv"
TEXTS = HERE / "texts.yaml"
SCRIPT = ROOT / "overrides" / "assets" / "search" / "arabic.js"
_DATA = re.compile("^  const DATA = .*$", re.MULTILINE)
_HEADING = "# word\tfolded\tkeys"


def words() -> list[str]:
    """The test words, as they stand."""
    rows = VECTORS.read_text("utf-8").splitlines() if VECTORS.exists() else [_HEADING]
    return [row.split("\t")[0] for row in rows[1:]]


def rows(of: Iterable[str]) -> list[str]:
    return [f"{word}\t{folded(word)}\t{' '.join(stems(word))}" for word in of]


def known_names() -> Names:
    """The names of ``texts.yaml``."""
    return names((name["ar"], name["en"]) for name in yaml.safe_load(TEXTS.read_text("utf-8"))["names"])


def text_cases() -> list[dict[str, object]]:
    """The texts of ``texts.yaml``, each with its fold and tokens as Python makes them."""
    raw, known = yaml.safe_load(TEXTS.read_text("utf-8")), known_names()
    return [
        {
            "text": text,
            "folded": fold(text).text,
            "offsets": list(fold(text).offsets),
            "tokens": [[t.start, t.end, t.surface, t.folded, list(t.keys)] for t in tokens(text, known)],
        }
        for text in raw["texts"]
    ]


def texts_json() -> str:
    return "[\n" + ",\n".join(json.dumps(case, ensure_ascii=False) for case in text_cases()) + "\n]\n"


def script_with_data(script: str) -> str:
    """*script* with today's lists in it."""
    line = f"  const DATA = {list_data()}"
    return _DATA.sub(lambda _: line, script)


def collected() -> set[str]:
    """Every second of the distinct words of the sources that a lexicon knows, and of the English summaries."""
    found: set[str] = set()
    lexicon = arabic()
    for path in sorted((source_folder() or Path("absent")).glob("*.txt")):
        text = unicodedata.normalize("NFC", path.read_text("utf-8", errors="replace"))
        known = {bare(word) for word in WORD.findall(text)}
        found |= {word for word in known if len(word) > 2 and lexicon.zipf(word) > 0}
    for path in sorted((ROOT / "docs" / "works").glob("*/summaries.md")):
        found |= set(re.findall(r"\b[A-Za-z]{4,}\b", path.read_text("utf-8")))
    return set(sorted(found)[::2])


def main() -> None:
    of = sorted({*words(), *(collected() if "--collect" in sys.argv else ())})
    VECTORS.write_text("\n".join([_HEADING, *rows(of)]) + "\n", "utf-8")
    SCRIPT.write_text(script_with_data(SCRIPT.read_text("utf-8")), "utf-8")
    (HERE / "texts.json").write_text(texts_json(), "utf-8")
    (HERE / "names.json").write_text(names_data(known_names()) + "\n", "utf-8")


if __name__ == "__main__":
    main()
