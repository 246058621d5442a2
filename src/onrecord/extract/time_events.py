"""Times that are counted from an event which the article dates: "two days after the vote"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from onrecord.extract.parse import Parse
from onrecord.extract.time_amounts import exact_count
from onrecord.extract.time_phrases import Phrase
from onrecord.extract.time_scene import Reading
from onrecord.extract.time_units import counted, unit_code
from onrecord.lexicon import words

_LENGTHS = frozenset({"duration", "duration of one", "day beside an event", "eve of an event"})
_SPANS = frozenset({"within", "for", "over", "in", "of", "last", "next", "first"})
"""Before a length that is no distance: "within two days after the vote"."""
_COARSE = frozenset({"Y", "DE", "CE"})
"""Units too long to tell a day by: a service "a year after he was killed" is held about then."""
_OVER = frozenset({"on", "at", "of"})
_PARTS = frozenset({"morning", "afternoon", "evening", "night"})
"""Between a date and what it dates: "died on the night of 3 June"."""
_TELLS_WHICH = ("amod", "compound", "poss", "nsubj", "nsubjpass", "dobj")

Found = tuple[Phrase, Reading]


@dataclass(frozen=True, slots=True)
class _Event:
    """What happened on a day: the names of its kind, and the lemmas of the sentence that dates it."""

    kinds: frozenset[str]
    day: date
    told: frozenset[str]


def from_events(parse: Parse, found: Sequence[Found]) -> Iterator[Found]:
    """The times, those counted from an event that the article dates as the date that results.

    A clock time without a day gets the day of the event that it is said of: "he was shot at 10 p.m.".
    """
    dated = [event for phrase, reading in found for event in _events_on(parse, phrase, reading)]
    end = 0
    for number, (phrase, reading) in enumerate(found):
        if phrase.start < end:
            continue  # "two days before the fall" takes in what might be a season
        if phrase.read == "clock":
            behind = _counted_off(parse, *found[number + 1], dated) if number + 1 < len(found) else None
            whole = _at_hour(parse, phrase, reading, behind) if behind else None
            yield whole or (phrase, _clock(parse, phrase, reading, dated) if reading.days is None else reading)
            end = whole[0].end if whole else end
            continue
        counted_off = _counted_off(parse, phrase, reading, dated)
        end = counted_off[0].end if counted_off else end
        if counted_off or phrase.read != "beside_event":
            yield counted_off or (phrase, reading)


def _counted_off(parse: Parse, phrase: Phrase, reading: Reading, dated: Sequence[_Event]) -> Found | None:
    return _from_event(parse, phrase, dated) if _is_distance(phrase, reading) else None


def _at_hour(parse: Parse, clock: Phrase, reading: Reading, behind: Found) -> Found | None:
    """The clock time of a day that is counted off right behind it, as one: "at 6 a.m. two days before the fall"."""
    phrase, day = behind
    if parse.text[clock.end : phrase.start].strip() or day.days is None or day.days[0] != day.days[1]:
        return None
    hour = (reading.value or "").rpartition("T")[2]
    return replace(clock, end=phrase.end), Reading("TIME", f"{day.days[0]}T{hour}", None, day.days)


def _is_distance(phrase: Phrase, reading: Reading) -> bool:
    before = (phrase.before.split() or [""])[-1]
    return phrase.rule in _LENGTHS and reading.type == "DURATION" and before not in _SPANS


def _events_on(parse: Parse, phrase: Phrase, reading: Reading) -> Iterator[_Event]:
    """The events of a date of one day: "the flood on 3 April", "the vote was held on 3 June", "he died on 3 June"."""
    if reading.type != "DATE" or not reading.days or reading.days[0] != reading.days[1] or reading.mod:
        return
    above = _said_of(parse, phrase)
    if above is None:
        return
    tokens = [above] if parse.pos[above] == "NOUN" else []
    if parse.tag[above] in ("VBD", "VBN") and parse.child(above, "neg") is None:
        subject = parse.child(above, "nsubj", "nsubjpass")
        tokens = [above, *([subject] if subject is not None and parse.pos[subject] == "NOUN" else [])]
    sentence = parse.sentence(above)
    told = frozenset(parse.lemma[i].lower() for i in range(sentence.first, sentence.last))
    for token in tokens:
        yield _Event(_kinds(parse, token), reading.days[0], told)


def _said_of(parse: Parse, phrase: Phrase) -> int | None:
    """The word that a time belongs to, over its preposition."""
    inside = parse.tokens_in((phrase.start, phrase.end))
    head = next((t for t in inside if parse.head[t] not in inside), None)
    if head is None:
        return None
    above = parse.head[head]
    while parse.head[above] != above and (parse.lower(above) in _OVER or parse.lower(above) in _PARTS):
        above = parse.head[above]
    return above


@cache
def _names() -> dict[str, frozenset[str]]:
    """Word to the names of the kinds of event that it tells of."""
    kinds: dict[str, str] = words("times")["same_event"]
    listed = {name: {name, *members.split()} for name, members in kinds.items()}
    every = {word for members in listed.values() for word in members}
    return {word: frozenset(name for name, members in listed.items() if word in members) for word in every}


def _kinds(parse: Parse, token: int) -> frozenset[str]:
    """The kinds of event that a word tells of, with the end that it had: "shot dead", "beaten to death"."""
    lemma = parse.lemma[token].lower()
    deadly = any(parse.lower(i) in ("dead", "death") for i in parse.subtree(token) if token < i <= token + 2)
    return _names().get(lemma, frozenset({lemma})) | (frozenset({"death"}) if deadly else frozenset())


def _day_of(parse: Parse, event: int, dated: Sequence[_Event]) -> date | None:
    """The one day that the article gives an event of this kind.

    What tells it from others ("the harbour fire") must stand in the sentence with the date.
    """
    kinds = _kinds(parse, event)
    which = {
        parse.lemma[i].lower() for i in parse.childs(event, *_TELLS_WHICH) if not parse.tag[i].startswith(("PR", "W"))
    }
    days = {one.day for one in dated if one.kinds & kinds and which <= one.told}
    return days.pop() if len(days) == 1 else None


def _from_event(parse: Parse, phrase: Phrase, dated: Sequence[_Event]) -> Found | None:
    count = exact_count(phrase)
    sides = ("of",) if phrase.rule == "eve of an event" else ("after", "before")
    side = parse.tokens_in((phrase.start, phrase.end))[-1] + 1
    if count is None or side >= len(parse) or parse.lower(side) not in sides:
        return None
    event = _event_of(parse, side)
    day = _day_of(parse, event, dated) if event is not None else None
    if event is None or day is None or unit_code(phrase.get("unit") or "day") in _COARSE:
        return None
    ahead = parse.lower(side) == "after"
    try:
        reading = counted(day, count if ahead else -count, unit_code(phrase.get("unit") or "day"), None)
    except (ValueError, OverflowError, KeyError):
        return None
    return replace(phrase, end=parse.end[event]), reading


def _event_of(parse: Parse, side: int) -> int | None:
    """The event of "after the vote", "before his death", "after the dam burst"."""
    if parse.dep[side] == "mark":
        told = parse.head[side]
        return told if parse.tag[told] in ("VBD", "VBN") and told > side else None
    event = parse.child(side, "pobj")
    known = event is not None and parse.child(event, "det", "poss") is not None
    return event if known and event is not None and parse.pos[event] == "NOUN" else None


def _clock(parse: Parse, phrase: Phrase, reading: Reading, dated: Sequence[_Event]) -> Reading:
    event = _said_of(parse, phrase)
    if event is None or parse.tag[event] not in ("VBD", "VBN"):
        return reading
    day = _day_of(parse, event, dated)
    return Reading("TIME", f"{day}{reading.value}", None, (day, day)) if day else reading
