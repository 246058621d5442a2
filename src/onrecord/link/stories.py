"""Stories: articles about one matter.

Two articles are about one matter where enough of what they say is the same by weight: names and rare words count most.
Word overlap alone fails across agencies, so the measure looks at the angle between whole texts, not at shared words.
"""

from __future__ import annotations

from onrecord.link import refs
from onrecord.link.reading import Reading
from onrecord.link.vectors import alike
from onrecord.model import Edge

ALIKE = 0.38
"""Cosine from which two articles of one day are about one matter."""
A_DAY = 0.015
"""How much more alike they must be for each day between them: a crisis lasts, a story in it is soon another."""
DAYS = 14
"""Longest time between two articles that are joined directly; a longer story is a chain."""


def stories(a: Reading, b: Reading) -> tuple[Edge, ...]:
    """The edge of kind `story` where two articles are about one matter."""
    days = apart(a, b)
    if a is b or days > DAYS or alike(a.vector, b.vector) < ALIKE + A_DAY * days:
        return ()
    one, other = sorted((refs.article(a.record), refs.article(b.record)))
    return (Edge("story", one, other, "stories"),)


def apart(a: Reading, b: Reading) -> int:
    """Days between two articles; 0 where one is undated."""
    return 0 if a.number is None or b.number is None else abs(a.number - b.number)
