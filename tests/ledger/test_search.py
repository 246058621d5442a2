"""Articles by their words: any string is safe, and what is found is marked where it stands."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.ledger import Ledger
from onrecord.model import Record

Maker = Callable[..., Record]
TEXT = "Velmark said up to 900 soldiers stood in Karsova. A naïve café owner saw none. " * 3


@pytest.fixture
def filled(ledger: Ledger, made: Maker) -> Ledger:
    ledger.put(made("a", TEXT, "2031-03-01", title="Counting boots"))
    ledger.put(made("b", "Ostrania vowed that soldiers would leave Karsova by 4 March.", "2031-03-04"))
    return ledger


@pytest.mark.parametrize(
    ("words", "articles"),
    [
        ("soldiers", {"a", "b"}),
        ("SOLDIERS karsova", {"a", "b"}),
        ("soldiers café", {"a"}),
        ("cafe", {"a"}),
        ('"soldiers stood"', {"a"}),
        ('"stood soldiers"', set()),
        ("boots", {"a"}),
        ("soldiers -- !", {"a", "b"}),
        ("absent", set()),
    ],
)
def test_all_words_must_stand_there(filled: Ledger, words: str, articles: set[str]) -> None:
    assert {hit.article for hit in filled.search(words)} == articles


@pytest.mark.parametrize(
    "words",
    ["", '"', "'", "NEAR(a b)", "title:", "a*", "^a", "a AND", "(", "--", "\0", "a\0b", "; DROP TABLE entry", "\ud800"],
)
def test_any_string_is_a_safe_query(filled: Ledger, words: str) -> None:
    assert isinstance(filled.search(words), list)


def test_the_found_words_are_marked_where_they_stand(filled: Ledger) -> None:
    (hit,) = filled.search("stood")
    assert TEXT[hit.start : hit.end] == "stood"
    assert TEXT[hit.offset : hit.offset + len(hit.snippet)] == hit.snippet
    assert {mark.of(hit.snippet) for mark in hit.marks} == {"stood"}


def test_a_hit_in_the_title_shows_how_the_text_begins(filled: Ledger) -> None:
    (hit,) = filled.search("boots")
    assert (hit.start, hit.end, hit.marks) == (0, 0, ())
    assert TEXT.startswith(hit.snippet)


def test_a_search_as_of_a_day_knows_no_later_article(filled: Ledger) -> None:
    assert [hit.article for hit in filled.search("soldiers", as_of="2031-03-03")] == ["a"]
    assert [hit.article for hit in filled.search("soldiers", limit=1, as_of="2031-03-04")] != []


def test_only_the_version_in_force_is_found(filled: Ledger, made: Maker) -> None:
    filled.put(made("a", "Nobody counted.", "2031-03-06"))
    assert filled.search("café") == []
    assert [hit.article for hit in filled.search("café", as_of="2031-03-05")] == ["a"]
