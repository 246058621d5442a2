"""`onrecord doctor`: whether the ledger is sound."""

from __future__ import annotations

import typer

from onrecord.cli.opened import FAILED, line, opened


def doctor(ctx: typer.Context) -> None:
    """Look through the whole ledger; exit status 1 where something is not as it should be."""
    with opened(ctx) as ledger:
        checks = ledger.doctor()
    for check in checks:
        print(f"{'ok ' if check.ok else 'BAD'}  {check.name:<15} {line(check.detail)}")
    if not all(check.ok for check in checks):
        raise typer.Exit(FAILED)
