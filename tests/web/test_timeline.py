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
from onrecord.model.view import EventView
from onrecord.web.moments import KINDS, moment, shares, stretches
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
    assert any("6 May 2031 reported event Guns: fights (“fired”) Harrow Wire" in row for row in said)
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


def test_a_month_or_year_counts_with_all_its_days() -> None:
    event = EventView("e1", "190", "Ruvia", None, "2031-02", None, "happened", ("a",), 1)
    days = [(m.first, m.last) for date in ("2030", "2031-02", None) for m in [moment(replace(event, date=date), {})]]
    assert days == [("2030-01-01", "2030-12-31"), ("2031-02-01", "2031-02-28"), ("", "")]


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [
        ((1, 2, 3), (1, 2, 3)), ((900, 900, 900), (40, 37, 23)), ((0, 900, 900), (0, 77, 23)),
        ((900, 0, 10), (90, 0, 10)), ((10, 10, 900), (10, 10, 80)),
    ],
)  # fmt: skip
def test_what_one_kind_leaves_goes_to_the_others(sizes: tuple[int, ...], expected: tuple[int, ...]) -> None:
    assert tuple(shares(dict(zip(KINDS, sizes, strict=True)), 100).values()) == expected


@pytest.mark.parametrize(
    ("first", "last", "pieces", "one"),
    [
        ("2031-01-01", "2031-01-03", 3, ("2031-01-01", "2031-01-01")),
        ("2031-01-01", "2031-03-31", 13, ("2031-01-01", "2031-01-07")),
        ("2001-01-01", "2031-03-31", 4, ("2001-01-01", "2010-12-29")),
    ],
)
def test_a_long_time_is_offered_in_stretches(first: str, last: str, pieces: int, one: tuple[str, str]) -> None:
    found = stretches(first, last)
    assert (len(found), found[0], found[-1][1]) == (pieces, one, last)


def test_too_many_entries_are_said_to_be_so(
    asking: Callable[..., TestClient], path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timeline, "MOST", 2)
    page = asking(path).get("/timeline").text
    assert len(rows(page)) == 2
    assert "2 are here, of" in page
    assert re.search(r'<a href="/timeline\?day_from=2031-05-06&amp;day_to=2031-05-06', page)


def test_an_empty_ledger_has_an_empty_timeline(asking: Callable[..., TestClient], tmp_path: Path) -> None:
    Ledger.open(tmp_path / "new.db").close()
    for address in ("/timeline", "/map"):
        assert asking(tmp_path / "new.db").get(address).status_code == 200
