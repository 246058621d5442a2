"""The compiled gazetteer: what it knows, that it is built once and safely, and that our own tables are in order."""

from __future__ import annotations

import os
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from onrecord.errors import LexiconError
from onrecord.lexicon import atlas, gazetteer, gazetteer_build, rows
from onrecord.lexicon.romanise import key, skeletons


@pytest.mark.parametrize(
    ("name", "country", "near"),
    [
        ("Kyiv", "UKR", (50.45, 30.52)),
        ("Kiev", "UKR", (50.45, 30.52)),
        ("Sao Paulo", "BRA", (-23.5, -46.6)),
        ("St. Petersburg", "RUS", (59.9, 30.3)),
        ("Terrebonne Parish", "USA", (29.5, -90.8)),
        ("Pampanga", "PHL", (15.0, 120.7)),
    ],
)
def test_it_knows_places_by_any_of_their_names(name: str, country: str, near: tuple[float, float]) -> None:
    found = [(e.lat, e.lon) for e in gazetteer.lookup(name) if e.country == country]
    assert any(abs(lat - near[0]) < 0.6 and abs(lon - near[1]) < 0.6 for lat, lon in found)


def test_the_largest_place_of_a_name_comes_first() -> None:
    people = [e.population for e in gazetteer.lookup("Springfield")]
    assert people == sorted(people, reverse=True)
    assert len(people) > 20


def test_a_name_that_is_no_place_gives_nothing() -> None:
    assert gazetteer.lookup("Qwertyville") == ()
    assert gazetteer.lookup("") == ()


def test_another_romanisation_is_found_within_one_country_only() -> None:
    assert "Kharkiv" in {e.name for e in gazetteer.spelt_like("Charkiw", "UKR")}
    assert gazetteer.spelt_like("Charkiw", "BRA") == ()


def test_countries_have_neighbours_and_capitals() -> None:
    belarus = gazetteer.nations()["BLR"]
    assert (belarus.capital, "POL" in belarus.neighbours) == ("Minsk", True)


@pytest.mark.slow
def test_processes_that_build_at_once_all_get_a_whole_file(tmp_path: Path) -> None:
    target = tmp_path / "cache" / "gazetteer.sqlite"
    steps: list[str] = []
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda _: gazetteer_build.build(target, steps.append), range(2)))
    with sqlite3.connect(target) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert db.execute("SELECT count(*) FROM place").fetchone()[0] > 250_000
    assert sorted(p.name for p in target.parent.iterdir()) == ["gazetteer.sqlite", "gazetteer.sqlite.sha256"]
    assert gazetteer_build.intact(target)
    assert "towns" in steps


def test_the_file_is_named_after_what_it_was_made_from() -> None:
    assert gazetteer_build.fingerprint() in gazetteer_build.path().name


@pytest.mark.parametrize("topic", ["regions", "sites"])
def test_every_entry_of_our_own_tables_is_found_by_each_of_its_names(topic: str) -> None:
    for row in rows(topic):
        assert -90 <= float(row["lat"]) <= 90 and -180 <= float(row["lon"]) <= 180 and float(row["radius_km"]) > 0, row
        assert row["kind"] in {"country", "region", "city", "site", "line", "water"}, row
        for name in row["names"].split("|"):
            kinds = {s.kind for s in atlas.senses(name)}
            assert row["kind"] in kinds, name


def test_our_own_regions_waters_and_lines_span_the_world() -> None:
    assert len(rows("regions")) >= 150
    assert {"region", "water", "line"} <= {row["kind"] for row in rows("regions")}


def test_every_country_has_a_point_and_a_reach() -> None:
    for row in rows("countries"):
        found = atlas.country(row["alpha3"])
        assert found is not None and found.radius > 0, row["alpha3"]


def test_short_forms_of_states_are_known() -> None:
    for row in rows("place_abbreviations"):
        assert atlas.short_form(row["form"], True), row


