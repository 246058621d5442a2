"""One person under several names, in several articles: who, why, and what a reviewer makes of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.errors import LedgerError
from onrecord.ledger import Ledger
from onrecord.link.persons import Person, persons
from onrecord.link.refs import refs
from onrecord.model import Actor, Article, Mention, Record, Span


def article(key: str, words: str, published: str, country: str | None = None, role: str | None = None) -> Record:
    """An article that mentions one person."""
    named = words[0].isupper() and not words.startswith("Ostrania's")
    mention = Mention(Span(0, len(words)), "name" if named else "nominal")
    actor = Actor("a1", words, "person", country, "GOV", role, mentions=(mention,))
    made = {"onrecord": "1", "lexicon": None, "model": None}
    return Record(Article(key, f"{words} spoke.", published, language="en"), made, actors=(actor,))


def name(record: Record) -> str:
    return next(ref.id for ref in refs(record))


MINISTER = article("a", "Viktor Hrolov", "2031-03-01", "BLR", "Ostrania's defence minister")
SURNAME = article("b", "Hrolov", "2031-03-02")
OFFICE = article("c", "Ostrania's defence chief", "2031-03-03", "BLR", "defence chief")
SPELT = article("d", "Victor Khrolov", "2031-03-04")
OTHER = article("e", "Anna Hrolov", "2031-03-04")
LATER = article("f", "Ostrania's defence chief", "2035-03-03", "BLR", "defence chief")
LISTED = article("h", "Merkel", "2020-05-02", "DEU", "chancellor")
LISTED_OFFICE = article("i", "Ostrania's chancellor", "2020-05-03", "DEU", "Germany's chancellor")
UNLISTED = article("k", "Ostrania's chancellor", "2031-05-03", "DEU", "Germany's chancellor")
WOMAN = article("l", "Lidia Hrolova", "2031-03-04")
ABROAD = article("g", "Viktor Hrolov", "2031-03-04", "NOR")


def groups(*records: Record) -> list[list[str]]:
    return sorted(sorted(s.ref.article for s in p.sightings) for p in persons(records))


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ((MINISTER, SURNAME, OFFICE, SPELT), [["a", "b", "c", "d"]]),
        ((MINISTER, SURNAME, OTHER), [["a"], ["b"], ["e"]]),
        ((MINISTER, LATER), [["a"], ["f"]]),
        ((MINISTER, ABROAD), [["a"], ["g"]]),
        ((LISTED, LISTED_OFFICE), [["h", "i"]]),
        ((SURNAME, WOMAN), [["b"], ["l"]]),
    ],
    ids=[
        "one man",
        "a surname of two people",
        "an office years later",
        "a namesake abroad",
        "a listed office holder",
        "a man and a woman of one family",
    ],
)
def test_who_is_one(records: tuple[Record, ...], expected: list[list[str]]) -> None:
    assert groups(*records) == groups(*reversed(records)) == expected


def test_it_says_by_which_words_of_which_articles() -> None:
    (one,) = persons([MINISTER, SURNAME, OFFICE])
    assert one.name == "Viktor Hrolov"
    assert [j.why for j in one.joins] == [
        "the only one of that name: “Hrolov” in b (2031-03-02) and “Viktor Hrolov” in a (2031-03-01)",
        "one office: “Ostrania's defence chief” in c (2031-03-03) and “Viktor Hrolov” in a (2031-03-01)",
    ]


def test_a_reviewer_joins_and_parts_pairs_and_may_change_her_mind(tmp_path: Path) -> None:
    times = iter(f"2031-04-{n:02}T00:00:00+00:00" for n in range(1, 29))
    with Ledger.open(tmp_path / "ledger.db", clock=lambda: next(times)) as ledger:
        for record in (MINISTER, SPELT, OTHER):
            ledger.put(record)

        def found() -> list[list[str]]:
            some: tuple[Person, ...] = ledger.persons("2031-05-01")
            return sorted(sorted(s.ref.article for s in p.sightings) for p in some)

        assert found() == [["a", "d"], ["e"]]
        ledger.pair(name(MINISTER), name(SPELT), same=False, author="kim")
        assert found() == [["a"], ["d"], ["e"]]
        ledger.pair(name(SPELT), name(MINISTER), same=True, author="kim")
        ledger.pair(name(OTHER), name(MINISTER), same=True, author="kim")
        assert found() == [["a", "d", "e"]]
        assert ledger.queue() == []
        with pytest.raises(LedgerError, match="no actor of this ledger"):
            ledger.pair(name(MINISTER), "nobody", same=True, author="kim")


def test_the_list_of_office_holders_names_whom_no_article_names_in_full() -> None:
    assert [p.name for p in persons([LISTED, LISTED_OFFICE])] == ["Angela Merkel"]
    assert [p.name for p in persons([UNLISTED])] == ["Ostrania's chancellor"], "the list knows nothing of that year"
