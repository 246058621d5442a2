"""Stories: articles about one matter.

Two articles are about one matter where enough of what they say is the same by weight: names and rare words count most.
Word overlap alone fails across agencies, so the measure looks at the angle between whole texts, not at shared words.
"""

from __future__ import annotations

import math
from collections import Counter
from datetime import date
from functools import lru_cache

from onrecord.link import refs
from onrecord.link.words import content, weight
from onrecord.model import Edge, Record

ALIKE = 0.4
"""Cosine from which two articles are about one matter."""
NAME = 1.5
"""How much more a name weighs than another word of its rarity."""
DAYS = 30
"""Longest time between two articles that are joined directly; a longer story is a chain."""


def stories(a: Record, b: Record) -> tuple[Edge, ...]:
    """The edge of kind `story` where two articles are about one matter."""
    if a.article.id == b.article.id or apart(a, b) > DAYS:
        return ()
    if alike(a.article.text, b.article.text) < ALIKE:
        return ()
    one, other = sorted((refs.article(a), refs.article(b)))
    return (Edge("story", one, other, "stories"),)


def alike(a: str, b: str) -> float:
    """Cosine of two texts, 0 to 1.

    >>> fresh = alike("The Orla dam burst on Monday.", "Rescuers reached Orla after the dam burst.")
    >>> fresh > ALIKE > alike("The Orla dam burst on Monday.", "A bank in Telm lowered its rates.")
    True
    """
    one, other = sorted((_vector(a), _vector(b)), key=len)
    return math.fsum(value * other[stem] for stem, value in one.items() if stem in other)


def apart(a: Record, b: Record) -> int:
    """Days between two articles; 0 where one is undated."""
    if not (a.article.published and b.article.published):
        return 0
    first, second = (date.fromisoformat(r.article.published[:10]) for r in (a, b) if r.article.published)
    return abs((second - first).days)


@lru_cache(maxsize=4096)
def _vector(text: str) -> dict[str, float]:
    words = content(text)
    names = {word.stem for word in words if word.name}
    raw = {
        stem: (1 + math.log(n)) * weight(stem) * (NAME if stem in names else 1)
        for stem, n in Counter(word.stem for word in words).items()
    }
    length = math.sqrt(math.fsum(value * value for value in raw.values())) or 1.0
    return {stem: value / length for stem, value in raw.items()}
