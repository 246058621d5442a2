"""What reviewers add, correct in its words, tie together and take back: it outlives every extraction."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from onrecord.errors import LedgerError
from onrecord.ledger import Ledger
from onrecord.ledger.reviewing import entry_of
from onrecord.link.refs import refs
from onrecord.model import Record

Maker = Callable[..., Record]
VOW = "Ostrania vowed that 500 soldiers would leave Karsova by 4 March."
MISSED = "Velmark's premier gave her word: the bridge at Lindow stays open until 9 March, come what may."
PADDING = "The river rose by a metre overnight and two bridges were closed. "


@pytest.fixture
def filled(ledger: Ledger, made: Maker) -> Ledger:
    ledger.put(made("a", f"{PADDING}{VOW} {MISSED}"))
    return ledger


def added(ledger: Ledger, latest: str | None = "2031-03-09") -> str:
    given = {"promisor": "Velmark's premier", "cue": "gave her word", "deadline.latest": latest}
    decision = ledger.add_missed("a", "commitment", "the bridge at Lindow stays open", given, author="Ada")
    return entry_of(decision)


# ---- what was missed


def test_a_missed_promise_is_in_the_ledger_like_any_other(filled: Ledger) -> None:
    name = added(filled)
    found = next(c for c in filled.as_of("2031-03-02").commitments if c.id == name)
    assert (found.promisor, found.action, found.status) == (
        "Velmark's premier",
        "the bridge at Lindow stays open",
        "pending",
    )
    assert found.made.quote == MISSED
    assert next(c for c in filled.as_of("2031-03-12").commitments if c.id == name).status != "pending"
    entry = filled.entry(name)
    assert (entry.rule, entry.anchor, entry.corrections[0].author) == ("a reviewer", "gave her word", "Ada")


def test_it_outlives_a_new_extraction_and_a_new_version(filled: Ledger, made: Maker) -> None:
    name = added(filled)
    filled.put(made("a", f"{PADDING}{VOW} {MISSED}", by="2"))
    assert name in {c.id for c in filled.as_of().commitments}
    filled.put(made("a", f"A new first sentence. {PADDING}{VOW} {MISSED}", "2031-03-02"))
    (found,) = [c for c in filled.as_of().commitments if c.promisor == "Velmark's premier"]
    assert filled.entry(name).redirect == found.id
    assert filled.queue() == []


def test_where_its_words_are_gone_it_waits_for_a_reviewer(filled: Ledger, made: Maker) -> None:
    added(filled)
    filled.put(made("a", f"{PADDING}{VOW}", "2031-03-02"))
    assert [d.decision for d in filled.queue()] == ["add"]


def test_an_extraction_that_finds_it_makes_no_second_one(filled: Ledger, made: Maker) -> None:
    text = f"{PADDING}{VOW}"
    record = made("b", text)
    filled.put(replace(record, commitments=()))
    filled.add_missed("b", "commitment", "500 soldiers would leave Karsova", {"kind": "assurance"}, author="Ada")
    filled.put(made("b", text, by="2"))
    assert [c.kind for c in filled.article("b").commitments] == ["assurance"]


def test_what_was_added_can_be_corrected_rejected_and_taken_back(filled: Ledger) -> None:
    name = added(filled)
    filled.review(name, "set", author="Bo", field="kind", value="assurance")
    assert next(c for c in filled.as_of().commitments if c.id == name).kind == "assurance"
    decision = filled.review(name, "reject", author="Bo")
    assert name not in {c.id for c in filled.as_of().commitments}
    filled.undo(decision.id, author="Bo")
    assert name in {c.id for c in filled.as_of().commitments}


@pytest.mark.parametrize(
    ("kind", "words", "fields", "check"),
    [
        ("statement", "the bridge at Lindow stays open", {"source": "Velmark's premier"}, "statements"),
        ("denial", "two bridges were closed", {"denier": "Ostrania"}, "denials"),
        ("event", "closed", {"cameo": "0234", "target": "two bridges"}, "events"),
        ("quantity", "a metre", {"op": "eq", "low": 1, "high": 1, "unit": "m"}, "quantities"),
        ("time", "overnight", {"earliest": "2031-03-01", "latest": "2031-03-01"}, "times"),
        ("place", "Lindow", {"kind": "city", "lat": 53.0, "lon": 13}, "places"),
    ],
)
def test_every_kind_that_is_read_can_be_added(
    filled: Ledger, kind: str, words: str, fields: dict[str, object], check: str
) -> None:
    before = len(getattr(filled.article("a"), check))
    name = entry_of(filled.add_missed("a", kind, words, fields, author="Ada"))  # type: ignore[arg-type]
    record = filled.article("a")
    assert len(getattr(record, check)) == before + 1
    assert filled.entry(name).corrected == Record.to_json(record)[check][-1]


@pytest.mark.parametrize(
    ("kind", "words", "fields", "complaint"),
    [
        ("actor", "Velmark", {}, "no kind of entry that can be added"),
        ("commitment", "no such words", {}, "does not stand in the article"),
        ("commitment", "e", {}, "stands .* times"),
        ("commitment", "", {}, "does not stand"),
        ("commitment", (5, 9999), {}, "nothing stands there"),
        ("commitment", (9, 5), {}, "nothing stands there"),
        ("commitment", "the bridge at Lindow", {"colour": "red"}, "no such field"),
        ("commitment", "the bridge at Lindow", {"kind": "joke"}, "no such field, or it takes no 'joke'"),
        ("commitment", "the bridge at Lindow", {"promisor": "nobody at all"}, "does not stand in the article"),
        ("commitment", "the bridge at Lindow", {"deadline.latest": "soon"}, "is no day"),
        ("commitment", "500 soldiers would leave Karsova", {"cue": "vowed"}, "there is such an entry"),
    ],
)
def test_what_cannot_be_added_is_said_in_one_line(
    filled: Ledger, kind: str, words: object, fields: dict[str, object], complaint: str
) -> None:
    with pytest.raises(LedgerError, match=complaint):
        filled.add_missed("a", kind, words, fields, author="Ada")  # type: ignore[arg-type]
    assert filled.corrections() == []


# ---- words


def promise(ledger: Ledger) -> str:
    return next(c.id for c in ledger.as_of().commitments if c.promisor == "Ostrania")


def test_words_can_be_corrected_and_stay_so_in_a_new_version(filled: Ledger, made: Maker) -> None:
    filled.review(promise(filled), "set", author="Ada", field="action", value="500 soldiers would leave")
    filled.review(promise(filled), "set", author="Ada", field="promisee", value="Velmark's premier")
    filled.put(made("a", f"A new first sentence. {PADDING}{VOW} {MISSED}", "2031-03-02"))
    (found,) = filled.as_of().commitments
    assert (found.action, found.promisee) == ("500 soldiers would leave", "Velmark's premier")


def test_words_can_be_taken_away_and_given_in_pieces_or_by_their_characters(filled: Ledger) -> None:
    name, text = promise(filled), filled.article("a").article.text
    filled.review(name, "set", author="Ada", field="action", value="500 soldiers … leave Karsova")
    assert filled.as_of().commitments[0].action == "500 soldiers … leave Karsova".replace(" … ", " ")
    at = text.index("Karsova")
    filled.review(name, "set", author="Ada", field="action", value=[[at, at + 7]])
    assert filled.as_of().commitments[0].action == "Karsova"
    filled.review(name, "set", author="Ada", field="deadline.span", value=None)
    assert filled.article("a").commitments[0].deadline.span is None  # type: ignore[union-attr]


def test_a_deadline_can_be_given_to_a_promise_without_one(filled: Ledger) -> None:
    name = added(filled, None)
    filled.review(name, "set", author="Ada", field="deadline.latest", value="2031-03-20")
    found = next(c for c in filled.as_of().commitments if c.id == name)
    assert found.deadline and found.deadline.latest == "2031-03-20"


@pytest.mark.parametrize(
    ("field", "value", "complaint"),
    [("action", "not there", "does not stand"), ("action", [[0, 9999]], "nothing stands there"),
     ("action", [[1]], "pairs of characters"), ("deadline.span", "500 … Karsova", "one stretch"),
     ("cue", "whispered", "does not stand"), ("evidence", "vowed", "no field of this entry")],
)  # fmt: skip
def test_words_that_cannot_be_set_are_told(filled: Ledger, field: str, value: object, complaint: str) -> None:
    with pytest.raises(LedgerError, match=complaint):
        filled.review(promise(filled), "set", author="Ada", field=field, value=value)


# ---- undo


def test_undoing_brings_back_what_was_and_undoing_that_what_was_decided(filled: Ledger) -> None:
    name = promise(filled)
    decision = filled.review(name, "reject", author="Ada")
    undo = filled.undo(decision.id, author="Bo")
    assert promise(filled) == name
    filled.undo(undo.id, author="Cy")
    assert filled.as_of().commitments == ()
    assert [(d.decision, d.author) for d in filled.corrections()] == [("reject", "Ada"), ("undo", "Bo"), ("undo", "Cy")]
    assert filled.in_effect() == [decision]


def test_what_is_undone_cannot_be_undone_again(filled: Ledger) -> None:
    decision = filled.review(promise(filled), "reject", author="Ada")
    filled.undo(decision.id, author="Ada")
    for name, complaint in ((decision.id, "undone before"), ("r0", "no such decision")):
        with pytest.raises(LedgerError, match=complaint):
            filled.undo(name, author="Ada")


def test_of_decisions_within_one_second_the_last_counts(filled: Ledger) -> None:
    name = promise(filled)
    for kind in ("plan", "threat", "offer", "assurance"):
        filled.review(name, "set", author="Ada", field="kind", value=kind)
    assert filled.as_of().commitments[0].kind == "assurance"


# ---- what belongs together


@pytest.fixture
def two(filled: Ledger, made: Maker) -> Ledger:
    filled.put(made("b", f"Officials met at noon in the old town hall of the capital. {VOW}", "2031-03-02", outlet="B"))
    return filled


def members(ledger: Ledger) -> list[str]:
    return [next(r.id for r in refs(ledger.article(k)) if r.kind == "commitment") for k in ("a", "b")]


def test_two_promises_that_were_taken_for_one_are_parted_and_joined_again(two: Ledger) -> None:
    one, other = members(two)
    assert len(two.as_of().commitments) == 1
    decision = two.relate(one, "same", other, holds=False, author="Ada")
    assert len(two.as_of().commitments) == 2
    two.relate(other, "same", one, holds=True, author="Bo")
    assert len(two.as_of().commitments) == 1
    assert decision in two.in_effect()


def test_an_outcome_can_be_added_and_denied(two: Ledger, made: Maker) -> None:
    text = "Rain fell. By dusk the last of the five hundred had gone home across the bridge."
    two.put(made("c", text, "2031-03-03"))
    one = two.as_of().commitments[0].id
    start = text.index("By dusk")
    kept = two.relate(one, "fulfilled", ("c", (start, len(text))), holds=True, author="Ada")
    (found,) = two.as_of().commitments
    assert (found.status, found.history[-1].quote) == ("kept", text[start:])
    two.relate(one, "fulfilled", ("c", (start, len(text))), holds=False, author="Bo")
    assert two.as_of().commitments[0].status != "kept"
    two.put(made("c", f"Update. {text}", "2031-03-04"))
    two.undo(two.in_effect("a")[-1].id, author="Cy")
    assert two.as_of().commitments[0].status == "kept"
    assert kept.value["relation"] == "fulfilled"


def test_a_dispute_that_is_none_is_gone_in_copies_too(ledger: Ledger, made: Maker) -> None:
    no = "Velmark denied that 500 soldiers would leave Karsova by 4 March."
    for key in ("a", "copy"):
        ledger.put(made(key, f"{PADDING}{VOW} {no}", outlet=key))
    disputes = ledger.as_of().disputes
    assert disputes
    for dispute in disputes:
        for edge in ledger.links(dispute.id):
            ledger.relate(edge.a.id, edge.kind, edge.b.id, holds=False, author="Ada")
    assert ledger.as_of().disputes == ()


@pytest.mark.parametrize(
    ("one", "relation", "other", "complaint"),
    [("c0", "same", "c1", "no entry"), ("{a}", "cousin", "{b}", "no relation"), ("{a}", "same", "{a}", "to itself"),
     ("{a}", "fulfilled", ("b", (5, 2)), "no words stand"), ("{a}", "fulfilled", ("zz", (0, 2)), "no article")],
)  # fmt: skip
def test_relations_of_nothing_are_told(two: Ledger, one: str, relation: str, other: object, complaint: str) -> None:
    names = dict(zip("ab", members(two), strict=True))
    far = other.format(**names) if isinstance(other, str) else other
    with pytest.raises(LedgerError, match=complaint):
        two.relate(one.format(**names), relation, far, holds=True, author="Ada")  # type: ignore[arg-type]
