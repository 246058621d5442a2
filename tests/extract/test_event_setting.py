"""When and where an event was, and the numbers in it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.model import Event, Record

THURSDAY = "2036-09-18"


def first(found: Record, word: str) -> Event:
    text = found.article.text
    return next(e for e in found.events if any(span.of(text) == word for span in e.trigger))


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        # the trigger's own clause
        ("Chadian troops shelled the port on Monday.", "shelled", "2036-09-15"),
        ("On Monday Chadian troops crossed the river and shelled the port.", "shelled", "2036-09-15"),
        ("Chadian troops began on Monday to shell the port.", "shell", "2036-09-15"),
        ("Bandits stormed the mill on Monday, killing two bakers.", "stormed", "2036-09-15"),
        ("Gunmen killed two bakers in the port of Durban on Monday.", "killed", "2036-09-15"),
        ("Kenya warned Uganda in a letter on Monday.", "warned", "2036-09-15"),
        # a noun's own date
        ("Monday's raid on the mill angered Peru.", "raid", "2036-09-15"),
        ("The raid on the mill on Monday angered Peru.", "raid", "2036-09-15"),
        ("Peru condemned the raid carried out on Monday.", "raid", "2036-09-15"),
        ("Peru condemned Monday's raid on the mill.", "raid", "2036-09-15"),
        # the verb that says that it took place
        ("The shelling of the port began on Monday.", "shelling", "2036-09-15"),
        ("The raid killed two bakers on Monday.", "raid", "2036-09-15"),
        ("Ten days of drills started on Monday.", "drills", "2036-09-15"),
        # not the day on which it was told, condemned or ended, nor one before or after it
        ("Chadian troops shelled the port, Sudan said on Monday.", "shelled", None),
        ("Sudan said on Monday that Chadian troops had shelled the port.", "shelled", None),
        ("Peru condemned the Chadian raid on Sudan in a note of Monday.", "raid", None),
        ("The drills ended on Monday.", "drills", None),
        ("Before Monday's vote Chadian troops shelled the port.", "shelled", None),
        ("Chadian troops shelled the port for three days.", "shelled", None),
    ],
)
def test_an_event_is_dated_by_its_own_clause(
    record: Callable[..., Record], text: str, trigger: str, day: str | None
) -> None:
    found = record(text, published=THURSDAY)
    time = next((t for t in found.times if t.id == first(found, trigger).time), None)
    assert (time.earliest if time else None) == day


def test_what_lies_far_back_has_its_own_date(record: Callable[..., Record]) -> None:
    found = record("The 2029 invasion of Guyana is still taught in its schools.", published=THURSDAY)
    assert [(t.earliest, t.latest) for t in found.times if t.id == found.events[0].time] == [
        ("2029-01-01", "2029-12-31")
    ]


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        ("Gunmen killed two bakers in Durban.", "killed", "Durban"),
        ("Gunmen killed two bakers at a market in Durban.", "killed", "Durban"),
        ("Troops shelled Lima.", "shelled", "Lima"),
        ("The shelling of Lima began on Monday.", "shelling", "Lima"),
        ("Talks between Peru and Chile were held in Durban.", "Talks", "Durban"),
        ("Kenya sent troops to Lima.", "sent", "Lima"),
        ("In Durban, the mayor of Nairobi met the king.", "met", "Durban"),
        # no dateline, nor where it was told of, nor what it is about
        ("DURBAN, Sept 18 - Rebels shelled the fort.", "shelled", None),
        ("Rebels shelled the fort, officials in Durban said.", "shelled", None),
        ("Peru condemned the killing of two bakers in Durban.", "condemned", None),
        ("Kenya promised that the pipeline from Durban would open.", "promised", None),
    ],
)
def test_an_event_is_where_its_own_clause_has_it(
    record: Callable[..., Record], text: str, trigger: str, place: str | None
) -> None:
    found = record(text, published=THURSDAY)
    stood = next((p.name for p in found.places if p.id == first(found, trigger).place), None)
    assert stood == place


@pytest.mark.parametrize(
    ("text", "trigger", "numbers"),
    [
        ("Gunmen killed two bakers and wounded five in Durban.", "killed", ["two", "five"]),
        ("The bombing wounded eleven bakers.", "bombing", ["eleven"]),
        ("Monday's raid left nine guards dead.", "raid", ["nine"]),
        ("Troops stormed the mill, killing three bakers.", "stormed", ["three"]),
        ("Police arrested dozens of bakers.", "arrested", ["dozens of"]),
        ("The arrest of 12 bakers angered Peru.", "arrest", ["12"]),
        ("Kenya will send 400 soldiers to Durban.", "send", ["400"]),
        # no lengths of time, nor of what it was said before
        ("Troops shelled the mill for three days.", "shelled", []),
        ("A truce between the two clans began on Monday.", "truce", []),
        ("Peru condemned the killing of two bakers.", "condemned", []),
    ],
)
def test_the_numbers_of_an_event_count_those_in_it(
    record: Callable[..., Record], text: str, trigger: str, numbers: list[str]
) -> None:
    found = record(text, published=THURSDAY)
    event = first(found, trigger)
    assert [q.span.of(text) for q in found.quantities if q.id in event.quantities] == numbers
