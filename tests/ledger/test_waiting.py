"""What waits for a reviewer; and lists in other orders than that of the view are the same in pieces or at once."""

from __future__ import annotations

import tempfile
from pathlib import Path
from random import Random
from typing import Any

import pytest
from tests.ledger.test_kept import DAYS, DEEDS, NOW, Maker, put

from onrecord.errors import LedgerError
from onrecord.ledger import Ledger
from onrecord.ledger.doubts import REVIEWED
from onrecord.ledger.listed import Rows, rows
from onrecord.link.refs import refs
from onrecord.model import Record

SOON = "Ostrania vowed that soldiers would leave Karsova by 4 March."
LATER = "Ostrania vowed that soldiers would leave Ostia by 31 March."


def world(ledger: Ledger, made: Maker, seed: int) -> None:
    random = Random(seed)
    put(ledger, made, random)
    for _ in range(8):
        try:
            random.choice(DEEDS)(ledger, made, random)
        except LedgerError:  # nothing there to be decided on, or removed before
            continue


@pytest.mark.parametrize("seed", range(20, 26))
def test_every_entry_in_force_waits_until_it_is_decided_on(made: Maker, seed: int) -> None:
    with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder, "l.db"), clock=lambda: NOW) as ledger:
        world(ledger, made, seed)
        for day in DAYS:
            wanted = {
                (ref.id, ref in decided)
                for record, decided in ledger.reviewed([s.article for s in ledger.known_articles(day)], day)
                for ref in refs(record) if ref.kind in REVIEWED
            }  # fmt: skip
            waiting = ledger.waiting(day)
            assert {(one.id, False) for one in waiting.only(statuses=("open",))} | {
                (one.id, True) for one in waiting.only(statuses=("decided",))
            } == wanted
            assert len(waiting) == len(wanted)


@pytest.mark.parametrize("seed", range(30, 34))
def test_every_order_is_the_same_in_pieces(made: Maker, seed: int) -> None:
    with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder, "l.db"), clock=lambda: NOW) as ledger:
        world(ledger, made, seed)
        for day in DAYS:
            view = ledger.paged(day)
            asked: list[tuple[Any, tuple[str, ...]]] = [
                (ledger.waiting(day), ("doubt", "weight")), (view.commitments, ("due", "nearest", "place", "last")),
                (view.series, ("moved", "longest")), (view.stories, ("most",)), (view.events, ("reported",)),
            ]  # fmt: skip
            for some, orders in asked:
                for order in orders:
                    chosen = rows(some).only(order=order)
                    assert one_by_one(chosen) == at_once(ledger, chosen, day)


def one_by_one(some: Rows[Any]) -> list[str]:
    return [getattr(some[n], "name", None) or some[n].id for n in range(len(some))]


def at_once(ledger: Ledger, some: Rows[Any], day: str) -> list[str]:
    with ledger._store.listing(day) as listing:
        return listing.names(some._name, some._choice)


@pytest.fixture
def record(made: Maker) -> Record:
    return made("a", SOON, "2031-03-01", outlet="Herald")


def test_what_is_near_its_last_day_weighs_more(ledger: Ledger, record: Record, made: Maker) -> None:
    ledger.put(record)
    ledger.put(made("b", LATER, "2031-03-02", outlet="Post"))

    def first(day: str) -> str:
        return ledger.waiting(day).only(order="weight")[0].article

    assert (first("2031-03-05"), first("2031-03-25")) == ("a", "b")


def test_it_can_be_asked_for_by_outlet_and_days(ledger: Ledger, record: Record, made: Maker) -> None:
    ledger.put(record)
    ledger.put(made("b", LATER, "2031-03-02", outlet="Post"))

    def found(**asked: str) -> set[str]:
        return {one.article for one in ledger.waiting().only(**asked)}

    assert (found(whose="post"), found(whose="gazette")) == ({"b"}, set())
    assert (found(placed_to="2031-03-01"), found(placed_from="2031-03-02"), found(placed_from="2031-03-03")) == (
        {"a"}, {"b"}, set(),
    )  # fmt: skip
