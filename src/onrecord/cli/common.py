"""What every command shares: the ledger's path, messages and exit statuses.

A command takes `ctx: typer.Context`; `ctx.obj` is the ledger's `Path` or None. Data goes to stdout, messages to stderr.
"""

from __future__ import annotations

import sys

FAILED = 1
SOME_FAILED = 3
USAGE = 2


def complain(where: str, what: str, remedy: str) -> None:
    """One line on stderr: where, what is wrong, what to do."""
    print(" ".join(f"onrecord: {where}: {what}; {remedy}".split()), file=sys.stderr)
