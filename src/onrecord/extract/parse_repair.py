"""Faults of the parser that are mended before any layer reads the tree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_NAMED = frozenset({"PROPN"})
_BETWEEN = frozenset({"AUX", "ADV", "PART"})
"""What may stand between a subject and its verb, besides the words of a name."""


@dataclass(frozen=True, slots=True)
class Token:
    """A token as the parser gives it; `head` is the number of the token that it hangs on, of itself at the top."""

    start: int
    end: int
    word: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int


def repaired(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with six faults mended: a name that is taken for a common noun, a day that is taken for a part of the
    name behind it, a past tense behind "that" that is taken for a participle, a number that is parted from what it
    counts, a thing that somebody has and that is taken for what he does, and a "p.m." that is parted from its hour."""
    return _hours(_had(_counted(_clauses(_days(_surnames(tokens))))))


def _hours(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with "p.m." hung on the hour before it, also at the end of a sentence."""
    found = list(tokens)
    for n, token in enumerate(tokens[1:], 1):
        half = token.word.lower() in ("a.m.", "p.m.", "am", "pm") and tokens[n - 1].tag == "CD"
        if half and token.head != n - 1 and tokens[n - 1].head != n and token.head != n:
            found[n] = replace(token, head=n - 1)
    return found


def _had(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with a noun told from a verb behind "have": in "every flat would have heating" it has that."""
    found = list(tokens)
    for n, token in enumerate(tokens[:-1]):
        thing = tokens[n + 1]
        if token.lemma != "have" or token.dep != "aux" or token.head != n + 1 or thing.tag != "VBG":
            continue
        if any(t.head == n + 1 and t.dep in ("dobj", "xcomp", "ccomp", "acomp", "attr", "prt") for t in tokens):
            continue
        head = n if thing.head == n + 1 else thing.head
        found = [replace(t, head=n) if t.head == n + 1 else t for t in found]
        found[n] = replace(token, pos="VERB", dep=thing.dep, head=head)
        found[n + 1] = replace(thing, pos="NOUN", tag="NN", dep="dobj", head=n, lemma=thing.word.lower())
    return found


def _surnames(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with a name that the parser does not know told by its capital: "Interior Minister Holm"."""
    found = list(tokens)
    for n, token in enumerate(tokens[1:], 1):
        before = tokens[n - 1]
        title = before.tag == "NNP" and before.head == n and before.dep == "compound"
        if token.tag == "NN" and title and token.word[:1].isupper() and token.word[1:].islower():
            found[n] = replace(token, tag="NNP", pos="PROPN", lemma=token.word)
    return found


def _counted(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with a number joined to its noun: in "to hand over 90 captured pilots" ninety pilots are handed over.

    The parser takes the bare number for the object, and the noun for that of the verb above.
    """
    found = list(tokens)
    for n, token in enumerate(tokens[:-1]):
        if token.tag != "CD" or token.dep != "dobj" or any(t.head == n for t in tokens):
            continue
        noun = n + 1
        while noun < len(tokens) and tokens[noun].tag in ("JJ", "VBN", "VBG", "NN") and tokens[noun].head > noun:
            noun += 1
        last = tokens[noun] if noun < len(tokens) else token
        if noun > n + 1 and last.dep == "dobj" and last.tag == "NNS" and last.head == tokens[token.head].head:
            found[n], found[noun] = replace(token, dep="nummod", head=noun), replace(last, head=token.head)
    return found


def _clauses(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with a verb that the parser takes for a participle: in "said that the envoys left" the envoys left.

    It does so with verbs whose past and participle are one form, where a noun would be the whole clause.
    """
    found = list(tokens)
    for verb, token in enumerate(tokens):
        noun = token.head
        if token.dep != "acl" or token.tag != "VBN" or tokens[noun].dep != "ccomp" or tokens[noun].pos not in _NOUNS:
            continue
        cue = tokens[noun].head
        own = any(t.head == verb and t.dep in ("auxpass", "aux", "agent", "nsubj") for t in tokens)
        copied = any(t.head == noun and t.dep in ("cop", "nsubj", "aux") for t in tokens)
        that = next((n for n in range(cue + 1, noun) if tokens[n].word.lower() == "that"), None)
        if own or copied or that is None or not cue < noun < verb:
            continue
        found[verb] = replace(token, dep="ccomp", head=cue, tag="VBD")
        found[noun] = replace(tokens[noun], dep="nsubj", head=verb)
        if tokens[that].head == cue:
            found[that] = replace(tokens[that], dep="mark", head=verb)
    return found


def _days(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with a day parted from the name behind it: in "on Sunday Putin told him" Putin tells.

    The parser takes "Sunday Putin" for one name after "on", and the verb is left without a subject.
    """
    found = list(tokens)
    for day, token in enumerate(tokens):
        if token.word.lower() not in DAYS or token.dep not in ("compound", "nmod") or token.head <= day:
            continue
        name = token.head
        prep = tokens[name].head
        verb = _verb(tokens, name, prep)
        if tokens[name].dep != "pobj" or prep >= day or verb is None:
            continue
        passive = any(t.dep == "auxpass" and t.head == verb for t in tokens[name:verb])
        found[day] = replace(token, dep="pobj", head=prep)
        found[name] = replace(tokens[name], dep="nsubjpass" if passive else "nsubj", head=verb)
    return found


def _verb(tokens: Sequence[Token], name: int, prep: int) -> int | None:
    """The verb without a subject, right behind a name, that the preposition before the name hangs on."""
    if tokens[name].pos not in _NAMED:
        return None
    at = prep
    for _ in range(6):
        above = tokens[at].head
        if above == at:
            break
        at = above
        if at > name and tokens[at].pos in ("VERB", "AUX"):
            owned = any(t.dep in ("nsubj", "nsubjpass", "csubj") and t.head == at for t in tokens)
            near = all(t.pos in _BETWEEN for t in tokens[name + 1 : at])
            return at if near and not owned else None
    return None
