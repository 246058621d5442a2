"""A clause that may tell what became of a commitment: its words, who does what in it, and whether it is a report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.link.cues import plain
from onrecord.link.spans import around, body
from onrecord.link.topic import Topic
from onrecord.link.who import PRONOUNS, party, tie
from onrecord.link.words import stems
from onrecord.model import EdgeKind, Span

if TYPE_CHECKING:
    from onrecord.link.reading import Reading

NO_REPORT = frozenset({"predict", "hope", "ask", "demand", "doubt", "threaten", "deny", "offer"})
"""Cue classes of statements whose content is no report of what happened."""
TO_COME = frozenset({"promise", "assure", "plan"})
"""Cue classes of statements whose content can set a date, and is no report of a deed."""
MOVES = frozenset({"extended", "withdrawn", "narrowed", "corrected", "condition_failed"})


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of an article. `told` is its text with the words of undertakings in it blanked out: what is left is told
    as fact."""

    span: Span
    text: str
    told: str
    stems: frozenset[str]


def read_clauses(text: str, spans: tuple[Span, ...], undertakings: list[Span]) -> tuple[Clause, ...]:
    """The clauses under `spans`; `undertakings` are the stretches that name what somebody undertakes."""
    told = text
    for span in undertakings:
        told = told[: span.start] + " " * (span.end - span.start) + told[span.end :]
    return tuple(Clause(s, s.of(text), s.of(told), stems(s.of(text))) for s in spans)


def own(b: Reading, span: Span) -> bool:
    """Whether the clause stands outside the report itself: in a caption, a credit, a notice."""
    return not body(span, b.record)


def by_another(b: Reading, clause: Clause, at: int, about: Topic) -> bool:
    """Whether somebody else than the promisor is named before the word at `at` of the clause as the one who does it."""
    if about.promisor is None:
        return False
    start, end = clause.span.start, clause.span.start + at
    others = False
    for actor in b.record.actors:
        here = [m.span for m in actor.mentions if start <= m.span.start and m.span.end <= end and m.form != "pronoun"]
        for span in here:
            phrase = span.of(b.text)
            if stems(phrase) <= about.words:
                continue
            if tie(party(b.record, (span,), actor.id), about.promisor) or stems(phrase) & about.promisor.words:
                return False
            others = True
    return others or _of_speaker(b, clause, about)


def _of_speaker(b: Reading, clause: Clause, about: Topic) -> bool:
    """Whether the clause is what another speaker says of himself ("the union said it had called off its own march")."""
    first = plain(clause.text).split()[:1]
    telling = around(b.record, clause.span)
    if not telling or not set(first) & PRONOUNS:
        return False
    speaker = b.speaker(telling[-1])
    return speaker is not None and tie(speaker, about.promisor) is None


def no_report(b: Reading, span: Span, kind: EdgeKind) -> bool:
    """Whether the clause only stands in what somebody predicts, asks or hopes, or what the article shows denied."""
    telling = around(b.record, span)
    if any(s.cue_class in NO_REPORT or (kind not in MOVES and s.cue_class in TO_COME) for s in telling):
        return True
    answered = {d.target for d in b.record.denials}
    return any(s.id in answered for s in telling)
