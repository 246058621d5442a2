"""Figures without a noun of their own, who gives them, and two figures that are no dispute."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from onrecord import link
from onrecord.link import Reading
from onrecord.model import Record, View

Reader = Callable[..., Record]


def seen(record: Reader, text: str) -> View:
    made = record(text, "2031-05-01", outlet="The Gazette")
    reading = Reading(made)
    return link.view([made], link.edges(reading, reading), "2031-05-01")


def numbers(view: View) -> list[tuple[str | None, str | None]]:
    """Who stands against whom over a number."""
    return [(d.a.source, d.b.source) for d in view.disputes if d.type == "number"]


DISPUTED = [
    ("The union said 31 crane drivers had stayed at home. The port put it at nine.", "The union", "The port"),
    ("The rescue service said 40 miners had been brought up. The owner put the figure at 25.",
     "The rescue service", "The owner"),
    ("The flood has killed 67 people, the governor said. The army's count was 59.", "the governor", "The army"),
    ("The harbour master counted 60 boats; the navy put it at 90.", "The harbour master", "the navy"),
    ("Doctors said 14 patients had fallen ill from the fish. The ministry put it at three such cases.",
     "Doctors", "The ministry"),
    ("Two buses took 310 foreigners to Vik, the bus firm said. The embassy put the number of passengers at 460.",
     "the bus firm", "The embassy"),
    ("The police spoke of 300 marchers, the unions of 2,000.", "The police", "the unions"),
    ("The mayor put the marchers at 300, the unions at 2,000.", "The mayor", "the unions"),
    ("The board put turnout at 70 percent. The union put it at 40 percent.", "The board", "The union"),
    ("Turnout was 70 percent, the board said, while the opposition claimed that barely 40 percent had cast a ballot.",
     "the board", "the opposition"),
    ("Customers withdrew 90 million crowns, the central bank said. The bank itself spoke of 20 million.",
     "the central bank", "The bank itself"),
    ("A first cart with rifles came in on Monday. Tarn counted 410 of them; the militia said it had sent 700.",
     "Tarn", "the militia"),
    ("The camp got tents on Friday. The mayor counted 40 of them; the agency said it had delivered 90.",
     "The mayor", "the agency"),
    ("Bakers said flour cost 15 crowns a kilo. The ministry put it at 11 crowns.", "Bakers", "The ministry"),
    ("The clinic said 20 people had died. The town's coroner said he had signed 55 death certificates for people "
     "from Vik.",
     "The clinic", "The town's coroner"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "first", "second"), DISPUTED)
def test_another_report_of_the_figure_before_it(record: Reader, text: str, first: str, second: str) -> None:
    assert numbers(seen(record, text)) == [(first, second)]


AGREED = [
    "The flood killed 12 people and 800 have gone to their relatives, the mayor said.",
    "Nine people have drowned, the mayor said, and 4,000 have been taken to schools.",
    "Street traders charged 9 crowns for a litre of oil. The state shop still charges 5 crowns for a litre, it said.",
    "The law passed by 90 votes to 71, the speaker said.",
    "The law passed by 90 votes to 71, with four abstentions, the speaker said. The opposition had counted on 80 "
    "votes.",
    "Of the 40 buses, 12 have left, the mayor said.",
    "The camp holds 5,000 people. Aid workers said that 200 people had left this week.",
    "The union said 300 dockers had walked out. The mayor put the damage at 4 million crowns.",
    "The police said 40 people had been arrested, 12 of them women.",
    "The mayor said 500 people were in the shelter. The mayor later put it at 600.",
    "The minister said turnout was 61 percent. The opposition said 45 percent had voted for its list.",
    "The port said 24 cranes would be repaired. All 24 are running again, the union said.",
    "The board said 900 families had been let in. So far 2,100 have come in, the mayor said.",
    "The dean said 40 chairs and 300 books were burned. The rector put it at 60.",
    "The guard ordered two gates shut at 17.43 on 9 February, according to the log of the lock.",
    "The zoo sold 40 tickets; the museum said it had sold 90.",
    "The zoo said it had sold 40 tickets; the museum said it had sold 90.",
    "Norland said it had lost 40 tanks. Sarvia said it had destroyed 90.",
    "The ferry sailed for Vik with 210 passengers on board. Twelve people were treated for smoke, the navy said.",
    "Only 380 sacks had reached Vik, the doctors said. Some 900 sacks had been pledged.",
    "The mayor said 40 houses had burned. The insurers put it at 2 million crowns.",
    "Nine of the county's 41 schools are shut, the mayor said. Parents said that three schools were shut.",
    "The camp was built for 2,000 people when fighting drove tens of thousands across the border, the agency said.",
    "The harbour had 30 ships on Monday, three more than the pilots had counted on.",
    "One litre of oil costs 8 crowns, the shop said. One bottle was broken, the maid said.",
]  # fmt: skip


@pytest.mark.parametrize("text", AGREED)
def test_two_figures_that_are_no_dispute(record: Reader, text: str) -> None:
    assert numbers(seen(record, text)) == []


SERIES = [
    ("The board said 900 refugees had been let in at the pass. So far 2,100 have come in, the mayor said.",
     [[900, 2100]]),
    ("The port said 24 cranes had been ordered. All 24 are in Vik, the union said.", [[24, 24]]),
    ("The law passed by 90 votes to 71.", []),
    ("A loaf costs 310 pesos in Vik, compared with 240 pesos last week.", [[310, 240]]),
    ("Of the 40 buses, 12 have left, the mayor said.", []),
    ("The zoo said it had sold 40 tickets; the museum said it had sold 90.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "points"), SERIES)
def test_the_figures_of_one_thing(record: Reader, text: str, points: list[list[float]]) -> None:
    found = [[p.high for p in s.points] for s in seen(record, text).series if len(s.points) > 1 or points]
    assert found == points


def told(record: Reader, *texts: str) -> View:
    made = [record(text, f"2031-05-0{n}", outlet=f"Paper {n}") for n, text in enumerate(texts, 1)]
    made = [replace(m, article=replace(m.article, id=f"a{n}")) for n, m in enumerate(made, 1)]
    read = [Reading(m) for m in made]
    edges = [e for i, a in enumerate(read) for b in read[: i + 1] for e in link.edges(a, b)]
    return link.view(made, edges, "2031-06-01")


LONG = (
    "The Vik tram board is looking for 120 drivers at 90 crowns a day, after the summer timetable fell apart on Monday."
)


def test_copies_of_one_story_are_one_point(record: Reader) -> None:
    found = told(record, LONG, LONG)
    assert [len(s.points) for s in found.series if s.what == "drivers"] == [1]


def test_a_promised_sum_that_is_paid_out_is_nothing_to_follow(record: Reader) -> None:
    found = told(
        record,
        "Orla Coal promised on Monday to pay 8,000 crowns to each widow of the Vik pit by Friday.",
        "Widows of the Vik pit were paid 8,000 crowns each by a clerk of Orla Coal on Friday.",
    )
    assert not [s for s in found.series if s.unit == "crown" and len(s.points) > 1]


DROWNED = "Nine people have drowned since the Orla river flooded the town of Vik on Sunday, the mayor of Vik said."
FREED = "The Vik guard promised to free all 120 Norland sailors by May."
HELD = "Some 60 fighters hold 14 Norland soldiers in the caves at Vik."
ACROSS = [
    (DROWNED, "The flood in Vik filled another cellar by the Orla. The coroner of the town has listed 17 dead.", True),
    (DROWNED, "The flood in Vik filled another cellar by the Orla. The flood of 1987 left 17 dead in the town.", False),
    (FREED, "In Vik 63 Norland sailors left the camp.", False),
    (HELD, "The 14 soldiers in the caves at Vik are alive.", True),
    ("Half of the 41 schools in Vik are small.", "A plan to merge three schools in Vik is before the council.", False),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "joined"), ACROSS)
def test_one_number_in_two_articles(record: Reader, first: str, second: str, joined: bool) -> None:
    found = told(record, first, second)
    assert any(len({p.article for p in s.points}) == 2 for s in found.series) is joined
