"""The new and the old term of what is put off, by the words before them, wherever the parser hung the two."""

from __future__ import annotations

from onrecord.extract.commissives import listed
from onrecord.extract.deadlines import deadline, preposition_before
from onrecord.extract.draft import Draft
from onrecord.extract.parse import Parse
from onrecord.extract.term_years import WEEKDAY, on, week_on
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
        words = before.split()
        begin = at
        while words and begin > first and parse.lower(begin) != words[0]:
            begin -= 1
        near = {parse.lemma[t].lower() for t in range(max(first, at - 5), at)}
        term = Deadline(Span(parse.start[begin], time.span.end), term.type, term.earliest, term.latest)
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
