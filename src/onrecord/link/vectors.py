"""What a text is about, as weights of its words, and how alike two texts are by them."""

from __future__ import annotations

import math
import re
from array import array
from base64 import b64decode
from collections import Counter
from collections.abc import Callable, Iterable
from functools import lru_cache
from operator import mul

from onrecord.lexicon import countries, organisations
from onrecord.link.words import Word, weight

Vector = dict[str, float]

Embedding = tuple[float, ...]
"""A direction: as many numbers as the model's word vectors have, of length 1 together."""

NAME, SETTING = 1.5, 0.4
"""How much more a name weighs than another word of its rarity, and how much less one that only says which countries and
governments a crisis is about."""


def alike(a: Vector, b: Vector) -> float:
    """Cosine of two vectors of length 1: 0 to 1."""
    one, other = sorted((a, b), key=len)
    return math.fsum(value * other[stem] for stem, value in one.items() if stem in other)


def embedding(data: str) -> Embedding:
    """The direction that signed bytes in base64 name."""
    raw = array("b", b64decode(data))
    length = math.sqrt(sum(value * value for value in raw)) or 1.0
    return tuple(value / length for value in raw)


def nearness(a: Embedding, b: Embedding) -> float:
    """Cosine of two directions: -1 to 1; 0 where they come from two models."""
    return math.fsum(map(mul, a, b)) if len(a) == len(b) else 0.0


def vector(text: str, words: Iterable[Word]) -> Vector:
    """The weights of a text's content words, as a vector of length 1. Rarity counts squared."""
    words = list(words)
    names = {word.stem for word in words if word.name}
    frame = {word.stem for word in words if text[word.start].isupper() and setting(text[word.start : word.end])}
    raw = {
        stem: (1 + math.log(n)) * weight(stem) ** 2 * (SETTING if stem in frame else NAME if stem in names else 1)
        for stem, n in Counter(word.stem for word in words).items()
    }
    length = math.sqrt(math.fsum(value * value for value in raw.values())) or 1.0
    return {stem: value / length for stem, value in raw.items()}


@lru_cache(maxsize=4096)
def setting(name: str) -> bool:
    """Whether a name is a country's, its people's, its capital's or its leaders'.

    >>> setting("Norwegian"), setting("Oslo's"), setting("Trondheim")
    (True, True, False)
    """
    bare = re.sub(r"['’]s?$", "", name)
    kinds: tuple[Callable[[str], object], ...] = (
        countries.country_of,
        countries.demonym,
        countries.people,
        countries.capital,
        organisations.is_holder,
    )
    return any(kind(bare) for kind in kinds)
