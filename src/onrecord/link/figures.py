"""The numbers of an article that are worth following over time, and what each of them measures."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

from onrecord.lexicon import words
from onrecord.link.clauses import clauses
from onrecord.link.cues import cue
from onrecord.link.refs import anchor
from onrecord.link.spans import body, told_by
from onrecord.link.words import content, sentences, stem, stems
from onrecord.model import Place, Quantity, Record, Ref, Span, hull

REACH = 120
"""Characters before a sentence in which the number stands whose noun it leaves out."""
BEHIND = 60
"""Characters behind the words of a statement in which a place still says where it was made."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as it is compared: what it measures, the stems around it, the clause, the place that it is about,
    whether it is only what somebody undertakes, and the stems before the counted noun that say of which kind."""

    ref: Ref
    quantity: Quantity
    measure: str
    words: frozenset[str]
    clause: Span
    place: str | None
    promised: bool = False
    kind: frozenset[str] = frozenset()


def figures(record: Record, names: dict[str, Ref]) -> list[Figure]:
    """The numbers of an article that count something lasting, in text order; no times, ages, shares or distances.

    `names` holds the permanent names of the record's quantities.
    """
    places = {p.id: p for p in record.places}
    found = []
    for quantity in sorted(record.quantities, key=lambda q: q.span):
        if not body(quantity.span, record):
            continue
        clause = _home(record, quantity.span)
        what = measure(record, quantity, clause)
        if what:
            around = stems(clause.of(record.article.text)) - stems(quantity.span.of(record.article.text))
            place = _place(record, quantity, places.get(quantity.place or ""))
            promised = any(hull((anchor(c), *c.action)).holds(quantity.span) for c in record.commitments)
            kind = _kind(record, quantity)
            found.append(Figure(names[quantity.id], quantity, what, around, clause, place, promised, kind))
    return _without_parts(found)


def _place(record: Record, quantity: Quantity, place: Place | None) -> str | None:
    """The place that a number is about; none that only says where its source spoke ("…, he said in Ostby")."""
    told = told_by(record, quantity.span)
    if place is None or told is None or any(c.overlaps(place.span) for c in told.content):
        return place.name if place else None
    speaking = hull((*told.source, *told.cue, *told.addressee, *told.venue, *told.content))
    behind = hull(told.content).end <= place.span.start <= speaking.end + BEHIND
    return None if behind or speaking.holds(place.span) else place.name


def _kind(record: Record, quantity: Quantity) -> frozenset[str]:
    """The stems before the counted noun in its phrase: "ceasefire" of "648 ceasefire violations"."""
    words = content(" ".join(span.of(record.article.text) for span in quantity.of))
    noun = stem(quantity.unit) if quantity.unit else None
    at = next((i for i, w in enumerate(words) if w.stem == noun), 0)
    return frozenset(w.stem for w in words[:at] if not w.stem[:1].isdigit())


def _home(record: Record, span: Span) -> Span:
    """The clause that a number stands in."""
    found = clauses(record.article.text)
    at = bisect_right(found, span) - 1
    near = [c for c in found[max(0, at) : at + 2] if c.overlaps(span)]
    return near[0] if near else span


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
    before = [q for q in record.quantities if sentence[0] <= q.span.start < quantity.span.start]
    if not before and cue("estimates", clause.of(record.article.text), "disputes"):
        # "The union counts 40 strikers. The firm puts them at 12."
        near = [q for q in record.quantities if 0 < sentence[0] - q.span.end < REACH]
        before = [q for q in near if "\n" not in record.article.text[q.span.end : sentence[0]]]
    if not before:
        return None
    last = max(before, key=lambda q: q.span)
    return measure(record, last, _home(record, last.span))


def _without_parts(found: list[Figure]) -> list[Figure]:
    """Without the small change beside a figure in one clause: "340 tents, three of them torn"."""
    largest: dict[tuple[Span, str], float] = {}
    for figure in found:
        home = (figure.clause, figure.measure)
        largest[home] = max(largest.get(home, 0.0), _top(figure.quantity))
    return [f for f in found if _top(f.quantity) > min(10, 0.1 * largest[f.clause, f.measure] - 1e-9)]


def _top(quantity: Quantity) -> float:
    return quantity.high if quantity.high is not None else quantity.low or 0.0


@cache
def counting(measure: str) -> frozenset[str]:
    """The stems that only say that a measure of people is counted: "killed", "people"."""
    own = words("disputes")["measures"].get(measure, ())
    return frozenset(stem(w) for w in (*own, *words("disputes")["people"]))


@cache
def _measures() -> dict[str, str]:
    return {stem(w): name for name, listed in words("disputes")["measures"].items() for w in listed}


@cache
def _left_out() -> frozenset[str]:
    return frozenset(stem(w) for w in words("disputes")["units_left_out"])
