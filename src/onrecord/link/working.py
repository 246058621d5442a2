"""Whether somebody or something is told to be at work: then he is there, or it is in service."""

from __future__ import annotations

import re
from functools import cache

from onrecord.lexicon import words as lexicon_words
from onrecord.link.cues import listed
from onrecord.link.deeds import adverse
from onrecord.link.phrases import frame, head_of
from onrecord.link.predicates import predicates
from onrecord.link.words import plain_form, stems

_GOING_ON = re.compile(r"\w+ing\b")


def at_work(heads: frozenset[str], doer: frozenset[str], clause: str) -> int | None:
    """Where those who were to be sent by somebody are told to do something: they are there; None: nowhere.

    >>> at_work(frozenset({"nurs"}), frozenset({"norland"}), "Norland's nurses bandaged the wounded.")
    17
    """
    for told in predicates(clause):
        made = frame(clause, told.at)
        named = stems(" ".join(word for word in made.subject if word[0].isupper()))
        whose = named & doer and head_of(made.subject, heads)
        if whose and told.said == "so" and not made.passive and told.verb not in adverse() | _idle():
            return told.at
    return None


def serves(heads: frozenset[str], clause: str) -> int | None:
    """Where the thing itself is told to do what such a thing is there for; None: nowhere.

    >>> clinic = stems("clinic")
    >>> serves(clinic, "The clinic in Orla treated forty children."), serves(clinic, "The clinic burnt down.")
    (19, None)
    """
    for told in predicates(clause):
        made = frame(clause, told.at)
        passive = made.passive and not _GOING_ON.match(clause, told.at)  # "has been feeding the grid"
        if told.said == "so" and told.verb in _work() and not passive and head_of(made.subject, heads):
            return told.at
    return None


@cache
def _work() -> frozenset[str]:
    """Plain forms of what a plant, a line, a school does."""
    return frozenset(map(plain_form, lexicon_words("outcomes")["classes"]["work"].split()))


@cache
def _idle() -> frozenset[str]:
    """Plain forms of verbs that tell of no work."""
    spoken = listed("verbs", "idle") | listed("verbs", "committing")
    return frozenset(map(plain_form, spoken)) | {"be", "hav", "do", "announc", "say", "tell"}
