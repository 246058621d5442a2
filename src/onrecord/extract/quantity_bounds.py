"""The words beside a number that bound it: "up to", "at least", "some", "or more"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from onrecord.extract.numbers import Lexeme
from onrecord.extract.parse import Parse
from onrecord.extract.quantity_nouns import Noun
from onrecord.extract.quantity_units import Amount
from onrecord.lexicon import words
from onrecord.model.quantity import Op

LONGEST = 6
"""Words in the longest bound."""
QUARREL = 5
"""Words before "over" among which one tells of a quarrel."""


class Bound(NamedTuple):
    """What a number is bounded to, by which lexemes: `[first, last)` with the number itself."""

    op: Op | None
    first: int
    last: int


@cache
def _table(side: str) -> dict[tuple[str, ...], Op]:
    return {tuple(phrase.split()): op for op, phrases in words("bounds")[side].items() for phrase in phrases}


@cache
def _rule(name: str) -> frozenset[str]:
    return frozenset(words("bounds")["rules"][name])


def bound(parse: Parse, lex: Sequence[Lexeme], found: Amount, noun: Noun | None, noun_last: int) -> Bound:
    """The bound of an amount; `noun_last` is the lexeme after the counted noun. A direction beats "about"."""
    op, first = _before(parse, lex, found, noun)
    after, last = _after(lex, found.last, noun_last)
    if after is not None and (op is None or op == "approx"):
        op = after
    else:
        last = found.last
    return Bound(op, first, last)


def _before(parse: Parse, lex: Sequence[Lexeme], found: Amount, noun: Noun | None) -> tuple[Op | None, int]:
    """The bound that ends where the number begins; of several in a row ("up to about") the outermost direction."""
    op: Op | None = None
    first = start = found.first
    while start > 0:
        if lex[start - 1].low in words("bounds")["signs"]:
            here: Op = words("bounds")["signs"][lex[start - 1].low]
            size = 1
        else:
            size, here = _phrase(lex, start)
        if size and _meant(parse, lex, found, noun, start - size, size):
            op, first, start = (here if op is None or here != "approx" else op), start - size, start - size
        elif lex[start - 1].low in _rule("skipped"):
            start -= 1
        else:
            break
    return op, first


def _phrase(lex: Sequence[Lexeme], end: int) -> tuple[int, Op]:
    for size in range(min(LONGEST, end), 0, -1):
        op = _table("before").get(tuple(x.low for x in lex[end - size : end]))
        if op is not None:
            return size, op
    return 0, "eq"


def _meant(parse: Parse, lex: Sequence[Lexeme], found: Amount, noun: Noun | None, first: int, size: int) -> bool:
    """Whether the words bound the number, or are a preposition of place, time or topic."""
    phrase = " ".join(x.low for x in lex[first : first + size])
    before = lex[first - 1].low if first else ""
    if phrase == "sub":
        return lex[first + 1].low == "-" if first + 1 < len(lex) else False
    if phrase in _rule("two_faced"):
        timed = noun is not None and noun.lemma in words("units")["time"]["words"]
        if phrase == "over" and (before in _rule("with_over") or _about(parse, lex, first)):
            return False
        if timed and phrase in ("over", "under"):
            return before in _rule("before_over")
        return found.unit is not None or found.number.low >= 10
    if phrase in _rule("topic") and found.unit is None:
        tokens = parse.tokens_in((lex[first].start, lex[first].end))
        if tokens and parse.dep[tokens[0]] == "prep" and found.number.low < 10:
            return False
        return before not in (
            "talk",
            "talks",
            "talked",
            "argue",
            "argued",
            "arguing",
            "lied",
            "warned",
            "concerned",
            "concerns",
            "asked",
            "spoke",
        )
    return True


def _about(parse: Parse, lex: Sequence[Lexeme], over: int) -> bool:
    """Whether "over" tells what people quarrel about: "walked off the job over 400 layoffs"."""
    before = parse.tokens_in((lex[over - 1].start, lex[over - 1].end)) if over else ()
    if not before or parse.pos[before[-1]] not in ("NOUN", "PROPN"):
        return False
    known = [n for n in range(max(0, over - QUARREL), over) if lex[n].low in _rule("quarrels")]
    if not known:
        return False
    between = parse.tokens_in((lex[known[-1]].end, lex[over].start))  # "the strike cost the firm over 90 crowns"
    return not any(parse.pos[t] in ("VERB", "AUX") for t in between)


def _after(lex: Sequence[Lexeme], last: int, noun_last: int) -> tuple[Op | None, int]:
    """The bound behind the number or behind its noun: "500 crowns or more", "20-odd", "100+"."""
    for at in dict.fromkeys((last, noun_last)):
        if at < len(lex) and lex[at].low == "+" and lex[at].glued:
            return "ge", at + 1
        start = at + 1 if at + 1 < len(lex) and lex[at].low == "-" and lex[at].glued else at
        for size in range(min(LONGEST, len(lex) - start), 0, -1):
            phrase = tuple(x.low for x in lex[start : start + size])
            op = _table("after").get(phrase)
            following = lex[start + size].low if start + size < len(lex) else ""
            if op is None or (phrase[0] == "at" and following[:1].isalnum()):
                continue
            if size == 1 and start == at:  # "plus", "odd", "tops" are words of their own unless a hyphen joins them
                continue
            return op, start + size
    return None, last
