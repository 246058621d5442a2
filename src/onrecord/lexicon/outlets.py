"""Outlets: what is known of whoever prints an article. Facts and the user's own grade; no score is made of them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, cast, get_args

from onrecord.errors import OnrecordError
from onrecord.lexicon import rows

Kind = Literal["wire", "aggregator", "paper", "broadcaster", "state"]
Control = Literal["yes", "no", "unknown"]
COLUMNS = ("name", "aliases", "country", "kind", "state_controlled", "grade")


class OutletsError(OnrecordError):
    """A table of outlets that cannot be read: which line, and what is wrong."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """One outlet. `country` is ISO 3166-1 alpha-3; `grade` is the user's own free text; "" where nothing is said."""

    name: str
    country: str = ""
    kind: Kind | None = None
    state_controlled: Control = "unknown"
    grade: str = ""

    def told(self) -> str:
        """The facts in a few words, for a reader; "" where nothing is known.

        >>> Outlet("Harrow Wire", "NOR", "wire", "yes", "B2").told()
        'wire, NOR, state-controlled, grade B2'
        """
        control = "state-controlled" if self.state_controlled == "yes" else ""
        grade = f"grade {self.grade}" if self.grade else ""
        return ", ".join(fact for fact in (self.kind or "", self.country, control, grade) if fact)


Outlets = Mapping[str, Outlet]
"""Outlets by every name that they go by, in small letters."""


@cache
def shipped() -> Outlets:
    """The table that holds for everyone: well-known agencies, aggregators and broadcasters."""
    return _by_name(rows("outlets"), "outlets.csv")


def outlets(own: Path | None = None) -> Outlets:
    """The shipped table with the user's own laid over it: a name of theirs takes all its facts from their file.

    OutletsError where the file cannot be read, lacks a column or has a word that the column does not know.
    """
    if own is None:
        return shipped()
    try:
        text = own.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise OutletsError(f"{own}: cannot be read ({error}); it must be a CSV file in UTF-8") from None
    found = csv.DictReader(io.StringIO(text))
    missing = [name for name in COLUMNS if name not in (found.fieldnames or ())]
    if missing:
        raise OutletsError(f"{own}: no column {', '.join(missing)}; the first line must be {','.join(COLUMNS)}")
    return {**shipped(), **_by_name(found, str(own))}


def _by_name(table: Iterable[Mapping[str, str]], where: str) -> dict[str, Outlet]:
    found: dict[str, Outlet] = {}
    for number, row in enumerate(table, 2):
        cell = {name: (row.get(name) or "").strip() for name in COLUMNS}
        if not cell["name"]:
            raise OutletsError(f"{where}, line {number}: an outlet without a name")
        if cell["kind"] and cell["kind"] not in get_args(Kind):
            raise OutletsError(f"{where}, line {number}: no kind {cell['kind']!r}; choose {', '.join(get_args(Kind))}")
        control = cell["state_controlled"] or "unknown"
        if control not in get_args(Control):
            raise OutletsError(f"{where}, line {number}: state_controlled is {control!r}; choose yes, no or unknown")
        kind = cast("Kind | None", cell["kind"] or None)
        outlet = Outlet(cell["name"], cell["country"], kind, cast(Control, control), cell["grade"])
        for name in (cell["name"], *cell["aliases"].split("|")):
            if name.strip():
                found[name.strip().casefold()] = outlet
    return found


def known(name: str | None, table: Outlets) -> Outlet | None:
    """What the table says of an outlet under that name; None where it says nothing.

    >>> known("AFP", shipped()).name, known("The Harrow Gazette", shipped())
    ('Agence France-Presse', None)
    """
    return table.get((name or "").strip().casefold())
