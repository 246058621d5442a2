"""The order in which articles arrive, and how often, does not change what the ledger says."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.ledger import Ledger
from onrecord.model import Record
from onrecord.store.identity import known_from

NOW = "2031-03-10T12:00:00+00:00"
DAYS = ["2031-02-28", "2031-03-01", "2031-03-02", "2031-03-05", "2031-03-10", "2031-03-12"]

sentences = st.sampled_from([
    "Ostrania vowed that 500 soldiers would leave Karsova by 4 March.",
    "Ostrania vowed that soldiers would leave Karsova by 9 March.",
    "Velmark denied that soldiers would leave Karsova.",
    "Velmark said up to 900 soldiers stood in Karsova.",
    "Velmark said up to 1200 soldiers stood in Karsova.",
    "The last soldiers left Karsova on Tuesday, aid workers in the harbour town told a local newspaper.",
    "Rain fell over the orchards of the southern valley for a third day, and the river rose by a metre overnight.",
])  # fmt: skip
published = st.sampled_from([None, *DAYS[1:4], "2031-03-05T23:30:00-05:00", "2031-03-12"])
articles = st.lists(
    st.tuples(st.sampled_from("abcd"), st.lists(sentences, min_size=1, max_size=3).map(" ".join), published),
    min_size=1, max_size=6,
)  # fmt: skip

quick = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


class Made:
    """A ledger of records put in batches, closed and opened again between them."""

    def __init__(self, *batches: Iterable[Record]) -> None:
        self._folder = tempfile.TemporaryDirectory()
        path = Path(self._folder.name, "ledger.db")
        for batch in batches:
            with Ledger.open(path, clock=lambda: NOW) as ledger:
                for record in batch:
                    ledger.put(record)
        self.ledger = Ledger.open(path, clock=lambda: NOW)

    def __enter__(self) -> Ledger:
        return self.ledger

    def __exit__(self, *_: object) -> None:
        self.ledger.close()
        self._folder.cleanup()


def views(ledger: Ledger) -> list[str]:
    return [json.dumps(ledger.as_of(day).to_json(), sort_keys=True) for day in DAYS]


def cut(records: list[Record], at: Iterable[int]) -> list[list[Record]]:
    borders = [0, *sorted({i % (len(records) + 1) for i in at}), len(records)]
    return [records[a:b] for a, b in pairwise(borders)]


@quick
@given(articles, st.randoms(use_true_random=False), st.lists(st.integers(0, 9), max_size=3))
def test_any_order_and_any_batches_give_the_same_ledger(
    made: Callable[..., Record], given_: Any, rng: Any, at: Any
) -> None:
    records = [made(*row) for row in given_]
    shuffled = rng.sample(records, len(records))
    with Made(records) as one, Made(*cut(shuffled, at)) as other:
        assert one.digest() == other.digest()
        assert views(one) == views(other)


@quick
@given(articles)
def test_adding_twice_changes_nothing(made: Callable[..., Record], given_: Any) -> None:
    records = [made(*row) for row in given_]
    with Made(records) as once, Made(records, records) as twice:
        assert once.digest() == twice.digest()
        assert not any(twice.put(record) for record in records)


@quick
@given(articles)
def test_as_of_a_day_is_a_ledger_that_saw_no_later_article(made: Callable[..., Record], given_: Any) -> None:
    records = [made(*row) for row in given_]
    with Made(records) as whole:
        for day in DAYS:
            with Made([r for r in records if known_from(r.article.published, NOW) <= day]) as part:
                assert whole.as_of(day).to_json() == part.as_of(day).to_json()


@quick
@given(articles)
def test_every_quote_is_verbatim(made: Callable[..., Record], given_: Any) -> None:
    with Made([made(*row) for row in given_]) as ledger:
        for day in DAYS:
            in_force = {a.id: a for a in ledger.articles(day)}
            told = ledger.as_of(day).to_json()
            for gone in told.pop("withdrawn"):
                earlier = ledger.article(gone["article"], gone["version"]).article
                assert earlier.text[gone["start"] : gone["end"]] == gone["quote"]
                assert gone["version"] != in_force[gone["article"]].version
            for item in quotes(told):
                held = in_force[item["article"]]
                assert held.text[item["start"] : item["end"]] == item["quote"]
                assert item["version"] in (None, held.version)
        assert all(check.ok for check in ledger.doctor())


def quotes(value: Any) -> Iterable[dict[str, Any]]:
    if isinstance(value, dict):
        if value.get("quote") is not None:
            yield value
        for inner in value.values():
            yield from quotes(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from quotes(inner)


def test_a_better_extraction_appends_and_the_newest_shows(made: Callable[..., Record]) -> None:
    text = "Ostrania vowed that 500 soldiers would leave Karsova by 4 March."
    a, b = made("a", text), made("b", text, "2031-03-02")
    better = made("a", text, by="2")
    with Made([a, b, better]) as one, Made([a], [better], [b]) as other:
        assert one.digest() == other.digest()
        assert one.article("a").made_with["onrecord"] == "2"
        assert views(one) == views(other)
