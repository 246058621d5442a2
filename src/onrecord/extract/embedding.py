"""What an article is about as one vector, where that is asked for: the word vectors of the language model, the rarer
words with more weight. It finds what is told in other words; it never says whether two texts agree."""

from __future__ import annotations

import re
from base64 import b64encode
from collections import Counter
from functools import cache
from math import log
from typing import Any

import numpy as np
from wordfreq import top_n_list, word_frequency

from onrecord.errors import ExtractError
from onrecord.extract.parse import Parser
from onrecord.model import Article

RARITY = 1e-4
"""Frequency at which a word's weight is halved (Arora, Liang, Ma 2017: 1e-3 to 1e-4)."""
COMMON = 20_000
"""Words of which it is taken what all words have in common."""
DIRECTIONS = 3
"""Directions that all words share and that are taken out: one a hundred dimensions (Mu, Viswanath 2018)."""
_WORD = re.compile(r"[^\W\d_][\w'’-]{0,40}")


def embedding(article: Article, parser: Parser) -> str:
    """The article's title and text as a vector of signed bytes, one a dimension of the model's word vectors, base64.

    ExtractError where the model has no word vectors.
    """
    counts = Counter(_WORD.findall(f"{article.title or ''} {article.text}"))
    vectors = parser.vectors(sorted(counts))
    mean, directions = shared(parser)
    total = np.zeros_like(mean)
    for word, vector in vectors.items():
        own = vector - mean
        weight = (1 + log(counts[word])) * RARITY / (RARITY + word_frequency(word, "en"))
        total += weight * own / (np.linalg.norm(own) or 1.0)
    total -= directions.T @ (directions @ total)
    scaled = np.rint(127 * total / (np.abs(total).max() or 1.0))
    return b64encode(scaled.astype(np.int8).tobytes()).decode()


@cache
def shared(parser: Parser) -> tuple[Any, Any]:
    """The mean of the common words' vectors, and the directions in which they differ most from it. ExtractError where
    the model has none."""
    rows = np.array(list(parser.vectors(top_n_list("en", COMMON)).values()), dtype=np.float64)
    if not rows.size:
        raise ExtractError(f"the language model {parser.name} has no word vectors: leave out --embeddings")
    mean = rows.mean(axis=0)
    return mean, np.linalg.svd(rows - mean, full_matrices=False)[2][:DIRECTIONS]
