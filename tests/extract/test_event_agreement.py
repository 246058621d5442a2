"""One clause is never coded in two contradicting ways."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from onrecord.model import Event, Record, Spans

SAMPLES = Path(__file__).parents[2] / "samples" / "articles.jsonl"
REAL = ("happened", "ongoing")
OWN = (
    "It was untrue, the governor said, that Chadian guns had fired at the ferry.",
    "It is not true, the bishop insisted, that rebels freed anyone.",
    "Chad denied that it had shelled the port.",
    "Chad denied shelling the port. Sudan said Chadian troops had shelled the port.",
    "The king denied that he had promised to release the pilots.",
    "The king refused to promise that troops would leave.",
    "Kenya vowed to bomb the harbour if the siege went on.",
    "Kenya promised not to attack the harbour.",
    "Kenya withdrew its promise to release the pilots.",
    "Kenya took back its pledge that no soldier would cross the river.",
    "The general dismissed reports that his men had stormed the mill.",
    "Peru said it had never agreed to withdraw its troops.",
    "The claim that Peru had attacked Chile was false, the minister said.",
    "Togo threatened to close the border unless Ghana freed the sailors.",
)


def contradictions(found: Record) -> Iterator[str]:
    """What the layers say of the same words that cannot all be so."""
    text = found.article.text
    speakers = {s.id: s.speaker for s in found.statements}
    for event in found.events:
        words = f"{event.factuality} {event.trigger[0].of(text)!r}"
        for denial in found.denials:
            own = denial.denier_actor is not None and speakers.get(event.statement or "") == denial.denier_actor
            if own and denial.kind == "denial" and event.factuality != "denied" and _holds(denial.denied, event):
                yield f"{words}, which the same voice denies"
        for commitment in found.commitments:
            hostile = commitment.kind in ("threat", "ultimatum")
            if hostile and _holds(commitment.cue, event) and (event.cameo or "").startswith("03"):
                yield f"{words} is an intent to cooperate, and a {commitment.kind}"
            if commitment.existence == "denied" and _holds(commitment.cue, event) and event.factuality in REAL:
                yield f"{words}, though nobody undertook it"
            negative = commitment.polarity == "-" and _holds(commitment.action, event)
            if negative and event.factuality == "planned":
                yield f"{words}, though it is promised not to be"
    seen: dict[tuple[int, int], Event] = {}
    for event in found.events:
        for span in event.trigger:
            other = seen.setdefault(tuple(span), event)
            if other.factuality != event.factuality:
                yield f"{span.of(text)!r} is {other.factuality} and {event.factuality}"


def _holds(spans: Spans, event: Event) -> bool:
    return any(span.holds(event.trigger[0]) for span in spans)


@pytest.mark.parametrize("text", OWN)
def test_no_clause_is_coded_in_two_contradicting_ways(record: Callable[..., Record], text: str) -> None:
    assert list(contradictions(record(text, published="2036-09-18"))) == []


def test_no_article_of_the_samples_contradicts_itself(record: Callable[..., Record]) -> None:
    rows = [json.loads(line) for line in SAMPLES.read_text("utf-8").splitlines()]
    found = {row["id"]: list(contradictions(record(row["text"], published=row["published"]))) for row in rows}
    assert {key: faults for key, faults in found.items() if faults} == {}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It was untrue, the governor said, that Chadian guns had fired at the ferry.", "denied"),
        ("Chad denied that it had shelled the port.", "denied"),
        # a counter-claim is a denial, no second event
        ("Sudan said that Chadian troops had shelled the port. Chad denied it.", "happened"),
    ],
)
def test_whoever_denies_an_event_does_not_assert_it(record: Callable[..., Record], text: str, value: str) -> None:
    events = [e for e in record(text).events if (e.cameo or "")[:2] == "19"]
    assert [e.factuality for e in events] == [value]
