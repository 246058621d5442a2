"""What the last layer sets on the entries of others."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.model import Record


@pytest.mark.parametrize(
    ("text", "place", "use"),
    [
        ("Oslo rejected the proposal on Friday.", "Oslo", "metonymic"),
        ("The delegates met in Oslo on Friday.", "Oslo", "literal"),
    ],
)
def test_a_capital_that_acts_is_its_government(record: Callable[..., Record], text: str, place: str, use: str) -> None:
    made = record(text)
    assert [p.use for p in made.places if p.span.of(text) == place] == [use]


@pytest.mark.parametrize(
    ("text", "number", "place"),
    [
        ("The ministry counted 300 soldiers in Oslo.", "300", "Oslo"),
        ("In Oslo, 300 soldiers marched.", "300", "Oslo"),
        ("Oslo sent 300 soldiers.", "300", None),
        ("Police held 40 bakers in Lima, 15 in Cusco and nine in Puno.", "15", "Cusco"),
        ("There were 300 soldiers, the mayor said in Oslo.", "300", None),
    ],
)
def test_a_number_holds_where_its_noun_or_its_clause_says(
    record: Callable[..., Record], text: str, number: str, place: str | None
) -> None:
    made = record(text)
    (quantity,) = [q for q in made.quantities if q.span.of(text) == number]
    named = next((p.span.of(text) for p in made.places if p.id == quantity.place), None)
    assert named == place


def test_a_denial_finds_the_statement_that_says_what_it_denies(record: Callable[..., Record]) -> None:
    text = "Norway said the trawler had crossed the line. Iceland denied that the trawler had crossed the line."
    made = record(text)
    assert [d.target for d in made.denials] == [made.statements[0].id]


def test_a_promise_that_one_reports_and_another_denies_is_disputed(record: Callable[..., Record]) -> None:
    text = "Norway said that Iceland had promised to withdraw the trawlers. Iceland denied it."
    made = record(text)
    assert [c.existence for c in made.commitments] == ["disputed"]
