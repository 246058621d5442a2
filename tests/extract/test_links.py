"""What the last layer sets on the entries of others."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.model import Record


@pytest.mark.parametrize(
    ("text", "place", "use"),
    [
        ("Oslo rejected the proposal on Friday.", "Oslo", "metonymic"),
        ("The delegates met in Oslo on Friday.", "Oslo", "literal"),
    ],
)
def test_a_capital_that_acts_is_its_government(record: Callable[..., Record], text: str, place: str, use: str) -> None:
    made = record(text)
    assert [p.use for p in made.places if p.span.of(text) == place] == [use]
