"""How a noun phrase reads as the name of an actor."""

from __future__ import annotations

from functools import cache

from onrecord.extract.parse import Parse
from onrecord.lexicon import words
from onrecord.lexicon.countries import demonym

_DROPPED = frozenset({"DT", "CD", "PDT", "IN", "TO", "CC"})
_NUMBERS = frozenset({"CARDINAL", "QUANTITY", "PERCENT", "ORDINAL", "DATE"})


def phrase_name(parse: Parse, first: int, last: int) -> str:
    """The tokens `[first, last)` as a list shows them: no article, no count, no capital that only opens a sentence.

    "At least eight miners" gives "miners", "Officials" gives "officials", "The two Danish sailors" "Danish sailors".
    """
    while first < last - 1 and (parse.tag[first] in _DROPPED or parse.lower(first) in _counts()):
        first += 1
    text, word = parse.words(first, last), parse.word(first)
    named = parse.entity_of[first] >= 0 and parse.entities[parse.entity_of[first]].label not in _NUMBERS
    opens = parse.sentence(first).first == first or parse.pos[first] == "PRON"
    if word[1:].islower() and opens and not demonym(word) and (not named or parse.pos[first] != "PROPN"):
        return text[:1].lower() + text[1:]
    return text


def singular(parse: Parse, token: int) -> str:
    """A plural noun for one of them: "Presidents" gives "President"."""
    word, lemma = parse.word(token), parse.lemma[token]
    if lemma.lower() != word.lower():
        return lemma
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


@cache
def _counts() -> frozenset[str]:
    return frozenset(words("coreference")["determiners"]["counts"])
