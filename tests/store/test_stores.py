"""What every backend does, in the words of `onrecord.store.Store`."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.errors import LedgerError
from onrecord.link.refs import refs
from onrecord.model import Edge, Record
from onrecord.model.correction import Correction
from onrecord.model.original import Original
from onrecord.model.tombstone import Tombstone
from onrecord.store import Store
from onrecord.store.identity import meta

NOW = "2031-03-10T12:00:00+00:00"
Maker = Callable[..., Record]


def put(store: Store, record: Record, keys: str = "", original: Original | None = None) -> int | None:
    with store.writing():
        return store.put(record, original=original, refs=refs(record), keys=keys.split(), now=NOW)


def test_a_record_comes_back_as_it_went_in(store: Store, made: Maker) -> None:
    record = made("a", "Velmark said so", outlet="The Gazette", title="Said", url="https://example.org/a")
    number = put(store, record)
    assert number is not None
    assert store.record(number) == record
    assert put(store, record) is None
    assert list(store.records()) == [record]


def test_what_is_held_is_known_by_text_metadata_and_what_made_it(store: Store, made: Maker) -> None:
    record = made("a", "Velmark said so")
    put(store, record)
    key = ("a", record.article.version, meta(record.article))
    assert store.holds(*key)
    assert store.holds(*key, {"onrecord": "1"})
    assert not store.holds(*key, {"onrecord": "2"})
    assert not store.holds("b", *key[1:])
    assert not store.holds(*key[:2], meta(made("a", "Velmark said so", "2031-03-02").article))


def test_a_transaction_stays_whole_or_not_at_all(store: Store, made: Maker) -> None:
    with pytest.raises(ZeroDivisionError), store.writing():
        store.put(made("a", "Velmark said so"), original=None, refs=(), keys=("k",), now=NOW)
        assert store.held("a"), "the writer sees what it wrote"
        raise ZeroDivisionError
    assert store.held("a") is None
    assert store.versions() == []


def test_a_change_outside_of_a_transaction_is_refused(store: Store, made: Maker) -> None:
    with pytest.raises(LedgerError, match="outside"):
        store.put(made("a", "Velmark said so"), original=None, refs=(), keys=(), now=NOW)


def test_partners_are_the_newest_records_of_other_articles_in_a_block(store: Store, made: Maker) -> None:
    a = put(store, made("a", "Velmark said so"), "x y")
    put(store, made("a", "Velmark said more", "2031-03-02"), "x")
    b = put(store, made("b", "Velmark said so"), "x y")
    newer = put(store, made("b", "Velmark said so", made_with="2"), "y")
    put(store, made("c", "Velmark said so"), "z")
    assert a and b and newer
    assert store.partners(a) == [newer]
    assert not store.newest(b)
    assert store.newest(newer)


def test_edges_are_found_whichever_record_they_start_from(store: Store, made: Maker) -> None:
    records = made("a", "Velmark said so"), made("b", "Velmark said so")
    first, second = (put(store, r) for r in records)
    assert first and second
    (one,), (other,) = (tuple(refs(r)) for r in records)
    edge, back = Edge("same", one, other, "test"), Edge("violated", other, one, "test")
    with store.writing():
        store.add_edges({"a": first, "b": second}, [edge], NOW)
        store.add_edges({"b": second, "a": first}, [edge, back], NOW)
    assert sorted(store.edges()) == sorted([edge, back])
    assert sorted(store.edges([second, first])) == sorted([edge, back])
    assert list(store.edges([first])) == []
    put(store, made("a", "Velmark said so", made_with="2"))
    assert list(store.edges()) == [], "the newest extraction has no edges yet"


def test_of_each_article_the_newest_version_known_on_the_day_is_in_force(store: Store, made: Maker) -> None:
    second = made("a", "Velmark said more", "2031-03-02T08:00:00+00:00")
    first, undated = made("a", "Velmark said so", "2031-03-01"), made("u", "Velmark said so", None)
    for record in (second, undated, first):
        put(store, record)
    assert [(h.article, h.version) for h in store.in_force("2031-03-01")] == [("a", first.article.version)]
    assert [(h.article, h.version) for h in store.in_force("2031-03-02")] == [("a", second.article.version)]
    assert [h.article for h in store.in_force("2031-03-10")] == ["a", "u"]
    assert store.several("2031-03-01") == frozenset()
    assert store.several("2031-03-02") == {"a"}
    assert store.last_day() == "2031-03-02"


def test_entries_are_found_by_name_with_the_newest_record_first(store: Store, made: Maker) -> None:
    record = made("a", "Velmark said so")
    numbers = [put(store, record), put(store, made("a", "Velmark said so", made_with="2"))]
    (ref,) = refs(record)
    assert [(row.ref, row.record_id) for row in store.entries(ref.id)] == [(ref, numbers[1]), (ref, numbers[0])]
    assert store.entries("s0") == []


def test_search_keeps_to_the_records_given(store: Store, made: Maker) -> None:
    a, b = put(store, made("a", "Velmark said nothing")), put(store, made("b", "Velmark said so"))
    assert a and b
    assert {m.article for m in store.search("velmark", None, 9)} == {"a", "b"}
    assert {m.article for m in store.search("velmark", [b], 9)} == {"b"}
    assert store.search("velmark", [], 9) == []
    assert len(store.search("velmark", None, 1)) == 1


def test_originals_are_kept_once_and_first_come(store: Store, made: Maker) -> None:
    record = made("a", "Velmark said so")
    put(store, record, original=Original(b"one", NOW, "https://example.org/1"))
    put(store, record, original=Original(b"two", NOW, "https://example.org/2"))
    row = store.original("a")
    assert row is not None
    assert (row.data, row.address) == (b"one", "https://example.org/1")
    assert store.original("b") is None


def test_decisions_come_back_in_order_of_their_times(store: Store, made: Maker) -> None:
    record = made("a", "Velmark said so")
    put(store, record)
    version = record.article.version
    late, early = (
        Correction("a", version, "statement", 8, "said", "Velmark ", " so", "accept", "Ada", time)
        for time in ("2", "1")
    )
    with store.writing():
        for decision in (late, early, late):
            store.add_correction(decision, NOW)
    assert store.corrections() == store.corrections("a") == [early, late]
    assert store.corrections("b") == []


def test_removal_erases_one_article_and_leaves_its_tombstone(store: Store, made: Maker) -> None:
    record = made("a", "Velmark said so")
    put(store, record, "x", Original(b"bytes", NOW))
    kept = put(store, made("b", "Ostrania said so"), "x", Original(b"bytes", NOW))
    stone = Tombstone("a", (record.article.version,), "Ada", "court order", NOW)
    store.remove(stone, NOW)
    assert store.held("a") is None
    assert [r.article.id for r in store.records()] == ["b"]
    assert kept and store.partners(kept) == []
    assert store.search("velmark", None, 9) == []
    assert store.tombstones() == store.tombstones("a") == [stone]
    row = store.original("b")
    assert row and row.data == b"bytes"
    assert all(check.ok for check in store.check())


def test_questions_in_a_snapshot_see_one_state(store: Store, made: Maker) -> None:
    import threading

    put(store, made("a", "Velmark said so"))
    with store.snapshot():
        assert len(store.versions()) == 1
        other = threading.Thread(target=put, args=(store, made("b", "Velmark said so")))
        other.start()
        other.join()
        assert len(store.versions()) == 1
    assert len(store.versions()) == 2
