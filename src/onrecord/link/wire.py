"""Which agency's story an article says it prints: "OSTBY (Reuters) —", "reporting by", "AFP contributed"."""

from __future__ import annotations

import re
from functools import cache

from onrecord.lexicon import outlets
from onrecord.model import Record

HEAD, TAIL = 400, 600
"""Characters at the beginning and at the end of a text in which an agency is credited."""


def credited(record: Record) -> frozenset[str]:
    """The names of the agencies whose story it is: the outlet itself, or those that dateline, byline or foot credit.

    An agency that is only quoted ("told Reuters") is no origin.
    """
    article = record.article
    own = outlets.known(article.outlet, outlets.shipped())
    found = {own.name} if own and own.kind == "wire" else set()
    text = article.text
    stretches = [text[:HEAD], text[max(0, len(text) - TAIL) :]]
    stretches += [p.span.of(text) for p in article.parts if p.kind in ("byline", "credit", "dateline")]
    for stretch in stretches:
        for match in _credit().finditer(stretch):
            outlet = outlets.known(next(name for name in match.groups() if name), outlets.shipped())
            found |= {outlet.name} if outlet else set()
    return frozenset(found)


@cache
def _credit() -> re.Pattern[str]:
    """An agency's name in brackets or behind words that credit it.

    >>> [m.group() for m in _credit().finditer("OSTBY, May 2 (Reuters) - Rain fell. He told AFP so. With AFP")]
    ['(Reuters)', ' With AFP']
    """
    wires = [name for name, outlet in outlets.shipped().items() if outlet.kind == "wire" and "." not in name]
    names = "|".join(re.escape(name) for name in sorted(wires, key=len, reverse=True))
    words = r"reporting by|with reporting from|additional reporting by|source:|via|by|from|with"
    return re.compile(
        rf"\(({names})\)|(?:^|(?<=[.!?\n] )|(?<=[.!?\n(/]))\s?(?:{words}) (?:the )?({names})\b(?! news conference)"
        rf"|\b({names}) contributed\b",
        re.IGNORECASE | re.MULTILINE,
    )
