"""Every sense of the event lexicon codes its own example."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

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
