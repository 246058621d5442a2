"""Score the project's own gold: right answers today, and the blind rate (right on the first run, before any mending).

    python eval/score.py [KIND…] [-v] [--check | --pin] [--first-run]

`-v` lists every wrong passage and why. `--check` exits with 1 when a pinned passage is lost. `--pin` pins what is newly
right. `--first-run` records the outcome of passages that were never scored before; it changes nothing for the others,
and a crash is no outcome.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from scoring import floors, passages, reliability
from scoring.judge import FAILED, KINDS, Faults, judge
from scoring.passages import Passage


def main(argv: Sequence[str] | None = None) -> int:
    args = _arguments(argv)
    asked = [p for p in passages.load() if not args.kinds or p.kind in args.kinds]
    faults = judge(asked)
    right = {name: not found for name, found in faults.items()}
    if args.first_run:
        answered = {name: ok for name, ok in right.items() if not any(f.startswith(FAILED) for f in faults[name])}
        print(f"first run kept for {passages.keep_first_run(answered)} passages", file=sys.stderr)
        asked = [p for p in passages.load() if not args.kinds or p.kind in args.kinds]
    print(table(asked, right))
    if args.verbose:
        print(reasons(asked, faults))
    if not args.kinds or "attribution" in args.kinds:
        own = sorted((passages.GOLD / "attribution").glob("own*.jsonl"))
        print(reliability.show("eval/gold", reliability.of_files(*own)))
    pins, rates = floors.read()
    if args.pin:
        floors.write(floors.grown(pins, right, {p.id: p.kind for p in asked}), rates)
    held = {kind: ids for kind, ids in pins.items() if not args.kinds or kind in args.kinds}
    return _check(floors.lost(held, right), faults) if args.check else 0


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog=Path(__file__).name, description=(__doc__ or "").splitlines()[0])
    parser.add_argument("kinds", nargs="*", metavar="KIND", choices=[*KINDS, []], help=", ".join(KINDS))
    parser.add_argument("-v", "--verbose", action="store_true", help="list wrong passages and why")
    parser.add_argument("--check", action="store_true", help="exit with 1 when a pinned passage is lost")
    parser.add_argument("--pin", action="store_true", help="pin what is newly right")
    parser.add_argument("--first-run", action="store_true", help="keep the outcome of passages never scored before")
    return parser.parse_args(argv)


def table(asked: Sequence[Passage], right: Mapping[str, bool]) -> str:
    """Right answers today and on the first run, a line for each kind and one for all."""
    lines = [f"{'kind':14}{'right':>6}{'of':>6}{'today':>8}{'blind':>8}"]
    for kind in [k for k in KINDS if any(p.kind == k for p in asked)] + ["all"]:
        group = [p for p in asked if kind in (p.kind, "all")]
        now = sum(right[p.id] for p in group)
        first = [p.row["first_run"] == "right" for p in group if p.row["first_run"]]
        blind = f"{sum(first) / len(first):8.1%}" if first else f"{'-':>8}"
        lines.append(f"{kind:14}{now:6d}{len(group):6d}{now / len(group):8.1%}{blind}")
    return "\n".join(lines)


def reasons(asked: Sequence[Passage], faults: Faults) -> str:
    """Wrong passages with their text and what is wrong."""
    blocks = []
    for passage in asked:
        if faults[passage.id]:
            title = passage.text or passage.row["title"]
            blocks.append("\n    ".join([f"{passage.id} [{passage.kind}] {title!r}", *faults[passage.id]]))
    return "\n".join(blocks)


def _check(missing: Sequence[str], faults: Faults) -> int:
    for name in missing:
        print(f"lost: {name}: {'; '.join(faults.get(name, ['no such passage']))}", file=sys.stderr)
    print("no pinned passage is lost" if not missing else f"{len(missing)} pinned passages are lost", file=sys.stderr)
    return int(bool(missing))


if __name__ == "__main__":
    sys.exit(main())
