"""The new and the old term of what is put off, by the words before them, wherever the parser hung the two."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from onrecord.extract.commissives import listed
from onrecord.extract.deadlines import deadline, preposition_before
from onrecord.extract.draft import Draft
from onrecord.extract.parse import Parse
from onrecord.extract.term_years import WEEKDAY, on, week_on
from onrecord.extract.time_value import after
from onrecord.extract.undertaking import Undertaking
from onrecord.model import Deadline, Span, Time

_TOWARD = ("to", "until", "till")


def moved_terms(parse: Parse, so_far: Draft, found: Undertaking) -> tuple[Deadline | None, Deadline | None]:
    """To when, and from when, something is put off: "put back the launch, first set for Thursday, to 23 May"."""
    first, last, *_ = parse.sentence(found.cue)
    inside = parse.span(first, last)
    new: Deadline | None = None
    old: Deadline | None = None
    for time in so_far.times:
        if not inside.holds(time.span) or time.type not in ("DATE", "TIME") or time.last_day is None:
            continue
        before = preposition_before(parse, time.span)
        at = parse.tokens_in(time.span)[0]
        published = so_far.article.published
        term = deadline(_ahead(parse, time, published), before, published)
        near = {parse.lemma[t].lower() for t in range(max(first, at - 5), at)}
        term = replace(term, span=with_preposition(parse, time.span, before))
        if before in _TOWARD and at > found.cue and not _spoken_between(parse, found.cue, at):
            new = term
        elif old is None and (before == "from" or near & listed("operations", "set_before")):
            old = term
    return new, old


def _ahead(parse: Parse, time: Time, published: str | None) -> Time:
    """A weekday that was read as gone, a week on."""
    gone = bool(published and time.last_day and time.last_day < published[:10])
    return on(time, week_on) if gone and WEEKDAY.fullmatch(time.span.of(parse.text).lower()) else time


def _spoken_between(parse: Parse, cue: int, at: int) -> bool:
    """Whether somebody says something between two words: a term behind it belongs to what he says."""
    return any(parse.tag[t] in ("VBD", "VBZ", "VBP") and parse.dep[t] != "relcl" for t in range(cue + 1, at))


def old_term(parse: Parse, so_far: Draft, found: Undertaking) -> Deadline | None:
    """The term that what is extended had before: "the drills, which were due to end on Friday"."""
    thing = parse.child(found.action, "dobj", "nsubjpass", "nsubj") if found.operation == "extend" else None
    if thing is None or not any(parse.dep[c] in ("relcl", "acl") for c in parse.subtree(thing)):
        return None
    inside = parse.span(parse.left[thing], parse.right[thing])
    time = next((t for t in so_far.times if inside.holds(t.span) and t.type in ("DATE", "TIME")), None)
    if time is None:
        return None
    before = preposition_before(parse, time.span)
    term = deadline(time, before, so_far.article.published)
    return replace(term, span=with_preposition(parse, time.span, before))


def longer_by(parse: Parse, so_far: Draft, new: Deadline | None, old: Deadline | None) -> Deadline | None:
    """The end of what is extended "by three days": so long after the end that it had, where that is known."""
    if new is None or new.span is None or old is None or old.latest is None or word_before(parse, new) != "by":
        return new
    longer = next((t for t in so_far.times if t.type == "DURATION" and new.span.holds(t.span)), None)
    end = after(date.fromisoformat(old.latest), longer.value) if longer is not None else None
    return replace(new, type="until", latest=end.isoformat()) if end is not None else new


def dropped_day(parse: Parse, so_far: Draft, found: Undertaking) -> Deadline | None:
    """The day that was set for what is given up: "called off the strike that it had announced for Monday"."""
    if not found.rule.startswith("withdraw:"):
        return None
    clauses = [parse.span(parse.left[c], parse.right[c]) for c in parse.childs(found.action, "relcl", "acl")]
    for time in so_far.times:
        before = preposition_before(parse, time.span)
        if before in ("for", "on") and any(c.holds(time.span) for c in clauses):
            published = so_far.article.published
            gone = bool(published and time.last_day and time.last_day < published[:10])
            day = on(time, week_on) if gone and WEEKDAY.fullmatch(time.span.of(parse.text).lower()) else time
            return replace(deadline(day, "on", published), span=with_preposition(parse, time.span, before))
    return None


def with_preposition(parse: Parse, span: Span, before: str) -> Span:
    """The span of a time with the words before it that make it a term."""
    tokens = parse.tokens_in(span)
    words = before.split()
    if not words or not tokens:
        return span
    for first in range(tokens[0] - 1, max(-1, tokens[0] - 8), -1):
        if parse.lower(first) == words[0]:
            return Span(parse.start[first], span.end)
    return span


def word_before(parse: Parse, term: Deadline) -> str:
    """The first word of a term, in small letters; "" where no words say it."""
    return first_word(parse, term.span) if term.span else ""


def first_word(parse: Parse, span: Span) -> str:
    """The first word of a span, in small letters."""
    return parse.lower(parse.tokens_in(span)[0])
