"""The light stemmer of Arabic: the keys of one folded word.

A word may have more than one key: its first letter may be a particle or its own (برلمان, فصائل, كردستان), ت
before an ending may be a ة or its own. Where a listed word is met on the way, it decides.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from matn.text.search.affixes import ARTICLE, shorter, without_particle
from matn.text.search.data import lists


@dataclass(frozen=True, slots=True)
class _Cut:
    """What a form comes down to, and whether a list says so."""

    keys: tuple[str, ...]
    listed: bool


@lru_cache(maxsize=1 << 16)
def keys(form: str) -> tuple[str, ...]:
    """Return the keys of a folded Arabic *form*, the likeliest first; every key is a key of itself.

    >>> keys("والبرلماني"), keys("بلدهم"), keys("وكحك")
    (('برلمان',), ('بلد',), ('وكحك', 'كحك'))
    """
    found = dict.fromkeys(_keys(form))
    for _ in range(4):
        settled = dict.fromkeys(after for key in found for after in _settle(key))
        if list(settled) == list(found):
            break
        found = settled
    return tuple(found)


def is_listed(form: str) -> bool:
    """Say whether a list decides what *form* comes down to without its beginning being cut."""
    return _cut(form).listed


def _settle(key: str) -> tuple[str, ...]:
    again = _keys(key)
    return (key,) if key in again else again


def _keys(form: str) -> tuple[str, ...]:
    if form in lists().particles and form not in lists().lexicon:
        return (form,)
    done = _cut(form)
    if (done.listed and not _hides_article(form, done)) or len(form) < 3:
        return done.keys
    if own := _own_article(form):
        return own
    if found := ARTICLE.match(form):
        return _after_article(found[2], with_lam=found[1] is not None)
    return _with_particles(form, done)


def _hides_article(form: str, done: _Cut) -> bool:
    """Say whether the article was taken for the beginning of a short word: المهمة is no ألم, but مهمة."""
    short = form.startswith("ال") and any(key.startswith("ال") and len(key) == 3 for key in done.keys)
    return short and len(form) > 4 and _cut(form[2:]).listed


def _own_article(form: str) -> tuple[str, ...]:
    """Return the keys of *form* where ال after a particle is part of a listed word (والتزام, والله)."""
    rests = ((rest, _cut(rest)) for rest in without_particle(form) if rest.startswith("ال"))
    return next((done.keys for rest, done in rests if done.listed and not _hides_article(rest, done)), ())


def _after_article(rest: str, *, with_lam: bool) -> tuple[str, ...]:
    """Return the keys of what follows the article; of what follows لل, also with a ل of its own (للجنة)."""
    own = _cut("ل" + rest) if with_lam else None
    done = _cut(rest)
    if own and own.listed:
        return (*done.keys, *own.keys) if done.listed else own.keys
    if not done.listed and (again := ARTICLE.match(rest)):
        return _after_article(again[2], with_lam=again[1] is not None)
    return done.keys if done.listed or own is None else (*done.keys, *own.keys)


def _with_particles(form: str, whole: _Cut) -> tuple[str, ...]:
    """Return the keys of *form* as it is, and less what may be particles; a listed word stands alone."""
    found = [*whole.keys]
    for rest in without_particle(form):
        if len(rest) < 3 and rest not in lists().short:
            continue
        if rest in lists().particles:
            found.append(rest)
            continue
        if rest_article := ARTICLE.match(rest):
            done = _Cut(_after_article(rest_article[2], with_lam=rest_article[1] is not None), listed=False)
        else:
            done = _cut(rest)
        if done.listed and len(rest) > 3:
            return done.keys
        found += done.keys
    return tuple(found)


def _cut(form: str) -> _Cut:
    """Cut endings until a listed word is met, or nothing is left to cut."""
    ends: dict[str, None] = {}
    forms = [form]
    while forms:
        if hit := next((one for one in forms for one in _readings(one) if one in lists().lexicon), None):
            return _Cut(lists().lexicon[hit], listed=True)
        ends |= dict.fromkeys(one for one in forms if not _next(one))
        forms = [after for one in forms for after in _next(one)]
    return _Cut(tuple(ends), listed=False)


def _next(form: str) -> tuple[str, ...]:
    if len(form) == 3 and form[-1] == "ه" and form[:2] in lists().short:
        return (form[:2],)
    return shorter(form)


def _readings(form: str) -> Iterator[str]:
    """Yield *form*, the noun in ة that a plural in ات or an adjective in ي may belong to, the one in ى of مستواـ."""
    yield form
    if form.endswith("ات") and len(form) > 4 and not form.startswith("ال"):
        yield form[:-2] + "ه"
    if form.endswith("ي") and len(form) > 3 and form[:-1] not in lists().lexicon:
        yield form[:-1] + "ه"
    if form.endswith("ا") and len(form) > 3 and form[:-1] not in lists().lexicon:
        yield form[:-1] + "ي"
