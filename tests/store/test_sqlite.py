"""What is particular to the file: its schema and earlier ones, its log, and faults told in one line."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.errors import LedgerError
from onrecord.ledger import Ledger
from onrecord.link.refs import refs
from onrecord.model import Record
from onrecord.store import SqliteStore
from onrecord.store.schema import SCHEMA_VERSION

NOW = "2031-03-10T12:00:00+00:00"
VERSION_1 = """
CREATE TABLE schema_version (version INTEGER PRIMARY KEY, recorded_at TEXT NOT NULL);
CREATE TABLE made_with (id INTEGER PRIMARY KEY, json TEXT NOT NULL UNIQUE, recorded_at TEXT NOT NULL);
CREATE TABLE article (key TEXT PRIMARY KEY NOT NULL, recorded_at TEXT NOT NULL);
CREATE TABLE version (
    id INTEGER PRIMARY KEY, article TEXT NOT NULL REFERENCES article (key), version TEXT NOT NULL, published TEXT,
    known_from TEXT NOT NULL, title TEXT, text TEXT NOT NULL, recorded_at TEXT NOT NULL, UNIQUE (article, version));
CREATE INDEX version_known_from ON version (known_from);
CREATE TABLE original (
    id INTEGER PRIMARY KEY, version_id INTEGER NOT NULL REFERENCES version (id), data BLOB NOT NULL,
    retrieved_at TEXT NOT NULL, address TEXT, recorded_at TEXT NOT NULL);
CREATE TABLE record (
    id INTEGER PRIMARY KEY, version_id INTEGER NOT NULL REFERENCES version (id),
    made_with_id INTEGER NOT NULL REFERENCES made_with (id), json BLOB NOT NULL, recorded_at TEXT NOT NULL,
    UNIQUE (version_id, made_with_id));
CREATE TABLE entry (
    record_id INTEGER NOT NULL REFERENCES record (id), id TEXT NOT NULL, kind TEXT NOT NULL, start INTEGER NOT NULL,
    "end" INTEGER NOT NULL, recorded_at TEXT NOT NULL, PRIMARY KEY (record_id, id));
CREATE INDEX entry_id ON entry (id);
CREATE TABLE block (
    "key" TEXT NOT NULL, record_id INTEGER NOT NULL REFERENCES record (id), recorded_at TEXT NOT NULL,
    PRIMARY KEY ("key", record_id));
CREATE INDEX block_record ON block (record_id);
CREATE TABLE edge (
    record_a INTEGER NOT NULL REFERENCES record (id), record_b INTEGER NOT NULL REFERENCES record (id),
    kind TEXT NOT NULL, a_kind TEXT NOT NULL, a_start INTEGER NOT NULL, a_end INTEGER NOT NULL, b_kind TEXT NOT NULL,
    b_start INTEGER NOT NULL, b_end INTEGER NOT NULL, rule TEXT NOT NULL, recorded_at TEXT NOT NULL,
    PRIMARY KEY (record_a, record_b, kind, a_kind, a_start, a_end, b_kind, b_start, b_end, rule));
