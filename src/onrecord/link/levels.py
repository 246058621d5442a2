"""A level or a number that was promised, held against the number that a later clause tells."""

from __future__ import annotations

import re
from functools import cache

from onrecord.link import phrases
from onrecord.link.clauses import Clause
from onrecord.link.cues import listed, plain
from onrecord.link.predicates import Predicate, predicates
from onrecord.link.reading import Reading
from onrecord.link.topic import Topic
from onrecord.link.words import plain_form, stem, stems
from onrecord.model import Commitment, EdgeKind, Quantity

_PEG = re.compile(r"\bat (?:about |around )?(\d[\d,]*(?:\.\d+)?)(?! ?(?:a\.?m|p\.?m|o['’]clock)\b)")
_RATE = re.compile(r"\b(?:an?|per|each|every) (?:second|minute|hour|day|week|month|year)\b")
_TARGET = re.compile(r"\bnumber of [^.;]{3,60}? to (\d[\d,]*)|\bto (\d[\d,]*) from \d|\bfrom \d[\d,]* to (\d[\d,]*)")
_BROUGHT = re.compile(r"\b(?:down|up|total|number)(?: down| up)? (?:to|of|at) (\d[\d,]*)\b")
_COUNTING = frozenset({"hav", "be", "number", "begin", "enter", "start", "count", "stand", "total", "keep", "bring"})


def step(a: Reading, commitment: Commitment, b: Reading, clause: Clause, on_topic: bool) -> EdgeKind | None:
    """What a measured number says of the level that was to be held, or of the number that was to be reached."""
    if a is b or commitment.polarity == "-":
        return None
    about = a.topics[commitment.id]
    if on_topic and (kind := _floor(a, commitment, about, b, clause)):
        return kind
    return _pegged(a, commitment, about, b, clause) or _reached(a, commitment, about, b, clause)


def _lasting(a: Reading, commitment: Commitment, about: Topic) -> bool:
    """Whether something is to be held for a time, and not reached once."""
    until = commitment.deadline is not None and commitment.deadline.type == "until"
    return until or about.goes_on or "level" in about.families


def _floor(a: Reading, commitment: Commitment, about: Topic, b: Reading, clause: Clause) -> EdgeKind | None:
    """Of at least so much: whether it is measured to be less, or enough."""
    action = " ".join(span.of(a.text) for span in commitment.action)
    wanted = [q for q in _promised(a, commitment) if q.op in ("ge", "gt") and q.unit and q.low]
    if not wanted or not (_lasting(a, commitment, about) or _RATE.search(action)) or not _measured(clause):
        return None
    for q in wanted:
        got = [m for m in _told(b, clause) if m.unit and stem(m.unit) == stem(q.unit or "") and m.high is not None]
        if len(got) == 1 and q.low is not None and got[0].high is not None:
            return "violated" if got[0].high < q.low else "progress"
    return None


def _pegged(a: Reading, commitment: Commitment, about: Topic, b: Reading, clause: Clause) -> EdgeKind | None:
    """Of what was to be held at a number: whether it stands at that number or at another one."""
    action = " ".join(span.of(a.text) for span in commitment.action)
    wanted, found = _PEG.search(action), _STANDS_AT.search(clause.told)
    if not (wanted and found and _lasting(a, commitment, about)):
        return None
    told = [p for p in predicates(clause.told) if p.said == "so" and p.at <= found.start() < p.at + 60]
    if not any(phrases.head_of(phrases.frame(clause.told, p.at).subject, about.heads) for p in told):
        return None
    same = _number(wanted.group(1)) == _number(found.group(1))
    latest = commitment.deadline.latest if commitment.deadline else None
    over = latest is not None and (b.day or "") > latest[:10]
    if over and not same:
        return None  # once the time is over it may stand anywhere
    return ("fulfilled" if over else "progress") if same else "violated"


_STANDS_AT = re.compile(r"\b(?:at|to) (?:about |around )?(\d[\d,]*(?:\.\d+)?)\b(?! ?(?:a\.?m|p\.?m|o['’]clock)\b)")


def _reached(a: Reading, commitment: Commitment, about: Topic, b: Reading, clause: Clause) -> EdgeKind | None:
    """Of a number that was to be brought from one to another: how far it has come."""
    action = " ".join(span.of(a.text) for span in commitment.action)
    found = _TARGET.search(action)
    if not found or not {"cut", "raise"} & {*about.families}:
        return None
    goal = _number(next(filter(None, found.groups())))
    counted = [q for q in _promised(a, commitment) if q.unit and q.low is not None]
    start = next((q.low for q in counted if q.low != goal), None)
    unit = next((stem(q.unit) for q in counted if q.unit), None)
    now = _now(b, clause, unit) if unit and start is not None else None
    if now is None or start is None or not _his(a, b, clause):
        return None
    if (now - start) * (goal - start) <= 0:
        return None
    latest = commitment.deadline.latest if commitment.deadline else None
    if (now - goal) * (goal - start) >= 0:
        return "fulfilled"
    return "partly_fulfilled" if latest and (b.day or "") > latest[:10] else "progress"


def _now(b: Reading, clause: Clause, unit: str) -> float | None:
    """How many of a thing a clause counts as a whole: "has 15 ministries", "brought their number down to 15"."""
    if unit not in clause.told_stems:
        return None
    brought = _BROUGHT.search(clause.told)
    if brought:
        return _number(brought.group(1))
    counting = any(p.verb in _COUNTING and p.said == "so" for p in predicates(clause.told))
    got = [
        q.low for q in _told(b, clause)
        if q.unit and stem(q.unit) == unit and q.low is not None and q.op == "eq"
        and plain(b.text[q.span.end : q.span.end + 12]).split()[:1] not in (["more"], ["fewer"], ["less"])
    ]  # fmt: skip
    return got[0] if counting and len(got) == 1 else None


def _his(a: Reading, b: Reading, clause: Clause) -> bool:
    """Whether the clause counts what is the promisor's: it names nobody whom the promise's article does not name, and
    begins with no other country."""
    here = b.mentioned(clause.span.start, clause.span.end)
    named = frozenset(s for span, _ in here if span.of(b.text)[:1].isupper() for s in stems(span.of(b.text)))
    words = clause.told.split()
    indefinite = bool(words) and words[0].casefold() in listed("pattern", "indefinite")
    strange = {stem(w) for w in listed("nouns", "states") | listed("nouns", "firms")}
    return named - {stem("country")} <= a.stems and not (indefinite and clause.told_stems & (strange | _kin()))


@cache
def _kin() -> frozenset[str]:
    return frozenset(map(stem, listed("nouns", "kin")))


def _promised(a: Reading, commitment: Commitment) -> list[Quantity]:
    return [q for q in a.record.quantities if any(s.holds(q.span) for s in commitment.action)]


def _told(b: Reading, clause: Clause) -> list[Quantity]:
    return [q for q in b.record.quantities if clause.span.holds(q.span)]


def _measured(clause: Clause) -> bool:
    """Whether a verb of the clause says how much it was."""
    return any(p.said == "so" and p.verb in _measuring() for p in _verbs(clause))


def _verbs(clause: Clause) -> tuple[Predicate, ...]:
    return predicates(clause.told)


@cache
def _measuring() -> frozenset[str]:
    return frozenset(map(plain_form, listed("verbs", "measuring")))


def _number(digits: str) -> float:
    return float(digits.replace(",", ""))
