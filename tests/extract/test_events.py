"""Who did what to whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.model import Record


@pytest.mark.parametrize(
    ("text", "cameo", "source", "target"),
    [
        ("Russian troops attacked Ukraine on Monday.", "190", "RUS", "UKR"),
        ("Ukraine was attacked by Russian troops on Monday.", "190", "RUS", "UKR"),
        ("Russia's invasion of Ukraine shocked the council.", "190", "RUS", "UKR"),
        ("France imposed sanctions on Belarus.", "163", "FRA", "BLR"),
        ("Norway criticised Poland on Tuesday.", "111", "NOR", "POL"),
    ],
)
def test_source_and_target(record: Callable[..., Record], text: str, cameo: str, source: str, target: str) -> None:
    event = record(text).events[0]
    assert (event.cameo, event.source[0].country, event.target[0].country) == (cameo, source, target)


@pytest.mark.parametrize(
    "text",
    [
        "The bank declared war on inflation.",
        "The striker attacked from the left wing.",
        "The storm battered the coast.",
        "Shares plunged on Friday.",
        "The minister said so.",
    ],
)
def test_figures_of_speech_and_mere_talk_are_no_events(record: Callable[..., Record], text: str) -> None:
    assert record(text).events == ()
