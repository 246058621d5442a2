"""What adding one article costs in a small ledger and in a large one, and how much of the planted truth is found.

`python bench/linking.py [--sizes 1000 20000] [--minutes 4] [--ledger FILE] [--probes 100] [--json FILE]`: ledgers are
filled with records that planted.py writes (nothing is parsed), each until it has its size or the minutes are over; a
ledger that planted.py filled before is taken as it is, and stays so: a copy of it is added to. Then the same articles
are added to each in turn, in CPU time; at most 1.5 times the cost of the small one is asked for. Recall and precision
of copies, outcomes and disputes are those of all stored relations against what the stories were written to say.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path

import planted
from onrecord.ledger import Ledger
from onrecord.link.groups import groups
from onrecord.model import Edge, Record
from onrecord.store import SqliteStore

STEPS = ("fulfilled", "violated", "extended", "withdrawn")
DISPUTES = ("denial", "number", "contradiction", "responsibility")
NOW = "2031-12-31T00:00:00+00:00"
LAST = "2031-12-31"
WARM = 20
"""Articles added before it is measured: what is done once, caches and tables of words."""
Truths = list[tuple[str, planted.Truth]]
"""What is so in each story, by its name."""
Facts = set[tuple[str, ...]]


def main() -> int:
    args = _arguments()
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory(dir=args.ledger and args.ledger.parent) as folder:
        truths: dict[Path, Truths] = {}
        for size in args.sizes:
            path = Path(folder, f"{size}.db")
            truths[path] = filled(path, size, args.minutes)
        if args.ledger:
            path = Path(shutil.copy(args.ledger, folder))
            truths[path] = held(path)
        spent = costs(list(truths), planted.probes(args.probes))
        for path, told in truths.items():
            figures |= {f"ms to add one to {spent[path][0]}": spent[path][1], **found_in(path, spent[path][0], told)}
    figures["cost in the largest over the smallest"] = spent[path][1] / next(iter(spent.values()))[1]
    for name, value in figures.items():
        print(f"{name:44}{value:>12,.3f}")
    if args.json:
        args.json.write_text(json.dumps(figures, indent=2) + "\n", "utf-8")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    add = parser.add_argument
    add("--sizes", type=int, nargs="+", default=[1000, 20000], metavar="N", help="articles (default 1000 20000)")
    add("--minutes", type=float, default=4, metavar="M", help="longest time to fill one ledger (default 4)")
    add("--ledger", type=Path, metavar="FILE", help="a ledger filled before, measured after the others")
    add("--probes", type=int, default=100, metavar="N", help="articles added to each ledger (default 100)")
    add("--json", type=Path, metavar="FILE", help="write the figures there too")
    return parser.parse_args()


def filled(path: Path, size: int, minutes: float) -> Truths:
    """What is so in a new ledger of that size, or of as many articles as the time allows."""
    truths: Truths = []
    until = time.monotonic() + 60 * minutes

    def told() -> Iterator[Record]:
        for records, truth in planted.ledger(size):
            yield from records
            truths.append((_story(records[0].article.id), truth))
            if time.monotonic() > until:
                break

    with Ledger.open(path, clock=lambda: NOW) as ledger:
        ledger.put_all(told())
    return truths


def held(path: Path) -> Truths:
    """What is so in a ledger that was filled before: in the stories that it holds whole."""
    with Ledger.open(path, clock=lambda: NOW) as ledger:
        there = {row.article for row in ledger.known_articles(LAST)}
    stories = planted.ledger(len(there))
    return [(_story(some[0].article.id), truth) for some, truth in stories if {r.article.id for r in some} <= there]


def found_in(path: Path, name: str, truths: Truths) -> dict[str, float]:
    """How much of what is so is found in the ledger that is called so."""
    figures: dict[str, float] = {}
    store = SqliteStore.open(path, NOW)
    try:
        edges = [e for e in store.edges() if not {e.a.article[0], e.b.article[0]} & {"-"}]
    finally:
        store.close()
    for kind, (right, found) in compared(edges, truths).items():
        figures[f"{kind}: recall in {name}"] = len(right & found) / len(right)
        figures[f"{kind}: precision in {name}"] = len(right & found) / max(1, len(found))
    return figures


def costs(paths: list[Path], probes: list[Record]) -> dict[Path, tuple[str, float]]:
    """What each ledger is called and the mean CPU milliseconds to add one of the articles to it. Each article goes into
    one ledger after the other, so that all are measured on the same minutes of the machine."""
    spent = dict.fromkeys(paths, 0.0)
    with ExitStack() as stack:
        ledgers = {path: stack.enter_context(Ledger.open(path, clock=lambda: NOW)) for path in paths}
        names = {path: f"{len(ledger.known_articles(LAST)):,} articles" for path, ledger in ledgers.items()}
        for n, record in enumerate(probes):
            for path in paths if n % 2 else paths[::-1]:  # whoever comes second finds its words in the caches
                begun = time.process_time()
                ledgers[path].put(record)
                if n >= WARM:
                    spent[path] += time.process_time() - begun
    return {path: (names[path], 1000 * spent[path] / (len(probes) - WARM)) for path in paths}


def compared(edges: Iterable[Edge], truths: Truths) -> dict[str, tuple[Facts, Facts]]:
    """Of copies, outcomes and disputes what is so, and what was found. A copy stands for its original."""
    edges = list(edges)
    original = {copy: first for _, truth in truths for copy, first in truth.copies}

    def home(article: str) -> str:
        return original.get(article, article)

    found_copies = groups((e.a.article, e.b.article) for e in edges if e.kind == "copy")
    return {
        "copies": (
            {tuple(sorted(pair)) for _, truth in truths for pair in truth.copies},
            {(a, b) for group in found_copies for i, a in enumerate(group) for b in group[i + 1 :]},
        ),
        "outcomes": (
            {(key, key, truth.outcome) for key, truth in truths if truth.outcome},
            {(_story(e.a.article), _story(e.b.article), e.kind) for e in edges if e.kind in STEPS},
        ),
        "disputes": (
            {(kind, *sorted((a, b))) for _, truth in truths for kind, a, b in truth.disputes},
            {(e.kind, *sorted((home(e.a.article), home(e.b.article)))) for e in edges if e.kind in DISPUTES},
        ),
    }  # fmt: skip


def _story(article: str) -> str:
    return article.partition("/")[0]


if __name__ == "__main__":
    sys.exit(main())
