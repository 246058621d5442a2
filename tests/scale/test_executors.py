"""Serial or in several processes: the same results in the same order, bounded memory, none lost with another."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from onrecord.errors import ExtractError, OnrecordError
from onrecord.ledger import Ledger
from onrecord.scale import Executor, Processes, Serial, executor

EXECUTORS: dict[str, Callable[[], Executor]] = {"serial": Serial, "processes": lambda: Processes(2)}


@pytest.fixture(params=sorted(EXECUTORS))
def workers(request: pytest.FixtureRequest) -> Iterator[Executor]:
    with EXECUTORS[request.param]() as made:
        yield made


def test_results_come_in_the_order_of_the_items(workers: Executor) -> None:
    assert list(workers.map(abs, range(-30, 0))) == list(range(30, 0, -1))
    assert list(workers.map(abs, [])) == []
    assert list(workers.map(abs, [-1])) == [1]


def test_only_a_bounded_number_of_items_is_taken_ahead(workers: Executor) -> None:
    taken = 0

    def items() -> Iterator[int]:
        nonlocal taken
        while taken < 10_000:
            taken += 1
            yield taken

    results = workers.map(abs, items())
    assert next(results) == 1
    assert taken <= 10


def test_what_the_function_raises_is_raised(workers: Executor) -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        list(workers.map(int, ["1", "x", "2"]))


def test_a_worker_that_dies_costs_its_own_item_only() -> None:
    kill = f"__import__('os').kill(__import__('os').getpid(), {int(signal.SIGKILL)})"
    items = ["1 + 1"] * 5 + [kill] + ["1 + 1"] * 5 + [kill, "1 + 1"]
    with Processes(2) as pool:
        results = list(pool.map(eval, items))
    assert [r if isinstance(r, int) else type(r) for r in results] == [ExtractError if i == kill else 2 for i in items]
    assert "the worker that read this died" in str(results[5])


def test_workers_keep_numerical_libraries_to_one_thread() -> None:
    with Processes(1) as pool:
        assert list(pool.map(os.getenv, ["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"])) == ["1", "1"]


@pytest.mark.skipif(sys.platform != "linux", reason="workers are forked on Linux only")
def test_workers_start_with_the_model_and_the_words_at_hand() -> None:
    loaded = "__import__('importlib').import_module('onrecord.extract.parse').load.cache_info().currsize"
    with Processes(2) as pool:
        assert list(pool.map(eval, [loaded] * 4)) == [1] * 4


@pytest.mark.parametrize("number", [0, -1])
def test_no_workers_are_refused(number: int) -> None:
    with pytest.raises(OnrecordError, match="1 or more"):
        executor(number)


@pytest.mark.slow
def test_the_ledger_is_the_same_however_it_was_read(tmp_path: Path) -> None:
    articles = [
        {"id": f"a{n}", "published": f"2031-03-0{n}", "text": f"Ostrania vowed on Friday that {n}00 troops would leave "
         f"Karsova by 9 March. Velmark's foreign minister said up to {n}000 soldiers stood there."}
        for n in range(1, 8)
    ]  # fmt: skip
    digests = set()
    for number in (1, 2):
        with Ledger.open(tmp_path / f"{number}.db") as ledger, executor(number) as pool:
            assert ledger.add(articles, mapper=pool.map).new == len(articles)
            digests.add(ledger.digest())
    assert len(digests) == 1
