"""Percentages that are worth following over time: which rate, or of what a share, and which two are one number."""

from __future__ import annotations

import re
from functools import cache

from onrecord.lexicon import words
from onrecord.link.cues import compiled, cue, plain
from onrecord.link.words import content, stem, stems, total
from onrecord.model import Quantity, Span

ROUGHLY = frozenset({
    "about", "around", "nearly", "almost", "some", "roughly", "over", "more", "than", "at", "least", "most", "up",
    "less", "under", "only", "just", "a", "an", "the", "approximately", "below", "above", "estimated",
})  # fmt: skip
"""Words between a verb and its percentage that bound it."""
LEAST = 0.3
"""Weight of what two shares of one thing must say alike besides it."""
SHARE = "% "
"""How a measure in percent begins."""
WITHOUT = "without"
"""What tells the share that lacks something from the one that has it."""


def share(text: str, clause: Span, quantity: Quantity) -> tuple[str, frozenset[str]] | None:
    """What a percentage measures, with the stems that tell it from others of its kind; None: a change, or no telling.

    >>> said = "Youth unemployment rose to 12% in May."
    >>> share(said, Span(0, 38), Quantity("q1", Span(27, 30), "eq", 12, 12, "%"))
    ('% unemployment', frozenset({'youth'}))
    >>> share("Unemployment rose by 2%.", Span(0, 24), Quantity("q1", Span(21, 23), "eq", 2, 2, "%")) is None
    True
    """
    if _changed(text[clause.start : quantity.span.start]):
        return None
    if quantity.of:
        noun = [w.stem for w in content(" ".join(span.of(text) for span in quantity.of))]
        parted = not noun or bool(set(noun) & _listed("shared_out"))
        rest = {WITHOUT} if _lacking(clause.of(text)) else set()
        return None if parted else (SHARE + noun[-1], frozenset(noun[:-1]) | rest)
    return _rate(text, clause, quantity)


def _rate(text: str, clause: Span, quantity: Quantity) -> tuple[str, frozenset[str]] | None:
    """The rate whose noun stands nearest before the number, or right behind it ("a 40% turnout")."""
    found = content(clause.of(text))
    here = [(n, w) for n, w in enumerate(found) if w.stem in _rates()]
    before = [(n, w) for n, w in here if clause.start + w.end <= quantity.span.start]
    behind = [(n, w) for n, w in here if 0 <= clause.start + w.start - quantity.span.end <= 2]
    if not (before or behind):
        told = _told_rate(clause.of(text))
        return (SHARE + told, frozenset()) if told else None
    n, noun = (before or behind)[-1 if before else 0]
    kind = set()
    while n and found[n - 1].end + 1 == found[n].start and found[n - 1].stem not in _listed("rates_plain"):
        if clause.start + found[n - 1].start <= quantity.span.start < clause.start + found[n - 1].end:
            break
        if found[n - 1].stem in _listed("putting"):
            break  # "the commission put turnout at 58%"
        n -= 1
        kind.add(found[n].stem)
    return SHARE + _rates()[noun.stem], frozenset(kind)


def _told_rate(clause: str) -> str | None:
    """The rate that a clause tells of by its verb: "no more than 45% had cast a ballot" is a turnout.

    >>> _told_rate("no more than 45 percent had cast a ballot"), _told_rate("45 percent had cast a ballot for him")
    ('turnout', None)
    """
    if cue("rate_not", clause, "disputes"):
        return None
    return next((rate for rate in words("disputes")["rates_told"] if _of_rate(rate).search(plain(clause))), None)


@cache
def _of_rate(rate: str) -> re.Pattern[str]:
    return compiled(words("disputes")["rates_told"][rate])


def one_share(
    one: tuple[str, frozenset[str], frozenset[str]], other: tuple[str, frozenset[str], frozenset[str]]
) -> bool:
    """Whether two percentages, each with its measure, its kind and the words around it, are one number."""
    (measure, kind, said), (again, its_kind, its_said) = one, other
    if measure != again or kind != its_kind:
        return False
    noun = stem(measure.removeprefix(SHARE))
    return noun in _rates() or total((said & its_said) - {noun} - kind) >= LEAST


def _lacking(said: str) -> bool:
    """Whether a clause tells of the share that has not got something: "40% of homes were without power"."""
    told = said.lower().replace(",", " ").split()
    return any(w in words("disputes")["lacking"] or stem(w) in _listed("lacking") for w in told)


def _changed(before: str) -> bool:
    """Whether a percentage behind these words says by how much something changed."""
    told = [w for w in before.lower().replace(",", " ").split() if w not in ROUGHLY]
    return bool(told) and (stem(told[-1]) in _listed("changes") or told[-1] == "by")


@cache
def _rates() -> dict[str, str]:
    return {stem(w): w for w in words("disputes")["rates"]}


@cache
def _listed(name: str) -> frozenset[str]:
    return stems(" ".join(words("disputes")[name])) | frozenset(stem(w) for w in words("disputes")[name])
