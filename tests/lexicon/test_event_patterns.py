"""Every sense of the event lexicon codes its own example."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from onrecord.extract import event_patterns
from onrecord.extract.event_patterns import codes, sense_of, senses


def test_every_code_is_known() -> None:
    assert {s.code for known in senses().values() for s in known} <= set(codes())


def test_every_sense_is_reached_by_its_example(body: Callable[..., Any]) -> None:
    missed = []
    for (kind, word), known in senses().items():
        for sense in known:
            parse, _ = body(sense.example.format(word))
            found = [s for i in range(len(parse)) if (s := sense_of(parse, i)) and s.word == word]
            if sense not in found:
                missed.append((kind, word, sense.code, [s.code for s in found]))
    assert not missed, missed


def test_ten_times_the_patterns_are_not_looked_at_more_often(
    body: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    parse, _ = body("Chadian troops shelled the port on Monday and Sudan condemned the attack, the envoys said.")
    looked = []

    def counted(parse: Any, i: int, key: str, value: str) -> bool:
        looked.append((i, key))
        return met(parse, i, key, value)

    met, known = event_patterns.met, senses()
    monkeypatch.setattr(event_patterns, "met", counted)
    for i in range(len(parse)):
        sense_of(parse, i)
    before = list(looked)
    looked.clear()
    more = {(kind, f"{word}{n}"): found for (kind, word), found in known.items() for n in range(10)}
    monkeypatch.setattr(event_patterns, "senses", lambda: {**more, **known})
    for i in range(len(parse)):
        sense_of(parse, i)
    assert looked == before
    assert 0 < len(before) < len(parse) * 5
