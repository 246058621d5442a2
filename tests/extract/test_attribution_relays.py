"""Whoever passes words on is named beside whoever said them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.model import Record


@pytest.mark.parametrize(
    ("text", "source", "cue", "via"),
    [
        ("State media reported, citing the army, that the post was lost.", "the army", "reported", "State media"),
        ("State radio, citing the ministry, said the post was lost.", "the ministry", "said", "State radio"),
        ("The post was lost, the mayor said, according to Radio Tal.", "the mayor", "said", "Radio Tal"),
    ],
)
def test_via(record: Callable[..., Record], text: str, source: str, cue: str, via: str) -> None:
    (found,) = record(text).statements
    assert [part[0].of(text) for part in (found.source, found.cue, found.via)] == [source, cue, via]


def test_an_aside_does_not_speak_for_whom_it_speaks_of(record: Callable[..., Record]) -> None:
    found = record("The opposition is unmoved; the court, it says, was never asked.")
    told = found.statements[-1]
    assert told.speaker not in {a.id for a in found.actors if a.name == "court"}
