"""Small questions about the words of a line, for the rules that tell the parts of a text."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

from onrecord.lexicon import words
from onrecord.lexicon.countries import country_of, demonym

_TOKEN = re.compile(r"[^\W_](?:[\w.’'&-]*[\w])?\.?|[&/@+]|[–—-]+")


@cache
def listed(name: str, table: str | None = None) -> frozenset[str]:
    """The entries of a list in `parts.toml`: phrases where it has bars between them, else words."""
    return frozenset(ordered(name, table))


@cache
def ordered(name: str, table: str | None = None) -> tuple[str, ...]:
    """As `listed`, the longest first, as an alternative in a regular expression wants them."""
    data: dict[str, Any] = words("parts")
    text: str = (data[table] if table else data)[name]
    phrases = text.replace("\n", " ").split("|") if "|" in text else text.split()
    kept = (" ".join(p.split()) + (" " if p[:1].strip() and p.endswith(" ") else "") for p in phrases if p.strip())
    return tuple(sorted(dict.fromkeys(kept), key=lambda p: (-len(p), p)))


@cache
def choice(name: str, table: str | None = None) -> str:
    """The list as an alternative in a regular expression; blanks within a phrase match one blank of any kind."""
    return "|".join(re.escape(phrase.strip()).replace(r"\ ", r"\s") for phrase in ordered(name, table))


def tokens(text: str) -> list[str]:
    """Words and the signs that join names."""
    return _TOKEN.findall(text)


def names_only(text: str, joiners: frozenset[str], most: int = 16) -> bool:
    """Whether the words are names, numbers or among `joiners`, and at least one is a name.

    >>> names_only("Ada Brun and Jon van Dam", frozenset({"and", "van"})), names_only("Ada Brun said", frozenset())
    (True, False)
    """
    found = tokens(text)
    named = [t for t in found if t[0].isupper() and t.casefold() not in joiners]
    rest = (t for t in found if not t[0].isupper())
    return bool(named) and len(found) <= most and all(t[0].isdigit() or t.casefold() in joiners for t in rest)


@lru_cache(maxsize=2048)
def is_section(label: str) -> bool:
    """Whether a label names a section of a newspaper, or a kind of article.

    >>> is_section("World Europe"), is_section("Defence Ministry"), is_section("Crisis in Norway"), is_section("Norway")
    (True, False, True, False)
    """
    folded = " ".join(label.casefold().split())
    if folded in listed("genres") or folded in listed("lone_regions"):
        return True
    found = tokens(label)
    if not 0 < len(found) <= 6 or any(t[0].islower() and t not in listed("joiners") for t in found):
        return False
    topic = False
    for token in found:
        low = token.casefold()
        if low in listed("sections"):
            topic = True
        elif not (
            low in listed("regions") or low in listed("joiners") or low == "/" or country_of(token) or demonym(token)
        ):
            return False
    return topic


def ends_in_stop(text: str) -> bool:
    """Whether the text ends as a sentence does.

    >>> ends_in_stop('“Not today.”'), ends_in_stop("Rain in the valley")
    (True, False)
    """
    return text.rstrip(" \t\n\r)]\"'”’»")[-1:] in tuple(".!?…")
