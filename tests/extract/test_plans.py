"""Whose plan "will" is when somebody else says it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.model import Record


@pytest.mark.parametrize(
    ("text", "promisor", "reported_by"),
    [
        ("Army divers will search the lake on Friday, Colonel Vera Lund said.", "Army divers", ["Colonel Vera Lund"]),
        ("Orvel will tax salt from 1 May, the trade ministry announced.", "Orvel", ["the trade ministry"]),
        ("The two sides would swap their dead on Friday, mediators said.", "The two sides", ["mediators"]),
        ("The fish council is to meet on 2 May, a communique said.", "The fish council", ["a communique"]),
        ("The clerks have given notice that they will strike on Friday.", "The clerks", []),
        ("The builder says it needs until 1 May to finish the pier.", "The builder", []),
        (
            "Tamm Copper will drain the pit by 2 May, site director Ida Holm said.",
            "Tamm Copper",
            ["site director Ida Holm"],
        ),
    ],
)
def test_who_undertakes_and_who_says_so(
    record: Callable[..., Record], text: str, promisor: str, reported_by: list[str]
) -> None:
    [made] = record(text, "2035-03-14").commitments
    assert " ".join(s.of(text) for s in made.promisor) == promisor
    assert [s.of(text) for s in made.reported_by] == reported_by


@pytest.mark.parametrize(
    "text",
    [
        "The abbot ruled out the miners as suspects in the theft.",
        "The coroner ruled out foul play.",
        "Tamm Copper will drain the pit by 2 May, Vik's harbour director Ida Holm said.",
        "Tamm Copper will drain the pit by 2 May, the director of Sund Zinc said.",
        "The loan will be paid on condition that the clerks agree to wait, some said.",
    ],
)
def test_what_is_ruled_out_as_a_cause_is_no_assurance(record: Callable[..., Record], text: str) -> None:
    assert not record(text, "2035-03-14").commitments


def test_once_somebody_has_done_it_is_a_condition(record: Callable[..., Record]) -> None:
    text = "The bank said it would release the loan once parliament passes the law."
    [made] = record(text, "2035-03-14").commitments
    assert [s.of(text) for s in made.condition] == ["once parliament passes the law"]
    assert made.deadline is not None and made.deadline.type == "event"


def test_a_warning_beside_the_time_that_is_given_says_what_will_follow(record: Callable[..., Record]) -> None:
    text = "The regent gave the clerks until Friday to leave the quay, warning that it would be burned."
    [made] = record(text, "2035-03-14").commitments
    assert (" ".join(s.of(text) for s in made.action), made.kind) == ("it would be burned", "ultimatum")


@pytest.mark.parametrize(
    ("text", "promisor", "action", "kind"),
    [
        ("Word came from Abbot Sund that the fast would end on Friday.", "Abbot Sund", "the fast would end", "plan"),
        (
            "The rebels told the envoys that carts could cross the ford from Friday.",
            "The rebels",
            "carts could cross the ford",
            "assurance",
        ),
        ("A breach would bring a trade embargo, the regent said.", "the regent", "a trade embargo", "threat"),
        ("A raid on its ships would be met with force, the Sund navy warned.", "the Sund navy", "force", "threat"),
    ],
)
def test_what_comes_of_a_message_or_a_breach(
    record: Callable[..., Record], text: str, promisor: str, action: str, kind: str
) -> None:
    [made] = record(text, "2035-03-14").commitments
    assert " ".join(s.of(text) for s in made.promisor) == promisor
    assert (" ".join(s.of(text) for s in made.action), made.kind) == (action, kind)


def test_what_is_done_as_promised_is_promised_again(record: Callable[..., Record]) -> None:
    text = "The regent said that, as promised in May, the bridge would be mended by Friday."
    assert [c.operation for c in record(text, "2035-03-14").commitments] == ["reaffirm"]


@pytest.mark.parametrize(
    "text",
    [
        "The guild accused the baker of promising bread that he did not have.",
        "Voters agreed by two to one that the tax was unfair.",
        "Doctors have ruled out poison.",
        "It is virtually assured that the dam will burst.",
        "The islands offer shelter to terns.",
        "A shop in Lund offers advice on boots.",
        "Marches intended to close the mill drew crowds.",
        "The regent decided what a fine day it would be.",
        "Ines Tal was more ready to sign than she had been prepared to sign before.",
    ],
)
def test_habits_opinions_and_accusations_undertake_nothing(record: Callable[..., Record], text: str) -> None:
    assert "promise" not in [c.kind for c in record(text, "2035-03-14").commitments]
    assert len(record(text, "2035-03-14").commitments) < 2


def test_nobody_promises_nothing(record: Callable[..., Record]) -> None:
    for text in ("Nobody was promised a lamp, the abbot said.", "Neither side has promised to go, a monk said."):
        assert not record(text, "2035-03-14").commitments


def test_a_message_says_by_whom_it_is_sent_and_who_brings_it(record: Callable[..., Record]) -> None:
    text = "Envoys brought a message from the rebel chiefs: the ford would be open by Friday."
    [made] = record(text, "2035-03-14").commitments
    assert [s.of(text) for s in (*made.promisor, *made.reported_by)] == ["the rebel chiefs", "Envoys"]
    assert " ".join(s.of(text) for s in made.action) == "the ford would be open"


@pytest.mark.parametrize(
    ("text", "promisors"),
    [
        ("The bank sent savers a letter promising to pay them by Friday.", ["The bank"]),
        ("The widow refused to sign a paper promising to go.", []),
        ("The guild alleged that the baker aimed to burn the mill.", []),
        ("It is open how far the monks are ready to go.", []),
    ],
)
def test_who_issues_a_paper_undertakes_what_it_promises(
    record: Callable[..., Record], text: str, promisors: list[str]
) -> None:
    made = record(text, "2035-03-14").commitments
    assert [" ".join(s.of(text) for s in c.promisor) for c in made] == promisors


def test_a_will_that_is_not_keeps_its_whole_word(record: Callable[..., Record]) -> None:
    text = '"We won\'t sell the mill," Mayor Ines Tal said.'
    assert [" ".join(s.of(text) for s in c.action) for c in record(text, "2035-03-14").commitments] == [
        "won't sell the mill"
    ]
