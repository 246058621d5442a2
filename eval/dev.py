"""Score the sets that ONRECORD_GOLD names, with the scorer that stands beside them, and hold the rates to their floors.

    ONRECORD_GOLD=…/gold python eval/dev.py [SET…] [--raise] [--reliability]

Runs `$ONRECORD_GOLD/../score/run.py` as a process of its own (`ONRECORD` names the command, by default the one beside
this interpreter). Exits with 1 when a rate is below its floor or a set could not be scored, with 0 when there are no
such sets. `--raise` lifts floors to one item below what was measured; it lowers none. `--reliability` prints how far
the confidence of statements holds on the attribution sets.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from scoring import floors, reliability

Json = dict[str, Any]


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("sets", nargs="*", metavar="SET", help="parts of FOLDER/SET")
    parser.add_argument("--raise", dest="lift", action="store_true", help="lift floors to what was measured")
    parser.add_argument("--reliability", action="store_true", help="confidence of statements against the gold")
    args = parser.parse_args(argv)
    gold = os.environ.get("ONRECORD_GOLD")
    if not gold or not Path(gold).is_dir():
        print("no sets to score: ONRECORD_GOLD is not set or names no folder", file=sys.stderr)
        return 0
    status, result = run(Path(gold), args.sets)
    rates = measured(result)
    pins, known = floors.read()
    low, high = floors.sunk(known, rates), floors.to_raise(known, rates)
    print("\n".join([*low, *high]) or "all rates stand at their floors")
    if args.lift:
        floors.write(pins, lifted(known, result))
    if args.reliability:
        for path in sorted((Path(gold) / "attribution").glob("*.dev.jsonl")):
            print(reliability.show(path.stem, reliability.of_files(path)))
    return int(bool(low or status))


def run(gold: Path, sets: Sequence[str]) -> tuple[int, list[Json]]:
    """Exit status and results of the scorer, its table printed as it comes."""
    scorer = gold.resolve().parent / "score" / "run.py"
    command = os.environ.get("ONRECORD") or str(Path(sys.executable).parent / "onrecord")
    words = [sys.executable, str(scorer), "--gold", str(gold), *(["--only", *sets] if sets else [])]
    done = subprocess.run(
        words, env={**os.environ, "ONRECORD": command}, stdout=subprocess.PIPE, text=True, check=False
    )
    *table, last = done.stdout.rstrip().splitlines() or [""]
    print("\n".join(table))
    return done.returncode, json.loads(last)["results"] if last.startswith("{") else []


def measured(results: Sequence[Json]) -> floors.Rates:
    """Every rate of every set, by `set metric`."""
    return {
        f"{result['set']} {metric}": value
        for result in results
        for metric, value in result.get("metrics", {}).items()
        if isinstance(value, float) and not metric.endswith("_km")
    }


def lifted(known: floors.Rates, results: Sequence[Json]) -> floors.Rates:
    """The floors with every F1, accuracy and share raised to one item below what was measured."""
    new = dict(known)
    for result in results:
        step = 1 / max(int(result.get("docs") or 1), 1)
        for name, rate in measured([result]).items():
            if not name.endswith(("_p", "_r")) and "false" not in name:
                new[name] = max(new.get(name, 0.0), round(rate - step, 4))
    return new


if __name__ == "__main__":
    sys.exit(main())
