"""One number over time: which figures count the same thing, and which of those stand against each other."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache

from onrecord.lexicon import words
from onrecord.link.book import body, source_name, told_by
from onrecord.link.cues import cue
from onrecord.link.refs import by_id
from onrecord.link.stories import alike, apart
from onrecord.link.topic import clauses
from onrecord.link.who import party, tie
from onrecord.link.words import content, sentences, stem, stems, total
from onrecord.model import Edge, Quantity, Record, Ref, Span

DAYS = 60
"""Longest time between two figures that are joined directly."""
DISPUTE_DAYS = 14
"""Longest time between two figures that stand against each other."""
ROUGH = 0.15
"""How far from its number `approx` reaches, as a share of it."""
GROWING = frozenset({"dead", "injured", "displaced", "detained", "missing"})
"""Counts that mostly grow: a higher figure on a later day is news and no dispute."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as it is compared: what it measures, the stems around it, the clause, the place that it is about."""

    ref: Ref
    quantity: Quantity
    measure: str
    words: frozenset[str]
    clause: Span
    place: str | None


def series(a: Record, b: Record) -> tuple[Edge, ...]:
    """Edges of kind `series` between figures of one thing, of kind `number` between those that cannot both be right."""
    if apart(a, b) > DAYS:
        return ()
    found: set[Edge] = set()
    near = a is b or alike(a.article.text, b.article.text) >= 0.2
    others = figures(b)
    for one in figures(a):
        for other in others:
            if one.ref == other.ref or (a is b and other.ref < one.ref) or one.measure != other.measure:
                continue
            if not one_thing(one, other, near):
                continue
            low, high = sorted((one.ref, other.ref))
            found.add(Edge("series", low, high, f"series:{one.measure}"))
            if at_odds(a, one, b, other):
                found.add(Edge("number", low, high, f"number:{one.measure}"))
    return tuple(sorted(found))


def figures(record: Record) -> list[Figure]:
    """The numbers of an article that count something lasting, in text order; no times, ages, shares or distances."""
    names = by_id(record, "quantity")
    places = {p.id: p.name for p in record.places}
    found = []
    for quantity in sorted(record.quantities, key=lambda q: q.span):
        if not body(quantity.span, record):
            continue
        clause = next((c for c in clauses(record.article.text) if c.overlaps(quantity.span)), quantity.span)
        what = measure(record, quantity, clause)
        if what:
            around = stems(clause.of(record.article.text)) - stems(quantity.span.of(record.article.text))
            place = places.get(quantity.place or "")
            found.append(Figure(names[quantity.id], quantity, what, around, clause, place))
    return _without_parts(found)


def measure(record: Record, quantity: Quantity, clause: Span) -> str | None:
    """What a number measures: a kind of casualty, or the counted noun; None where it counts nothing that lasts."""
    text = record.article.text
    unit = stem(quantity.unit) if quantity.unit else None
    if unit in _left_out() or (quantity.unit or "").startswith("%"):
        return None
    here = _nearest_measure(text, clause, quantity.span)
    if unit is None:
        return here or _carried(record, quantity, clause)
    if unit in {stem(w) for w in words("disputes")["people"]}:
        return here or "person"
    return _measures().get(unit, unit)


def _nearest_measure(text: str, clause: Span, span: Span) -> str | None:
    found = [
        (abs(clause.start + w.start - span.start), _measures()[w.stem])
        for w in content(clause.of(text))
        if w.stem in _measures()
    ]
    return min(found)[1] if found else None


def _carried(record: Record, quantity: Quantity, clause: Span) -> str | None:
    """A bare number takes the noun of the number before it : "the union counts 40 strikers, the firm 12"."""
    sentence = next((s for s in sentences(record.article.text) if s[0] <= quantity.span.start < s[1]), clause)
    before = [q for q in record.quantities if sentence[0] <= q.span.start < quantity.span.start and q.unit]
    if not before or stem(before[-1].unit or "") in _left_out():
        return None
    last = max(before, key=lambda q: q.span)
    home = next((c for c in clauses(record.article.text) if c.overlaps(last.span)), clause)
    return measure(record, last, home)


def _without_parts(found: list[Figure]) -> list[Figure]:
    """Without the small change beside a figure in one clause: "340 tents, three of them torn"."""

    def largest(figure: Figure) -> float:
        return max(_top(f.quantity) for f in found if f.clause == figure.clause and f.measure == figure.measure)

    return [f for f in found if _top(f.quantity) >= 0.1 * largest(f) or _top(f.quantity) > 10]


def _top(quantity: Quantity) -> float:
    return quantity.high if quantity.high is not None else quantity.low or 0.0


def one_thing(one: Figure, other: Figure, near: bool) -> bool:
    """Whether two figures of one measure count the same: no other place, and a common subject besides the unit."""
    if one.place and other.place and stem(one.place) != stem(other.place):
        return False
    if (one.quantity.unit in _money()) != (other.quantity.unit in _money()):
        return False
    shared = (one.words & other.words) - {stem(one.quantity.unit or ""), stem(other.quantity.unit or "")}
    if one.ref.article == other.ref.article:
        return (
            one.measure in words("disputes")["measures"]
            or total(shared) >= 0.6
            or abs(one.clause.start - other.clause.start) < 200
        )
    wanted = 0.3 if one.measure in words("disputes")["measures"] and near else 0.6
    return near and (total(shared) >= wanted or bool(one.place and one.place == other.place))


@cache
def _money() -> frozenset[str]:
    return frozenset({"USD", "EUR", "GBP", "$", "€", "£", "RUB", "UAH", "JPY", "CNY", "CHF"})


def at_odds(a: Record, one: Figure, b: Record, other: Figure) -> bool:
    """Whether two figures of one thing cannot both be right and two different sources give them about the same time."""
    if apart(a, b) > DISPUTE_DAYS or compatible(one.quantity, other.quantity) or _same_source(a, one, b, other):
        return False
    if a is not b:
        if any(cue("update", f.clause.of(r.article.text), "disputes") for r, f in ((a, one), (b, other))):
            return False
        if one.measure in GROWING and apart(a, b) > 0:
            return False
    return True


def _same_source(a: Record, one: Figure, b: Record, other: Figure) -> bool:
    first, second = told_by(a, one.quantity.span), told_by(b, other.quantity.span)
    if first is None or second is None:
        return first is second or source_name(a, one.quantity.span) == source_name(b, other.quantity.span) or a is not b
    if a is b and first is second:
        return True
    return tie(party(a, first.source, first.speaker), party(b, second.source, second.speaker)) is not None


def compatible(a: Quantity, b: Quantity) -> bool:
    """Whether one number can satisfy both bounds.

    >>> from onrecord.model import Span
    >>> most, more = Quantity("q1", Span(0, 1), "le", high=300), Quantity("q2", Span(0, 1), "eq", low=450, high=450)
    >>> compatible(most, more), compatible(most, Quantity("q3", Span(0, 1), "ge", low=200))
    (False, True)
    """
    (low_a, high_a), (low_b, high_b) = _bounds(a), _bounds(b)
    return low_a <= high_b and low_b <= high_a


def _bounds(q: Quantity) -> tuple[float, float]:
    low = q.low if q.low is not None else -math.inf
    high = q.high if q.high is not None else math.inf
    if q.op == "approx":
        return low * (1 - ROUGH), high * (1 + ROUGH)
    return low, high


@cache
def _measures() -> dict[str, str]:
    return {stem(w): name for name, listed in words("disputes")["measures"].items() for w in listed}


@cache
def _left_out() -> frozenset[str]:
    return frozenset(stem(w) for w in words("disputes")["units_left_out"])
