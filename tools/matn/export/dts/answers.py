"""What the endpoints of DTS answer, as JSON-LD: entry, collection, navigation.

After the specification 1.0 (https://dtsapi.org/specifications/versions/v1.0/). The URI templates have paths only, so
that files can answer them: ``{.mediaType:4}`` takes the first four letters of a media type, which has a slash in it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from matn.edition.model import Bilingual, Edition, WorkEdition
from matn.export.cite import Site
from matn.export.dts.units import Unit
from matn.export.offer import WHOLE, place

CONTEXT = "https://dtsapi.org/context/v1.0.json"
TEI, TEXT = "application/tei+xml", "text/plain"
_TREE = {
    "@type": "CitationTree",
    "description": "Sections by the main headings, paragraphs, notes",
    "citeStructure": [
        {
            "@type": "CiteStructure",
            "citeType": "section",
            "citeStructure": [{"@type": "CiteStructure", "citeType": "paragraph"}],
        },
        {"@type": "CiteStructure", "citeType": "paragraph"},
        {"@type": "CiteStructure", "citeType": "note"},
    ],
}
Answer = dict[str, object]


def written(answer: Answer) -> bytes:
    """Return *answer* as a file of JSON in UTF-8."""
    head: Answer = {"@context": CONTEXT, "dtsVersion": "1.0"}
    text = json.dumps(head | answer, ensure_ascii=False, separators=(",", ":")) + "\n"
    return text.encode("utf-8", "backslashreplace")


class Answers:
    """Answers for one edition at one address.

    Where the site has no address yet, addresses begin at the root of whatever host it will be on.
    """

    def __init__(self, edition: Edition, site: Site) -> None:
        self._edition, self._site = edition, site
        self._base = f"{site.address or '/'}dts/"

    def entry(self) -> Answer:
        """Return where the endpoints are."""
        return {"@id": f"{self._base}index.json", "@type": "EntryPoint", **self._templates("{/id}", "/{resource}")}

    def _templates(self, collection: str, resource: str) -> Answer:
        """Return the URI templates, with the identifier as given in each."""
        return {
            "collection": f"{self._base}collection{collection}{{/nav}}.json",
            "navigation": f"{self._base}navigation{resource}{{;down}}{{/ref}}.json",
            "document": f"{self._base}document{resource}{{/ref}}.xml{{.mediaType:4}}",
        }

    def collection(self, nav: str) -> Answer:
        """Return the collection of all works with its children; it has no parents."""
        children = [self.resource(item) for item in self._edition.works]
        return self._collection() | {"member": children if nav == "children" else []}

    def _collection(self) -> Answer:
        title = self._site.imprint.title
        return {
            "@id": WHOLE,
            "@type": "Collection",
            "title": title["en"],
            "totalParents": 0,
            "totalChildren": len(self._edition.works),
            "dublinCore": {"title": _localized(title), "publisher": _localized(self._site.imprint.publisher)},
            "collection": self._templates(f"/{WHOLE}", "")["collection"],
        }

    def resource(self, item: WorkEdition) -> Answer:
        """Return what a collection says of a work."""
        work = item.work
        endings = ("xml", "json", "txt") if item.has_source else ("xml", "json")
        return {
            **self._brief(item),
            "title": work.title.get("en") or work.title["ar"],
            "totalParents": 1,
            "totalChildren": 0,
            **({"description": work.abstract["en"]} if work.abstract.get("en") else {}),
            "dublinCore": _core(item),
            "download": [f"{self._site.address or '/'}{place(work.id, ending)}" for ending in endings],
        }

    def alone(self, item: WorkEdition, nav: str) -> Answer:
        """Return a work as the collection endpoint answers for it: without children, with one parent."""
        return self.resource(item) | {"member": [self._collection()] if nav == "parents" else []}

    def _brief(self, item: WorkEdition) -> Answer:
        """Return what every answer says of a work."""
        return {
            "@id": item.work.id,
            "@type": "Resource",
            **self._templates(f"/{item.work.id}", f"/{item.work.id}"),
            "mediaTypes": [TEI, TEXT] if item.has_source else [TEI],
            "citationTrees": [_TREE],
        }

    def navigation(self, item: WorkEdition, path: str, ref: Unit | None, found: Sequence[Unit] | None) -> Answer:
        """Return the units that were *found*; ``None`` if none were asked for. *path* is that of the answer."""
        answer: Answer = {"@id": self._base + path, "@type": "Navigation", "resource": self._brief(item)}
        if ref:
            answer["ref"] = _unit(ref)
        return answer if found is None else answer | {"member": [_unit(unit) for unit in found]}


def _unit(unit: Unit) -> Answer:
    answer: Answer = {
        "identifier": unit.identifier,
        "@type": "CitableUnit",
        "level": unit.level,
        "parent": unit.parent or None,
        "citeType": unit.kind,
    }
    return answer | ({"dublinCore": {"title": _values(unit.title)}} if unit.title else {})


def _core(item: WorkEdition) -> Answer:
    work = item.work
    told = {
        "title": work.title,
        "creator": work.author,
        "publisher": work.publisher,
        "isPartOf": work.container,
        "rights": work.rights,
        "description": work.abstract,
    }
    answer: Answer = {key: _localized(texts) for key, texts in told.items() if any(texts.values())}
    return answer | {"date": work.date, "language": "ar"} | ({"source": [work.url]} if work.url else {})


def _localized(texts: Bilingual) -> list[dict[str, str]]:
    return _values((language, text) for language, text in texts.items() if text)


def _values(texts: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"lang": language, "value": text} for language, text in texts]
