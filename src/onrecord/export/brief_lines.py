"""What a brief is made of: each entry with the words that carry it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.export.changes import Change
from onrecord.export.printed import Printed, Source
from onrecord.export.wording import Group
from onrecord.model.view import CommitmentView, Dispute, EventView, HistoryItem, Point, Series, Story, Withdrawn


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step in the life of a commitment, with its words; the clock's own step has none."""

    step: HistoryItem
    words: Printed | None

    @property
    def day(self) -> str | None:
        """The day on which it was reported, ISO 8601."""
        return self.step.published[:10] if self.step.published else None


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment with its steps; `days` to its deadline, below zero where that is over."""

    view: CommitmentView
    steps: tuple[StepLine, ...]
    days: int | None

    @property
    def chain(self) -> tuple[str, ...]:
        """Who reports it, the outlet outermost."""
        outlet = self.steps[0].words.source.outlet if self.steps and self.steps[0].words else None
        return ((outlet,) if outlet else ()) + self.view.reported_by


@dataclass(frozen=True, slots=True)
class DisputeLine:
    """Both sides with their words."""

    view: Dispute
    a: Printed | None
    b: Printed | None


@dataclass(frozen=True, slots=True)
class PointLine:
    """One figure with its words."""

    view: Point
    words: Printed | None


@dataclass(frozen=True, slots=True)
class SeriesLine:
    """One number over time, the earliest report first."""

    view: Series
    points: tuple[PointLine, ...]


@dataclass(frozen=True, slots=True)
class Deed:
    """An event with the word or words that tell of it; "" where they are not known."""

    view: EventView
    trigger: str = ""


@dataclass(frozen=True, slots=True)
class EventLine:
    """The events that one sentence tells of, with its words."""

    deeds: tuple[Deed, ...]
    words: Printed | None


@dataclass(frozen=True, slots=True)
class WithdrawnLine:
    """The entries of one passage that its outlet prints no more, with its words."""

    views: tuple[Withdrawn, ...]
    words: Printed | None


@dataclass(frozen=True, slots=True)
class EventGroup:
    """Deeds of one kind, the latest report first; `total` counts those that are not shown, too."""

    title: str
    events: tuple[EventLine, ...]
    total: int


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A story with its articles, the earliest first."""

    view: Story
    articles: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """What was known on the day `as_of`; `changes` is None where no earlier day was named. `new_events` are those known
    since that day, `new_stories` those that began or grew. `cut`: of some kind more has changed than was read."""

    as_of: str
    since: str | None
    articles: int
    outlets: int
    first_day: str | None
    last_day: str | None
    statements: int
    changes: tuple[Change, ...] | None
    new_events: tuple[EventGroup, ...]
    new_stories: Sequence[StoryLine]
    promises: tuple[tuple[Group, Sequence[Promise]], ...]
    disputes: Sequence[DisputeLine]
    series: Sequence[SeriesLine]
    withdrawn: tuple[WithdrawnLine, ...]
    events: tuple[EventGroup, ...]
    stories: Sequence[StoryLine]
    denied_events: int
    cut: bool = False
