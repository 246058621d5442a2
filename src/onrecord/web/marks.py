"""A text cut into pieces, each under the same marks: how overlapping entries are shown in one text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial
from itertools import islice, pairwise, takewhile
from typing import NamedTuple

from onrecord.model import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """What is to be highlighted: `spans` in code points of the text, each with the part that it plays ("cue")."""

    name: str
    kind: str
    spans: tuple[tuple[Span, str], ...]

    @property
    def size(self) -> int:
        """Characters that it covers."""
        return sum(end - start for (start, end), _ in self.spans)


class Cover(NamedTuple):
    """One mark over one piece. `first` at the first piece of the mark: there it can be jumped to."""

    mark: Mark
    role: str
    first: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text and the marks over it, the widest first."""

    text: str
    covers: tuple[Cover, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """One line or paragraph of the text, what it serves as, and the code point at which it begins."""

    kind: str
    pieces: tuple[Piece, ...]
    start: int


@dataclass(slots=True)
class _Sweep:
    """Where marks begin and end, and which have been begun."""

    cuts: set[int] = field(default_factory=set)
    opening: dict[int, list[tuple[Mark, str]]] = field(default_factory=dict)
    closing: dict[int, list[tuple[Mark, str]]] = field(default_factory=dict)


def lines(text: str) -> list[Span]:
    """Where the lines that hold more than blanks stand.

    >>> lines("ab\\n\\n c")
    [Span(start=0, end=2), Span(start=4, end=6)]
    """
    found, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append(Span(at, at + len(line)))
        at += len(line) + 1
    return found


def blocks(text: str, parts: Iterable[tuple[str, Span]], marks: Iterable[Mark]) -> tuple[Block, ...]:
    """The text line by line, every character of a line in one piece; marks may overlap and cross lines.

    `parts` say what a stretch serves as; of several over one line the longest counts, without one it is "body".
    """
    kinds, stretches = sorted(parts, key=lambda p: p[1]), lines(text)
    sweep = _swept(marks, len(text), [*(s for s, _ in stretches), *(e for _, e in stretches)])
    found = _pieces(text, sweep)
    made, at, part = [], 0, 0
    for stretch in stretches:
        own: list[Piece] = []
        while at < len(found) and found[at][0] < stretch.end:
            if found[at][0] >= stretch.start:
                own.append(found[at][1])
            at += 1
        while part < len(kinds) and kinds[part][1].end <= stretch.start:
            part += 1
        over = takewhile(partial(_begins_before, stretch.end), islice(kinds, part, None))
        made.append(Block(_longest(over, stretch), tuple(own), stretch.start))
    return tuple(made)


def quoted(quote: str, start: int, mark: Mark) -> tuple[Piece, ...]:
    """A quotation that begins at `start` of its text, on one line under one mark of that text.

    >>> mark = Mark("c01", "commitment", ((Span(14, 19), "cue"),))
    >>> [(piece.text, [cover.role for cover in piece.covers]) for piece in quoted("she vowed", 10, mark)]
    [('she ', []), ('vowed', ['cue'])]
    """
    flat, end = "".join(" " if c.isspace() else c for c in quote), start + len(quote)
    inside = tuple(
        (Span(max(a, start) - start, min(b, end) - start), role) for (a, b), role in mark.spans if a < end and b > start
    )
    return tuple(p for block in blocks(flat, [], [Mark(mark.name, mark.kind, inside)]) for p in block.pieces)


def _begins_before(end: int, kind: tuple[str, Span]) -> bool:
    return kind[1].start < end


def _longest(kinds: Iterable[tuple[str, Span]], stretch: Span) -> str:
    """What most of a line serves as."""
    shared = ((min(span.end, stretch.end) - max(span.start, stretch.start), name) for name, span in kinds)
    return max(shared, key=lambda k: k[0], default=(0, "body"))[1]


def _swept(marks: Iterable[Mark], size: int, borders: Iterable[int]) -> _Sweep:
    sweep = _Sweep({0, size, *borders})
    for mark in marks:
        for (start, end), role in mark.spans:
            begin, stop = max(0, start), min(size, end)
            if begin < stop:
                sweep.cuts |= {begin, stop}
                sweep.opening.setdefault(begin, []).append((mark, role))
                sweep.closing.setdefault(stop, []).append((mark, role))
    return sweep


def _pieces(text: str, sweep: _Sweep) -> list[tuple[int, Piece]]:
    """All pieces with their starts."""
    cuts = sorted(sweep.cuts)
    over: list[tuple[Mark, str]] = []
    begun: set[str] = set()
    found = []
    for start, end in pairwise(cuts):
        for closed in sweep.closing.get(start, ()):
            over.remove(closed)
        over.extend(sweep.opening.get(start, ()))
        found.append((start, Piece(text[start:end], tuple(_covers(over, begun)))))
    return found


def _covers(over: Iterable[tuple[Mark, str]], begun: set[str]) -> Iterable[Cover]:
    """Each mark once, the widest outermost; of its parts over one piece the narrower counts, which came last."""
    once = {mark.name: (mark, role) for mark, role in over}
    for mark, role in sorted(once.values(), key=lambda m: (-m[0].size, m[0].kind, m[0].name)):
        yield Cover(mark, role, mark.name not in begun)
        begun.add(mark.name)
