"""What a number counts: the noun behind it, with its modifiers."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.extract.parse import Parse
from onrecord.lexicon import words

REACH = 9
"""Longest way in tokens from a number to the noun that it counts."""
_OTHERS = frozenset({"other", "more", "one", "else", "less", "each"})
_ENDS = frozenset({",", ";", ":", "(", ")", "who", "that", "which", "-", "–", "—"})
_OPENS = frozenset('"“')
_CLOSES = frozenset('"”')
_OF_STOPS = frozenset({"DATE", "TIME"})


class Noun(NamedTuple):
    """The counted noun: its lemma (None for "others") and tokens `[first, last)` of its phrase."""

    lemma: str | None
    first: int
    last: int


def noun_after(parse: Parse, last: int, many: bool, of: bool = False, owned: bool = False) -> Noun | None:
    """The noun that the number ending before token `last` counts: "40 old <tents>", "a third of the <harvest>".

    `many`: the number is not one, so that a plural is looked for. With `of` the noun must follow the word "of"; with
    `owned` an article may stand before it ("half the town").
    """
    if last >= len(parse) or parse.sent_of[last] != parse.sent_of[max(last - 1, 0)]:
        return None
    end = parse.sentence(last).last
    if parse.lower(last) == "of":
        return _phrase(parse, last + 1, end, many, owned=True)
    return None if of else _phrase(parse, last, end, many, owned)


def _phrase(parse: Parse, first: int, end: int, many: bool, owned: bool) -> Noun | None:
    """The noun phrase that begins at token `first`: up to the last noun before anything that cannot belong to it."""
    first += first < end and parse.word(first) == "-"
    end = _line_end(parse, first, min(end, first + REACH))
    if (quoted := _quoted(parse, first, end)) is not None:
        first, end = quoted
    at, head = first, None
    while at < end:
        if _is_noun(parse, at):
            if head is not None and not _joined(parse, head, at):
                break
            head = at
            if many and at == first and _measures(parse, at):
                break
        elif head is None:
            if not _modifies(parse, at, owned) or (at == first and parse.word(at) == '"'):
                break
        elif not _goes_on(parse, head, at, end, many, owned):
            break
        at += 1
    if head is None or (owned and head + 1 < end and parse.tag[head + 1] == "POS"):
        return None
    if many and parse.tag[head] == "NNP" and not owned and not parse.word(head).endswith("s"):
        return None
    return Noun(lemma(parse, head), first, _with_of(parse, head, end))


def _quoted(parse: Parse, first: int, end: int) -> tuple[int, int] | None:
    """The tokens between quotation marks that hold nothing but a noun phrase in the plural: 83 "military sites"."""
    if first >= end or parse.word(first) not in _OPENS:
        return None
    close = next((i for i in range(first + 2, end) if parse.word(i) in _CLOSES), None)
    if close is None or parse.tag[close - 1] != "NNS":
        return None
    inside = range(first + 1, close)
    plain = all(parse.pos[i] in ("ADJ", "NOUN", "PROPN", "ADP") or parse.word(i) == "-" for i in inside)
    return (first + 1, close) if plain else None


def _measures(parse: Parse, at: int) -> bool:
    """Whether a singular measures what follows it: "a six <year> term", "a 40 <metre> mast"."""
    return parse.tag[at] == "NN" and parse.lower(at) in words("units")["measured"]["words"]


def _line_end(parse: Parse, first: int, end: int) -> int:
    """The end of the phrase's line, where a list puts each item on its own."""
    broken = (i for i in range(first + 1, end) if "\n" in parse.text[parse.end[i - 1] : parse.start[i]])
    return next(broken, end)


def _is_noun(parse: Parse, at: int) -> bool:
    tags = ("$", "JJ", "VBN")
    word = parse.word(at)
    return parse.pos[at] in ("NOUN", "PROPN") and parse.tag[at] not in tags and word[0].isalnum() and word[-1] != "-"


def _goes_on(parse: Parse, head: int, at: int, end: int, many: bool, owned: bool) -> bool:
    """Whether a phrase that has a noun goes on with a word that is none: "M4 light <tanks>", "Opel and Fiat <cars>"."""
    word, plural = parse.lower(at), parse.tag[head] in ("NNS", "NNPS")
    if word in ("'s", "'"):
        return owned or not plural
    if word in ("-", "/"):
        return True
    if word in ("and", "&"):
        return _shared(parse, head, at, end)
    if many and not plural and (parse.pos[at] == "ADJ" or parse.tag[at] in ("VBN", "JJ")):
        ahead = next((i for i in range(at + 1, min(end, at + 4)) if parse.pos[i] not in ("ADJ", "NOUN", "PROPN")), end)
        return any(parse.tag[i] in ("NNS", "NNPS") for i in range(at + 1, min(ahead, at + 4, end)))
    return False


