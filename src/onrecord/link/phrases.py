"""The words around a verb and in a noun phrase, read shallowly.

There is no parse here. What stands left of a verb, as far as the next comma, joining word or other verb, is its
subject; what stands right of it, as far as the first preposition, its object.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from onrecord.link.cues import listed
from onrecord.link.predicates import AUXILIARIES, predicates
from onrecord.link.words import is_past, stems

_TOKEN = re.compile(r"[^\W_]+(?:[-'’.,][^\W_]+)*['’]?|[,;:()–—]")
_BREAKS = frozenset(",;:()–—")
_BY = re.compile(r"by (?:[A-Z]|(?:an?|the|its|his|her|their)\b)")
_SAYING = frozenset({"said", "says", "say", "told", "tell", "tells"})
_OWNING = re.compile(r"(?:['’]s|s['’])\Z")


@dataclass(frozen=True, slots=True)
class Frame:
    """The words around a verb: those of its subject, those right behind it up to a preposition, and the rest of its
    part of the clause; `passive` where it has been done to the subject."""

    subject: tuple[str, ...]
    object: tuple[str, ...]
    rest: tuple[str, ...]
    passive: bool

    @property
    def stems(self) -> frozenset[str]:
        """The stems of the whole part of the clause."""
        return stems(" ".join((*self.subject, *self.object, *self.rest)))


@lru_cache(maxsize=8192)
def frame(clause: str, at: int) -> Frame:
    """The frame of the verb that stands at a place of the clause.

    >>> made = frame("Two lorries with tents pulled into the camp on Friday, and a nurse wept.", 22)
    >>> made.subject, made.object, made.rest
    (('Two', 'lorries', 'with', 'tents'), (), ('into', 'the', 'camp', 'on', 'Friday'))
    """
    tokens = [(m.group(), m.start()) for m in _TOKEN.finditer(clause)]
    here = next((n for n, (_, start) in enumerate(tokens) if start >= at), len(tokens))
    told = frozenset(p.at for p in predicates(clause))
    verbs = told - {at}
    first, last = _start(tokens, here, verbs, at in told), _end(tokens, here, verbs)
    closed = _closed(tokens, here, verbs) if at in told else None
    ahead = [word for n, (word, _) in enumerate(tokens[:here]) if n >= first and not (closed and _in(n, closed))]
    passive = any(AUXILIARIES.get(word.casefold()) == "be" for word in ahead[-3:])
    while ahead and (ahead[-1].casefold() in AUXILIARIES or ahead[-1].casefold() in _loose()):
        ahead.pop()
    if not passive and here < len(tokens) and (start := _along_with(ahead, tokens, here, verbs)):
        passive, ahead = True, ahead[start:]
    behind = [word for word, _ in tokens[here + 1 : last]]
    if not passive and (_BY.match(" ".join(behind[:2])) and is_past(tokens[here][0])):
        passive, ahead = True, ahead[_noun_before(ahead) :]
    while behind and behind[0].casefold() in _particles():
        behind.pop(0)
    ends = _prepositions() - {"of"}
    stop = next((n for n, word in enumerate(behind) if word.casefold() in ends), len(behind))
    return Frame(tuple(ahead), tuple(behind[:stop]), tuple(behind[stop:]), passive)


def _along_with(ahead: list[str], tokens: list[tuple[str, int]], here: int, verbs: frozenset[int]) -> int:
    """Where the noun phrase of a participle begins that only goes along with another verb ("the rescue ended with 40
    people brought out"); 0: it is none."""
    at = max((n for n, word in enumerate(ahead) if word.casefold() == "with"), default=-1)
    bare = is_past(tokens[here][0]) and not is_past(tokens[here - 1][0]) and not (at > 0 and is_past(ahead[at - 1]))
    bare = bare and tokens[here - 1][0].casefold() not in AUXILIARIES
    told = any(verb < tokens[here][1] for verb in verbs)
    return at + 1 if at > 0 and bare and told and 1 < len(ahead) - at <= 6 else 0


def _in(n: int, stretch: tuple[int, int]) -> bool:
    return stretch[0] <= n <= stretch[1]


def _noun_before(ahead: list[str]) -> int:
    """Where the noun phrase begins right before a participle ("over a bridge opened by the mayor")."""
    bars = _prepositions() - {"of"}
    return max((n + 1 for n, word in enumerate(ahead) if word.casefold() in bars), default=0)


def _start(tokens: list[tuple[str, int]], here: int, verbs: frozenset[int], verb: bool) -> int:
    """Where the part of the clause begins that a verb belongs to; one without a subject of its own goes with the verb
    before it."""
    closed = _closed(tokens, here, verbs) if verb else None
    for n in range(here - 1, -1, -1):
        word = tokens[n][0].casefold()
        if closed and closed[0] <= n <= closed[1]:
            continue  # "nine of them, with their children, left"
        joint = word in _BREAKS or (word in listed("pattern", "joining") and _told_before(tokens, n, verbs))
        if joint and any(
            w.casefold() not in AUXILIARIES and w.casefold() not in _loose() for w, _ in tokens[n + 1 : here]
        ):
            return n + 1
    return 0


def _closed(tokens: list[tuple[str, int]], here: int, verbs: frozenset[int]) -> tuple[int, int] | None:
    """Where an aside with "with" stands between two commas, the second of them right before a verb; None: nowhere."""
    last = here - 1
    while last >= 0 and (tokens[last][0].casefold() in AUXILIARIES or tokens[last][0].casefold() in _loose()):
        last -= 1
    if last < 2 or here >= len(tokens) or tokens[last][0] != "," or tokens[here][0].endswith("ing"):
        return None
    first = next((n for n in range(last - 1, 0, -1) if tokens[n][0] in _BREAKS), 0)
    if {tokens[n][0].casefold() for n in range(first, last)} & listed("pattern", "foreign"):
        return None  # "Vik, another port, has bought it"
    if tokens[first + 1][0].casefold() not in ("with", "including", "among"):
        return None
    told = any(tokens[first][1] < verb < tokens[last][1] for verb in verbs)
    return (first, last) if first and tokens[first][0] == "," and last - first < 12 and not told else None


def _told_before(tokens: list[tuple[str, int]], n: int, verbs: frozenset[int]) -> bool:
    """Whether a verb stands in the part of the clause right before a joining word; "and" may join two nouns."""
    if tokens[n][0].casefold() not in ("and", "or"):
        ahead = {word.casefold() for word, _ in tokens[max(0, n - 6) : n]}
        return (tokens[n][0].casefold() == "that" and bool(ahead & _SAYING)) or any(v < tokens[n][1] for v in verbs)
    breaks = (at for word, at in tokens[:n] if word in _BREAKS or word.casefold() in listed("pattern", "joining"))
    return any(max(breaks, default=-1) < v < tokens[n][1] for v in verbs)


def _end(tokens: list[tuple[str, int]], here: int, verbs: frozenset[int]) -> int:
    for n in range(here + 1, len(tokens)):
        word, at = tokens[n][0].casefold(), tokens[n][1]
        bar = next((start for later, start in tokens[n:] if later in _BREAKS), len(tokens) and tokens[-1][1] + 1)
        if word in _BREAKS or (word in listed("pattern", "joining") and any(at < v < bar for v in verbs)):
            return n
    return len(tokens)


def head_of(words: tuple[str, ...], thing: frozenset[str]) -> bool:
    """Whether a noun phrase is of the thing itself: not of what it owns, nor of something that is only somehow of it.

    >>> tents = stems("tents")
    >>> [head_of(tuple(w.split()), tents) for w in ("the last of the tents", "lorries with tents", "makers of tents")]
    [True, True, False]
    """
    ahead: list[str] = []
    for n, word in enumerate(words):
        low = word.casefold()
        if stems(word) & thing and not any(map(_OWNING.search, group(words[n:])[:-1])):
            return True
        bars = n > 0 and low in _prepositions() and low not in listed("pattern", "holding")
        people = bool(ahead) and ahead[-1] in listed("nouns", "people") and low in ("of", "from")
        if bars and not (low == "of" and _counting(ahead)) and not people:
            return False
        ahead.append(low)
    return False


def group(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words as far as the first preposition."""
    return words[: next((n for n, word in enumerate(words) if word.casefold() in _prepositions()), len(words))]


def _counting(words: list[str]) -> bool:
    """Whether words before "of" only count ("the last", "two", "a convoy")."""
    told = [w for w in words if w not in listed("pattern", "nominal")]
    return bool(told) and (
        told[-1] in listed("pattern", "counting") | listed("pattern", "crowds") or any(ch.isdigit() for ch in told[-1])
    )


@cache
def _loose() -> frozenset[str]:
    """Adverbs and negations that stand between a subject and its verb."""
    return listed("pattern", "between")


@cache
def _prepositions() -> frozenset[str]:
    return listed("pattern", "prepositions")


@cache
def _particles() -> frozenset[str]:
    return listed("pattern", "particles")
