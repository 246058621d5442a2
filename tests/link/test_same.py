"""One promise in several reports, and a later one that repeats, moves or takes it back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord import link
from onrecord.link import Reading
from onrecord.model import Record, View

from .conftest import Page

Viewer = Callable[..., View]


def report(key: str, day: str, text: str, **promise: str) -> Page:
    page = Page(key, text, day).actor("Norland", country="NLD")
    return page.promise("Norland", promise.pop("cue", "promised"), promise.pop("action"), **promise)  # type: ignore[arg-type]


def first() -> Page:
    text = "Norland promised to pull its gunboats out of Lake Imber by 9 May."
    action = "pull its gunboats out of Lake Imber"
    return report("a", "2031-05-01", text, action=action, by="by 9 May", latest="2031-05-09")


@pytest.mark.parametrize(
    ("text", "promise", "events"),
    [
        (
            "Norland promised that its gunboats would leave Lake Imber by 9 May.",
            {"action": "its gunboats would leave Lake Imber", "by": "by 9 May", "latest": "2031-05-09"},
            ["made"],
        ),
        (
            "Norland reiterated its vow and promised that its gunboats would leave Lake Imber.",
            {"action": "its gunboats would leave Lake Imber"},
            ["made", "reaffirmed"],
        ),
        (
            "Norland promised that its gunboats would leave Lake Imber by 30 May.",
            {"action": "its gunboats would leave Lake Imber", "by": "by 30 May", "latest": "2031-05-30"},
            ["made", "extended"],
        ),
        (
            "Norland extends the stay of its gunboats on Lake Imber.",
            {"cue": "extends", "action": "the stay of its gunboats on Lake Imber", "operation": "extend"},
            ["made", "extended"],
        ),
        (
            "Norland retracts: its gunboats will not leave Lake Imber.",
            {"cue": "retracts", "action": "its gunboats will not leave Lake Imber", "operation": "withdraw"},
            ["made", "withdrawn"],
        ),
    ],
)
def test_a_second_report(view: Viewer, text: str, promise: dict[str, str], events: list[str]) -> None:
    (found,) = view(first(), report("b", "2031-05-05", text, **promise), as_of="2031-05-06").commitments
    assert [h.event for h in found.history] == events


def test_both_reports_count_as_origins_and_copies_as_one(view: Viewer) -> None:
    again = report("b", "2031-05-02", "On Lake Imber, Norland promised, its gunboats would be withdrawn.",
                   action="its gunboats would be withdrawn")  # fmt: skip
    (found,) = view(first(), again).commitments
    assert found.origins == 2
    copy = first()
    copy.key = "c"
    long = " The lake lies between two ranges of hills and has been fished for a thousand years by the same families."
    pages = [first(), copy]
    for page in pages:
        page.text += long
    (found,) = view(*pages).commitments
    assert found.origins == 1


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Norland promised to pull its gunboats out of Lake Tamm by 9 May.", "pull its gunboats out of Lake Tamm"),
        ("Norland promised to pay the fishermen of Lake Imber.", "pay the fishermen of Lake Imber"),
    ],
)
def test_other_promises_stay_apart(view: Viewer, text: str, action: str) -> None:
    assert len(view(first(), report("b", "2031-05-02", text, action=action)).commitments) == 2


@pytest.mark.parametrize(
    ("text", "action", "day", "promises"),
    [
        ("Norland had promised to pull them out by 9 May. Fog lay on Lake Imber.", "pull them out", "2031-05-09", 1),
        ("Norland had promised to pull them out by 30 May. Fog lay on Lake Imber.", "pull them out", "2031-05-30", 2),
        (
            "Norland had promised to pay the fishermen of Lake Imber by 9 May.",
            "pay the fishermen of Lake Imber",
            "2031-05-09",
            2,
        ),
    ],
)
def test_a_promise_looked_back_on_with_its_day_is_the_one_that_was_made(
    view: Viewer, text: str, action: str, day: str, promises: int
) -> None:
    told = report("b", "2031-05-12", text, cue="had promised", action=action, by=f"by {int(day[-2:])} May", latest=day)
    assert len(view(first(), told).commitments) == promises


def test_another_promisor_is_another_promise(view: Viewer) -> None:
    page = Page("b", "Sarvia promised to pull its gunboats out of Lake Imber.", "2031-05-02")
    page.actor("Sarvia", country="SRB").promise("Sarvia", "promised", "pull its gunboats out of Lake Imber")
    assert len(view(first(), page).commitments) == 2


def test_of_two_parties_that_promise_together_one_can_move_the_date(view: Viewer) -> None:
    both = Page("a", "Norland and Sarvia promised to end the siege of Imber by 9 May.", "2031-05-01")
    both.actor("Norland", country="NLD").actor("Sarvia", country="SRB")
    both.promise("Norland and Sarvia", "promised", "end the siege of Imber", by="by 9 May", latest="2031-05-09")
    later = Page("b", "Sarvia extends the siege of Imber.", "2031-05-08").actor("Sarvia", country="SRB")
    later.promise("Sarvia", "extends", "the siege of Imber", operation="extend")
    (found,) = view(both, later).commitments
    assert found.status == "extended"


def meeting(key: str, text: str, who: str, action: str) -> Page:
    page = Page(key, text, "2031-05-02")
    for name in ("Lena Orvik", "Jon Lund"):
        page.actor(name, kind="person")
    return page.promise(who, "will", action, by="on 9 May", latest="2031-05-09", kind="plan")


@pytest.mark.parametrize(
    ("text", "who", "action"),
    [
        ("Jon Lund will hold a meeting with Lena Orvik on 9 May.", "Jon Lund", "hold a meeting with Lena Orvik"),
        ("Jon Lund and Lena Orvik will meet on 9 May.", "Jon Lund and Lena Orvik", "meet"),
    ],
)
def test_one_meeting_whoever_is_named_first(view: Viewer, text: str, who: str, action: str) -> None:
    one = meeting("a", "Lena Orvik will meet Jon Lund on 9 May.", "Lena Orvik", "meet Jon Lund")
    assert len(view(one, meeting("b", text, who, action)).commitments) == 1


def test_a_meeting_with_somebody_else_is_another(view: Viewer) -> None:
    one = meeting("a", "Lena Orvik will meet Jon Lund on 9 May.", "Lena Orvik", "meet Jon Lund")
    other = Page("b", "Jon Lund will meet Ada Brekke on 9 May.", "2031-05-02").actor("Jon Lund", kind="person")
    other.promise("Jon Lund", "will", "meet Ada Brekke", by="on 9 May", latest="2031-05-09", kind="plan")
    assert len(view(one, other).commitments) == 2


@pytest.mark.parametrize(
    ("behind", "number"),
    [
        ('"We will be gone by Friday night," he told reporters. "Not one will stay."', 1),
        ('"We will be back by June," he told reporters.', 2),
        ('"We will be gone by Sunday," he told reporters.', 2),
    ],
    ids=["said once more in a word", "another deed", "another day"],
)
def test_a_promise_and_its_quoted_word_are_one(record: Callable[..., Record], behind: str, number: int) -> None:
    text = f"General Arvo Hask promised on Monday that his men would leave the Tarn valley by Friday. {behind}"
    reading = Reading(record(text, "2031-04-07"))
    assert len(link.view([reading.record], link.edges(reading, reading), "2031-04-08").commitments) == number
