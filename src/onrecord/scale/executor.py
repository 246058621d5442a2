"""What every way of working in parallel must do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from types import TracebackType
from typing import Protocol, Self, TypeVar

from onrecord.errors import ExtractError

T = TypeVar("T")
R = TypeVar("R")


class Executor(Protocol):
    """Maps a pure function over many items. To be used in a `with` block, whose end gives the workers back."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    def map(self, function: Callable[[T], R], items: Iterable[T]) -> Iterator[R | ExtractError]:
        """The results in the order of the items, as they come; only a bounded number of items is ever held.

        An item whose worker died gives an ExtractError as its result, and the others go on. What the function raises
        is raised here.
        """
        ...
