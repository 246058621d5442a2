"""Whose doing it is where words that say who speaks stand within the clause, and the bare name of a speaker."""

from __future__ import annotations

import re

from onrecord.extract.parse import Parse
from onrecord.model import Spans, Statement, trim

_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_NOMINAL = ("NOUN", "PROPN", "PRON")
_RELATIVE = ("who", "which", "that", "whom")
_ASIDE = re.compile(r', (?:who\b|which\b|whose\b|whom\b|["“]|[a-z]{2,14}ing\b|[a-z]{2,12}ed\b|sworn\b)')
_DATELINE = re.compile(r"[A-Z][A-Z]{2,}[^—–]{0,40}\s[—–-]{1,2}\s")
_JUNK = " \t\r\n,;:"


def fronted(parse: Parse, statement: Statement, verb: int) -> int | None:
    """The subject of `verb` where the words that say who speaks part the two: "The quay, said Ms Holm, will …"."""
    if len(statement.content) < 2 or not statement.content[0].end < parse.start[verb]:
        return None
    first = parse.tokens_in(statement.content[0])
    if not first or parse.pos[first[0]] == "ADP" or any(parse.tag[t] in _FINITE for t in first):
        return None
    doing = first[0] if parse.tag[first[0]] == "VBG" else None  # "Shelling of the town, he said, would cease"
    return next((t for t in first if parse.head[t] not in first and (parse.pos[t] in _NOMINAL or t == doing)), None)


def named(text: str, spans: Spans) -> Spans:
    """The words that name somebody, without the relative pronoun that stands for him and what a mark cuts off.

    >>> from onrecord.model import Span
    >>> text = "The mayor, who had left, said no."
    >>> [span.of(text) for span in named(text, (Span(0, 9), Span(11, 14)))]
    ['The mayor']
    """
    kept = [span for span in spans if span.of(text).lower() not in _RELATIVE] or list(spans)
    found = []
    for span in kept:
        dateline = _DATELINE.match(span.of(text))
        begin = span.start + (dateline.end() if dateline else 0)
        said = text[begin : span.end]
        aside = _ASIDE.search(said)
        found.append(trim(text, (begin, begin + (aside.start() if aside else len(said))), _JUNK))
    return tuple(found)
