"""Words of two texts made comparable: stems, families of words, and how much a shared one weighs.

A weight comes from a shipped table of English word frequencies and never from the articles at hand, so that what two
records have in common depends on the two alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from wordfreq import freq_to_zipf, get_frequency_dict, zipf_frequency

from onrecord.lexicon import words as lexicon_words

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*(?:-[^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s?(?!\w)")
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”'’)]*\s+(?=[\"“'‘(]?[A-Z0-9])|\n+")
_TITLES = frozenset({"Mr.", "Mrs.", "Dr.", "St.", "Gen.", "Ms."})
_PARTICLES = frozenset({"off", "out", "back", "over", "down"})
"""They may stand behind the object of their verb."""
_OBJECT = re.compile(r"[\w '’-]+")
_VOWEL = re.compile(r"[aeiouy]")
_SUFFIXES = (
    ("ications", "y"), ("ication", "y"), ("izations", ""), ("ization", ""), ("isations", ""), ("isation", ""),
    ("ations", ""), ("ation", ""), ("itions", ""), ("ition", ""), ("ions", ""), ("ion", ""), ("ments", ""),
    ("ment", ""), ("ingly", ""), ("edly", ""), ("ings", ""), ("ing", ""), ("ied", "y"), ("ies", "y"), ("ed", ""),
    ("sses", "ss"), ("ly", ""), ("ches", "ch"), ("shes", "sh"), ("xes", "x"), ("s", ""),
)  # fmt: skip
_ENDINGS = tuple(ending for ending, _ in _SUFFIXES)
_SHORT = frozenset({"us", "ow", "ag", "ti", "li", "ax", "ey"})
"""Verbs of three letters without their e: "used", "owing"."""
_ADJECTIVES = frozenset({"an", "ian", "ean", "ish", "es", "ic", "in", "n", "i"})
"""Endings of adjectives of lands, as stems have them."""
NAME = 6_000
"""Least weight of a name, in ten-thousandths."""
STOP = frozenset(lexicon_words("kin")["stop"].split())
"""Words that two texts share without having anything in common."""


class Word(NamedTuple):
    """A content word: its stem, where it stands, and whether it is written with a capital within a sentence."""

    stem: str
    start: int
    end: int
    name: bool


@cache
def _whole() -> frozenset[str]:
    return frozenset(lexicon_words("kin")["whole"].split())


@cache
def _irregular() -> dict[str, str]:
    nouns = _forms("nouns")
    return {_plural(noun): verb for noun, verb in nouns.items()} | nouns | _forms("pasts")


def _plural(noun: str) -> str:
    """The plural of a regular noun.

    >>> _plural("flight"), _plural("delivery"), _plural("speech")
    ('flights', 'deliveries', 'speeches')
    """
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("ch", "sh", "ss", "x")) else f"{noun}s"


@cache
def _forms(table: str) -> dict[str, str]:
    pairs = (item.split(":") for item in lexicon_words("kin")[table].split())
    return dict(pairs)


def is_past(word: str) -> bool:
    """Whether a word has the form of a past tense or past participle.

    >>> is_past("swept"), is_past("reopened"), is_past("freed"), is_past("sweeping"), is_past("need")
    (True, True, True, False, False)
    """
    low = word.casefold()
    return (
        low in _forms("pasts")
        or _again(low) is not None
        or (low.endswith("ed") and len(low) > 3 and not low.endswith("eed"))
    )


@lru_cache(maxsize=1 << 12)
def _again(word: str) -> str | None:
    """The plain verb of an irregular past with "re-" before it; None: it is none.

    >>> _again("rebuilt"), _again("relent"), _again("reached")
    ('rebuild', None, None)
    """
    rest = word[2:]
    if not word.startswith("re") or len(rest) < 3 or word in lexicon_words("kin")["no_pasts"].split():
        return None
    plain = _forms("pasts").get(rest)
    return f"re{plain}" if plain else None


@cache
def _families() -> dict[str, str]:
    return {
        plain_form(word): plain_form(line.split()[0]) for line in lexicon_words("kin")["kin"] for word in line.split()
    }


@cache
def _phrasal() -> dict[tuple[str, str], str]:
    """Stem of the verb and its particle to the stem of the one word that says the same."""
    table = lexicon_words("kin")["phrasal"]
    return {
        (stem(verb), particle): stem(one) for one, forms in table.items() for verb, particle in map(str.split, forms)
    }


@cache
def _behind() -> frozenset[str]:
    """The particles that stand behind any verb."""
    return frozenset(particle for _, particle in _phrasal())


@lru_cache(maxsize=1 << 17)
def stem(word: str) -> str:
    """The word without its endings, or the family that it belongs to.

    >>> stem("closing") == stem("closure") == stem("Shut"), stem("repairs") == stem("repaired"), stem("Norland's")
    (True, True, 'norland')
    """
    bare = plain_form(_POSSESSIVE.sub("", word.casefold()))
    return _families().get(bare, bare)


def plain_form(word: str) -> str:
    """The word without its endings, apart from any family of words."""
    word = _irregular().get(word) or _again(word) or word
    if word[:1].isdigit() or len(word) <= 3:
        return word
    if (single := word.removesuffix("s")) in _whole():
        return single[:-1] + "i" if single.endswith("y") else single
    if len(word) == 4 and word.endswith("ed") and word[:2] in _SHORT:
        return word[:-1]
    if len(word) == 5 and word.endswith("ing") and word[:2] in _SHORT:
        return word[:2] + "e"
    for ending, instead in _SUFFIXES if word.endswith(_ENDINGS) else ():
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= 3 and _VOWEL.search(rest) and not (ending == "s" and rest[-1] in "su"):
            word = rest + instead
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "sz":
        word = word[:-1]
    word = word.removesuffix("e") if len(word) > 3 else word
    return word[:-1] + "i" if len(word) > 3 and word[-1] == "y" else word


@lru_cache(maxsize=1024)
def content(text: str) -> tuple[Word, ...]:
    """As `content_of`, of a clause or a phrase: they are asked for again and again."""
    return content_of(text)


def content_of(text: str) -> tuple[Word, ...]:
    """The content words of a text in order; a verb with its particle is one word ("stepped down" is "resign")."""
    found: list[Word] = []
    behind = _behind()
    for match in _WORD.finditer(text):
        word = match.group()
        low = word.casefold()
        if low in behind and found:
            start, end = match.span()
            if start - found[-1].end <= 1 and (joined := _phrasal().get((found[-1].stem, low))):
                found[-1] = found[-1]._replace(stem=joined, end=end)
                continue
            if low in _PARTICLES and (at := _parted(text, found, low, start)) is not None:
                found[at] = found[at]._replace(stem=_phrasal()[found[at].stem, low])
                continue
        if low in STOP or (len(word) == 1 and not low.isdigit()):
            continue
        start, end = match.span()
        found.append(Word(stem(word), start, end, word[0].isupper() and not starts_sentence(text, start)))
    return tuple(found)


def _parted(text: str, found: list[Word], particle: str, start: int) -> int | None:
    """Which word is a past verb that the particle at `start` belongs to, with only its object between ("called the
    march off"); None: none."""
    for at in range(len(found) - 1, max(-1, len(found) - 4), -1):
        between = text[found[at].end : start]
        if len(between.split()) > 4 or not _OBJECT.fullmatch(between):
            return None
        if (found[at].stem, particle) in _phrasal() and is_past(text[found[at].start : found[at].end]):
            return at
    return None


def starts_sentence(text: str, at: int) -> bool:
    """Whether the word at `at` is written with a capital because a sentence begins there."""
    before = text[max(0, at - 4) : at].rstrip(" \"“'‘(")
    return not before or before[-1] in ".!?:\n"


@lru_cache(maxsize=4096)
def stems(text: str) -> frozenset[str]:
    """The content stems of a text."""
    return frozenset(word.stem for word in content(text))


def weight(stem_: str) -> float:
    """How telling a shared stem is: 0.2 for the commonest words, 1 for words rarer than one in a million.

    Zipf values (log10 per billion words) of the stem and the forms it may have; a number weighs as a rare word.
    """
    return _parts(stem_) / 10_000


def _zipf(form: str) -> float:
    """The Zipf value of a word: log10 of how often it is used in a billion words, 0 where it is not known.

    A word of plain letters is looked up at once; whatever else is taken to pieces first.
    """
    if not (form.isascii() and form.isalpha()):
        return zipf_frequency(form, "en", wordlist="small")
    found = _used().get(form, 0.0)
    return round(freq_to_zipf(found), 2) if found else 0.0


@cache
def _used() -> dict[str, float]:
    return get_frequency_dict("en", "small")


@lru_cache(maxsize=1 << 17)
def _parts(stem_: str) -> int:
    """The weight in ten-thousandths: whole numbers have one sum, whatever order they are added in."""
    if stem_[:1].isdigit():
        return 6_000 if len(stem_) < 3 else 10_000
    double = stem_ + stem_[-1:]
    forms = (stem_, f"{stem_}e", f"{stem_}s", f"{stem_}ing", f"{stem_[:-1]}y", double, f"{double}ing", f"{double}ed")
    zipf = max(map(_zipf, forms))
    return round(10_000 * min(1.0, max(0.2, (6.5 - zipf) / 3.5)))


def of_land(adjective: str, land: str) -> bool:
    """Whether one stem is the adjective of the land that the other names, by its form alone.

    >>> of_land(stem("Norlandish"), stem("Norland")), of_land(stem("Ruvian"), stem("Ruvia")), of_land("tamara", "tamar")
    (True, True, False)
    """
    root = land.rstrip("aeiou")
    return len(root) >= 3 and adjective.startswith(root) and adjective[len(root) :] in _ADJECTIVES


def total(stems_: Iterable[str], names: frozenset[str] = frozenset()) -> float:
    """The summed weight; a name weighs as much as a rather rare word at least, whatever else is written so."""
    return sum(max(_parts(s), NAME) if s in names else _parts(s) for s in stems_) / 10_000


@lru_cache(maxsize=64)
def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Where the sentences of a text stand: a split at full stops before a capital and at line ends.

    >>> [("One. Two two! Three"[s:e]) for s, e in sentences("One. Two two! Three")]
    ['One.', 'Two two!', 'Three']
    """
    found, start = [], 0
    for match in _SENTENCE_END.finditer(text):
        if text[max(0, match.start() - 4) : match.start()].rpartition(" ")[2] in _TITLES:
            continue
        found.append((start, match.start()))
        start = match.end()
    found.append((start, len(text)))
    return tuple((s, e) for s, e in found if text[s:e].strip())
