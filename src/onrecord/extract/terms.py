"""By when and on what condition: the term of an undertaking and what it hangs on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.extract.commissives import listed
from onrecord.extract.conditions import conditions
from onrecord.extract.deadlines import deadline, preposition_before
from onrecord.extract.draft import Draft
from onrecord.extract.event_terms import event_terms, within
from onrecord.extract.moved_terms import (
    dropped_day,
    longer_by,
    moved_terms,
    old_term,
    with_preposition,
    word_before,
)
from onrecord.extract.names import actor_at
from onrecord.extract.parse import Parse
from onrecord.extract.term_fits import fits, joined, looks_back, said_then
from onrecord.extract.term_owner import LIMITS, behind_relative, owner_of, right_behind, said_on
from onrecord.extract.term_then import stated_term, then_term
from onrecord.extract.term_years import WEEKDAY, ahead, on, since, week_on
from onrecord.extract.undertaking import Undertaking
from onrecord.model import Deadline, MadeOn, Span, Spans, Time

_VERBAL = ("VERB", "AUX")
_SURE = ("by", "until", "event")
_TOWARD = ("to", "until", "till")


@dataclass(frozen=True, slots=True)
class Terms:
    """When the undertaking falls due, when it was made, what it hangs on, and the tokens that say so."""

    deadline: Deadline | None
    old_deadline: Deadline | None
    made_on: MadeOn | None
    condition: Spans
    tokens: frozenset[int]


def terms(parse: Parse, so_far: Draft, found: Undertaking) -> Terms:
    """The term and the condition of an undertaking, from what hangs on its action and on its cue."""
    told = tuple(dict.fromkeys(_clipped(found.bounds, span) for span in conditions(parse, found)))
    hung = found.condition or told
    held = {t for span in (*hung, *told) for t in parse.tokens_in(span)}
    dated, made_on = _dated(parse, so_far, found, held)
    old = next((d for d in dated if word_before(parse, d) == "from" and len(dated) > 1), None)
    old = old or old_term(parse, so_far, found)
    new = [d for d in dated if d is not old]
    sure = [d for d in new if d.type in _SURE]
    if found.operation == "extend":  # "another month, until 1 December", "by six months, to 30 May"
        longer = [d for d in new if d.span is not None and not _a_length(so_far, d.span)]
        sure = [d for d in sure if d in longer] or longer[-1:] or sure
        sure = [d for d in new if word_before(parse, d) in _TOWARD] or sure  # "to May, on Tuesday"
    chosen = next(iter(sure), new[-1] if new else None)
    if found.operation == "extend":
        to, since_when = moved_terms(parse, so_far, found)
        chosen, old = chosen or to, old or since_when
        if chosen is not None and old is not None and chosen.span == old.span:
            chosen = to
    chosen = longer_by(parse, so_far, chosen, old) or dropped_day(parse, so_far, found)
    chosen = chosen or next(event_terms(parse, so_far, found, held), None)
    chosen = chosen or then_term(parse, so_far, found) or _or_else(parse, so_far, hung)
    chosen = chosen or stated_term(parse, so_far, found)
    if (
        chosen is not None
        and chosen.type == "until"
        and found.kind == "offer"
        and parse.pos[found.action] not in _VERBAL
    ):
        chosen = replace(chosen, type="by")  # until then it must be taken: "offered them beds until May"
    hung = hung or _once_done(parse, so_far, chosen)
    spans = [d.span for d in (chosen, old) if d is not None and d.span is not None]
    made_on = made_on or _moved_on(parse, found, new, chosen)
    tokens = held | {below for span in spans for t in parse.tokens_in(span) for below in _with_it(parse, found, t)}
    if made_on is not None:
        tokens |= set(parse.tokens_in(made_on.span))
    return Terms(chosen, old, made_on, hung, frozenset(tokens))


def _moved_on(parse: Parse, found: Undertaking, new: list[Deadline], chosen: Deadline | None) -> MadeOn | None:
    """The day on which something was put off to another: "put off the hearing to June on Monday"."""
    if found.operation != "extend" or parse.tag[found.cue] != "VBD" or chosen is None:
        return None
    if word_before(parse, chosen) not in _TOWARD:
        return None
    said = next((d for d in new if d is not chosen and d.span is not None and word_before(parse, d) == "on"), None)
    return MadeOn(said.span, said.earliest, said.latest) if said is not None and said.span is not None else None


def _once_done(parse: Parse, so_far: Draft, term: Deadline | None) -> Spans:
    """The clause of an event that somebody brings about, a condition too: "once parliament passes the law"."""
    tokens = parse.tokens_in(term.span) if term is not None and term.span is not None else range(0)
    if not tokens or parse.lower(tokens[0]) != "once" or term is None or term.span is None:
        return ()
    verb = parse.head[tokens[0]]
    doer = parse.child(verb, "nsubj")
    deed = doer is not None and parse.pos[verb] == "VERB" and parse.tag[verb] in ("VBZ", "VBP", "VBN", "VBD")
    somebody = doer is not None and actor_at(so_far, parse.span(doer, doer + 1)) is not None
    return (term.span,) if deed and somebody else ()


def _clipped(bounds: Spans, span: Span) -> Span:
    """A condition as far as what is said goes, lest it hold who says so."""
    end = next((b.end for b in bounds if b.start <= span.start < b.end), span.end)
    return Span(span.start, end) if end < span.end else span


def _with_it(parse: Parse, found: Undertaking, t: int) -> list[int]:
    """A token of the term with what hangs on it behind: "Friday, a holiday", "a week or two"."""
    below = parse.subtree(t)
    return [t] if found.action in below or found.cue in below else [i for i in below if i >= t]


def _dated(parse: Parse, so_far: Draft, found: Undertaking, held: set[int]) -> tuple[list[Deadline], MadeOn | None]:
    """The dated terms that hang on the action, and the date that hangs on the cue before it."""
    published = so_far.article.published
    first, last, *_ = parse.sentence(found.cue if found.due_at_cue else found.action)
    made_on: MadeOn | None = None
    found_terms: list[Deadline] = []
    times = [t for t in so_far.times if parse.start[first] <= t.span.start < parse.end[last - 1]]
    for time in times:
        tokens = parse.tokens_in(time.span)
        if found.action in tokens:
            continue  # "offered them five weeks of leave": the weeks are what is offered
        if time.value == "PRESENT_REF" or not tokens or (any(t in held for t in tokens) and not found.due_at_cue):
            continue
        top = tokens[0] if len(tokens) == 1 else _top(parse, tokens)
        owner = owner_of(parse, found, top) or behind_relative(parse, found, time, top)
        behind = right_behind(parse, found, time, top) if owner is None and not found_terms else None
        owner = owner or behind
        fronted = tokens[0] < found.cue and _fronted(parse, found, time, published)
        if (
            owner == "cue"
            and not found.due_at_cue
            and not fronted
            and (tokens[0] < min(found.action, parse.left[found.action]) or said_on(parse, found, time))
        ):
            if time.type in ("DATE", "TIME") and preposition_before(parse, time.span) not in LIMITS:
                made_on = MadeOn(time.span, time.first_day, time.last_day)
        elif owner == "action" and behind is None and not within(found.bounds, time.span):
            continue
        elif (
            owner is not None
            and time.type in ("DATE", "TIME")
            and (looks_back(parse, found, time) or said_then(parse, found, time, published))
        ):
            made_on = made_on or MadeOn(time.span, time.first_day, time.last_day)
        elif owner is not None and (found.due_at_cue or fronted or tokens[0] > parse.left[found.action] - 8):
            found_terms.extend(_term(parse, so_far, found, time, made_on))
    return joined(parse, found_terms, times, published), made_on


def _term(parse: Parse, so_far: Draft, found: Undertaking, time: Time, made_on: MadeOn | None) -> Iterator[Deadline]:
    """The term that a time beside the action sets, if any."""
    before = preposition_before(parse, time.span)
    counted = _counted_from(parse, time, before)
    said = counted or _at_latest(parse, time.span)
    kind = "by" if said != time.span and counted is None else before
    added = found.operation == "extend" and time.type == "DURATION" and before == "by"
    begins = None if added or counted is not None else _begins(parse, so_far, found)
    if begins is not None and made_on is not None and made_on.latest and made_on.latest < begins[:10]:
        begins = made_on.latest  # "pledged in August to pay within six weeks": at the latest from its end
    published = so_far.article.published
    told = made_on.earliest if made_on is not None else _begins(parse, so_far, found)
    day = since(parse, ahead(parse, time, found, published, made_on), told, published)
    term = deadline(day, kind, begins)
    event = _after_event(parse, time.span, before)
    if event is not None:
        term = Deadline(time.span, "event", term.earliest)
    if event is not None and term.earliest is not None:
        yield replace(term, span=Span(parse.start[event], time.span.end))
    elif (
        term.type is not None
        and not looks_back(parse, found, time)
        and (counted is not None or fits(parse, found, time, before))
    ):
        yield replace(term, span=with_preposition(parse, said, before))


def _at_latest(parse: Parse, span: Span) -> Span:
    """The span of a time with "at the latest" behind it."""
    last = parse.tokens_in(span)[-1]
    behind = range(last + 1, min(last + 4, len(parse)))
    late = [parse.lower(t) for t in behind] == ["at", "the", "latest"]
    return Span(span.start, parse.end[behind[-1]]) if late else span


def _counted_from(parse: Parse, time: Time, before: str) -> Span | None:
    """A length with the event that it is counted from: "two weeks after the vote", "within ten days of signing"."""
    last = parse.tokens_in(time.span)[-1]
    if time.type != "DURATION" or last + 1 >= len(parse):
        return None
    word = parse.lower(last + 1)
    if word not in ("after", "before", "following") and not (word == "of" and before in ("within", "inside")):
        return None
    clause = parse.head[last + 1] if parse.dep[last + 1] == "mark" else last + 1  # "two weeks after the vote is held"
    inside = [t for t in parse.subtree(clause) if t > last]
    return Span(time.span.start, parse.end[inside[-1]]) if inside == list(range(inside[0], inside[-1] + 1)) else None


def _after_event(parse: Parse, span: Span, before: str) -> int | None:
    """The "after" of a phrase right before a date, which the parser may have hung higher: "after the fair on May 2"."""
    first = parse.tokens_in(span)[0]
    for t in range(first - 1 - len(before.split()), max(first - 9, 0), -1):
        if parse.lower(t) in ("after", "following") and first - t > 2 and before in ("on", "in", "at"):
            return t
        if parse.pos[t] not in ("DET", "ADJ", "NOUN", "PROPN", "NUM", "PART"):
            return None
    return None


def _begins(parse: Parse, so_far: Draft, found: Undertaking) -> str | None:
    """The day from which a time runs: the one on which it was said, where the text names it, else publication; None
    where it was laid down in a document of another day."""
    published = so_far.article.published
    if _laid_down(parse, found):
        return None
    verbs = [t for span in found.statement.cue for t in parse.tokens_in(span)] if found.statement is not None else []
    near = [n for v in verbs for p in parse.childs(v, "prep", "npadvmod") for n in (p, *parse.childs(p, "pobj"))]
    for time in so_far.times:
        said = time.type == "DATE" and time.latest is not None and time.latest == time.earliest
        if said and any(t in near for t in parse.tokens_in(time.span)) and not _inside(found.bounds, time.span):
            return time.latest if published and (time.latest or "") <= published[:10] else published
    return published


def _laid_down(parse: Parse, found: Undertaking) -> bool:
    """Whether a sentence tells what a document held: "Under the accord, both sides undertook to meet within a week"."""
    first = parse.sentence(found.cue).first
    held = parse.lower(first) in ("in", "under", "by") and parse.tag[found.cue] in ("VBD", "VBN")
    documents = listed("events", "documents")
    return held and any(
        parse.lower(noun) == "it" or parse.lemma[noun].lower() in documents for noun in parse.childs(first, "pobj")
    )


def _inside(bounds: Spans, span: Span) -> bool:
    return any(piece.holds(span) for piece in bounds)


def _or_else(parse: Parse, so_far: Draft, conditions: Spans) -> Deadline | None:
    """The term within a condition that is to be met or else: "unless it is paid by Friday", "if by noon it is not"."""
    for span in conditions:
        said = span.of(parse.text).lower()
        failing = said.startswith(("unless ", "failing ", "if no "))
        if not failing and not (said.startswith("if ") and (" not " in said or "n't " in said)):
            continue
        for time in so_far.times:
            first = parse.tokens_in(time.span)[0] if span.holds(time.span) else 0
            limits = LIMITS | {"in"} if time.type == "DURATION" else LIMITS
            by = next((t for t in range(first - 1, max(first - 5, 0), -1) if parse.lower(t) in limits), None)
            if by is not None:
                published = so_far.article.published
                back = bool(published and time.last_day and time.last_day < published[:10])
                day = on(time, week_on) if back and WEEKDAY.fullmatch(time.span.of(parse.text).lower()) else time
                return replace(deadline(day, parse.lower(by), published), span=Span(parse.start[by], time.span.end))
    return None


def _fronted(parse: Parse, found: Undertaking, time: Time, published: str | None) -> bool:
    """Whether a term stands at the head of its sentence: "From 1 May the guards will …", "On Friday he plans to …"."""
    ahead = published is not None and time.last_day is not None and time.last_day >= published[:10]
    now = parse.tag[found.cue] in ("VBZ", "VBP", "MD", "VBG", "JJ") and time.type in ("DATE", "TIME")
    if ahead and now and preposition_before(parse, time.span) in ("on", "in", "at", ""):
        return True
    if time.type == "DURATION":
        return preposition_before(parse, time.span) == "within"
    return ahead and preposition_before(parse, time.span) in ("from", "by", "before", "until", "starting", "as of")


def _top(parse: Parse, tokens: range) -> int:
    return next((t for t in tokens if parse.head[t] not in tokens or parse.head[t] == t), tokens[0])


def _a_length(so_far: Draft, span: Span) -> bool:
    """Whether a term names only how long: "by three days", "for another month"."""
    return any(t.type == "DURATION" and span.holds(t.span) for t in so_far.times)
