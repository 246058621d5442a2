"""CSV, Parquet, GeoJSON and POLECAT: one row an event, all its evidence, safe in a spreadsheet, the same when read."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import ReadError
from onrecord.export import geojson, parquet, polecat, spreadsheet
from onrecord.export.reported import Reported, chosen
from onrecord.export.table import COLUMNS, rows
from onrecord.ledger import Ledger
from onrecord.model import Place, Span

from .conftest import Events, record

ONE = "Norway and Peru shelled Romania in Dorvik on 3 March."
FILLER = "Rain fell on the harbour all night and the ferries stayed in port until the wind had turned to the west."


def as_csv(events: tuple[Reported, ...] | list[Reported]) -> str:
    return "".join(spreadsheet.lines(events))


def test_one_event_of_several_articles_is_one_row_with_all_its_evidence(events: Events, ledger: Ledger) -> None:
    found = events(
        record("a", f"{FILLER}\n{ONE}", outlet="Harrow Wire"), record("b", f"{FILLER}\n{ONE}", "2031-03-05"),
        record("c", f"{ONE} Ministers in three capitals asked for an hour of silence at the graves.", "2031-03-06"),
    )  # fmt: skip
    (row,) = rows(found)
    assert (row["articles"], row["origins"], row["mentions"]) == (3, 2, 3)
    assert [e["article"] for e in row["evidence"]] == ["a", "b", "c"]
    for one in row["evidence"]:
        assert ledger.entry(one["entry"]).quote == ONE
        assert ledger.article(one["article"], one["version"]).article.text[slice(*one["span"])] == ONE
    assert row["quote"] == ledger.entry(row["event"]).quote
    told = {name: row[name] for name in (
        "source", "source_country", "source_sector", "target", "cameo", "root", "plover_type", "plover_context",
        "earliest", "latest", "known_from", "place", "radius_km", "made_with")}  # fmt: skip
    assert told == {
        "source": "Norway; Peru", "source_country": "NOR; PER", "source_sector": "MIL; MIL", "target": "Romania",
        "cameo": "190", "root": "19", "plover_type": "ASSAULT", "plover_context": "military; territory",
        "earliest": "2031-03-03", "latest": "2031-03-03", "known_from": "2031-03-04", "place": "Dorvik",
        "radius_km": 4.0, "made_with": "lexicon abc; model m 2; onrecord 1.0",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Norway shelled Peru on 3 March.", ("2031-03-03", "2031-03-03", "text")),
        ("Norway shelled Peru in March.", ("2031-03-01", "2031-03-31", "text")),
        ("Norway shelled Peru.", (None, "2031-03-04", "published")),
        ("Norway may shell Peru.", (None, None, None)),
    ],
)
def test_a_row_says_whether_the_text_dates_it_or_only_its_report(
    events: Events, text: str, days: tuple[str | None, ...]
) -> None:
    (row,) = rows(events(record("a", text)))
    assert (row["earliest"], row["latest"], row["dated_by"]) == days


def test_what_all_did_to_each_other_has_a_row_in_each_direction(events: Events) -> None:
    found = events(record("a", "Norway and Sweden met Peru on 3 March."))
    assert [(r["direction"], r["source"], r["target"]) for r in rows(found)] == [
        (1, "Norway", "Sweden; Peru"), (2, "Sweden", "Norway; Peru"), (3, "Peru", "Norway; Sweden"),
    ]  # fmt: skip
    assert len({r["event"] for r in rows(found)}) == 1


def test_factuality_is_a_column_and_never_lost(events: Events) -> None:
    found = events(record("a", "Norway shelled Peru. Norway may shell Peru. Norway will shell Peru."))
    everything = spreadsheet.read(as_csv(chosen(found, everything=True)))
    assert sorted(r["factuality"] for r in everything) == ["happened", "planned", "possible"]
    assert [r["factuality"] for r in spreadsheet.read(as_csv(chosen(found)))] == ["happened"]


def test_a_reviewers_word_and_the_day_asked_for_count(events: Events, ledger: Ledger) -> None:
    (one,) = events(record("a", "Sweden praised Peru."))
    ledger.review(one.view.id, "set", author="Ada", field="cameo", value="057")
    assert [r["cameo"] for r in rows(events())] == ["057"]
    ledger.review(one.view.id, "reject", author="Ada")
    assert events() == ()
    (early,) = events(record("b", "Peru praised Sweden.", "2031-03-01"), as_of="2031-03-02")
    assert early.view.source == "Peru"


@pytest.mark.parametrize("name", ["=1+1", "+1", "-2", "@SUM(A1)", "\t=1", "\r=1", "'tis", "'=1", '=HYPERLINK("x","y")'])
def test_no_cell_is_a_formula_and_each_is_read_back_as_it_was(events: Events, name: str) -> None:
    found = events(record("a", ONE, outlet=name))
    text = as_csv(found)
    (raw,) = csv.DictReader(io.StringIO(text, newline=""))
    assert not raw["outlet"].startswith(("=", "+", "-", "@", "\t", "\r"))
    assert (raw["goldstein"], raw["lon"]) == ("-10.0", "-7.25"), "a number is no formula"
    assert [r["outlet"] for r in spreadsheet.read(text)] == [name]


@given(st.lists(st.tuples(st.text(), st.text()), max_size=4))
def test_whatever_was_written_is_read_back(cells: list[tuple[str, str]]) -> None:
    table = [{"a": a, "b": b} for a, b in cells]
    clean = [row for row in table if not any("\ud800" <= c <= "\udfff" or c == "\0" for v in row.values() for c in v)]
    assert spreadsheet.read("".join(spreadsheet.written(("a", "b"), clean))) == clean


def test_a_table_is_read_back_with_all_its_cells(events: Events) -> None:
    found = events(record("a", f"{ONE} Sweden praised Peru."), record("b", "Norway met Peru in Dorvik."))
    want = [{name: _plain(value) for name, value in row.items()} for row in rows(found)]
    assert spreadsheet.read(as_csv(found)) == want
    semicolons = io.StringIO()
    csv.writer(semicolons, delimiter=";").writerows(csv.reader(io.StringIO(as_csv(found), newline="")))
    assert spreadsheet.read("\ufeff" + semicolons.getvalue()) == want, "as a spreadsheet saves it"


def _plain(value: Any) -> str:
    return "" if value is None else json.dumps(value) if isinstance(value, list) else str(value)


def test_what_is_no_csv_is_told() -> None:
    with pytest.raises(ReadError, match="no CSV"):
        spreadsheet.read('a,b\n"x')


def test_geojson_has_events_and_places_with_their_radius(events: Events, ledger: Ledger) -> None:
    found = events(
        record("a", f"{ONE} Sweden praised Peru."), record("b", "Rain in Dorvik. Norway met Peru in Dorvik.")
    )
    data = json.loads("".join(geojson.lines(found, ledger.with_records()[1])))
    assert data["type"] == "FeatureCollection"
    by_kind = {kind: [f for f in data["features"] if f["properties"]["feature"] == kind] for kind in ("event", "place")}
    assert [(f["properties"]["source"], f["geometry"]) for f in by_kind["event"]] == [
        ("Norway; Peru", {"type": "Point", "coordinates": [-7.25, 61.5]}),
        ("Norway", {"type": "Point", "coordinates": [-7.25, 61.5]}),
        ("Peru", {"type": "Point", "coordinates": [-7.25, 61.5]}), ("Sweden", None),
    ]  # fmt: skip
    (place,) = by_kind["place"]
    assert place["geometry"]["coordinates"] == [-7.25, 61.5]
    assert {n: place["properties"][n] for n in ("place", "radius_km", "articles")} == {
        "place": "Dorvik", "radius_km": 4.0, "articles": ["a", "b"],
    }  # fmt: skip
    assert len({f["id"] for f in by_kind["event"]}) == 4
    assert json.loads("".join(geojson.lines((), ())))["features"] == []


def test_polecat_has_its_40_columns_and_says_none_where_nothing_is_known(events: Events) -> None:
    found = events(
        record("a", ONE, outlet="Harrow Wire"), record("b", "Sweden praised Peru.", None), as_of="2031-03-10"
    )
    header, *table = ("".join(polecat.lines(found))).splitlines()
    assert (header.split("\t"), len(polecat.COLUMNS)) == (list(polecat.COLUMNS), 40)
    first, second, praise = (dict(zip(polecat.COLUMNS, text.split("\t"), strict=True)) for text in table)
    assert [first[n] for n in ("Actor Name", "Recipient Name")] == ["Norway", "Romania"]
    assert [second[n] for n in ("Actor Name", "Recipient Name")] == ["Peru", "Romania"]
    assert {n: c for n, c in first.items() if c != "None"} == {
        "Event ID": f"{found[0].view.id}-1", "Event Date": "2031-03-03", "Event Type": "ASSAULT",
        "Event Mode": "artillery", "Quad Code": "MATERIAL CONFLICT", "Contexts": "military;territory",
        "Actor Name": "Norway", "Actor Country": "NOR", "Primary Actor Sector": "MIL", "Actor Sectors": "MIL",
        "Actor Title": "neighbour", "Actor Name Raw": "Norway", "Recipient Name": "Romania",
        "Recipient Country": "ROU", "Primary Recipient Sector": "MIL", "Recipient Sectors": "MIL",
        "Recipient Title": "neighbour", "Recipient Name Raw": "Romania", "Placename": "Dorvik", "City": "Dorvik",
        "Province": "Viken", "Country": "NOR", "Latitude": "61.5", "Longitude": "-7.25", "GeoNames ID": "77",
        "Raw Placename": "Dorvik", "Source": "Harrow Wire", "Publication Date": "2031-03-04",
        "Story Locations": "Dorvik", "Language": "English",
        "Version": "onrecord (lexicon abc; model m 2; onrecord 1.0)",
    }  # fmt: skip
    assert (praise["Event Date"], praise["Publication Date"], praise["Event Mode"]) == ("None", "None", "None")


def test_parquet_has_the_table_with_its_types(events: Events) -> None:
    pq = pytest.importorskip("pyarrow.parquet")
    found = events(
        record("a", f"{ONE} Norway and Sweden met."), record("b", "Peru may shell Norway.", None), as_of="2031-03-10"
    )
    out = io.BytesIO()
    parquet.write(found, out)
    back = pq.read_table(io.BytesIO(out.getvalue())).to_pylist()
    want = list(rows(found))
    assert [list(row) for row in back] == [list(COLUMNS)] * len(want)
    for row, mine in zip(back, want, strict=True):
        assert row["earliest"] == (date.fromisoformat(mine["earliest"]) if mine["earliest"] else None)
        assert {n: row[n] for n in ("source", "goldstein", "lat", "quad", "factuality", "quote")} == {
            n: mine[n] for n in ("source", "goldstein", "lat", "quad", "factuality", "quote")
        }
        assert [(e["entry"], e["span"], json.loads(e["made_with"])) for e in row["evidence"]] == [
            (e["entry"], e["span"], e["made_with"]) for e in mine["evidence"]
        ]


def test_a_place_that_stands_for_a_government_is_not_on_the_map(events: Events) -> None:
    from dataclasses import replace

    made = record("a", ONE)
    made = replace(made, places=tuple(replace(p, use="metonymic") for p in made.places))
    (row,) = rows(events(made))
    assert (row["place"], row["lat"]) == (None, None)


def test_geojson_draws_a_region_that_has_an_outline() -> None:
    sea = Place("p1", Span(0, 9), "Black Sea", lat=43.2, lon=34.2, kind="water", radius_km=500.0)
    made = replace(record("a", "Black Sea storm."), places=(sea,))
    (feature,) = json.loads("".join(geojson.lines((), [made])))["features"]
    assert feature["geometry"]["type"] == "Polygon"
    assert feature["properties"]["point"] == [34.2, 43.2]
