"""Planted records with as many entries as articles in the news have: on each sentence that has none a statement, an
event or a number. They are true of nothing; they fill lists, indexes and pages as a working ledger does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from random import Random
from typing import Any

from onrecord.model import (
    Actor,
    Commitment,
    Denial,
    Event,
    Mention,
    Participant,
    Place,
    Quantity,
    Record,
    Span,
    Statement,
)

EVERY = 6
"""One sentence in so many has no entry."""
CODES = ("010", "036", "042", "051", "061", "073", "084", "090", "112", "120", "141", "173", "180", "190", "193", "204")
"""CAMEO codes of all four quad classes, words and deeds."""
OUTCOMES: Any = ("happened", "happened", "happened", "ongoing", "planned", "possible", "denied")
CUES: Any = ("say", "say", "say", "assert", "admit", "demand", "predict", "hope")
_SENTENCE = re.compile(r"\S[^.]*\.")
_WORD = re.compile(r"[\w’']+")


def busy(record: Record) -> Record:
    """The record with further entries, the same for the same sentence wherever it stands."""
    held: list[Commitment | Denial | Statement] = [*record.commitments, *record.denials, *record.statements]
    taken = [span for entry in held for span in _spans(entry)]
    made = record
    for match in _SENTENCE.finditer(record.article.text):
        sentence = Span(*match.span())
        if not any(sentence.overlaps(span) for span in taken):
            made = _told(made, sentence, [Span(*w.span()) for w in _WORD.finditer(record.article.text, *sentence)])
    return made


def _spans(entry: Commitment | Denial | Statement) -> Iterator[Span]:
    if isinstance(entry, Statement):
        yield from (*entry.source, *entry.cue, *entry.content)
    else:
        yield entry.evidence


def _told(record: Record, sentence: Span, words: list[Span]) -> Record:
    """With entries on one sentence."""
    random = Random(sentence.of(record.article.text))
    if len(words) < 8 or not random.randrange(EVERY):
        return record
    name = f"b{sentence.start}"
    mention = Mention(words[1], "name")
    actor = Actor(f"{name}a", words[1].of(record.article.text), "organisation", mentions=(mention,))
    place = Place(
        f"{name}p", words[-1], words[-1].of(record.article.text).title(), lat=random.uniform(35, 60),
        lon=random.uniform(-5, 45), kind="city", radius_km=5.0, country=random.choice(("NOR", "SWE", "LVA", "POL")),
    )  # fmt: skip
    record = replace(record, actors=(*record.actors, actor), places=(*record.places, place))
    rest = Span(words[4].start, words[-1].end)
    kind = random.choice("sseeq")
    if kind == "s":
        said = Statement(
            f"{name}s", "indirect", (words[1],), (words[3],), (rest,), actor.id, cue_class=random.choice(CUES),
            confidence=random.random(),
        )  # fmt: skip
        return replace(record, statements=(*record.statements, said))
    if kind == "e":
        code = random.choice(CODES)
        done = Event(
            f"{name}e", (words[2],), sentence, (Participant(words[1], actor.id),), (Participant(words[5]),), code,
            place=place.id, factuality=random.choice(OUTCOMES), goldstein=random.uniform(-10, 10),
            confidence=random.random(),
        )  # fmt: skip
        return replace(record, events=(*record.events, done))
    number = float(random.randint(2, 900))
    counted = Quantity(f"{name}q", words[2], "eq", number, number, "crate", (words[3],), place.id)
    return replace(record, quantities=(*record.quantities, counted))
