"""Groups from pairs: connected components, the same whatever order the pairs come in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol, TypeVar


class _Ordered(Protocol):
    def __lt__(self, other: Any, /) -> bool: ...


T = TypeVar("T", bound=_Ordered)


def groups(pairs: Iterable[tuple[T, T]], alone: Iterable[T] = ()) -> list[tuple[T, ...]]:
    """Connected components, each sorted, in the order of their least members; `alone` names members without a pair.

    >>> groups([(3, 2), (5, 6), (2, 1)], alone=[1, 9])
    [(1, 2, 3), (5, 6), (9,)]
    """
    root: dict[T, T] = {member: member for member in alone}

    def top(member: T) -> T:
        root.setdefault(member, member)
        while root[member] != member:
            root[member] = root[root[member]]
            member = root[member]
        return member

    for a, b in pairs:
        low, high = sorted((top(a), top(b)))
        root[high] = low
    found: dict[T, list[T]] = {}
    for member in sorted(root):
        found.setdefault(top(member), []).append(member)
    return sorted(tuple(members) for members in found.values())
