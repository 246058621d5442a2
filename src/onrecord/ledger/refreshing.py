"""Touched units derived anew, and their rows changed where they say something else now.

Between two days on which something in it changes a unit says the same; so it is derived on these days alone, and its
rows hold from one to the next. That they say what a fresh derivation says is tested over many worlds and days.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from onrecord.ledger import placing
from onrecord.ledger.anew import Anew, gone_unit
from onrecord.ledger.units import Before, pair
from onrecord.ledger.world import World
from onrecord.link.book import Book
from onrecord.link.groups import groups
from onrecord.link.view_disputes import doubted
from onrecord.model.view import CommitmentView
from onrecord.store.rows_derived import KeptRow, Member
from onrecord.store.schema_derived import FOREVER

RUNNING = frozenset({"pending", "in_progress", "extended"})
"""Statuses that the clock alone can change."""
Spans = dict[KeptRow, list[list[str]]]
"""Rows without their days, and the days from and until which each holds."""
Hanging = Mapping[str, set[str]]
"""Units, and the articles that what each says can hang on."""


def refresh(anew: Anew, since: Mapping[str, str], before: Before) -> None:
    """Derive the touched units anew, and change their rows; `since` are the articles that changed, each with the day
    from which on it did, `before` is what they had part in until then."""
    derived, touched, world = anew.derived, anew.touched, anew.world()
    hanging = anew.hanging(world)
    starts = _starts(hanging, since, before._replace(units={touched.old.get(unit, unit) for unit in before.units}))
    spans = _spans(anew, world, hanging, starts)
    old = {*touched.names(), *before.units, *(gone_unit(a) for a in touched.near)}
    moved = touched.old | _moved(anew, old)
    derived.change(*_changes(derived.rows(old), spans, moved, starts, min(since.values(), default="")))
    new = {m for some in touched.units.values() for m in some if m.list != "disputes"}
    new |= {Member(unit, "disputes", article, "", 0, 0) for unit, both in touched.pairs.items() for article in both}
    derived.set_members(old, new)


def _starts(hanging: Hanging, since: Mapping[str, str], before: Before) -> dict[str, str]:
    """The day from which on each unit has to be derived: the first on which one of the articles that it hangs on
    changed; the first of all for what it hangs on no more."""
    first, starts = min(since.values(), default=""), {}
    for unit, articles in hanging.items():
        own = [since[a] for a in since.keys() & articles]
        gone = not own or unit in before.units or not before.near.isdisjoint(articles)
        starts[unit] = first if gone else min(own)
    return starts


def _moved(anew: Anew, old: Iterable[str]) -> dict[str, str]:
    """The units of disputes whose sides have grown together with others, and what each is now."""
    touched, sides = anew.touched, defaultdict[str, set[str]](set)
    for m in anew.derived.units([name for name in old if name.startswith("disputes:") and name not in touched.pairs]):
        sides[m.unit].add(touched.cluster.get(m.article, ""))
    names = {name: pair(min(both), max(both)) for name, both in sides.items()}
    return {name: now for name, now in names.items() if now in touched.pairs}


def _spans(anew: Anew, world: World, hanging: Hanging, starts: Mapping[str, str]) -> Spans:
    """The rows of the units, each from its day on, with the days on which they hold: each unit is derived anew on the
    days on which something changes that it hangs on, together with those that hang on the same articles."""
    spans = Spans()
    for some in _together(hanging):
        changing: dict[str, dict[str, str]] = defaultdict(dict)
        for name in some:
            days = world.days(hanging[name], starts[name])
            for day, until in zip(days, [*days[1:], FOREVER], strict=False):
                changing[day][name] = until
        for day, units in sorted(changing.items()):
            book, known = anew.book(world, day, set().union(*(hanging[name] for name in units)))
            for name, unit, view in anew.told(book, known, world, day, units):
                _add(spans, placing.row(name, unit, view, known), day, units[unit])
            for unit, promise, start, end in _by_clock(anew, book, day, units):
                _add(spans, placing.row("commitments", unit, promise, known), start, end)
                for dispute in doubted(book, promise):
                    _add(spans, placing.row("disputes", unit, dispute, known), start, end)
    return spans


def _together(hanging: Hanging) -> Iterable[list[str]]:
    """The units in lots that have no article in common, so that few articles are held at a time."""
    pairs = ((min(articles), article) for articles in hanging.values() for article in articles)
    lot = {article: group[0] for group in groups(pairs) for article in group}
    lots: dict[str, list[str]] = defaultdict(list)
    for unit, articles in hanging.items():
        lots[lot[min(articles)]].append(unit)
    return lots.values()


def _add(spans: Spans, row: KeptRow, day: str, until: str) -> None:
    held = spans.setdefault(row, [])
    if held and held[-1][1] == day:
        held[-1][1] = until
    else:
        held.append([day, until])


def _by_clock(
    anew: Anew, book: Book, day: str, units: Mapping[str, str]
) -> Iterator[tuple[str, CommitmentView, str, str]]:
    """The commitments of units from a day until theirs, each unit anew where a term of one of it runs out."""
    views = anew.promises(book, day, units)
    ticks: dict[str, set[str]] = defaultdict(set)
    for unit, view in views:
        after = _after(view.deadline.latest) if view.deadline and view.deadline.latest else ""
        if view.status in RUNNING and day < after < units[unit]:
            ticks[unit].add(after)
    for unit, view in views:
        yield unit, view, day, min(ticks[unit], default=units[unit])
    for tick in sorted(set().union(*ticks.values())):
        for unit, view in anew.promises(book, tick, {unit for unit, some in ticks.items() if tick in some}):
            yield unit, view, tick, min((t for t in ticks[unit] if t > tick), default=units[unit])


def _after(latest: str) -> str:
    """The first day after a term, "" where there is none."""
    try:
        return (date.fromisoformat(latest) + timedelta(days=1)).isoformat()
    except (ValueError, OverflowError):
        return f"{latest}-01" if len(latest) == 7 else ""


def _changes(
    held: Iterable[tuple[int, KeptRow]], spans: Spans, moved: Mapping[str, str], starts: Mapping[str, str], first: str
) -> tuple[list[int], list[tuple[str, str, int]], list[KeptRow]]:
    """Rows to drop, those to change in their last day and unit, those to add, so that from the day on from which each
    unit was derived (`first`, where it is no more) `spans` hold."""
    gone: list[int] = []
    changed: list[tuple[str, str, int]] = []
    for number, row in held:
        unit = moved.get(row.unit, row.unit)
        since = starts.get(unit, first)
        wanted = spans.get(row._replace(unit=unit, from_day="", to_day=""), [])
        start = max(row.from_day, since)
        span = next((s for s in wanted if s[0] == start), None) if row.to_day > since else None
        if span:
            wanted.remove(span)
        elif row.to_day > since and row.from_day >= since:
            gone.append(number)
            continue
        until = span[1] if span else min(row.to_day, since)
        if (until, unit) != (row.to_day, row.unit):
            changed.append((until, unit, number))
    new = [row._replace(from_day=day, to_day=until) for row, some in spans.items() for day, until in some]
    return gone, changed, new
