"""Two texts next to each other, paragraph by paragraph, what differs marked word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

MOST_WORDS = 400
"""Words of a paragraph up to which its words are compared; longer ones are shown as different as a whole."""
MOST_PARAGRAPHS = 600
"""Paragraphs that are compared; the rest of a text is not shown."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words, and whether only this side has them."""

    text: str
    own: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph of each side; a side without one is empty."""

    a: tuple[Run, ...]
    b: tuple[Run, ...]

    @property
    def same(self) -> bool:
        """Whether both sides print the same."""
        return self.a == self.b


@dataclass(frozen=True, slots=True)
class Compared:
    """All rows, whether some were left out, and how much is shared, 0 to 1, by words."""

    rows: tuple[Row, ...]
    cut: bool
    shared: float


def compared(a: str, b: str) -> Compared:
    """The two texts row by row. Blanks do not count as differences."""
    left, right = _paragraphs(a), _paragraphs(b)
    cut = max(len(left), len(right)) > MOST_PARAGRAPHS
    left, right = left[:MOST_PARAGRAPHS], right[:MOST_PARAGRAPHS]
    rows: list[Row] = []
    for tag, a1, a2, b1, b2 in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if tag == "equal":
            rows.extend(Row((Run(text, False),), (Run(text, False),)) for text in left[a1:a2])
        else:
            rows.extend(_paired(left[a1:a2], right[b1:b2]))
    return Compared(tuple(rows), cut, _shared(rows))


def _paragraphs(text: str) -> list[str]:
    return [line for line in (" ".join(line.split()) for line in text.split("\n")) if line]


def _paired(left: Sequence[str], right: Sequence[str]) -> Iterator[Row]:
    """Paragraphs that differ: those that share half of their words stand next to each other, in order."""
    at = 0
    for text in left:
        partner = next((n for n in range(at, len(right)) if _alike(text, right[n])), None)
        if partner is None:
            yield Row((Run(text, True),), ())
            continue
        yield from (Row((), (Run(other, True),)) for other in right[at:partner])
        yield Row(*_words(text, right[partner]))
        at = partner + 1
    yield from (Row((), (Run(other, True),)) for other in right[at:])


def _alike(a: str, b: str) -> bool:
    one, other = set(a.casefold().split()), set(b.casefold().split())
    return 2 * len(one & other) >= max(1, min(len(one), len(other)))


def _words(a: str, b: str) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    left, right = re.findall(r"\S+\s*", a), re.findall(r"\S+\s*", b)
    if max(len(left), len(right)) > MOST_WORDS:
        return (Run(a, True),), (Run(b, True),)
    one, other = [], []
    here, there = [w.strip() for w in left], [w.strip() for w in right]
    for tag, a1, a2, b1, b2 in SequenceMatcher(None, here, there, autojunk=False).get_opcodes():
        if a2 > a1:
            one.append(Run("".join(left[a1:a2]), tag != "equal"))
        if b2 > b1:
            other.append(Run("".join(right[b1:b2]), tag != "equal"))
    return tuple(one), tuple(other)


def _shared(rows: Sequence[Row]) -> float:
    runs = [run for row in rows for run in (*row.a, *row.b)]
    total = sum(len(run.text.split()) for run in runs)
    return sum(len(run.text.split()) for run in runs if not run.own) / total if total else 1.0
