"""Several processes of this machine, with the language model loaded once for all where the system can fork."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context
from multiprocessing.context import BaseContext
from types import TracebackType
from typing import Any, Self, TypeVar

from onrecord.errors import ExtractError, OnrecordError
from onrecord.scale.threads import one_thread

T = TypeVar("T")
R = TypeVar("R")

AHEAD = 4
"""Items on the way for each worker: enough that none waits, few enough that memory does not grow with the input."""
WARM = "onrecord.scale.warm"
"""Imported by the process that workers are forked from."""
DIED = "the worker that read this died, by a fault of the machine or for want of memory; the others were read"


class Processes:
    """The executor with `workers` processes. OnrecordError where `workers` is less than 1."""

    def __init__(self, workers: int) -> None:
        if workers < 1:
            raise OnrecordError(f"--workers {workers}: give the number of processes, 1 or more")
        self._workers = workers
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def map(self, function: Callable[[T], R], items: Iterable[T]) -> Iterator[R | ExtractError]:
        """The results in order; an item whose worker died gives an ExtractError, and the others go on."""
        todo = iter(items)
        under_way: deque[tuple[T, Future[R]]] = deque()
        while True:
            for item in islice(todo, self._workers * AHEAD - len(under_way)):
                under_way.append((item, self._submit(function, item)))
            if not under_way:
                return
            item, future = under_way.popleft()
            try:
                yield future.result()
            except BrokenProcessPool:
                waiting = [(item, future), *under_way]
                under_way.clear()
                self._end()
                for one, its in waiting:
                    result = self._again(function, one, its)
                    yield result

    def _submit(self, function: Callable[[T], R], item: T) -> Future[R]:
        """The item on its way; a pool that broke since the last result is told by the future, as any other."""
        if self._pool is None:
            self._pool = ProcessPoolExecutor(self._workers, mp_context=_context(), initializer=one_thread)
        try:
            return self._pool.submit(function, item)
        except BrokenProcessPool as error:
            broken: Future[R] = Future()
            broken.set_exception(error)
            return broken

    def _again(self, function: Callable[[T], R], item: T, future: Future[Any]) -> R | ExtractError:
        """The result of one of the items that were on the way when a worker died; now alone, so that it is known whose
        fault it was."""
        if future.done() and not future.cancelled() and not isinstance(future.exception(), BrokenProcessPool):
            done: R = future.result()
            return done
        try:
            return self._submit(function, item).result()
        except BrokenProcessPool:
            self._end()
            return ExtractError(DIED)

    def _end(self) -> None:
        pool, self._pool = self._pool, None
        if pool is not None:
            pool.shutdown(wait=True, cancel_futures=True)


def _context() -> BaseContext:
    """How workers are started: never forked from this process, whose open ledger and locks they would inherit, but from
    a server beside it that has read an article; where forking is unsafe (macOS) or unknown (Windows) from nothing."""
    if sys.platform != "linux":
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload([WARM])
    return context
