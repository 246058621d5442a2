"""Where words stand: `[start, end)` in Unicode code points of an article's text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Span(NamedTuple):
    """`[start, end)` in code points of the article's text.

    >>> Span(2, 5).overlaps(Span(4, 9)), Span(2, 5).overlaps(Span(5, 9))
    (True, False)
    """

    start: int
    end: int

    def overlaps(self, other: tuple[int, int]) -> bool:
        """Whether the two share a character."""
        return self.start < other[1] and other[0] < self.end

    def holds(self, other: tuple[int, int]) -> bool:
        """Whether the other lies within this one."""
        return self.start <= other[0] and other[1] <= self.end

    def of(self, text: str) -> str:
        """The words themselves."""
        return text[self.start : self.end]


Spans = tuple[Span, ...]
"""One thing said in one or several pieces, in text order."""


def hull(spans: Iterable[tuple[int, int]]) -> Span:
    """The smallest span that holds all of `spans`. ValueError where there is none.

    >>> hull([(7, 9), (2, 4)])
    Span(start=2, end=9)
    """
    pieces = list(spans)
    if not pieces:
        raise ValueError("no span to enclose")
    return Span(min(s for s, _ in pieces), max(e for _, e in pieces))


def trim(text: str, span: tuple[int, int], junk: str = " \t\r\n") -> Span:
    """The span without leading and trailing `junk`; empty at its start where nothing else is left.

    >>> trim("  so it is. ", (0, 12), " .")
    Span(start=2, end=10)
    """
    start, end = span
    while start < end and text[start] in junk:
        start += 1
    while end > start and text[end - 1] in junk:
        end -= 1
    return Span(start, end)
