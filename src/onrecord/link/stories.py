"""Stories: articles about one matter.

Two articles are about one matter where enough of what they say is the same by weight: names and rare words count most.
Word overlap alone fails across agencies, so the measure looks at the angle between whole texts, not at shared words.
Where both articles were read with embeddings, those can bring together what falls a little short of it.
"""

from __future__ import annotations

from onrecord.link import refs
from onrecord.link.reading import Reading
from onrecord.link.vectors import alike, nearness
from onrecord.model import Edge

ALIKE = 0.38
"""Cosine from which two articles of one day are about one matter."""
A_DAY = 0.015
"""How much more alike they must be for each day between them: a crisis lasts, a story in it is soon another."""
SHORT, NEAR = 0.03, 0.6
"""How much less alike two articles may be by words whose embeddings are as near as that: of pairs of own articles about
different matters one in a hundred is."""
DAYS = 14
"""Longest time between two articles that are joined directly; a longer story is a chain."""


def stories(a: Reading, b: Reading) -> tuple[Edge, ...]:
    """The edge of kind `story` where two articles are about one matter."""
    days = apart(a, b)
    if a is b or days > DAYS:
        return ()
    lacking = ALIKE + A_DAY * days - alike(a.vector, b.vector)
    if lacking > SHORT or (lacking > 0 and not _near(a, b)):
        return ()
    one, other = sorted((refs.article(a.record), refs.article(b.record)))
    return (Edge("story", one, other, "stories"),)


def _near(a: Reading, b: Reading) -> bool:
    """Whether the embeddings of two articles say that they are about one matter."""
    one, other = a.embedding, b.embedding
    return one is not None and other is not None and nearness(one, other) >= NEAR


def apart(a: Reading, b: Reading) -> int:
    """Days between two articles; 0 where one is undated."""
    return 0 if a.number is None or b.number is None else abs(a.number - b.number)
