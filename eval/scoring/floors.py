"""What may not be lost: passages that are right (`pins`), and rates on sets that are not ours (`dev`)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

FLOORS = Path(__file__).parents[1] / "floors.toml"
SLACK = 0.03
"""A rate that stands this far above its floor asks for the floor to be raised."""

_HEAD = """\
# Floors. `pins`: passages of eval/gold that are answered right; none may be lost (`score.py --check`), new ones are
# added by `score.py --pin`, which removes none. `dev`: rates on sets kept elsewhere, one item below what was measured;
# `dev.py` checks them where ONRECORD_GOLD names those sets. A floor only goes up.
"""

Pins = dict[str, list[str]]
Rates = dict[str, float]


def read(path: Path = FLOORS) -> tuple[Pins, Rates]:
    """Pinned ids by kind, and the rates by `set metric`. Both empty where there is no file yet."""
    if not path.exists():
        return {}, {}
    data = tomllib.loads(path.read_text("utf-8"))
    return data.get("pins", {}), data.get("dev", {})


def write(pins: Mapping[str, Sequence[str]], rates: Mapping[str, float], path: Path = FLOORS) -> None:
    """Write both tables, sorted."""
    rows = [_HEAD, "[pins]"]
    rows += [f"{kind} = [{_wrapped(ids)}]" for kind, ids in sorted(pins.items()) if ids]
    rows += ["", "[dev]"]
    rows += [f'"{name}" = {rate:.4f}' for name, rate in sorted(rates.items())]
    path.write_text("\n".join(rows) + "\n", "utf-8")


def _wrapped(ids: Sequence[str]) -> str:
    lines = [", ".join(f'"{i}"' for i in sorted(ids)[n : n + 12]) for n in range(0, len(ids), 12)]
    return lines[0] if len(lines) == 1 else "\n  " + ",\n  ".join(lines) + ",\n"


def lost(pins: Mapping[str, Sequence[str]], right: Mapping[str, bool]) -> list[str]:
    """Pinned ids that are no longer right. One that was not run is not lost; one that is gone from the gold is."""
    return [i for ids in pins.values() for i in ids if not right.get(i, False)]


def grown(pins: Mapping[str, Sequence[str]], right: Mapping[str, bool], kinds: Mapping[str, str]) -> Pins:
    """The pins with every id that is right now added; `kinds` gives each id's kind."""
    new: Pins = {kind: list(ids) for kind, ids in pins.items()}
    for name, ok in right.items():
        if ok and name not in new.setdefault(kinds[name], []):
            new[kinds[name]].append(name)
    return new


def sunk(floors: Mapping[str, float], rates: Mapping[str, float]) -> list[str]:
    """One line for each measured rate below its floor."""
    return [
        f"{name}: {rates[name]:.4f} is below its floor {low:.4f}"
        for name, low in floors.items()
        if rates.get(name, low) < low
    ]


def to_raise(floors: Mapping[str, float], rates: Mapping[str, float]) -> list[str]:
    """One line for each rate so far above its floor that the floor should follow."""
    far = [(name, low) for name, low in floors.items() if rates.get(name, low) >= low + SLACK]
    return [f"{name}: {rates[name]:.4f} stands well above its floor {low:.4f}: raise it" for name, low in far]
