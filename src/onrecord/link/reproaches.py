"""Who blames whom in an article."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from onrecord.lexicon import words
from onrecord.link.cues import phrases, plain
from onrecord.link.refs import passage
from onrecord.link.spans import body, told_by
from onrecord.link.who import Party, party, tie
from onrecord.link.words import stem, stems
from onrecord.model import Record, Ref, Span, Statement, hull, trim

_ARTICLES = frozenset(
    {
        "",
        "a",
        "an",
        "the",
        "that",
        "that a",
        "that an",
        "that the",
        "it was a",
        "it was an",
        "that it was a",
        "that it was an",
    }
)
LONGEST = 5
"""Words of a phrase that can name a party."""
_STOP = re.compile(r",|\s(?:of|for|over|after|and|that|in|on|at|by|with|as|who|which)\s")
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Reproach:
    """Who blames whom, in which words. `blamed` is None where something is to blame ("it was the raid that started
    it"). `matter` holds the other content stems of the sentence. `weak`: only what somebody is said to have left
    undone, or what else was the cause, which is blame where it answers blame."""

    ref: Ref
    span: Span
    blamer: Party
    blamed: Party | None
    matter: frozenset[str]
    weak: bool = False


def reproaches(a: Record, clauses: tuple[Span, ...]) -> tuple[Reproach, ...]:
    """Every clause, of those given, or half of one, in which a named party blames another.

    "The union blamed the firm for the fire" names both around its verb; in "the firm said the union was to blame" the
    speaker blames whoever stands before the words of guilt.
    """
    found: list[Reproach] = []
    whole = plain(a.article.text)
    if not any(phrases(name, "disputes").search(whole) for name in ("blame", "guilt", "failing")):
        return ()  # as in most articles: the clauses need not be looked at
    for span in clauses:
        made = (_of_verb(a, span) or _of_guilt(a, span) or _of_failing(a, span)) if body(span, a) else None
        made = made or (_of_cause(a, span) if found else None)
        if made:
            found.append(made)
    return tuple(found)


def _of_verb(a: Record, span: Span) -> Reproach | None:
    at = _cue(a, span, "blame")
    if at is None:
        return None
    before, after = Span(span.start, at.start), Span(at.end, span.end)
    blamer, blamed = _parties(a, before)[-1:] or _phrase(a, before), _object(a, after)
    if blamed is None:
        return None
    if not blamer:
        told = told_by(a, span)
        who = _speaker(a, told) if told else None
        return _reproach(a, span, hull((at, blamed[0])), who, blamed[1]) if who else None
    return _reproach(a, span, hull((blamer[0][0], at, blamed[0])), blamer[0][1], blamed[1])


def _object(a: Record, span: Span) -> tuple[Span, Party] | None:
    """Who stands right behind the verb of blame: an actor that begins there, or the phrase itself."""
    phrase, actors = _phrase(a, span), _parties(a, span)
    if not phrase:
        return actors[0] if actors else None
    return next((found for found in actors if found[0].overlaps(phrase[0][0])), phrase[0])


def _of_guilt(a: Record, span: Span) -> Reproach | None:
    at = _cue(a, span, "guilt")
    if at is None:
        return None
    told = _telling(a, at)
    if told is None:
        return None
    home = hull(told.content)
    before, blamer = _parties(a, Span(max(span.start, home.start), at.start)), _speaker(a, told)
    whole = hull((*told.source, *told.content))
    if set(plain(at.of(a.article.text)).split()) & {"from", "by"}:  # "the shells came from the other bank"
        behind = _parties(a, Span(at.start, span.end))
        blamed = behind[0][1] if behind else None
    else:
        blamed = before[-1][1] if before else None
    return _reproach(a, span, _within(whole, span), blamer, blamed) if blamer else None


def _of_failing(a: Record, span: Span) -> Reproach | None:
    """Somebody says what another left undone: "the county never cleared the road"."""
    at = _cue(a, span, "failing")
    told = _telling(a, at) if at else None
    if at is None or told is None:
        return None
    home, blamer = hull(told.content), _speaker(a, told)
    subject = Span(max(span.start, home.start), at.start)
    before = [p for m, p in _parties(a, subject) if not a.article.text[m.end : at.start].strip()]
    lands = frozenset(stem(w) for w in words("disputes")["lands"])
    before = before[-1:] or [p for _, p in _phrase(a, _bare(a.article.text, subject)) if p.head in lands]
    if blamer is None or not before:
        return None
    made = _reproach(a, span, _within(hull((*told.source, *told.content)), span), blamer, before[0])
    return replace(made, weak=True) if made else None


def _of_cause(a: Record, span: Span) -> Reproach | None:
    """Somebody says that a thing did it: "a landslide had blocked the intake"."""
    at = _cue(a, span, "causes")
    told = _telling(a, at) if at else None
    if (
        at is None
        or told is None
        or a.article.text[hull(told.content).start : at.start].strip().casefold() not in _ARTICLES
    ):
        return None
    blamer = _speaker(a, told)
    made = _reproach(a, span, _within(hull((*told.source, *told.content)), span), blamer, None) if blamer else None
    return replace(made, weak=True) if made else None


def _bare(text: str, span: Span) -> Span:
    """A clause's subject without "that" before it."""
    start = span.start + 5 if text[span.start : span.start + 5].casefold() == "that " else span.start
    return Span(start, span.end)


def _telling(a: Record, at: Span) -> Statement | None:
    """The innermost statement whose content holds a stretch."""
    telling = [s for s in a.statements if any(c.holds(at) for c in s.content)]
    return min(telling, key=lambda s: sum(c.end - c.start for c in s.content), default=None)


def _within(whole: Span, clause: Span) -> Span:
    """The words of a statement as far as its clause goes: it may run on behind a semicolon."""
    return Span(whole.start, min(whole.end, clause.end)) if whole.start < clause.end else whole


def _cue(a: Record, span: Span, name: str) -> Span | None:
    """Where a cue of `disputes.toml` stands in the clause, in characters of the text."""
    tokens = [(m.group().casefold(), m.start(), m.end()) for m in _WORD.finditer(a.article.text, span.start, span.end)]
    found = phrases(name, "disputes").search(" ".join(t for t, _, _ in tokens))
    if found is None:
        return None
    first = found.string[: found.start()].count(" ")
    last = first + found.group().count(" ")
    return Span(tokens[first][1], tokens[last][2])


def _parties(a: Record, span: Span) -> list[tuple[Span, Party]]:
    """The actors that are named in a stretch, pronouns too, in text order; the longest of those that overlap."""
    here = [(m.span, actor.id) for actor in a.actors for m in actor.mentions if span.holds(m.span)]
    kept: list[tuple[Span, str]] = []
    for mention, actor in sorted(here, key=lambda m: (m[0].start - m[0].end, m[0], m[1])):
        if not any(mention.overlaps(other) for other, _ in kept):
            kept.append((mention, actor))
    made = [(mention, party(a, (mention,), actor)) for mention, actor in sorted(kept)]
    return [(mention, p) for mention, p in made if p is not None]


def _phrase(a: Record, span: Span) -> list[tuple[Span, Party]]:
    """The words of a stretch up to its first preposition or comma, as a party; none for many words or a pronoun."""
    start, end = trim(a.article.text, span)
    stop = _STOP.search(a.article.text, start, end)
    phrase = Span(start, stop.start() if stop else end)
    if not 1 <= len(phrase.of(a.article.text).split()) <= LONGEST:
        return []
    made = party(a, (phrase,), None)
    return [(phrase, made)] if made else []


def _reproach(a: Record, span: Span, here: Span, blamer: Party, blamed: Party | None) -> Reproach | None:
    if tie(blamer, blamed):
        return None
    names = blamer.words | (blamed.words if blamed else frozenset())
    ref = passage(a, here)
    return Reproach(ref, span, blamer, blamed, stems(span.of(a.article.text)) - names)


def _speaker(a: Record, statement: Statement) -> Party | None:
    return party(a, statement.source, statement.speaker)
