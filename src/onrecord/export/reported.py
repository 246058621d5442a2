"""Events with all that reports them, and who did it to whom: what every export of events starts from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.link.book import actor_of
from onrecord.link.naming import named
from onrecord.link.refs import refs
from onrecord.model import Actor, Event, Participant, Place, Record, Ref, View
from onrecord.model.event import Factuality
from onrecord.model.moment import day
from onrecord.model.view import EventView

HAPPENED: frozenset[Factuality] = frozenset({"happened", "ongoing"})
"""What GDELT and POLECAT mean by an event."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where an article reports an event."""

    record: Record
    ref: Ref
    event: Event


@dataclass(frozen=True, slots=True)
class Reported:
    """An event of a view with its mentions, the earliest first: that one gives the event its name."""

    view: EventView
    mentions: tuple[Mention, ...]

    @property
    def first(self) -> Mention:
        """The earliest mention, whose fields are the event's."""
        return self.mentions[0]

    @property
    def known_from(self) -> str | None:
        """The day of the earliest article, ISO 8601; None where no article has a date."""
        return day(self.first.record.article.published)

    @property
    def place(self) -> Place | None:
        """Where it was; a toponym that stands for a government is no place."""
        found = next((p for p in self.first.record.places if p.id == self.first.event.place), None)
        return found if found and found.use == "literal" else None

    @property
    def days(self) -> tuple[str, str] | None:
        """The first and the last day on which it can have been, ISO 8601; None where the text gives none."""
        time = next((t for t in self.first.record.times if t.id == self.first.event.time), None)
        return (time.first_day, time.last_day) if time and time.first_day and time.last_day else None


@dataclass(frozen=True, slots=True)
class Direction:
    """Who did it to whom. An event that all did to each other has one for each of them, `number` counts from 1."""

    reported: Reported
    source: tuple[Participant, ...]
    target: tuple[Participant, ...]
    number: int = 1


def reported(view: View, records: Iterable[Record]) -> tuple[Reported, ...]:
    """The events of a view in its order, each with every mention; `records` are those that the view was made from."""
    found = {
        ref.id: Mention(record, ref, entry)
        for record in records for ref, entry in refs(record).items() if isinstance(entry, Event)
    }  # fmt: skip
    return tuple(Reported(v, tuple(found[name] for name in v.entries)) for v in view.events)


def chosen(events: Iterable[Reported], *, everything: bool = False, since: str | None = None) -> list[Reported]:
    """The events that happened or are going on, or `everything`; with `since` those first reported after that day.

    An event that only undated articles report is left out where `since` is given.
    """
    return [
        e for e in events
        if (everything or e.view.factuality in HAPPENED) and (since is None or (e.known_from or "") > since)
    ]  # fmt: skip


def directions(one: Reported) -> tuple[Direction, ...]:
    """Source and target; where all did it to each other, once for each of them as the source."""
    event = one.first.event
    parties, others = _distinct(one.first.record, event.source), _distinct(one.first.record, event.target)
    if len(parties) > 1 and set(event.source) == set(event.target):
        return tuple(
            Direction(one, (p,), tuple(o for o in parties if o != p), number) for number, p in enumerate(parties, 1)
        )
    return (Direction(one, parties, others),)


def _distinct(record: Record, parties: tuple[Participant, ...]) -> tuple[Participant, ...]:
    """The parties without those that a reader of a table could not tell from an earlier one."""
    shown: dict[object, Participant] = {}
    for one in parties:
        shown.setdefault((name_of(record, one), one.country, one.sector), one)
    return tuple(shown.values())


def dyads(one: Reported) -> list[tuple[Participant | None, Participant | None]]:
    """Each source with each target, as tables with one actor a side want them; None for a side that nobody is on.

    Nobody is paired with himself, unless there is no other pair ("the families met").
    """
    pairs = [
        (source, target)
        for direction in directions(one) for source in direction.source or (None,)
        for target in direction.target or (None,)
    ]  # fmt: skip
    return [(source, target) for source, target in pairs if source is None or source != target] or pairs


def name_of(record: Record, one: Participant) -> str | None:
    """The name of a party: the actor's, else the words as printed, else its country."""
    actor = actor_of(record, one.actor)
    if actor:
        return actor.name
    return named(record, (one.span,)) if one.span else one.country


def actor(record: Record, one: Participant) -> Actor | None:
    """The actor that a party is."""
    return actor_of(record, one.actor)


def citation(record: Record) -> str:
    """The article's address, else outlet, day and title, else its key."""
    article = record.article
    known = (article.outlet, day(article.published), article.title)
    return article.url or ", ".join(" ".join(words.split()) for words in known if words) or article.id


def made_with(record: Record) -> str:
    """Software, lexicon and model that read an article, in one line."""
    return "; ".join(f"{name} {value}" for name, value in sorted(record.made_with.items()) if value)
