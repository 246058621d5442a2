"""What an outlet takes back of its own reports: events, outcomes and days; what others report on their own stays."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import permutations

import pytest

from onrecord import link
from onrecord.link import Reading
from onrecord.model import Record, View

Told = tuple[str, str, str]
"""Outlet, day of publication, text."""
ECHO, POST = "The Vale Echo", "Harbour Post"
SHELLED = "Rebels shelled the market in Ostby on Monday, the town's mayor said."


def known(record: Callable[..., Record], articles: Sequence[Told], as_of: str = "2031-12-31") -> View:
    readings = []
    for number, (outlet, day, text) in enumerate(articles):
        made = record(text, day, outlet=outlet)
        if day <= as_of:
            readings.append(Reading(replace(made, article=replace(made.article, id=f"a{number}"))))
    edges = [e for i, a in enumerate(readings) for b in readings[: i + 1] for e in link.edges(a, b)]
    return link.view([r.record for r in readings], edges, as_of)


def shelling(view: View) -> list[tuple[str, ...]]:
    """The articles that report a shelling that happened."""
    return [e.articles for e in view.events if e.cameo == "194" and e.factuality == "happened"]


@pytest.mark.parametrize(
    ("outlet", "text", "stays"),
    [
        (ECHO, "The Vale Echo retracts its report that rebels shelled the market in Ostby on Monday.", ["a1"]),
        (ECHO, "On Monday we reported that rebels shelled the market in Ostby. That report was wrong.", ["a1"]),
        (
            ECHO,
            "Correction: An earlier version of this story wrongly said that rebels shelled the market in Ostby.",
            ["a1"],
        ),
        (POST, "Harbour Post retracts its report that rebels shelled the market in Ostby on Monday.", ["a0"]),
        (ECHO, "The Vale Echo retracts its report that rebels burned the harbour in Lund on Monday.", ["a0", "a1"]),
        (
            ECHO,
            "Correction: An earlier version of this story wrongly said 40 rebels shelled the market in Ostby.",
            ["a0", "a1"],
        ),
        (ECHO, "The mayor has retracted his story that rebels shelled the market in Ostby.", ["a0", "a1"]),
    ],
    ids=["retracted", "pointed back at", "an earlier version", "the other outlet", "another matter", "only the number",
         "somebody else takes back"],
)  # fmt: skip
def test_an_event_that_its_outlet_takes_back_is_that_outlets_no_more(
    record: Callable[..., Record], outlet: str, text: str, stays: list[str]
) -> None:
    other = "Rebels shelled the market in Ostby on Monday, and two stalls burned, witnesses said."
    articles = [(ECHO, "2031-05-06", SHELLED), (POST, "2031-05-06", other), (outlet, "2031-05-08", text)]
    before, after = known(record, articles, "2031-05-07"), known(record, articles, "2031-05-08")
    assert sorted(a for some in shelling(before) for a in some) == ["a0", "a1"]
    assert sorted(a for some in shelling(after) for a in some) == stays
    gone = {w.article for w in after.withdrawn if w.kind == "event"}
    assert gone == {"a0", "a1"} - set(stays)


PROMISE = "Norway promised on Thursday to reopen the Orla bridge by 19 May."
AGAIN = "After talks in Lund that lasted all night Norway promised that it would reopen the Orla bridge by 19 May."
RIGHT = "Correction: An earlier version of this story gave the wrong date. Norway promised to reopen the Orla bridge "


@pytest.mark.parametrize(
    ("articles", "latest"),
    [
        ([(ECHO, "2031-05-01", PROMISE), (ECHO, "2031-05-03", f"{RIGHT}by 12 May.")], "2031-05-12"),
        ([(POST, "2031-05-01", PROMISE), (ECHO, "2031-05-03", f"{RIGHT}by 12 May.")], "2031-05-19"),
        (
            [(ECHO, "2031-05-01", PROMISE), (POST, "2031-05-02", AGAIN), (ECHO, "2031-05-03", f"{RIGHT}by 12 May.")],
            "2031-05-19",
        ),
    ],
    ids=["its own date", "another outlet's date", "a date that another outlet has on its own"],
)
def test_a_date_is_set_right_by_the_outlet_that_had_it_wrong(
    record: Callable[..., Record], articles: list[Told], latest: str
) -> None:
    for order in permutations(articles):
        first = known(record, order).commitments[0]
        assert first.deadline is not None
        assert first.deadline.latest == latest
