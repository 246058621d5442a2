"""Which lists of `outcomes.toml` speak in a stretch of words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache

from onrecord.lexicon import words
from onrecord.link.words import stem, stems

_TOKEN = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
TOWARDS = re.compile(r"\bto (?=(?:the|an?|its|his|her|their|this|that|these|those|all|each|every|both)\b|[A-Z0-9])")
"""A "to" before a place or a person, which makes no infinitive."""
UNREAL = frozenset({"extended", "withdrawn", "new_date", "narrowed"})
"""Steps that can be announced. All others are deeds, and "will" before them says that they are still to come."""
REACH, NEAR = 8, 5
"""Words before a cue in which a negation, a wish or a request bears on it: a step that can be announced, a deed."""


@cache
def phrases(topic: str, table: str = "outcomes") -> re.Pattern[str]:
    """One pattern for a list of cues, over words in small letters joined by single blanks."""
    return compiled(words(table)[topic])


def compiled(listing: Iterable[str]) -> re.Pattern[str]:
    """One pattern for phrases: `*` stands for any ending, `_` for up to six words between."""
    by_letter: dict[str, list[str]] = defaultdict(list)  # a word is held against the phrases of its own letter alone
    for phrase in listing:
        parts = [r"(?:\S+ ){0,6}" if w == "_" else re.escape(w).replace(r"\*", r"\w*") + " " for w in phrase.split()]
        made = "".join(parts).rstrip(" ")
        by_letter[made[0] if made[0].isalpha() else ""].append(made)
    choices = "|".join(f"(?:{'|'.join(some)})" for some in by_letter.values())
    return re.compile(rf"(?<!\S)(?:{choices})(?!\S)")


@lru_cache(maxsize=4096)
def cue(topic: str, clause: str, table: str = "outcomes") -> str | None:
    """The words of the first cue of a list that stands in the clause.

    >>> cue("extended", "Officials put the launch date back to May."), cue("withdrawn", "It was called off.")
    ('put the launch date back to', 'called off')
    """
    found = phrases(topic, table).search(plain(clause))
    return found.group() if found else None


@lru_cache(maxsize=4096)
def speaks(topic: str, clause: str, besides: frozenset[str]) -> int | None:
    """Where the first cue of a list stands in the clause (in characters) that is said to be so; None: nowhere.

    No cue is what is negated, wished, asked for, or made of the stems `besides` alone, such as the action's own words.

    >>> none = frozenset()
    >>> speaks("extended", "It extended the lease.", none), speaks("extended", "It refused to extend it.", none)
    (3, None)
    """
    bar = listed("pattern", "unreal")
    if topic not in UNREAL:
        bar = bar | listed("pattern", "future") | listed("pattern", "negative")
    return said(phrases(topic), clause, bar, REACH if topic in UNREAL else NEAR, besides)


def said(
    pattern: re.Pattern[str], clause: str, bar: frozenset[str], reach: int = NEAR, besides: frozenset[str] = frozenset()
) -> int | None:
    """Where the first cue stands in the clause (in characters) before which no word of `bar` stands within `reach`
    words, and which is not made of the stems `besides` alone; None: nowhere."""
    tokens = [(m.group().casefold(), m.start()) for m in _TOKEN.finditer(clause)]
    towards = {m.start() for m in TOWARDS.finditer(clause)} if "to" in bar else set()
    joined = " ".join(token for token, _ in tokens)
    for found in pattern.finditer(joined):
        n = joined[: found.start()].count(" ")
        stem_words = stems(found.group())
        if stem_words and stem_words <= besides:
            continue
        if not {token for token, at in tokens[max(0, n - reach) : n] if at not in towards} & bar:
            return tokens[n][1]
    return None


@lru_cache(maxsize=1024)
def plain(clause: str) -> str:
    """The words of a clause in small letters, joined by single blanks."""
    return " ".join(_TOKEN.findall(clause.casefold()))


@cache
def stems_of(table: str, *names: str) -> frozenset[str]:
    """The stems of the words of such lists."""
    return frozenset(stem(word) for name in names for word in listed(table, name))


@cache
def listed(table: str, name: str) -> frozenset[str]:
    """A list of single words of `outcomes.toml`."""
    return frozenset(words("outcomes")[table][name])