def _joined(parse: Parse, head: int, at: int) -> bool:
    """Whether two neighbouring nouns are one phrase: "artillery shells", not "killed 12 people Friday"."""
    if parse.dep[at] in ("npadvmod",) or (
        parse.entity_of[at] >= 0 and parse.entities[parse.entity_of[at]].label in _OF_STOPS
    ):
        return False
    name, common = parse.tag[at] in ("NNP", "NNPS"), parse.tag[head] in ("NN", "NNS", "NNPS")
    return not (name and common and parse.dep[head] not in ("compound", "nmod", "poss") and parse.head[head] != at)


def _shared(parse: Parse, head: int, at: int, end: int) -> bool:
    """Whether "and" joins two modifiers of one later noun: "digital and printed books", "Opel and Fiat cars"."""
    return parse.dep[head] in ("compound", "amod", "nmod") and parse.head[head] > at < end


def _modifies(parse: Parse, at: int, owned: bool) -> bool:
    """Whether the token may stand between a number and its noun."""
    word, pos = parse.lower(at), parse.pos[at]
    if any(len(w) > 1 and w[-1] == "-" for w in (word, parse.word(at - 1))):  # "coal- and gas-fired plants"
        return True
    if parse.tag[at] == "VBD":  # the parser's tag, at times, for "1,500 wounded soldiers"
        return parse.dep[at] == "amod"
    if pos == "ADJ" or word in ("-", '"') or parse.tag[at] in ("VBN", "VBG", "JJ", "POS"):
        return parse.dep[at] not in ("ROOT", "advcl", "acl", "relcl", "conj", "ccomp") or pos == "ADJ"
    if pos == "NUM":  # "two new 737 Max jets"
        numbered = parse.word(at).isdigit() and len(parse.word(at)) < 5 and at + 1 < len(parse)
        return (numbered and parse.pos[at + 1] == "PROPN") or (owned and parse.dep[at] == "nummod")
    if pos == "ADV":
        return (
            parse.head[at] > at and parse.dep[at] == "advmod" and parse.pos[parse.head[at]] in ("ADJ", "VERB", "NOUN")
        )
    if word in (",", "and", "or"):
        return (
            parse.dep[at] in ("punct", "cc")
            and parse.pos[at - 1] == "ADJ"
            and parse.pos[min(at + 1, len(parse) - 1)] in ("ADJ", "NOUN")
        )
    return owned and (pos in ("DET", "PRON") and parse.dep[at] in ("det", "poss", "predet"))


def _with_of(parse: Parse, head: int, end: int) -> int:
    """The end of the noun with an "of" phrase that hangs on it: "12 members <of parliament>"."""
    last = head + 1
    if last < end and parse.lower(last) == "of" and parse.head[last] == head:
        right = min(parse.right[last], last + REACH, end)
        stop = next((i for i in range(last + 1, right) if parse.lower(i) in _ENDS), right)
        if stop > last + 1:
            return stop
    return last


def lemma(parse: Parse, token: int) -> str | None:
    """The noun in the singular: "troops" is troop, "people" is person; None for "others" and "more".

    A name keeps its capital: "Americans" is American.
    """
    word, made = parse.word(token), parse.lemma[token]
    if len(word) > 2 and word[-1] == "s" and (word[-2].isdigit() or word[:-1].isupper()):  # "Il-76s", "PCs"
        return word[:-1]
    irregular = words("plurals")["irregular"]
    low = word.lower()
    if low in irregular:
        return str(irregular[low])
    if parse.tag[token] in ("NNPS", "NNP"):
        made = word[:-1] if word.endswith("s") and not word.endswith(("ss", "us")) and len(word) > 3 else word
        if word.islower():
            made = made.lower()
    elif made.lower() == low and parse.tag[token] == "NNS" and low.endswith("s") and not low.endswith("ss"):
        made = low[:-1]
    made = made if parse.tag[token] in ("NNPS", "NNP") else made.lower()
    return None if made.lower() in _OTHERS else made
