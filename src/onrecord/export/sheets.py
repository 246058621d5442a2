"""Coding sheets: events drawn by chance for people to code, and the agreement of those who did."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from onrecord.errors import ReadError
from onrecord.export.alpha import Alpha, alpha
from onrecord.export.reported import Reported, name_of
from onrecord.export.spreadsheet import read, written
from onrecord.model import Participant, Record, hull

CODED = ("code", "source", "target", "factuality")
"""Columns that a coder fills in."""
COLUMNS = ("unit", "article", "outlet", "published", "before", "passage", "trigger", *CODED, "note")
"""`unit` is the event's permanent name, `trigger` the words that are to be coded, `passage` what a reader must see,
`before` what stands before it: who "they" are."""
BEFORE = 400
"""Characters before the passage."""
COMPARED = ("code", "root", "source", "target", "factuality")
"""What agreement is told of; `root` are the first two digits of the code."""
_DIGITS = re.compile(r"\d+")

Answers = Mapping[str, Mapping[str, str | None]]
"""Values by unit, then by column."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The answers of one coder."""

    name: str
    answers: Answers


def drawn(events: Sequence[Reported], n: int, seed: int) -> list[Reported]:
    """So many events (all, where there are fewer) in an order of chance: the same for the same events and seed."""
    by_name = sorted(events, key=lambda e: e.view.id)
    return Random(seed).sample(by_name, min(n, len(by_name)))


def lines(events: Iterable[Reported], *, blind: bool) -> Iterator[str]:
    """The sheet as CSV. `blind`: the columns to be coded are empty, and nothing else gives our answer away."""
    return written(COLUMNS, (_row(one, blind) for one in events))


def _row(one: Reported, blind: bool) -> dict[str, str | None]:
    record, event = one.first.record, one.first.event
    text = record.article.text
    told = {
        "unit": one.view.id, "article": record.article.id, "outlet": record.article.outlet,
        "published": record.article.published, "before": _before(text, event.evidence.start),
        "passage": event.evidence.of(text), "trigger": hull(event.trigger or (event.evidence,)).of(text),
    }  # fmt: skip
    return told if blind else told | _answer(one)


def _before(text: str, start: int) -> str:
    """The text before a passage, cut at a blank.

    >>> _before("It rained. They left.", 11)
    'It rained.'
    """
    cut = text[max(0, start - BEFORE) : start]
    return (cut if start <= BEFORE else cut.partition(" ")[2]).strip()


def _answer(one: Reported) -> dict[str, str | None]:
    """Our own coding, in the words that coders are asked for."""
    record, event = one.first.record, one.first.event
    return {
        "code": event.cameo, "source": _parties(record, event.source), "target": _parties(record, event.target),
        "factuality": event.factuality,
    }  # fmt: skip


def _parties(record: Record, parties: tuple[Participant, ...]) -> str:
    """Countries, names where there is none; `none` where there is nobody."""
    return "; ".join(dict.fromkeys(p.country or name_of(record, p) or "" for p in parties)) or "none"


def ours(events: Iterable[Reported]) -> Sheet:
    """The ledger as one more coder."""
    return Sheet("ledger", {one.view.id: _values(_answer(one)) for one in events})


def sheet(name: str, text: str) -> Sheet:
    """A filled sheet. ReadError where columns are missing or a unit stands there twice."""
    rows = read(text)
    absent = [column for column in ("unit", *CODED) if not rows or column not in rows[0]]
    if absent:
        raise ReadError(f"{name}: no column {', '.join(absent)}; take a sheet that `sample` wrote")
    answers: dict[str, Mapping[str, str | None]] = {}
    for row in rows:
        unit = row["unit"].strip()
        if unit in answers:
            raise ReadError(f"{name}: unit {unit} stands there twice; leave one line of it")
        if unit:
            answers[unit] = _values(row)
    return Sheet(name, answers)


def _values(row: Mapping[str, str | None]) -> dict[str, str | None]:
    """What a coder gave, written in one way; None where a cell is empty."""
    code = code_of(row["code"] or "")
    parties = {name: _set(row[name] or "") for name in ("source", "target")}
    factuality = " ".join((row["factuality"] or "").casefold().split()) or None
    return {"code": code, "root": code and code[:2], **parties, "factuality": factuality}


def code_of(cell: str) -> str | None:
    """A CAMEO code as a coder wrote it; a zero that a spreadsheet cut off in front is put back.

    >>> code_of("042"), code_of("42"), code_of("211"), code_of("193.0"), code_of("none"), code_of(" ")
    ('042', '042', '0211', '193', 'none', None)
    """
    cell = cell.strip().removesuffix(".0").casefold()
    if _DIGITS.fullmatch(cell) and (len(cell) == 2 or (len(cell) == 3 and cell[:2] > "20")):
        return f"0{cell}"
    return cell or None


def _set(cell: str) -> str | None:
    """Parties in whatever order and case."""
    found = sorted({" ".join(part.casefold().split()) for part in cell.split(";")} - {""})
    return "; ".join(found) or None


def agreement(sheets: Sequence[Sheet]) -> dict[str, Alpha]:
    """The alpha of each column over all units of the sheets. A unit that a sheet lacks is missing there."""
    units = sorted({unit for one in sheets for unit in one.answers})
    return {
        column: alpha([[one.answers.get(unit, {}).get(column) for one in sheets] for unit in units])
        for column in COMPARED
    }  # fmt: skip
