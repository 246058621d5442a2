"""The brief: what an analyst reads first. A pure function of the view of a day; nothing in it is settled by us."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from onrecord.errors import LedgerError
from onrecord.export import wording
from onrecord.export.brief_lines import (
    Brief,
    Deed,
    DisputeLine,
    EventGroup,
    EventLine,
    PointLine,
    Promise,
    SeriesLine,
    StepLine,
    StoryLine,
    WithdrawnLine,
)
from onrecord.export.changes import changes, new_events
from onrecord.export.printed import Printed, Sources, printed, source, sources
from onrecord.export.wording import GROUPS, Group, days_until
from onrecord.ledger import Ledger
from onrecord.ledger.listed import Rows, rows
from onrecord.ledger.placing import WORDS, is_deed
from onrecord.model import View
from onrecord.model.event import Factuality
from onrecord.model.view import CommitmentView, EventView, Series, Story, Withdrawn
from onrecord.store.rows_derived import Choice

EVENTS = 8
"""Sentences that tell of events, shown of each kind; the brief says how many events there are."""
EVENT_GROUPS: tuple[tuple[str, tuple[Factuality, ...]], ...] = (
    ("Reported as happened", ("happened", "ongoing")),
    ("Planned, not reported as done", ("planned",)),
    ("Possible, feared or supposed", ("possible", "hypothetical")),
)
"""A plan and a fear are never among what happened. Denied ones stand under the disputes."""

MOVED = ("differing", "bounded")
"""Series that are no mere repetition of one exact number."""

COMPARED = ("commitments", "disputes", "series", "events", "withdrawn")
CHANGES = 150
"""Lists that are compared with those of an earlier day, and how many changes of each are read at most, the latest."""

Evidence = Callable[[str], tuple[Printed, str] | None]
"""The words that carry an entry, and among them those that it hangs on, by its name."""


def brief(view: View, known: Sources, before: View | None = None, evidence: Evidence = lambda _: None) -> Brief:
    """The brief of a view. `known` are its articles by key, `before` the view of an earlier day to compare with."""
    days = sorted(s.day for s in known.values() if s.day)
    return Brief(
        as_of=view.as_of, since=before.as_of if before else None, articles=view.articles,
        outlets=len({s.outlet for s in known.values() if s.outlet}), first_day=days[0] if days else None,
        last_day=days[-1] if days else None, statements=len(view.statements),
        changes=changes(before, view, known) if before else None,
        new_events=_events(new_events(before, view), known, evidence) if before else (),
        new_stories=tuple(s for s in _stories(view, known) if s.view not in before.stories) if before else (),
        promises=_promises(view, known),
        disputes=tuple(DisputeLine(d, printed(d.a, known), printed(d.b, known)) for d in view.disputes),
        series=_series(view, known), withdrawn=_withdrawn(view, known), events=_events(view.events, known, evidence),
        stories=_stories(view, known), denied_events=sum(e.factuality == "denied" for e in view.events),
    )  # fmt: skip


def brief_of(ledger: Ledger, as_of: date | str | None = None, since: date | str | None = None) -> Brief:
    """The brief of a ledger on a day (default: its latest publication). LedgerError where a day is none, or since is
    no earlier day."""
    view = ledger.as_of(as_of)
    before = ledger.as_of(since) if since else None
    _in_order(before, view)
    return brief(view, sources(ledger.articles(view.as_of), ledger.outlets()), before, evidence_in(ledger))


def leafed(ledger: Ledger, known: Sources, as_of: date | str, since: date | str | None = None) -> Brief:
    """The same for who shows the beginning of each list: they are read piece by piece, and of two days only what one
    has and the other has not is compared."""
    view, before = ledger.paged(as_of), ledger.paged(since) if since else None
    _in_order(before, view)
    evidence = evidence_in(ledger)
    new = _changed(view, before) if before else None
    old = _before(before, view, new) if before and new else None
    articles, everything = ledger.known_articles(as_of), rows(view.events)
    first, last = articles.period()
    return Brief(
        as_of=view.as_of, since=before.as_of if before else None, articles=view.articles,
        outlets=len(articles.outlets()), first_day=first, last_day=last, statements=len(view.statements),
        changes=changes(old, new, known) if old and new else None,
        new_events=_events(new_events(old, new), known, evidence) if old and new else (),
        new_stories=_stories_of(rows(view.stories).only(not_on=before.as_of), known) if before else (),
        promises=_promises_of(rows(view.commitments), known, view.as_of),
        disputes=rows(view.disputes).each(lambda d: DisputeLine(d, printed(d.a, known), printed(d.b, known))),
        series=rows(view.series).only(kinds=MOVED, apart=2, order="moved").each(lambda s: _numbers(s, known)),
        withdrawn=_withdrawn(view, known), events=_events_of(everything, evidence),
        stories=_stories_of(rows(view.stories), known),
        denied_events=len(everything.only(kinds=("denied",))),
        cut=new is not None and any(len(getattr(new, name)) == CHANGES for name in COMPARED),
    )  # fmt: skip


def _in_order(before: View | None, view: View) -> None:
    if before and before.as_of >= view.as_of:
        raise LedgerError(f"{before.as_of} is not before {view.as_of}; name an earlier day with since")


def _changed(view: View, other: View, order: str = "begun") -> View:
    """What a day has and another has not, or not in the same words: of each list the latest changes, at most so many
    as are read."""
    lists: dict[str, Any] = {
        name: tuple(rows(getattr(view, name)).only(not_on=other.as_of, order=order)[:CHANGES]) for name in COMPARED
    }  # fmt: skip
    return replace(view, **lists)


def _before(view: View, later: View, new: View) -> View:
    """What an earlier day has and a later one has not, and what it has of that which is `new` there."""
    gone, lists = _changed(view, later, "ended"), dict[str, Any]()
    for name in COMPARED:
        there = rows(getattr(view, name)).these([one.id for one in getattr(new, name)])
        lists[name] = tuple({one.id: one for one in (*getattr(gone, name), *there)}.values())
    return replace(view, **lists)


def _promises_of(made: Rows[CommitmentView], known: Sources, as_of: str) -> tuple[tuple[Group, Sequence[Promise]], ...]:
    some = made.sorts(*(Choice(statuses=g.statuses, dated=g.dated, order="nearest") for g in GROUPS))
    return tuple((g, few.each(lambda c: promise(c, known, as_of))) for g, few in zip(GROUPS, some, strict=True) if few)


def _events_of(given: Rows[EventView], evidence: Evidence) -> tuple[EventGroup, ...]:
    some = ((title, given.only(kinds=kinds, but=WORDS, order="reported")) for title, kinds in EVENT_GROUPS)
    return tuple(EventGroup(title, _told(few, evidence), len(few)) for title, few in some if few)


def evidence_in(ledger: Ledger) -> Evidence:
    """The words of a ledger's entries by their names."""

    def of(name: str) -> tuple[Printed, str] | None:
        if at_hand := ledger.words_of(name):
            quote, span, article, anchor = at_hand
            return Printed(quote, *span, source(article)), anchor
        try:
            found = ledger.entry(name)
        except LedgerError:  # removed meanwhile
            return None
        return Printed(found.quote, *found.evidence, source(found.article)), found.anchor

    return of


