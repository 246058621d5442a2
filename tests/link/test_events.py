"""One event is one entry, however many articles tell of it and whatever they call those who did it."""

from __future__ import annotations

from pathlib import Path

import pytest

import onrecord


@pytest.mark.parametrize(
    ("first", "second", "events"),
    [
        ("Peruvian troops attacked Chile on Monday.", "Peru's army attacked Chile on Monday, a monitor said.", [2]),
        ("Peruvian troops attacked Chile on Monday.", "Peruvian troops attacked Chile on Sunday.", [1, 1]),
        ("Peruvian troops attacked Chile on Monday.", "Bolivian troops attacked Chile on Monday.", [1, 1]),
    ],
)
def test_reports_of_one_event(tmp_path: Path, first: str, second: str, events: list[int]) -> None:
    with onrecord.open(tmp_path / "x.db") as ledger:
        ledger.add([
            {"id": "a", "text": first, "published": "2031-05-06", "outlet": "Harrow Post"},
            {"id": "b", "text": second, "published": "2031-05-06", "outlet": "The Vale"},
        ])  # fmt: skip
        assert sorted(e.origins for e in ledger.as_of("2031-05-07").events) == sorted(events)
