"""Percentages over time: one number where the same share of the same thing is told, and never two things in one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from onrecord import link
from onrecord.link import Reading
from onrecord.model import Record

Points = list[tuple[str, float | None]]


def points(record: Callable[..., Record], texts: list[str]) -> list[tuple[str, Points]]:
    """What is measured in percent, with its points in order."""
    readings = []
    for number, text in enumerate(texts):
        made = record(text, f"2031-05-0{number + 1}", outlet=f"Paper {number}")
        readings.append(Reading(replace(made, article=replace(made.article, id=f"a{number}"))))
    edges = [e for i, a in enumerate(readings) for b in readings[: i + 1] for e in link.edges(a, b)]
    view = link.view([r.record for r in readings], edges, "2031-06-01")
    return [
        (s.what, [(p.article, p.high) for p in s.points]) for s in view.series if s.unit and s.unit.startswith("%")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            ["Turnout in the Ostby election stood at 40% by noon, the electoral board said.",
             "Turnout in the Ostby election reached 45 percent, the electoral board said."],
            [("turnout", [("a0", 40), ("a1", 45)])],
        ),
        (
            ["Power has been restored to 60 per cent of homes in Ostby after the storm, the utility said.",
             "Power is back in 80% of homes in Ostby after the storm, the utility said."],
            [("homes", [("a0", 60), ("a1", 80)])],
        ),
        (
            ["Inflation in Norway rose to 12.5% in March from 11 percent in February.",
             "Inflation in Norway slowed to 9 percent in April, the statistics office said."],
            [("inflation", [("a0", 12.5), ("a0", 11), ("a1", 9)])],
        ),
        (["Inflation in Norway rose to 12% in March.", "Food inflation in Norway rose to 19% in April."], []),
        (["Inflation in Norway rose to 12% in March.", "Inflation in Poland rose to 8% in April."], []),
        (["Inflation in Norway is 12%.", "Unemployment in Norway is 8%."], []),
        (["Unemployment in Norway fell by 3 percent.", "Unemployment in Norway fell 4 percent."], []),
        (
            ["Power has been restored to 60% of homes in Ostby, the utility said.",
             "The storm left 70% of homes in Ostby without power, the utility said."],
            [],
        ),
        (
            ["Rebels control 30 percent of the city of Ostby.", "The quake destroyed 60 percent of the city of Ostby."],
            [],
        ),
        (["The Greens won 34 percent of the vote in Ostby.", "The Liberals won 28 percent of the vote in Ostby."], []),
    ],
    ids=["turnout", "homes with power", "inflation and the month before", "another inflation", "another country",
         "another rate", "changes", "with and without", "two shares of one thing", "each party's own"],
)  # fmt: skip
def test_percentages(record: Callable[..., Record], texts: list[str], expected: list[tuple[str, Points]]) -> None:
    assert points(record, texts) == expected
