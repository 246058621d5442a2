"""What later words make of a promise not to do something: who did it after all, in time."""

from __future__ import annotations

from onrecord.link import counts
from onrecord.link.backing_out import takes_back
from onrecord.link.bearing import done
from onrecord.link.clauses import Clause
from onrecord.link.cues import speaks
from onrecord.link.phrases import frame
from onrecord.link.reading import Reading
from onrecord.link.steps import agent_of, by_another
from onrecord.link.topic import Topic, staying
from onrecord.link.words import stems
from onrecord.model import Commitment, EdgeKind

THINGS = frozenset({"raise", "cut", "sink", "flow", "close"})
"""Families of deeds that befall a thing, whoever brings them about ("prices will not rise")."""


def step(commitment: Commitment, about: Topic, b: Reading, clause: Clause, full: bool) -> EdgeKind | None:
    """Whether the clause tells a breach of it, or that it is taken back; None: neither."""
    if not _in_term(commitment, about, b, clause):
        return None
    deed = done(about, clause.told) if full else None
    deed = None if deed is None or counts.still_at(clause, deed) else deed
    shot = about.told("contrary", clause.told) if "truce" in about.families else None
    whose = (about.promisor.words - about.action or about.promisor.words) if about.promisor else frozenset()
    named = about.promisor is None or len(about.promisors) > 1 or bool(whose & clause.stems)
    named = named or (deed is not None and bool(about.doer & _doing(clause.told, deed)))
    named = named or (shot is not None and bool(about.doer & agent_of(clause, shot)))
    if not named:  # who shot is not told
        shot, deed = None, None if "truce" in about.families else deed
    of_things = bool((THINGS | {"protect"}) & {*about.families}) and _of_things(about)
    if deed is not None and deed == about.seen(clause.told) and about.goal & clause.told_stems:
        return "violated"  # where they were not to be, whoever saw them there
    for at in (speaks("violated", clause.told, about.words), deed, shot):
        if at is not None and (of_things or not by_another(b, clause, at, about)):
            return "violated"
    return "withdrawn" if takes_back(about, b, clause) else None


def _doing(clause: str, at: int) -> frozenset[str]:
    """The stems of whoever does what a verb tells, also behind "by"."""
    made = frame(clause, at)
    return stems(" ".join((*made.subject, *(made.rest if made.passive else ()))))


def _in_term(commitment: Commitment, about: Topic, b: Reading, clause: Clause) -> bool:
    """Whether a deed falls within the time for which somebody undertook to refrain: reported by then, or dated."""
    latest = commitment.deadline.latest if commitment.deadline else None
    if latest is None or about.verb in staying() or (b.day or "") <= latest[:10]:
        return True
    return any(clause.span.holds(t.span) and t.last_day and t.last_day <= latest[:10] for t in b.record.times)


def _of_things(about: Topic) -> bool:
    """Whether it is a thing that something is not to befall, and not the promisor that is not to do it."""
    whose = about.promisor.words if about.promisor else frozenset()
    named = stems(about.promisor.name or "") if about.promisor and about.promisor.kind == "person" else whose
    return bool(about.promisor and about.doer) and not about.doer & (named or whose)
