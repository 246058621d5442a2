"""The brief as lines for a terminal or a file: plain words, each line with its depth and its tone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from onrecord.export import wording
from onrecord.export.brief_lines import (
    Brief,
    Deed,
    DisputeLine,
    EventGroup,
    EventLine,
    Promise,
    SeriesLine,
    StoryLine,
    WithdrawnLine,
)
from onrecord.export.changes import Change
from onrecord.export.grouped import Group
from onrecord.export.printed import Printed
from onrecord.model.view import EventView

Tone = Literal["title", "head", "entry", "quote", "note"]


class Line(NamedTuple):
    """One line: its words, how deep it stands (steps of two blanks), and what it is."""

    words: str
    depth: int = 0
    tone: Tone = "entry"


def lines(brief: Brief) -> Iterator[Line]:
    """The whole brief, section by section; a blank line before each section."""
    yield from _head(brief)
    if brief.changes is not None:
        yield from _changes(brief)
    for group, promises in brief.promises:
        yield from _section(f"{group.title} ({len(promises)})", group.note)
        for promise in promises:
            yield from promise_lines(promise)
    if not brief.promises:
        yield from _section("Commitments (0)", "No promise, plan, offer or threat is on record.")
    if brief.disputes:
        yield from _section(f"Disputes ({len(brief.disputes)})", "Both sides as reported; nothing is settled here.")
        for dispute in brief.disputes:
            yield from _dispute(dispute)
    if brief.series:
        yield from _section(f"Numbers ({len(brief.series)})", "One thing counted more than once.")
        for series in brief.series:
            yield from _series(series)
    if brief.withdrawn:
        yield from _section(f"Withdrawn by the outlet ({len(brief.withdrawn)})", wording.WITHDRAWN)
        for gone in brief.withdrawn:
            yield from _withdrawn(gone)
    for events in brief.events:
        yield from _events(events)
    if brief.stories:
        yield from _section(f"Stories ({len(brief.stories)})", "Copies of one wire story count as one origin.")
        for story in brief.stories:
            yield _story(story)


def _section(title: str, note: str | None = None) -> Iterator[Line]:
    yield Line("", 0, "note")
    yield Line(title, 0, "head")
    if note:
        yield Line(note, 1, "note")


def _head(brief: Brief) -> Iterator[Line]:
    yield Line(f"On record as of {brief.as_of}", 0, "title")
    what = f"{wording.count(brief.articles, 'article')}{wording.outlets(brief.outlets)}"
    when = f", {wording.period(brief.first_day, brief.last_day)}" if brief.first_day else ""
    yield Line(f"{what}{when}; {wording.count(brief.statements, 'statement')}", 0, "note")
    if not brief.articles:
        yield Line("No article of this ledger was known on that day.", 0, "note")
    yield Line("Statuses say what is reported; they are no verdicts.", 0, "note")


def _changes(brief: Brief) -> Iterator[Line]:
    found: tuple[Change, ...] = brief.changes or ()
    total = len(found) + sum(group.total for group in brief.new_events) + len(brief.new_stories)
    yield from _section(f"New since {brief.since} ({total:,})", None if total else "Nothing.")
    for change in found:
        yield Line(f"{change.kind}: {change.words}  [{change.id}]", 1)
        if change.evidence:
            yield _quote(change.evidence, 2)
    for group in brief.new_events:
        yield Line("", 0, "note")
        shown, title = sum(len(line.deeds) for line in group.events), group.title.casefold()
        left = f", {shown} shown, the latest reports first" if group.total > shown else ""
        yield Line(f"{wording.count(group.total, 'new event')}, {title}{left}", 1, "note")
        for line in group.events:
            yield from _event(line)
    if brief.new_stories:
        yield Line("", 0, "note")
        yield Line(f"{wording.count(len(brief.new_stories), 'story')} that began or grew", 1, "note")
        for story in brief.new_stories:
            yield _story(story)


def promise_lines(promise: Promise) -> Iterator[Line]:
    """One commitment: who and what, the deadline and who reports it, then its steps with their words."""
    view = promise.view
    yield Line(f"{wording.promisor(view)}: {wording.deed(view.action, view.polarity)}  [{view.id}]", 1)
    yield Line("; ".join(_terms(promise)), 2, "note")
    for step in promise.steps:
        told = f"{step.day or 'undated'}  {wording.STEP[step.step.event]}"
        if step.words:
            yield Line(f"{told}: {_printed(step.words)}", 2, "quote")
        else:
            yield Line(told, 2, "note")


def _terms(promise: Promise) -> Iterator[str]:
    view = promise.view
    basis = wording.BASIS[view.basis]
    yield f"{view.kind}, {wording.STATUS[view.status]}{f' {basis}' if basis else ''}{', late' if view.late else ''}"
    if view.outcome_disputed:
        yield "outcome disputed"
    if view.promisee:
        yield wording.addressed(view.promisee)
    yield deadline(promise)
    if view.condition:
        yield f"condition: “{view.condition}”"
    if view.reported_by:
        yield f"according to {', according to '.join(view.reported_by)}"
    first = promise.steps[0].words.source if promise.steps and promise.steps[0].words else None
    about = f", the first {first.printer}" if first and first.about else ""
    yield f"{wording.count(view.origins, 'independent origin')}{about}"


def group_lines(found: Group) -> Iterator[Line]:
    """A commitment, a dispute, a number or a story by itself."""
    match found:
        case DisputeLine():
            yield from _dispute(found)
        case SeriesLine():
            yield from _series(found)
        case StoryLine():
            yield _story(found)
            for source in found.articles:
                yield Line(f"{source.day or 'undated'}  {source.label}  [{source.key}]", 2, "note")
        case _:
            yield from promise_lines(found)


def deadline(promise: Promise) -> str:
    """The last day set, in the report's words and as a date, and how far it is from the day of the brief."""
    term = promise.view.deadline
    if term is None or not (term.latest or term.text):
        return "no deadline"
    if promise.days is None:
        return f"deadline “{term.text}”, no day that could be told"
    words = f" (“{term.text}”)" if term.text else ""
    return f"deadline {term.latest}{words}, {wording.distance(promise.days)}"


