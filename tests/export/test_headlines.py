"""A headline that its text does not bear out: numbers and quoted words, and nothing that could be argued about."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.export.headlines import unborne
from onrecord.model import Article, Quantity, Record, Span

TEXT = (
    "Some 1,200 sailors and 3.5 million crowns were lost off Lindow, the mayor said: “we will never rebuild that pier”."
)


def article(title: str, *quantities: Quantity) -> Record:
    return Record(Article("a", TEXT, title=title), {}, quantities=quantities)


@pytest.mark.parametrize(
    ("title", "missing"),
    [
        ("1,200 sailors lost off Lindow", ()), ("1200 sailors lost", ()), ("1,400 sailors lost off Lindow", ("1,400",)),
        ("Storm costs 3.5 million crowns", ()), ("Storm costs 5 million crowns", ("5 million",)),
        ("Five things to know", ()),
        ("12 things to know", ()), ("The storm of 2031", ()), ("‘We will never rebuild that pier’, says mayor", ()),
        ("Mayor: “we shall rebuild it at once”", ("we shall rebuild it at once",)), ("A ‘shock’ for Lindow", ()),
        ("Lindow’s pier and Karsova’s harbour are gone", ()), ("", ()),
    ],
)  # fmt: skip
def test_only_what_stands_nowhere_in_the_text_is_named(title: str, missing: tuple[str, ...]) -> None:
    assert unborne(article(title)) == missing


def test_a_figure_that_may_mean_it_bears_it_out() -> None:
    bound = Quantity("q1", Span(0, 4), "le", None, 1500.0, "sailor")
    assert unborne(article("1,400 sailors lost", bound)) == ()
    assert unborne(article("1,600 sailors lost", bound)) == ("1,600",)
    assert unborne(replace(article("1,400 lost"), article=Article("a", TEXT))) == ()
