"""For whom a speaker can undertake: himself, his own side, those at his command."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.model import Record


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The king will open the canal on Friday, the palace announced.", True),
        ("The troops will be home by June, the general staff said.", True),
        ("The hospital will open a ward in May, director Ebba Lund said.", True),
        ("Bakers will close their shops on Monday, their union said.", True),
        ("Germany's chancellor said Berlin would double its aid.", True),
        ("Crane drivers will walk out on Friday unless they are paid, the Dockers' Union warned.", True),
        ("Residents will leave on Friday, the Dockers' Union said.", False),
        ("The exiles will return in May, a baker in Tesk said.", False),
        ("Orvania will open the canal on Friday, a shepherd said.", False),
    ],
)
def test_who_speaks_for_whom(record: Callable[..., Record], text: str, found: bool) -> None:
    assert bool(record(text, "2035-03-14").commitments) is found