def _dispute(dispute: DisputeLine) -> Iterator[Line]:
    yield Line(f"{wording.DISPUTE[dispute.view.type]}  [{dispute.view.id}]", 1)
    for side, words in ((dispute.view.a, dispute.a), (dispute.view.b, dispute.b)):
        if words:
            yield Line(f"{side.source or 'somebody unnamed'}: {_printed(words)}", 2, "quote")


def _series(series: SeriesLine) -> Iterator[Line]:
    view = series.view
    yield Line(f"{view.what}{f', {view.where}' if view.where else ''}  [{view.id}]", 1)
    for one in series.points:
        day = one.view.as_of or (one.words.source.day if one.words else None) or "undated"
        where = f": {_printed(one.words)}" if one.words else ""
        yield Line(f"{day}  {wording.point(one.view)} ({one.view.source or 'no source named'}){where}", 2, "quote")


def _events(group: EventGroup) -> Iterator[Line]:
    shown = sum(len(line.deeds) for line in group.events)
    note = f"{shown} of {group.total}, the latest reports first" if group.total > shown else None
    yield from _section(f"{group.title} ({group.total})", note)
    for line in group.events:
        yield from _event(line)


def _event(line: EventLine) -> Iterator[Line]:
    """The events of one sentence, each with the words that tell of it, then the sentence."""
    for deed in line.deeds:
        yield Line(f"{deed_words(deed)}: {event_words(deed.view)}  [{deed.view.id}]", 1)
    if line.words:
        yield Line(f"{wording.sharing(len(line.deeds))}{_printed(line.words)}", 2, "quote")


def deed_words(deed: Deed) -> str:
    """What is done, as the codes call it and in the report's own words."""
    named = wording.event(deed.view.cameo)
    return f"{named} (“{deed.trigger}”)" if deed.trigger else named


def _withdrawn(line: WithdrawnLine) -> Iterator[Line]:
    for view in line.views:
        yield Line(f"{wording.withdrawn(view)}  [{view.id}]", 1)
    first = line.views[0]
    since = f"{'corrected on' if first.correction else 'not printed since'} {first.withdrawn}"
    if first.correction:
        words = " ".join((first.correction.quote or "").split())
        since += f", {first.correction.article}: “{words}”"
    if line.words:
        yield Line(f"{wording.sharing(len(line.views))}{_printed(line.words)}, {since}", 2, "quote")


def event_words(event: EventView) -> str:
    """Who, against or with whom, when, where, in how many independent reports."""
    sides = " → ".join([event.source or "nobody named", *([event.target] if event.target else [])])
    named = f"{event.source or ''}, {event.target or ''}".split(", ")
    where = [f"in {event.place}"] if event.place and event.place not in named else []
    when = [event.date] if event.date else []
    origins = [wording.count(event.origins, "origin")] if event.origins > 1 else []
    return ", ".join([wording.capital(sides), *when, *where, *origins])


def _story(story: StoryLine) -> Line:
    sizes = f"{wording.count(len(story.view.articles), 'article')}, {wording.count(story.view.origins, 'origin')}"
    described = sorted({a.printer for a in story.articles if a.about and a.printer})
    told = f": {'; '.join(described)}" if described else ""
    return Line(f"{story.view.title or 'without a title'} ({sizes}{told})  [{story.view.id}]", 1)


def _quote(words: Printed, depth: int) -> Line:
    return Line(_printed(words), depth, "quote")


def _printed(words: Printed) -> str:
    where = ", ".join(w for w in (words.source.outlet, wording.key(words.source.key), words.source.day) if w)
    return f"“{words.quote}” ({where})"
