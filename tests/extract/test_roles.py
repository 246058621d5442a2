"""What a noun phrase says of whom it names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from onrecord.extract.parse import Parse, Sentence
from onrecord.extract.roles import profile
from onrecord.lexicon import words

TABLES = ("person", "generic", "group", "body")


def the_noun_left(noun: str) -> Parse:
    """A parse of "The NOUN left", made by hand."""
    parts = noun.replace("-", " - ").split() if " " in noun else [noun]
    said = ["The", *parts, "left"]
    text, rows, at = "", [], 0
    for i, word in enumerate(said):
        at = len(text)
        text += word + " "
        last = len(parts)
        head = len(said) - 1 if i in (last, len(said) - 1) else last
        rows.append((at, at + len(word), word.lower(), "NOUN", "NN", "nsubj" if i == last else "compound", head))
    return Parse.make(text, rows, [], [Sentence(0, len(said), "body", 0)])


def listed() -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for table in TABLES:
        for sector, nouns in words("roles")[table].items():
            for noun in nouns:
                found.setdefault(noun, []).append((table, sector))
    return found


@pytest.mark.parametrize("noun", sorted(n for n in listed() if " of " not in n and " in " not in n and "-" not in n))
def test_every_listed_noun_is_read(noun: str) -> None:
    parse = the_noun_left(noun)
    found = profile(parse, len(parse) - 2)
    assert found is not None and found.noun == noun
    sectors = {sector for _, sector in listed()[noun]}
    assert (found.sector or "") in sectors or "" in sectors


def test_no_noun_stands_in_two_sectors_of_one_table() -> None:
    twice = {noun: places for noun, places in listed().items() if len({t for t, _ in places}) < len(places)}
    assert twice == {}


@pytest.mark.parametrize(
    ("text", "word", "told"),
    [
        ("The chief of staff left.", "chief", ("chief of staff", "GOV", None)),
        ("The head of the Senate left.", "head", ("head", "LEG", None)),
        ("A former Dutch minister left.", "minister", ("minister", "ELI", "NLD")),
        ("Anti-government protesters left.", "protesters", ("protester", "OPP", None)),
        ("Some CIA officials left.", "officials", ("official", "SPY", "USA")),
        ("An intelligence officer left.", "officer", ("intelligence officer", "SPY", None)),
        ("US-backed rebels left.", "rebels", ("rebel", "REB", None)),
        ("A Kenya-based aid group left.", "group", ("aid group", "SOC", "KEN")),
        ("Muslim leaders in Belgium left.", "leaders", ("leader", "REL", "BEL")),
        ("The troops in Belgium left.", "troops", ("troops", "MIL", None)),
        ("Latin American envoys left.", "envoys", ("envoy", "GOV", None)),
        ("The table left.", "table", None),
    ],
)
def test_phrases(body: Callable[..., Any], text: str, word: str, told: tuple[str | None, ...] | None) -> None:
    parse, _ = body(text)
    head = next(i for i in range(len(parse)) if parse.word(i) == word)
    found = profile(parse, head)
    assert (found and (found.noun, found.sector, found.country)) == told
