"""Phrases that may tell a time: the patterns of `time_patterns.toml` matched over word classes.

A pattern is a regular expression with one character a word, so its cost does not depend on the words. Of matches that
overlap the leftmost counts, then the longest, then the one whose pattern stands first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from onrecord.extract.time_words import Alphabet, Word, alphabet, split
from onrecord.lexicon import words

_PIECE = re.compile(r"\(\?P<\w+>|\(\?<?[=!:]|<(?P<cls>\w+)>|(?P<word>[a-z]+)|\s+|.")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A match: `[start, end)` in code points, the pattern's name and reader, and its groups in small letters."""

    start: int
    end: int
    rule: str
    read: str
    groups: Mapping[str, str]
    before: str = ""
    """The two words before it, in small letters."""

    def get(self, *names: str) -> str | None:
        """The words of the first of these groups that took part in the match."""
        return next((self.groups[name] for name in names if name in self.groups), None)


@dataclass(frozen=True, slots=True)
class _Pattern:
    name: str
    read: str
    regex: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Grammar:
    """The compiled patterns and the alphabet that they are written in."""

    alphabet: Alphabet
    patterns: tuple[_Pattern, ...]


def phrases(text: str, start: int, end: int) -> Iterator[list[Phrase]]:
    """Matches in `text[start:end]` in text order: at each place the alternatives, best first.

    The caller takes the first alternative that can be read; those that overlap what it took must be passed over.
    """
    grammar = _grammar()
    tokens = split(text, start, end)
    codes = grammar.alphabet.encode(text, tokens)
    found = [
        (m.start(), -m.end(), order, m)
        for order, pattern in enumerate(grammar.patterns)
        for m in _matches(pattern.regex, codes)
    ]
    at: dict[int, list[Phrase]] = {}
    for first, _, order, m in sorted(found, key=lambda match: match[:3]):
        pattern = grammar.patterns[order]
        at.setdefault(first, []).append(_phrase(pattern, m, tokens))
    yield from at.values()


def _matches(regex: re.Pattern[str], codes: str) -> Iterator[re.Match[str]]:
    """All matches, one from each place: what begins inside a longer one may be wanted where that is not."""
    at = 0
    while (m := regex.search(codes, at)) is not None:
        yield m
        at = m.start() + 1


def _phrase(pattern: _Pattern, m: re.Match[str], tokens: list[Word]) -> Phrase:
    groups = {
        name: " ".join(w.lower for w in tokens[slice(*m.span(name))])
        for name, matched in m.groupdict().items()
        if matched is not None
    }
    before = " ".join(w.lower for w in tokens[max(0, m.start() - 2) : m.start()])
    return Phrase(tokens[m.start()].start, tokens[m.end() - 1].end, pattern.name, pattern.read, groups, before)


@cache
def _grammar() -> Grammar:
    data = words("time_patterns")
    sources = {p["name"]: _expanded(p["match"], data["macros"]) for p in data["pattern"]}
    literal = {m["word"] for source in sources.values() for m in _PIECE.finditer(source) if m["word"]}
    classes = {f"={word}": [word] for word in literal} | word_classes()
    letters = alphabet(classes, words("times")["capitalised"])
    compiled = tuple(_Pattern(p["name"], p["read"], _compiled(sources[p["name"]], letters)) for p in data["pattern"])
    return Grammar(letters, compiled)


def word_classes() -> dict[str, list[str]]:
    """The classes that patterns name, from the tables of `times.toml`."""
    data: dict[str, Any] = words("times")
    classes: dict[str, list[str]] = {name: list(table) for name, table in data["numbers"].items()}
    classes |= {name: list(members) for name, members in data["classes"].items()}
    classes["unit"] = [word for members in data["units"].values() for word in members]
    classes["units"] = [word for word in classes["unit"] if word.endswith("s") or word == "centuries"]
    classes["deictic"] = list(data["days"])
    parts = [word for members in data["parts"].values() for word in members]
    single = [word for word in parts if word != "overnight" and " " not in word]
    classes["partsof"] = [word for word in single if word.removesuffix("s") in single and word.endswith("s")]
    classes["part"] = [word for word in single if word not in classes["partsof"]]
    classes["season"] = [word for members in data["seasons"].values() for word in members]
    classes["noon"] = list(data["hours"])
    zones: dict[str, dict[str, str]] = data["zones"]
    classes["zone"] += zones["letters"]
    classes["zonename"] += [name.split()[0] for kind in ("fixed", "european", "american") for name in zones[kind]]
    classes["which"] = [word for members in data["which"].values() for word in members]
    classes["often"] = [word for members in data["repeated"].values() for word in members]
    return classes


def _expanded(source: str, macros: Mapping[str, str]) -> str:
    while (m := re.search(r"\{(\w+)\}", source)) is not None:
        source = source[: m.start()] + macros[m[1]] + source[m.end() :]
    return source


def _compiled(source: str, letters: Alphabet) -> re.Pattern[str]:
    def piece(m: re.Match[str]) -> str:
        if m["cls"] or m["word"]:
            return f"[{letters.classes[m['cls'] or '=' + m['word']]}]"
        return "" if m.group().isspace() else m.group()

    return re.compile(_PIECE.sub(piece, source))
