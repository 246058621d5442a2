"""The scenarios of the project's own gold, told in one ledger: every day of every article says what was known on it,
whatever order and whatever batches the articles came in. Where ONRECORD_GOLD names a folder, its scenarios, too."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from random import Random

import pytest

from onrecord.extract.pipeline import extract
from onrecord.ledger import Ledger
from onrecord.model import Article, Record
from onrecord.read.parts import parts
from onrecord.store.identity import known_from

GOLD = (Path(__file__).parents[2] / "eval" / "gold", Path(os.environ.get("ONRECORD_GOLD") or "no other gold"))
NOW = "2031-03-31T12:00:00+00:00"
BATCHES = 6


@dataclass(frozen=True)
class Told:
    """The records of all scenarios, and what a ledger said that was given them day by day: its digest, and on each day
    what it said while it had seen no later article."""

    records: tuple[Record, ...]
    digest: str
    days: dict[str, str]


def articles() -> Iterator[Article]:
    """The articles of all scenarios, each once: a scenario stands there anew for every day that is asked of it."""
    given = set()
    for file in (file for folder in GOLD for file in sorted((folder / "ledger").glob("*.jsonl"))):
        for line in file.read_text("utf-8").splitlines():
            scenario = json.loads(line)
            for row in scenario["articles"]:
                key = f"{file.stem}: {scenario['title']}/{row['id']}"
                known = {name: row.get(name) for name in ("published", "outlet", "title")}
                if key not in given:
                    given.add(key)
                    yield Article(key, row["text"], language="en", parts=parts(row["text"], known["title"]), **known)


def day(record: Record) -> str:
    return known_from(record.article.published, NOW)


@contextmanager
def filled(path: Path, *batches: Iterable[Record]) -> Iterator[Ledger]:
    """A ledger that was opened for each batch anew."""
    for batch in batches:
        with Ledger.open(path, clock=lambda: NOW) as ledger:
            for record in batch:
                ledger.put(record)
    with Ledger.open(path, clock=lambda: NOW) as ledger:
        yield ledger


def view(ledger: Ledger, day: str) -> str:
    return json.dumps(ledger.as_of(day).to_json(), sort_keys=True)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    records = sorted(extract(articles()), key=lambda r: (day(r), r.article.id))
    days = {}
    with filled(tmp_path_factory.mktemp("by day") / "ledger.db") as ledger:
        for today, some in groupby(records, key=day):
            for record in some:
                ledger.put(record)
            days[today] = view(ledger, today)
        return Told(tuple(records), ledger.digest(), days)


def test_any_order_and_any_batches_say_the_same_on_every_day(told: Told, tmp_path: Path) -> None:
    random, mixed = Random("scenarios"), list(told.records)
    random.shuffle(mixed)
    borders = sorted(random.sample(range(1, len(mixed)), BATCHES - 1))
    batches = [mixed[a:b] for a, b in zip([0, *borders], [*borders, len(mixed)], strict=True)]
    with filled(tmp_path / "ledger.db", *batches) as ledger:
        assert ledger.digest() == told.digest
        assert [today for today, was in told.days.items() if view(ledger, today) != was] == []


def test_there_is_something_to_tell(told: Told) -> None:
    last = json.loads(list(told.days.values())[-1])
    assert len(told.records) > 300
    assert all(last[name] for name in ("commitments", "disputes", "series", "stories", "copies", "events"))
