"""`onrecord serve`: the ledger as pages, open on this machine, with tokens elsewhere."""

from __future__ import annotations

import gc
import socket
import sys
from ipaddress import ip_address
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.common import USAGE, complain
from onrecord.cli.opened import FAILED, line, path_of
from onrecord.errors import OnrecordError
from onrecord.ledger.facade import utc_now

if TYPE_CHECKING:
    from onrecord.web.tokens import Tokens

EVERY = ("0.0.0.0", "::")
"""Addresses that stand for all of this machine's."""


def serve(
    ctx: typer.Context,
    host: Annotated[str, typer.Option(help="Address of this machine to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port; 0 takes a free one.")] = 8000,
    allow_host: Annotated[
        list[str] | None, typer.Option(help="A name that others call this server by, as desk.example; repeatable.")
    ] = None,
) -> None:
    """Serve the pages until Ctrl-C.

    On 127.0.0.1, without --allow-host, they are open to whoever uses this machine and to nobody else. Any other address
    and any other name ask for a token (`onrecord token`), and are refused while there is none.
    """
    import uvicorn

    from onrecord.web import create_app
    from onrecord.web.access import Rules
    from onrecord.web.tokens import Tokens

    path, names = path_of(ctx).expanduser(), allow_host or []
    tokens = None if _local(host) and not names else Tokens.beside(path)
    try:
        if tokens and (refused := _refused(host, names, tokens)):
            complain(f"--host {line(host)}", *refused)
            raise typer.Exit(USAGE)
        print(f"ledger: {path}", file=sys.stderr)
        app = create_app(path, [host, *names], Rules(tokens))
        listening = _listen(host, port)
    except OnrecordError as error:
        print(f"onrecord: {line(str(error))}", file=sys.stderr)
        raise typer.Exit(FAILED) from None
    shown = f"[{host}]" if ":" in host else host
    address = f"http://{shown}:{listening.getsockname()[1]}"
    asking = "; tokens are asked for, and travel unhidden unless a proxy speaks TLS" if tokens else ""
    print(f"reading at {address}{asking} (Ctrl-C ends it)", file=sys.stderr, flush=True)
    gc.freeze()  # what is loaded stays: the collector need not look through it while a reader waits
    config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False, date_header=False)
    uvicorn.Server(config).run(sockets=[listening])


def _refused(host: str, names: list[str], tokens: Tokens) -> tuple[str, str] | None:
    """What is wrong with serving others, and what to do; None where nothing is."""
    if not tokens.any_valid(utc_now()):
        return (
            "others could read the whole ledger, and there is no valid token to ask them for",
            "make one with `onrecord token add NAME`, or serve on 127.0.0.1 and reach it through a tunnel",
        )
    if host in EVERY and not names:
        return "nothing says by which name others call this server", "name it with --allow-host"
    return None


def _local(host: str) -> bool:
    """Whether only this machine can reach the address."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host.casefold() == "localhost"


def _listen(host: str, port: int) -> socket.socket:
    """A socket that listens there. OnrecordError where that cannot be."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except (OSError, OverflowError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise OnrecordError(f"{host}:{port}: {why}; choose another with --host or --port") from None
