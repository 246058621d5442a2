"""When and where an event was, as its own clause tells: not when it was spoken of, nor where."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from onrecord.extract.draft import Draft
from onrecord.extract.event_arguments import as_it_happened
from onrecord.extract.event_needs import nouns
from onrecord.extract.event_patterns import sense_of
from onrecord.extract.event_signs import VERBAL, listed
from onrecord.extract.metonymy import use_of
from onrecord.extract.names import actor_at, head_token
from onrecord.extract.parse import Parse
from onrecord.model.moment import day

_OFF_TIME = frozenset({"before", "after", "until", "till", "by", "ahead", "within", "than", "following"})
"""Prepositions that put an event beside a day, not on it: "before Friday"."""
_OFF_PLACE = frozenset({"against", "with", "for", "about", "by", "like", "as", "than", "over", "from", "to", "into"})
"""Prepositions before a name that do not say where: "talks with Peru"."""
_THERE = frozenset({"from", "to", "into", "over"})
"""Those of them that do say where a move goes or begins, or what is bombed from the air."""
_MOVES = frozenset({"08", "15", "18", "19", "20"})
"""Roots of what moves or is shot somewhere."""
_STRUCK = frozenset({"04", "08", "17", "18", "19", "20"})
"""Roots of what is done at its very object: "shelled Lima", "left Lima", "visited Lima"."""
_SPOKEN = frozenset({"01", "02", "03", "05", "10", "11", "12", "13", "16"})
"""Roots of what is said or decided: it is not where that is of which it speaks."""
_DURING = frozenset({"in", "at", "during"})
_CLOSE = frozenset({"compound", "poss", "nmod", "amod", "nummod"})
_HIGHEST = 6
"""Most words between a name or a day and the word of the event that it hangs on."""


class Named(NamedTuple):
    """A time or a place of the article: its id and head; `known`: with a day or a point; `day`: a single day."""

    id: str
    head: int
    known: bool
    day: bool = False


class Setting(NamedTuple):
    """The times and the literal places of an article, from which each event takes its own."""

    times: tuple[Named, ...]
    places: tuple[Named, ...]
    ahead: frozenset[str]
    """The times that had not come when the article was published."""


def setting(parse: Parse, so_far: Draft) -> Setting:
    """What may say when or where: dates and times, no durations; places that are meant as places."""
    heads = ((t, head_token(parse, t.span)) for t in so_far.times if t.type in ("DATE", "TIME"))
    times = tuple(
        Named(t.id, head, t.earliest is not None, t.earliest is not None and t.first_day == t.last_day)
        for t, head in heads if head is not None
    )  # fmt: skip
    stood = ((p, head_token(parse, p.span)) for p in so_far.places if use_of(parse, p.span) == "literal")
    today = day(so_far.article.published) or "9999"
    return Setting(
        times,
        tuple(Named(p.id, head, p.lat is not None) for p, head in stood if head is not None),
        frozenset(t.id for t in so_far.times if t.first_day and t.first_day > today),
    )


def when(parse: Parse, found: Setting, i: int, used: list[int]) -> str | None:
    """The id of the time of the event that `i` names together with the words `used`; None where nothing tells."""
    ranks = dict(_hosts(parse, i, used))
    best: tuple[bool, int, int, str] | None = None
    for time in found.times:
        if parse.sent_of[time.head] != parse.sent_of[i]:
            continue
        host = _time_host(parse, time, ranks)
        if host is None or (ranks[host] >= _SHARED and time.head > host):
            continue
        rank = not time.known, ranks[host], abs(time.head - i), time.id
        best = rank if best is None else min(best, rank)
    return best[3] if best else None


def where(parse: Parse, so_far: Draft, found: Setting, i: int, used: list[int], code: str) -> str | None:
    """The id of the place of the event; None where nothing tells."""
    ranks = dict(_hosts(parse, i, used))
    best: tuple[int, int, str] | None = None
    for place in found.places:
        if parse.sent_of[place.head] != parse.sent_of[i]:
            continue
        hanging = _place_host(parse, so_far, place.head, ranks, code)
        if hanging is not None:
            rank = hanging, abs(place.head - i), place.id
            best = rank if best is None else min(best, rank)
    return best[2] if best else None


_SHARED = 3
"""Rank of a verb that another is joined to: what stands before it, "On Monday", holds for both."""


def _hosts(parse: Parse, i: int, used: list[int]) -> Iterator[tuple[int, int]]:
    """The words that tell when and where the event was, with their rank, the nearest first; the first rank of a word
    is the last given."""
    for head in _shared(parse, i):
        yield head, _SHARED
    for t in (i, *used):
        if parse.pos[t] not in VERBAL:
            if (verb := _carrier(parse, t)) is not None:
                yield verb, 2
            yield from ((c, 1) for c in _said_of(parse, t) if _carries(parse, c))
    if parse.lemma[i] in nouns("harming", "verbs"):  # "two were killed and four wounded on Monday"
        yield from ((c, 2) for c in parse.childs(i, "conj") if parse.lemma[c] in nouns("harming", "verbs"))
    if parse.pos[i] in VERBAL and i in as_it_happened(parse, parse.head[i]):
        yield parse.head[i], 2
    if parse.pos[i] in VERBAL and (stage := _stage(parse, i)) is not None:
        yield stage, 2
    yield from ((t, 0) for t in (*used, i))


def _said_of(parse: Parse, noun: int) -> Iterator[int]:
    """The verbs of the clauses after a noun: "talks that opened on Monday", "that are due to open on Friday"."""
    for c in parse.childs(noun, "acl", "relcl"):
        yield c
        for over in (c, *parse.childs(c, "acomp")):
            yield from parse.childs(over, "xcomp")


def _shared(parse: Parse, i: int) -> Iterator[int]:
    """The verbs to which the verb `i` is joined, or that its participle goes with: "stormed the fort, killing two"."""
    at = i
    for _ in range(3):
        head, dep = parse.head[at], parse.dep[at]
        with_it = dep == "advcl" and parse.tag[at] == "VBG" and not parse.childs(at, "mark")
        if head == at or not (dep == "conj" or with_it) or parse.pos[head] not in VERBAL:
            return
        if parse.lemma[head].lower() not in listed("speech"):
            yield head
        at = head


def _stage(parse: Parse, verb: int) -> int | None:
    """The verb of whose stage the verb is: "began on Monday to shell the town"."""
    head = parse.head[verb]
    return head if parse.dep[verb] == "xcomp" and parse.lemma[head] in nouns("staging", "verbs") else None


def _carrier(parse: Parse, noun: int) -> int | None:
    """The verb that says of a noun that it takes place, or during which it does: "the talks were held", "killed in a
    raid"; None where it is another deed: "condemned the raid"."""
    at = noun
    for _ in range(4):
        head, dep = parse.head[at], parse.dep[at]
        if (
            dep == "conj"
            or (dep == "pobj" and parse.lower(head) == "of")
            or (dep == "prep" and parse.lower(at) == "of")
        ):
            at = head  # "ten days of drills"
            continue
        if dep == "pobj" and parse.lower(head) in _DURING and parse.pos[parse.head[head]] == "VERB":
            return parse.head[head]
        if dep in ("nsubj", "nsubjpass", "dobj", "npadvmod") and _carries(parse, head):
            return head
        return None
    return None


