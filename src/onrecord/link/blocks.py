"""Blocking keys: two records are compared only where they share one. Keys decide candidates and nothing else."""

from __future__ import annotations

from itertools import combinations

from onrecord.link import copies
from onrecord.link.words import content, weight
from onrecord.model import Record

RARE = 0.75
"""Weight from which one shared word makes two articles worth comparing (rarer than about one in 10,000)."""
SINGLES = 40
PAIRED = 10
"""Longest lists of words that give keys alone and two by two: what two articles share lies among the rarest of both."""


def keys(record: Record) -> frozenset[str]:
    """The names of the blocks that the record stands in: rare words, pairs of less rare ones, and runs of words."""
    stems = {word.stem for word in content(record.article.text)}
    ranked = sorted(stems, key=lambda s: (-weight(s), s))
    rare = [s for s in ranked if weight(s) >= RARE][:SINGLES]
    common = [s for s in ranked if weight(s) < RARE][:PAIRED]
    pairs = (f"p:{a} {b}" for a, b in combinations(sorted(common), 2))
    return copies.keys(record) | {f"w:{s}" for s in rare} | set(pairs)
