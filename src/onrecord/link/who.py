"""One actor across articles: who may be taken for whom.

Two answers are given. `same`: both phrases name one party. `side`: both speak for one state, so that the word of the
one is the other's own word ("Ruvia" and "Ruvia's defence ministry").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from onrecord.lexicon import countries, romanise
from onrecord.lexicon import words as lexicon_words
from onrecord.link.words import STOP, of_land, stem, stems
from onrecord.model import Actor, Record, Spans

Tie = Literal["same", "side"]
OFFICIAL = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY"})
"""PLOVER sectors that act for their state."""
PRONOUNS = frozenset(w for words in lexicon_words("pronouns")["kind"].values() for w in words) | {
    "who", "which", "that", "this",
}  # fmt: skip
"""Words that stand for an actor and say nothing of who it is."""
_TITLE = re.compile(r"^(?:mr|mrs|ms|dr|sir|dame|lord|lady|gen|col|president|prime|minister)\b\.?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Party:
    """What two mentions of an actor are compared by. `words` are the stems of its name, role and the phrase itself,
    `whose` those of the names that tell it from others of its kind: "the mayor of <Ostby>", "<Vik>'s harbour board".
    """

    words: frozenset[str]
    head: str | None
    kind: str | None = None
    name: str | None = None
    country: str | None = None
    official: bool = False
    known: bool = False
    whose: frozenset[str] = frozenset()


def party(record: Record, spans: Spans, actor_id: str | None) -> Party | None:
    """The party behind words of an article; None where there is nothing to compare (no words, a bare pronoun)."""
    actor = next((a for a in record.actors if a.id == actor_id), None) if actor_id else None
    phrase = " ".join(span.of(record.article.text) for span in spans).strip()
    if phrase.casefold() in PRONOUNS:
        phrase = ""
    if actor is None:
        words = stems(phrase)
        return Party(words, _head(phrase), whose=_whose(phrase)) if words else None
    names = [actor.name or "", phrase] if actor.kind != "person" else [actor.name or "", phrase, actor.role or ""]
    words = frozenset().union(*(stems(n) for n in names))
    if not words and not actor.country:
        return None
    country = actor.country or (countries.country_in(phrase.split()) if phrase[:1].islower() else None)
    official = (actor.kind == "state" or actor.sector in OFFICIAL) and not words & _unrecognised()
    return Party(
        words, _head(phrase or actor.name or ""), actor.kind, _proper(actor), country,
        official, actor.kind != "unnamed", _whose(phrase or actor.name or ""),
    )  # fmt: skip


@cache
def _unrecognised() -> frozenset[str]:
    """The stems by which news calls those who hold a land against its government: they do not speak for its state."""
    return frozenset(stem(w) for w in lexicon_words("disputes")["unrecognised"])


def tie(a: Party | None, b: Party | None) -> Tie | None:
    """How two parties belong together; None: they do not, or it cannot be told."""
    if a is None or b is None:
        return None
    if a.country and b.country and a.country != b.country:
        return None
    if a.kind == "person" and b.kind == "person" and a.name and b.name:
        return "same" if same_person(a.name, b.name) else _side(a, b)
    if a.kind == "state" and b.kind == "state" and a.country:
        return "same"
    if a.whose and b.whose and not a.whose & b.whose and not (a.country and a.country == b.country):
        return None
    small, large = (a.words, b.words) if len(a.words) <= len(b.words) else (b.words, a.words)
    if small and a.head and a.head == b.head and (small <= large or len(small & large) >= 2):
        return "same"
    if (side := _side(a, b)) is not None:
        return side
    if _office_of(a, b) or _office_of(b, a):
        return "side"
    if _one_state(a, b) or _of_state(a, b) or _of_state(b, a):
        return "side"
    if small & _house() and large & _house() and small - _house():
        small = small - _house()
    return "side" if small and small <= large else None


def _office_of(one: Party, who: Party) -> bool:
    """Whether the one is somebody's office or spokesman: "Varga's office" is Josef Varga's own word."""
    offices = {stem("office"), stem("spokesman"), stem("spokeswoman")}
    return one.head in offices and bool(one.whose) and one.whose <= who.words and who.kind == "person"