def promise(view: CommitmentView, known: Sources, as_of: str) -> Promise:
    """A commitment with the words of all its steps."""
    steps = tuple(StepLine(h, printed(h, known)) for h in view.history)
    return Promise(view, steps, days_until(view.deadline.latest if view.deadline else None, as_of))


def _promises(view: View, known: Sources) -> tuple[tuple[Group, tuple[Promise, ...]], ...]:
    """By group; within one the nearest deadline first, then those without one, the most reported and latest first."""
    made = sorted((promise(c, known, view.as_of) for c in view.commitments), key=lambda p: p.view.id)
    made.sort(key=lambda p: p.view.made.published or "", reverse=True)
    made.sort(key=lambda p: (p.days is None, abs(p.days or 0), -p.view.origins))
    grouped = ((g, tuple(p for p in made if g.holds(p.view.status, p.days is not None))) for g in GROUPS)
    return tuple((group, some) for group, some in grouped if some)


def _series(view: View, known: Sources) -> tuple[SeriesLine, ...]:
    """Numbers that several articles report: those that differ first, then the most reported; none that stands still."""
    several = [s for s in view.series if len({p.article for p in s.points}) > 1 and not _constant(s)]
    lines = (_numbers(s, known) for s in several)
    return tuple(sorted(lines, key=lambda s: (not _differ(s.view), -len(s.points), s.view.what, s.view.id)))


def _numbers(series: Series, known: Sources) -> SeriesLine:
    return SeriesLine(series, tuple(PointLine(p, printed(p, known)) for p in series.points))


def _differ(series: Series) -> bool:
    return len({(p.op, p.low, p.high) for p in series.points}) > 1


def _constant(series: Series) -> bool:
    """Whether every report gives the same exact number: nothing moved, and nothing is bounded."""
    return all(p.op == "eq" for p in series.points) and not _differ(series)


def _withdrawn(view: View, known: Sources) -> tuple[WithdrawnLine, ...]:
    """By passage, what was withdrawn last first."""
    passages: dict[tuple[str, str], list[Withdrawn]] = {}
    for one in view.withdrawn:
        passages.setdefault((one.article, one.quote), []).append(one)
    lines = [WithdrawnLine(tuple(some), printed(some[0], known)) for some in passages.values()]
    return tuple(sorted(lines, key=lambda w: w.views[0].withdrawn, reverse=True))


def _events(given: Sequence[EventView], known: Sources, evidence: Evidence) -> tuple[EventGroup, ...]:
    """Deeds by what is reported of them; what is merely said is among the statements."""
    found = []
    for title, kinds in EVENT_GROUPS:
        some = [e for e in given if e.factuality in kinds and is_deed(e.cameo)]
        some.sort(key=lambda e: e.id)
        some.sort(key=lambda e: (_last_report(e, known), e.origins, wording.weight(e.cameo)), reverse=True)
        if some:
            found.append(EventGroup(title, _told(some, evidence), len(some)))
    return tuple(found)


def _told(events: Iterable[EventView], evidence: Evidence) -> tuple[EventLine, ...]:
    """The first events, those of one sentence together; the same sentence in a copy counts as one."""
    lines: dict[str, EventLine] = {}
    for event in events:
        if len(lines) == EVENTS:
            break
        words, trigger = evidence(event.id) or (None, "")
        sentence = " ".join(words.quote.split()) if words else event.id
        line = lines.get(sentence, EventLine((), words))
        lines[sentence] = EventLine((*line.deeds, Deed(event, " ".join(trigger.split()))), line.words)
    return tuple(lines.values())


def _last_report(event: EventView, known: Sources) -> str:
    return max((known[a].day or "" for a in event.articles if a in known), default="")


def _stories(view: View, known: Sources) -> tuple[StoryLine, ...]:
    """The most reported first."""
    lines = (_story(s, known) for s in view.stories)
    return tuple(sorted(lines, key=lambda s: (-s.view.origins, -len(s.articles), s.view.id)))


def _stories_of(given: Rows[Story], known: Sources) -> Sequence[StoryLine]:
    return given.only(order="most").each(lambda s: _story(s, known))


def _story(story: Story, known: Sources) -> StoryLine:
    return StoryLine(story, tuple(known[a] for a in story.articles if a in known))
