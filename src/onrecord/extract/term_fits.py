"""Whether a time beside an undertaking can be its term: not one that looks back, nor what it lasts only by chance."""

from __future__ import annotations

from onrecord.extract.commissives import listed
from onrecord.extract.deadlines import preposition_before
from onrecord.extract.parse import Parse
from onrecord.extract.term_years import WEEKDAY, long_made
from onrecord.extract.undertaking import Undertaking
from onrecord.extract.undertaking_sign import sign_of
from onrecord.model import Time

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
