"""Notices and appeals that are no part of an article: who edited it, whose rights they are, what else to read."""

from __future__ import annotations

import re
from functools import cache

from onrecord.model import Span
from onrecord.read.wording import choice, listed, names_only, ordered

LONGEST = 400
"""Characters of a paragraph beyond which it is more than a notice."""
_TICKER = re.compile(r"[^|]{2,60}(?:\|[^|]{2,60}){1,20}")
_PERCENT = re.compile(r"[-+]?\d[\d.,]{0,12}\s?%")
_RIGHTS = re.compile(r"(?:©|\([cC]\)|Copyright\b)[^\n]{0,120}(?:\b(?:19|20)\d\d\b|\brights\b)")
_EDGES = " \t\r\n()[]–—-*_|."


@cache
def _stamp() -> re.Pattern[str]:
    return re.compile(rf"(?:{choice('stamps', 'boilerplate')})\b[^.!?]{{0,80}}\d", re.IGNORECASE)


@cache
def _reporting() -> re.Pattern[str]:
    return re.compile(rf"(?:[(\[]\s?|[–—-]{{1,2}}\s?)?(?:{choice('reporting', 'boilerplate')})\s", re.IGNORECASE)


def is_notice(text: str) -> bool:
    """Whether a paragraph is boilerplate.

    >>> is_notice("Sign up to our newsletter."), is_notice("Mona Feld signed up to the plan.")
    (True, False)
    """
    if len(text) > LONGEST:
        return False
    low = text.casefold().strip()
    if low.strip(" :.>…") in listed("whole", "boilerplate") or low in listed("whole", "boilerplate"):
        return True
    bare = text.lstrip("*_>•–—-[( ")
    if bare[:1].upper() == bare[:1] and bare.casefold().startswith(ordered("heads", "boilerplate")):
        return True
    if _RIGHTS.match(text):
        return True
    if len(text) <= 120 and _stamp().match(text):
        return True
    if _TICKER.fullmatch(text) and len(_PERCENT.findall(text)) > 1:
        return True
    return (found := _reporting().match(text)) is not None and _people(text[found.end() :])


def notice_at_end(text: str) -> Span | None:
    """Where who reported and edited is named behind the last sentence of a paragraph.

    >>> text = "The strike is over. (Reporting by Ada Brun; Editing by Jon Vass)"
    >>> text[slice(*notice_at_end(text))]
    '(Reporting by Ada Brun; Editing by Jon Vass)'
    """
    start = max(0, len(text) - LONGEST)
    for found in _reporting().finditer(text, start):
        opened = found[0][0] in "([–—-"
        after_stop = text[: found.start()].rstrip()[-1:] in tuple('.!?”"')
        if found.start() and (opened or after_stop) and text[found.start()] != " " and _people(text[found.end() :]):
            return Span(found.start(), len(text.rstrip()))
    return None


def _people(text: str) -> bool:
    return names_only(text.strip(_EDGES), listed("reporting_joiners", "boilerplate"), 60)
