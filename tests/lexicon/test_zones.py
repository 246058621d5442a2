"""The day on an outlet's own clock."""

from __future__ import annotations

import pytest

import onrecord
from onrecord.lexicon.outlets import known, shipped
from onrecord.lexicon.zones import local, zones


def test_every_zone_belongs_to_an_outlet_of_the_table() -> None:
    assert all(known(name, shipped()) for name in zones())


@pytest.mark.parametrize(
    ("published", "outlet", "expected"),
    [
        ("2034-05-10T16:30:00Z", "Kyodo", "2034-05-11T01:30:00+09:00"),
        ("2034-05-10T16:30:00+00:00", "TASS", "2034-05-10T19:30:00+03:00"),
        ("2034-05-10T16:30:00-05:00", "TASS", "2034-05-10T16:30:00-05:00"),
        ("2034-05-10T16:30:00Z", "The Harrow Gazette", "2034-05-10T16:30:00Z"),
        ("2034-05-10T16:30:00Z", None, "2034-05-10T16:30:00Z"),
        ("2034-05-10", "TASS", "2034-05-10"),
        (None, "TASS", None),
    ],
)
def test_a_time_in_utc_is_told_on_the_clock_of_the_outlet(published: str, outlet: str, expected: str) -> None:
    assert local(published, outlet) == expected


def test_yesterday_is_the_day_before_the_outlets_own() -> None:
    text, late = "The ministry said the envoys left yesterday.", "2034-05-10T22:10:00Z"
    tokyo, nowhere = (onrecord.extract(text, published=late, outlet=outlet) for outlet in ("Jiji Press", None))
    assert [r.times[0].value for r in (tokyo, nowhere)] == ["2034-05-10", "2034-05-09"]
    assert tokyo.article.published == late
