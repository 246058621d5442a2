"""Blocking keys: two records are compared only where they share one. Keys decide candidates and nothing else.

A key is two telling words together. One rare word alone would put all articles about a crisis into one block, since
the names of a crisis are rare in the language and common in its news.
"""

from __future__ import annotations

from itertools import combinations, product

from onrecord.link import copies
from onrecord.link.cues import cue
from onrecord.link.reading import Reading
from onrecord.link.words import content, weight
from onrecord.model import Commitment

ACTION = 4
"""Words of a promise's action, and of its promisor's name, that give keys of their own."""
STEPS = ("extended", "withdrawn", "leaves", "violated", "fulfilled", "corrected")
"""Lists of `outcomes.toml` that say of a promise what became of it without its own verb."""
TELLING = 12
"""Words of an article that are all paired: what two articles share lies among the most telling of both. Twenty would
have more than half of all pairs of articles about a crisis compared, for one relation in a hundred more."""
FOREMOST, FURTHER = 2, 20
"""The most telling words of all are paired with more words than these twelve."""
HEAVY = 20
"""Words of a clause that are paired with the names in it."""


def keys(reading: Reading) -> frozenset[str]:
    """The names of the blocks that the record stands in: pairs of telling words, and runs of words."""
    ranked = sorted(reading.vector, key=lambda stem: (-reading.vector[stem], stem))
    together = (*combinations(ranked[:TELLING], 2), *product(ranked[:FOREMOST], ranked[TELLING:FURTHER]))
    pairs = {f"p:{min(pair)} {max(pair)}" for pair in together}
    promised = {key for c in reading.record.commitments for key in _of_promise(reading, c)}
    return copies.keys(reading) | pairs | promised | _of_steps(reading)


def _of_promise(reading: Reading, commitment: Commitment) -> set[str]:
    """Keys that two reports of one commitment share: whose it is, with each of the heaviest words of the action."""
    about = reading.topics[commitment.id]
    heavy = sorted(about.action, key=lambda stem: (-weight(stem), stem))[:ACTION]
    whose = sorted(about.promisor.words) if about.promisor else []
    return {f"s:{name} {word}" for name in whose[:ACTION] for word in heavy}


def _of_steps(reading: Reading) -> set[str]:
    """The same keys from clauses in which something is dropped, moved, kept or broken: each name with each word."""
    found = set()
    for clause in reading.clauses:
        text = clause.of(reading.text)
        if any(cue(name, text) for name in STEPS):
            words = content(text)
            names = sorted({w.stem for w in words if text[w.start].isupper()}, key=lambda s: (-weight(s), s))[:ACTION]
            heavy = sorted({w.stem for w in words}, key=lambda s: (-weight(s), s))[:HEAVY]
            found |= {f"s:{name} {word}" for name in names for word in heavy}
    return found
