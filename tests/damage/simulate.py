"""Damage clean Arabic the way real sources are damaged; one pure function a class.

Every function takes a clean text (NFC, logical order; *line* means one printed line without its end) and
a seeded ``random.Random``, and returns the damaged text with what was done, one entry a wound. The forms
follow two text layers of typeset papers (one from a page maker with two fonts, one from a word processor);
all are in logical order, as extractors hand them over.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from itertools import pairwise
from random import Random
from typing import NamedTuple

from tests.damage.script import DUAL, LETTERS, LOST, MARKS, RIGHT, TATWEEL, TEETH, joints, words


class Damaged(NamedTuple):
    """A damaged text and what was done to it."""

    text: str
    done: tuple[str, ...]


Damage = Callable[[str, Random], Damaged]


def _at_words(text: str, change: Callable[[str], str]) -> Damaged:
    """Apply *change* to every Arabic word; what it changed is what was done."""
    parts, done, at = [], [], 0
    for start, end in words(text):
        word = text[start:end]
        hurt = change(word)
        done += [f"{word} > {hurt}"] * (hurt != word)
        parts += [text[at:start], hurt]
        at = end
    return Damaged("".join([*parts, text[at:]]), tuple(done))


def kashidas(text: str, rng: Random, share: float = 0.75, strokes: int = 2) -> Damaged:
    """Stretch words at their last joint, as justification does: ``العراق`` > ``العــراق``."""

    def stretch(word: str) -> str:
        places = joints(word)
        if not places or rng.random() > share:
            return word
        return word[: places[-1]] + TATWEEL * strokes + word[places[-1] :]

    return _at_words(text, stretch)


def doubled_marks(text: str, rng: Random, share: float = 0.8) -> Damaged:
    """Set marks twice: ``أيضًا`` > ``أيضًًا``."""
    return _at_words(text, lambda word: re.sub(f"[{MARKS}]", lambda m: m[0] * (1 + (rng.random() < share)), word))


def lost_glyphs(text: str, rng: Random, share: float = 0.15) -> Damaged:
    """Put U+FFFD after tooth letters that join: ``مدينة`` > ``مدين\ufffdة``."""
    joined = re.compile(f"[{TEETH}](?=[{DUAL}{RIGHT}])")
    return _at_words(text, lambda word: joined.sub(lambda m: m[0] + LOST * (rng.random() < share), word))


def pieces_begin(line: str, rng: Random) -> Damaged:
    """Cut the line before its kashidas and lay the pieces in visual order, each begun by its kashida."""
    text = kashidas(line, rng).text + " " * rng.randint(0, 1)
    cuts = [m.start() for m in re.finditer(f"(?<!{TATWEEL}){TATWEEL}", text)]
    pieces = _cut(text, cuts)
    return Damaged(" " * text.endswith(" ") + " ".join(reversed(pieces)), tuple(pieces))


def pieces_end(line: str, rng: Random) -> Damaged:
    """Cut before the letter that carries the kashida; the piece before the cut takes a stroke at its end."""
    text = kashidas(line, rng, strokes=1).text
    cuts = [m.start() for m in re.finditer(f"[{DUAL}][{MARKS}]*{TATWEEL}", text)]
    pieces = _cut(text, cuts)
    return Damaged(" ".join(reversed([p + TATWEEL for p in pieces[:-1]] + pieces[-1:])), tuple(pieces))


def rotated(line: str, rng: Random) -> Damaged:
    """Cut once at a kashida and swap the halves; the line's trailing space makes a double one between them."""
    text = kashidas(line, rng).text
    cuts = [m.start() for m in re.finditer(f"(?<!{TATWEEL}){TATWEEL}", text)]
    if not cuts:
        return Damaged(text, ())
    first, second = _cut(text, [cuts[rng.randrange(len(cuts))]])
    return Damaged(f"{second}  {first}", (first, second))


def reversed_words(line: str, rng: Random) -> Damaged:
    """Lay the words in reverse order with double spaces and a space at the end, as one font's lines come."""
    text = kashidas(line, rng).text
    return Damaged("  ".join(reversed(text.split(" "))) + " ", (f"{text.count(' ') + 1} words",))


_LIGATURE = re.compile(f"(?<=[{RIGHT}])(?:ير|ية|يا|كث|كت)")


def displaced(line: str, rng: Random) -> Damaged:
    """Cut the line at a ligature that opens a joined group (``تقار|ير``, ``أ|كثر``) and swap the runs."""
    cuts = [m.start() for m in _LIGATURE.finditer(line)]
    if not cuts:
        return Damaged(line, ())
    pieces = _cut(line, sorted(rng.sample(cuts, min(len(cuts), rng.randint(1, 2)))))
    return Damaged(" ".join(piece.strip() for piece in reversed(pieces)), tuple(pieces))


def lam_alef(text: str, rng: Random, share: float = 1.0) -> Damaged:
    """Put a second alef before a lam with tanwin and alef: ``كاملًا`` > ``كامالًا``."""
    return _at_words(
        text, lambda word: word[:-3] + "الًا" if len(word) > 3 and word.endswith("لًا") and rng.random() < share else word
    )


def turned_lam_alef(text: str, rng: Random) -> Damaged:
    """Turn every lam-alef round: ``استخلاص`` > ``استخالص``, ``الأمن`` > ``األمن``."""
    del rng
    return _at_words(text, lambda word: re.sub("ل([اأإآ])", r"\1ل", word))


