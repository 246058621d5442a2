"""Krippendorff's alpha for nominal values: how far coders agree beyond chance.

K. Krippendorff, Content Analysis, 2nd edition 2004, chapter 11; "Computing Krippendorff's Alpha-Reliability", 2011.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Alpha:
    """`value`: 1 is agreement throughout, 0 what chance gives, below 0 worse than chance; None where it is undefined,
    because nothing can be compared or all values are the same. `pairable`: units with two values or more, of `units`.
    `values`: how many there are in those units; `missing`: how many of all that were asked for are not there."""

    value: float | None
    units: int
    pairable: int
    values: int
    missing: int


def alpha(units: Sequence[Sequence[Hashable | None]]) -> Alpha:
    """The alpha of the values that coders gave to each unit, None for a missing one.

    >>> alpha([["a", "a"], ["b", "b"], ["a", None]])
    Alpha(value=1.0, units=3, pairable=2, values=4, missing=1)
    """
    given = [[value for value in unit if value is not None] for unit in units]
    missing = sum(len(unit) for unit in units) - sum(map(len, given))
    pairable = [unit for unit in given if len(unit) > 1]
    total = Counter(value for unit in pairable for value in unit)
    n = sum(total.values())
    # Observed and expected disagreement are both over n: pairs of unlike values within units, and among all values.
    observed = sum(_unlike(Counter(unit)) / (len(unit) - 1) for unit in pairable)
    expected = _unlike(total) / (n - 1) if n > 1 else 0.0
    value = 1 - observed / expected if expected else None
    return Alpha(value, len(units), len(pairable), n, missing)


def _unlike(counts: Counter[Hashable]) -> int:
    """Ordered pairs of different values."""
    n = sum(counts.values())
    return n * n - sum(c * c for c in counts.values())
