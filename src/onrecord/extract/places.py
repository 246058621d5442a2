"""The places of an article: every name of a place, with the point and the reach that it has in this article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from onrecord.extract.draft import Draft
from onrecord.extract.parse import Parse
from onrecord.extract.place_borders import borders
from onrecord.extract.place_candidates import ENOUGH, Candidate, candidates
from onrecord.extract.place_context import Context, context
from onrecord.extract.place_lines import lines
from onrecord.extract.place_near import close_to, neighbours
from onrecord.extract.place_resolve import Choice, resolve
from onrecord.extract.place_spellings import towns_at_hand
from onrecord.extract.place_text import name_of
from onrecord.extract.state_words import state_words
from onrecord.lexicon.atlas import Sense, admin1_name, spelt_like, toward
from onrecord.model import Place, Span
from onrecord.model.place import PlaceKind

_KINDS: Mapping[str, PlaceKind] = {
    "area": "region", "region": "region", "city": "city", "site": "site", "water": "water", "line": "line",
}  # fmt: skip


def places(parse: Parse, so_far: Draft) -> tuple[Place, ...]:
    """The article's places, in text order: literal or not, resolved or not. Of actors it needs the unknown states."""
    found, weak = candidates(parse)
    found += _unknown_states(parse, so_far, found)
    found.sort(key=lambda c: c.first)
    if more := towns_at_hand(parse, weak, context(parse, found)):
        found += more
    taken = {t for c in found for t in range(c.first, c.last)}
    found += [c for c in lines(parse) if not taken.intersection(range(c.first, c.last))]
    found.sort(key=lambda c: c.first)
    around = context(parse, found)
    after = [parse.lower(c.last) if c.last < len(parse) else "" for c in found]
    chosen = resolve(after, found, around)
    for number, (beside, km) in neighbours(parse, found).items():
        other = chosen[beside].sense
        held = around.holds.get(number)
        wide = held is None or held.level == 0  # "the Kazakh settlement of X, 30 km from Y" is near Y
        if other is not None and chosen[number].sense is None and wide and found[number].placed:
            chosen[number] = Choice(close_to(other, found[number].name, km), 0.4, f"near {other.name}")
    made: list[Place] = []
    for number, candidate in enumerate(found):
        side = found[number + 1].direction if number + 1 in around.held else None
        choice = chosen[number] if chosen[number].sense is not None else _otherwise(candidate, number, around, side)
        if candidate.kind != "line" or choice.sense is not None:
            made.append(_place(parse, candidate, choice))
    nations = [(c.first, c.last, s.country) for c, s in _meant(found, chosen) if s.level == 0 and s.country]
    for token, line in borders(parse, sorted({*around.named, *nations})):
        if token not in taken:
            made.append(_place(parse, _on_border(token, line), Choice(line, 0.7, line.rule)))
    made.sort(key=lambda p: p.span)
    return tuple(replace(place, id=f"p{number}") for number, place in enumerate(made, 1))


def _unknown_states(parse: Parse, so_far: Draft, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The names of states that no list has, where they are no candidates yet."""
    taken = {t for c in found for t in range(c.first, c.last)}
    unknown = [a for a in so_far.actors if a.kind == "state" and not a.country and not a.sector]
    names = state_words(parse).names if unknown else frozenset()
    for actor in unknown:
        for mention in actor.mentions if actor.name in names else ():
            tokens = parse.tokens_in(mention.span)
            if mention.form == "name" and tokens and taken.isdisjoint(tokens):
                first, last = tokens[0], tokens[-1] + 1
                yield Candidate(first, last, name_of(parse, first, last), (), "NORP", ENOUGH, start=first)


def _meant(found: Sequence[Candidate], chosen: Sequence[Choice]) -> Iterator[tuple[Candidate, Sense]]:
    """The candidates with the meanings chosen for them; those without one are left out."""
    yield from ((c, choice.sense) for c, choice in zip(found, chosen, strict=True) if choice.sense is not None)


def _on_border(token: int, line: Sense) -> Candidate:
    return Candidate(token, token + 1, line.name, (line,), "", 0.0, "line", start=token)


def _otherwise(candidate: Candidate, number: int, around: Context, side: str | None) -> Choice:
    """For a name that no table knows: another spelling in the country at hand, else the place that it lies in."""
    held = around.holds.get(number)
    code = held.country if held is not None else around.nearest(candidate.first) or around.main()
    admin1 = held.admin1 if held is not None else None
    if code and candidate.placed and (other := spelt_like(candidate.name, code, admin1)):
        return Choice(other, 0.5, other.rule)
    if held is not None:
        kind = _KINDS.get(candidate.kind or "", "city")
        area = toward(held, side) if side and held.level == 0 else held  # "X, a village in southern Kazakhstan"
        sense = replace(area, name=candidate.name, geonames=None, kind=kind, level=4, population=0)
        return Choice(sense, 0.4, "lies in " + held.name)
    return Choice(None, 0.3, "unknown")


def _place(parse: Parse, candidate: Candidate, choice: Choice) -> Place:
    """The entry, its id still to be given."""
    sense = choice.sense
    part = candidate.direction is not None and sense is not None and sense.kind in ("country", "region")
    first = candidate.start if part else candidate.first
    span = parse.span(first, candidate.last)
    if parse.text[span.end - 1] == "." and not candidate.name.endswith("."):
        span = Span(span.start, span.end - 1)
    if sense is None:
        kind = _KINDS.get(candidate.kind or "")
        return Place("", span, candidate.name, kind=kind, confidence=choice.confidence, rule=choice.rule)
    if candidate.direction and part:
        sense = toward(sense, candidate.direction)
    return Place(
        id="", span=span, name=sense.name, lat=sense.lat, lon=sense.lon, country=sense.country,
        admin1=admin1_name(sense.admin1), geonames=sense.geonames, kind=sense.kind, radius_km=sense.radius,
        confidence=choice.confidence, rule=choice.rule,
    )  # fmt: skip
