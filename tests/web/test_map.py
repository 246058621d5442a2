"""The map as a table: places with their reach and the events reported from there."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from onrecord.ledger import Ledger
from onrecord.model.view import EventView, Spot
from onrecord.web.named import named, only_named
from onrecord.web.pins import pins
from onrecord.web.routes import map as map_routes

if TYPE_CHECKING:
    from fastapi.testclient import TestClient

KARSOVA = Spot("Karsova", "city", "POL", 50.0, 20.0, 12.4)
VELMARK = Spot("Velmark", "country", None, 51.0, 19.0, None)
EVENT = EventView("e1", "190", "Ruvia", "Velmark", "2031-05-05", "Karsova", "happened", ("a",), 1, ("e1",), KARSOVA)


def test_places_hold_their_events_the_latest_first() -> None:
    later = replace(EVENT, id="e2", date="2031-05-09", factuality="planned")
    (pin,) = pins([EVENT, later, replace(EVENT, id="e4", at=None)]).pins
    assert [e.id for e in pin.events] == ["e2", "e1"]
    assert pin.packed == "0:1:0 4:0:1"
    assert pin.reach == "within 12 km"


def test_a_long_time_is_cut_into_pieces_of_equal_length() -> None:
    far = replace(EVENT, id="e2", date="2032-05-04", at=VELMARK)
    found = pins([EVENT, far, replace(EVENT, id="e3", date=None, reported=None)])
    assert (found.start, found.step, found.steps) == ("2031-05-05", 7, 53)
    assert [p.packed for p in found.pins] == ["-1:1:0 0:1:0", "52:1:0"]
    assert found.piece("2031-05-12") == 1
    assert found.pins[1].reach == "not known"


def test_an_event_without_a_day_of_its_own_counts_on_that_of_its_report() -> None:
    assert pins([replace(EVENT, date=None, reported="2031-06-01")]).start == "2031-06-01"


@pytest.fixture
def mapped(asking: Callable[..., TestClient], path: Path) -> TestClient:
    """The pages of a ledger in which guns fired at a place."""
    with Ledger.open(path) as ledger:
        made = ledger.article("a")
        event = replace(made.events[0], place="p1")
        place = replace(made.places[0], name="Karsova & Co", radius_km=7.0)
        article = replace(made.article, id="b")
        ledger.put(replace(made, article=article, events=(event,), places=(place,)))
    return asking(path)


def test_the_page_says_where_how_far_and_what(mapped: TestClient) -> None:
    page = mapped.get("/map").text
    assert "1 event at 1 place" in page
    assert 'data-lat="50.0" data-lon="20.0" data-radius="7.0" data-counts="0:1:0"' in page
    assert "Karsova &amp; Co" in page
    assert "within 7 km" in page
    assert re.search(r'<a class="what" href="/entries/e\w+\?as_of=2031-05-06">Guns: fights \(“fired”\)</a>', page)


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("place=Karsova", True), ("place=Quay", False), ("actor=guns", True), ("actor=Ruvia", False),
        ("factuality=planned", False), ("day_to=2031-05-05", False), ("day_from=2031-05-06", True),
    ],
)  # fmt: skip
def test_the_reader_chooses_by_the_filters_of_events(mapped: TestClient, query: str, shown: bool) -> None:
    assert ("data-lat" in mapped.get(f"/map?{query}").text) == shown
    answer = mapped.get(f"/api/v1/events?{query}").json()
    assert bool([e for e in answer["items"] if e["at"]]) == shown


def test_what_is_only_said_is_no_event_on_the_map(asking: Callable[..., TestClient], path: Path) -> None:
    with Ledger.open(path) as ledger:
        made = ledger.article("a")
        said = replace(made.events[0], place="p1", cameo="012")
        ledger.put(replace(made, article=replace(made.article, id="b"), events=(said,)))
    page = asking(path).get("/map").text
    assert "data-counts" not in page
    assert "Named, with no event" in page


def test_where_there_are_more_events_the_latest_are_shown_and_days_offered(
    mapped: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(map_routes, "MOST", 0)
    page = mapped.get("/map").text
    assert "the latest reports: choose fewer days" in page
    assert re.search(r'<a href="/map\?day_from=2031-05-0\d&amp;day_to=2031-05-0\d', page)


def test_places_that_are_only_named_are_there_too(mapped: TestClient, path: Path) -> None:
    page = mapped.get("/map").text
    assert re.search(
        r'<tr data-lat="50.0" data-lon="20.0" data-pieces="[\d ]+">\s*<th scope="row"><b>Karsova</b>', page
    )
    assert "1 article, the latest:" in page
    assert "data-pieces" not in mapped.get("/map?actor=guns").text
    with Ledger.open(path) as ledger:
        made = [ledger.article("a"), ledger.article("b")]
    government = replace(made[0], places=(replace(made[0].places[0], name="Velmark", use="metonymic"),))
    assert [n.spot.name for n in named([*made, government], {})] == ["Karsova", "Karsova & Co"]
    assert [n.spot.name for n in only_named(named(made, {}), [KARSOVA], "")] == ["Karsova & Co"]


def test_a_region_and_a_line_have_their_outline(mapped: TestClient, path: Path) -> None:
    with Ledger.open(path) as ledger:
        made = ledger.article("b")
        sea = replace(made.places[0], name="Black Sea", country=None, lat=43.4, lon=34.0, radius_km=590.0)
        ledger.put(replace(made, article=replace(made.article, id="sea"), places=(sea,)))
    page = mapped.get("/map?place=Black").text
    assert "as outlined, within 590 km" in page
    assert re.search(r'data-outline="area [\d., -]+"', page)


def test_a_ledger_without_places_says_so(pages: TestClient) -> None:
    assert "No event on record has a place like that." in pages.get("/map").text
