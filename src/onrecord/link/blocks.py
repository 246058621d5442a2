"""Blocking keys: two records are compared only where they share one. Keys decide candidates and nothing else.

A key is two or three telling words together. One rare word alone would put all articles about a crisis into one block,
since the names of a crisis are rare in the language and common in its news. Of the words of a promise or a
deed, two that are both common would fill a block as the ledger grows: a third word splits it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import cache
from itertools import combinations, product

from onrecord.link import copies
from onrecord.link.cues import cue, listed
from onrecord.link.reading import Reading
from onrecord.link.topic import dates
from onrecord.link.words import content, is_past, stem, weight
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
DONE = 8
"""The same of a clause that only has a verb in the past."""
SPLIT = 10
"""Words of a clause that split a pair of words that are not rare."""
FEW = 3
"""Words of a promise, its promisor's name among them, that leave too little to split by a third."""
RARE = 0.8
"""Weight from which a word is rare: names, and words that one text in thousands has."""


def keys(reading: Reading) -> frozenset[str]:
    """The names of the blocks that the record stands in: pairs of telling words, and runs of words."""
    ranked = sorted(reading.vector, key=lambda word: (-reading.vector[word], word))
    together = (*combinations(ranked[:TELLING], 2), *product(ranked[:FOREMOST], ranked[TELLING:FURTHER]))
    telling = {f"p:{min(pair)} {max(pair)}" for pair in together}
    promised = {key for c in reading.record.commitments for key in _of_promise(reading, c)}
    return copies.keys(reading) | telling | promised | _of_steps(reading)


def _split(pairs: Iterable[tuple[str, str]], others: Collection[str]) -> set[str]:
    """The pairs of which one word is rare; the others as threes, with each further word that is no rarer.

    >>> sorted(_split([("kumbra", "bridge"), ("talk", "minister")], ["kumbra", "bridge", "talk", "minister"]))
    ['bridge kumbra', 'bridge minister talk']
    """
    found: set[str] = set()
    for pair in pairs:
        if max(map(weight, pair)) >= RARE:
            found.add(" ".join(sorted(pair)))
        else:
            thirds = (word for word in others if word not in pair and weight(word) < RARE)
            found |= {" ".join(sorted((*pair, third))) for third in thirds}
    return found


def _of_promise(reading: Reading, commitment: Commitment) -> set[str]:
    """Keys that two reports of one commitment share: whose it is, and the names in what will be done, each with each of
    its heaviest words."""
    about = reading.topics[commitment.id]
    heavy = _heaviest(about.action - dates(), ACTION)
    whose = sorted(about.promisor.words)[:ACTION] if about.promisor else []
    names = _heaviest(about.names, ACTION) or whose
    of_clauses = {f"s:{key}" for key in _split(_pairs(names, {*heavy, *whose}), {*heavy, *whose})}
    called = {stem("deadline"), stem(commitment.kind)} if commitment.kind in ("ultimatum", "threat", "offer") else set()
    of_clauses |= {f"s:{key}" for key in _split(_pairs(whose, called), {*heavy, *whose})}
    few = _pairs(whose, heavy) if len({*heavy, *whose}) <= FEW else ()
    return of_clauses | {f"m:{min(pair)} {max(pair)}" for pair in few}


def _of_steps(reading: Reading) -> set[str]:
    """The same keys from clauses in which something is denied or can have been done: each name with the heaviest words,
    with more of them where something is dropped, moved, kept or broken."""
    found: set[str] = set()
    for clause in reading.clauses:
        text = clause.of(reading.text)
        words = [w for w in content(text) if w.stem not in dates() and w.stem not in _committing()]
        names = _heaviest({w.stem for w in words if text[w.start].isupper()}, ACTION)
        step = any(cue(name, text) for name in STEPS)
        heavy = _heaviest({w.stem for w in words}, HEAVY if step else DONE)
        denied = any(clause.overlaps(d.evidence) for d in reading.record.denials)
        if step or denied or any(is_past(text[w.start : w.end].split()[0]) for w in words):
            found |= {f"s:{key}" for key in _split(_pairs(names, heavy), heavy[:SPLIT] if step else ())}
    return found


@cache
def _committing() -> frozenset[str]:
    """The stems of verbs of promising: no deed."""
    return frozenset(map(stem, listed("verbs", "committing")))


def _heaviest(words: Iterable[str], number: int) -> list[str]:
    """The most telling of some stems, the most telling first."""
    return sorted(words, key=lambda word: (-weight(word), word))[:number]


def _pairs(names: Iterable[str], words: Iterable[str]) -> set[tuple[str, str]]:
    return {(name, word) for name in names for word in words if name != word}
