"""Who speaks where several do, and whose somebody is."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        ("Both the mayor and the bishop said that the bridge was safe.", "Both the mayor and the bishop",
         "mayor and bishop"),
        ("Norway and Peru said that the ban would stay.", "Norway and Peru", "Norway and Peru"),
        ("Norway and Peru signed the pact. They said that the ban would stay.", "They", "Norway and Peru"),
        ("Clara Voss met Henrik Bloom. Both said that the talks were useful.", "Both", "Clara Voss and Henrik Bloom"),
        ("Clara Voss called Henrik Bloom. The two agreed to meet in May.", "The two", "Clara Voss and Henrik Bloom"),
        ("Clara Voss and Henrik Bloom landed. She said that it was late.", "She", "Clara Voss"),
        ("An analysis by Lufthansa said that fares would rise.", "An analysis by Lufthansa", "Lufthansa"),
        ("Clara Voss resigned. Her lawyer said that she was ill.", "Her lawyer", "Clara Voss's lawyer"),
    ],
)  # fmt: skip
def test_who_speaks(record: Any, text: str, source: str, name: str) -> None:
    found = record(text)
    at = {s.source[0].of(text): s.speaker for s in found.statements if s.source}
    assert next((a.name for a in found.actors if a.id == at[source]), None) == name


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Tests and Henrik Bloom agree. A video shows that the dam broke.", "A video"),
        ("Clara Voss, Henrik Bloom and Ivo Sand met. The two said that it was late.", "The two"),
    ],
)
def test_a_thing_and_an_unclear_pair_have_no_speaker(record: Any, text: str, source: str) -> None:
    found = record(text)
    assert [s.speaker for s in found.statements if s.source and s.source[0].of(text) == source] in ([None], [])


def test_what_a_state_has_is_of_its_country(record: Any) -> None:
    found = record("Norway said that its army had left.")
    army = next(a for a in found.actors if a.name == "Norway's army")
    assert (army.country, army.sector) == ("NOR", "MIL")
