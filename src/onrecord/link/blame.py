"""Responsibility: two parties that put the blame for one thing on each other."""

from __future__ import annotations

from onrecord.link.cues import listed, stems_of
from onrecord.link.reading import Reading
from onrecord.link.reproaches import Reproach
from onrecord.link.spans import dispute
from onrecord.link.stories import apart
from onrecord.link.vectors import alike
from onrecord.link.who import Party, tie
from onrecord.link.words import stem, total
from onrecord.model import Edge

DAYS = 14
"""Longest time between two articles whose reproaches are set against each other."""
ALIKE = 0.2
"""How alike two articles must be for that."""
MATTER = 0.6
"""Weight of words that the two reproaches then share, apart from the names of the parties."""
MUCH_ALIKE = 0.5
"""How alike two articles must be where their reproaches share one word only."""
CLOSE = 40
"""Characters between a reproach and the answer to it."""


def responsibility(a: Reading, b: Reading) -> set[Edge]:
    """Edges between reproaches that go to and fro between two parties."""
    if a is not b and (apart(a, b) > DAYS or not (a.reproaches and b.reproaches) or alike(a.vector, b.vector) < ALIKE):
        return set()
    return {
        dispute("responsibility", one.ref, other.ref)
        for one in a.reproaches
        for other in b.reproaches
        if one.ref < other.ref or a is not b
        if _to_and_fro(one, other, near=a is b) and (a is b or _one_matter(a, one, b, other))
    }


def _one_matter(a: Reading, one: Reproach, b: Reading, other: Reproach) -> bool:
    """Whether the reproaches of two articles are about one thing: they say so, or the articles are much alike."""
    shared = one.matter & other.matter
    return total(shared) >= MATTER or (bool(shared) and alike(a.vector, b.vector) >= MUCH_ALIKE)


def _answers(blamer: Party, blamed: Party) -> bool:
    """Whether who is blamed answers: he himself, or of one state "the defence ministry" for "the army"."""
    arms = frozenset(stem(word) for word in listed("nouns", "arms"))
    bare = all(p.official and not p.country and not p.whose and p.words & arms for p in (blamer, blamed))
    return tie(blamer, blamed) is not None or bare


def _to_and_fro(one: Reproach, other: Reproach, *, near: bool) -> bool:
    """Whether each blames the other, or the blamed one answers right away that something else is to blame."""
    if tie(one.blamer, other.blamer):
        return False
    first, answer = (one, other) if one.span < other.span else (other, one)
    close = near and 0 <= answer.span.start - first.span.end < CLOSE
    if (one.weak or other.weak) and not close:
        return False
    if one.blamed and other.blamed:
        answers = _himself if close else _answers
        if answers(one.blamed, other.blamer) and answers(other.blamed, one.blamer):
            return True
    others = answer.blamed is None or not answer.weak
    return close and others and not first.weak and first.blamed is not None and _himself(first.blamed, answer.blamer)


def _himself(blamed: Party, answering: Party) -> bool:
    """Whether it is the blamed one who answers in the next breath: "the Front", "a Front commander"."""
    if _answers(answering, blamed):
        return True
    house = stems_of("nouns", "house")
    if blamed.words <= house and answering.words <= house:
        return True  # "the ministry", "the minister"
    elsewhere = blamed.whose and answering.whose and not blamed.whose & answering.whose
    apart = blamed.country and answering.country and blamed.country != answering.country
    return bool(blamed.head and blamed.head in answering.words and not elsewhere and not apart)
