"""`onrecord watch`: saved searches whose new articles are sent to an address."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import Annotated, Literal

import typer

from onrecord.cli.common import SOME_FAILED, USAGE, complain
from onrecord.cli.opened import line, opened, path_of
from onrecord.export.posting import post
from onrecord.export.watches import Watch, Watches, delivery, news
from onrecord.ledger import Ledger
from onrecord.ledger.facade import utc_now


def watch(
    ctx: typer.Context,
    action: Annotated[Literal["add", "list", "remove", "run"], typer.Argument(help="What to do.")],
    name: Annotated[str | None, typer.Argument(help="The watch. For run: only this one.")] = None,
    address: Annotated[
        str | None, typer.Argument(help="For add: where to send to, as https://desk.example/in.")
    ] = None,
    words: Annotated[str, typer.Option(help="For add: what to look for, as `search` does.")] = "",
    outlet: Annotated[str, typer.Option(help="For add: only articles of this outlet.")] = "",
) -> None:
    """Send what is new for a saved search as signed JSON (docs/watches.md). `run` does it once: call it from cron.

    onrecord watch add bridge https://desk.example/in --words "bridge Lindow"

    onrecord watch run
    """
    if (wrong := _wrong(action, name, address)) is not None:
        complain(f"watch {action}", wrong, "write `onrecord watch add NAME ADDRESS --words WORDS`, or `watch --help`")
        raise typer.Exit(USAGE)
    kept, now = Watches.beside(path_of(ctx).expanduser()), utc_now()
    with opened(ctx) as ledger:
        if action == "add":
            made = kept.add(name or "", address or "", words, outlet, now, ledger.news("", "", 0, 1)[1])
            complain(
                made.name, f"sends to {line(made.address)} what is new from now on", "its secret is shown only once"
            )
            print(made.secret)
        elif action == "remove":
            kept.remove(name or "", now)
        elif action == "list":
            for one in kept.all():
                state = f"{one.failures} failures, the last {one.failed}" if one.failures else f"{len(one.sent)} sent"
                words_ = f"“{one.words}”{f' in {one.outlet}' if one.outlet else ''}"
                print(line(f"{one.name}  {words_}  {one.address}  {state}"))
        elif not _run(ledger, kept, name, now):
            raise typer.Exit(SOME_FAILED)


def _run(ledger: Ledger, kept: Watches, name: str | None, now: str) -> bool:
    """Whether every delivery that was due was taken."""
    fine = True
    for one in kept.all():
        if name not in (None, one.name):
            continue
        if not one.due(now):
            print(f"{line(one.name)}: waits, after {one.failures} failures", file=sys.stderr)
            continue
        fine = _sent(ledger, kept, one, now) and fine
    return fine


def _sent(ledger: Ledger, kept: Watches, one: Watch, now: str) -> bool:
    """Whether all that is new for a watch was taken, in as many deliveries as it needs."""
    while True:
        new, upto = news(ledger, one)
        if not new:
            return True
        why = post(one.address, one.secret, delivery(one, new, ledger.last_day()), now)
        if why is not None:
            kept.failed(one, why, now)
            print(f"onrecord: {line(one.name)}: {line(why)}; it is tried again at a later run", file=sys.stderr)
            return False
        kept.sent(one, new, now, upto)
        one = replace(one, sent=one.sent | set(new), upto=upto)
        print(f"{line(one.name)}: {len(new)} sent")


def _wrong(action: str, name: str | None, address: str | None) -> str | None:
    if action == "add" and not (name and address):
        return "takes a name and an address"
    if action == "remove" and not name:
        return "takes a name"
    if (action == "list" and name) or (action != "add" and address):
        return "takes less than that"
    return None
