"""What a protest, a demand, a charge or an inquiry is about, as the last digit of its code.

A demand that only tells what a protest is for is no event of its own.
"""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.extract.event_patterns import Sense, sense_of
from onrecord.extract.event_signs import infinitive
from onrecord.extract.parse import Parse
from onrecord.lexicon import words

_PROTEST = "14"
_VOICED = frozenset({"02", "10", "11", "14"})
"""Roots of what protesters do by protesting: they appeal, demand, denounce, protest."""
_FOR = frozenset({"for", "against", "over", "of", "at", "in"})
_WIDEST = 40
"""Tokens after the trigger that may tell what it is about."""
_REFORM = {"020": "024", "100": "104", "120": "123", "024": "024", "104": "104", "123": "123", "034": "034"}
"""What is asked, demanded, refused or announced, where it is political reform: an appeal "020" -> "0243" for rights."""


def aim(parse: Parse, i: int, sense: Sense) -> bool:
    """Whether a word only tells what a protest is for: "marched to demand reforms", "a strike in protest"."""
    return sense.code[:2] in _VOICED and protest_above(parse, i) is not None


def protest_above(parse: Parse, i: int) -> int | None:
    """The protest that a participle, an infinitive or "in protest" belongs to; None where there is none."""
    at, purpose = i, False
    for _ in range(4):
        head, dep = parse.head[at], parse.dep[at]
        if head == at:
            return None
        if dep in ("advcl", "acl", "xcomp"):
            purpose = purpose or parse.tag[at] == "VBG" or infinitive(parse, at)
        elif dep == "prep":
            purpose = purpose or parse.lower(at) == "in"
        elif dep not in ("pobj", "dobj", "pcomp", "conj"):
            return None
        at = head
        if purpose and (over := sense_of(parse, at)) and over.code[:2] == _PROTEST:
            return at
    return None


def narrowed(parse: Parse, i: int, code: str) -> str:
    """The code by what the words after the trigger say it is about: a protest for rights "141" -> "1413", an inquiry
    into torture "090" -> "092"; the code itself where they do not tell."""
    prefix, topics = _topics(code)
    if topics is None:
        return code
    said: set[str] = set()
    for c in parse.children[i]:
        purpose = parse.tag[c] == "VBG" or infinitive(parse, c) or parse.dep[c] == "ccomp"
        about = parse.dep[c] == "dobj" or (parse.dep[c] == "prep" and parse.lower(c) in _FOR)
        if c > i and (about or (purpose and parse.dep[c] in ("advcl", "acl", "xcomp", "ccomp"))):
            said.update(parse.lemma[t].lower() for t in range(parse.left[c], min(parse.right[c], i + _WIDEST)))
    return next((prefix + digit for digit, listed in topics.items() if not said.isdisjoint(listed)), code)


def _topics(code: str) -> tuple[str, Mapping[str, list[str]] | None]:
    """What stands before the digit that tells what it is about, and the words for each digit; None where none does."""
    topics = words("event_classes")["topics"]
    if code == "112":
        return code, topics["112"]
    if code == "090":
        return "09", topics["09"]
    if code in _REFORM:
        return _REFORM[code], topics[_PROTEST]
    if len(code) == 3 and code.startswith(_PROTEST) and code != "140":
        return code, topics[_PROTEST]
    return code, None
