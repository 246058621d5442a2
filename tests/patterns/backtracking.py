"""A regular expression run step by step as Python's engine runs it, to count its work without a clock."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

Node = tuple[Any, Any]

MOST = 60_000
"""Steps after which a run is given up as endless."""
_BOUND = 3
"""Bounded repetitions are run with this bound: what grows with their true bound does not grow with the input."""

_CATEGORIES: dict[Any, Callable[[str], bool]] = {
    ops.CATEGORY_DIGIT: str.isdecimal,
    ops.CATEGORY_NOT_DIGIT: lambda c: not c.isdecimal(),
    ops.CATEGORY_SPACE: str.isspace,
    ops.CATEGORY_NOT_SPACE: lambda c: not c.isspace(),
    ops.CATEGORY_WORD: lambda c: c.isalnum() or c == "_",
    ops.CATEGORY_NOT_WORD: lambda c: not (c.isalnum() or c == "_"),
}
_KINDS = {
    ops.CATEGORY_DIGIT: "7",
    ops.CATEGORY_SPACE: " ",
    ops.CATEGORY_WORD: "a",
    ops.CATEGORY_NOT_DIGIT: "a",
    ops.CATEGORY_NOT_SPACE: "a",
    ops.CATEGORY_NOT_WORD: "-",
}
_REPEATS = (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT)


class Endless(Exception):
    """More steps than `MOST`."""


class Machine:
    """One pattern over one text; `steps` is the number of characters and positions that were tried."""

    def __init__(self, pattern: re.Pattern[Any], text: str) -> None:
        self.tree: Sequence[Node] = tree(pattern)
        self.folded = bool(pattern.flags & re.IGNORECASE)
        self.text = text
        self.steps = 0
        self.groups: dict[int, tuple[int, int]] = {}

    def search_all(self) -> int:
        """The steps of finding all matches, as `finditer` does."""
        at = 0
        while at <= len(self.text):
            end = next(self._run(self.tree, 0, at), None)
            at = max(at + 1, end) if end is not None else at + 1
        return self.steps

    def match(self) -> int:
        """The steps of trying the pattern at the beginning only, to the end if need be, as `fullmatch` does."""
        any(end == len(self.text) for end in self._run(self.tree, 0, 0))
        return self.steps

    def _run(self, nodes: Sequence[Node], first: int, at: int) -> Iterator[int]:
        if first == len(nodes):
            yield at
            return
        for end in self._one(nodes[first], at):
            yield from self._run(nodes, first + 1, end)

    def _one(self, node: Node, at: int) -> Iterator[int]:
        self.steps += 1
        if self.steps > MOST:
            raise Endless
        op, value = node
        if op in _REPEATS:
            ends = self._repeat(op, value, at, 0)
            yield from ([next(ends)] if op is ops.POSSESSIVE_REPEAT else ends)
        elif op is ops.BRANCH:
            for branch in value[1]:
                yield from self._run(branch, 0, at)
        elif op is ops.SUBPATTERN:
            for end in self._run(value[3], 0, at):
                self.groups[value[0]] = (at, end)
                yield end
        elif op is ops.ATOMIC_GROUP:
            yield from [end for end in [next(self._run(value, 0, at), None)] if end is not None]
        elif op in (ops.ASSERT, ops.ASSERT_NOT):
            back = value[1].getwidth()[0] if value[0] < 0 else 0
            found = at >= back and next(self._run(value[1], 0, at - back), None) is not None
            yield from [at] if found == (op is ops.ASSERT) else []
        elif op is ops.AT:
            yield from [at] if self._at(value, at) else []
        elif op is ops.GROUPREF:
            said = self.text[slice(*self.groups.get(value, (0, 0)))]
            yield from [at + len(said)] if self.text.startswith(said, at) else []
        elif at < len(self.text) and self._fits(node, self.text[at]):
            yield at + 1

    def _repeat(self, op: Any, value: Any, at: int, count: int) -> Iterator[int]:
        low, high, body = value
        low, high = min(low, _BOUND), high if high is ops.MAXREPEAT else min(high, max(_BOUND, low))
        if op is ops.MIN_REPEAT and count >= low:
            yield at
        if high is ops.MAXREPEAT or count < high:
            for end in self._run(body, 0, at):
                if end > at or count < low:
                    yield from self._repeat(op, value, end, count + 1)
        if op is not ops.MIN_REPEAT and count >= low:
            yield at

    def _fits(self, node: Node, char: str) -> bool:
        forms = {char, char.lower(), char.upper()} if self.folded else {char}
        return any(fits(node, form) for form in forms)

    def _at(self, where: Any, at: int) -> bool:
        word = _CATEGORIES[ops.CATEGORY_WORD]
        inside = [0 <= i < len(self.text) and word(self.text[i]) for i in (at - 1, at)]
        if where in (ops.AT_BOUNDARY, ops.AT_NON_BOUNDARY):
            return (inside[0] != inside[1]) == (where is ops.AT_BOUNDARY)
        return at == 0 if where in (ops.AT_BEGINNING, ops.AT_BEGINNING_STRING) else at == len(self.text)


def tree(pattern: re.Pattern[Any]) -> Any:
    """The parsed pattern."""
    return parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)


def fits(node: Node, char: str) -> bool:
    """Whether a node for one character takes this one."""
    op, value = node
    if op is ops.LITERAL:
        return bool(char == chr(value))
    if op is ops.NOT_LITERAL:
        return bool(char != chr(value))
    if op is ops.ANY:
        return char != "\n"
    if op is ops.RANGE:
        return bool(value[0] <= ord(char[0]) <= value[1])
    if op is ops.CATEGORY:
        return _CATEGORIES[value](char)
    assert op is ops.IN, op
    negated = value[0][0] is ops.NEGATE
    return any(fits(item, char) for item in value[negated:]) != negated


def unbounded(nodes: Sequence[Node], before: str = "") -> Iterator[tuple[str, Sequence[Node]]]:
    """Each repetition without an upper bound: a text that leads to it, and its body."""
    for op, value in nodes:
        inner: list[Sequence[Node]] = []
        if op in _REPEATS:
            inner = [value[2]]
            if value[1] is ops.MAXREPEAT:
                yield before, value[2]
        elif op is ops.BRANCH:
            inner = list(value[1])
        elif op is ops.SUBPATTERN:
            inner = [value[3]]
        elif op in (ops.ASSERT, ops.ASSERT_NOT):
            inner = [value[1]]
        for body in inner:
            yield from unbounded(body, before)
        before += sample([(op, value)])


def sample(nodes: Sequence[Node], turn: int = 0) -> str:
    """A short text that the nodes take; `turn` picks among branches and members of classes."""
    said = ""
    for op, value in nodes:
        if op in _REPEATS:
            said += sample(value[2], turn) * min(max(value[0], 1), _BOUND)
        elif op is ops.BRANCH:
            said += sample(value[1][turn % len(value[1])], turn)
        elif op is ops.SUBPATTERN:
            said += sample(value[3], turn)
        elif op is ops.ATOMIC_GROUP:
            said += sample(value, turn)
        elif op not in (ops.AT, ops.ASSERT, ops.ASSERT_NOT, ops.GROUPREF):
            said += _member((op, value), turn)
    return said


def _member(node: Node, turn: int) -> str:
    op, value = node
    named = [chr(v) for o, v in (value if op is ops.IN else [node]) if o is ops.LITERAL]
    ranges = [chr(v[0]) for o, v in (value if op is ops.IN else []) if o is ops.RANGE]
    kinds = [_KINDS[v] for o, v in (value if op is ops.IN else []) if o is ops.CATEGORY]
    members = [c for c in [*named, *ranges, *kinds, *"a7A -.,'"] if fits(node, c)]
    return members[turn % len(members)] if members else ""
