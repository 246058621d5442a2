"""The timeline as a table: what stands on which day, and what is chosen where there is too much."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from onrecord.ledger import Ledger
from onrecord.model.view import EventView, StatementView, View
from onrecord.web.moments import Moments, moments, most_telling, stretches
from onrecord.web.routes import timeline

if TYPE_CHECKING:
    from fastapi.testclient import TestClient


def rows(page: str) -> list[str]:
    """The rows of the table, each as its words, without tags."""
    found = re.findall(r"<tr data-kind=(.*?)</tr>", page, re.DOTALL)
    return [" ".join(html.unescape(re.sub(r"<[^>]+>", " ", row.partition(">")[2])).split()) for row in found]


def test_promises_events_and_statements_stand_on_one_line_of_time(pages: TestClient) -> None:
    page = pages.get("/timeline").text
    said = rows(page)
    assert any("6 May 2031 due 12 May 2031 promise Velmark’s premier:" in row and "pending" in row for row in said)
    assert any("6 May 2031 reported event Guns: fights (“fired”) reported as happened" in row for row in said)
    assert any("6 May 2031 statement Ruvia:" in row and "denied" in row for row in said)
    assert 'data-first="2031-05-06" data-last="2031-05-12" data-state="pending" data-told' in page


@pytest.mark.parametrize(
    ("query", "kinds"),
    [
        ("", {"promise", "event", "statement"}), ("kind=promise", {"promise"}), ("actor=Ruvia", {"statement"}),
        ("about=fired", {"event"}), ("day_from=2031-05-12", {"promise"}),
        ("day_from=2031-05-13", set()), ("day_to=2031-05-05", set()),
        ("day_from=2031-05-06&day_to=2031-05-06", {"promise", "event", "statement"}),
    ],
)  # fmt: skip
def test_the_reader_chooses(pages: TestClient, query: str, kinds: set[str]) -> None:
    assert set(re.findall(r'<tr data-kind="(\w+)"', pages.get(f"/timeline?{query}").text)) == kinds


def test_a_later_day_shows_what_became_of_a_promise(pages: TestClient) -> None:
    assert 'data-state="pending"' in pages.get("/timeline?kind=promise").text
    assert 'data-state="overdue"' in pages.get("/timeline?kind=promise&as_of=2031-05-13").text


@pytest.mark.parametrize("query", ["kind=rumour", "day_from=soon", "as_of=x", f"actor={'x' * 500}"])
def test_what_means_nothing_is_refused(pages: TestClient, query: str) -> None:
    assert pages.get(f"/timeline?{query}").status_code == 400


def test_nothing_in_a_text_becomes_markup(pages: TestClient) -> None:
    page = pages.get("/timeline").text
    assert "<img" not in page
    assert not re.search(r" style=| on\w+=\"", page)


def said(number: int, day: str, **given: str) -> StatementView:
    return StatementView(f"s{number}", None, None, None, (), given.get("cue", "say"), 1, day, None, "w", 0, 1)  # type: ignore[arg-type]


def test_where_all_cannot_be_shown_the_telling_ones_are_and_the_days_say_how_many_there_are() -> None:
    from onrecord.export.printed import Source

    days = ("2031-01-01", "2031-01-09", "2031-02-20")
    known = {day: Source(day, "v", published=day) for day in days}
    view = View("2031-03-01", 3, statements=(*(said(n, days[n % 3]) for n in range(30)), said(99, days[0], cue="deny")))
    found = Moments().pick(moments(view, known))
    shown = most_telling(found, 5)
    assert "s99" in [m.view.id for m in shown]
    assert shown == sorted(shown, key=lambda m: m.place)
    assert sum(one.size for one in stretches(found)) == len(found) == 31
    assert [one.first for one in stretches(found)] == ["2031-01-01", "2031-01-08", "2031-02-19"]


def test_a_month_or_year_counts_with_all_its_days() -> None:
    event = EventView("e1", "190", "Ruvia", None, "2031-02", None, "happened", ("a",), 1)
    year = replace(event, id="e2", date="2030")
    undated = replace(event, id="e3", date=None)
    found = moments(View("2031-03-01", 1, events=(event, year, undated)), {})
    assert [(m.first, m.last) for m in found] == [("2030-01-01", "2030-12-31"), ("2031-02-01", "2031-02-28"), ("", "")]
    assert [m.view.id for m in Moments(day_from="2031-02-20", day_to="2031-02-21").pick(found)] == ["e1"]


def test_too_many_entries_are_said_to_be_so(
    asking: Callable[..., TestClient], path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timeline, "MOST", 2)
    page = asking(path).get("/timeline").text
    assert len(rows(page)) == 2
    assert "the 2 most telling are here" in page
    assert re.search(r'<a href="/timeline\?day_from=2031-05-06&amp;day_to=2031-05-06', page)


def test_an_empty_ledger_has_an_empty_timeline(asking: Callable[..., TestClient], tmp_path: Path) -> None:
    Ledger.open(tmp_path / "new.db").close()
    for address in ("/timeline", "/map"):
        assert asking(tmp_path / "new.db").get(address).status_code == 200
