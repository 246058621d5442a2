"""Answers that deny in other words, and blame that goes to and fro, with their look-alikes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord import link
from onrecord.link import Reading
from onrecord.model import Record

Reader = Callable[..., Record]


def kinds(record: Reader, text: str) -> list[str]:
    """What is at odds in a text."""
    made = record(text, "2031-05-01", outlet="The Gazette")
    reading = Reading(made)
    return [d.type for d in link.view([made], link.edges(reading, reading), "2031-05-01").disputes]


DENIED = [
    "Major Ilse Bran complained that a Norland plane had circled over the mill on Sunday. The air staff replied "
    "that it had no machine in the sky that day.",
    "The mayor said the plant's engineers had opened the valve by hand. The firm's spokesman answered that nobody "
    "at the plant had touched a lever.",
    "The union claimed the guards had beaten two strikers. The firm countered that no guard had left the yard.",
    "The envoy said Norland had fired on his car. Norland's embassy answered that its guards had fired no shot.",
    "The captain said a tug had rammed his boat in the night. The port answered that "
    "no tug had been at sea that night.",
    "The envoy said the general had met the rebels. The general insisted he had never met them.",
    "The union said the ministry had shut the mill. The ministry replied that it had shut no mill.",
]  # fmt: skip


@pytest.mark.parametrize("text", DENIED)
def test_an_answer_that_denies(record: Reader, text: str) -> None:
    assert kinds(record, text) == ["denial"]


UNDISPUTED = [
    "The mayor said the plant had dumped acid into the Orla. The firm responded that it was not able "
    "to comment before Monday.",
    "The mayor asked when the ferry would sail. The owner replied that no date had been set.",
    "The minister said he would raise the tax. The union replied that no one would pay it.",
    "The union said 300 men had lost their jobs. The mayor answered that he had no money for a new mill.",
    "The governor said the river had risen by a metre. The army replied that it had not been asked for help.",
    "The minister thanked the engineers for mending the dam. An engineer answered that nobody had slept for "
    "three days.",
    "The union said the ministry had closed the mill. The ministry replied that it had no money for the mill.",
    "The union said the ministry had closed the mill. The ministry replied that it had not yet decided about the mill.",
    "The farmers said the dam had killed their fish. The dam's owner answered that nobody had counted the fish before.",
    "The teacher said the roof had leaked for a year. The mayor answered that the school had no roof worth the name.",
    "The widow said the firm had paid nothing. The firm answered that nobody had sent it a bill.",
    "The coach said his team had played well. The referee answered that nobody had played by the rules.",
    "The mayor said the army never came to the village. The army said the weather never let its helicopters fly.",
    "The minister said the union never signed the paper. The union said its members never leave a colleague behind.",
    "The mayor said the river never froze last winter. The river board said the mayor never came to look.",
    "The teacher said the council never mended the roof. The mill said the school never asked for new desks.",
    "Norland accused Sarvia of shutting two sluices; Tarvia's water office said a fallen tree had blocked the channel.",
    "Norland accused Sarvia of shutting two sluices; Sarvia's water office said the snow had melted early.",
]  # fmt: skip


@pytest.mark.parametrize("text", UNDISPUTED)
def test_an_answer_that_denies_nothing(record: Reader, text: str) -> None:
    assert [kind for kind in kinds(record, text) if kind != "contradiction"] == []


BLAMED = [
    "Agency director Ole Brandt said in Vik on Monday that the county never mended the Orla bridge. County engineer "
    "Una Falk, standing on that bridge, said the agency never sent a single plank.",
    "The minister said the bank had failed to warn savers. The bank said the ministry had never answered its letters.",
    "The army said the rebels had mined the bridge. The rebels said the army had mined it.",
    "Lorn said Vashti's men had burned the barns; Vashti said it was the work of deserters.",
    "The army said the rebels had fired the shells; a rebel spokesman said they came from an army battery.",
    "Norland accused Sarvia of shutting two sluices; Sarvia's water office said a fallen tree had blocked the channel.",
    "The junta blamed a cook; the cook said from his cell that guards had done it.",
    "The coach said the striker had not come to training. The striker said the coach did not let him in.",
]  # fmt: skip


@pytest.mark.parametrize("text", BLAMED)
def test_blame_that_is_answered_with_blame(record: Reader, text: str) -> None:
    assert kinds(record, text) == ["responsibility"]


def test_blame_is_quoted_with_what_it_is_for(record: Reader) -> None:
    made = record(
        "Norland accused Sarvia of shutting two sluices; Sarvia said the ice had blocked the channel.", "2031-05-01"
    )
    reading = Reading(made)
    (found,) = link.view([made], link.edges(reading, reading), "2031-05-01").disputes
    assert found.a.quote == "Norland accused Sarvia of shutting two sluices"
