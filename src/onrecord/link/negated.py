"""What a text says is not so, and deeds in several words made one."""

from __future__ import annotations

from functools import cache

from onrecord.lexicon import words as lexicon_words
from onrecord.link.cues import listed, plain
from onrecord.link.words import content, stem


def negations(text: str) -> frozenset[str]:
    """The stems of what a text says is not so: the verb behind "not", the verb of "nobody", the noun behind "no".

    >>> sorted(negations("No villager had fled, and it was not raining."))
    ['fle', 'rain']
    """
    tokens = plain(text).split()
    found = set()
    for at, token in enumerate(tokens):
        if token not in listed("pattern", "negative"):
            continue
        behind = tokens[at + 1 : at + 8]
        verb = next((i for i, t in enumerate(behind) if t in listed("pattern", "auxiliary")), None)
        found.update(list(content(" ".join(behind[verb or 0 :])))[:1])
    return frozenset(word.stem for word in found)


def seen_alike(words: frozenset[str]) -> frozenset[str]:
    """The stems with those of one deed seen from its two ends ("paid", "received") made one."""
    ends = converses()
    return frozenset(ends.get(word, word) for word in words)


@cache
def converses() -> dict[str, str]:
    """Stem to the stem that stands for its group in `disputes.toml`."""
    groups = [line.split() for line in lexicon_words("disputes")["converse"]]
    return {stem(word): stem(group[0]) for group in groups for word in group}
