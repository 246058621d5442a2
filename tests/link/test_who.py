"""Who may be taken for whom in two articles."""

from __future__ import annotations

import pytest

from onrecord.link.who import Party, party, tie

from .conftest import Page


def found(text: str, words: str, **known: str) -> Party | None:
    page = Page("a", text).actor(words, **known)
    return party(page.record, (page.at(words),), "a1")


def person(name: str, country: str | None = None, sector: str | None = None) -> Party | None:
    return found(f"{name} spoke.", name, kind="person", country=country, sector=sector)  # type: ignore[arg-type]


def state(name: str, country: str) -> Party | None:
    return found(f"{name} agreed.", name, country=country)


def office(name: str, country: str) -> Party | None:
    return found(f"{name} agreed.", name, kind="organisation", country=country, sector="GOV")


def board(name: str) -> Party | None:
    return found(f"We heard {name} agree.", name, kind="organisation")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (person("Lena Orvik"), person("Orvik"), "same"),
        (person("Lena Orvik"), person("Jon Orvik"), None),
        (person("Viktor Hrebin"), person("Victor Hrebin"), "same"),
        (state("Norland", "NLD"), state("The Norlanders", "NLD"), "same"),
        (state("Norland", "NLD"), office("the Norland defence ministry", "NLD"), "side"),
        (state("Norland", "NLD"), state("Sarvia", "SRB"), None),
        (office("the defence ministry", "NLD"), office("the defence ministry", "SRB"), None),
        (person("Lena Orvik", "NLD", "GOV"), state("Norland", "NLD"), "side"),
        (person("Lena Orvik", "NLD", "BUS"), state("Norland", "NLD"), None),
        (board("the port authority of Vik"), board("the port authority of Ostby"), None),
        (board("Vik's port authority"), board("the port authority of Vik"), "same"),
        (board("the port authority of Vik"), board("the port authority"), "same"),
    ],
)
def test_two_mentions(one: Party, other: Party, expected: str | None) -> None:
    assert tie(one, other) == tie(other, one) == expected


def test_a_pronoun_alone_is_nobody() -> None:
    page = Page("a", "He agreed.")
    assert party(page.record, (page.at("He"),), None) is None
    assert tie(None, state("Norland", "NLD")) is None


def test_a_capital_behind_an_office_names_its_country() -> None:
    minister = found("the foreign minister in Oslo spoke.", "the foreign minister in Oslo", kind="person", sector="GOV")
    assert tie(minister, state("Norway", "NOR")) == "side"
