"""What became of an undertaking, told in the plain words of a news brief.

`plain_words.txt` holds a line each of what was undertaken on 4 March 2041, what was reported on the 25th (or on the day
that stands last), and the status, or several that will do.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord import link
from onrecord.model import Record

MADE, TOLD = "2041-03-04", "2041-03-25"
ROWS = [line.split("|") for line in Path(__file__).with_name("plain_words.txt").read_text("utf-8").splitlines()]


@pytest.mark.parametrize("row", ROWS, ids=[row[1][:60] for row in ROWS])
def test_a_status_is_told_from_plain_words(record: Callable[..., Record], row: list[str]) -> None:
    promise, later, status, *days = row
    day = days[0] if days else TOLD
    made, told = record(promise, MADE), record(later, day)
    told = replace(told, article=replace(told.article, id="later"))
    first, second = link.Reading(made), link.Reading(told)
    found = [*link.edges(first, first), *link.edges(first, second), *link.edges(second, second)]
    seen = [c for c in link.view([made, told], found, day).commitments if c.made.article == made.article.id]
    assert [c.status in status.split(",") for c in seen] == [True], [c.status for c in seen]
