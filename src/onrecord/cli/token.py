"""`onrecord token`: who may use the pages where others can reach them."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from onrecord.cli.common import USAGE, complain
from onrecord.cli.opened import FAILED, line, path_of, plain
from onrecord.errors import OnrecordError
from onrecord.ledger.facade import utc_now

LONGEST = 3650
"""Days that a token can be valid."""


def token(
    ctx: typer.Context,
    action: Annotated[Literal["add", "list", "revoke"], typer.Argument(help="What to do.")],
    name: Annotated[str | None, typer.Argument(help="For add: whose it is. For revoke: the id of the token.")] = None,
    scope: Annotated[Literal["read", "review", "admin"], typer.Option(help="For add: how far it reaches.")] = "read",
    days: Annotated[int, typer.Option(min=1, max=LONGEST, help="For add: days until it ends.")] = 90,
) -> None:
    """Make, list or revoke tokens, without which `serve` opens the ledger to nobody but this machine.

    onrecord token add "Ada Moreau" --scope review

    onrecord token list

    onrecord token revoke 1f0c9a3e
    """
    from onrecord.web.tokens import Tokens

    if (name is None) != (action == "list"):
        complain(f"token {action}", "takes a name" if name is None else "takes no name",
                 "write `onrecord token add NAME`, `token list` or `token revoke ID`")  # fmt: skip
        raise typer.Exit(USAGE)
    kept, now = Tokens.beside(path_of(ctx).expanduser()), utc_now()
    try:
        if action == "add":
            made, secret = kept.add(name or "", scope, days, now)
            complain(made.id, f"for {made.name}, to {scope}, until {made.expires[:10]}", "it is shown only this once")
            print(secret)
        elif action == "revoke":
            gone = kept.revoke(name or "", now)
            print(line(f"{gone.id} of {gone.name} is worth nothing since {gone.revoked}"))
        else:
            for one in kept.all():
                words = f"{one.id}  {one.scope:<6}  {one.state(now):<7}  until {one.expires[:10]}  {one.name}"
                print(plain(words))
    except OnrecordError as error:
        complain("token", str(error), "see `onrecord token --help`")
        raise typer.Exit(FAILED) from None
