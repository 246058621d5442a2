"""How a number is told: as promised, as added, as what there is by now, as the whole of which others are a part."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from onrecord.lexicon import words
from onrecord.link.cues import cue
from onrecord.link.refs import anchor
from onrecord.link.words import stem
from onrecord.model import Quantity, Record, Span, hull

AHEAD = 30
"""Characters before a number in which "another" stands."""
_JOINED = re.compile(r"\band\s+(?:(?:only|another|some|about|all|also)\s+)*$", re.IGNORECASE)
"""Before a number that begins a clause of its own."""
_PREDICATE = re.compile(r"(?:\s+(?:more|others|people|of them))?\s+(?:have|has|had|were|was|are|is)\s(?=[a-z])")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b(?![.,]\d)")
_LONG_AGO = re.compile(r"\b(?:last (?:year|spring|summer|autumn|winter)|years? (?:ago|earlier|before)|decades?)\b")
_ONE_OF = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|\d[\d,.]*|half|most|some|many|none|each|percent) of"
    r" (?:the|its|their|his|her|our|[\w '’-]{1,40}['’]s?) (?:[a-z]+ ){0,2}$",
    re.IGNORECASE,
)
_ALL = re.compile(r"\ball (?:of )?(?:the |its |their |his |her )?\S+$", re.IGNORECASE)
_PASSIVE = re.compile(r"\s+(?:were|was|are|is|(?:had|have|has) been)\s+(?:originally\s+|first\s+)?(?P<verb>[a-z]+)\b")
_GOES = re.compile(r"\s+(?:(?:have|has|had|already|also|since|then)\s+)*(?P<verb>[a-z]+)\b")
_STOPS = re.compile(r",\s|\s(?:and|but|as|while|when|after|since)\s")


@dataclass(frozen=True, slots=True)
class Signs:
    """What the words around a number say of it.

    `promised`: somebody only undertakes it, or it is pledged, ordered, asked for. `counts`: what was added, or what
    there is altogether; None: neither. `running`: how many there are by now of those told before. `going`: people who
    come or go. `before`: of another time ("the flood of 2039 killed 90"). `whole`: all of which others are a part
    ("nine of the county's 41 schools", a promise to free "all 120 men").
    """

    promised: bool = False
    counts: Literal["added", "altogether"] | None = None
    running: bool = False
    going: bool = False
    before: bool = False
    whole: bool = False


def signs(record: Record, quantity: Quantity, clause: Span) -> Signs:
    """What the words around a number say of it, `running` left out."""
    text, promised = record.article.text, _only_in_words(record, quantity)
    return Signs(
        promised, _counts(record, quantity, clause), going=_going(text, clause, quantity),
        before=_before(record, clause), whole=_whole(text, clause, quantity, promised),
    )  # fmt: skip


def _only_in_words(record: Record, quantity: Quantity) -> bool:
    """Whether a number is only what somebody undertakes, or what is told to have been pledged, ordered or asked for."""
    if any(hull((anchor(c), *c.action)).holds(quantity.span) for c in record.commitments):
        return True
    told = _PASSIVE.match(record.article.text, hull((quantity.span, *quantity.of)).end)
    return told is not None and told["verb"] in words("disputes")["intended"]


def _whole(text: str, clause: Span, quantity: Quantity, promised: bool) -> bool:
    """Whether a number is told as all of them: behind "nine of the", or promised as "all 120"."""
    ahead = text[clause.start : quantity.span.end]
    return _ONE_OF.search(ahead, 0, quantity.span.start - clause.start) is not None or (
        promised and _ALL.search(ahead) is not None
    )


def _before(record: Record, clause: Span) -> bool:
    """Whether a clause tells of another year than that of its report."""
    told = clause.of(record.article.text)
    this = (record.article.published or "")[:4]
    return _LONG_AGO.search(told) is not None or any(year != this for year in _YEAR.findall(told))


def _going(text: str, clause: Span, quantity: Quantity) -> bool:
    """Whether those who are counted do nothing but come or go: "100 residents had left", not "100 had stayed"."""
    end = hull((quantity.span, *(s for s in quantity.of if clause.holds(s)))).end
    told = _GOES.match(text, end, clause.end)
    return told is not None and stem(told["verb"]) in frozenset(map(stem, words("disputes")["going"]))


def _counts(record: Record, quantity: Quantity, clause: Span) -> Literal["added", "altogether"] | None:
    """Whether a number is what was added ("12 more", "new cases") or what there is by then ("bringing the toll to")."""
    text = record.article.text
    near = hull((quantity.span, *(s for s in quantity.of if clause.holds(s))))
    before = text[max(clause.start, near.start - AHEAD) : near.start].split()[-1:]
    after = text[quantity.span.end : min(clause.end, quantity.span.end + AHEAD)].split()[:2]  # "then 200 more"
    if cue("added", " ".join((*before, near.of(text), *after)).replace("more than", ""), "disputes"):
        return "added"
    return "altogether" if cue("altogether", clause.of(text), "disputes") else None


def own_predicate(text: str, clause: Span, quantity: Quantity) -> Span | None:
    """The words of a number's own predicate, where it is a subject told apart from the verb before it: "11 drowned, and
    <6,200 have left their homes>"."""
    before, counted = text[clause.start : quantity.span.start], hull((quantity.span, *quantity.of))
    if not (_JOINED.search(before) and _PREDICATE.match(text, counted.end)):
        return None
    stop = _STOPS.search(text, counted.end, clause.end)
    return Span(quantity.span.start, stop.start() if stop else clause.end)
