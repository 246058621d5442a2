"""Quotations: stretches between quotation marks, however the article prints its marks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.model import Part, Span

_MARK = re.compile(r"[\"“”„«»]|``|''|(?<![^\s(\[—–-])‘(?=\w)")
_OPENS, _CLOSES = frozenset("“„«‘") | {"``"}, frozenset("”»") | {"''"}
MAX_RUN = 6
"""Paragraphs that one quotation may run over when each of them opens again."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """`outer` with its marks, `inner` without. `open_end`: the paragraph ended before the quotation did."""

    outer: Span
    inner: Span
    open_end: bool = False


def quotations(text: str, parts: tuple[Part, ...]) -> tuple[Quotation, ...]:
    """The quotations of the parsed parts, in text order. A mark without a partner ends with its paragraph.

    >>> [q.inner.of(t) for t in ['He said "no" and “maybe.”'] for q in quotations(t, (Part("body", Span(0, len(t))),))]
    ['no', 'maybe.']
    """
    found: list[Quotation] = []
    for part in parts:
        if part.kind in ("body", "caption", "headline"):
            found.extend(_in_part(text, part.span))
    return tuple(found)


def _in_part(text: str, span: Span) -> list[Quotation]:
    found: list[Quotation] = []
    opened: tuple[int, int] | None = None
    for match in _MARK.finditer(text, span.start, span.end):
        mark, at = match.group(), match.span()
        if opened is None:
            if mark in _OPENS or (mark not in _CLOSES and _may_open(text, at, span)):
                opened = at
        elif mark in _CLOSES or (mark not in _OPENS):
            if opened[1] < at[0]:
                found.append(Quotation(Span(opened[0], at[1]), Span(opened[1], at[0])))
            opened = None
    if opened is not None and opened[1] < span.end:
        found.append(Quotation(Span(opened[0], span.end), Span(opened[1], span.end), open_end=True))
    return found


def _may_open(text: str, at: tuple[int, int], part: Span) -> bool:
    """Whether a straight mark can open: not right behind a word, and something follows it."""
    before = text[at[0] - 1] if at[0] > part.start else " "
    after = text[at[1]] if at[1] < part.end else " "
    return not before.isalnum() and not after.isspace()
