"""What an outlet takes back is told no more from that day on, and the correction is on record."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.model import View

from .conftest import Page

Viewer = Callable[..., View]
GAZETTE, WIRE = {"outlet": "The Gazette"}, {"outlet": "Harrow Wire"}


def toll(key: str, text: str, published: str, number: str, known: dict[str, str]) -> Page:
    return Page(key, text, published, known).number(number, "eq", float(number), "villager")


WRONG = "At least two lorries burned in Orla. 48 villagers were killed in the Orla quarry fire."
RIGHT = "Correction: an earlier version said that 48 villagers were killed in the Orla quarry fire."


@pytest.mark.parametrize(
    ("outlet", "numbers"), [(GAZETTE, ["48"]), (WIRE, ["48"])], ids=["its own report", "another outlet's report"]
)
def test_a_corrected_number_leaves_the_series(view: Viewer, outlet: dict[str, str], numbers: list[str]) -> None:
    first = toll("a", WRONG, "2031-05-01", "48", GAZETTE)
    other = toll("b", "48 villagers were killed in the Orla quarry fire, medics say.", "2031-05-01", "48", WIRE)
    mended = toll("c", RIGHT, "2031-05-03", "48", outlet)
    before = view(first, other, mended, as_of="2031-05-02")
    assert [p.article for s in before.series for p in s.points] == ["a"]  # b tells it in the same words
    assert not before.withdrawn
    after = view(first, other, mended, as_of="2031-05-03")
    gone = "a" if outlet == GAZETTE else "b"
    assert [p.article for s in after.series for p in s.points] == ["b" if gone == "a" else "a"]
    (told,) = after.withdrawn
    assert (told.article, told.withdrawn, told.kind) == (gone, "2031-05-03", "quantity")
    assert told.correction and told.correction.event == "corrected"
    assert told.correction.quote == RIGHT


def test_a_retracted_report_is_told_no_more(view: Viewer) -> None:
    text = "Sarvia said that Norland had mined the Kolmar strait with torpedoes."
    first = Page("a", text, "2031-05-01", GAZETTE)
    first.says("Sarvia", "said", "that Norland had mined the Kolmar strait with torpedoes")
    words = "On 1 May we quoted Sarvia as saying that Norland had mined the Kolmar strait. We withdraw the report."
    mended = Page("b", words, "2031-05-04", GAZETTE)
    assert len(view(first, mended, as_of="2031-05-03").statements) == 1
    after = view(first, mended, as_of="2031-05-04")
    assert (len(after.statements), [w.kind for w in after.withdrawn]) == (0, ["statement"])
    assert after.withdrawn[0].correction and "We withdraw the report" in after.withdrawn[0].correction.quote


def test_a_minister_who_retracts_something_corrects_no_report(view: Viewer) -> None:
    text = "Sarvia said that Norland had mined the Kolmar strait with torpedoes."
    first = Page("a", text, "2031-05-01", GAZETTE)
    first.says("Sarvia", "said", "that Norland had mined the Kolmar strait with torpedoes")
    words = "The envoy said: I have retracted my story that Norland had mined the Kolmar strait."
    later = Page("b", words, "2031-05-04", GAZETTE)
    later.says("The envoy", "said", "I have retracted my story that Norland had mined the Kolmar strait")
    assert not view(first, later).withdrawn


def test_an_outcome_that_its_outlet_corrects_did_not_come(view: Viewer) -> None:
    made = Page("a", "Norland promised to reopen the Orla bridge by 20 May.", "2031-05-01", WIRE)
    made.actor("Norland", country="NLD")
    made.promise("Norland", "promised", "reopen the Orla bridge", by="by 20 May", latest="2031-05-20")
    done = Page("b", "The Orla bridge was reopened on Friday, as Norland had said.", "2031-05-09", GAZETTE)
    wrong = "Correction: an earlier version wrongly said that Norland had reopened the Orla bridge."
    mended = Page("c", wrong, "2031-05-11", GAZETTE)
    found = [view(made, done, mended, as_of=f"2031-05-{day}").commitments[0] for day in (10, 12, 25)]
    assert [f.status for f in found] == ["kept", "pending", "overdue"]
    assert [h.event for h in found[2].history] == ["made", "corrected", "deadline_passed"]
