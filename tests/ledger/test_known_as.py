"""A promisor goes by one name in the view, by the fullest that reports of the promise give and as reviewers want it."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.ledger import Ledger
from onrecord.link.refs import refs

ARTICLES = [
    {
        "id": "a", "outlet": "North Post", "published": "2031-02-10",
        "text": "Norway's defence chief promised that every marine would leave the island by 20 February.",
    },
    {
        "id": "b", "outlet": "South Mail", "published": "2031-02-11",
        "text": "Norwegian Defence Minister Ole Hrabat repeated on Tuesday that every marine would leave the island "
        "by 20 February.",
    },
    {
        "id": "c", "outlet": "East Herald", "published": "2031-02-15",
        "text": "Mr Hrabat promised on Saturday to publish a list of the ships.",
    },
]  # fmt: skip


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    made = Ledger.open(tmp_path / "ledger.db")
    made.add(ARTICLES)
    return made


def promisors(ledger: Ledger) -> list[str | None]:
    view = ledger.as_of("2031-02-20")
    assert view == ledger.fresh("2031-02-20")
    return [c.promisor_actor for c in view.commitments]


def actor(ledger: Ledger, key: str, words: str) -> str:
    record = ledger.article(key)
    return next(
        ref.id for ref in refs(record)
        if ref.kind == "actor" and words in record.article.text[ref.start : ref.end]
    )  # fmt: skip


def test_the_fullest_name_that_a_report_of_the_promise_gives(ledger: Ledger) -> None:
    assert promisors(ledger) == ["Ole Hrabat", "Hrabat"]


def test_a_pair_that_a_reviewer_joins_or_parts_is_so_in_the_view_until_it_is_undone(ledger: Ledger) -> None:
    chief, minister, bare = (actor(ledger, k, w) for k, w in (("a", "chief"), ("b", "Hrabat"), ("c", "Hrabat")))
    joined = ledger.pair(bare, minister, same=True, author="kim")
    assert promisors(ledger) == ["Ole Hrabat", "Ole Hrabat"]
    ledger.undo(joined.id, author="kim")
    assert promisors(ledger) == ["Ole Hrabat", "Hrabat"]
    ledger.pair(chief, minister, same=False, author="kim")
    assert promisors(ledger) == ["Norway's defence chief", "Hrabat"]
    assert ledger.queue() == []


def test_what_joins_two_actors_for_a_reviewer_is_the_relation_same(ledger: Ledger) -> None:
    minister, bare = actor(ledger, "b", "Hrabat"), actor(ledger, "c", "Hrabat")
    ledger.relate(bare, "same", minister, holds=True, author="kim")
    (person,) = [p for p in ledger.persons() if bare in {s.ref.id for s in p.sightings}]
    assert "a reviewer joined them" in [j.why for j in person.joins]
