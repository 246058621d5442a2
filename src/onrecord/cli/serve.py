"""`onrecord serve`: the ledger as pages on this machine."""

from __future__ import annotations

import socket
import sys
from ipaddress import ip_address
from typing import Annotated

import typer

from onrecord.cli.common import USAGE, complain
from onrecord.cli.opened import FAILED, line, path_of
from onrecord.errors import OnrecordError


def serve(
    ctx: typer.Context,
    host: Annotated[str, typer.Option(help="Address of this machine to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port; 0 takes a free one.")] = 8000,
) -> None:
    """Serve the pages until Ctrl-C, to this machine alone: whoever reaches them can read the whole ledger."""
    import uvicorn

    from onrecord.web import create_app

    if not _local(host):
        complain(
            f"--host {line(host)}", "others could read the whole ledger, and nothing here asks who they are",
            "serve on 127.0.0.1 and reach it through a tunnel",
        )  # fmt: skip
        raise typer.Exit(USAGE)
    path = path_of(ctx)
    print(f"ledger: {path}", file=sys.stderr)
    try:
        app = create_app(path, [host])
        listening = _listen(host, port)
    except OnrecordError as error:
        print(f"onrecord: {line(str(error))}", file=sys.stderr)
        raise typer.Exit(FAILED) from None
    shown = f"[{host}]" if ":" in host else host
    address = f"http://{shown}:{listening.getsockname()[1]}"
    print(f"reading at {address} (Ctrl-C ends it)", file=sys.stderr, flush=True)
    config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False, date_header=False)
    uvicorn.Server(config).run(sockets=[listening])


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
