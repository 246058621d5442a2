"""How often somebody may ask: an allowance that fills up again, one for each name."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable

NAMES = 10_000
"""Allowances kept; whoever has not asked for longest starts afresh."""


class Rate:
    """At most `most` at once, and as many again within `seconds`. `clock` counts seconds, and never backwards."""

    def __init__(self, most: int, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._most, self._each, self._clock = most, seconds / most, clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, name: str) -> float:
        """Seconds that this name has to wait before it may ask; 0 where it may now, and then one is taken.

        >>> rate = Rate(2, 60, clock=lambda: 0.0)
        >>> rate.wait("a"), rate.wait("a"), rate.wait("a"), rate.wait("b")
        (0.0, 0.0, 30.0, 0.0)
        """
        seconds = self.blocked(name)
        if not seconds:
            self.count(name)
        return seconds

    def blocked(self, name: str) -> float:
        """Seconds that this name has to wait; nothing is taken."""
        left = self._now(name)
        return 0.0 if left >= 1 else (1 - left) * self._each

    def count(self, name: str) -> None:
        """Take one."""
        self._left[name] = (max(0.0, self._now(name) - 1), self._clock())
        self._left.move_to_end(name)
        while len(self._left) > NAMES:
            self._left.popitem(last=False)

    def _now(self, name: str) -> float:
        left, then = self._left.get(name, (float(self._most), 0.0))
        return min(float(self._most), left + (self._clock() - then) / self._each)
