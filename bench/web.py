"""How long pages, lists and searches take on a large ledger while articles are added to it, and what they weigh.

`python bench/web.py [--articles 100000] [--minutes 60] [--rounds 20] [--ledger FILE] [--json FILE]`: a ledger is filled
with records that planted.py writes and busy.py fills up, until it has so many articles or the minutes are over (or one
that is there is taken as it is), and served by the real application. A second process adds articles all the while.
Asked for is that 95 of 100 pages come within 150 ms, searches within 200 ms, and that none weighs more than 250 kB.
Where the system tells it, the server's own time on the processor is printed, too: on a busy machine that is the figure
to compare.
"""

from __future__ import annotations

import argparse
import gc
import http.client
import json
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import quote

import planted
from busy import busy
from onrecord.ledger import Ledger
from onrecord.model import Record

NOW = "2031-12-31T00:00:00+00:00"
BACK = (0, 40, 400)
"""Days before the last one that pages are asked for."""
WORDS = ("bridge", "harbour board", "customs house Calvora", '"denied hiding"', "engineers repaired tunnel")
LISTS = ("articles", "statements", "commitments", "disputes", "series", "stories", "events")


def main() -> int:
    args = _arguments()
    if args.adding:
        return add_until_stopped(args.adding)
    with tempfile.TemporaryDirectory() as folder:
        path = args.ledger or Path(folder, "bench.db")
        held = filled(path, args.articles, args.minutes)
        with adding(path), served(path) as server:
            figures = {name: asked(server, pages, args.rounds) for name, pages in questions(path).items()}
    print(f"{held:,} articles, {path.name if args.ledger else 'a new ledger'}")
    print(f"{'':34}{'p50 ms':>9}{'p95 ms':>9}{'CPU ms':>9}{'kB':>8}")
    for name, found in figures.items():
        print(f"{name:34}" + "".join(f"{value:>{width}.0f}" for value, width in zip(found, (9, 9, 9, 8), strict=True)))
    if args.json:
        args.json.write_text(json.dumps({"articles": held} | figures, indent=2) + "\n", "utf-8")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    add = parser.add_argument
    add("--articles", type=int, default=100_000, metavar="N", help="articles (default 100000)")
    add("--minutes", type=float, default=60, metavar="M", help="longest time to fill the ledger (default 60)")
    add("--rounds", type=int, default=20, metavar="N", help="how often each page is asked for (default 20)")
    add("--ledger", type=Path, metavar="FILE", help="the ledger, kept; taken as it is where it is there")
    add("--json", type=Path, metavar="FILE", help="write the figures there too")
    add("--adding", type=Path, help=argparse.SUPPRESS)
    return parser.parse_args()


def filled(path: Path, articles: int, minutes: float) -> int:
    """How many articles the ledger has; they are put in, with a line now and then, where it is not there."""
    if path.exists():
        with Ledger.open(path, clock=lambda: NOW) as ledger:
            return len(ledger.known_articles())

    def told() -> Iterator[Record]:
        held, begun, last = 0, time.monotonic(), 0.0
        for records, _ in planted.ledger(articles):
            yield from map(busy, records)
            held += len(records)
            if time.monotonic() - begun > last + 30:
                last = time.monotonic() - begun
                print(f"{held:,} articles after {last:.0f} s", file=sys.stderr)
            if time.monotonic() - begun > 60 * minutes:
                break

    with Ledger.open(path, clock=lambda: NOW) as ledger:
        return ledger.put_all(told())


def add_until_stopped(path: Path) -> int:
    """Put articles of other stories in, one after the other."""
    with Ledger.open(path, clock=lambda: NOW) as ledger:
        for k in range(1, 1_000_000):
            for record in planted.story(-k)[0]:
                ledger.put(busy(record))
            ledger.tidy()
    return 0


@contextmanager
def adding(path: Path) -> Iterator[None]:
    """Another process that adds articles meanwhile."""
    process = subprocess.Popen([sys.executable, __file__, "--adding", str(path)])
    try:
        yield
    finally:
        process.terminate()
        process.wait()