CREATE INDEX edge_record_b ON edge (record_b);
INSERT INTO schema_version VALUES (1, '2030-01-01T00:00:00+00:00');
INSERT INTO made_with VALUES (1, '{"onrecord":"1"}', '2030-01-01T00:00:00+00:00');
"""


def version_1(path: Path, records: list[Record]) -> None:
    """A ledger as the first schema kept it, with the same bytes under every article."""
    with sqlite3.connect(path) as c:
        c.executescript(VERSION_1)
        for number, record in enumerate(records, 1):
            a, when = record.article, "2030-01-02T00:00:00+00:00"
            c.execute("INSERT INTO article VALUES (?, ?)", (a.id, when))
            row = (number, a.id, a.version, a.published, (a.published or when)[:10], a.title, a.text, when)
            c.execute("INSERT INTO version VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
            row = (number, number, b"the bytes", when, "https://example.org", when)
            c.execute("INSERT INTO original VALUES (?, ?, ?, ?, ?, ?)", row)
            data = zlib.compress(json.dumps(record.to_json()).encode())
            c.execute("INSERT INTO record VALUES (?, ?, 1, ?, ?)", (number, number, data, when))
            for ref in refs(record):
                c.execute("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?)", (number, ref.id, ref.kind, *ref[3:], when))
        if len(records) > 1:
            row = (1, 2, "story", "article", 0, 0, "article", 0, 0, "stories", when)
            c.execute("INSERT INTO edge VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
    c.close()


def test_a_ledger_of_the_first_schema_is_brought_up_to_date_with_all_that_is_in_it(
    tmp_path: Path, made: Callable[..., Record]
) -> None:
    path = tmp_path / "old.db"
    records = [
        made("a", "Velmark said so", "2031-03-01"),
        made("b", "Ostrania said nothing", "2031-03-02T23:30:00-05:00"),
        made("u", "Nobody said anything", None),
    ]
    version_1(path, records)
    with Ledger.open(path) as ledger:
        assert [ledger.article(key) for key in "abu"] == records
        assert [(v.moment, v.known_from) for key in "abu" for v in ledger.versions(key)] == [
            ("2031-03-01", "2031-03-01"),
            ("2031-03-03T04:30:00+00:00", "2031-03-03"),
            ("", "2030-01-02"),
        ]
        assert [hit.article for hit in ledger.search("nothing")] == ["b"]
        assert {ledger.original(key).data for key in "abu"} == {b"the bytes"}
        for record in records:
            (ref,) = refs(record)
            assert ledger.entry(ref.id).quote == record.article.text
        assert [story.articles for story in ledger.as_of().stories] == [("a", "b")]
        assert [check.detail for check in ledger.doctor() if not check.ok] == []
    with sqlite3.connect(path) as c:
        assert [row[0] for row in c.execute("SELECT version FROM schema_version")] == [1, 2, 3]
    c.close()


def test_a_step_that_fails_leaves_the_file_as_it_was(tmp_path: Path, made: Callable[..., Record]) -> None:
    path = tmp_path / "old.db"
    version_1(path, [made("a", "Velmark said so")])
    with sqlite3.connect(path) as c:
        c.execute("UPDATE record SET json = x'00'")
    c.close()
    with pytest.raises(LedgerError, match="cannot be brought up to date"):
        SqliteStore.open(path, NOW)
    with sqlite3.connect(path) as c:
        assert c.execute("SELECT max(version) FROM schema_version").fetchone() == (1,)
        assert c.execute("SELECT published FROM version").fetchone() == ("2031-03-01",)
    c.close()


def test_a_file_of_a_later_schema_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    SqliteStore.open(path, NOW).close()
    with sqlite3.connect(path) as c:
        c.execute("INSERT INTO schema_version VALUES (?, ?)", (SCHEMA_VERSION + 1, NOW))
    c.close()
    with pytest.raises(LedgerError, match="made by a later onrecord") as told:
        SqliteStore.open(path, NOW)
    assert "\n" not in str(told.value)


def test_every_step_up_to_the_current_schema_is_there() -> None:
    from onrecord.store.migrations import STEPS

    assert sorted(STEPS) == list(range(1, SCHEMA_VERSION))


@pytest.mark.parametrize("content", [b"Not a database at all, but a long enough line of text.\n" * 40, b"\0" * 4096])
def test_what_is_no_ledger_is_told_in_one_line_and_stays_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes(content)
    with pytest.raises(LedgerError) as told:
        SqliteStore.open(path, NOW)
    assert str(path) in str(told.value)
    assert "\n" not in str(told.value)
    assert path.read_bytes() == content


def test_a_database_of_something_else_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as c:
        c.execute("CREATE TABLE recipe (name TEXT)")
    c.close()
    before = path.read_bytes()
    with pytest.raises(LedgerError, match="is no ledger"):
        SqliteStore.open(path, NOW)
    assert path.read_bytes() == before


def test_a_ledger_opens_while_another_process_writes(tmp_path: Path) -> None:
    SqliteStore.open(tmp_path / "ledger.db", NOW).close()
    writer = sqlite3.connect(tmp_path / "ledger.db", isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    reader = SqliteStore.open(tmp_path / "ledger.db", NOW)
    assert reader.versions() == []
    reader.close()
    writer.close()


def test_a_search_that_takes_too_long_is_given_up(tmp_path: Path, made: Callable[..., Record]) -> None:
    store = SqliteStore.open(tmp_path / "ledger.db", NOW, patience=0.0)
    with store.writing():
        for n in range(300):
            store.put(made(f"a{n}", "Velmark said so"), original=None, refs=(), keys=(), now=NOW)
    with pytest.raises(LedgerError, match="took too long"):
        store.search("velmark", None, 10)
    assert len(store.versions()) == 300, "the next question has its time"
    store.close()


def test_folding_the_log_waits_for_no_reader(tmp_path: Path, made: Callable[..., Record]) -> None:
    store = SqliteStore.open(tmp_path / "ledger.db", NOW)
    with store.writing():
        store.put(made("a", "Velmark said so"), original=None, refs=(), keys=(), now=NOW)
    with store.snapshot():
        assert store.versions()
        store.tidy()
    store.close()


def test_a_folder_in_the_way_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for path in (tmp_path, tmp_path / "file" / "ledger.db"):
        with pytest.raises(LedgerError):
            SqliteStore.open(path, NOW)


def test_readers_cannot_write(tmp_path: Path) -> None:
    store = SqliteStore.open(tmp_path / "ledger.db", NOW)
    with pytest.raises(LedgerError, match="readonly"), store._reading() as c:
        c.exec_driver_sql("INSERT INTO article VALUES ('a', 'now')")
    store.close()


def test_the_log_is_folded_into_the_file_when_it_is_closed(tmp_path: Path, made: Callable[..., Record]) -> None:
    store = SqliteStore.open(tmp_path / "ledger.db", NOW)
    with store.writing():
        store.put(made("a", "Velmark said so"), original=None, refs=(), keys=(), now=NOW)
    log = tmp_path / "ledger.db-wal"
    assert log.stat().st_size > 0
    store.tidy()
    assert log.stat().st_size == 0
    store.close()
    assert [p.name for p in tmp_path.iterdir()] == ["ledger.db"]
