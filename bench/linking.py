"""What adding one article costs in a small ledger and in a large one, and how much of the planted truth is found.

`python bench/linking.py [--sizes 1000 20000] [--minutes 4] [--probes 100] [--json FILE]`: ledgers are filled with
records that planted.py writes (nothing is parsed), each until it has its size or the minutes are over. Then the same
articles are added to each, in CPU time; asked for is at most 1.5 times the cost of the small one. Recall and precision
of copies, outcomes and disputes are those of all stored relations against what the stories were written to say.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

import planted
from onrecord.ledger import Ledger
from onrecord.link.groups import groups
from onrecord.model import Edge, Record
from onrecord.store import SqliteStore

STEPS = ("fulfilled", "violated", "extended", "withdrawn")
DISPUTES = ("denial", "number", "contradiction", "responsibility")
NOW = "2031-12-31T00:00:00+00:00"
Facts = set[tuple[str, ...]]


def main() -> int:
    args = _arguments()
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        for size in args.sizes:
            figures |= run(Path(folder, f"{size}.db"), size, args)
    costs = [value for name, value in figures.items() if name.startswith("ms to add one")]
    figures["cost in the largest over the smallest"] = costs[-1] / costs[0]
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
    add("--probes", type=int, default=100, metavar="N", help="articles added to each ledger (default 100)")
    add("--json", type=Path, metavar="FILE", help="write the figures there too")
    return parser.parse_args()


def run(path: Path, size: int, args: argparse.Namespace) -> dict[str, float]:
    """The figures of a ledger of that size, or as many articles as the time allows."""
    truths, held, until = [], 0, time.monotonic() + 60 * args.minutes
    with Ledger.open(path, clock=lambda: NOW) as ledger:
        for records, truth in planted.ledger(size):
            for record in records:
                ledger.put(record)
            truths.append((records[0].article.id.partition("/")[0], truth))
            held += len(records)
            if time.monotonic() > until:
                break
        name = f"{held:,} articles"
        figures = {f"ms to add one to {name}": cost(ledger, planted.probes(args.probes))}
    store = SqliteStore.open(path, NOW)
    try:
        edges = [e for e in store.edges() if not {e.a.article[0], e.b.article[0]} & {"-"}]
    finally:
        store.close()
    for kind, (right, found) in compared(edges, truths).items():
        figures[f"{kind}: recall in {name}"] = len(right & found) / len(right)
        figures[f"{kind}: precision in {name}"] = len(right & found) / max(1, len(found))
    return figures


def cost(ledger: Ledger, probes: list[Record]) -> float:
    """Mean CPU milliseconds to add one of the articles."""
    for record in probes[:20]:
        ledger.put(record)  # what is done once: caches, the tables of words
    rest = probes[20:]
    begun = time.process_time()
    for record in rest:
        ledger.put(record)
    return 1000 * (time.process_time() - begun) / len(rest)


def compared(edges: Iterable[Edge], truths: list[tuple[str, planted.Truth]]) -> dict[str, tuple[Facts, Facts]]:
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
            {(*_stories(e), e.kind) for e in edges if e.kind in STEPS},
        ),
        "disputes": (
            {(kind, *sorted((a, b))) for _, truth in truths for kind, a, b in truth.disputes},
            {(e.kind, *sorted((home(e.a.article), home(e.b.article)))) for e in edges if e.kind in DISPUTES},
        ),
    }  # fmt: skip


def _stories(edge: Edge) -> tuple[str, str]:
    return edge.a.article.partition("/")[0], edge.b.article.partition("/")[0]


if __name__ == "__main__":
    sys.exit(main())
