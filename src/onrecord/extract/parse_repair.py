"""Faults of the parser that are mended before any layer reads the tree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_NAMED = frozenset({"PROPN"})
_BETWEEN = frozenset({"AUX", "ADV", "PART"})
"""What may stand between a subject and its verb, besides the words of a name."""


@dataclass(frozen=True, slots=True)
class Token:
    """A token as the parser gives it; `head` is the number of the token that it hangs on, of itself at the top."""

    start: int
    end: int
    word: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int


def repaired(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with a day parted from the name behind it: in "on Sunday Putin told him" Putin tells.

    The parser takes "Sunday Putin" for one name after "on", and the verb is left without a subject.
    """
    found = list(tokens)
    for day, token in enumerate(tokens):
        if token.word.lower() not in DAYS or token.dep not in ("compound", "nmod") or token.head <= day:
            continue
        name = token.head
        prep = tokens[name].head
        verb = _verb(tokens, name, prep)
        if tokens[name].dep != "pobj" or prep >= day or verb is None:
            continue
        passive = any(t.dep == "auxpass" and t.head == verb for t in tokens[name:verb])
        found[day] = replace(token, dep="pobj", head=prep)
        found[name] = replace(tokens[name], dep="nsubjpass" if passive else "nsubj", head=verb)
    return found


def _verb(tokens: Sequence[Token], name: int, prep: int) -> int | None:
    """The verb without a subject, right behind a name, that the preposition before the name hangs on."""
    if tokens[name].pos not in _NAMED:
        return None
    at = prep
    for _ in range(6):
        above = tokens[at].head
        if above == at:
            break
        at = above
        if at > name and tokens[at].pos in ("VERB", "AUX"):
            owned = any(t.dep in ("nsubj", "nsubjpass", "csubj") and t.head == at for t in tokens)
            near = all(t.pos in _BETWEEN for t in tokens[name + 1 : at])
            return at if near and not owned else None
    return None
