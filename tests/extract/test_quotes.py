"""Quotations are found however the article prints its marks, and however broken they are."""

from __future__ import annotations

import pytest

from onrecord.extract.quotes import quotations
from onrecord.model import Part, Span


def quoted(text: str) -> list[str]:
    parts, at = [], 0
    for line in text.split("\n"):
        if line:
            parts.append(Part("body", Span(at, at + len(line))))
        at += len(line) + 1
    return [q.inner.of(text) for q in quotations(text, tuple(parts)).found]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“One,” she said. “Two.”", ["One,", "Two."]),
        ('"One," she said. "Two."', ["One,", "Two."]),
        ("''One,'' she said. ''Two.''", ["One,", "Two."]),
        ("``One,'' she said.", ["One,"]),
        ("«One», she said.", ["One"]),
        ("„One“, she said.", ["One"]),
        ("»One«, she said.", ["One"]),
        ("‹One›, she said.", ["One"]),
        ("‘It is the dog’s bone,’ she said.", ["It is the dog’s bone,"]),
        ("'It's over,' she said.", ["It's over,"]),
        ("The dogs' bones and the cats' milk", []),
        ('a 12" pipe and a 9" nail', []),
        ("She called it “one. They left. Nobody knew.", ["one."]),
        ("She said: “One.\n“Two.”", ["One.", "Two."]),
        ("They see. “", []),
        ("", []),
    ],
)
def test_marks(text: str, wanted: list[str]) -> None:
    assert quoted(text) == wanted


def test_a_quotation_over_paragraphs_is_one_run() -> None:
    text = "“One.\n“Two.\n“Three.”\n“Four.”"
    parts, at = [], 0
    for line in text.split("\n"):
        parts.append(Part("body", Span(at, at + len(line))))
        at += len(line) + 1
    found = quotations(text, tuple(parts))
    assert found.run(1) == range(0, 3)
    assert found.run(3) == range(3, 4)
    assert found.holding((1, 4)) == 0
    assert list(found.touching((0, len(text)))) == [0, 1, 2, 3]


def test_many_marks_take_no_longer_than_they_must() -> None:
    text = "\"a ‘b 'c " * 2500
    assert len(quoted(text)) > 0
