"""Saved searches that are sent: once, signed, and again where the receiver was not there."""

from __future__ import annotations

import hmac
import json
import threading
from collections.abc import Callable, Iterator
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from onrecord.cli import watch
from onrecord.cli.main import options
from onrecord.export import posting
from onrecord.export import watches as watches_module
from onrecord.export.watches import WatchError, Watches
from onrecord.ledger import Ledger
from onrecord.model import Article, Part, Record, Span

NOW = "2031-05-20T12:00:00+00:00"


class Receiver:
    """A desk that takes deliveries, answering each with the next of `statuses`, the last one for good."""

    def __init__(self) -> None:
        self.statuses = [204]
        self.got: list[tuple[dict[str, str], bytes]] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["content-length"]))
                outer.got.append(({k.lower(): v for k, v in self.headers.items()}, body))
                status = outer.statuses.pop(0) if len(outer.statuses) > 1 else outer.statuses[0]
                self.send_response(status)
                if status == 302:
                    self.send_header("Location", "/elsewhere")
                self.end_headers()

            def log_message(self, *_: object) -> None:
                pass

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}/in"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    made = Receiver()
    yield made
    made.server.shutdown()
    made.server.server_close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    put(tmp_path / "a.db", "old", "The bridge at Lindow was closed.")
    return tmp_path / "a.db"


@pytest.fixture
def run(path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    monkeypatch.setattr(posting, "WAITS", (0.001, 0.001))
    app = typer.Typer(pretty_exceptions_enable=False)
    app.callback()(options)
    app.command("watch")(watch.watch)
    return lambda *words: CliRunner().invoke(app, ["--ledger", str(path), "watch", *words])


def put(path: Path, key: str, text: str, outlet: str = "Lindow Post", day: str = "2031-05-01") -> None:
    article = Article(key, text, day, outlet, parts=(Part("body", Span(0, len(text))),))
    with Ledger.open(path) as ledger:
        ledger.put(Record(article, {"onrecord": "1", "lexicon": None, "model": None}))


def test_what_is_new_is_sent_once_and_signed(run: Callable[..., Result], path: Path, receiver: Receiver) -> None:
    added = run("add", "bridge", receiver.address, "--words", "bridge Lindow")
    secret = added.stdout.strip()
    assert run("run").stdout == ""
    put(path, "new", "Men mended the bridge at Lindow.")
    assert run("run").stdout == "bridge: 1 sent\n"
    ((headers, body),) = receiver.got
    right = hmac.new(secret.encode(), f"{headers['x-onrecord-time']}.".encode() + body, sha256).hexdigest()
    assert headers["x-onrecord-signature"] == f"sha256={right}"
    sent = json.loads(body)
    assert (sent["watch"], [item["article"] for item in sent["items"]]) == ("bridge", ["new"])
    assert sent["items"][0]["snippet"] == "Men mended the bridge at Lindow."
    assert run("run").stdout == ""
    assert len(receiver.got) == 1


def test_a_new_version_of_an_article_is_new(run: Callable[..., Result], path: Path, receiver: Receiver) -> None:
    run("add", "bridge", receiver.address, "--words", "bridge")
    put(path, "old", "The bridge at Lindow was closed. Corrected: it was open.", day="2031-05-02")
    assert run("run").stdout == "bridge: 1 sent\n"


def test_what_is_new_is_found_among_however_many_hits(
    run: Callable[..., Result], path: Path, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watches_module, "MOST", 2)
    for n in range(4):
        put(path, f"early {n}", f"Bridge, bridge, bridge {n}.")
    run("add", "bridge", receiver.address, "--words", "bridge")
    for n in range(3):
        put(path, f"late {n}", f"At last somebody wrote of the bridge, that of Lindow, for the {n + 2}th time.")
    assert run("run").stdout == "bridge: 2 sent\nbridge: 1 sent\n"
    sent = [item["article"] for _, body in receiver.got for item in json.loads(body)["items"]]
    assert sent == ["late 0", "late 1", "late 2"]


def test_only_the_outlet_that_was_asked_for(run: Callable[..., Result], path: Path, receiver: Receiver) -> None:
    run("add", "bridge", receiver.address, "--words", "bridge", "--outlet", "harrow wire")
    put(path, "b", "A bridge.", "Lindow Post")
    put(path, "c", "A bridge, too.", "Harrow Wire")
    run("run")
    assert [item["article"] for item in json.loads(receiver.got[0][1])["items"]] == ["c"]


def test_a_receiver_that_stumbles_gets_it_again_at_once(
    run: Callable[..., Result], path: Path, receiver: Receiver
) -> None:
    run("add", "bridge", receiver.address, "--words", "bridge")
    put(path, "new", "A bridge.")
    receiver.statuses = [503, 500, 200]
    assert run("run").exit_code == 0
    names = {headers["x-onrecord-delivery"] for headers, _ in receiver.got}
    assert (len(receiver.got), len(names)) == (3, 1)


@pytest.mark.parametrize(("statuses", "tries"), [([500], 3), ([403], 1), ([302], 3)])
def test_after_a_failure_it_waits_and_nothing_is_lost(
    run: Callable[..., Result], path: Path, receiver: Receiver, statuses: list[int], tries: int
) -> None:
    run("add", "bridge", receiver.address, "--words", "bridge")
    put(path, "new", "A bridge.")
    receiver.statuses = list(statuses)
    failed = run("run")
    assert (failed.exit_code, len(receiver.got)) == (3, tries)
    assert "tried again" in failed.stderr
    assert "1 failures" in run("list").stdout
    assert "waits" in run("run").stderr
    (kept,) = Watches.beside(path).all()
    assert "new" not in {item.partition(":")[0] for item in kept.sent}


def test_waits_double_up_to_a_day(path: Path) -> None:
    watches = Watches.beside(path)
    one = watches.add("w", "https://desk.example/in", "bridge", "", NOW)
    for _ in range(3):
        watches.failed(one, "status 500", NOW)
    (kept,) = watches.all()
    assert not kept.due("2031-05-20T12:03:59+00:00")
    assert kept.due("2031-05-20T12:04:00+00:00")
    for _ in range(30):
        watches.failed(one, "status 500", NOW)
    assert watches.all()[0].due("2031-05-21T12:00:00+00:00")
    watches.sent(one, ["x:y"], NOW)
    assert watches.all()[0].due(NOW)


@pytest.mark.parametrize(
    "address",
    ["ftp://desk.example", "desk.example/in", "file:///etc/passwd", "https://", "https://ada:pw@desk.example/"],
)
def test_only_the_web_is_sent_to(path: Path, address: str) -> None:
    with pytest.raises(WatchError, match="no address"):
        Watches.beside(path).add("w", address, "bridge", "", NOW)


def test_what_cannot_be_done_is_one_line(run: Callable[..., Result]) -> None:
    assert run("add", "x").exit_code == 2
    assert "no such watch" in run("remove", "x").stderr
    assert "needs words" in run("add", "x", "https://desk.example/").stderr
    run("add", "x", "https://desk.example/", "--words", "bridge")
    assert "name of its own" in run("add", "x", "https://desk.example/", "--words", "bridge").stderr
    run("remove", "x")
    assert run("list").stdout == ""


def test_its_file_is_its_owners_alone(run: Callable[..., Result], path: Path) -> None:
    run("add", "x", "https://desk.example/", "--words", "bridge")
    assert Watches.beside(path).path.stat().st_mode & 0o777 == 0o600
