"""Whether somebody takes back what he undertook, or pulls out of it."""

from __future__ import annotations

from itertools import takewhile

from onrecord.link.clauses import Clause
from onrecord.link.cues import cue, listed, plain, speaks
from onrecord.link.reading import Reading
from onrecord.link.steps import by_another
from onrecord.link.topic import Topic
from onrecord.link.vectors import alike
from onrecord.link.words import is_past, stem, stems
from onrecord.model import Commitment

ONE_MATTER = 0.15
"""How alike the articles of a threat and of its end must be."""
_GOING = frozenset(stem(w) for w in ("gone", "go", "leave", "depart", "quit", "home"))
_LEAVING = frozenset({"leave", "recall", "expel", "evacuate", "let_out", "sendback", "sever", "resign"})
"""Families of deeds of which somebody's leaving is a part."""
_ARTICLES = frozenset({"a", "an", "the", "its", "his", "her", "their", "this", "that"})
_PARTICLES = frozenset({"off", "out", "back", "away", "down", "up"})
_PREPOSITIONS = frozenset(
    {
        "of",
        "to",
        "in",
        "on",
        "at",
        "for",
        "from",
        "by",
        "with",
        "because",
        "after",
        "before",
        "over",
        "under",
        "until",
        "as",
        "and",
    }
)


def takes_back(about: Topic, b: Reading, clause: Clause) -> bool:
    """Whether the promisor takes back what he promised: the thing itself, or a plan, a promise, an offer of it."""
    at = speaks("withdrawn", clause.told, about.words)
    if at is None or by_another(b, clause, at, about):
        return False
    said = cue("withdrawn", clause.told[at:]) or ""
    if " " not in said and is_past(said) and _before_noun(clause.told, at):
        return False
    behind = plain(clause.told[at:]).split()
    thing = stems(_dropped(plain(clause.told[:at]).split(), behind[max(0, len(said.split()) - 1) :]))
    named = {stem(noun) for name in ("undertakings", "schemes") for noun in listed("nouns", name)}
    return not thing or bool(thing & (about.action | about.around | named))


def _before_noun(told: str, at: int) -> bool:
    """Whether the word there stands between an article and its noun ("their abandoned match")."""
    return bool(set(plain(told[:at]).split()[-1:]) & _ARTICLES)


def called_off(a: Reading, commitment: Commitment, about: Topic, b: Reading, clause: Clause) -> bool:
    """Whether whoever threatened calls off what can only be the threat ("the drivers called off their strike"): the one
    that he made in `a`, in an article about the same matter."""
    at = speaks("withdrawn", clause.told, frozenset())
    whose = about.promisor.words if about.promisor else frozenset()
    if at is None or not whose & clause.stems or by_another(b, clause, at, about):
        return False
    thing = stems(_dropped(plain(clause.told[:at]).split(), plain(clause.told[at:]).split()))
    threats = [c for c in a.record.commitments if c.kind == commitment.kind]
    hostile = {stem(noun) for noun in listed("nouns", "hostile")}
    return len(threats) == 1 and bool(thing & hostile) and alike(a.vector, b.vector) >= ONE_MATTER


def offer_back(a: Reading, commitment: Commitment, about: Topic, b: Reading, clause: Clause) -> bool:
    """Whether whoever made the one offer of `a` takes it back by its name, or by what it was worth ("took its 60
    million off the table")."""
    at = speaks("withdrawn", clause.told, frozenset())
    whose = about.promisor.words if about.promisor else frozenset()
    if a is b or at is None or not whose & clause.stems or by_another(b, clause, at, about):
        return False
    alone = [c.kind for c in a.record.commitments].count(commitment.kind) == 1
    worth = {s for s in stems(commitment.evidence.of(a.text)) if s[0].isdigit()} & clause.told_stems
    named = stem("offer") in clause.told_stems and bool(
        (about.around | about.condition | about.action) & clause.told_stems
    )
    return alone and (bool(worth) or named) and alike(a.vector, b.vector) >= ONE_MATTER


def leaves(about: Topic, b: Reading, clause: Clause) -> bool:
    """Whether the promisor pulls out of the very thing that was agreed ("quit the exchange").

    Where to be gone is what he promised, to leave is to keep it.
    """
    at = speaks("leaves", clause.text, about.words)
    if (
        at is None
        or by_another(b, clause, at, about)
        or _GOING & {about.verb, *about.action}
        or _LEAVING & {*about.families}
    ):
        return False
    if _before_noun(clause.text, at):
        return False
    next_words = plain(clause.text[at:]).split()[:7]
    if stem(next_words[0]) == stem("leave") and any(word.endswith("ing") for word in next_words[2:]):
        return False  # "left them waiting"
    behind = stems(" ".join(next_words))
    return bool(behind & (about.action - {about.verb}) or (about.verb in behind and stem("leave") != about.verb))


def _dropped(ahead: list[str], behind: list[str]) -> str:
    """The noun phrase of what is cancelled, up to its first preposition; "" where none can be told.

    >>> _dropped("ferries to the isles were".split(), "cancelled because of gales".split())
    'ferries'
    >>> _dropped("the mayor".split(), "cancelled the fair in the park".split())
    'the fair'
    """
    passive = set(ahead[-3:]) & {"was", "were", "been", "being", "is", "are", "be"}
    words = ahead if passive else [w for w in behind[1:] if w not in _PARTICLES]
    phrase = list(takewhile(lambda w: w not in _PREPOSITIONS, words))
    return " ".join(
        w for w in phrase if w not in ("was", "were", "been", "being", "is", "are", "be", "has", "have", "had")
    )
