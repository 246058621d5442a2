"""Whether the words of a time phrase tell a time, and are no name, verb or number of things."""

from __future__ import annotations

from onrecord.extract.parse import Parse
from onrecord.extract.time_phrases import Phrase
from onrecord.lexicon import words

_NAMED = frozenset({"PERSON", "ORG", "WORK_OF_ART", "FAC", "PRODUCT", "LAW", "EVENT", "GPE", "LOC", "NORP"})
_NAME_LIKE = frozenset(
    {"month", "weekday", "repeated", "season", "feast", "year", "century", "reference", "unit"}
    | {"day from publication"}
)
"""Rules whose words also make names: "Sunday Times", "This Week"."""
_ALWAYS = ("24 hours a day", "seven days a week", "7 days a week")
_NEAR = 6
"""Words before a length of years among which "aged" makes it an age."""


def is_time(parse: Parse, phrase: Phrase, inside: range) -> bool:
    """False for part of a name ("Sunday Times"), a verb ("may", "march"), a count ("2000 people")."""
    if _is_owned(phrase) or _is_in_name(parse, phrase, inside):
        return False
    if phrase.rule in _NAME_LIKE:
        number = parse.entity_of[inside[-2 if parse.word(inside[-1]) == "." else -1]]
        if number >= 0:
            entity = parse.entities[number]
            longer = entity.first < inside[0] or entity.last > inside[-1] + 1
            if entity.label in _NAMED and (longer or phrase.rule == "month"):
                return False
    if phrase.rule == "month day" and _goes_on(parse, inside[-1]):
        return False
    if phrase.rule == "month":
        above = parse.head[inside[-1]]
        if parse.dep[inside[-1]] == "compound" and parse.pos[above] == "PROPN" and above == inside[-1] + 1:
            return False  # "March Madness"
        return parse.tag[inside[-1]] in ("NNP", "NNPS", "NN", "NNS", ".")
    if phrase.rule == "weekday" and phrase.before.split()[-1:] in (["a"], ["any"], ["no"], ["one"]):
        # "on a Wednesday" is none in particular, "a Wednesday rally" is
        return parse.dep[inside[-1]] in ("compound", "nmod", "npadvmod")
    if phrase.rule == "year":
        return _is_year(parse, phrase, inside[-1])
    if phrase.rule == "duration" and _is_age(parse, inside):
        return False
    if phrase.rule == "duration of one" and phrase.get("one") == "a" and _is_set(parse, inside[-1]):
        return False
    if phrase.rule == "day of month" and phrase.before.endswith("on"):
        return _is_bare_day(parse, inside[-1])
    if phrase.rule == "second of two days":
        return parse.head[inside[0]] < inside[0]  # "April 24 and 25 boats"
    if _is_always(phrase, parse.words(inside[0], min(inside[0] + 4, len(parse)))):
        return False
    return not (phrase.rule == "clock" and _is_named_hour(parse, inside[0]))


def is_rate(parse: Parse, phrase: Phrase, inside: range) -> bool:
    """Whether "a day" says how often: "40 interviews a day", but not "killed 40 people a day after the raid"."""
    if phrase.rule != "duration of one" or phrase.get("one") not in ("a", "an") or phrase.get("bound", "half"):
        return False
    unit, noun = inside[-1], inside[0] - 1
    after = parse.lower(unit + 1) if unit + 1 < len(parse) else ""
    if len(inside) != 2 or noun < 0 or parse.tag[noun] != "NNS" or after in words("times")["names"]["counted_from"]:
        return False
    counted = parse.child(noun, "nummod") is not None or parse.dep[noun] == "pobj"
    return counted and parse.dep[unit] == "npadvmod" and parse.pos[parse.head[unit]] == "NOUN"


def _is_age(parse: Parse, inside: range) -> bool:
    """Whether years are lived, not waited: "between the ages of 16 and 55 years"."""
    begin = max(inside[0] - _NEAR, parse.sentence(inside[0]).first)
    return any(parse.lower(i) in words("times")["names"]["ages"] for i in range(begin, inside[0]))


def _is_bare_day(parse: Parse, last: int) -> bool:
    """Whether an ordinal is a day and has no noun: "on the 21st", but not "on the 21st floor"."""
    number = parse.entity_of[last]
    follows = last + 1 < len(parse) and parse.pos[last + 1] in ("NOUN", "PROPN", "ADJ")
    return number >= 0 and parse.entities[number].label == "DATE" and not follows