@pytest.mark.parametrize(
    ("one", "other"),
    [("Lugansk", "Luhansk"), ("Mogilyov", "Mahilyow"), ("Zaporozhye", "Zaporizhzhia"), ("Gomel", "Homel")],
)
def test_spellings_of_one_name_share_a_skeleton(one: str, other: str) -> None:
    assert set(skeletons(one)) & set(skeletons(other))


def test_a_key_ignores_case_accents_and_points() -> None:
    assert key("Ñuñoa") == key("nunoa")
    assert key("U.S.") == "us"
    assert key("Port-au-Prince") == "port au prince"


@pytest.mark.parametrize(
    ("said", "country", "town"),
    [
        ("Nikolaiev", "UKR", "Mykolayiv"), ("Charkow", "UKR", "Kharkiv"), ("Mogilyov", "BLR", "Mahilyow"),
        ("Al-Qamishly", "SYR", "Al Qāmishlī"), ("Deir Ezzour", "SYR", "Deir ez-Zor"), ("Kandehar", "AFG", "Kandahār"),
        ("Cchinvali", "GEO", "Ts’khinvali"), ("Qamishlie", "SYR", "Al Qāmishlī"),
    ],
)  # fmt: skip
def test_another_romanisation_finds_the_town_of_its_country(said: str, country: str, town: str) -> None:
    found = atlas.senses(said) or tuple(filter(None, [atlas.spelt_like(said, country)]))
    assert town in {s.name for s in found if s.country == country}


@pytest.mark.parametrize(
    ("said", "country"),
    [("Kuzalti", "UKR"), ("Dorvik", "UKR"), ("Karsova", "UKR"), ("Halmar", "RUS"), ("Nikolaiev", "POL")],
)
def test_a_name_that_only_sounds_a_little_like_a_town_is_not_moved_there(said: str, country: str) -> None:
    assert atlas.spelt_like(said, country) is None


def test_the_file_of_another_version_in_use_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gazetteer, "path", lambda: tmp_path / "gazetteer-new.sqlite")
    monkeypatch.setattr(gazetteer, "build", lambda target, say: target.touch())
    other, stale = tmp_path / "gazetteer-other.sqlite", tmp_path / "gazetteer-stale.sqlite"
    other.touch()
    stale.touch()
    os.utime(stale, (0, 0))
    gazetteer._ready()
    assert sorted(f.name for f in tmp_path.iterdir()) == ["gazetteer-new.sqlite", "gazetteer-other.sqlite"]


@pytest.mark.parametrize("damage", [b"", b"half a file", None])
def test_a_damaged_file_is_noticed_and_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], damage: bytes | None
) -> None:
    def build(target: Path, say: object) -> None:
        target.write_bytes(b"a whole file")
        gazetteer_build.check_path(target).write_text(gazetteer_build.digest(target))

    target = tmp_path / "gazetteer-new.sqlite"
    monkeypatch.setattr(gazetteer, "path", lambda: target)
    monkeypatch.setattr(gazetteer, "build", build)
    gazetteer._ready()
    if damage is None:
        gazetteer_build.check_path(target).unlink()
    else:
        target.write_bytes(damage)
    assert gazetteer._ready().read_bytes() == b"a whole file"
    assert capsys.readouterr().err == f"{target}: damaged; compiling the gazetteer anew\n"
    gazetteer._ready()
    assert capsys.readouterr().err == ""


def test_a_folder_that_cannot_be_written_is_told_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setattr(gazetteer, "path", lambda: tmp_path / "file" / "gazetteer-new.sqlite")
    with pytest.raises(LexiconError, match="cannot be compiled there"):
        gazetteer._ready()


@pytest.mark.parametrize(("said", "name"), [("Харків", "Kharkiv"), ("Минск", "Minsk"), ("Бургас", "Burgas")])
def test_a_town_is_known_in_cyrillic(said: str, name: str) -> None:
    assert name in {e.name for e in gazetteer.lookup(said) if e.usual}
