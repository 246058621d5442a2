"""The reader has the last word: decisions outlive new extractions and new versions, and none is lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from onrecord.errors import LedgerError
from onrecord.ledger import Ledger
from onrecord.link.refs import refs
from onrecord.model import Record, Span

Maker = Callable[..., Record]
VOW = "Ostrania vowed that 500 soldiers would leave Karsova by 4 March."
OTHER = "Velmark said up to 900 soldiers stood in Karsova."
PADDING = "The river rose by a metre overnight and two bridges were closed. "


@pytest.fixture
def filled(ledger: Ledger, made: Maker) -> Ledger:
    ledger.put(made("a", f"{PADDING}{VOW} {OTHER}"))
    return ledger


def only(ledger: Ledger) -> str:
    (commitment,) = ledger.as_of().commitments
    return commitment.id


def test_a_rejected_entry_is_gone_on_every_day_and_its_author_stays(filled: Ledger) -> None:
    name = only(filled)
    filled.review(name, "reject", author="Ada", note="a plan, no promise")
    assert filled.as_of().commitments == ()
    assert filled.as_of("2031-03-01").commitments == ()
    found = filled.entry(name)
    assert found.rejected
    assert [(c.author, c.note, c.time[:10]) for c in found.corrections] == [("Ada", "a plan, no promise", "2031-03-10")]


def test_accepting_it_later_brings_it_back(filled: Ledger) -> None:
    name = only(filled)
    filled.review(name, "reject", author="Ada", time="2031-03-11T00:00:00+00:00")
    filled.review(name, "accept", author="Bo", time="2031-03-12T00:00:00+00:00")
    assert only(filled) == name


def test_a_field_that_was_set_shows_and_its_status_follows(filled: Ledger) -> None:
    name = only(filled)
    assert filled.as_of("2031-03-06").commitments[0].status == "overdue"
    filled.review(name, "set", author="Ada", field="deadline.latest", value="2031-03-08")
    (commitment,) = filled.as_of("2031-03-06").commitments
    assert commitment.deadline and commitment.deadline.latest == "2031-03-08"
    assert commitment.status == "pending"


def test_the_later_of_two_values_counts(filled: Ledger) -> None:
    name = only(filled)
    for day, value in (("12", "threat"), ("11", "plan")):
        filled.review(name, "set", author="Ada", field="kind", value=value, time=f"2031-03-{day}T00:00:00+00:00")
    assert filled.as_of().commitments[0].kind == "threat"


def test_words_that_an_entry_goes_by_are_set_and_its_old_name_leads_to_the_new_one(filled: Ledger, made: Maker) -> None:
    old = only(filled)
    filled.review(old, "set", author="Ada", field="cue", value="vowed that")
    new = only(filled)
    assert new != old
    assert (filled.entry(old).redirect, filled.entry(old).renamed, filled.entry(old).rejected) == (new, new, False)
    filled.review(new, "set", author="Ada", field="kind", value="plan")
    filled.review(old, "set", author="Bo", field="deadline.latest", value="2031-03-08")
    filled.put(made("a", f"{PADDING}{VOW} {OTHER}", by="2"))
    (commitment,) = filled.as_of().commitments
    assert (commitment.id, commitment.kind, commitment.deadline and commitment.deadline.latest) == (
        new, "plan", "2031-03-08",
    )  # fmt: skip
    assert [c.author for c in filled.entry(new).corrections] == ["Ada", "Ada", "Bo"]
    assert filled.queue() == []
    assert {one.id for one in filled.waiting().only(statuses=("decided",))} == {new}
    filled.undo(filled.corrections()[0].id, author="Ada")
    assert only(filled) == old


def test_the_number_that_an_entry_goes_by_is_set(filled: Ledger) -> None:
    name = next(r.id for r, q in _named(filled).items() if r.kind == "quantity" and q.high == 900)
    filled.review(name, "set", author="Ada", field="span", value="up to 900")
    record = filled.article("a")
    assert [q.span.of(record.article.text) for q in record.quantities] == ["500", "up to 900"]
    with pytest.raises(LedgerError, match="cannot be without words"):
        filled.review(name, "set", author="Ada", field="span", value="")


def test_a_field_that_points_at_an_entry_takes_its_name(filled: Ledger) -> None:
    statement = next(s for s in filled.as_of().statements if s.cue_class == "promise")
    velmark = next(r.id for r, a in _named(filled).items() if getattr(a, "name", None) == "Velmark")
    filled.review(statement.id, "set", author="Ada", field="speaker", value=velmark)
    assert next(s for s in filled.as_of().statements if s.id == statement.id).speaker == "Velmark"


def _named(ledger: Ledger) -> dict:  # type: ignore[type-arg]
    from onrecord.link.refs import refs

    return refs(ledger.article("a"))


def test_rejecting_an_actor_leaves_no_reference_to_it(filled: Ledger) -> None:
    actor = next(r.id for r, a in _named(filled).items() if getattr(a, "name", None) == "Ostrania")
    filled.review(actor, "reject", author="Ada")
    record = filled.article("a")
    assert [a.name for a in record.actors] == ["Velmark"]
    assert [s.speaker for s in record.statements] == [None, record.actors[0].id]
    assert record.commitments[0].promisor_actor is None


def test_decisions_outlive_a_new_extraction(filled: Ledger, made: Maker) -> None:
    statement = next(s.id for s in filled.as_of().statements if s.cue_class == "say")
    filled.review(only(filled), "reject", author="Ada")
    filled.review(statement, "set", author="Ada", field="certainty", value="possible")
    filled.put(made("a", f"{PADDING}{VOW} {OTHER}", by="2"))
    assert filled.article("a").made_with["onrecord"] == "2"
    assert filled.as_of().commitments == ()
    assert [s.certainty for s in filled.article("a").statements] == ["unknown", "possible"]
    assert filled.queue() == []


def test_a_rejection_blocks_what_a_new_extraction_makes_of_nearly_the_same_words(filled: Ledger, made: Maker) -> None:
    filled.review(only(filled), "reject", author="Ada")
    record = made("a", f"{PADDING}{VOW} {OTHER}", by="2")
    (promise,) = record.commitments
    wider = replace(promise, cue=(Span(promise.cue[0].start, promise.cue[0].end + 5),))
    filled.put(replace(record, commitments=(wider,)))
    assert filled.as_of().commitments == ()


def test_decisions_follow_the_words_into_a_new_version(filled: Ledger, made: Maker) -> None:
    filled.review(only(filled), "set", author="Ada", field="kind", value="assurance")
    filled.put(made("a", f"A new first sentence. {PADDING}{VOW} {OTHER}", "2031-03-02"))
    assert [c.kind for c in filled.as_of().commitments] == ["assurance"]
    assert filled.queue() == []


def test_what_cannot_be_attached_waits_in_the_queue(filled: Ledger, made: Maker) -> None:
    decision = filled.review(only(filled), "set", author="Ada", field="kind", value="assurance")
    filled.put(made("a", f"All was rewritten. {VOW}", "2031-03-02"))
    assert [c.kind for c in filled.as_of().commitments] == ["promise"]
    assert filled.queue() == [decision]
    assert filled.corrections("a") == [decision]


def test_a_decision_on_one_promise_mends_its_relations_too(filled: Ledger, made: Maker) -> None:
    filled.put(made("b", f"Officials met at noon. {VOW}", "2031-03-02"))
    (joined,) = filled.as_of().commitments
    member = next(r.id for r in _refs_of(filled, "b") if r.kind == "commitment")
    assert filled.entry(member).redirect == joined.id
    filled.review(member, "set", author="Ada", field="kind", value="threat")
    assert sorted(c.kind for c in filled.as_of().commitments) == ["promise", "threat"]


def _refs_of(ledger: Ledger, key: str) -> list:  # type: ignore[type-arg]
    from onrecord.link.refs import refs

    return list(refs(ledger.article(key)))


def test_any_order_of_decisions_and_articles_gives_the_same_digest(fresh: Callable[[], Ledger], made: Maker) -> None:
    record, other = made("a", f"{PADDING}{VOW} {OTHER}"), made("b", VOW, "2031-03-02")
    one, two = fresh(), fresh()
    one.put(record)
    name = only(one)
    one.review(name, "reject", author="Ada")
    one.put(other)
    two.put(other)
    two.put(record)
    two.review(name, "reject", author="Ada")
    assert one.digest() == two.digest()
    assert one.as_of().to_json() == two.as_of().to_json()


@pytest.mark.parametrize(
    ("field", "value", "complaint"),
    [
        ("colour", "red", "no field of this entry"),
        ("kind", "joke", "takes no 'joke'"),
        ("confidence", "high", "takes no 'high'"),
        ("id", "c9", "no field of this entry"),
        ("cue", "", "cannot be without words"),
        ("mentions", [[0, 3]], "no field of this entry"),
        ("evidence", [0, 3], "no field of this entry"),
        ("promisor_actor", "a1", "is no entry of this article"),
        ("made_on.latest", "2031-03-01", "has no made_on"),
        ("deadline.colour", "red", "no field of this entry"),
        ("deadline.latest", "banana", "no day"),
        ("deadline.latest", "2031-02-30", "no day"),
        ("", "red", "no field of this entry"),
    ],
)
def test_what_cannot_be_set_is_said_in_one_line(filled: Ledger, field: str, value: object, complaint: str) -> None:
    with pytest.raises(LedgerError, match=complaint) as told:
        filled.review(only(filled), "set", author="Ada", field=field, value=value)
    assert "\n" not in str(told.value)
    assert filled.corrections() == []


def test_a_decision_needs_an_author_and_an_entry(filled: Ledger) -> None:
    with pytest.raises(LedgerError, match="author"):
        filled.review(only(filled), "reject", author=" ")
    with pytest.raises(LedgerError, match="no entry that can be reviewed"):
        filled.review("c0000", "reject", author="Ada")


def test_a_rejection_holds_for_the_same_words_in_copies_and_for_no_others(ledger: Ledger, made: Maker) -> None:
    for key, text in (("a", f"{PADDING}{VOW} {OTHER}"), ("copy", f"{PADDING}{VOW} {OTHER} Editing by Lin Orr."),
                      ("other", f"Bread was dear in every town along the coast of late. {VOW}")):  # fmt: skip
        ledger.put(made(key, text, outlet=key))
    mine = {ledger.entry(c.id).ref.article: c.id for c in ledger.as_of().commitments}
    decision = ledger.review(mine["a"], "reject", author="Ada", time="2031-03-11T00:00:00+00:00")
    assert ledger.reached(decision) == ["copy"]
    (left,) = ledger.as_of().commitments
    assert (left.made.article, left.origins) == ("other", 1)
    assert ledger.article("copy").commitments == ()
    assert len(ledger.article("other").commitments) == 1
    assert ledger.queue() == []
    ledger.review(mine["a"], "accept", author="Bo", time="2031-03-12T00:00:00+00:00")
    assert {len(ledger.article(key).commitments) for key in ("a", "copy", "other")} == {1}


def test_of_decisions_on_the_same_words_in_two_copies_the_later_counts_in_both(ledger: Ledger, made: Maker) -> None:
    for key in ("a", "copy"):
        ledger.put(made(key, f"{PADDING}{VOW} {OTHER}", outlet=key))
    name = only(ledger)
    twin = next(r.id for r in refs(ledger.article("copy")) if r.kind == "commitment")
    ledger.review(name, "reject", author="Ada", time="2031-03-11T00:00:00+00:00")
    assert ledger.entry(twin).rejected
    assert [c.author for c in ledger.entry(twin).corrections] == ["Ada"]
    ledger.review(twin, "accept", author="Bo", time="2031-03-12T00:00:00+00:00")
    assert only(ledger) == name
    assert not ledger.entry(name).rejected
    assert not ledger.entry(twin).rejected


def test_a_field_that_was_set_stays_with_its_article(ledger: Ledger, made: Maker) -> None:
    for key in ("a", "copy"):
        ledger.put(made(key, f"{PADDING}{VOW} {OTHER}", outlet=key))
    decision = ledger.review(only(ledger), "set", author="Ada", field="deadline.latest", value="2031-03-08")
    assert ledger.reached(decision) == []
    latest = {key: ledger.article(key).commitments[0].deadline.latest for key in ("a", "copy")}  # type: ignore[union-attr]
    assert latest == {"a": "2031-03-08", "copy": "2031-03-04"}
