"""Scenes that tell a deed without its verb: the thing stands where it was to be brought, or is in use."""

from __future__ import annotations

import re
from functools import cache

from onrecord.lexicon import words as lexicon_words
from onrecord.link.cues import listed
from onrecord.link.frames import Thing
from onrecord.link.phrases import frame, head_of
from onrecord.link.predicates import Predicate, predicates
from onrecord.link.words import plain_form, stem, stems

MOVED = frozenset({"leave", "relocate", "surrender", "house", "evacuate", "deploy", "give", "flow"})
"""Families of deeds by which something gets to where it was not."""
TAKEN_IN = frozenset({"admit", "house", "treat"})
"""Families of deeds by which people get to whoever promised it."""
MADE = frozenset({"open", "build", "clean", "admit", "form"})
"""Families of deeds after which something can be used."""
_GOAL = re.compile(
    r"\b(?:to|into|in|at|inside) (?:the |its |his |her |their |an? )?((?:[A-Za-z][\w'’-]* ){0,2}[A-Za-z][\w-]*)"
)
_PLACE = re.compile(
    r"\b(?:in|into|inside|at|on|to|behind|within) (?:the |its |his |her |their |an? )?((?:[\w'’-]+ ){0,2}[\w-]+)"
)
_FIRST_IN = re.compile(r"\b(?:the first (?:in|since|for)|for the first time (?:in|since|for))\b")
_USER = re.compile(
    r"\b(?:to|for) (?:the |all |its |their )?((?:[a-z-]+ ){0,2}[a-z-]+)(?= (?:from|by|on|in|at|until)\b|$)"
)


def goal_of(action: str) -> frozenset[str]:
    """The stems of where something is to be brought, by an action.

    >>> sorted(goal_of("pull its guns back to the depots"))
    ['depot']
    """
    return frozenset(s for found in _GOAL.findall(action) for s in stems(found))


def users_of(action: str) -> frozenset[str]:
    """The stems of those to whom something is to be opened.

    >>> sorted(users_of("reopen the pass to lorries"))
    ['lorri']
    """
    return frozenset(s for found in _USER.findall(action) for s in stems(found))


def at_goal(thing: Thing, goal: frozenset[str], clause: str, *, brought: bool = False) -> int | None:
    """Where a clause tells that the thing was found, counted or left where it was to be brought ("ticked off nine guns
    in the depot"), or was `brought` there; None: nowhere."""
    there = [m.start() for m in _PLACE.finditer(clause) if stems(m.group(1)) & goal]
    for told in _told(clause, _locating() | (_carrying() if brought else frozenset())):
        made = frame(clause, told.at)
        if told.verb == "be" and (made.object or not made.rest):
            continue  # "were filling sandbags"
        of_it = head_of(made.subject, thing.heads) or (not made.passive and head_of(made.object, thing.heads))
        last = "last" in map(str.casefold, made.subject) and made.passive  # "the last of the guns were chained down"
        if of_it and (last or any(at > told.at for at in there)):
            return told.at
    return None


def in_use(thing: Thing, users: frozenset[str], clause: str) -> int | None:
    """Where a clause tells that the thing is used by those for whom it was made ("boys swam in the new pool"); None:
    nowhere."""
    for told in _told(clause, _using()):
        made = frame(clause, told.at)
        behind = (*made.object, *made.rest)
        if users and stems(" ".join(made.subject)) & users and _FIRST_IN.search(clause):
            return told.at  # "a lorry rolled under the barrier, the first in a year"
        if _within(behind, thing.heads) and (not users or stems(" ".join(made.subject)) & users):
            return told.at
    return None


def _within(words: tuple[str, ...], heads: frozenset[str]) -> bool:
    """Whether one of the words stands for the thing right behind a preposition of place, and it is not called shut or
    unfinished."""
    for n, word in enumerate(words):
        if word.casefold() in listed("pattern", "within"):
            phrase = words[n + 1 : n + 7]
            if head_of(phrase, heads) and not {w.casefold() for w in phrase} & listed("pattern", "unfinished"):
                return True
    return False


def _told(clause: str, verbs: frozenset[str]) -> list[Predicate]:
    return [p for p in predicates(clause) if p.said == "so" and p.verb in verbs]


@cache
def _locating() -> frozenset[str]:
    return frozenset(map(plain_form, listed("verbs", "locating")))


@cache
def _carrying() -> frozenset[str]:
    return frozenset(map(plain_form, lexicon_words("outcomes")["classes"]["carry"].split()))


@cache
def _using() -> frozenset[str]:
    return frozenset(map(plain_form, listed("verbs", "using"))) | {stem("spend")}