def _is_set(parse: Parse, token: int) -> bool:
    """Whether a day is what somebody chooses: "set a day for the vote"."""
    return parse.dep[token] == "dobj" and parse.lemma[parse.head[token]].lower() in words("times")["names"]["choosing"]


def _goes_on(parse: Parse, last: int) -> bool:
    """Whether a name that takes in the whole date goes on behind it: "the May Fourth Society"."""
    number = parse.entity_of[last]
    return number >= 0 and parse.entities[number].label in _NAMED and parse.entities[number].last > last + 1


def _is_always(phrase: Phrase, onwards: str) -> bool:
    """Whether a length fills the one that it is measured by: "24 hours a day"."""
    whole = onwards if phrase.rule == "duration" else f"{phrase.before} {onwards}"
    return phrase.rule in ("duration", "duration of one", "rate") and whole.lower().startswith(_ALWAYS)


def _is_named_hour(parse: Parse, token: int) -> bool:
    """Whether "noon" is the end of a figure of speech or in a title: "it is high noon for the mill"."""
    if parse.lower(token) not in words("times")["hours"] or token == 0:
        return False
    named = parse.tag[token] == "NNP" and parse.tag[token - 1] == "NNP" and parse.word(token).istitle()
    return named or parse.lower(token - 1) == "high"


_BY = frozenset({"by", "before", "until", "till", "since"})
_LAST_YEAR = 2150
"""As far as aims reach that are set for a year: "carbon neutral by 2060"."""


def _is_year(parse: Parse, phrase: Phrase, token: int) -> bool:
    """Whether four digits alone are a year, and no number of things or sum of money."""
    if phrase.get("edge", "lead"):
        return True
    number = parse.entity_of[token]
    label = parse.entities[number].label if number >= 0 else ""
    if label in ("MONEY", "QUANTITY", "PERCENT") or phrase.before.endswith(("$", "£", "€", "%", "no .")):
        return False
    previous = token - 1
    if previous >= 0 and parse.head[token] == previous and parse.pos[previous] in ("NOUN", "PROPN"):
        return False  # "Flight 1914", "Resolution 1970"
    said = int(phrase.groups["year"])
    by = previous >= 0 and parse.lower(previous) in _BY and parse.dep[token] == "pobj" and said <= _LAST_YEAR
    if label == "DATE" or 1900 <= said <= 2050 or (by and said > 2050):
        counts = parse.dep[token] == "nummod" and parse.tag[parse.head[token]] == "NNS" and label != "DATE"
        return not counts
    return False


def _is_owned(phrase: Phrase) -> bool:
    """Whether it is counted within a life or a term: "her last month in office", "in his seventies"."""
    owned = phrase.rule == "decade in words" or (phrase.rule == "unit" and phrase.get("which") == "last")
    return owned and (phrase.before.split() or [""])[-1] in words("times")["names"]["owners"]


def _is_first_of_name(parse: Parse, token: int) -> bool:
    """Whether a word begins a name that ends with the next: "Thursday" in "Thursday Club"."""
    above = parse.head[token]
    return parse.dep[token] == "compound" and above == token + 1 and parse.tag[above] == "NNP" and above < len(parse)


def _is_in_name(parse: Parse, phrase: Phrase, inside: range) -> bool:
    """Whether the words beside it make it a name: "Black Friday", "Sunday Times", "annex 1902"."""
    names: dict[str, list[str]] = words("times")["names"]
    before = (phrase.before.split() or [""])[-1]
    last = inside[-1]
    after = parse.lower(last + 1) if last + 1 < len(parse) else ""
    if phrase.rule == "weekday":
        named = before in names["before_day"] and parse.word(inside[0] - 1)[0].isupper()
        named = named or (before == "the" and _is_first_of_name(parse, last))  # "the Thursday Club"
        return named or (after in names["after_day"] and parse.word(last + 1)[0].isupper())
    if phrase.rule == "month":
        return after in names["after_month"] and parse.child(last, "det") is not None
    if phrase.rule == "year":
        return before in names["numbered"]
    if phrase.rule == "repeated":
        # "the party daily Zarya": a newspaper
        return phrase.groups["often"] == "daily" and after != "" and parse.pos[last + 1] == "PROPN"
    # "60 Minutes": a programme
    return phrase.rule == "duration" and phrase.groups["n"].isdecimal() and parse.word(last).istitle()
