"""Files and dicts in: what becomes of each, with the real reader of articles and a real kill in the middle."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from onrecord.errors import LedgerError
from onrecord.ledger import Ledger
from onrecord.model import Article, Record

TEXT = "Ostrania's defence minister said on Friday that the soldiers would leave Karsova by 4 March."


def lines(path: Path, *rows: object) -> Path:
    path.write_text("".join(f"{row if isinstance(row, str) else json.dumps(row)}\n" for row in rows), "utf-8")
    return path


def test_each_input_is_counted_for_what_it_was(ledger: Ledger, tmp_path: Path) -> None:
    first = {"id": "a", "text": TEXT, "published": "2031-02-28"}
    file = lines(tmp_path / "in.jsonl", first, "no JSON", {"id": "b", "text": TEXT}, "", [1], {"id": "c", "text": " "})
    steps: list[int] = []
    added = ledger.add([file, tmp_path / "absent.jsonl", {"id": "d", "text": "Rain fell."}], progress=steps.append)
    assert (added.new, added.new_versions, added.known, len(added.failures)) == (3, 0, 0, 4)
    assert [f.input for f in added.failures] == [f"{file}:2", f"{file}:5", f"{file}:6", str(tmp_path / "absent.jsonl")]
    assert {f.to_json()["where"] for f in added.failures} == {"read"}
    assert len(steps) == 7
    again = ledger.add([file, first | {"text": f"{TEXT} More was said."}])
    assert (again.new, again.new_versions, again.known) == (0, 1, 2)
    assert (ledger.add([first | {"outlet": "The Gazette"}]).renewed) == 1


def test_what_is_known_fills_what_the_input_leaves_out(ledger: Ledger, tmp_path: Path) -> None:
    text = tmp_path / "wire.txt"
    text.write_bytes(f"{TEXT}\r\n".encode())
    assert ledger.add([text], id="wire", published="2031-02-28", outlet="The Gazette").new == 1
    article = ledger.article("wire").article
    assert (article.published, article.outlet, article.text) == ("2031-02-28", "The Gazette", f"{TEXT}\r\n")
    given = {"id": "own", "text": TEXT, "published": "2031-02-20"}
    ledger.add([given], published="2031-02-28")
    assert ledger.article("own").article.published == "2031-02-20"
    with pytest.raises(LedgerError, match="colour"):
        ledger.add([given], colour="red")


def test_the_original_bytes_stay_with_their_hash_time_and_place(ledger: Ledger, tmp_path: Path) -> None:
    file = lines(tmp_path / "in.jsonl", {"id": "a", "text": TEXT}, {"id": "b", "text": "Rain fell."})
    ledger.add([file])
    row = ledger.original("b")
    assert row.data == file.read_bytes().splitlines(keepends=True)[1]
    assert row.address == file.as_uri()
    assert row.retrieved_at == "2031-03-10T12:00:00+00:00"
    with pytest.raises(LedgerError, match="no article of this ledger"):
        ledger.original("absent")


def test_a_fault_in_one_article_costs_no_other(ledger: Ledger) -> None:
    def faulty(function: Callable, articles: object) -> object:  # type: ignore[type-arg]
        for article in articles:  # type: ignore[attr-defined]
            yield LedgerError("the worker died") if article.id == "b" else function(article)

    added = ledger.add([{"id": key, "text": TEXT} for key in "abc"], mapper=faulty)  # type: ignore[arg-type]
    assert added.new == 2
    assert [(f.id, f.where, f.error) for f in added.failures] == [("b", "extract", "the worker died")]


def test_what_is_held_is_read_again_only_when_asked_and_changed(ledger: Ledger, made: Callable[..., Record]) -> None:
    ledger.put(made("a", TEXT))
    given = {"id": "a", "text": TEXT, "published": "2031-03-01"}
    assert ledger.add([given]).known == 1
    assert ledger.add([given], reextract=True).renewed == 1
    assert ledger.add([given], reextract=True).known == 1
    assert ledger.article("a").made_with["model"]


def test_embeddings_are_kept_where_they_are_asked_for(ledger: Ledger) -> None:
    given = {"id": "a", "text": TEXT, "published": "2031-03-01"}
    ledger.add([given])
    assert ledger.article("a").embedding is None
    assert ledger.add([given], embeddings=True).known == 1
    assert ledger.add([given], embeddings=True, reextract=True).renewed == 1
    assert ledger.article("a").embedding
    assert ledger.add([given], embeddings=True, reextract=True).known == 1


KILLED = """
import os, sys, time
from onrecord.ledger import Ledger

