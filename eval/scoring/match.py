"""When two spans, or two phrases, say the same: the measures that all judges share."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

Spans = Sequence[Sequence[int]]

SAME_CONTENT = 0.8
"""Jaccard index over letters and digits from which two contents are one (the attribution field's usual bar)."""
SAME_ACTION = 0.5
"""Token-F1 from which two actions are one: how much of a clause is the action is a matter of taste."""

_AFTER_HEAD = re.compile(r",|\s(?:of|who|which|whose|in|from|for|at|with|to|that|on|by|between)\s")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")

A = TypeVar("A")
B = TypeVar("B")


def spans(value: Any) -> list[tuple[int, int]]:
    """A span, a list of spans or nothing, as a list of pairs."""
    if not value:
        return []
    if isinstance(value[0], int):
        return [(value[0], value[1])]
    return [(a, b) for a, b in value]


def cut(text: str, value: Any) -> str:
    """The words at a span or a list of spans."""
    return " ".join(text[a:b] for a, b in spans(value))


def letters(text: str, value: Any) -> set[int]:
    """Positions of letters and digits inside the spans."""
    return {i for a, b in spans(value) for i in range(a, b) if text[i].isalnum()}


def jaccard(text: str, one: Any, other: Any) -> float:
    """Shared letters and digits of two lists of spans, among all of theirs; 0 where both are empty."""
    a, b = letters(text, one), letters(text, other)
    return len(a & b) / len(a | b) if a | b else 0.0


def overlaps(one: Any, other: Any) -> bool:
    """Whether any span of one shares a character with any of the other."""
    return any(a < d and c < b for a, b in spans(one) for c, d in spans(other))


def words(text: str | None) -> list[str]:
    """The words of a text in small letters, possessive endings off."""
    return [re.sub(r"['’]s?$", "", w.lower()) for w in _WORD.findall(text or "")]


def token_f1(one: str | None, other: str | None) -> float:
    """F1 of the words that two texts share."""
    a, b = Counter(words(one)), Counter(words(other))
    shared = (a & b).total()
    return 2 * shared / (a.total() + b.total()) if shared else 0.0


def head(phrase: str | None) -> str:
    """The word that a noun phrase is about: the last one before what follows it.

    >>> head("the mayor of a small town"), head("Edda Holm, who runs the junction"), head("Halmar's")
    ('mayor', 'holm', 'halmar')
    """
    found = words(_AFTER_HEAD.split(phrase or "", maxsplit=1)[0])
    return found[-1] if found else ""


def same_head(one: str | None, other: str | None) -> bool:
    """Whether two noun phrases have one head word, or both are empty."""
    return head(one) == head(other)


def head_span(text: str, value: Any) -> tuple[int, int] | None:
    """Where the head word of a phrase stands in the text; None for no phrase."""
    found = spans(value)
    if not found:
        return None
    start, end = found[0]
    phrase = _AFTER_HEAD.split(text[start:end], maxsplit=1)[0]
    last = list(_WORD.finditer(phrase))
    return (start + last[-1].start(), start + last[-1].end()) if last else (start, end)


def pair(gold: Sequence[A], found: Sequence[B], fit: Callable[[A, B], float]) -> list[tuple[int, int]]:
    """Indices of gold and found that belong together, one to one, the best fits first; a fit of 0 is none."""
    scored = sorted(((fit(g, f), -i, -j) for i, g in enumerate(gold) for j, f in enumerate(found)), reverse=True)
    used_gold: set[int] = set()
    used_found: set[int] = set()
    pairs = []
    for value, i, j in scored:
        if value > 0 and -i not in used_gold and -j not in used_found:
            used_gold.add(-i)
            used_found.add(-j)
            pairs.append((-i, -j))
    return sorted(pairs)


def rest(items: Iterable[A], used: Iterable[int]) -> list[A]:
    """The items whose index is not among those used."""
    taken = set(used)
    return [item for i, item in enumerate(items) if i not in taken]
