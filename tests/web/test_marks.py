"""Overlapping highlights: the text stays whole, every mark is over its words, whatever lies across what."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Span
from onrecord.web.marks import Mark, blocks

TEXT = "one two three"


def mark(name: str, *spans: tuple[int, int]) -> Mark:
    return Mark(name, "k", tuple((Span(*s), "r") for s in spans))


def shown(*marks: Mark) -> list[tuple[str, str]]:
    (block,) = blocks(TEXT, [], marks)
    return [(p.text, "".join(c.mark.name for c in p.covers)) for p in block.pieces]


def test_crossing_marks_are_cut_where_they_cross() -> None:
    assert shown(mark("a", (0, 7)), mark("b", (4, 13))) == [("one ", "a"), ("two", "ba"), (" three", "b")]


def test_the_wider_mark_holds_the_narrower() -> None:
    assert shown(mark("a", (4, 7)), mark("b", (0, 13))) == [("one ", "b"), ("two", "ba"), (" three", "b")]


def test_a_mark_in_two_pieces_can_be_jumped_to_once() -> None:
    (block,) = blocks(TEXT, [], [mark("a", (0, 3), (8, 13))])
    assert [(p.text, c.first) for p in block.pieces for c in p.covers] == [("one", True), ("three", False)]


def test_a_mark_over_two_lines_goes_on_in_the_second() -> None:
    first, second = blocks("ab\n\ncd", [], [mark("a", (1, 5))])
    assert [(p.text, len(p.covers)) for p in (*first.pieces, *second.pieces)] == [
        ("a", 0),
        ("b", 1),
        ("c", 1),
        ("d", 0),
    ]


def test_a_line_is_what_most_of_it_serves_as() -> None:
    parts = [("dateline", Span(0, 2)), ("body", Span(2, 10)), ("credit", Span(11, 14))]
    assert [b.kind for b in blocks("X: long li\nfoo\nend", parts, [])] == ["body", "credit", "body"]


spans = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(sorted).map(tuple)


@given(st.text("ab \n\U0001f60e", max_size=25), st.lists(st.lists(spans, min_size=1, max_size=3), max_size=5))
def test_no_character_is_lost_and_each_is_under_its_marks(text: str, given_spans: list[list[tuple[int, int]]]) -> None:
    marks = [mark(str(n), *some) for n, some in enumerate(given_spans)]
    at = 0
    for block in blocks(text, [], marks):
        at = text.index(block.pieces[0].text, at) if block.pieces else at
        while at < len(text) and not text[at:].startswith("".join(p.text for p in block.pieces)):
            at += 1
        for piece in block.pieces:
            for offset in range(len(piece.text)):
                here = {m.name for m in marks if any(s <= at + offset < e for (s, e), _ in m.spans)}
                assert {c.mark.name for c in piece.covers} == here
            at += len(piece.text)
    assert "".join(p.text for b in blocks(text, [], marks) for p in b.pieces) == "".join(
        line for line in text.split("\n") if line.strip()
    )