def slow(function, articles):
    for n, article in enumerate(articles):
        if n == 3:
            print("three done", flush=True)
        yield function(article)

with Ledger.open(sys.argv[1]) as ledger:
    ledger.add([{"id": f"a{n:03}", "text": f"Velmark said {n} soldiers had left.", "published": "2031-03-01"}
                for n in range(500)], mapper=slow)
"""


def test_a_kill_in_the_middle_loses_unfinished_articles_only(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    with subprocess.Popen([sys.executable, "-c", KILLED, path], stdout=subprocess.PIPE) as process:
        assert process.stdout and process.stdout.readline()
        time.sleep(0.05)
        os.kill(process.pid, signal.SIGKILL)
    with Ledger.open(path) as ledger:
        held = [a.id for a in ledger.articles()]
        assert 3 <= len(held) < 500
        assert held == [f"a{n:03}" for n in range(len(held))]
        assert all(check.ok for check in ledger.doctor())
        rest = [{"id": f"a{n:03}", "text": f"Velmark said {n} soldiers had left.", "published": "2031-03-01"}
                for n in range(len(held) + 2)]  # fmt: skip
        added = ledger.add(rest)
        assert (added.new, added.known) == (2, len(held))


def test_who_asks_while_many_are_added_is_answered_from_the_last_hundred(
    ledger: Ledger, made: Callable[..., Record]
) -> None:
    seen = []

    def quick(_: object, articles: Iterable[Article]) -> Iterator[Record]:
        for n, article in enumerate(articles):
            seen.append((n, ledger.as_of("2031-03-31").articles if n else 0))
            yield made(article.id, article.text, article.published)

    rows = [{"id": f"a{n:03}", "text": f"Velmark said up to {n} soldiers stood in Karsova.", "published": "2031-03-01"}
            for n in range(1, 131)]  # fmt: skip
    assert ledger.add(rows, mapper=quick).new == 130
    assert {n: told for n, told in seen if n in (1, 99, 100, 129)} == {1: 0, 99: 0, 100: 100, 129: 100}
    assert ledger.as_of("2031-03-31") == ledger.fresh("2031-03-31")
    assert ledger.as_of("2031-03-31").articles == 130


def test_many_records_go_in_at_once(ledger: Ledger, fresh: Callable[[], Ledger], made: Callable[..., Record]) -> None:
    records = [made(key, TEXT, "2031-02-28") for key in "abca"]
    assert ledger.put_all(records) == 3
    single = fresh()
    for record in records:
        single.put(record)
    assert (ledger.digest(), ledger.as_of()) == (single.digest(), single.as_of())
    ledger.remove("b", who="Ada", why="asked for")
    with pytest.raises(LedgerError, match="readmit"):
        ledger.put_all([made("d", TEXT), made("b", TEXT), made("e", TEXT)])
    assert [a.id for a in ledger.articles()] == ["a", "c", "d"]
    assert ledger.as_of() == ledger.fresh()


def test_a_reader_is_not_kept_out_while_another_process_writes(ledger: Ledger, made: Callable[..., Record]) -> None:
    ledger.put(made("a", TEXT))
    writer = sqlite3.connect(ledger.path, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("INSERT INTO article VALUES ('x', 'now')")
    assert ledger.as_of().articles == 1
    writer.execute("ROLLBACK")
    writer.close()


def test_one_path_or_one_article_need_no_list(fresh: Callable[[], Ledger], tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("The mayor promised a ferry.", "utf-8")
    ledger = fresh()
    assert ledger.add(str(file)).new == 1
    assert ledger.add({"text": "The mayor promised a tram."}).new == 1
