"""The light stemmer of Arabic: the keys of one folded word.

A word may have more than one key: its first letter may be a particle or its own (برلمان, فصائل, كردستان), ه after
a noun may be ة or a possessive. Where a listed word is met on the way, it decides.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from matn.text.search.affixes import ARTICLE, closed, is_noun, shorter, without_particle
from matn.text.search.data import lists

_PRONOUNS = ("هما", "هم", "هن", "ها", "نا", "ه")
_LEAST = 5
"""Letters that a listed word must have for its own ال to be taken before the article: المان, not الم."""


@dataclass(frozen=True, slots=True)
class _Cut:
    """What a form comes down to, and the listed word that says so, if any."""

    keys: tuple[str, ...]
    listed: str = ""


@lru_cache(maxsize=1 << 16)
def keys(form: str) -> tuple[str, ...]:
    """Return the keys of a folded Arabic *form*, the likeliest first; every key is a key of itself.

    The last letter of *form* may be ة where it is surely no possessive ه.

    >>> keys("والبرلماني"), keys("بلدهم"), keys("وكحك"), keys("عرضه"), keys("عرضة")
    (('برلمان',), ('بلد',), ('وكحك', 'كحك'), ('عرضه', 'عرض'), ('عرضه',))
    """
    found = dict.fromkeys(_keys(form))
    for _ in range(4):
        settled = dict.fromkeys(after for key in found for after in _settled(key))
        if list(settled) == list(found):
            break
        found = settled
    return tuple(found)


def _settled(key: str) -> tuple[str, ...]:
    """Return *key* if it is a key of itself, else what it comes down to."""
    after = _keys(key)
    return (key,) if key in after else after


def is_listed(form: str) -> bool:
    """Say whether a list decides what *form* comes down to without its beginning being cut."""
    return form in lists().particles or bool(_cut(form).listed)


def _keys(form: str) -> tuple[str, ...]:
    if particle := _particle(form):
        return (particle,)
    done = _cut(form)
    if (done.listed and not _hides_article(form, done)) or len(form) < 3:
        return (*done.keys, *_behind_article(form, done))
    if own := _own_article(form):
        return own
    if found := ARTICLE.match(form):
        return _after_article(found[2], with_lam=found[1] is not None)
    return _with_particles(form, done)


def _particle(form: str) -> str:
    """Return the particle that *form* is, less the pronoun that it governs (بعدها): else nothing."""
    if form in lists().lexicon:
        return ""
    if form in lists().particles:
        return form
    rests = (form.removesuffix(pronoun) for pronoun in _PRONOUNS if form.endswith(pronoun))
    return next((rest for rest in rests if rest in lists().governing), "")


def _hides_article(form: str, done: _Cut) -> bool:
    """Say whether the article was taken for the beginning of a short word: المهمة is no ألم, but مهمة."""
    short = form.startswith("ال") and done.listed.startswith("ال") and len(done.listed) < _LEAST
    return short and _open(form) != done.listed


def _behind_article(form: str, done: _Cut) -> tuple[str, ...]:
    """Return the keys of what may be the article in a word that was cut to a listed one: والدين is two words."""
    found = ARTICLE.match(form)
    if found is None or form[0] == "ا" or _open(form) == done.listed or len(found[2]) < 3:
        return ()
    return _after_article(found[2], with_lam=False)


def _own_article(form: str) -> tuple[str, ...]:
    """Return the keys of *form* where ال after a particle is part of a listed word (والتزام, والله)."""
    rests = ((rest, _cut(rest)) for rest in without_particle(form) if rest.startswith("ال"))
    return next((done.keys for rest, done in rests if done.listed and not _hides_article(rest, done)), ())


def _after_article(rest: str, *, with_lam: bool) -> tuple[str, ...]:
    """Return the keys of what follows the article; of what follows لل, with its own ل if that is listed (للجنة)."""
    rest = rest if rest in lists().lexicon else closed(rest)
    own = _cut("ل" + rest) if with_lam else None
    done = _cut(rest)
    if own and own.listed:
        return (*done.keys, *own.keys) if done.listed else own.keys
    if not done.listed and rest.startswith("ال") and (again := ARTICLE.match(rest)):
        return _after_article(again[2], with_lam=again[1] is not None)
    return done.keys


def _with_particles(form: str, whole: _Cut) -> tuple[str, ...]:
    """Return the keys of *form* as it is, and less what may be particles; a listed word stands alone."""
    found = [*whole.keys]
    for rest in without_particle(form):
        if particle := _particle(rest):
            if form[0] in "وف" and len(rest) == len(form) - 1:
                return (particle,)
            found.append(particle)
        elif _is_word(rest, form[-len(rest) - 1]):
            done = _without_article(rest)
            if done.listed and len(rest) > 3:
                return done.keys
            found += done.keys if _follows(form[-len(rest) - 1], rest, done) else ()
    return tuple(found)


def _is_word(rest: str, particle: str) -> bool:
    """Say whether *rest* is long enough for a word: three letters, less ه or ت, unless a list has it."""
    if len(rest) < 3:
        return rest in lists().short
    if len(rest) > 3 or rest[-1] not in "هةت" or (rest[-1] == "ة" and particle != "ك"):
        return True
    return rest[:2] in lists().short or _open(rest) in lists().lexicon


def _follows(particle: str, rest: str, done: _Cut) -> bool:
    """Say whether *particle* may stand before *rest*: ك only before long words and listed ones."""
    return particle != "ك" or len(rest) > 4 or (bool(done.listed) and len(rest) > 2)


def _without_article(rest: str) -> _Cut:
    if found := ARTICLE.match(rest):
        return _Cut(_after_article(found[2], with_lam=found[1] is not None))
    return _cut(rest)


def _cut(form: str) -> _Cut:
    """Cut endings until a listed word is met, or nothing is left to cut."""
    ends: dict[str, None] = {}
    forms = [form]
    while forms:
        if hit := next((one for of in forms for one in _readings(of) if _decides(one, form)), None):
            return _Cut(tuple(dict.fromkeys((*_feminine(forms), *lists().lexicon[hit], *_owned(form, hit)))), hit)
        ends |= dict.fromkeys(_open(one) for one in forms if not (after := _next(one)) or one in after)
        forms = [after for one in forms for after in _next(one) if after != one]
    return _Cut(tuple(ends))


def _decides(one: str, form: str) -> bool:
    """Say whether *one* is a listed word; no broken plural is, where *form* has ة after it (وعودة is not وعود)."""
    known = lists().lexicon.get(one, ())
    return bool(known) and (one in known or not (form.endswith("ة") and one == form[:-1]))


def _owned(form: str, hit: str) -> tuple[str, ...]:
    """Return the keys of the noun that has a possessive in *form*: طريقه is طريقة, which a list has, or his طريق."""
    return lists().lexicon.get(form[:-1], (form[:-1],)) if form == hit and form.endswith("ه") and len(form) > 3 else ()


def _feminine(forms: Sequence[str]) -> list[str]:
    """Return the nouns in ة that *forms* may be beside a listed one: كتابه is كتابة or his كتاب."""
    own = [_open(form) for form in forms if len(forms) > 1 and form.endswith("ة") and is_noun(form[:-1])]
    return [form for form in own if form not in lists().lexicon]


def _open(form: str) -> str:
    return form[:-1] + "ه" if form.endswith("ة") else form


def _next(form: str) -> tuple[str, ...]:
    if len(form) == 3 and form[-1] == "ه" and form[:2] in lists().short:
        return (form[:2] + "ة", form[:2])
    return shorter(form)


def _readings(form: str) -> Iterator[str]:
    """Yield *form*, less tanwin, the noun in ة that a plural in ات or an adjective in ي may belong to, مستوى of مستواـ.

    Of an adjective that has the shape of a noun, also what stands before ة.
    """
    yield _open(form)
    if form.endswith(("ه", "ة")) and form[:-1] in lists().adjectives:
        yield form[:-1]
    if form.endswith("ات") and len(form) > 4 and not form.startswith("ال"):
        yield form[:-2] + "ه"
    if form.endswith("ا") and not form.endswith("ها") and form[:-1] in lists().lexicon:
        yield form[:-1]
    if form.endswith("ي") and len(form) > 3 and form[:-1] not in lists().lexicon:
        yield form[:-1] + "ه"
    if form.endswith("ا") and len(form) > 3 and form[:-1] not in lists().lexicon:
        yield form[:-1] + "ي"
