"""Ledgers of events that need no language model: "Norway shelled Romania in Dorvik on 3 March.\""""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from onrecord.export.reported import Reported, reported
from onrecord.ledger import Ledger
from onrecord.model import (
    Actor,
    Article,
    Event,
    Mention,
    Part,
    Participant,
    Place,
    Plover,
    Record,
    Span,
    Time,
)  # fmt: skip

SENTENCE = re.compile(
    r"(?:(?P<one>[A-Z]\w+)(?: and (?P<two>[A-Z]\w+))? )?"
    r"(?P<trigger>shelled|may shell|will shell|met|praised|were shelled)"
    r"(?: (?P<target>[A-Z]\w+))?(?: in (?!March)(?P<place>[A-Z]\w+))?(?: (?P<time>on (?P<day>\d+) March|in March))?\."
)
COUNTRIES = {"Norway": "NOR", "Romania": "ROU", "Sweden": "SWE", "Peru": "PER"}
CODES = {
    "met": ("040", 1, 1.0, "CONSULT", "happened"), "praised": ("051", 1, 3.4, "SUPPORT", "happened"),
    "may shell": ("190", 4, -10.0, "ASSAULT", "possible"), "will shell": ("190", 4, -10.0, "ASSAULT", "planned"),
    "shelled": ("190", 4, -10.0, "ASSAULT", "happened"), "were shelled": ("190", 4, -10.0, "ASSAULT", "ongoing"),
}  # fmt: skip
MADE_WITH = {"onrecord": "1.0", "lexicon": "abc", "model": "m 2"}


def record(key: str, text: str, published: str | None = "2031-03-04", **known: str) -> Record:
    """The record of an article made of `SENTENCE`s and whatever else; a party is `MIL` where it shells."""
    actors: dict[str, Actor] = {}
    events, times, places = [], [], []
    for n, m in enumerate(SENTENCE.finditer(text), 1):
        cameo, quad, goldstein, kind, factuality = CODES[m["trigger"]]
        sector = "MIL" if "shell" in m["trigger"] else "GOV"

        def party(name: str, m: re.Match[str] = m, sector: str = sector) -> tuple[Participant, ...]:
            if not m[name]:
                return ()
            span = Span(*m.span(name))
            old = actors.get(m[name]) or Actor(f"a{len(actors) + 1}", m[name], "state", role="neighbour")
            actors[m[name]] = Actor(old.id, old.name, "state", role="neighbour",
                                    mentions=(*old.mentions, Mention(span, "name")))  # fmt: skip
            return (Participant(span, old.id, COUNTRIES.get(m[name]), sector),)

        source, target = (*party("one"), *party("two")), party("target")
        if m["trigger"] == "met":
            source = target = (*source, *target)
        if m["place"]:
            places.append(Place(f"p{n}", Span(*m.span("place")), m["place"], lat=61.5, lon=-7.25, country="NOR",
                                admin1="Viken", geonames=77, kind="city", radius_km=4.0))  # fmt: skip
        if m["time"]:
            first, last = (f"2031-03-{int(m['day']):02}",) * 2 if m["day"] else ("2031-03-01", "2031-03-31")
            value = first if m["day"] else "2031-03"
            times.append(Time(f"t{n}", Span(*m.span("time")), "DATE", value, None, first, last))
        events.append(
            Event(f"e{n}", (Span(*m.span("trigger")),), Span(*m.span()), source, target, cameo, quad, goldstein,
                  Plover(kind, "artillery" if cameo == "190" else None, ("military", "territory")),
                  f"t{n}" if m["time"] else None, f"p{n}" if m["place"] else None, "past",
                  factuality, rule=f"event_patterns:{m['trigger']}", confidence=0.8)
        )  # fmt: skip
    article = Article(key, text, published, language="en", parts=_parts(text), **known)
    return Record(article, MADE_WITH, tuple(actors.values()), tuple(times), tuple(places), events=tuple(events))


def _parts(text: str) -> tuple[Part, ...]:
    found, start = [], 0
    for line in text.split("\n"):
        found.append(Part("body", Span(start, start + len(line))))
        start += len(line) + 1
    return tuple(found)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """An empty ledger, at noon on 10 March 2031."""
    with Ledger.open(tmp_path / "ledger.db", clock=lambda: "2031-03-10T12:00:00+00:00") as made:
        yield made


Events = Callable[..., tuple[Reported, ...]]


@pytest.fixture
def events(ledger: Ledger) -> Events:
    """`events(record, …)`: what the ledger reports after those articles are put in."""

    def of(*records: Record, as_of: str | None = None) -> tuple[Reported, ...]:
        for one in records:
            ledger.put(one)
        return reported(*ledger.with_records(as_of))

    return of