_TOOTH = re.compile(f"(?<=[{DUAL}])(?:[{TEETH}](?=[رزنيى])|ل(?=[اأإآ]))")


def lost_ligatures(text: str, rng: Random, share: float = 0.7) -> Damaged:
    """Lose a tooth before ر ز ن ي ى, or a lam before alef, after a letter that joins: ``غير`` > ``غر``; one a word."""

    def lose(word: str) -> str:
        sites = list(_TOOTH.finditer(word))
        if not sites or rng.random() > share:
            return word
        site = rng.choice(sites)
        return word[: site.start()] + word[site.end() :]

    return _at_words(text, lose)


def mirrored(text: str, rng: Random) -> Damaged:
    """Turn guillemets and brackets round and set the percent sign first: ``«أ»`` > ``»أ«``."""
    del rng
    turned = text.translate(str.maketrans("«»()[]", "»«)(]["))
    done = re.findall(r"[«»()\[\]]|\d%", text)
    return Damaged(re.sub(r"(\d+(?:\.\d+)?)%", r"%\1", turned), tuple(done))


def glued_notes(text: str, rng: Random) -> Damaged:
    """Lose the raising of ``<sup>(7)</sup>``: the number sticks to the word or number before it."""
    done = re.findall(r"\S+<sup>\(\d+\)</sup>", text)
    return Damaged(re.sub(r"<sup>\((\d+)\)</sup>", lambda m: m[1] + " " * (rng.random() < 0.2), text), tuple(done))


def dropped_digits(text: str, rng: Random) -> Damaged:
    """Drop every number, leaving the spaces round it: ``من 6 معسكرات`` > ``من  معسكرات``."""
    del rng
    return Damaged(re.sub(r"\d+(?:\.\d+)?", "", text), tuple(re.findall(r"\d+(?:\.\d+)?", text)))


def stray_tanwin(text: str, rng: Random) -> Damaged:
    """Repeat a tanwin one letter early, or the alef after it: ``كبيرًا`` > ``كبيًرًا``, ``أولًا`` > ``أولًاا``."""

    def hurt(word: str) -> str:
        if not word.endswith("ًا") or len(word) < 4:
            return word
        early = rng.random() < 0.5 and word[-4] in LETTERS
        return f"{word[:-3]}\u064b{word[-3:]}" if early else word + "ا" * (word[-3] == "ل")

    return _at_words(text, hurt)


_FORMS: dict[tuple[str, str], str] = {}
for _code in (*range(0xFB50, 0xFC00), *range(0xFE70, 0xFEFD)):
    _kind, *_letters = unicodedata.decomposition(chr(_code)).split() or [""]
    _FORMS.setdefault((_kind, "".join(chr(int(letter, 16)) for letter in _letters)), chr(_code))


def presentation_forms(text: str, rng: Random) -> Damaged:
    """Write every letter in its shape by position, lam-alef as one: ``سلام`` > ``ﺳﻼﻡ``."""
    del rng
    return _at_words(text, _shaped)


def _shaped(word: str) -> str:
    units = re.findall(f"ل[اأإآ]|[{LETTERS}]|[{MARKS}]", word)
    bases = [i for i, unit in enumerate(units) if unit[0] in LETTERS]
    for before, at, after in zip([None, *bases], bases, [*bases[1:], None], strict=False):
        joins = before is not None and units[before][-1:] in _JOINS and units[at] != "ء"
        leads = after is not None and units[at][-1] in DUAL and units[after] != "ء"
        kind = ("<medial>" if leads else "<final>") if joins else ("<initial>" if leads else "<isolated>")
        units[at] = _FORMS.get((kind, units[at]), units[at])
    return "".join(units)


_JOINS = set(DUAL) | {form for (kind, _), form in _FORMS.items() if kind in {"<initial>", "<medial>"}}


def controls(text: str, rng: Random) -> Damaged:
    """Wrap lines and numbers in bidi controls, and drop a NUL or a zero-width mark into some spaces."""
    wrapped = "\n".join(f"\u202b{line}\u202c" for line in text.split("\n"))
    wrapped = re.sub(r"\d+", "\u202a\\g<0>\u202c", wrapped)
    salted = re.sub(" ", lambda m: m[0] + rng.choice(["", "", "", "\u200f", "\x00", "\ufeff"]), wrapped)
    return Damaged(salted, ("bidi controls",))


def misread(text: str, rng: Random) -> Damaged:
    """Read cp1256 bytes as Windows Western: ``سلام`` > ``ÓáÇã`` (undefined bytes stay controls)."""
    del rng
    data = text.encode("cp1256")
    return Damaged("".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in data), ("cp1256 as cp1252",))


def _cut(text: str, cuts: Sequence[int]) -> list[str]:
    edges = [0, *[at for at in cuts if 0 < at < len(text)], len(text)]
    return [text[start:end] for start, end in pairwise(edges)]


def combined(text: str, rng: Random) -> Damaged:
    """Damage a page as the two real layers are: stretched, marks doubled, glyphs lost, signs mirrored,
    one line in six in visual order."""
    done: list[str] = []
    for damage in (mirrored, stray_tanwin, doubled_marks):
        text, wounds = damage(text, rng)
        done += wounds
    lines = []
    for line in text.split("\n"):
        order = rng.choice([None, None, None, None, None, rng.choice([pieces_begin, rotated, reversed_words])])
        line, wounds = order(line, rng) if order else kashidas(line, rng)
        lines.append(line)
        done += wounds
    return Damaged("\n".join(lines), tuple(done))
