"""How a noun phrase reads as the name of an actor."""

from __future__ import annotations

from functools import cache

from onrecord.extract.name_bounds import plain_plural
from onrecord.extract.parse import Parse
from onrecord.extract.roles import modifies, profile
from onrecord.lexicon import words
from onrecord.lexicon.countries import demonym

_DROPPED = frozenset({"DT", "CD", "PDT", "IN", "TO", "CC"})
_PREFIXES = frozenset({"pro", "anti", "non", "ex"})
_NUMBERS = frozenset({"CARDINAL", "QUANTITY", "PERCENT", "ORDINAL", "DATE"})


def phrase_name(parse: Parse, first: int, last: int) -> str:
    """The tokens `[first, last)` as a list shows them: no article, no count, no capital that only opens a sentence.

    "At least eight miners" gives "miners", "Officials" gives "officials", "The two Danish sailors" "Danish sailors".
    """
    while first < last - 1 and (parse.tag[first] in _DROPPED or parse.lower(first) in _counts()):
        first += 1
    text, word = parse.words(first, last), parse.word(first)
    opens = parse.sentence(first).first == first or parse.pos[first] == "PRON"
    if word[1:].islower() and opens and not demonym(word) and word not in _regional() and _common(parse, first):
        return text[:1].lower() + text[1:]
    return text


def _common(parse: Parse, token: int) -> bool:
    """Whether a word with a capital at the start of a sentence is no name: "Officials", but not "Lutherans"."""
    if plain_plural(parse, token):
        return True
    label = parse.entities[parse.entity_of[token]].label if parse.entity_of[token] >= 0 else ""
    after = parse.word(token + 1) if token + 1 < len(parse) else ""
    if label in ("", "NORP") and (modifies(parse.lower(token)) or parse.lower(token) in _PREFIXES):
        return not after[:1].isupper()
    if label and label not in _NUMBERS:
        return False
    return parse.pos[token] != "PROPN" or profile(parse, token) is not None


def singular(parse: Parse, token: int) -> str:
    """A plural noun for one of them: "Presidents" gives "President"."""
    word, lemma = parse.word(token), parse.lemma[token]
    if lemma.lower() != word.lower():
        return lemma
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


@cache
def _regional() -> frozenset[str]:
    return frozenset(words("coreference")["determiners"]["regional"])


@cache
def _counts() -> frozenset[str]:
    return frozenset(words("coreference")["determiners"]["counts"])
