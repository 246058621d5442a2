"""The names of actors that the lexicon knows: organisations, office holders, countries, capitals and seats."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.extract.body_country import country_before
from onrecord.extract.metonyms import acts
from onrecord.extract.parse import Parse
from onrecord.extract.state_words import OWN
from onrecord.lexicon import words
from onrecord.lexicon.countries import countries_in, country_name
from onrecord.lexicon.organisations import Organisation, first_words, is_holder, organisation
from onrecord.model.actor import ActorKind, MentionForm

_STATE = OWN | {"JUD", "COP", "SPY"}
"""Sectors of bodies that every state has its own of."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text: tokens `[first, last)` without title and possessive, and what is known of who bears it."""

    first: int
    last: int
    kind: ActorKind
    known: str | None = None
    country: str | None = None
    sector: str | None = None
    form: MentionForm = "name"

    @property
    def head(self) -> int:
        """The last token."""
        return self.last - 1


def organisations(parse: Parse) -> Iterator[Name]:
    """Names of known organisations and office holders, the longest at each place."""
    widths, i = first_words(), 0
    while i < len(parse):
        width = widths.get(parse.lower(i).replace("’", "'"), 0)
        step = 1
        for last in range(min(i + width, parse.sentence(i).last), i, -1) if width else ():
            if (known := organisation(parse.words(i, last))) and not _common(parse, i, last):
                if last - i == 1 and known.kind == "outlet" and _inside_name(parse, i):
                    continue
                if (name := of_country(parse, i, last, known)) is not None:
                    yield name
                    step = last - i
                    break
            if last - i > 1 and is_holder(parse.words(i, last)):
                yield Name(i, last, "person")
                step = last - i
                break
        i += step


def of_country(parse: Parse, first: int, last: int, known: Organisation) -> Name | None:
    """A listed name with the country before it: "US Department of Justice"; None where that is another country's.

    A ministry that many states have is that of the country before it: "the UK Ministry of Defence".
    """
    listed = Name(first, last, known.kind, known.name, known.country, known.sector)  # type: ignore[arg-type]
    owned = first > parse.sentence(first).first and parse.tag[first - 1] == "POS"
    before = country_before(parse, first - owned)
    if before is None or known.kind != "organisation" or known.sector not in _STATE:
        return listed
    start, code = before
    if known.country and known.country != code:
        return None
    start = first if owned else start
    start += parse.lower(start) == "the" and start < first
    return replace(listed, first=start, known=known.name if known.country else None, country=code)


def _common(parse: Parse, first: int, last: int) -> bool:
    """Whether a known name may be a mere word here: in small letters, or one word that no tagger takes for a name."""
    word = parse.word(first)
    if last - first > 1 or (word.isupper() and len(word) > 1) or not word[1:].islower():
        return word[:1].islower() and parse.word(last - 1).islower()
    if not word[:1].isupper() or parse.pos[first] not in ("PROPN", "NOUN"):
        return True
    return parse.entity_of[first] < 0 and parse.lower(first) in words("roles")["words"]["names_too"]


def _inside_name(parse: Parse, i: int) -> bool:
    """Whether a word stands between others of one name: "Atlantic" in "North Atlantic Treaty"."""
    around = [t for t in (i - 1, i + 1) if 0 <= t < len(parse) and parse.word(t)[:1].isupper()]
    return len(around) == 2 and all(parse.head[t] in (i, parse.head[i]) or parse.head[i] == t for t in around)


def countries(parse: Parse) -> Iterator[Name]:
    """Names of countries, capitals and seats; demonyms as `nominal`, only to tell them from other names."""
    for sentence in parse.sentences:
        tokens = [parse.word(i) for i in range(sentence.first, sentence.last)]
        for at, to, code, how in countries_in(tokens):
            first, last = at + sentence.first, to + sentence.first
            first += last - first > 1 and parse.lower(first) == "the"
            last -= last - first > 1 and parse.tag[last - 1] == "POS"
            form: MentionForm = "name" if how == "name" else "nominal" if how == "demonym" else "metonym"
            if how == "demonym" and parse.tag[last - 1] in ("NNP", "NN") and _names_state(parse, last - 1):
                form = "name"  # "US", "UK" are both names and adjectives
            if how != "demonym" and not _stands_alone(parse, last - 1):
                form = "nominal"
            if how == "capital" and (body := words("metonyms")["organisation"].get(parse.words(first, last))):
                if form == "metonym" and acts(parse, last - 1):
                    yield Name(first, last, "organisation", body, None, None, form)
                continue
            yield Name(first, last, "state", country_name(code), code, "GOV" if form == "metonym" else None, form)


def _names_state(parse: Parse, head: int) -> bool:
    return parse.word(head).replace(".", "").isupper() and _stands_alone(parse, head)


def _stands_alone(parse: Parse, head: int) -> bool:
    """Whether a name is a phrase of its own and no part of another name or noun ("US officials", "pro-Russia")."""
    if parse.dep[head] in ("compound", "amod", "nmod", "npadvmod") and parse.head[head] > head:
        return False
    return not (head + 1 < len(parse) and parse.word(head + 1) == "-" and parse.end[head] == parse.start[head + 1])
