"""Blocking keys: two records are compared only where they share one. Keys decide candidates and nothing else.

A key is two telling words together. One rare word alone would put all articles about a crisis into one block, since
the names of a crisis are rare in the language and common in its news.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from onrecord.link import copies
from onrecord.link.words import weight
from onrecord.model import Commitment

if TYPE_CHECKING:
    from onrecord.link.reading import Reading

ACTION = 4
"""Words of a promise's action, and of its promisor's name, that give keys of their own."""
TELLING = 16
"""Words of an article that are paired: what two articles share lies among the most telling of both."""


def keys(reading: Reading) -> frozenset[str]:
    """The names of the blocks that the record stands in: pairs of telling words, and runs of words."""
    ranked = sorted(reading.vector, key=lambda stem: (-reading.vector[stem], stem))[:TELLING]
    pairs = {f"p:{a} {b}" for a, b in combinations(sorted(ranked), 2)}
    return copies.keys(reading) | pairs | {key for c in reading.record.commitments for key in _of_promise(reading, c)}


def _of_promise(reading: Reading, commitment: Commitment) -> set[str]:
    """Keys that two reports of one commitment share: whose it is, with each of the heaviest words of the action."""
    about = reading.topics[commitment.id]
    heavy = sorted(about.action, key=lambda stem: (-weight(stem), stem))[:ACTION]
    whose = sorted(about.promisor.words) if about.promisor else []
    return {f"s:{name} {word}" for name in whose[:ACTION] for word in heavy}
