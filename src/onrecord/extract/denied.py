"""A denial as found, before it has an id, and the words of denial as look-ups."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from onrecord import lexicon
from onrecord.extract.parse import Parse
from onrecord.model import Span, Spans, Statement
from onrecord.model.denial import DenialKind


@dataclass(frozen=True, slots=True)
class Denied:
    """Who denies what, with which words."""

    cue: Span
    denier: Spans
    denied: Spans
    kind: DenialKind
    rule: str
    confidence: float
    target: Statement | None = None
    speaker: str | None = None


@cache
def listed(table: str, name: str) -> frozenset[str]:
    """The words of one list of `denials.toml`."""
    return frozenset(lexicon.words("denials")[table][name])


def plain(parse: Parse, content: Span) -> Span:
    """A content without its "that"."""
    first = parse.tokens_in(content)[0]
    return Span(parse.start[first + 1], content.end) if parse.lower(first) == "that" else content
