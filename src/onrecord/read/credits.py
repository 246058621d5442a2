"""Credits: who made a picture and which agency sold it; and the caption that stands before."""

from __future__ import annotations

import re
from functools import cache

from onrecord.model import Span, trim
from onrecord.read.wording import choice, listed, names_only, tokens

REACH = 160
"""Characters at the end of a paragraph in which a credit is looked for."""
_SIGN = re.compile(r"(?:©|\([cC]\)(?=\s?[A-Z])|Copyright\s(?=[A-Z]))")
_BRACKETS = re.compile(r"[(\[]([^()\[\]]{2,120})[)\]]\.?$")
_AFTER_STOP = re.compile(r"(?:(?<=[.!?|”\"])\s|\s[–—|-]\s)\s{0,2}([^.!?|–—]{2,80})$")
LONGEST_CAPTION = 450
_SENTENCE_END = re.compile(r"[.!?][\"”’)]?\s+(?=[\"“A-Z])")
_JUNK = " \t\r\n|,;–—-"
_ENDS = " \t\r\n|"


@cache
def _label() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?<=^)|(?<=[\s(\[|.]))(?:{choice('labels', 'credit')})(?:\s?:|\s(?:by|courtesy of|courtesy)\b)",
        re.IGNORECASE,
    )


@cache
def _caption_label() -> re.Pattern[str]:
    return re.compile(rf"(?:{choice('caption_labels', 'credit')})(?:\s?[:–—,]|\s-)\s?(?=\S)", re.IGNORECASE)


@cache
def _source_label() -> re.Pattern[str]:
    return re.compile(rf"(?:{choice('source_labels', 'credit')})\s?[,:]\s?(?=\S)", re.IGNORECASE)


def credit(text: str) -> Span | None:
    """Where the credit at the end of a paragraph stands; the whole of it where it is nothing else.

    >>> text = "Herders near Bamut, in 2031 © Lena Orlik/Valley Images |"
    >>> text[slice(*credit(text))]
    '© Lena Orlik/Valley Images'
    >>> credit("The photo by Jon Vass was shown to the court.") is None
    True
    """
    end = trim(text, (0, len(text)), _ENDS).end
    start = max(0, end - REACH)
    tail = text[start:end]
    at = _signed(tail)
    if at is None:
        at = _labelled(tail)
    if at is None:
        at = _bracketed(tail)
    if at is None:
        at = _after_stop(tail)
    return None if at is None else Span(start + at, end)


def caption_label(text: str) -> int:
    """Where the caption begins behind a label such as "FILE PHOTO:"; 0 where there is no label."""
    found = _caption_label().match(text)
    return found.end() if found and text[0].isupper() else 0


def source_label(text: str) -> int:
    """Where the credit begins behind "Image source,"; 0 where there is no such label."""
    found = _source_label().match(text)
    return found.end() if found and len(text) < REACH and text[0].isupper() else 0


def before(text: str, at: Span) -> Span:
    """The caption before a credit, which may be empty."""
    return trim(text, (0, at.start), _JUNK)


def is_caption(text: str) -> bool:
    """Whether the words before a credit can be a caption: a sentence or two, and not a whole story.

    >>> is_caption("Boats off Sorvik."), is_caption("They left. They ran. Nobody stayed. The port is shut.")
    (True, False)
    """
    return len(text) <= LONGEST_CAPTION and len(_SENTENCE_END.findall(text)) <= 2


def names_agency(text: str) -> bool:
    """Whether the words name a picture agency, or end as the name of one does.

    >>> names_agency("Valley Images"), names_agency("the harbour")
    (True, False)
    """
    low = " ".join(text.casefold().split())
    if low in listed("agencies", "credit"):
        return True
    last = tokens(low)[-1:]
    return bool(last) and last[0] in listed("outlet_words", "credit") and text[:1].isupper()


def _signed(tail: str) -> int | None:
    for found in reversed(list(_SIGN.finditer(tail))):
        return found.start() if _named(tail[found.end() :]) else None
    return None


def _labelled(tail: str) -> int | None:
    """After "Photo:" or "Photo by"; the word itself must begin with a capital, or it is part of a sentence."""
    for found in reversed(list(_label().finditer(tail))):
        at = found.start()
        opened = at and tail[at - 1] in "(["
        fresh = not at or tail[:at].rstrip()[-1:] in tuple('.!?|)(]”"–—-,') or tail[found.end() - 1] == ":"
        if found[0][0].isupper() and fresh and _named(tail[found.end() :]):
            return at - 1 if opened else at
    return None


def _bracketed(tail: str) -> int | None:
    found = _BRACKETS.search(tail)
    return found.start() if found and _by_name(found[1].partition(": ")[2] or found[1], bracketed=True) else None


def _after_stop(tail: str) -> int | None:
    """After a full stop, a bar or a dash: "… in May. COAST AGENCY/Jon Vass", "… in May | Reuters"."""
    found = _AFTER_STOP.search(tail)
    if not found:
        bare = tail.strip()
        whole = ("/" in bare and _by_name(bare)) or bare.casefold() in listed("agencies", "credit")
        return tail.find(bare) if whole else None
    words = found[1]
    barred = "|" in found[0] or found[0].lstrip()[:1] in tuple("–—-")
    return found.start(1) if _by_name(words) or (barred and names_agency(words)) else None


def _named(text: str) -> bool:
    """Whether what follows a sign or label can be the names of people and agencies."""
    return len(text) <= 130 and names_only(text, listed("joiners", "credit"))


def _by_name(text: str, *, bracketed: bool = False) -> bool:
    """Whether words without a sign or label are a credit: a name and an agency, or a picture's word.

    "CDU/CSU" or "north/south" is none: one of the two must be known to sell pictures; in brackets a person and an
    outlet that is not known will do.
    """
    if not names_only(text, listed("joiners", "credit"), 12):
        return False
    pieces = [p.strip(" .") for p in re.split(r"[/|]|\svia\s", text) if p.strip(" .")]
    if len(pieces) > 1:
        return any(map(names_agency, pieces)) or (bracketed and len(pieces) == 2 and _person(pieces[0]))
    low = tokens(text.casefold())
    return "photo" in low or "images" in low or "handout" in low


def _person(name: str) -> bool:
    """Whether this can be a person: two to four names, or an initial and a name.

    >>> _person("Ada Brun"), _person("R. Dahl"), _person("CSU")
    (True, True, False)
    """
    found = tokens(name)
    if "," in name or sum(map(str.isalpha, name)) < 5:
        return False
    return 2 <= len(found) <= 4 and all(t[0].isupper() or t.casefold() in listed("joiners", "credit") for t in found)