@contextmanager
def served(path: Path) -> Iterator[tuple[int, int]]:
    """The port of the application and the number of its process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    words = [sys.executable, "-m", "uvicorn", "--factory", "web:app", "--port", str(port), "--log-level", "warning"]
    here = {"ONRECORD_BENCH": str(path), "PYTHONPATH": os.pathsep.join([str(Path(__file__).parent), *sys.path])}
    process = subprocess.Popen(words, env=os.environ | here)
    try:
        for _ in range(600):
            time.sleep(0.1)
            with socket.socket() as door:
                if door.connect_ex(("127.0.0.1", port)) == 0:
                    break
        yield port, process.pid
    finally:
        process.terminate()
        process.wait()


def app() -> object:
    """The application over the ledger that the environment names."""
    from onrecord.web.app import create_app

    made = create_app(os.environ["ONRECORD_BENCH"])
    gc.freeze()  # as `onrecord serve` does
    return made


def questions(path: Path) -> dict[str, list[str]]:
    """What is asked: by name, the same question on several days or for several words."""
    with Ledger.open(path, clock=lambda: NOW) as ledger:
        last = date.fromisoformat(ledger.last_day() or "2031-12-01")
        article = next(iter(ledger.known_articles()))
        view = ledger.paged()
        entries = [some[0].id for some in (view.commitments, view.disputes, view.stories) if some]
    days = [(last - timedelta(days=n)).isoformat() for n in BACK]
    who = quote(next(iter(planted.STOCK["bodies"])))

    def on(path: str) -> list[str]:
        return [f"{path}{'&' if '?' in path else '?'}as_of={day}" for day in days]

    since = [f"/?as_of={day}&since={date.fromisoformat(day) - timedelta(days=7)}" for day in days]
    pages = {
        "brief": on("/"), "brief since a week": since, "promises": on("/promises"),
        "promises of an actor": on(f"/promises?actor={who}"), "promises about": on("/promises?about=tunnel"),
        "track records": on("/track"), "track record": on(f"/track?actor={who}"), "deadlines": on("/deadlines"),
        "disputes": on("/disputes"), "numbers": on("/series"), "stories": on("/stories"), "articles": on("/articles"),
        "articles of an outlet": on("/articles?outlet=Bay+Courier"), "who said": on("/said"),
        "said by an actor": on(f"/said?actor={who}"), "timeline": on("/timeline"), "map": on("/map"),
        "actors": on("/actors"), "outlets": on("/outlets"), "outlet": on("/outlets?name=Bay+Courier"),
        "review": ["/review", "/review?by=importance", "/review?kind=event"],
        "deadlines of two weeks": on("/deadlines?within=14"), "timeline about": on("/timeline?about=tunnel"),
        "an article": [f"/articles/{quote(article.article)}"], "entries": [f"/entries/{name}" for name in entries],
    }  # fmt: skip
    api = {f"API {name}": on(f"/api/v1/{name}") for name in LISTS}
    found = [f"{door}?q={quote(words)}" for words in WORDS for door in ("/search", "/api/v1/search")]
    return pages | api | {"search": found, "search of an outlet": [f"{one}&outlet=Bay+Courier" for one in found]}


def asked(server: tuple[int, int], pages: list[str], rounds: int) -> tuple[float, float, float, float]:
    """Milliseconds within which half and 95 of 100 answers came, the server's own time for one, and kilobytes of the
    heaviest."""
    port, number = server
    door = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    times, heaviest, own = [], 0, _cpu(number)
    for turn in range(max(rounds, len(pages))):
        begun = time.perf_counter()
        door.request("GET", pages[turn % len(pages)])
        answer = door.getresponse()
        body = answer.read()
        times.append(1000 * (time.perf_counter() - begun))
        heaviest = max(heaviest, len(body))
        if answer.status != 200:
            raise SystemExit(f"{pages[turn % len(pages)]}: {answer.status} {body[:300]!r}")
    door.close()
    several = statistics.quantiles(times, n=20, method="inclusive") if len(times) > 1 else times * 19
    return statistics.median(times), several[18], (_cpu(number) - own) / len(times), heaviest / 1000


def _cpu(number: int) -> float:
    """Milliseconds that a process has had the processor; not a number where the system does not tell."""
    try:
        fields = Path(f"/proc/{number}/stat").read_text("ascii").rpartition(")")[2].split()
    except OSError:
        return float("nan")
    return 1000 * (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    sys.exit(main())
