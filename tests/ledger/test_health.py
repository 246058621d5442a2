"""The doctor finds what is not as it should be."""

from __future__ import annotations

import sqlite3

import pytest

from onrecord.ledger import Ledger

TEXT = "Velmark said up to 900 soldiers stood in Karsova."


@pytest.mark.parametrize(
    ("damage", "check"),
    [
        ("UPDATE version SET text = replace(text, '900', '901')", "texts"),
        ("UPDATE original SET data = x'789c030000000001'", "originals"),
        ("DELETE FROM entry WHERE kind = 'statement'", "names"),
        ("DELETE FROM made_with", "references"),
        (
            "INSERT INTO search(search, rowid, title, text) SELECT 'delete', id, title, text FROM version",
            "index of words",
        ),
    ],
)
def test_damage_is_found_where_it_is(ledger: Ledger, damage: str, check: str) -> None:
    ledger.add([{"id": "a", "text": TEXT, "published": "2031-03-01"}])
    assert all(c.ok for c in ledger.doctor())
    hand = sqlite3.connect(ledger.path)
    hand.execute(damage)
    hand.commit()
    hand.close()
    assert check in {c.name for c in ledger.doctor() if not c.ok}
