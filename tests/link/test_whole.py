"""From articles to statuses with the real reader: short stories as a desk would follow them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from onrecord import link
from onrecord.link import Reading
from onrecord.model import Record

STORIES = {
    "kept, told in the passive": ("kept", [
        ("2031-03-01", "The harbour authority promised to dredge the Selby channel by 15 March."),
        ("2031-03-14", "The Selby channel was dredged on Friday, a day before the deadline."),
    ]),
    "kept, told by what is so": ("kept", [
        ("2031-03-01", "Carrow Rail pledged to restore trains on the coast line by 20 March."),
        ("2031-03-19", "Trains are running again on the coast line, Carrow Rail passengers reported."),
    ]),
    "a breach": ("broken", [
        ("2031-03-01", "Eastmark vowed not to fly drones over the Harrow islands until 31 March."),
        ("2031-03-12", "Eastmark flew two drones over the Harrow islands on Tuesday, radar operators said."),
    ]),
    "a new date": ("extended", [
        ("2031-03-01", "Mayor Dunmore promised to clear the rubbish in Wexley by 10 March."),
        ("2031-03-09", "The rubbish in Wexley will now be cleared by 24 March, Dunmore said on Sunday."),
    ]),
    "pushed back": ("extended", [
        ("2031-03-01", "The electoral commission promised to publish the results by 10 March."),
        ("2031-03-08", "The electoral commission pushed back the publication of the results to 18 March."),
    ]),
    "they will stay": ("extended", [
        ("2031-03-01", "Eastmark promised that its soldiers would leave the Orrin valley by 8 March."),
        ("2031-03-07", "Eastmark's soldiers will stay in the Orrin valley until 30 March, its minister said."),
    ]),
    "something else is cancelled there": ("overdue", [
        ("2031-03-01", "Norvale's education ministry promised to repair every school on the Hale islands by 10 March."),
        ("2031-03-15", "Flights to the Hale islands were cancelled again because of fog."),
    ]),
    "a threat with a way out, carried out": ("carried_out", [
        ("2031-03-01", "The Dockers' League threatened to close Wexley port on 9 March unless two cranes are mended."),
        ("2031-03-09", "Wexley port was closed as the Dockers' League downed tools. The cranes were not mended."),
    ]),
    "its deadline is moved": ("extended", [
        ("2031-03-01", "Carrow Rail will repaint its stations by 30 March, its director Ola Reed vowed."),
        ("2031-03-20", "Carrow Rail has moved the deadline for repainting its stations from 30 March to 30 April."),
    ]),
    "an offer taken back": ("withdrawn", [
        ("2031-03-01", "Norvale offered to mediate between the two sides in the Kesh war."),
        ("2031-03-08", "Norvale withdrew its offer to mediate in the Kesh war on Friday."),
    ]),
    "a threat carried out": ("carried_out", [
        ("2031-03-01", "Eastmark threatened to cut gas supplies to Norvale if its debts were not paid."),
        ("2031-03-20", "Eastmark cut gas supplies to Norvale on Thursday, the operator said."),
    ]),
    "a strike called off": ("not_carried_out", [
        ("2031-03-01", "The pilots' union threatened to strike on 10 March."),
        ("2031-03-08", "The pilots' union called off the strike planned for Monday."),
    ]),
    "on the promisor's word": ("kept", [
        ("2031-03-01", "Eastmark promised to withdraw its tanks from Harrow by 15 March."),
        ("2031-03-14", "Eastmark has withdrawn its tanks from Harrow, its defence ministry said."),
    ]),
    "part of the way": ("in_progress", [
        ("2031-03-01", "The militia promised to free all 30 hostages by 20 March."),
        ("2031-03-10", "The militia freed 12 of the 30 hostages on Monday."),
    ]),
    "feared only": ("pending", [
        ("2031-03-01", "Norvale promised to lift the curfew in Hale by 20 March."),
        ("2031-03-10", "Residents fear that Norvale will break its promise to lift the curfew in Hale."),
    ]),
    "said again": ("pending", [
        ("2031-03-01", "Norvale promised to take in 2,000 refugees from Kesh."),
        ("2031-03-08", "Norvale's prime minister repeated the promise to take in 2,000 refugees from Kesh."),
    ]),
    "in one article": ("extended", [
        ("2031-03-09", "Eastmark will extend the blockade of Cape Torrin after promising to lift it this week."),
    ]),
    "they remained after the day": ("broken", [
        ("2031-03-01", "Eastmark promised to withdraw its tanks from Harrow by 15 March."),
        ("2031-03-17", "Eastmark's tanks remained in Harrow on Monday, two days after they were to leave."),
    ]),
    "not done after the day": ("broken", [
        ("2031-03-01", "Eastmark promised to withdraw its tanks from Harrow by 15 March."),
        ("2031-03-17", "Eastmark has not withdrawn its tanks from Harrow, the mayor said on Monday."),
    ]),
    "not done before the day": ("pending", [
        ("2031-03-01", "Eastmark promised to withdraw its tanks from Harrow by 15 March."),
        ("2031-03-10", "Eastmark has not withdrawn its tanks from Harrow, the mayor said on Monday."),
    ]),
    "still there after the day": ("broken", [
        ("2031-03-01", "Eastmark promised that its soldiers would leave the Orrin valley by 8 March."),
        ("2031-03-10", "Eastmark's soldiers were still in the Orrin valley on Monday."),
    ]),
    "the clock": ("overdue", [
        ("2031-03-01", "The bank promised to compensate its customers in Hale by 15 March."),
        ("2031-03-20", "Customers of the bank queued in Hale on Thursday. None of them had been compensated."),
    ]),
}  # fmt: skip


@pytest.mark.parametrize("name", STORIES)
def test_the_status_at_the_end_of_a_story(record: Callable[..., Record], name: str) -> None:
    status, articles = STORIES[name]
    readings = []
    for number, (day, text) in enumerate(articles):
        made = record(text, day)
        readings.append(Reading(replace(made, article=replace(made.article, id=f"a{number}"))))
    edges = [e for i, a in enumerate(readings) for b in readings[: i + 1] for e in link.edges(a, b)]
    view = link.view([r.record for r in readings], edges, articles[-1][0])
    assert [c.status for c in view.commitments] == [status]


def test_an_extension_told_with_the_promise_in_a_time_clause_moves_the_promise(record: Callable[..., Record]) -> None:
    articles = [
        ("2031-03-01", "Energy minister Lena Strand promised to end the fuel rationing by 10 March."),
        (
            "2031-03-02",
            "A day after she had promised to end the fuel rationing by 10 March, energy minister Lena Strand said the "
            "rationing would be prolonged.",
        ),
    ]
    readings = []
    for number, (day, text) in enumerate(articles):
        made = record(text, day)
        readings.append(Reading(replace(made, article=replace(made.article, id=f"a{number}"))))
    edges = [e for i, a in enumerate(readings) for b in readings[: i + 1] for e in link.edges(a, b)]
    view = link.view([r.record for r in readings], edges, "2031-03-20")
    moved = [step.event for c in view.commitments for step in c.history if c.action.startswith("end")]
    assert "extended" in moved


DISPUTED = {
    "two tolls in one article": (["number"], [
        ("2031-03-01", "A bomb killed 14 people in Hale, police said. The hospital said it had 19 bodies."),
    ]),
    "a toll that rises": ([], [
        ("2031-03-01", "A bomb killed 14 people in Hale on Saturday, police said."),
        ("2031-03-02", "The death toll from the bomb in Hale rose to 19, police said."),
    ]),
    "bounds that fit": ([], [
        ("2031-03-01", "Norvale says Eastmark has up to 9,000 troops in Harrow."),
        ("2031-03-02", "Eastmark has about 8,000 troops in Harrow, an analyst said."),
    ]),
    "bounds that clash": (["number"], [
        ("2031-03-01", "Norvale says Eastmark has at least 9,000 troops in Harrow."),
        ("2031-03-02", "Eastmark has no more than 2,000 troops in Harrow, its defence ministry said."),
    ]),
    "a denial of another article": (["denial"], [
        ("2031-03-01", "Norvale's army said Eastmark's drones had attacked a convoy near Orrin."),
        ("2031-03-02", "Eastmark denied that its drones had attacked a convoy near Orrin."),
    ]),
    "blame to and fro": (["responsibility"], [
        ("2031-03-01", "Norvale accused Eastmark of blowing up the Orrin dam."),
        ("2031-03-02", "Eastmark blamed Norvale for the destruction of the Orrin dam."),
    ]),
    "a doubt": ([], [
        ("2031-03-01", "Norvale's minister said the drone had come from Eastmark. Analysts doubted it."),
    ]),
    "other things": ([], [
        ("2031-03-01", "Police said 40 houses had burned down in Hale. The council said 25 cars were destroyed."),
    ]),
    "a retraction": ([], [
        ("2031-03-01", "The army said three soldiers had died at Orrin."),
        ("2031-03-02", "Correction: the army said two soldiers had died at Orrin, not three as we reported."),
    ]),
}  # fmt: skip


@pytest.mark.parametrize("name", DISPUTED)
def test_the_disputes_of_a_story(record: Callable[..., Record], name: str) -> None:
    types, articles = DISPUTED[name]
    readings = []
    for number, (day, text) in enumerate(articles):
        made = record(text, day)
        readings.append(Reading(replace(made, article=replace(made.article, id=f"a{number}"))))
    edges = [e for i, a in enumerate(readings) for b in readings[: i + 1] for e in link.edges(a, b)]
    view = link.view([r.record for r in readings], edges, articles[-1][0])
    assert [d.type for d in view.disputes] == types


FOLLOWED = {
    "two kinds of one thing": (["violations", "violations"], [
        ("2031-03-01", "Monitors counted 320 ceasefire violations near Orrin."),
        ("2031-03-02", "Police in Hale listed 41 customs violations."),
    ]),
    "a handful that one report counts": ([], [
        ("2031-03-01", "The mayor of Hale sold three pianos."),
    ]),
}  # fmt: skip


@pytest.mark.parametrize("name", FOLLOWED)
def test_the_numbers_that_are_followed(record: Callable[..., Record], name: str) -> None:
    counted, articles = FOLLOWED[name]
    readings = []
    for number, (day, text) in enumerate(articles):
        made = record(text, day)
        readings.append(Reading(replace(made, article=replace(made.article, id=f"a{number}"))))
    edges = [e for i, a in enumerate(readings) for b in readings[: i + 1] for e in link.edges(a, b)]
    view = link.view([r.record for r in readings], edges, articles[-1][0])
    assert sorted((s.unit or "") + "s" for s in view.series) == counted


def test_where_a_source_spoke_is_not_what_its_number_is_about(record: Callable[..., Record]) -> None:
    made = record("Norvale has 9,000 troops on its border, the envoy Ola Reed told a meeting in Vienna.", "2031-03-01")
    assert [figure.place for figure in Reading(made).figures] == [None]


def test_no_such_thing_answers_the_statement_that_names_the_thing(record: Callable[..., Record]) -> None:
    made = record(
        "The rebels said Norvale was about to shell the town of Hale. They said later that beds had been prepared in "
        "Wexley. Norvale said there was no such shelling.",
        "2031-03-01",
    )
    reading = Reading(made)
    view = link.view([made], link.edges(reading, reading), "2031-03-02")
    assert [d.a.quote for d in view.disputes if d.type == "denial" and "beds" in d.a.quote] == []
