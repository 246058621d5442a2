"""Whether what a word names happened."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from onrecord.extract.factuality import certainty, factuality, polarity, tense


@pytest.mark.parametrize(
    ("text", "word", "value", "when"),
    [
        ("Gunmen attacked the ministry on Monday.", "attacked", "happened", "past"),
        ("The army is shelling the harbour.", "shelling", "ongoing", "present"),
        ("The union will strike on Friday.", "strike", "planned", "future"),
        ("The smugglers could use the barge to block the harbour.", "block", "possible", "future"),
        ("The pumps may not fail after all.", "fail", "possible", "future"),
        ("The fleet could attack the island.", "attack", "possible", "future"),
        ("Residents fear an attack.", "attack", "possible", "future"),
        ("The colonel denied that the brigade had attacked a convoy.", "attacked", "denied", "past"),
        ("The guards prevented an attack.", "attack", "denied", "past"),
        ("Soldiers did not attack the town.", "attack", "denied", "past"),
        ("The navy did not plan to attack the port.", "attack", "denied", "future"),
        ("Orvania has put off the attack on the fort until May.", "attack", "planned", "future"),
        ("The council called for a ceasefire.", "ceasefire", "hypothetical", "future"),
        ("If the rebels attack, the port will close.", "attack", "hypothetical", "future"),
        ("The rebels managed to seize the bridge.", "seize", "happened", "past"),
        ("The manoeuvres did not end on Sunday.", "manoeuvres", "ongoing", "past"),
        ("The manoeuvres are scheduled to end on Sunday.", "manoeuvres", "ongoing", "present"),
        ("Talk of an invasion is unfounded, the envoy said.", "invasion", "denied", "present"),
        ("The tanks may stay as the vanguard of an attack.", "attack", "possible", "future"),
        ("Trucks gathered for an attack.", "attack", "possible", "future"),
        ("The colonel was jailed for an attack on a bank.", "attack", "happened", "past"),
        ("The army went on to seize the port.", "seize", "happened", "past"),
    ],
)
def test_only_what_took_place_happened(body: Callable[..., Any], text: str, word: str, value: str, when: str) -> None:
    parse, _ = body(text)
    at = next(i for i in range(len(parse)) if parse.word(i) == word)
    assert (factuality(parse, at), tense(parse, at)) == (value, when)


@pytest.mark.parametrize(
    ("text", "sure", "sign"),
    [
        ("The bridge collapsed.", "certain", "+"),
        ("The bridge did not collapse.", "certain", "-"),
        ("The bridge may collapse.", "possible", "+"),
        ("The bridge may not collapse.", "possible", "+"),
        ("The bridge could not collapse.", "possible", "-"),
        ("The bridge will probably collapse.", "probable", "+"),
    ],
)
def test_certainty_and_polarity_of_a_clause(body: Callable[..., Any], text: str, sure: str, sign: str) -> None:
    parse, _ = body(text)
    head = next(i for i in range(len(parse)) if parse.head[i] == i)
    assert (certainty(parse, head), polarity(parse, head)) == (sure, sign)
