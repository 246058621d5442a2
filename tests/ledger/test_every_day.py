"""A crisis told over a month: whatever order its articles come in, every day says what was known on it."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.ledger import Ledger
from onrecord.ledger.keeping import catch_up, keep
from onrecord.model import Record
from onrecord.store.identity import known_from

NOW = "2031-03-31T12:00:00+00:00"
STORY = [
    ("made", "Ostrania vowed that 500 soldiers would leave Karsova by 9 March.", "2031-03-01", "The Gazette"),
    ("copy", "Ostrania vowed that 500 soldiers would leave Karsova by 9 March.", "2031-03-01", "Harrow Wire"),
    ("denied", "Velmark denied that soldiers would leave Karsova.", "2031-03-03", "The Gazette"),
    ("bound", "Velmark said up to 900 soldiers stood in Karsova.", "2031-03-04", "Harrow Wire"),
    ("bound2", "Ostrania said up to 300 soldiers stood in Karsova.", "2031-03-05", "The Gazette"),
    ("done", "The last soldiers left Karsova on Saturday, aid workers in the town said.", "2031-03-08", "The Gazette"),
    ("wrong", "Correction: our report wrongly said the last soldiers had left Karsova.", "2031-03-10", "The Gazette"),
    ("moved", "Ostrania extended the deadline for soldiers to leave Karsova to 20 March.", "2031-03-12", "Harrow Wire"),
    ("moved", "Ostrania extended its deadline for soldiers to leave Karsova to 22 March.", "2031-03-13", "Harrow Wire"),
    ("undated", "Ostrania vowed that soldiers would leave Karsova by 20 March.", None, "Hill Post"),
]
quick = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def told(batches: list[list[Record]], days: list[str], lots: int = 1) -> tuple[str, list[str]]:
    """The digest of a ledger filled in these batches, and what it says on each day. The views tell of so many articles
    at a time; of the last of a batch only when the ledger is opened again, as after a kill."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "ledger.db")
        for batch in batches:
            with Ledger.open(path, clock=lambda: NOW) as ledger:
                for n, record in enumerate(batch, 1):
                    if lots == 1:
                        ledger.put(record)
                        continue
                    keep(ledger._store, ledger._records, record, None, NOW)
                    if n % lots == 0:
                        catch_up(ledger._store, ledger._records)
        with Ledger.open(path, clock=lambda: NOW) as ledger:
            views = [json.dumps(ledger.as_of(day).to_json(), sort_keys=True) for day in days]
            return ledger.digest(), views


@quick
@given(st.permutations(range(len(STORY))), st.lists(st.integers(0, len(STORY)), max_size=3), st.integers(1, 11))
def test_any_order_and_any_batches_say_the_same_on_every_day(
    made: Callable[..., Record], order: list[int], cuts: list[int], lots: int
) -> None:
    records = [made(key, text, published, outlet=outlet) for key, text, published, outlet in STORY]
    days = sorted({known_from(r.article.published, NOW) for r in records})
    borders = [0, *sorted(set(cuts)), len(records)]
    mixed = [records[i] for i in order]
    assert told([records], days) == told([mixed[a:b] for a, b in pairwise(borders)], days, lots)


def test_each_day_is_a_ledger_that_saw_no_later_article(made: Callable[..., Record]) -> None:
    records = [made(key, text, published, outlet=outlet) for key, text, published, outlet in STORY]
    for day in sorted({known_from(r.article.published, NOW) for r in records}):
        part = [r for r in records if known_from(r.article.published, NOW) <= day]
        assert told([records], [day])[1] == told([part], [day])[1]


def test_the_story_is_one_with_something_to_tell(made: Callable[..., Record], ledger: Ledger) -> None:
    for key, text, published, outlet in STORY:
        ledger.put(made(key, text, published, outlet=outlet))
    seen: list[Any] = [ledger.as_of(f"2031-03-{day:02}").commitments[0].status for day in (2, 8, 10, 11, 30)]
    assert seen[:3] == ["pending", "kept", "overdue"]
    assert ledger.as_of("2031-03-05").disputes
