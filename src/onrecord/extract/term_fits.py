"""Whether a time beside an undertaking can be its term: not one that looks back, nor what it lasts only by chance."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from onrecord.extract.commissives import listed
from onrecord.extract.deadlines import preposition_before
from onrecord.extract.moved_terms import first_word
from onrecord.extract.parse import Parse
from onrecord.extract.term_years import WEEKDAY, long_made
from onrecord.extract.time_value import after
from onrecord.extract.undertaking import Undertaking
from onrecord.extract.undertaking_sign import sign_of
from onrecord.model import Deadline, Span, Time

_VERBAL = ("VERB", "AUX")


def said_then(parse: Parse, found: Undertaking, time: Time, published: str | None) -> bool:
    """Whether a weekday behind a thing that was promised is that of the promise: "offered its crews a bonus on Monday".
    Not where the thing has a day of its own: "promised a vote on Sunday"."""
    thing = parse.pos[found.action] not in _VERBAL and found.cue < found.action
    past = parse.tag[found.cue] in ("VBD", "VBN") and WEEKDAY.fullmatch(time.span.of(parse.text).lower()) is not None
    back = published is not None and time.last_day is not None and time.last_day <= published[:10]
    own_day = parse.lemma[found.action].lower() in listed("actions", "held")
    return thing and past and back and not own_day and preposition_before(parse, time.span) in ("on", "")


def looks_back(parse: Parse, found: Undertaking, time: Time) -> bool:
    """ "In the past two weeks", "last December", "after nearly five years of work" set no term."""
    words = set(time.span.of(parse.text).lower().split())
    if time.type != "DURATION":
        gone = bool(words & {"last", "ago", "yesterday", "earlier"}) and not words & {"day", "days"}
        return gone and not long_made(parse, found)  # "had promised to leave last weekend"
    if _first_in(parse, time):
        return True
    last = parse.tokens_in(time.span)[-1] + 1
    worked = last < len(parse) and parse.lower(last) == "of" and preposition_before(parse, time.span) == "after"
    return worked or bool({"past", "last", "previous", "recent"} & words)


def _first_in(parse: Parse, time: Time) -> bool:
    """Whether a length says since when there was none like it: "the first election in nine years"."""
    first = parse.tokens_in(time.span)[0]
    if preposition_before(parse, time.span) not in ("in", "for") or first < 2:
        return False
    noun = next((t for t in range(first - 2, max(first - 5, -1), -1) if parse.pos[t] in ("NOUN", "PROPN")), None)
    ranked = parse.subtree(noun) if noun is not None else []
    return any(parse.lower(t) in ("first", "only", "last") or parse.tag[t] == "JJS" for t in ranked if t <= (noun or 0))


def _part_of(parse: Parse, first: int) -> bool:
    """Whether a time only says of what something is a part: "a good part of 1990", but not "the rest of the year"."""
    whole = ("rest", "remainder", "end", "course", "duration", "close", "start", "beginning", "middle", "half")
    return parse.lower(first - 1) == "of" and first > 1 and parse.lower(first - 2) not in whole


def fits(parse: Parse, found: Undertaking, time: Time, before: str) -> bool:
    """Whether "for three days" can be how long the action lasts."""
    first = parse.tokens_in(time.span)[0]
    if time.type == "DATE" and before == "" and first > 0 and _part_of(parse, first):
        return False  # "for a good part of 1990"
    bare = before == "" and not found.due_at_cue  # "will spend only five hours there"
    if time.type != "DURATION" or not (bare or before.startswith("for")):
        return True
    noun = parse.pos[found.action] not in _VERBAL
    if before.startswith("for") and sign_of(parse, found) == "-":
        return True  # what will not be done is not done all the while: "fly no drones for ten days"
    return noun or parse.lemma[found.action].lower() in listed("actions", "lasting")


def joined(parse: Parse, found: list[Deadline], times: list[Time], published: str | None) -> list[Deadline]:
    """Neighbouring terms as one: "for 72 hours starting Friday" ends when the hours are over."""
    for one, two in pairwise(found):
        if one.span is None or two.span is None or len(parse.text[one.span.end : two.span.start].strip(" ,")) > 0:
            continue
        running = next((t for t in times if t.type == "DURATION" and one.span.holds(t.span)), None)
        if running is not None and first_word(parse, one.span) == "by":
            continue  # "put off by six months, to 30 May"
        begin = two.earliest or two.latest
        if running is not None and begin is not None and two.type == "on":
            end = after(date.fromisoformat(begin), running.value)
            span = Span(one.span.start, two.span.end)
            return [Deadline(span, "until", None, end.isoformat() if end else None)]
    return found
