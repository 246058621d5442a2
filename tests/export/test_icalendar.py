"""The calendar feed is what RFC 5545 asks for, whatever a text holds."""

from __future__ import annotations

import pytest

from onrecord.export.brief_lines import Promise, StepLine
from onrecord.export.hours import hour
from onrecord.export.icalendar import LINE, calendar, escaped, folded
from onrecord.export.printed import Printed, Source
from onrecord.model.view import CommitmentView, HistoryItem, Made, Term


def promise(
    action: str = "open the bridge", latest: str | None = "2031-12-31", quote: str = "We will open it."
) -> Promise:
    view = CommitmentView(
        "c1", "Ruvia", None, None, action, "promise", "+", None, Term("by the end", latest), "pending", False, "none",
        False, ("the Quay Post",), 1, Made("a", "v", "2031-05-01", quote, 0, 9), (),
    )  # fmt: skip
    words = Printed(quote, 0, 9, Source("a", "v", "Harrow Wire", None, "2031-05-01"))
    return Promise(view, (StepLine(HistoryItem("made", "a"), words),), 3)


def unfolded(text: str) -> list[str]:
    return text.replace("\r\n ", "").split("\r\n")


def test_a_deadline_is_an_event_of_that_whole_day() -> None:
    lines = unfolded(calendar([promise()], "2031-05-02", lambda p: f"http://127.0.0.1/entries/{p.view.id}"))
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]
    for line in ("VERSION:2.0", "UID:c1@onrecord.invalid", "DTSTAMP:20310502T000000Z", "DTSTART;VALUE=DATE:20311231",
                 "DTEND;VALUE=DATE:20320101", "SUMMARY:Ruvia: open the bridge",
                 "URL:http://127.0.0.1/entries/c1"):  # fmt: skip
        assert lines.count(line) == 1
    (description,) = [line for line in lines if line.startswith("DESCRIPTION:")]
    assert r"according to the Quay Post\n“We will open it.” (Harrow Wire\, 2031-05-01)" in description


@pytest.mark.parametrize(
    ("value", "start", "told"),
    [
        ("2031-12-31T18:00Z", "DTSTART:20311231T180000Z", "18:00 UTC"),
        ("2031-12-31T01:30+03:00", "DTSTART:20311230T223000Z", "01:30 UTC+03:00"),
        ("2031-12-31T24:00", "DTSTART:20320101T000000", r"24:00\, zone not named"),
    ],
)
def test_an_hour_that_is_named_is_the_moment_with_its_zone(value: str, start: str, told: str) -> None:
    named = hour(value)
    assert named
    lines = unfolded(calendar([promise()], "2031-05-02", lambda p: "", {"c1": named}))
    assert start in lines
    assert not any(line.startswith("DTEND") for line in lines)
    assert any(told in line for line in lines if line.startswith("DESCRIPTION"))


@pytest.mark.parametrize(
    "value", [None, "2031-12-31", "2031-13-31T10:00", "2031-12-31T25:00", "9999-12-31T24:00", "T10:00"]
)
def test_what_is_no_hour_is_none(value: str | None) -> None:
    assert hour(value) is None


@pytest.mark.parametrize("latest", [None, "soon", "2031-02-30", "9999-12-31"])
def test_without_a_day_there_is_no_event(latest: str | None) -> None:
    assert "VEVENT" not in calendar([promise(latest=latest)], "2031-05-02", lambda p: "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a,b;c", r"a\,b\;c"), ("back\\slash", r"back\\slash"), ("two\r\nlines\nand\rmore", r"two\nlines\nand\nmore"),
        ("bell\x07 tab\t", "bell  tab "), ("END:VEVENT", "END:VEVENT"), ("“ä”", "“ä”"),
    ],
)  # fmt: skip
def test_signs_with_a_meaning_are_escaped(text: str, expected: str) -> None:
    assert escaped(text) == expected


def test_no_text_can_add_a_line() -> None:
    text = calendar([promise("x\r\nEND:VEVENT\nBEGIN:VALARM", quote="a\nb\rc")], "2031-05-02", lambda p: "")
    assert [line for line in text.split("\r\n") if line.startswith(("END:VEVENT", "BEGIN:VALARM"))] == ["END:VEVENT"]
    assert "\n" not in text.replace("\r\n", "")
    assert "\r" not in text.replace("\r\n", "")


@pytest.mark.parametrize("text", ["ä" * 200, "x" * 75, "\N{SMILING FACE WITH SUNGLASSES}" * 60, "", "a b " * 90])
def test_lines_are_folded_between_characters(text: str) -> None:
    pieces = list(folded(text))
    assert all(len(piece.encode()) <= LINE for piece in pieces)
    assert pieces[0] + "".join(piece[1:] for piece in pieces[1:]) == text
    assert all(piece.startswith(" ") for piece in pieces[1:])
