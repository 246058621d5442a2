"""The scorer: a right answer has no faults, each way of being wrong is named, and nothing pinned can slip away."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import score
from scoring import facts, floors, ledgers, match, measures, passages, people, promises, reliability, software

Json = dict[str, Any]

TEXT = "Odo Falk said the bridge would stand."
STATEMENT: Json = {
    "id": "s1", "source": [[0, 8]], "cue": [[9, 13]], "content": [[14, 36]], "type": "indirect", "parent": None,
    "via": [], "addressee": [], "venue": [], "confidence": 0.9,
}  # fmt: skip
ATTRIBUTION: Json = {
    "id": "A1", "source": [[0, 8]], "cue": [[9, 13]], "content": [[14, 36]], "type": "indirect", "nested": False,
    "parents": [], "via": [],
}  # fmt: skip


def said(**changed: Any) -> list[str]:
    row = {"text": TEXT, "attributions": [ATTRIBUTION]}
    return people.attribution(row, {"statements": [STATEMENT | changed]})


def test_a_right_statement_has_no_fault() -> None:
    assert said() == []


@pytest.mark.parametrize(
    "changed, fault",
    [
        ({"source": []}, "source"),
        ({"source": [[18, 24]]}, "source"),
        ({"cue": [[25, 30]]}, "cue"),
        ({"type": "direct"}, "type"),
        ({"content": [[14, 24]]}, "missing"),
    ],
)
def test_each_wrong_field_of_a_statement_is_named(changed: Json, fault: str) -> None:
    assert any(f.startswith(fault) for f in said(**changed))


def test_a_statement_that_nobody_made_is_a_fault() -> None:
    assert people.attribution({"text": TEXT, "attributions": []}, {"statements": [STATEMENT]}) != []


COMMITMENT: Json = {
    "id": "c1", "kind": "promise", "operation": "make", "promisor": [[0, 4]], "promisor_actor": None,
    "action": [[14, 27]], "polarity": "+",
    "deadline": {"span": [28, 37], "type": "by", "earliest": None, "latest": "2034-05-12"},
    "old_deadline": None, "condition": [], "reported_by": [], "cue": [[5, 10]], "existence": "asserted",
}  # fmt: skip
PROMISE = {
    "text": "Brok vowed to mend the road by Friday.",
    "tags": [],
    "denials": [],
    "commitments": [
        {
            "promisor": "Brok", "promisor_alts": [], "action": "mend the road", "polarity": "+", "kind": "promise",
            "operation": "make", "deadline_iso": "2034-05-12", "deadline_iso_alts": [], "deadline_type": "by",
            "condition": None, "old_deadline_text": None, "reported_by": [], "cue": "vowed",
        }
    ],
}  # fmt: skip


def promised(**changed: Any) -> list[str]:
    return promises.commitments(PROMISE, {"commitments": [COMMITMENT | changed], "denials": [], "actors": []})


def test_a_right_commitment_has_no_fault() -> None:
    assert promised() == []


@pytest.mark.parametrize(
    "changed, fault",
    [
        ({"promisor": []}, "promisor"),
        ({"polarity": "-"}, "polarity"),
        ({"kind": "threat"}, "kind"),
        ({"operation": "extend"}, "operation"),
        ({"deadline": None}, "deadline"),
        ({"reported_by": [[0, 4]]}, "reported by"),
        ({"existence": "denied"}, "missing"),
    ],
)
def test_each_wrong_field_of_a_commitment_is_named(changed: Json, fault: str) -> None:
    assert any(fault in f for f in promised(**changed))


def test_taking_a_feared_attack_for_real_is_the_fault_that_counts() -> None:
    row = {"kind": "not_happened", "text": "They fear an attack."}
    event = {"trigger": [[13, 19]], "cameo": "190", "factuality": "possible"}
    assert facts.no_event(row, {"events": [event]}) == []
    assert facts.no_event(row, {"events": [event | {"factuality": "happened"}]}) != []
    assert facts.no_event(row | {"kind": "none"}, {"events": [event]}) != []


def test_a_bound_that_is_lost_makes_a_number_wrong() -> None:
    row = {"text": "", "quantities": [{"change": "<", "value": "300", "unit": "boat"}]}
    quantity = {"op": "le", "low": None, "high": 300, "unit": "boat"}
    assert measures.quantities(row, {"quantities": [quantity]}) == []
    assert measures.quantities(row, {"quantities": [quantity | {"op": "eq", "low": 300}]}) != []


def test_a_place_on_the_wrong_continent_is_far_off() -> None:
    row = {"text": "Tripoli", "toponyms": [{"span": [0, 7], "name": "Tripoli", "lat": 34.4, "lon": 35.8}]}
    found = {"span": [0, 7], "use": "literal", "lat": 32.9, "lon": 13.2}
    assert "km off" in measures.places(row, {"places": [found]})[0]


def test_a_scenario_asks_for_status_and_outcome() -> None:
    gold = {
        "id": "k1", "made_in": "a1", "action": "mend the road", "evidence": "vowed to mend the road", "late": False,
        "status": "broken", "status_accept": ["broken"], "status_scored": True, "deadline_iso": None,
        "outcome": {"article": "a2", "quote": "The road was never mended"},
    }  # fmt: skip
    row = {"gold": {"commitments": [gold], "disputes": [], "numbers": [], "duplicates": []}}
    step = {"article": "a2", "quote": "The road was never mended."}
    made = {"article": "a1", "quote": "Brok vowed to mend the road"}
    found = {
        "action": "mend the road",
        "made": made,
        "status": "broken",
        "late": False,
        "deadline": None,
        "history": [step],
    }
    known = {"commitments": [found], "disputes": [], "series": [], "copies": []}
    assert ledgers.scenario(row, known) == []
    assert ledgers.scenario(row, known | {"commitments": [found | {"status": "pending"}]}) != []
    assert ledgers.scenario(row, known | {"commitments": [found | {"history": []}]}) != []
    assert ledgers.scenario(row, known | {"copies": [["a1", "a2"]]}) != []


def test_what_is_right_is_pinned_and_a_lost_pin_is_found(tmp_path: Path) -> None:
    pins = floors.grown(
        {"times": ["t1"]}, {"t1": False, "t2": True, "t3": False}, dict.fromkeys(("t1", "t2", "t3"), "times")
    )
    floors.write(pins, {"times/a value_f1": 0.5}, tmp_path / "floors.toml")
    kept, rates = floors.read(tmp_path / "floors.toml")
    assert kept == {"times": ["t1", "t2"]}
    assert floors.lost(kept, {"t1": False, "t2": True}) == ["t1"]
    assert floors.lost(kept, {"t2": True}) == ["t1"]
    assert floors.sunk(rates, {"times/a value_f1": 0.49})
    assert not floors.sunk(rates, {"times/a value_f1": 0.5})
    assert floors.to_raise(rates, {"times/a value_f1": 0.54})


def test_a_first_run_is_written_once(tmp_path: Path) -> None:
    folder = tmp_path / "times"
    folder.mkdir()
    rows = [{"id": "t1", "first_run": "wrong"}, {"id": "t2", "first_run": None}, {"id": "t3", "first_run": None}]
    (folder / "own.jsonl").write_text(passages.lines(rows), "utf-8")
    assert passages.keep_first_run({"t1": True, "t2": True}, tmp_path) == 1
    kept = [json.loads(line)["first_run"] for line in (folder / "own.jsonl").read_text("utf-8").splitlines()]
    assert kept == ["wrong", "right", None]


def test_confidence_is_set_against_what_was_right() -> None:
    table = reliability.bins([(0.95, True), (0.97, False), (0.55, True)])
    assert table == [(0.5, 0.6, 1, 1), (0.95, 1.0, 2, 1)]


def test_pairs_are_one_to_one_and_the_best_fits_win() -> None:
    assert match.pair([1, 5], [5, 4], lambda a, b: 1 / (1 + abs(a - b))) == [(0, 1), (1, 0)]


def test_a_passage_that_breaks_the_software_is_reported_and_hides_no_other() -> None:
    assert software.attempt(lambda: {"ok": 1 // 0}) == {
        "failed": "ZeroDivisionError: integer division or modulo by zero"
    }
    assert software.attempt(lambda: {"ok": 1}) == {"ok": 1}


def test_the_table_shows_today_beside_the_blind_rate() -> None:
    rows = [{"id": "t1", "first_run": "wrong"}, {"id": "t2", "first_run": "right"}, {"id": "t3", "first_run": None}]
    asked = [passages.Passage("times", row) for row in rows]
    shown = score.table(asked, {"t1": True, "t2": True, "t3": False})
    assert shown.splitlines()[1].split() == ["times", "2", "3", "66.7%", "50.0%"]
    assert shown.splitlines()[2].startswith("all")


def test_wrong_passages_are_listed_with_what_is_wrong() -> None:
    asked = [
        passages.Passage("times", {"id": "t1", "text": "Noon."}),
        passages.Passage("times", {"id": "t2", "text": "Dusk."}),
    ]
    assert score.reasons(asked, {"t1": ["missing 'Noon'"], "t2": []}) == "t1 [times] 'Noon.'\n    missing 'Noon'"
