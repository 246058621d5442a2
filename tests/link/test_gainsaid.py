"""What one article says was done and another that nobody did; and what only looks so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from onrecord import link
from onrecord.link import Reading
from onrecord.model import Record

Reader = Callable[..., Record]


def kinds(record: Reader, *texts: str) -> list[str]:
    """What is at odds between articles of following days."""
    made = [record(text, f"2031-05-0{n}", outlet=f"Paper {n}") for n, text in enumerate(texts, 1)]
    read = [Reading(replace(m, article=replace(m.article, id=f"a{n}"))) for n, m in enumerate(made)]
    edges = [e for i, a in enumerate(read) for b in read[: i + 1] for e in link.edges(a, b)]
    return [d.type for d in link.view([r.record for r in read], edges, "2031-06-01").disputes]


GAINSAID = [
    ("Every field in the Orla valley has been sprayed against locusts, the farm minister said.",
     "Locusts ate the maize in the Orla valley on Monday. No plane had sprayed anything there, farmers said."),
    ("Guards turned the inspectors away at the gate of the Vik plant on Friday, the agency said.",
     'Inspectors came to the Vik plant on Friday. "Nobody was turned away," a spokesman for the plant said.'),
    ("The army said it had freed all prisoners in Vik.", "No prisoner had been freed in Vik, the Red Lantern said."),
    ("The mayor of Vik said the bridge had been repaired.",
     "The bridge at Vik was never repaired, the drivers' union said."),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second"), GAINSAID)
def test_what_was_done_and_what_nobody_did(record: Reader, first: str, second: str) -> None:
    assert kinds(record, first, second) == ["contradiction"]


UNDISPUTED = [
    ("Police arrested four men in Vik on Monday, the mayor said.",
     "Four men were held in Vik over the fire. Nobody was arrested in Tarn on Tuesday, police in Tarn said."),
    ("The mayor of Vik said the bridge over the Orla will be repaired.",
     "The bridge over the Orla at Vik was never repaired, the drivers' union said."),
    ("The ministry said 40 sailors from the ferry had been rescued off Vik.",
     "Divers looked for the ferry off Vik. No body had been found, the coast guard said."),
    ("The mayor of Vik said two people had been killed by the flood.",
     "Rain fell on Vik again. Nobody had been hurt in the second flood, the fire chief said."),
    ("The union at the Vik mill said 300 workers had been dismissed.",
     "The Vik mill said no worker had been hired since May."),
    ("The minister said the vaccine had reached every clinic in Vik.",
     "The clinic in Vik has no doctor. Nothing had been heard of the nurse, the mayor said."),
    ("The company said it had delivered all 40 tractors to Vik.",
     "Tractors stood in Vik. The dealer said none had been sold."),
    ("The mayor said police had cleared the square in Vik.",
     "Police said nobody had been hurt when the square in Vik was cleared."),
    ("The army of Norland said its guards will not fire on the herders of Vik.",
     "A herder of Vik was hurt. Norland's army denied that any guard had fired on a herder."),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second"), UNDISPUTED)
def test_what_nobody_did_and_nobody_else_says(record: Reader, first: str, second: str) -> None:
    assert kinds(record, first, second) == []