def _carries(parse: Parse, verb: int) -> bool:
    return parse.pos[verb] in VERBAL and parse.lemma[verb].lower() in nouns("carrying", "verbs")


def _time_host(parse: Parse, time: Named, ranks: dict[int, int]) -> int | None:
    """The word of the event on which a time hangs; None where it hangs on something else, or tells no more than what
    came before or after."""
    at, close = time.head, False
    for step in range(_HIGHEST):
        if at in ranks:
            return at
        head, dep = parse.head[at], parse.dep[at]
        if parse.lower(at) in _OFF_TIME or head == at:
            return None
        if close and parse.pos[at] not in VERBAL:
            return None  # "Sunday's vote" says when the vote is
        if step and parse.pos[at] in VERBAL:
            return None
        if step and parse.pos[at] == "NOUN" and not _passed(parse, at, time):
            return None
        if parse.lower(at) == "of" and head not in ranks:
            return None  # "the speech of 3 May"
        close = dep in _CLOSE
        at = head
    return None


def _passed(parse: Parse, noun: int, time: Named) -> bool:
    """Whether a day may belong to the verb above the noun that it stands next to: "killed two in the port on Monday",
    "told him in a call on Monday", not "condemned the raid on Monday"."""
    if sense_of(parse, noun) is None:
        return time.day
    return parse.dep[noun] == "pobj" and parse.lower(parse.head[noun]) in _DURING


def _place_host(parse: Parse, so_far: Draft, place: int, ranks: dict[int, int], code: str) -> int | None:
    """How far a place is from the event that is there: the rank of the word on which it hangs, and what stands
    between; None where it is not there."""
    at, between = place, 0
    root = code[:2]
    for step in range(_HIGHEST):
        if at in ranks:
            return 2 * ranks[at] + between
        head, dep = parse.head[at], parse.dep[at]
        if head == at or parse.pos[at] in VERBAL or dep in ("relcl", "acl"):
            return None
        word = parse.lower(at)
        if parse.pos[at] == "ADP" and word in _OFF_PLACE and not (word in _THERE and root in _MOVES and head in ranks):
            return None
        if parse.pos[at] in ("NOUN", "PROPN") and step:
            if root in _SPOKEN or (sense_of(parse, at) and at not in ranks):
                return None
            between = 1
        if not step and dep in ("dobj", "nsubjpass") and (root not in _STRUCK or ranks.get(head) != 0):
            return None
        if (dep == "conj" and step) or (dep in ("nsubj", "agent", "poss") and not step):
            return None
        if dep == "pobj" and parse.lower(head) == "of" and _acts(parse, so_far, parse.head[head]):
            return None
        at = head
    return None


def _acts(parse: Parse, so_far: Draft, noun: int) -> bool:
    """Whether a noun before "of" names who acts: "the minister of Chile", not "the port of Arica"."""
    actor = actor_at(so_far, parse.span(noun, noun + 1))
    return actor is not None and parse.lemma[noun].lower() not in nouns("territory")
