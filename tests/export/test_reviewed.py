"""What reviewers decided, taken out: as passages to test with, and as Web Annotations."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from onrecord.export.annotations import collection
from onrecord.export.gold import gold
from onrecord.ledger import Ledger
from onrecord.link.refs import refs
from onrecord.model import Record

TEXT = (
    "Velmark’s premier vowed on Monday that up to 900 soldiers would leave Karsova by 12 May.\n\n"
    "Ruvia denied that the soldiers would leave. \N{SMILING FACE WITH SUNGLASSES} Its envoy promised bread."
)


@pytest.fixture
def ledger(tmp_path: Path, record: Callable[..., Record]) -> Any:
    with Ledger.open(tmp_path / "a.db", clock=lambda: "2031-05-20T12:00:00+00:00") as made:
        made.put(record(TEXT, "2031-05-05"))
        yield made


def passages(ledger: Ledger) -> list[dict[str, Any]]:
    return [json.loads(line) for line in gold(ledger.reviewed(["test"]))]


def names(ledger: Ledger, kind: str) -> list[str]:
    return [r.id for r in refs(ledger.article("test")) if r.kind == kind]


def test_a_paragraph_is_gold_once_all_of_its_entries_are_decided_on(ledger: Ledger) -> None:
    assert passages(ledger) == []
    ledger.review(names(ledger, "commitment")[0], "accept", author="Ada")
    (line,) = passages(ledger)
    assert (line["set"], line["text"], line["first_run"]) == ("commitments", TEXT.split("\n\n", maxsplit=1)[0], "right")
    (promise,) = line["commitments"]
    assert (promise["promisor"], promise["deadline_iso"], promise["kind"]) == (
        "Velmark’s premier",
        "2031-05-12",
        "promise",
    )
    ledger.review(names(ledger, "commitment")[0], "set", author="Ada", field="kind", value="assurance")
    assert [p["first_run"] for p in passages(ledger)] == ["wrong"]


def test_where_all_was_struck_out_the_passage_holds_none(ledger: Ledger) -> None:
    ledger.review(names(ledger, "commitment")[0], "reject", author="Ada")
    (line,) = passages(ledger)
    assert (line["commitments"], line["non_commitment"], line["first_run"]) == ([], True, "wrong")


def test_spans_count_from_the_beginning_of_the_passage(ledger: Ledger) -> None:
    for name in names(ledger, "statement"):
        ledger.review(name, "accept", author="Ada")
    second = [p for p in passages(ledger) if p["set"] == "attribution"][1]
    (start, end) = second["attributions"][0]["cue"][0]
    assert second["text"][start:end] == "denied"


def test_numbers_are_gold_with_their_bounds(ledger: Ledger) -> None:
    for name in names(ledger, "quantity"):
        ledger.review(name, "accept", author="Ada")
    (line,) = passages(ledger)
    assert line["set"] == "quantities"
    assert line["quantities"] == [{"change": "<", "value": "900", "unit": "soldier", "quote": "up to 900"}]


def test_annotations_lead_to_the_words_and_say_who_decided_what(ledger: Ledger) -> None:
    ledger.review(names(ledger, "commitment")[0], "accept", author="Ada", note="clear")
    ledger.review(names(ledger, "denial")[0], "reject", author="Bo")
    found = json.loads(collection(ledger.reviewed(["test"])))
    assert (found["@context"], found["type"], found["total"]) == (
        "http://www.w3.org/ns/anno.jsonld",
        "AnnotationCollection",
        2,
    )
    for item in found["first"]["items"]:
        words, place = item["target"]["selector"]
        assert TEXT[place["start"] : place["end"]] == words["exact"]
        assert TEXT[: place["start"]].endswith(words["prefix"])
        assert item["target"]["source"].startswith("tag:")
    values = [
        [b["value"] for b in i["body"] if b["purpose"] in ("assessing", "commenting")] for i in found["first"]["items"]
    ]
    assert values == [["accepted", "clear"], ["struck out"]]