def _one_state(a: Party, b: Party) -> bool:
    """Whether both act for whoever governs one place: "the government of Marn", "Marn's finance minister"."""
    return bool(a.whose & b.whose) and {a.head, b.head} <= _governing()


def _of_state(one: Party, who: Party) -> bool:
    """Whether the one is a land alone and the other acts for it: "Ruvia", "the Ruvian navy"."""
    if len(one.words) != 1 or one.kind == "person" or who.head not in _governing():
        return False
    (land,) = one.words
    return any(of_land(word, land) for word in who.words)


@cache
def _governing() -> frozenset[str]:
    """The stems of words for those who govern and for what acts on their word."""
    table = lexicon_words("outcomes")["nouns"]
    return frozenset(stem(w) for name in ("rulers", "organs", "house", "government", "arms") for w in table[name])


@cache
def _house() -> frozenset[str]:
    """The stems of words for a minister and what he heads: "the health ministry" speaks for the health minister."""
    return frozenset(stem(w) for w in lexicon_words("outcomes")["nouns"]["house"])


def _side(a: Party, b: Party) -> Tie | None:
    return "side" if a.official and b.official and a.country and a.country == b.country else None


@lru_cache(maxsize=8192)
def same_person(a: str, b: str) -> bool:
    """Whether two names can be one person's: the surname alike in any romanisation, given names not in conflict.

    >>> same_person("Viktor Khrolov", "Victor Hrolov"), same_person("Khrolov", "Viktor Khrolov")
    (True, True)
    >>> same_person("Anna Berg", "Lise Berg"), same_person("Anna Berg", "Anna Holm")
    (False, False)
    >>> same_person("Orlova", "Ivan Orlov")
    False
    """
    one, other = (romanise.key(_TITLE.sub("", n)).split() for n in (a, b))
    if not one or not other or not _alike(one[-1], other[-1]):
        return False
    if len(one) == 1 or len(other) == 1 or _alike(one[0], other[0]):
        return True
    return one[0][0] == other[0][0] and 1 in (len(one[0]), len(other[0]))


def _alike(a: str, b: str) -> bool:
    if a.endswith("a") != b.endswith("a"):
        return False  # "Orlova" is no Orlov
    a, b = a.replace("ck", "k").replace("c", "k"), b.replace("ck", "k").replace("c", "k")
    return a == b or bool(set(romanise.skeletons(a)) & set(romanise.skeletons(b)))


def _proper(actor: Actor) -> str | None:
    return actor.name if actor.name and actor.name[:1].isupper() else None


def _whose(phrase: str) -> frozenset[str]:
    """Stems of the names behind a preposition, or that own what follows.

    >>> [sorted(_whose(phrase)) for phrase in ("the mayor of Linden", "Vik's harbour board", "the board of trade")]
    [['linden'], ['vik'], []]
    """
    named = re.findall(r"\s(?:of|for|in|from)\s(?:the\s)?([A-Z][\w-]{0,40}(?:\s[A-Z][\w-]{0,40}){0,3})", phrase)
    owned = re.findall(r"([A-Z][\w-]{0,40})['’]s\s", phrase)
    return stems(" ".join((*named, *owned)))


def _head(phrase: str) -> str | None:
    """Stem of the head noun: the last content word before a preposition or a comma.

    >>> _head("the mayor of Ostby"), _head("Tarvia's water minister"), _head("the firm Nordal, based in Vik")
    ('mayor', 'minister', 'nordal')
    """
    core = re.split(r",|\s(?:of|for|from|in|on|at|by|with|to|who|which|that)\s", phrase.strip(), maxsplit=1)[0]
    tail = [w for w in re.findall(r"[^\W_]+", core) if w.casefold() not in STOP]
    found = sorted(stems(tail[-1])) if tail else []
    return found[0] if found else None
