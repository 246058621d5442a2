"""Times that are counted from an event which the article dates: "two days after the vote"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from onrecord.extract.parse import Parse
from onrecord.extract.time_amounts import exact_count
from onrecord.extract.time_phrases import Phrase
from onrecord.extract.time_scene import Reading
from onrecord.extract.time_units import counted, unit_code

_LENGTHS = frozenset({"duration", "duration of one", "day beside an event", "eve of an event"})
_SPANS = frozenset({"within", "for", "over", "in", "of", "last", "next", "first"})
"""Before a length that is no distance: "within two days after the vote"."""

Found = tuple[Phrase, Reading]


def from_events(parse: Parse, found: Sequence[Found]) -> Iterator[Found]:
    """The times, those counted from an event that the article dates as the date that results."""
    dated = [(token, reading.days[0]) for phrase, reading in found for token in _on_one_day(parse, phrase, reading)
             if reading.days]  # fmt: skip
    for phrase, reading in found:
        counted_off = _from_event(parse, phrase, dated) if _is_distance(phrase, reading) else None
        if counted_off or phrase.read != "beside_event":
            yield counted_off or (phrase, reading)


def _is_distance(phrase: Phrase, reading: Reading) -> bool:
    before = (phrase.before.split() or [""])[-1]
    return phrase.rule in _LENGTHS and reading.type == "DURATION" and before not in _SPANS


def _on_one_day(parse: Parse, phrase: Phrase, reading: Reading) -> list[int]:
    """The nouns of the events that a date of one day dates: "the flood on 3 April", "the vote was held on 3 June"."""
    if reading.type != "DATE" or not reading.days or reading.days[0] != reading.days[1] or reading.mod:
        return []
    inside = parse.tokens_in((phrase.start, phrase.end))
    head = next((t for t in inside if parse.head[t] not in inside), None)
    if head is None:
        return []
    above = parse.head[head]
    if parse.dep[above] == "prep" and parse.lower(above) == "on":
        above = parse.head[above]
    if parse.pos[above] == "NOUN":
        return [above]
    subject = parse.child(above, "nsubj", "nsubjpass") if parse.tag[above] in ("VBD", "VBN") else None
    return [subject] if subject is not None and parse.pos[subject] == "NOUN" else []


def _from_event(parse: Parse, phrase: Phrase, dated: Sequence[tuple[int, date]]) -> Found | None:
    count = exact_count(phrase)
    sides = ("of",) if phrase.rule == "eve of an event" else ("after", "before")
    last = parse.tokens_in((phrase.start, phrase.end))[-1]
    if count is None or last + 1 >= len(parse) or parse.lower(last + 1) not in sides:
        return None
    event = parse.child(last + 1, "pobj")
    if event is None or parse.child(event, "det") is None or parse.child(event, "amod", "compound", "poss") is not None:
        return None
    days = {day for noun, day in dated if noun == event}
    days = days or {day for noun, day in dated if noun < event and parse.lemma[noun] == parse.lemma[event]}
    if len(days) != 1:
        return None
    ahead = parse.lower(last + 1) == "after"
    try:
        reading = counted(days.pop(), count if ahead else -count, unit_code(phrase.get("unit") or "day"), None)
    except (ValueError, OverflowError, KeyError):
        return None
    return replace(phrase, end=parse.end[event]), reading
