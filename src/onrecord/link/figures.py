"""The numbers of an article that are worth following over time, and what each of them measures."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cache

from onrecord.lexicon import countries, words
from onrecord.link.clauses import clauses
from onrecord.link.cues import plain
from onrecord.link.figure_signs import Signs, own_predicate, signs
from onrecord.link.shares import share
from onrecord.link.spans import body, told_by
from onrecord.link.taken_up import no_count, running, taken_up, told_again
from onrecord.link.who import party
from onrecord.link.words import content, sentences, starts_sentence, stem, stems
from onrecord.model import Place, Quantity, Record, Ref, Span, hull

BEHIND = 60
"""Characters behind the words of a statement in which a place still says where it was made."""
NAME = 5
"""Letters by which a land of no list and its people are one: "Sarvia", "Sarvian"."""
_AS = re.compile(r",\s+as\s+(?!(?:many|much|few|little)\b)")
_MEANWHILE = re.compile(r"\s(?:when|after|before|since|because|until)\s")
_OWN = re.compile(r"\b(?:its|our|his|her|their) ")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as it is compared: what it measures, the stems around it, the clause, the place that it is about, and
    the stems before the counted noun that say of which kind.

    `whose` are the names there, a country's as its code ("60 Sarvian soldiers"); `signs` says how the number is told.
    """

    ref: Ref
    quantity: Quantity
    measure: str
    words: frozenset[str]
    clause: Span
    place: str | None
    signs: Signs
    kind: frozenset[str] = frozenset()
    whose: frozenset[str] = frozenset()


def figures(record: Record, names: dict[str, Ref]) -> list[Figure]:
    """The numbers of an article that count something lasting, in text order; no times, ages or distances, and of
    percentages the levels alone.

    `names` holds the permanent names of the record's quantities.
    """
    places = {p.id: p for p in record.places}
    found: list[Figure] = []
    for quantity in sorted(record.quantities, key=lambda q: q.span):
        if not body(quantity.span, record):
            continue
        clause = _home(record, quantity.span)
        if no_count(record.article.text, quantity):
            continue
        rated = share(record.article.text, clause, quantity) if (quantity.unit or "").startswith("%") else None
        what = rated[0] if rated else measure(record, quantity, clause)
        again = not what or told_again(record.article.text, quantity, clause)
        if again and (of := taken_up(record, quantity, clause, found)):
            found.append(_again(record, names[quantity.id], quantity, clause, of))
        elif what:
            around = stems(clause.of(record.article.text)) - stems(quantity.span.of(record.article.text))
            place = _place(record, quantity, places.get(quantity.place or ""))
            found.append(
                Figure(
                    names[quantity.id], quantity, what, around, clause, place, signs(record, quantity, clause),
                    rated[1] if rated else _kind(record, quantity, what), _whose(record, quantity),
                )
            )  # fmt: skip
    return _without_parts(found)


def _again(record: Record, ref: Ref, quantity: Quantity, clause: Span, of: Figure) -> Figure:
    """A figure that measures what another does, which its own words leave out."""
    around = stems(clause.of(record.article.text)) - stems(quantity.span.of(record.article.text))
    unit = quantity.unit if quantity.unit and quantity.of else of.quantity.unit
    told = signs(record, quantity, clause)
    return replace(
        of, ref=ref, quantity=replace(quantity, unit=unit), words=around | of.words, clause=clause,
        signs=replace(told, running=running(record.article.text, quantity, clause)),
    )  # fmt: skip


def _place(record: Record, quantity: Quantity, place: Place | None) -> str | None:
    """The place that a number is about; none that only says where its source spoke ("…, he said in Ostby")."""
    told = told_by(record, quantity.span)
    if place is not None and place.use == "metonymic":
        return None
    if place is None or told is None or any(c.overlaps(place.span) for c in told.content):
        return place.name if place else None
    speaking = hull((*told.source, *told.cue, *told.addressee, *told.venue, *told.content))
    behind = hull(told.content).end <= place.span.start <= speaking.end + BEHIND
    return None if behind or speaking.holds(place.span) else place.name


def _kind(record: Record, quantity: Quantity, what: str) -> frozenset[str]:
    """The stems before the counted noun in its phrase: "ceasefire" of "648 ceasefire violations"; with the noun, where
    more is measured than it says: "soldier" of "40 soldiers were killed"."""
    words = content(" ".join(span.of(record.article.text) for span in quantity.of))
    noun = stem(quantity.unit) if quantity.unit else None
    at = next((i for i, w in enumerate(words) if w.stem == noun), 0)
    own = {noun} if noun and noun in _callings() and what in words_of_harm() else set()
    return frozenset(own | {w.stem for w in words[:at] if not w.stem[:1].isdigit()})


