"""Count how often statements of each pattern are right on passages of our own that nothing has been tuned to.

    python eval/fit_confidence.py [--anew]

Adds to `src/onrecord/lexicon/confidence.toml` the counts of those passages of `eval/gold/attribution` that were never
scored before: run it on new passages before `score.py --first-run`, and before any rule is mended for them. What is
right on passages that rules were mended for flatters. `--anew` counts from nothing. It reads no other set.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from onrecord.extract.confidence import features
from onrecord.extract.cue_words import cues
from onrecord.lexicon import words
from onrecord.model import Span
from scoring import passages, software
from scoring.people import statement_is_right

TARGET = Path(__file__).parents[1] / "src" / "onrecord" / "lexicon" / "confidence.toml"
HEAD = """# How many statements of each kind were right (content and source), of how many, when passages of
# eval/gold/attribution were read for the first time. Written by eval/fit_confidence.py.
"""
Json = dict[str, Any]


def main(argv: Sequence[str] | None = None) -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--anew", action="store_true", help="forget the counts that stand")
    anew = parser.parse_args(argv).anew
    rows = [row for path in sorted((passages.GOLD / "attribution").glob("*.jsonl")) for row in passages.read(path)]
    rows = [row for row in rows if row["first_run"] is None]
    records = software.records([(str(r["id"]), r["text"], r.get("date")) for r in rows])
    table = counted({} if anew else words("confidence"), rows, records)
    TARGET.write_text(HEAD + "".join(_section(name, counts) for name, counts in table.items()), "utf-8")


def counted(before: Json, rows: Sequence[Json], records: Json) -> dict[str, dict[str, list[int]]]:
    """The table with the statements of more passages counted."""
    table = {name: {value: list(pair) for value, pair in counts.items()} for name, counts in before.items()}
    for row in rows:
        for statement in _outermost(row, records[str(row["id"])]["statements"]):
            right = statement_is_right(row["text"], row["attributions"], statement)
            found = seen(row["text"], statement)
            for name in ("all", *(f"{k} {v}" for k, v in found.items() if k != "type")):
                pair = table.setdefault(found["type"], {}).setdefault(name, [0, 0])
                pair[0] += right
                pair[1] += 1
    return table


def _outermost(row: Json, statements: list[Json]) -> Iterator[Json]:
    """The statements that the gold speaks of: nested ones only where it marks any."""
    nested = any(g["nested"] for g in row["attributions"])
    yield from (s for s in statements if s["content"] and (nested or s["parent"] is None))


def seen(text: str, statement: Json) -> dict[str, str]:
    """The features of a statement of a record."""
    rule, _, cue = statement["rule"].rpartition(":")
    spans = {role: tuple(Span(*s) for s in statement[role]) for role in ("source", "content")}
    return features(text, rule, statement["type"], cue, spans["source"], spans["content"], cues())


def _section(name: str, counts: dict[str, list[int]]) -> str:
    lines = [f'"{value}" = [{right}, {total}]' for value, (right, total) in sorted(counts.items())]
    return f"\n[{name}]\n" + "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
