"""pygal, as this project wants it: without what it does to imports."""

from __future__ import annotations

import sys

import pygal
from pygal.graph.graph import Graph
from pygal.style import Style

# pygal leaves an import hook for its plugins behind, of a kind that Python 3.12 no longer asks and 3.11 warns of
# at every import after it.
sys.meta_path[:] = [finder for finder in sys.meta_path if type(finder).__module__ != "pygal"]

Bars, StackedBars = pygal.HorizontalBar, pygal.HorizontalStackedBar

__all__ = ["Bars", "Graph", "StackedBars", "Style"]