def _whose(record: Record, quantity: Quantity) -> frozenset[str]:
    """The names before the counted noun, and whoever speaks of "its own"."""
    text = record.article.text
    found = set()
    for span in quantity.of:
        for word in content(span.of(text)):
            raw = span.of(text)[word.start : word.end]
            if not raw[:1].isupper() or raw.isupper():
                continue
            country = countries.demonym(raw) or countries.country_of(raw)
            if country or not starts_sentence(text, span.start + word.start):
                found.add(country or word.stem[:NAME])
    counted = hull((quantity.span, *quantity.of)).of(text)
    if not found and (told := told_by(record, quantity.span)) and _OWN.search(counted):
        speaker = next((a for a in record.actors if a.id == told.speaker), None)
        who = party(record, told.source, told.speaker)
        named = {w[:NAME] for w in who.whose} if who else set()
        found |= {speaker.country} if speaker and speaker.country else named
    return frozenset(found)


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
    one = unit is not None and quantity.span.of(text).casefold() == "one"  # "8.40 for one unit", "one confirmed entry"
    own = own_predicate(text, clause, quantity)
    here = _nearest_measure(text, own or clause, quantity.span)
    if one and here not in words_of_harm():
        return None
    if unit is None:
        return here or (None if own else _carried(record, quantity, clause))
    if unit in _listed("tallied") and (told := _tallied(record, quantity, unit)):
        return told
    if unit in _listed("people"):
        return here or "person"
    called = unit in _callings() or (quantity.unit or "")[:1].isupper()
    if called and (harm := _suffered(record, quantity, clause)):
        return harm
    return _measures().get(unit, unit)


def _tallied(record: Record, quantity: Quantity, unit: str) -> str | None:
    """Whose harm a counted paper tells of: "31 death certificates", by the word right before its noun."""
    told = [w.stem for span in quantity.of for w in content(span.of(record.article.text))]
    at = told.index(unit) if unit in told else 0
    harm = _measures().get(told[at - 1]) if at else None
    return harm if harm in words_of_harm() else None


def _suffered(record: Record, quantity: Quantity, clause: Span) -> str | None:
    """What befell those who are counted, told right beside them: "killed five guards", "60 sailors have been hurt"."""
    text, counted = record.article.text, hull((quantity.span, *quantity.of))
    phrases = [span for q in record.quantities for span in q.of]  # "90 captured sailors" says who they are
    for word in content(clause.of(text)):
        told = Span(clause.start + word.start, clause.start + word.end)
        if _measures().get(word.stem) not in words_of_harm() or any(p.holds(told) for p in phrases):
            continue
        between = text[told.end : counted.start] if told.end <= counted.start else text[counted.end : told.start]
        if set(plain(between).split()) <= frozenset(words("disputes")["beside"]):
            return _measures()[word.stem]
    return None


def _nearest_measure(text: str, clause: Span, span: Span) -> str | None:
    """The measure whose word stands nearest, on the same side of ", as": "fed 400 people, as the toll rose to 26"."""
    cuts = [clause.start + m.start() for m in _AS.finditer(clause.of(text))]
    found = [
        (abs(at - span.start), _measures()[w.stem])
        for w in content(clause.of(text))
        if w.stem in _measures() and bisect_right(cuts, at := clause.start + w.start) == bisect_right(cuts, span.start)
    ]
    return min(found)[1] if found else None


def _carried(record: Record, quantity: Quantity, clause: Span) -> str | None:
    """A bare number takes the noun of the number before it : "the union counts 40 strikers, the firm 12"."""
    sentence = next((s for s in sentences(record.article.text) if s[0] <= quantity.span.start < s[1]), clause)
    before = [q for q in record.quantities if sentence[0] <= q.span.start < quantity.span.start]
    if not before:
        return None
    last = max(before, key=lambda q: q.span)
    if _MEANWHILE.search(record.article.text, last.span.end, quantity.span.start):
        return None
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
def words_of_harm() -> frozenset[str]:
    """The measures of what befalls people."""
    return frozenset(words("disputes")["harm"])


@cache
def _callings() -> frozenset[str]:
    """The stems of what people are called by their work: "soldier", "miner"."""
    return frozenset(stem(w.split()[-1]) for some in words("roles")["person"].values() for w in some) | {stem("troop")}


@cache
def _left_out() -> frozenset[str]:
    return _listed("units_left_out")


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(stem(w) for w in words("disputes")[name])
