"""How fast, and with how much memory: `python bench/run.py [--articles N] [--peak N]`.

Over the sample articles and N generated ones, in one run and one process: articles per CPU second of extraction and of
the bare spaCy pipeline on the same paragraphs in the same batches, what groups of layers add to that pipeline, the
share of the parse, of each layer and of the store in the time of `add`, and the peak memory of a process that adds N
and of one that adds 4 N. Compare ratios, not seconds: machines differ, and so does one machine from hour to hour.
`--json FILE` keeps the figures.
"""

from __future__ import annotations

import argparse
import json
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import measure
import newsroom

SAMPLES = Path(__file__).parents[1] / "samples" / "articles.jsonl"
ROUNDS = 3
"""Bare pipeline, extraction and its steps take turns, in CPU seconds; the fastest round of each counts, on a busy
machine too."""
ADDED = {
    "who, when, how many, where": ("actors", "times", "quantities", "places"),
    "who says what": ("actors", "statements", "speakers"),
    "events": ("events",),
}
"""Layers that have a budget together: at most 20 %, 25 % and 14 % of the bare pipeline's time."""


def main() -> int:
    args = _arguments()
    rows = [*_samples(args.samples), *newsroom.articles(args.peak or args.articles)]
    if args.peak is not None:
        measure.adding(rows)
        print(measure.own_peak_mb())
        return 0
    figures = time_all(rows) | memory(args.samples, args.articles)
    print(show(figures))
    if args.json:
        args.json.write_text(json.dumps(figures, indent=2) + "\n", "utf-8")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--articles", type=int, default=60, metavar="N", help="generated articles (default 60)")
    parser.add_argument("--samples", type=Path, default=SAMPLES, metavar="FILE", help="JSON Lines to add to them")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    parser.add_argument("--peak", type=int, metavar="N", help="only add N articles and print the peak memory in MB")
    return parser.parse_args()


def _samples(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def time_all(rows: list[dict[str, str]]) -> dict[str, float]:
    """Articles, words, seconds of each step (`s …`) and what follows from them."""
    parser = measure.parser()
    articles = [measure.to_article(row) for row in rows]
    rounds = [
        (measure.bare(parser, articles), measure.extraction(parser, articles), measure.steps(parser, articles)[0])
        for _ in range(ROUNDS)
    ]
    bare, full = min(b for b, _, _ in rounds), min(e for _, e, _ in rounds)
    times = {name: min(steps[name] for _, _, steps in rounds) for name in rounds[0][2]}
    added = {f"added by {name}": sum(times[layer] for layer in layers) / bare for name, layers in ADDED.items()}
    adding = measure.adding(rows)
    times["links and store"] = max(adding - sum(times.values()), 0.0)
    figures: dict[str, float] = {"articles": len(rows), "words": sum(len(a.text.split()) for a in articles)}
    figures |= {"articles/CPU s bare spaCy": len(rows) / bare, "articles/CPU s extraction": len(rows) / full}
    figures |= {"articles/CPU s added to a ledger": len(rows) / adding, "extraction/bare speed": bare / full}
    figures |= added
    total = sum(times.values())
    return figures | {f"share {name}": seconds / total for name, seconds in times.items()}


def memory(samples: Path, number: int) -> dict[str, float]:
    """Peak memory of processes that add `number` articles and four times as many, and the second over the first. The
    two run side by side: nothing is timed any more."""
    with ThreadPoolExecutor() as both:
        one, four = both.map(partial(measure.peak_mb, samples), (number, 4 * number))
    return {"peak MB at 1x": one, "peak MB at 4x": four, "peak 4x/1x": four / one}


def show(figures: dict[str, float]) -> str:
    """The figures as aligned lines; shares and what is added in percent."""
    lines = []
    for name, value in figures.items():
        whole = name in ("articles", "words")
        shown = f"{value:.1%}" if name.startswith(("share", "added")) else f"{value:.0f}" if whole else f"{value:.2f}"
        lines.append(f"{name:36}{shown:>10}")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
