"""One number over time, and figures that cannot both be right."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.model import View

from .conftest import Page

Viewer = Callable[..., View]


def test_two_counts_in_one_sentence_stand_against_each_other(view: Viewer) -> None:
    page = Page("a", "Police counted 400 marchers in Vik; the unions spoke of 9,000.")
    page.number("400", "eq", 400, "marcher").number("9,000", "eq", 9000, "marcher")
    found = view(page)
    assert [len(s.points) for s in found.series] == [2]
    assert [d.type for d in found.disputes] == ["number"]


@pytest.mark.parametrize(
    ("op", "value", "disputed"), [("ge", 1200, True), ("eq", 690, False), ("ge", 650, False), ("le", 800, False)]
)
def test_bounds_that_fit_are_no_dispute(view: Viewer, op: str, value: float, disputed: bool) -> None:
    one = Page("a", "Some 700 tonnes of tar ran into Lake Imber, the Orla refinery said.", "2031-05-01")
    one.number("700", "approx", 700, "tonne")
    one.says("the Orla refinery", "said", "Some 700 tonnes of tar ran into Lake Imber")
    other = Page("b", "The water board put the tar in Lake Imber at some figure of tonnes.", "2031-05-03")
    other.number("some figure", op, value, "tonne")
    found = view(one, other)
    assert [len(s.points) for s in found.series] == [2]
    assert [d.type for d in found.disputes] == (["number"] if disputed else [])


def test_a_toll_that_rises_is_no_dispute(view: Viewer) -> None:
    one = Page("a", "The ferry sinking off Brod killed 30 people, the coastguard said.", "2031-05-01")
    one.number("30", "eq", 30, "person").says("the coastguard", "said", "The ferry sinking off Brod killed 30 people")
    other = Page("b", "The ferry sinking off Brod killed 58 people, the navy said.", "2031-05-02")
    other.number("58", "eq", 58, "person").says("the navy", "said", "The ferry sinking off Brod killed 58 people")
    found = view(one, other)
    assert [s.what for s in found.series] == ["dead"]
    assert found.disputes == ()


def test_what_two_parties_each_promise_is_no_dispute(view: Viewer) -> None:
    page = Page("a", "Norland pledged 500 tents; Sarvia pledged 80 tents.")
    page.actor("Norland", country="NLD").actor("Sarvia", country="SRB")
    page.number("500", "eq", 500, "tent").number("80", "eq", 80, "tent")
    page.promise("Norland", "pledged", "500 tents").promise("Sarvia", "pledged", "80 tents")
    assert view(page).disputes == ()


def test_other_things_are_other_series(view: Viewer) -> None:
    page = Page("a", "The fire killed 12 people in the Orla mill. The council bought 12 buses for the town of Vik.")
    page.number("12 people", "eq", 12, "person").number("12 buses", "eq", 12, "bus")
    assert sorted(s.what for s in view(page).series) == ["bus", "dead"]


def test_so_many_more_are_no_other_count_of_the_same(view: Viewer) -> None:
    page = Page("a", "The yard at Vik laid off 300 welders, then 200 more.")
    page.number("300 welders", "eq", 300, "welder").number("200", "eq", 200, "welder")
    assert not any(len(s.points) == 2 for s in view(page).series)


COUNTED = [
    ("Tarvia killed five Sarvian guards at Vik. At Vik 40 Sarvian guards have been killed.", "Sarvian guards", True),
    ("Tarvia killed five Sarvian guards at Vik. At Vik 40 Tarvian guards have been killed.", "Sarvian guards", False),
    ("Tarvia killed five Sarvian guards at Vik. At Vik 40 Sarvian guards stood watch.", "Sarvian guards", False),
    (
        "Doctors in Vik found five new fever cases, bringing the total in Vik to 40 fever cases.",
        "new fever cases",
        False,
    ),
    ("Doctors in Vik found five fever cases; the mayor of Vik spoke of 40 fever cases.", "fever cases", True),
]


@pytest.mark.parametrize(("text", "of", "joined"), COUNTED)
def test_what_befell_whose_people_and_what_was_added_are_counted_apart(
    view: Viewer, text: str, of: str, joined: bool
) -> None:
    behind = next(w for w in ("Sarvian guards", "Tarvian guards", "fever cases") if f"40 {w}" in text)
    unit = of.rsplit(maxsplit=1)[-1].rstrip("s")
    page = Page("a", text).number("five", "eq", 5, unit, of).number("40", "eq", 40, unit, behind)
    assert any(len(s.points) == 2 for s in view(page).series) is joined


def test_a_later_and_higher_count_of_all_so_far_is_no_dispute(view: Viewer) -> None:
    one = Page("a", "Some 300 Sarvians walked over the Orla bridge, the mayor of Vik said.", "2031-05-01")
    one.number("300", "eq", 300, "Sarvian").says("the mayor of Vik", "said", "Some 300 Sarvians walked over the Orla")
    said = "9,000 Sarvians have walked over the Orla bridge"
    later = Page("b", f"Norland said {said} since the siege began.", "2031-05-03")
    later.number("9,000", "eq", 9000, "Sarvian").says("Norland", "said", said)
    found = view(one, later)
    assert ([len(s.points) for s in found.series], found.disputes) == ([2], ())
