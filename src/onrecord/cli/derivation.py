"""What a time, a place, a number, an actor or an event was read from, beside its own words: for `show --why`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from onrecord.lexicon import rows, words
from onrecord.lexicon.countries import country_of
from onrecord.lexicon.organisations import office_holder, organisation
from onrecord.link.refs import Entry, refs
from onrecord.model import Actor, Event, Place, Quantity, Record, Ref, Time

WIDTH = 160
"""Most characters of the surroundings on either side."""
NAMED = 5
"""Most other places that are listed, the nearest in the text first."""
_STOP = re.compile(r"[.!?](?=\s)|\n")


def derivation(record: Record, ref: Ref) -> Iterator[tuple[str, str]]:
    """Lines of (name, words): the sentence around the entry, a case that the rule is for, and what stands beside it.

    Empty for entries of other kinds: their quote holds all that they were read from.
    """
    entry = refs(record).get(ref)
    if isinstance(entry, Event):
        yield from _patterns(entry)
    if isinstance(entry, Actor):
        yield from _of_actor(record, entry)
    if not isinstance(entry, Time | Place | Quantity):
        return
    yield "around", f"“{_around(record.article.text, entry)}”"
    if isinstance(entry, Time):
        if (example := _examples().get(entry.rule or "")) is not None:
            yield "as in", f"“{example}”"
        yield from _beside_time(record, entry)
    elif isinstance(entry, Place):
        if (meant := words("rules")["place"].get(entry.rule or "")) is not None:
            yield "means", meant
        yield from _beside_place(record, entry)


@cache
def _examples() -> dict[str, str]:
    """The pattern's own example by the name of the rule."""
    return {pattern["name"]: pattern["example"] for pattern in words("time_patterns")["pattern"]}


def _patterns(event: Event) -> Iterator[tuple[str, str]]:
    """The patterns of the lexicon that give the event's word its code, each with the example that it is tested by."""
    _, _, rest = (event.rule or "").partition("event_patterns:")
    word, _, code = rest.partition(":")
    for row in rows("event_patterns"):
        if code == row["code"] and word in row["words"].split():
            yield "pattern", f"{word} ({', '.join(row['needs'].split()) or 'needs nothing'}) codes {code}"
            yield "as in", f"“{row['example'].format(word)}”"


def _around(text: str, entry: Time | Place | Quantity) -> str:
    """The text about the entry, up to the ends of a sentence."""
    start, end = entry.span
    before = [m.end() for m in _STOP.finditer(text, max(0, start - WIDTH), start)]
    after = _STOP.search(text, end, min(len(text), end + WIDTH))
    return text[before[-1] if before else max(0, start - WIDTH) : after.end() if after else end + WIDTH].strip()


def _beside_time(record: Record, time: Time) -> Iterator[tuple[str, str]]:
    """The days that a relative time may have been counted from."""
    if time.earliest is None or re.search(r"\d{4}", time.span.of(record.article.text)):
        return
    if record.article.published:
        yield "seen from", f"publication, {record.article.published}"
    dated = [t for t in record.times if t.span < time.span and t.earliest and t.type in ("DATE", "TIME")]
    if dated:
        yield "before it", f"“{dated[-1].span.of(record.article.text)}” ({dated[-1].value})"


def _beside_place(record: Record, place: Place) -> Iterator[tuple[str, str]]:
    """The other places that the article names: the meanings of a name are weighed against them."""
    others = sorted((p for p in record.places if p.name != place.name and p.country),
                    key=lambda p: (abs(p.span.start - place.span.start), p.span))  # fmt: skip
    names = list(dict.fromkeys(f"{p.name} ({p.country})" for p in others))[:NAMED]
    if names:
        yield "beside", ", ".join(names)


def _of_actor(record: Record, actor: Actor) -> Iterator[tuple[str, str]]:
    """What tells who an actor is, and the words that name it, each once."""
    text, listed = record.article.text, organisation(actor.name)
    held = office_holder(actor.name, record.article.published)
    if actor.role and actor.role in text:
        yield "told by", f"the text: “{actor.role}”"
    elif actor.kind == "person" and held is not None:
        yield "told by", f"the list of office holders: {held.role}, {held.start or '…'} to {held.end or '…'}"
    elif listed is not None:
        yield "told by", f"the list of organisations: {listed.name}"
    elif country_of(actor.name):
        yield "told by", f"the list of countries: {actor.name}"
    elif actor.country or actor.sector:
        yield "told by", "the words themselves and those beside them"
    forms = {m.span.of(text): m.form for m in reversed(actor.mentions)}
    yield "named", ", ".join(f"“{said}” ({form})" for said, form in list(reversed(forms.items()))[:NAMED])


def rule_of(entry: Entry) -> str:
    """The rule that made an entry, for a list; "" where none is named."""
    return getattr(entry, "rule", None) or ""
