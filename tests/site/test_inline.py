"""Text with marks at offsets: elements nest, points stand where they should, nothing goes unescaped."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from matn.site.inline import Span, render

ALPHABET = "ابت<>&\"' abc"


class Checker(HTMLParser):
    """Collects text; fails on a wrong end tag."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def test_no_spans_escapes() -> None:
    assert render("<b>&", (), (), {}) == "&lt;b&gt;&amp;"


def test_attribute_is_escaped() -> None:
    span = Span(0, 1, "span", {"title": '"><script>'})
    assert render("x", (), (span,), {}) == '<span title="&#34;&gt;&lt;script&gt;">x</span>'


def test_point_at_the_end_of_a_span_stands_outside() -> None:
    html = render("abc", (Span(0, 3, "bdi"),), (), {3: Markup("<i></i>")})
    assert html == "<bdi>abc</bdi><i></i>"


def test_point_inside_a_span_stays_inside() -> None:
    assert render("abc", (), (Span(0, 3, "u"),), {1: Markup("!")}) == "<u>a!bc</u>"


def test_overlap_is_given_to_the_higher_rank() -> None:
    marks = (Span(0, 3, "u", rank=1), Span(2, 4, "b", rank=2))
    assert render("abcd", (), marks, {}) == "<u>ab</u><b>cd</b>"


def test_mark_across_a_run_is_cut_at_its_edge() -> None:
    assert render("abcd", (Span(0, 2, "bdi"),), (Span(1, 3, "u"),), {}) == "<bdi>a<u>b</u></bdi><u>c</u>d"


@st.composite
def spans(draw: st.DrawFn, tag: str) -> list[Span]:
    pairs = draw(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=4))
    return [Span(min(pair), max(pair), tag, rank=rank) for rank, pair in enumerate(pairs)]


@given(text=st.text(ALPHABET, max_size=12), runs=spans("bdi"), marks=spans("u"))
def test_always_nests_and_keeps_the_text(text: str, runs: list[Span], marks: list[Span]) -> None:
    checker = Checker()
    checker.feed(str(render(text, runs, marks, {})))
    checker.close()
    assert checker.open == []
    assert checker.text == text
