"""Quotations: stretches between quotation marks, however the article prints its marks."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.model import Part, Span, trim

_MARK = re.compile(r"[\"“”„«»‹›]|``|''|(?<![^\s(\[—–-])[‘'](?=\w)")
MARKS = frozenset('"“”„«»‹›')
"""The marks that are never an apostrophe."""
_OPENS, _CLOSES = frozenset("“„«‹") | {"``"}, frozenset("”»›")
_SINGLE_END = re.compile(r"[,.?!…][’'](?=[\s\"”),;—–]|$)")
"""A single mark closes only behind punctuation: elsewhere it is an apostrophe."""
_SINGLE_REACH = 1500
_SENTENCE_END = re.compile(r"[.!?](?=\s|$)")
_INNER = re.compile(r"(?<!\w)[‘'](?=\w)|(?<=\S)[’'](?!\w)")
"""A single mark that may open or close words quoted within a quotation."""
_INNER_DOUBLE = re.compile(r"[“\"«„‹](?=\S)([^“”\"«»„‹›]{1,400})[”\"»›]")
_INNER_REACH = 400
_AT_START = re.compile(r"[\s(\[—–-]*(?:[\"“„«‹]|``|''|[‘'](?=\w))")


@dataclass(frozen=True, slots=True)
class Quotation:
    """`outer` with its marks, `inner` without. `goes_on`: the paragraph ended first and the next one reopens it."""

    outer: Span
    inner: Span
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Quotations:
    """The quotations of an article in text order, for look-up by place."""

    found: tuple[Quotation, ...]
    starts: tuple[int, ...]
    within: tuple[Span, ...] = ()
    """Words quoted within a quotation, without their marks."""

    def holding(self, span: tuple[int, int]) -> int | None:
        """The number of the quotation in which a span lies."""
        n = bisect_right(self.starts, span[0]) - 1
        return n if n >= 0 and self.found[n].inner.holds(span) else None

    def touching(self, span: tuple[int, int]) -> range:
        """The numbers of the quotations that share a character with a span."""
        first = max(bisect_right(self.starts, span[0]) - 1, 0)
        last = bisect_left(self.starts, span[1])
        while first < last and not self.found[first].inner.overlaps(span):
            first += 1
        return range(first, last)

    def run(self, n: int) -> range:
        """The numbers of all paragraphs of the quotation to which number `n` belongs."""
        first, last = n, n + 1
        while first > 0 and self.found[first - 1].goes_on:
            first -= 1
        while self.found[last - 1].goes_on and last < len(self.found):
            last += 1
        return range(first, last)


def quotations(text: str, parts: tuple[Part, ...]) -> Quotations:
    """The quotations of the parsed parts. A mark without a partner ends with its sentence, or goes on where the next
    paragraph opens again.

    >>> t = 'He said "no" and “maybe.”'
    >>> [q.inner.of(t) for q in quotations(t, (Part("body", Span(0, len(t))),)).found]
    ['no', 'maybe.']
    """
    found: list[Quotation] = []
    parsed = [p for p in parts if p.kind in ("body", "caption", "headline")]
    for n, part in enumerate(parsed):
        reopens = n + 1 < len(parsed) and _AT_START.match(text, parsed[n + 1].span.start) is not None
        found.extend(_in_part(text, part.span, reopens))
    within = tuple(s for q in found for s in _within(text, q))
    return Quotations(tuple(found), tuple(q.outer.start for q in found), within)


def _within(text: str, quotation: Quotation) -> Iterator[Span]:
    """The words quoted by others within a quotation: between single marks, or in single ones between double marks."""
    first, last = quotation.inner
    if text[quotation.outer.start] in ("‘", "'"):
        yield from (Span(*m.span(1)) for m in _INNER_DOUBLE.finditer(text, first, last))
        return
    marks = [m.start() for m in _INNER.finditer(text, first, last)]
    free = first
    for n, at in enumerate(marks):
        if at < free or not text[at + 1 : at + 2].isalnum() or text[at - 1].isalnum():
            continue
        near = [m for m in marks[n + 1 :][:20] if m - at < _INNER_REACH]
        until = next((k for k, m in enumerate(near) if text[m + 1 : m + 2].isalnum()), len(near))
        ends = near[:until]
        end = next((m for m in ends if text[m - 1].lower() != "s"), ends[-1] if ends else None)
        if end is not None:
            free = end + 1
            yield Span(at + 1, end)


def whole(text: str, span: Span) -> Span:
    """The span without a mark at its beginning or end that has no partner within it.

    >>> t = 'no one" of the crew'
    >>> [whole(t, s).of(t) for s in (Span(0, 7), Span(0, len(t)), Span(8, len(t)))]
    ['no one', 'no one" of the crew', 'of the crew']
    """
    while span.start < span.end:
        inside = [i for i in range(*span) if text[i] in MARKS]
        if len(inside) % 2 and inside[-1] == span.end - 1:
            span = trim(text, Span(span.start, span.end - 1))
        elif len(inside) % 2 and inside[0] == span.start and (len(inside) == 1 or text[span.start] in _CLOSES):
            span = trim(text, Span(span.start + 1, span.end))
        else:
            break
    return span


def _in_part(text: str, span: Span, reopens: bool) -> Iterator[Quotation]:
    opened: tuple[int, int] | None = None
    free_from = span.start
    for match in _MARK.finditer(text, span.start, span.end):
        mark, at = match.group(), match.span()
        if at[0] < free_from:
            continue
        if opened is None:
            if mark in ("‘", "'"):
                end = _SINGLE_END.search(text, at[1], min(span.end, at[1] + _SINGLE_REACH))
                if end is not None:
                    free_from = end.end()
                    yield Quotation(Span(at[0], free_from), Span(at[1], free_from - 1))
            elif mark in _OPENS or _may_open(text, at, span):
                opened = at
        elif _closes(text[opened[0]], mark):
            if opened[1] < at[0]:
                yield Quotation(Span(opened[0], at[1]), Span(opened[1], at[0]))
            opened = None
    if opened is not None and any(ch.isalnum() for ch in text[opened[1] : span.end]):
        end = None if reopens else _SENTENCE_END.search(text, opened[1], span.end)
        last = end.end() if end is not None else span.end
        yield Quotation(Span(opened[0], last), Span(opened[1], last), reopens)


def _closes(opening: str, mark: str) -> bool:
    """Whether a mark can end what another began: „…“ and »…« close with what opens elsewhere."""
    if (opening, mark) in (("„", "“"), ("»", "«"), ("›", "‹")):
        return True
    return mark in _CLOSES or (mark not in _OPENS and mark not in ("‘", "'"))


def _may_open(text: str, at: tuple[int, int], part: Span) -> bool:
    """Whether a straight mark can open: not right behind a word, and something follows it."""
    before = text[at[0] - 1] if at[0] > part.start else " "
    after = text[at[1]] if at[1] < part.end else " "
    return not before.isalnum() and not after.isspace()
