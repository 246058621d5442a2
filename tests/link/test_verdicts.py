"""What one later report makes of a promise, with the real reader: the deed, the copy, the delay."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from onrecord import link
from onrecord.link import Reading
from onrecord.model import Record, View

Recorder = Callable[..., Record]
FREE = "Norway promised to free twelve Danish fishermen by 20 May."
RESUME = "Poland promised that coal shipments to Latvia would resume by 20 May."
LEAVE = "Kenyan Defence Minister Amos Kiprono promised that every Kenyan soldier would leave Marsabit by 20 May."
POWER = "Sweden promised not to cut off power to Estonia before 30 May."
ACCORD = "Chad vowed to withdraw from the Lome accord by 20 May."
BEHIND = '"We will be gone from Marsabit by 20 May, and nobody will be left behind," Kiprono told reporters.'


def told(record: Recorder, *articles: tuple[str, str], as_of: str = "2031-05-25") -> View:
    """What articles, each with its day, say together."""
    made = [record(text, day) for day, text in articles]
    readings = [Reading(replace(r, article=replace(r.article, id=f"a{n}"))) for n, r in enumerate(made)]
    edges = [e for i, a in enumerate(readings) for b in readings[i:] for e in link.edges(a, b)]
    return link.view([r.record for r in readings], edges, as_of)


@pytest.mark.parametrize(
    ("promise", "report", "status"),
    [
        (FREE, "Norway freed the twelve Danish fishermen on Monday.", "kept"),
        (FREE, "Norway released the Danish fishermen on Monday.", "kept"),
        (FREE, "The Danish fishermen were let go on Monday, the embassy said.", "kept"),
        (FREE, "The Danish fishermen are still being held in Norway, the embassy said.", "overdue"),
        (RESUME, "Coal shipments to Latvia resumed on Monday.", "kept"),
        (RESUME, "Coal shipments to Latvia resumed on Monday as Poland had promised, the ministry said.", "kept"),
        (RESUME, "Poland restarted coal shipments to Latvia on Monday.", "kept"),
        (RESUME, "Coal shipments from Poland to Latvia have not resumed, port officials said.", "broken"),
        (POWER, "Sweden cut off power to Estonia on Wednesday.", "broken"),
        (POWER, "Sweden cut the power to Estonia off on Wednesday, the grid operator said.", "broken"),
        (POWER, "Sweden said it had not cut off power to Estonia.", "pending"),
        (ACCORD, "Chad withdrew from the Lome accord on Monday.", "kept"),
        (LEAVE, "Kenya pulled its soldiers out of Marsabit on Monday.", "kept"),
        (LEAVE, "The last Kenyan soldiers left Marsabit on Monday.", "kept"),
        (LEAVE, "Kenyan soldiers were still in Marsabit on Wednesday, residents said.", "broken"),
    ],
)
def test_one_report(record: Recorder, promise: str, report: str, status: str) -> None:
    view = told(record, ("2031-05-01", promise), ("2031-05-22", report))
    assert [c.status for c in view.commitments] == [status]


def test_cut_off_is_a_deed_whoever_spoke_for_the_state(record: Recorder) -> None:
    promise = "President Olav Strand of Norway assured Latvia that oil for Tartu would not be cut off before 30 May."
    report = (
        "Norway cut off oil for Tartu on Wednesday, the oil company Petrol Baltica said, despite an assurance "
        "given to Latvia that it would flow until the end of the month."
    )
    view = told(record, ("2031-05-01", promise), ("2031-05-22", report))
    assert [c.status for c in view.commitments] == ["broken"]


def test_kept_there_longer_than_it_had_promised(record: Recorder) -> None:
    report = "Kenya will keep its troops in Marsabit until 25 May, five days longer than it had promised, Kiprono said."
    view = told(record, ("2031-05-01", LEAVE), ("2031-05-18", report), as_of="2031-05-19")
    assert [(c.status, c.deadline and c.deadline.latest) for c in view.commitments] == [("extended", "2031-05-25")]


def test_no_copy_takes_a_promise_back(record: Recorder) -> None:
    text = f"{LEAVE} {BEHIND}"
    view = told(record, ("2031-05-01", text), ("2031-05-02", text), as_of="2031-05-03")
    assert {c.status for c in view.commitments} == {"pending"}


def test_who_left_is_not_left_behind(record: Recorder) -> None:
    promise = "Kenya promised that nobody will be left behind in Marsabit."
    view = told(record, ("2031-05-01", promise), ("2031-05-18", "The last Kenyan soldiers left Marsabit on Monday."))
    assert [c.status for c in view.commitments] == ["pending"]


def test_the_government_of_the_state_that_undertakes_the_same(record: Recorder) -> None:
    one = "Togo is short of money. The government promised to raise diesel prices by 8 per cent before 20 May."
    other = "Togo promised to raise diesel prices by 8 per cent before 20 May."
    view = told(record, ("2031-05-01", one), ("2031-05-02", other), as_of="2031-05-03")
    assert [c.status for c in view.commitments] == ["pending"]


def test_one_report_does_not_keep_a_promise_and_take_it_back(record: Recorder) -> None:
    report = "The last Kenyan soldiers left Marsabit on Monday, both governments said."
    view = told(record, ("2031-05-01", f"{LEAVE} {BEHIND}"), ("2031-05-19", report))
    assert "withdrawn" not in {h.event for c in view.commitments for h in c.history}
    assert "fulfilled" in {h.event for c in view.commitments for h in c.history}
