"""Disputes with both sides, and numbers over time with their bounds."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from onrecord.export.brief_lines import PointLine, SeriesLine
from onrecord.export.printed import Printed, Source
from onrecord.ledger import Ledger
from onrecord.model.quantity import Op
from onrecord.model.view import Point, Series
from onrecord.web.chart import BOTTOM, TOP, chart

if TYPE_CHECKING:
    from fastapi.testclient import TestClient


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", 1), ("type=denial", 1), ("type=number", 0), ("actor=Ruvia", 1), ("actor=Elsewhere", 0),
        ("about=soldiers", 1), ("about=bread", 0), ("as_of=2031-05-01", 0),
    ],
)  # fmt: skip
def test_disputes_are_chosen_and_have_two_sides(pages: TestClient, query: str, found: int) -> None:
    page = pages.get(f"/disputes?{query}").text
    assert page.count('<article class="dispute"') == found
    assert page.count('<div class="side">') == 2 * found
    assert page.count("<blockquote>") == 2 * found


def test_a_dispute_says_who_printed_the_same(asking: Callable[..., TestClient], path: Path) -> None:
    with Ledger.open(path) as ledger:
        made = ledger.article("a")
        ledger.put(replace(made, article=replace(made.article, id="b", outlet="Quay Post", published="2031-05-07")))
    page = asking(path).get("/disputes").text
    assert "copies, one origin" in page
    assert "Quay Post" in page


def line(day: str | None, op: Op, low: float | None, high: float | None) -> PointLine:
    point = Point("a", "v", "Ruvia", op, low, high, day, "x", 0, 1)
    return PointLine(point, Printed("x", 0, 1, Source("a", "v")))


def series(*points: PointLine) -> SeriesLine:
    return SeriesLine(Series("q1", "soldiers", None, "soldier", tuple(p.view for p in points)), points)


@pytest.mark.parametrize(
    ("op", "low", "high", "shape", "open_to"),
    [
        ("eq", 50.0, 50.0, "exact", None), ("approx", 50.0, 50.0, "about", None), ("le", None, 50.0, "up_to", BOTTOM),
        ("lt", None, 50.0, "up_to", BOTTOM), ("ge", 50.0, None, "from", TOP), ("range", 20.0, 50.0, "range", None),
    ],
)  # fmt: skip
def test_each_figure_is_drawn_as_what_it_is(
    op: Op, low: float | None, high: float | None, shape: str, open_to: float | None
) -> None:
    drawn = chart(series(line("2031-05-01", op, low, high), line("2031-05-03", "eq", 90.0, 90.0)))
    assert drawn
    assert drawn.marks[0] == (BOTTOM, 0.0)
    assert drawn.dots[0].shape == shape
    if open_to is not None:
        assert open_to in (drawn.dots[0].low, drawn.dots[0].high)


def test_figures_of_one_day_stand_apart_and_undated_ones_are_counted() -> None:
    drawn = chart(series(*[line("2031-05-01", "eq", 5.0, 5.0)] * 2, line(None, "eq", 5.0, 5.0)))
    assert drawn
    assert len({dot.x for dot in drawn.dots}) == 2
    assert drawn.undated == 1
    assert chart(series(line("2031-05-01", "eq", 5.0, 5.0))) is None
    assert chart(series(*[line("2031-05-01", "eq", -5.0, -5.0)] * 2)) is None


def test_a_number_has_a_picture_and_a_table_that_say_the_same(asking: Callable[..., TestClient], path: Path) -> None:
    with Ledger.open(path) as ledger:
        made = ledger.article("a")
        article = replace(made.article, id="b", text=made.article.text.replace("900", "700"), published="2031-05-09")
        figure = replace(made.quantities[0], high=700.0)
        ledger.put(replace(made, article=article, quantities=(figure,)))
    page = asking(path).get("/series?at_least=1").text
    found = re.findall(r'<article class="series".*?</article>', page, re.DOTALL)
    assert found
    drawn = [one for one in found if '<svg viewBox="0 0 400' in one]
    assert drawn
    for one in drawn:
        links = re.findall(r'<a href="(/articles[^"]+)" class="up_to"', one)
        assert links
        assert all(one.count(link) >= 2 for link in links)
    assert "up to 900" in page
    assert asking(path).get("/series?at_least=x").status_code == 400
