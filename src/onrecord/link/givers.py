"""Who gives a figure: a speaker, whoever "counted" or "put it at", or the article itself."""

from __future__ import annotations

import re

from onrecord.link.cues import cue, plain
from onrecord.link.figures import Figure
from onrecord.link.naming import named, source_name
from onrecord.link.reading import Reading
from onrecord.link.spans import told_by
from onrecord.link.who import Party, party
from onrecord.model import Span, trim

LONGEST = 5
"""Words of a phrase that can name who gives a figure."""
_ASIDE = re.compile(r",\s(?:which|who|whose|where)\s[^,]*,")
_LEFT_OUT = re.compile(
    r",\s+(?:and\s+|while\s+|but\s+)?(?=(?:the|its|their|his|her|an?)\s|[A-Z])(?P<who>(?:[\w'’-]+\s+){1,5}?)"
    r"(?P<joint>(?:of|at)\s+)?(?:only\s+|just\s+)?$"
)
_LAST = re.compile(r"\b(?P<joint>(?:of|at)\s+)?(?:only\s+|just\s+)?$")
_OWN_DEED = re.compile(r"(?:that )?(?:it|he|she|they|we|i)\s", re.IGNORECASE)
_ITSELF = re.compile(r"\b(?:itself|themselves|himself|herself)$", re.IGNORECASE)


def source(a: Reading, figure: Figure) -> Party | None:
    """Who gives a figure; None: the article itself."""
    second = second_giver(a, figure)
    told = None if second else told_by(a.record, figure.quantity.span)
    if told is not None:
        return a.speaker(told)
    phrase = second or counting_giver(a, figure)
    return party(a.record, (phrase,), None) if phrase else None


def giver_name(a: Reading, figure: Figure) -> str | None:
    """Whoever gives a figure as the text prints it: the source of a statement, who counted, or the outlet."""
    second = second_giver(a, figure)
    if second is None and told_by(a.record, figure.quantity.span) is None:
        second = counting_giver(a, figure)
    if second is None:
        return source_name(a.record, figure.quantity.span)
    return named(a.record, (second,)) or a.record.article.outlet


def counting_giver(a: Reading, figure: Figure) -> Span | None:
    """The phrase that begins a figure's clause and "counted", "put it at"; None: another beginning."""
    start = figure.clause.start
    before = a.text[start : figure.quantity.span.start]
    found = cue("estimates", _ASIDE.sub("", before), "disputes")
    phrase = plain(_ASIDE.sub("", before)).partition(found)[0].strip() if found else ""
    if not 1 <= len(phrase.split()) <= LONGEST:
        return None
    return Span(start, start + len(phrase))


def apart_from(a: Reading, one: Figure, other: Figure) -> bool:
    """Whether only one of two figures of an article is given by somebody "itself", who is then another than the last
    one named: "the central bank said …; the bank itself spoke of …"."""
    return _emphatic(a, one) != _emphatic(a, other)


def of_its_own(a: Reading, figure: Figure) -> bool:
    """Whether whoever gives a figure without its noun tells of a deed of his own: "the museum said it had sold 90"."""
    told = told_by(a.record, figure.quantity.span)
    if told is None or any(figure.clause.holds(s) for s in figure.quantity.of):
        return False
    return any(_OWN_DEED.match(c.of(a.text)) is not None for c in told.content)


def second_giver(a: Reading, figure: Figure) -> Span | None:
    """Who gives the second figure of a clause that leaves out its verb: "police spoke of 400, <unions> of 9,000"."""
    clause, at = figure.clause, figure.quantity.span
    ahead = [q.span for q in a.record.quantities if clause.holds(q.span) and q.span.end <= at.start]
    if not ahead:
        return None
    first = max(ahead)
    found = _LEFT_OUT.search(a.text, first.end, at.start)
    before = _LAST.search(a.text, clause.start, first.start)
    if found is None or before is None or not cue("estimates", a.text[clause.start : first.start], "disputes"):
        return None
    if (found["joint"] or "").strip() != (before["joint"] or "").strip():
        return None
    return trim(a.text, Span(found.start("who"), found.end("who")))


def _emphatic(a: Reading, figure: Figure) -> bool:
    told = told_by(a.record, figure.quantity.span)
    phrase = counting_giver(a, figure)
    named = told.source if told else (phrase,) if phrase else ()
    return any(_ITSELF.search(s.of(a.text).strip()) for s in named)
