"""Copies: one wire story printed by several outlets, cut or under another headline.

Measured on runs of words: how much of the shorter text the longer one repeats. The same event told afresh shares names
and numbers but few runs of words. Quoted speech is left out where enough stands beside it, because two reporters who
heard one speech quote the same words.
"""

from __future__ import annotations

from itertools import groupby

from onrecord.link import refs
from onrecord.link.reading import Reading
from onrecord.link.shingles import FEWEST, shingles
from onrecord.model import Edge

SHARE = 0.6
"""Share of the shorter text's shingles that the longer one must hold: a wire story with a word changed in every line of
ten words still keeps 70 % of them, two accounts of one event seldom reach 30 %."""
CREDITED = 0.4
"""The same where both articles credit one agency: each may have added paragraphs of its own."""
WORDS = 0.3
"""Share of the words of the text with fewer that two texts with 40 % of their runs in common have, and more."""
WINDOW = 12
"""Every stretch of this many shingles that two texts share gives them a mark in common (winnowing)."""


def copies(a: Reading, b: Reading) -> tuple[Edge, ...]:
    """The edge of kind `copy` where the two articles are one text. An article is no copy of its own other versions."""
    if a is b or not _comparable(a.tokens, b.tokens):
        return ()
    if not (copied(a.runs, b.runs) or (copied(a.runs, b.runs, CREDITED) and a.wires & b.wires)):
        return ()
    one, other = sorted((refs.article(a.record), refs.article(b.record)))
    return (Edge("copy", one, other, "copies"),)


def _comparable(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two texts share words enough to be one, which is told sooner than whether they share runs of words."""
    return len(a & b) >= WORDS * min(len(a), len(b))


def copied(a: frozenset[int], b: frozenset[int], share: float = SHARE) -> bool:
    """Whether the shingles of two texts are those of one text: `share` of the shorter one's stand in the longer."""
    small, large = (a, b) if len(a) <= len(b) else (b, a)
    return len(small) >= FEWEST and len(small & large) >= share * len(small)


def keys(reading: Reading) -> frozenset[str]:
    """Keys that two copies are sure to share where one repeats a sentence or two of the other.

    A key is two neighbouring marks of the text: one run of words alone is shared by many a pair with a standing phrase.
    """
    hashes = shingles(reading.text)
    windows = (hashes[i : i + WINDOW] for i in range(max(1, len(hashes) - WINDOW + 1)))
    marks = [mark for mark, _ in groupby(min(window) for window in windows if window)]
    return frozenset(f"c:{a:012x} {b:012x}" for a, b in zip(marks, marks[1:] or marks, strict=False))
