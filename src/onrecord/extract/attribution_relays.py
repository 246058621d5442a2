"""Who passes on the words of others: an outlet that quotes or cites, an interpreter, "according to" behind a cue."""

from __future__ import annotations

from onrecord.extract.cue_words import Cues
from onrecord.extract.parse import Parse
from onrecord.extract.source_phrase import SUBJECTS, agent_of, is_speaker, source_words
from onrecord.lexicon.outlets import shipped
from onrecord.model import Spans

_ASIDE = 9
"""Most tokens from a cue at the end of its clause to "according to"."""


def mouthpiece(parse: Parse, words: Cues, i: int) -> Spans:
    """Who passes the words on: "said through an interpreter", "…, he said on Monday, according to Radio Tal"."""
    through = [parse.child(p, "pobj") for p in parse.childs(i, "prep") if parse.lower(p) == "through"]
    near = range(i + 1, min(i + _ASIDE, parse.sentence(i).last))
    accord = next((t for t in near if parse.lower(t) == "according"), None)
    passed_on = accord is not None and relayed(parse, words, accord) == i
    through += [according_to(parse, accord)] if passed_on and accord is not None else []
    return next((source_words(parse, n, i) for n in through if n is not None and is_speaker(parse, words, n)), ())


def relayed(parse: Parse, words: Cues, accord: int) -> int | None:
    """The cue at the end of its clause whose words "according to" says to be passed on: "…, he said, according to"."""
    first = max(accord - _ASIDE, parse.sentence(accord).first)
    if accord <= first or parse.word(accord - 1) != ",":
        return None
    for i in range(accord - 2, first, -1):
        if parse.word(i) in (",", ";", ":"):
            return None
        if parse.pos[i] == "VERB":
            closes = parse.lemma[i].lower() in words.speaking and parse.child(i, "dobj", "mark") is None
            own = parse.child(i, *SUBJECTS)
            behind = any(c > i for c in parse.childs(i, "ccomp", "xcomp"))
            aside = own is not None and parse.word(parse.left[own] - 1) in (",", '"', "”", "''")
            return i if closes and aside and not behind else None
    return None


def according_to(parse: Parse, i: int) -> int | None:
    """The noun of "according to", given "according"."""
    if i + 1 >= len(parse) or parse.lower(i + 1) != "to":
        return None
    noun = parse.child(i + 1, "pobj")
    return parse.child(i, "pobj") if noun is None else noun


def quoted_aside(parse: Parse, i: int) -> bool:
    """Whether a participle only says through whom its noun is heard: "the mayor, quoted by Radio Olm, said"."""
    return parse.lower(i) in ("quoted", "cited") and parse.dep[i] == "acl" and agent_of(parse, i) is not None


def beside_citing(parse: Parse, i: int) -> bool:
    """Whether a participle only says whom a cue before it cites: "reported, citing the army, that it had rained"."""
    return parse.lower(i) in ("citing", "quoting") and parse.dep[i] == "advcl" and parse.word(i - 1) == ","


def citing(parse: Parse, words: Cues, i: int, outlet: int | None) -> int | None:
    """Whose words an outlet passes on: "state radio, citing the ministry, said …"."""
    if outlet is None or not _relays(parse, words, outlet):
        return None
    for c in parse.childs(i, "advcl", "ccomp"):
        for v in (c, *parse.childs(c, "advcl")):
            noun = parse.child(v, "dobj") if parse.lower(v) in ("citing", "quoting") else None
            if noun is not None and parse.lemma[noun].lower() not in words.documents and is_speaker(parse, words, noun):
                return noun
    return None


def _relays(parse: Parse, words: Cues, i: int) -> bool:
    """Whether a noun is an agency, a broadcaster or a paper: by its word, or by a name that is known."""
    known = parse.words(parse.left[i], i + 1).casefold().removeprefix("the ") in shipped()
    return known or parse.lemma[i].lower() in words.relaying
