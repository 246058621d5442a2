"""The speaker is who says it, not what he speaks of, however the words that name him part the clause."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from onrecord.extract.statements import statements

Said = tuple[str, str, str]


def said(parse: Any, draft: Any) -> list[Said]:
    """Source, cue, content of each statement, pieces joined."""
    text = parse.text
    return [
        (" … ".join(s.of(text) for s in got.source), got.cue[0].of(text), " … ".join(s.of(text) for s in got.content))
        for got in statements(parse, draft)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The barge, the lock keeper said on Sunday, would not move.",
            ("the lock keeper", "said", "The barge … would not move"),
        ),
        (
            "Grain sheds near Olm, Deputy Mayor Ada Renn told reporters, have been empty since March.",
            ("Deputy Mayor Ada Renn", "told", "Grain sheds near Olm … have been empty since March"),
        ),
        (
            "The lock, says the new warden, Piet Alm, will close.",
            ("the new warden, Piet Alm", "says", "The lock … will close"),
        ),
        (
            "The orchard, says Runa Voss, who planted it, is lost.",
            ("Runa Voss, who planted it", "says", "The orchard … is lost"),
        ),
        (
            "The pumps have failed twice, the port's new engineer, Jory Penn, told the council.",
            ("the port's new engineer, Jory Penn", "told", "The pumps have failed twice"),
        ),
        (
            "But the lamps, she also said, were never paid for.",
            ("she", "said", "the lamps … were never paid for"),
        ),
    ],
)
def test_the_subject_of_the_verb_of_speech_speaks(body: Callable[..., Any], text: str, expected: Said) -> None:
    assert said(*body(text)) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor, a former judge, was late.",
        "Norvik will keep its divers on the reef until May, six days longer than it had said.",
    ],
)
def test_phrases_between_commas_are_no_speakers(body: Callable[..., Any], text: str) -> None:
    assert said(*body(text)) == []
