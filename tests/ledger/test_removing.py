"""Removal leaves nothing of the text on the disk, says who and why, and keeps the article out."""

from __future__ import annotations

import zlib
from collections.abc import Callable

import pytest

from onrecord.errors import LedgerError
from onrecord.ledger import Ledger
from onrecord.model import Record
from onrecord.model.original import Original

Maker = Callable[..., Record]
SECRET = "Velmark said up to 900 soldiers stood in Quillhaven."
OTHER = "Ostrania vowed that soldiers would leave Karsova by 4 March."


@pytest.fixture
def filled(ledger: Ledger, made: Maker) -> Ledger:
    ledger.put(made("a", SECRET, title="Quillhaven"), Original(SECRET.encode(), "2031-03-10T12:00:00+00:00"))
    ledger.put(made("b", OTHER), Original(OTHER.encode(), "2031-03-10T12:00:00+00:00"))
    statement = next(s.id for s in ledger.as_of().statements if s.article == "a")
    ledger.review(statement, "accept", author="Ada")
    return ledger


def test_nothing_of_the_text_is_left_in_the_file(filled: Ledger) -> None:
    filled.remove("a", who="Ada", why="court order")
    filled.close()
    data = b"".join(p.read_bytes() for p in filled.path.parent.iterdir() if p.name.startswith(filled.path.name))
    assert b"uillhaven" not in data
    assert zlib.compress(SECRET.encode()) not in data
    assert b"Karsova" in data


def test_everything_that_came_from_it_is_gone_and_the_rest_is_sound(filled: Ledger) -> None:
    name = next(s.id for s in filled.as_of().statements if s.article == "a")
    filled.remove("a", who="Ada", why="court order")
    assert filled.search("quillhaven") == []
    assert filled.corrections() == []
    assert [a.id for a in filled.articles()] == ["b"]
    for asked in (filled.article, filled.original, lambda key: filled.remove(key, who="B", why="x")):
        with pytest.raises(LedgerError, match="removed by Ada on 2031-03-10: court order"):
            asked("a")
    with pytest.raises(LedgerError, match="no entry"):
        filled.entry(name)
    assert all(check.ok for check in filled.doctor())
    assert filled.original("b").data == OTHER.encode()


def test_equal_bytes_of_another_article_stay(ledger: Ledger, made: Maker) -> None:
    for key in "ab":
        ledger.put(made(key, SECRET), Original(SECRET.encode(), "2031-03-10T12:00:00+00:00"))
    ledger.remove("a", who="Ada", why="asked by the outlet")
    assert ledger.original("b").data == SECRET.encode()


def test_it_is_refused_afterwards_unless_readmitted(filled: Ledger, made: Maker) -> None:
    filled.remove("a", who="Ada", why="court order")
    given = {"id": "a", "text": SECRET, "published": "2031-03-01"}
    assert filled.add([given]).refused == ("a",)
    with pytest.raises(LedgerError, match="removed"):
        filled.put(made("a", SECRET))
    assert filled.add([given], readmit=True).new == 1
    assert filled.add([given]).known == 1
    assert filled.article("a").article.text == SECRET


@pytest.mark.parametrize(("who", "why"), [("", "x"), ("Ada", " ")])
def test_a_removal_says_who_and_why(filled: Ledger, who: str, why: str) -> None:
    with pytest.raises(LedgerError, match="needs an author and a reason"):
        filled.remove("a", who=who, why=why)
    assert filled.article("a")
