"""What can stand against each other across articles: what is claimed, and what is denied without a claim beside it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from onrecord.lexicon import words
from onrecord.link.cues import cue
from onrecord.link.negated import negations
from onrecord.link.who import Party, party
from onrecord.link.words import stem, stems, total
from onrecord.model import EntryKind, Record, Ref, Span

NO_CLAIM = ("deny", "doubt", "ask", "hope")
"""Cue classes of statements that a denial does not answer."""
LEAST = 1.5
"""Weight of the words that a denial names before it can be set against a claim in another article."""


LEAST_DENIED = 1.0
"""The same in two articles about one matter."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement as denials see it: the stems of its content, who makes it, the stems of what it says is not so."""

    ref: Ref
    words: frozenset[str]
    speaker: Party | None
    negated: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Rejection:
    """A denial as claims see it: the stems of what is denied with their weight, and who denies it."""

    ref: Ref
    words: frozenset[str]
    weight: float
    denier: Party | None


@dataclass(frozen=True, slots=True)
class Disavowal:
    """A sentence in which somebody says that a promise was never given, the entry that says so, and who that may be."""

    ref: Ref
    span: Span
    words: frozenset[str]
    said_by: tuple[Party | None, ...]


def claims(record: Record, names: dict[str, Ref]) -> tuple[Claim, ...]:
    """The statements of an article that somebody may deny. `names` holds the permanent names of its statements."""
    text = record.article.text
    found = []
    for s in record.statements:
        if s.cue_class not in NO_CLAIM:
            said = " ".join(c.of(text) for c in s.content)
            found.append(Claim(names[s.id], stems(said), party(record, s.source, s.speaker), negations(said)))
    return tuple(found)


def rejections(record: Record, names: dict[str, Ref]) -> tuple[Rejection, ...]:
    """The denials of an article that answer nothing in it. `names` holds the permanent names of its denials."""
    found = []
    for denial in record.denials:
        denied = stems(" ".join(s.of(record.article.text) for s in denial.denied)) - _claiming()
        if denial.kind == "denial" and not denial.target and total(denied) >= LEAST_DENIED:
            who = party(record, denial.denier, denial.denier_actor)
            found.append(Rejection(names[denial.id], denied, total(denied), who))
    return tuple(found)


@cache
def _claiming() -> frozenset[str]:
    """The stems of what a claim is called: "denied the report that …"."""
    return frozenset(map(stem, words("disputes")["claiming"]))


def disavowals(
    record: Record, sentences: tuple[Span, ...], names: dict[EntryKind, dict[str, Ref]]
) -> tuple[Disavowal, ...]:
    """The sentences, of those given, that say that a promise was never given. `names` are those of all entries."""
    found = []
    for span in sentences:
        told = span.of(record.article.text)
        if cue("no_promise", told, "disputes") is None:
            continue
        denials = [d for d in record.denials if d.evidence.overlaps(span)]
        saying = [s for s in record.statements if any(c.overlaps(span) for c in s.content)]
        refs = [names["denial"][d.id] for d in denials] + [names["statement"][s.id] for s in saying]
        speakers = [s for s in record.statements if any(c.overlaps(span) for c in (*s.content, *s.cue))]
        who = [party(record, s.source, s.speaker) for s in speakers]
        who += [party(record, d.denier, d.denier_actor) for d in denials]
        if refs:
            found.append(Disavowal(refs[0], span, stems(told), tuple(who)))
    return tuple(found)
