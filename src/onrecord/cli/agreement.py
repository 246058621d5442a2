"""`onrecord agreement`: how far coders agree on a sheet."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.common import FAILED, USAGE, complain
from onrecord.cli.opened import line, opened
from onrecord.errors import OnrecordError, ReadError
from onrecord.export.alpha import Alpha
from onrecord.export.sheets import Sheet, ours, sheet

MOST = 100_000_000
"""Bytes of a sheet that are read."""


def agreement(
    ctx: typer.Context,
    files: Annotated[list[Path], typer.Argument(readable=False, help="Sheets that `sample` wrote, one a coder.")],
    with_ledger: Annotated[bool, typer.Option("--with-ledger", help="The ledger is one more coder.")] = False,
    as_of: Annotated[str | None, typer.Option(help="With --with-ledger: the day the sheets were drawn on.")] = None,
) -> None:
    """Krippendorff's alpha (nominal) for each column: 1 is agreement, 0 chance. Empty cells are missing values."""
    if len(files) + with_ledger < 2:
        complain("agreement", "one coder agrees with nobody", "name two sheets or more, or add --with-ledger")
        raise typer.Exit(USAGE)
    if as_of and not with_ledger:
        complain("--as-of", "said of no ledger", "add --with-ledger")
        raise typer.Exit(USAGE)
    from onrecord.export.sheets import agreement as found_in

    try:
        sheets = [_sheet(path) for path in files]
    except OnrecordError as error:
        print(f"onrecord: {line(str(error))}", file=sys.stderr)
        raise typer.Exit(FAILED) from None
    if with_ledger:
        sheets.append(_ledger(ctx, as_of, {unit for one in sheets for unit in one.answers}))
    print(f"coders     {', '.join(line(one.name) for one in sheets)}")
    for column, found in found_in(sheets).items():
        print(_line(column, found))


def _sheet(path: Path) -> Sheet:
    """A coder's sheet. ReadError where there is none."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST + 1)
        if len(data) > MOST:
            raise ReadError(f"{path}: longer than {MOST:,} bytes; take a sheet that `sample` wrote")
        return sheet(str(path), data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise ReadError(f"{path}: not UTF-8; save it as CSV in UTF-8") from None
    except OSError as error:
        raise ReadError(f"{path}: cannot be read: {error.strerror}; name another file") from None


def _ledger(ctx: typer.Context, as_of: str | None, units: set[str]) -> Sheet:
    """What the ledger says of the units of the sheets."""
    from onrecord.export.reported import reported

    with opened(ctx) as ledger:
        events = reported(*ledger.with_records(as_of))
    return ours(one for one in events if one.view.id in units)


def _line(column: str, found: Alpha) -> str:
    value = "undefined" if found.value is None else f"{found.value:.3f}"
    why = ""
    if found.value is None:
        why = "  (all values are the same)" if found.pairable else "  (no unit has two values)"
    return (
        f"{column:10} alpha {value:>9}  units {found.pairable} of {found.units}  values {found.values}  "
        f"missing {found.missing}{why}"
    )
