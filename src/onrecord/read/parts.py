"""The parts of a text: which stretch is headline, kicker, dateline, byline, caption, credit, body."""

from __future__ import annotations

import re

from onrecord.model import Part, Span

_PARAGRAPH = re.compile(r"[^\n]+")


def parts(text: str, title: str | None = None) -> tuple[Part, ...]:
    """The text's parts in order, without overlap; a body part is one paragraph."""
    return tuple(Part("body", Span(*m.span())) for m in _PARAGRAPH.finditer(text) if m.group().strip())
