"""The clauses of a text, and which of their words are told as fact."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from onrecord.link.cues import cue
from onrecord.link.words import sentences, stems
from onrecord.model import Span, trim

_CLAUSE = re.compile(r";\s+|,\s+(?=(?:while|whereas|but|although|though)\s)|\s+(?=(?:while|whereas|although|though)\s)")


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of an article. `told` is its text with the words of undertakings in it blanked out: what is left is told
    as fact. `corrects`: the outlet corrects itself here or right before. `asks`: it ends in a question mark."""

    span: Span
    text: str
    told: str
    stems: frozenset[str]
    told_stems: frozenset[str]
    corrects: bool
    asks: bool


def read_clauses(text: str, spans: tuple[Span, ...], undertakings: list[Span]) -> tuple[Clause, ...]:
    """The clauses under `spans`; `undertakings` are the stretches that name what somebody undertakes."""
    pieces, at = [], 0
    for start, end in sorted(undertakings):
        if end > at:
            pieces += [text[at : max(at, start)], " " * (end - max(at, start))]
            at = end
    told = "".join((*pieces, text[at:]))
    return tuple(_clause(text, told, span) for span in spans)


def _clause(text: str, told: str, span: Span) -> Clause:
    here, fact = span.of(text), span.of(told)
    asks = here.rstrip("\"”’' ").endswith("?")
    return Clause(span, here, fact, stems(here), stems(fact), _corrects(text, span), asks)


@lru_cache(maxsize=64)
def clauses(text: str) -> tuple[Span, ...]:
    """Where the clauses of a text stand: sentences, cut at semicolons and before while, but, although."""
    found = []
    for start, end in sentences(text):
        at = start
        for match in _CLAUSE.finditer(text, start, end):
            found.append(trim(text, (at, match.start())))
            at = match.end()
        found.append(trim(text, (at, end)))
    return tuple(span for span in found if span.end - span.start > 3)


def before(text: str, span: Span) -> str:
    """The words before a clause, as far as its paragraph and 120 characters go."""
    return text[max(0, span.start - 120) : span.start].rpartition("\n")[2]


def _corrects(text: str, span: Span) -> bool:
    near = before(text, span) + span.of(text)
    return cue("corrected", near) is not None or cue("retracted", span.of(text)) is not None
