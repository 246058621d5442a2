"""Hours of the day that are printed as bare numbers: "at 17.43 on Friday", "a quarter to six", "until nearly eight"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from onrecord.extract.numbers import Lexeme
from onrecord.extract.parse import Parse
from onrecord.extract.quantity_ranges import Counted
from onrecord.lexicon import words
from onrecord.model import Span

_FACE = re.compile(r"(?:[01]?\d|2[0-4])\.[0-5]\d")
"""An hour and its minutes with a full stop between."""
HOURS = 12
"""Hours on a clock's face."""
_ROUGHLY = 3
"""Most words between "until" and the hour."""
_BEHIND = re.compile(r"\s{0,2},?\s{0,2}(?:(?:on|in|the|that|this|same|early|late|of)\s{1,2}){0,3}", re.IGNORECASE)
"""What may stand between an hour and its day."""
_CLOSES = re.compile(r"[^\w-]*(?:$|[.,;:!?\"”)]|\b(?:and|but|or|when|while|with|on|in|as)\b)", re.IGNORECASE)
"""What follows where the clause ends with the hour, or goes on without its subject: not "until six had died"."""


def is_hour(parse: Parse, lex: Sequence[Lexeme], one: Counted, dates: Sequence[Span]) -> bool:
    """Whether a number without unit and noun is an hour of the day. `dates`: days and hours told in its sentence."""
    amount = one.amount
    first, last = amount.number.first, amount.number.last
    if amount.unit is not None or (one.noun is not None and one.noun.lemma is not None):
        return False
    if _minutes(lex, first, last):
        return True
    face, hour = _FACE.fullmatch(lex[first].low) is not None, 1 <= amount.low <= HOURS and amount.low == int(amount.low)
    if last > first + 1 or not (face or hour):
        return False
    if hour and _parted(lex, first):
        return True
    at = first - 1
    while at >= 0 and first - at <= _ROUGHLY and lex[at].low in _list("rough"):
        at -= 1
    before = lex[at].low if at >= 0 else ""
    end = lex[last - 1].end
    if hour and before in _list("ends") and _CLOSES.match(parse.text, end):
        return True
    if before not in _list("before") or _level(parse, lex[first].start):
        return False
    gap = _BEHIND.match(parse.text, end)
    return gap is not None and any(d.start == gap.end() for d in dates)


def _minutes(lex: Sequence[Lexeme], first: int, last: int) -> bool:
    """Whether it is the minutes of "ten past six"."""
    printed = "".join(x.low for x in lex[first:last])
    further = lex[last + 1].low if last + 1 < len(lex) else ""
    return last < len(lex) and lex[last].low == "past" and printed in _list("parts") and further.isalpha()


def _parted(lex: Sequence[Lexeme], first: int) -> bool:
    """Whether it is the hour of "a quarter to six", "half past three"."""
    if first < 2:
        return False
    part, joint = lex[first - 2].low, lex[first - 1].low
    return (joint == "past" and part in _list("parts")) or (joint == "to" and part == "quarter")


def _level(parse: Parse, start: int) -> bool:
    """Whether the number is a price or a height: it hangs on a verb of levels, or on no verb."""
    tokens = parse.tokens_in((start, start + 1))
    above = (a for a in parse.ancestors(tokens[0]) if parse.pos[a] in ("VERB", "AUX")) if tokens else iter(())
    verb = next(above, None)
    return verb is None or parse.lemma[verb].lower() in _list("levels")


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(words("not_counts")["hours"][name])
