"""What a headline says that its article does not: numbers and quoted words only, which can be told for sure."""

from __future__ import annotations

import re

from onrecord.model import Record

SMALL = 13
"""Numbers below it are written in words as often as not, and head lists that count themselves."""
YEARS = range(1900, 2101)
LONGEST = 400
"""Characters of a headline that are looked at."""
_NUMBER = re.compile(
    r"(?<![\w.,])\d{1,3}(?:,\d{3}){1,4}(?![\w,])|(?<![\w.,])\d{1,15}(?:\.\d{1,4})?(?=[^\w.,]|[.,]?\s|[.,]?$)"
)
_SCALE = re.compile(r"\s?(thousand|million|billion|trillion|mln|bn|k|m)\b", re.IGNORECASE)
SCALES = {"thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "mln": 1e6, "billion": 1e9, "bn": 1e9, "trillion": 1e12}
_QUOTED = re.compile(r"[“\"‘']([^“”\"‘’']{3,200})[”\"’']")


def unborne(record: Record) -> tuple[str, ...]:
    """The pieces of the title, as printed, that the article's text does not bear out; none where all is there.

    A number is borne out by the same number, by a figure that may mean it, or by a bound that allows it; quoted words
    by the same words.
    """
    title, text = (record.article.title or "")[:LONGEST], record.article.text
    figures = numbers(text) | _digits(text)
    ranges = [(q.low, q.high) for q in record.quantities]
    found = [
        words for words, value in _numbers(title)
        if value >= SMALL and not (value == int(value) and int(value) in YEARS) and value not in figures
        and not any((low is None or low <= value) and (high is None or value <= high) for low, high in ranges
                    if low is not None or high is not None)
    ]  # fmt: skip
    flat = _flat(text)
    return (*found, *(m[1].strip() for m in _QUOTED.finditer(title) if " " in m[1].strip() and _flat(m[1]) not in flat))


def numbers(text: str) -> set[float]:
    """The numbers that stand in a text in figures, their scale taken in.

    >>> sorted(numbers("1,200 men, 3.5 million crowns and 40"))
    [40.0, 1200.0, 3500000.0]
    """
    return {value for _, value in _numbers(text)}


def _numbers(text: str) -> list[tuple[str, float]]:
    found = []
    for match in _NUMBER.finditer(text):
        scale = _SCALE.match(text, match.end())
        value = float(match[0].replace(",", "")) * (SCALES[scale[1].casefold()] if scale else 1)
        found.append((match[0] + (scale[0] if scale else ""), value))
    return found


def _digits(text: str) -> set[float]:
    """Every run of digits, whatever it is part of: a score, a time, a name."""
    return {float(run) for run in re.findall(r"\d{1,15}", text)}


def _flat(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.casefold()))
