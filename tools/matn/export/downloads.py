"""Everything that can be taken away from the site: what there is, and its bytes.

Each family of formats is a :data:`~matn.export.offer.Maker`, in the order in which readers are told of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from matn.edition.model import Edition
from matn.errors import BrokenPromiseError
from matn.export import citations, dataset, dts, epub, indexes, pdf, references, schemas, texts
from matn.export.offer import Download, Maker, Offer, Setting

MAKERS: tuple[Maker, ...] = (
    pdf.offers,
    epub.offers,
    texts.offers,
    indexes.offers,
    citations.offers,
    references.offers,
    schemas.offers,
)


def listing(edition: Edition, without: Collection[str] = ()) -> tuple[Download, ...]:
    """Return what the site of *edition* offers, *without* some formats.

    A work without its source has no files that are its text alone.
    """
    return (*(offer.download for offer in offers(edition, without)), dataset.ZIP)


def files(edition: Edition, setting: Setting, without: Collection[str] = ()) -> Mapping[str, bytes]:
    """Return the bytes of every file of :func:`listing`, by its path, in that order; then what tells of them, and DTS.

    Raises:
        BrokenPromiseError: A file is not valid in its own format, or two have the same path.
    """
    made: dict[str, bytes] = {}
    for offer in offers(edition, without):
        if offer.download.path in made:
            raise BrokenPromiseError(f"two downloads lie at {offer.download.path}")
        made[offer.download.path] = offer.make(setting)
    every = {each.path: each for each in listing(edition, without)}
    return made | dataset.files(edition, setting, every, made) | dts.tree(edition, setting.site, made)


def offers(edition: Edition, without: Collection[str] = ()) -> Iterator[Offer]:
    """Yield every download that is made by itself, and how, but those of the formats in *without*."""
    for maker in MAKERS:
        yield from (offer for offer in maker(edition) if offer.download.format not in without)
