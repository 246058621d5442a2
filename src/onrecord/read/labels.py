"""Kickers: the label of a section or of a kind of article, before a dash, a bar or a colon, or on its own line."""

from __future__ import annotations

import re
from functools import cache

from onrecord.lexicon.countries import country_of, demonym
from onrecord.model import Span
from onrecord.read.wording import choice, ends_in_stop, is_section, listed, tokens

_BEFORE_DASH = re.compile(r"([^\n:;.!?–—|]{2,50}?)\s{0,3}(?:\s-{1,2}\s|[–—]|\|)\s{0,3}(?=[\"“'‘(]?[A-Z0-9À-Þ])")
_BEFORE_BAR = re.compile(r"([A-Z0-9][^|\n.!?]{1,48}?)\s{1,3}\|\s{1,3}(?=\S)")
_BEFORE_COLON = re.compile(r"([A-Z][^\n:;.!?–—|]{2,40}?)\s?:\s{1,3}(?=\S)")
_CRUMBS = re.compile(r"\s{0,9}[>›»/|]\s{0,9}")
_DASH = re.compile(r"\s-{1,2}\s|\s?[–—]\s?")
_SENTENCE = re.compile(r"[^.!?]{0,400}")


@cache
def _slug() -> re.Pattern[str]:
    return re.compile(rf"((?:{choice('slugs')})(?:\s\d{{1,2}})?)\s?-\s?(?=[A-Z0-9\"“'‘])", re.IGNORECASE)


def kicker(text: str) -> tuple[Span, int] | None:
    """The label in front of a paragraph, and where the paragraph goes on; None where it has none.

    >>> kicker("World Politics - The king has abdicated.")
    (Span(start=0, end=14), 17)
    >>> kicker("World leaders - all but one - signed.") is None
    True
    """
    head = text[:500]
    if (found := _slug().match(head)) and (found[1].isupper() or " " in found[1]):
        return Span(*found.span(1)), found.end()
    if (found := _BEFORE_COLON.match(head)) and _before_colon(found[1], text[found.end() :]):
        return Span(*found.span(1)), found.end()
    if (found := _BEFORE_DASH.match(head)) and _is_label(found[1], head[found.end() :], text):
        return Span(*found.span(1)), found.end()
    if (found := _BEFORE_BAR.match(head)) and _title_case(found[1]) and len(text) > 2 * len(found[1]):
        return Span(*found.span(1)), found.end()
    return None


def is_kicker(line: str) -> bool:
    """Whether a line is nothing but a label, or the path to a section.

    >>> is_kicker("EXCLUSIVE"), is_kicker("Home > World > Europe"), is_kicker("World leaders meet")
    (True, True, False)
    """
    if len(line) > 60:
        return False
    crumbs = [c for c in _CRUMBS.split(line.rstrip(": ")) if c]
    if len(crumbs) > 1:
        return all(is_section(c) or country_of(c) or c.casefold() in ("home", "news") for c in crumbs)
    return is_section(line.rstrip(": "))


def _is_label(label: str, rest: str, text: str) -> bool:
    """Whether what stands before a dash is a label, and what follows a sentence or headline of its own."""
    if label[0].islower() or len(tokens(rest)) < 3:
        return False
    if not is_section(label) and not country_of(label):
        return False
    sentence = _SENTENCE.match(rest)
    dashes = list(_DASH.finditer(rest, 0, sentence.end() if sentence else 0))
    if len(dashes) % 2 and rest[dashes[-1].end() : dashes[-1].end() + 1].islower():
        return False  # the label is the subject, and what follows stands between dashes
    if is_section(label):
        return label.casefold() not in listed("lone_regions") or ends_in_stop(text)
    # a country alone: only before a whole sentence, and not in "Norway - Sweden talks have ended."
    first = tokens(rest)[0].removesuffix("’s").removesuffix("'s")
    return ends_in_stop(text) and not country_of(first) and not demonym(first)


def _before_colon(label: str, rest: str) -> bool:
    """Whether what stands before a colon is a kind of article, or a section in two words or more."""
    if len(tokens(rest)) < 3:
        return False
    if label.casefold() in listed("genres"):
        return True
    return len(tokens(label)) > 1 and is_section(label) and ends_in_stop(rest) and rest[0].isupper()


def _title_case(label: str) -> bool:
    """Whether each word but the small ones has a capital, as in the name of a series."""
    found = tokens(label)
    return 0 < len(found) <= 6 and all(not t[0].islower() or t in listed("joiners") for t in found)
