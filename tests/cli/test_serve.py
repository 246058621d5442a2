"""`serve` as a user starts it: where it listens, and what it refuses."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
import typer
from typer.testing import CliRunner, Result

from onrecord.cli import serve, token
from onrecord.cli.main import options
from onrecord.ledger import Ledger


@pytest.fixture
def path(tmp_path: Path) -> Path:
    Ledger.open(tmp_path / "ledger.db").close()
    return tmp_path / "ledger.db"


def typed(path: Path, command: Callable[..., None], *words: str) -> Result:
    app = typer.Typer(pretty_exceptions_enable=False)
    app.callback()(options)
    app.command(command.__name__)(command)
    return CliRunner().invoke(app, ["--ledger", str(path), command.__name__, *words])


def run(path: Path, *words: str) -> Result:
    return typed(path, serve.serve, *words)


@contextmanager
def serving(path: Path, *words: str) -> Iterator[str]:
    """The address at which a server of its own answers."""
    code = "import sys; sys.argv[0] = 'onrecord'; from onrecord.cli.main import main; main()"
    command = [sys.executable, "-c", code, "--ledger", str(path), "serve", "--port", "0", *words]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr
        try:
            assert server.stderr.readline() == f"ledger: {path}\n"
            address = re.match(r"reading at (http://127\.0\.0\.1:\d+)", server.stderr.readline())
            assert address
            yield address[1]
        finally:
            server.terminate()
        assert server.stderr.read() == ""


def test_it_says_where_it_can_be_read_and_ends_when_told(path: Path) -> None:
    with serving(path) as address, urlopen(f"{address}/") as answer:
        assert "Nothing on record yet" in answer.read().decode()


def test_under_a_name_for_others_it_asks_for_the_token_that_was_made(path: Path) -> None:
    made = typed(path, token.token, "add", "Ada Moreau", "--scope", "review")
    secret = made.stdout.strip()
    assert "for Ada Moreau, to review, until" in made.stderr
    with serving(path, "--allow-host", "desk.example") as address:
        request = Request(f"{address}/api/v1/openapi.json", headers={"host": "desk.example"})
        with pytest.raises(HTTPError) as refused:
            urlopen(request)
        assert refused.value.code == 401
        refused.value.close()
        request.add_header("authorization", f"Bearer {secret}")
        with urlopen(request) as answer:
            assert answer.status == 200
        name = secret.split("_")[1]
        assert f"{name} of Ada Moreau is worth nothing" in typed(path, token.token, "revoke", name).stdout
        with pytest.raises(HTTPError) as revoked:
            urlopen(request)
        assert revoked.value.code == 401
        revoked.value.close()
    assert re.search(
        rf"{name}  review  revoked  until \d{{4}}-\d\d-\d\d  Ada Moreau", typed(path, token.token, "list").stdout
    )


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [(("add",), 2, "takes a name"), (("list", "x"), 2, "takes no name"), (("revoke", "beef"), 1, "no such token"),
     (("add", " "), 1, "needs a name"), (("add", "Ada", "--days", "0"), 2, "")],
)  # fmt: skip
def test_what_cannot_be_done_with_tokens_is_one_line(
    path: Path, words: tuple[str, ...], status: int, told: str
) -> None:
    done = typed(path, token.token, *words)
    assert done.exit_code == status
    assert told in done.stderr
    assert not done.stdout


def test_an_address_of_all_networks_needs_a_name(path: Path) -> None:
    typed(path, token.token, "add", "Ada")
    done = run(path, "--host", "0.0.0.0")
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert "--allow-host" in done.stderr


def test_a_ledger_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    done = run(tmp_path / "absent.db")
    assert (done.exit_code, done.stderr.count("\n")) == (1, 2)
    assert "no ledger is there" in done.stderr
    assert not (tmp_path / "absent.db").exists()


def test_a_taken_port_is_one_line(path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = run(path, "--port", str(taken.getsockname()[1]))
    assert done.exit_code == 1
    assert "choose another with --host or --port" in done.stderr.splitlines()[-1]


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7", "desk.example", "127.0.0.1.example"])
def test_no_address_that_others_reach_is_served(path: Path, host: str) -> None:
    done = run(path, "--host", host)
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert "others could read the whole ledger" in done.stderr
