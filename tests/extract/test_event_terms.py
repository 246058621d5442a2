"""Terms that an event sets, and what a date in them means."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.model import Record

PUBLISHED = "2035-03-14"  # a Wednesday


@pytest.mark.parametrize(
    ("text", "kind", "earliest", "latest"),
    [
        ("Orvania pledged to leave after the fair on 20 March.", "event", "2035-03-20", None),
        ("Orvania pledged to leave when the fair ends on 20 March.", "event", "2035-03-20", "2035-03-20"),
        ("Orvania pledged to clear the road before the first frost.", "event", None, None),
        ("Orvania pledged to keep the peace for the duration of the fair.", "until", None, None),
        ("Orvania plans to send two ferries ahead of the March 20 regatta.", "by", None, "2035-03-19"),
        ("After the vote on March 20, Orvania said, it will open the port.", "event", "2035-03-20", None),
        ("Under the accord of 2019, both sides undertook to pull back their guns within two weeks.", "by", None, None),
    ],
)
def test_an_event_sets_the_term(
    record: Callable[..., Record], text: str, kind: str, earliest: str | None, latest: str | None
) -> None:
    terms = [c.deadline for c in record(text, PUBLISHED).commitments]
    assert [(t.type, t.earliest, t.latest) for t in terms if t is not None] == [(kind, earliest, latest)]


@pytest.mark.parametrize(
    ("text", "latest"),
    [
        ("Unless the toll is paid by noon on Friday, Orvania said, its ships would open fire.", "2035-03-16"),
        ("Orvania threatened to shut the canal if the toll was not paid before 20 March.", "2035-03-19"),
    ],
)
def test_a_condition_to_be_met_by_a_day_sets_the_term_of_what_follows_otherwise(
    record: Callable[..., Record], text: str, latest: str
) -> None:
    (made,) = record(text, PUBLISHED).commitments
    assert (made.kind, made.deadline and made.deadline.latest) == ("ultimatum", latest)


@pytest.mark.parametrize(
    ("text", "latest"),
    [
        ("The talks, which were to end on 20 March, have been extended by three days, the mayor said.", "2035-03-23"),
        ("The mayor said the curfew would be extended until 30 March.", "2035-03-30"),
    ],
)
def test_new_terms_are_read_from_the_old(record: Callable[..., Record], text: str, latest: str) -> None:
    (made,) = record(text, PUBLISHED).commitments
    assert (made.operation, made.deadline and made.deadline.latest) == ("extend", latest)


def test_time_that_somebody_is_told_he_has_runs_from_the_day_it_was_said(record: Callable[..., Record]) -> None:
    text = (
        '"You have 48 hours to leave the quay," General Abel Tor told the strikers on Tuesday. "Then we will clear it."'
    )
    (made,) = record(text, PUBLISHED).commitments
    assert (made.kind, made.deadline and made.deadline.latest) == ("ultimatum", "2035-03-15")
