"""`serve` as a user starts it: where it listens, and what it refuses."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest
import typer
from typer.testing import CliRunner, Result

from onrecord.cli import serve
from onrecord.cli.main import options
from onrecord.ledger import Ledger


@pytest.fixture
def path(tmp_path: Path) -> Path:
    Ledger.open(tmp_path / "ledger.db").close()
    return tmp_path / "ledger.db"


def run(path: Path, *words: str) -> Result:
    app = typer.Typer(pretty_exceptions_enable=False)
    app.callback()(options)
    app.command("serve")(serve.serve)
    return CliRunner().invoke(app, ["--ledger", str(path), "serve", *words])


def test_it_says_where_it_can_be_read_and_ends_when_told(path: Path) -> None:
    code = "import sys; sys.argv[0] = 'onrecord'; from onrecord.cli.main import main; main()"
    command = [sys.executable, "-c", code, "--ledger", str(path), "serve", "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr
        try:
            assert server.stderr.readline() == f"ledger: {path}\n"
            address = re.match(r"reading at (http://127\.0\.0\.1:\d+) ", server.stderr.readline())
            assert address
            with urlopen(f"{address[1]}/") as answer:
                assert "Nothing on record yet" in answer.read().decode()
        finally:
            server.terminate()
        assert server.stderr.read() == ""


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
