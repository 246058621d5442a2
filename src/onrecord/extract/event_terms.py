"""Terms that an event sets: "once the talks are over", "until the harvest", "ahead of the May 4 march"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from onrecord.extract.commissives import listed
from onrecord.extract.conditions import JUNK, holds, hosts
from onrecord.extract.deadlines import deadline
from onrecord.extract.draft import Draft
from onrecord.extract.names import actor_at
from onrecord.extract.parse import Parse
from onrecord.extract.undertaking import Undertaking
from onrecord.model import Deadline, Span, Spans, Time, trim


def within(bounds: Spans, span: Span) -> bool:
    """Whether a span lies in what is said; the words that say by whom set no term."""
    return not bounds or any(piece.start <= span.start and span.end <= piece.end + 1 for piece in bounds)  # "8 p.m."


def event_terms(parse: Parse, so_far: Draft, found: Undertaking, held: set[int]) -> Iterator[Deadline]:
    """Terms that an event sets: "once the talks are over", "until the harvest"; tokens in `held` set none."""
    for host in (*hosts(parse, found), *parse.childs(found.action, "ccomp")):
        for c in parse.childs(host, "advcl", "prep", "advmod", "npadvmod"):
            own = c == found.action or c in held or holds(parse, c, found)
            side = None if own else _side(parse, so_far, found, host, c)
            if side is None or (c < min(found.action, found.cue) and not _fronted(parse, found, host, c)):
                continue
            span = trim(parse.text, _clipped(found.bounds, parse.span(parse.left[c], parse.right[c])), JUNK)
            if within(found.bounds, span):
                named = _day_of(parse, so_far, span)
                if named is not None and {"last", "ago"} & set(named.span.of(parse.text).lower().split()):
                    continue  # "when they were announced last year"
                yield _at_event(parse, span, c, named, side)


def _day_of(parse: Parse, so_far: Draft, span: Span) -> Time | None:
    """The date of an event: that of the clause behind it, not the season in its name: "the summer fair, which opens on
    29 June"."""
    inside = [t for t in so_far.times if span.holds(t.span) and t.type == "DATE"]
    known = [t for t in inside if not _in_a_name(parse, t)]
    return next(iter(known), None)


def _in_a_name(parse: Parse, time: Time) -> bool:
    """Whether a season only names an event: "the summer holidays", "the spring fair"."""
    season = (time.value or "")[-3:] in ("-SP", "-SU", "-FA", "-WI")
    return season and parse.dep[parse.tokens_in(time.span)[-1]] in ("compound", "amod", "nmod", "poss")


def _clipped(bounds: Spans, span: Span) -> Span:
    piece = next((b for b in bounds if b.start <= span.start < b.end), None)
    return Span(span.start, min(span.end, piece.end)) if piece is not None else span


def _side(parse: Parse, so_far: Draft, found: Undertaking, host: int, c: int) -> str | None:
    """ "until", "before" or the word itself where a clause or a phrase ties the action to an event, else None."""
    first = parse.left[c]
    clause = parse.dep[c] == "advcl"
    word = _opening(parse, c, first) if clause else parse.lower(c)
    if parse.lower(min(first + 1, len(parse) - 1)) in ("which", "whom", "that"):
        return None
    noun = None if clause else _thing(parse, c)
    if parse.dep[c] == "npadvmod":  # "the day after the funeral"
        behind = parse.child(c, "prep")
        tied = behind is not None and parse.lower(behind) in ("after", "before", "following")
        return word if tied and behind is not None and _event(parse, parse.child(behind, "pobj", "pcomp")) else None
    if word == "for" and parse.words(first, min(first + 4, len(parse))).lower() == "for as long as":
        return "until"
    if word == "by" and noun is not None and parse.lemma[noun] == "time" and noun > c + 1:
        return "by" if parse.child(noun, "prep", "relcl", "acl") is not None else None  # "by the time of the fair"
    if word == "for" and noun is not None and parse.lemma[noun] == "duration":
        return "until"
    if parse.dep[c] == "advmod" and (word != "ahead" or noun is None):
        return None
    side = next((name for name in ("until", "before") if word in listed("events", name)), None)
    if side is None and word not in listed("events", "after"):
        return None
    beside = host == found.cue and c < found.action
    open_to = side is not None and not beside and noun is not None and _may_take_place(parse, so_far, noun)
    return (side or word) if clause or open_to or _event(parse, noun) else None


def _opening(parse: Parse, c: int, first: int) -> str:
    """The word that opens a clause, behind a length: "six months after the last man is home"."""
    counted = parse.child(c, "npadvmod")
    mark = parse.child(c, "mark")
    behind = counted is not None and mark is not None and parse.left[counted] == first and mark == counted + 1
    return parse.lower(mark) if behind and mark is not None else parse.lower(first)


def _thing(parse: Parse, c: int) -> int | None:
    """The noun of a phrase, behind a second preposition where there is one: "ahead of", "prior to"."""
    noun = parse.child(c, "pobj", "pcomp")
    inner = parse.child(c, "prep")
    return noun if noun is not None or inner is None else parse.child(inner, "pobj", "pcomp")


def _may_take_place(parse: Parse, so_far: Draft, noun: int) -> bool:
    """Whether a noun may be an event; nobody is, nor where somebody appears: "before the court"."""
    if parse.pos[noun] != "NOUN" or parse.lemma[noun].lower() in listed("events", "forums"):
        return False
    return actor_at(so_far, parse.span(noun, noun + 1)) is None


def _fronted(parse: Parse, found: Undertaking, host: int, c: int) -> bool:
    """Whether what stands in front sets the term of a "will": "After the vote the house will sit again"."""
    past = parse.tag[c] == "VBD" or any(parse.tag[a] == "VBD" for a in parse.childs(c, "aux", "auxpass"))
    return host == found.action and found.rule.startswith("modal") and not (past and parse.lower(found.cue) != "would")


def _at_event(parse: Parse, span: Span, c: int, named: Time | None, side: str) -> Deadline:
    """The term that an event sets; a date in it is the day itself of what comes "when" it ends, else the earliest."""
    if named is None:
        return Deadline(span, "until" if side == "until" else "event")
    if side == "until":
        return Deadline(span, "until", None, named.latest)
    if side != "before":
        return Deadline(span, "event", named.earliest, named.latest if side in ("when", "upon") else None)
    over = parse.dep[c] == "advcl" and bool(
        {parse.lower(t) for t in parse.subtree(c)} & {"out", "over", "ends", "ended"}
    )
    return Deadline(span, "by", None, named.latest) if over else deadline(replace(named, span=span), "before")


def _event(parse: Parse, noun: int | None) -> bool:
    """Whether a noun or a gerund names something that takes place."""
    if noun is None:
        return False
    lemma = parse.lemma[noun].lower()
    return parse.tag[noun] == "VBG" or lemma in listed("events", "nouns") | listed("operations", "terms")
