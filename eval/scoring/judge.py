"""Every passage judged: runs the software once over all of them and asks the judge of each kind."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any

from scoring import facts, ledgers, measures, people, promises, software
from scoring.passages import Passage

Json = dict[str, Any]

JUDGES: dict[str, Callable[[Json, Json], list[str]]] = {
    "actors": people.actors,
    "attribution": people.attribution,
    "commitments": promises.commitments,
    "events": facts.events,
    "no_event": facts.no_event,
    "factuality": facts.factuality,
    "parts": facts.parts,
    "places": measures.places,
    "quantities": measures.quantities,
    "speakers": people.speakers,
    "times": measures.times,
}
"""Kinds that are judged on the record of one passage."""
LEDGER_KINDS = ("ledger", "stories")
KINDS = (*JUDGES, *LEDGER_KINDS)
STORIES_DAY = "2099-12-31"

Faults = dict[str, list[str]]

FAILED = "failed: "
"""How the fault begins that says the software gave no answer at all."""


def judge(passages: Sequence[Passage], only: Collection[str] = ()) -> Faults:
    """The faults of each passage, by id; an empty list is a right answer, and a crash a fault like another."""
    asked = [p for p in passages if not only or p.kind in only]
    texts = [p for p in asked if p.kind in JUDGES]
    records = software.records([(p.id, p.text, p.published) for p in texts])
    faults = {p.id: _failure(records[p.id]) or JUDGES[p.kind](p.row, records[p.id]) for p in texts}
    for passage in asked:
        if passage.kind == "ledger":
            found = software.ledger(passage.row["articles"], passage.row["as_of"])
            faults[passage.id] = _failure(found) or ledgers.scenario(passage.row, found)
    rows = [p.row for p in asked if p.kind == "stories"]
    if rows:
        found = software.ledger(rows, STORIES_DAY)
        failed = _failure(found)
        faults |= {row["id"]: failed for row in rows} if failed else ledgers.stories(rows, found)
    return faults


def _failure(answer: Json) -> list[str]:
    return [f"{FAILED}{answer['failed']}"] if "failed" in answer else []
