"""What became of an undertaking, told in the plain words of a news brief.

`plain_words.txt` holds a line each of what was undertaken on 4 March 2041, what was reported on the 25th (or on the day
that stands last), and the status, or several that will do; the last rows only look like outcomes.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.model.view import CommitmentView

Became = Callable[..., list[CommitmentView]]

MADE, TOLD = "2041-03-04", "2041-03-25"
ROWS = [line.split("|") for line in Path(__file__).with_name("plain_words.txt").read_text("utf-8").splitlines()]


@pytest.mark.parametrize("row", ROWS, ids=[row[1][:60] for row in ROWS])
def test_a_status_is_told_from_plain_words(became: Became, row: list[str]) -> None:
    promise, later, status, *days = row
    seen = became(promise, MADE, later, days[0] if days else TOLD)
    assert [c.status in status.split(",") for c in seen] == [True], [c.status for c in seen]
