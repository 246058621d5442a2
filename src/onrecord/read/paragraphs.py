"""The paragraphs of a text: lines of it, or runs of lines where it was wrapped at a fixed width."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from onrecord.model import Span, trim

_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_BLANK = " \t\r\n\v\f\x85\xa0\u2002\u2003\u2009\u200b\u2028\u2029\u3000\ufeff"
_STOP = re.compile(r"[.!?…:;][\"'”’»)\]]{0,3}$")
_OPEN = re.compile(
    r"(?:,|\b(?:the|an?|of|to|in|on|at|for|from|by|with|and|or|but|that|which|who|as|than|its|their|his|her))$"
)
_ITEM = re.compile(r"[-–—*•·>#|]|\d{1,3}[.)] ")
NARROWEST = 45
"""Characters of a wrapped line below which a full stop at its end is taken for the end of the paragraph."""
WIDEST = 130
"""Characters of a line beyond which the text is not wrapped: terminals and mail wrap at 65 to 100."""


class _Line(NamedTuple):
    span: Span
    after_gap: bool
    """Whether a blank line, or nothing, stands before it."""


def paragraphs(text: str) -> tuple[tuple[Span, bool], ...]:
    """Each paragraph without blanks at its ends, in order, and whether a blank line (or nothing) stands before it.

    >>> text = "The road is shut, and the\\narmy has sent two ploughs.\\nNobody was hurt."
    >>> [span.of(text) for span, _ in paragraphs(text)]
    ['The road is shut, and the\\narmy has sent two ploughs.', 'Nobody was hurt.']
    """
    lines = _lines(text)
    width = _width(text, lines)
    found: list[tuple[Span, bool]] = []
    for number, line in enumerate(lines):
        if number and _continues(text, lines[number - 1].span, line, width):
            last, gap = found[-1]
            found[-1] = Span(last.start, line.span.end), gap
        else:
            found.append((line.span, line.after_gap))
    return tuple(found)


def _lines(text: str) -> list[_Line]:
    """The lines that hold something."""
    found: list[_Line] = []
    for match in _LINE.finditer(text):
        span = trim(text, match.span(), _BLANK)
        if span.start < span.end:
            gap = not found or sum(1 for _ in _BREAK.finditer(text, found[-1].span.end, span.start)) > 1
            found.append(_Line(span, gap))
    return found


def _width(text: str, lines: Sequence[_Line]) -> int:
    """The width at which the text was wrapped; 0 where it was not."""
    if not lines or max(line.span.end - line.span.start for line in lines) > WIDEST:
        return 0
    broken = [
        (one.span, other.span)
        for one, other in pairwise(lines)
        if not other.after_gap and not _STOP.search(text, max(one.span.start, one.span.end - 5), one.span.end)
    ]
    runs_on = [one for one, other in broken if text[other.start].islower() or _open(text, one)]
    if not runs_on or len(runs_on) * 2 < len(broken):
        return 0
    return max(span.end - span.start for span in runs_on)


def _open(text: str, line: Span) -> bool:
    """Whether a line ends in a comma or a word that wants another."""
    return bool(_OPEN.search(text, max(line.start, line.end - 12), line.end))


def _continues(text: str, before: Span, line: _Line, width: int) -> bool:
    """Whether a line goes on with the sentence, or at least the paragraph, of the line before it.

    A line that could have taken the next word was ended on purpose.
    """
    if not width or line.after_gap or _ITEM.match(text, line.span.start, line.span.end):
        return False
    stopped = _STOP.search(text, max(before.start, before.end - 5), before.end)
    if not stopped and (text[line.span.start].islower() or _open(text, before)):
        return True
    if stopped and width < NARROWEST:
        return False
    word = text[line.span.start : line.span.end].split(None, 1)[0]
    return before.end - before.start + 1 + len(word) > width
