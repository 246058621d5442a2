"""Which lists of `outcomes.toml` speak in a stretch of words."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from onrecord.lexicon import words

_TOKEN = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


@cache
def phrases(topic: str, table: str = "outcomes") -> re.Pattern[str]:
    """One pattern for a list of cues, over words in small letters joined by single blanks."""
    made = []
    for phrase in words(table)[topic]:
        parts = [r"(?:\S+ ){0,4}" if w == "_" else re.escape(w).replace(r"\*", r"\w*") + " " for w in phrase.split()]
        made.append("".join(parts).rstrip(" "))
    return re.compile(rf"(?<!\S)(?:{'|'.join(made)})(?!\S)")


def cue(topic: str, clause: str, table: str = "outcomes") -> str | None:
    """The words of the first cue of a list that stands in the clause.

    >>> cue("extended", "Officials put the launch date back to May."), cue("withdrawn", "It was called off.")
    ('put the launch date back to', 'called off')
    """
    found = phrases(topic, table).search(plain(clause))
    return found.group() if found else None


@lru_cache(maxsize=8192)
def plain(clause: str) -> str:
    """The words of a clause in small letters, joined by single blanks."""
    return " ".join(_TOKEN.findall(clause.casefold()))


@cache
def listed(table: str, name: str) -> frozenset[str]:
    """A list of single words of `outcomes.toml`."""
    return frozenset(words("outcomes")[table][name])
