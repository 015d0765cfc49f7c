"""Names: the list that editors keep, and where its names occur in the works and in their summaries."""

from __future__ import annotations

from matn.edition.names.finder import Finder
from matn.edition.names.index import Entry, index, never_occurring
from matn.edition.names.load import NAMES_FILE, check_names, load_names
from matn.edition.names.model import Kind, Name, Occurrence
from matn.edition.names.summaries import EnglishFinder

__all__ = [
    "NAMES_FILE",
    "EnglishFinder",
    "Entry",
    "Finder",
    "Kind",
    "Name",
    "Occurrence",
    "check_names",
    "index",
    "load_names",
    "never_occurring",
]
