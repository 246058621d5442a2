"""Which words are the content where a noun stands for what is said: all that hangs on it, and what is said of it."""

from __future__ import annotations

from onrecord.extract.content_words import COMMAS, QUOTE_MARKS, pieces
from onrecord.extract.cue_words import Cues
from onrecord.extract.parse import Parse
from onrecord.extract.source_phrase import SUBJECTS
from onrecord.model import Spans

_OF_THE_SAYING = frozenset(
    {"to", "during", "at", "on", "in", "with", "after", "before", "by", "through", "via", "since"}
)
_LONGEST_NAME = 30
"""Most tokens of a quotation that names something."""
_COMPLEMENTS = frozenset({"as", "for", "of", "over"})
"""Prepositions that go on with a judgement: "blamed the crew for the delay"."""


def thing_words(parse: Parse, words: Cues, verb: int, thing: int, *, judged: bool) -> Spans:
    """A noun that stands for what is said, with all that hangs on it; `judged`: with what is said of it.

    The judgement is an object predicate or a phrase with "as", "for", "of": "called the vote a farce".
    """
    tokens = {t for t in noun_tokens(parse, words, thing) if (t > verb) == (thing > verb)}
    if judged:
        for c in parse.children[verb]:
            behind = c > thing and parse.dep[c] in ("oprd", "xcomp", "attr", "acomp", "prep", "dobj", "ccomp", "advcl")
            if behind and parse.dep[c] == "dobj" and parse.word(parse.left[c] - 1) == ",":
                continue
            if behind and (parse.dep[c] != "prep" or parse.lower(c) in _COMPLEMENTS) and parse.left[c] > thing:
                if parse.dep[c] == "advcl" and not _judges(parse, c):
                    continue
                tokens |= noun_tokens(parse, words, c) if parse.pos[c] == "NOUN" else set(parse.subtree(c))
        tokens |= _quoted_name(parse, max(tokens, default=thing) + 1)
    tokens |= _phrase_behind(parse, words, verb, max(tokens, default=thing) + 1)
    return pieces(parse, tokens)


def _judges(parse: Parse, c: int) -> bool:
    """Whether a clause goes on with a judgement: "condemned it as cowardly", not "condemned it as the talks began"."""
    return parse.lower(parse.left[c]) in _COMPLEMENTS and parse.child(c, *SUBJECTS) is None


def _phrase_behind(parse: Parse, words: Cues, verb: int, opens: int) -> set[int]:
    """The phrase right behind an object that the parse hangs on the verb: "endorsed her for mayor".

    Not one of place, time, means or hearer: those belong to the saying.
    """
    for p in parse.childs(verb, "prep"):
        noun = parse.child(p, "pobj")
        likened = parse.lemma[verb].lower() in words.likening and parse.lower(p) in ("to", "with")
        if parse.left[p] == opens and noun is not None and (likened or parse.lower(p) not in _OF_THE_SAYING):
            return set(parse.subtree(p)) if parse.lemma[noun].lower() not in words.venues else set()
    return set()


def opens_quotation(parse: Parse, t: int) -> bool:
    """Whether a token is a quotation mark with a blank before it and none behind it."""
    if t >= len(parse) or parse.word(t) not in QUOTE_MARKS:
        return False
    before, behind = parse.start[t] - 1, parse.end[t]
    return parse.text[before].isspace() and behind < len(parse.text) and not parse.text[behind].isspace()


def _quoted_name(parse: Parse, opens: int) -> set[int]:
    """The tokens between quotation marks that stand right behind an object: called the deal "a farce"."""
    if not opens_quotation(parse, opens):
        return set()
    last = min(opens + _LONGEST_NAME, parse.sentence(opens).last)
    closes = next((t for t in range(opens + 1, last) if parse.word(t) in QUOTE_MARKS), None)
    return set(range(opens, closes)) if closes is not None else set()


def noun_tokens(parse: Parse, words: Cues, thing: int) -> set[int]:
    """A noun's subtree, less what the writer adds behind a comma and where the words were said.

    "The plan, which costs millions" is the plan; "a truce in a statement" is a truce.
    """
    tokens = set(parse.subtree(thing))
    for t in sorted(tokens):
        added = parse.dep[t] in ("relcl", "acl", "appos") and parse.left[t] > thing and parse.pos[t] != "PROPN"
        if added and parse.word(parse.left[t] - 1) in COMMAS and parse.right[t] >= parse.right[thing]:
            tokens -= set(range(parse.left[t] - 1, parse.right[thing]))
        venue = parse.dep[t] == "prep" and parse.lower(t) in ("in", "during", "at", "on") and t > thing
        noun = parse.child(t, "pobj") if venue and parse.right[t] >= parse.right[thing] else None
        if noun is not None and parse.lemma[noun].lower() in words.venues:
            tokens -= set(parse.subtree(t))
    return tokens
