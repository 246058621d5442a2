"""No pattern of the reading and language layers takes more than twice the work for twice the text."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from itertools import product
from types import ModuleType
from typing import Any

import pytest

from onrecord.extract.time_phrases import _grammar

from .backtracking import Endless, Machine, sample, tree, unbounded

SHORT = 24
_CALLS = frozenset({"compile", "search", "match", "fullmatch", "sub", "subn", "findall", "finditer", "split"})


def modules() -> Iterator[ModuleType]:
    for name in ("onrecord.extract", "onrecord.lexicon", "onrecord.read"):
        package = importlib.import_module(name)
        for found in pkgutil.iter_modules(package.__path__, package.__name__ + "."):
            yield importlib.import_module(found.name)


def written(module: ModuleType) -> Iterator[tuple[int, re.Pattern[Any] | None]]:
    """The line and the pattern of each call of `re`; None where the pattern is put together at run time."""
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _CALLS):
            continue
        if not (isinstance(node.func.value, ast.Name) and node.func.value.id == "re"):
            continue
        asked = ast.Call(ast.parse("re.compile", mode="eval").body, [node.args[0], *flags(node)], [])
        try:
            code = compile(ast.fix_missing_locations(ast.Expression(asked)), "pattern", "eval")
            yield node.lineno, eval(code, vars(module))
        except NameError:
            yield node.lineno, None


def built(module: ModuleType) -> Iterator[tuple[str, re.Pattern[Any]]]:
    """The patterns that functions without arguments put together."""
    for name, made in vars(module).items():
        annotated = getattr(made, "__annotations__", {}).get("return")
        if annotated == "re.Pattern[str]" and not inspect.signature(made).parameters:
            yield name, made()


def is_anchored(module: ModuleType, pattern: re.Pattern[Any]) -> bool:
    """Whether all uses of a named pattern try it at one place only: `match`, `fullmatch`."""
    names = {name for name, value in vars(module).items() if value is pattern}
    uses = {
        node.attr
        for node in ast.walk(ast.parse(inspect.getsource(module)))
        if isinstance(node, ast.Attribute) and _named(node.value) in names
    }
    return bool(uses) and uses <= {"match", "fullmatch"}


def _named(node: ast.expr) -> str:
    node = node.func if isinstance(node, ast.Call) else node
    return node.id if isinstance(node, ast.Name) else ""


def flags(call: ast.Call) -> list[ast.expr]:
    """The flags of a call of `re.compile`."""
    assert isinstance(call.func, ast.Attribute)
    return list(call.args[1:2]) if call.func.attr == "compile" else []


WRITTEN = [(m, f"{m.__name__}:{line}", pattern) for m in modules() for line, pattern in written(m)]
BUILT = [(m, f"{m.__name__}.{name}", pattern) for m in modules() for name, pattern in built(m)]
GRAMMAR = [(pattern.name, pattern.regex) for pattern in _grammar().patterns]


def adversaries(pattern: re.Pattern[Any]) -> set[tuple[str, str]]:
    """A beginning and what is repeated after it: what the pattern's own repetitions take, alone and by twos."""
    nodes = tree(pattern)
    loops = list(unbounded(nodes))
    units = {sample(body, turn) for _, body in loops for turn in range(4)} | {" ", "a", "7"}
    starts = {"", *(before for before, _ in loops), *(sample(nodes, turn)[:1] for turn in range(2))}
    pairs = {a + b for a, b in product(sorted(units)[:6], repeat=2)}
    return {(start, unit) for start in starts for unit in units | pairs if unit}


def work(pattern: re.Pattern[Any], text: str, anchored: bool) -> int:
    machine = Machine(pattern, text)
    return machine.match() if anchored else machine.search_all()


def superlinear(pattern: re.Pattern[Any], anchored: bool = False) -> list[str]:
    """The adversaries that cost more than in proportion."""
    found = []
    for start, unit in sorted(adversaries(pattern)):
        try:
            once, twice = (work(pattern, start + unit * n + "\x01", anchored) for n in (SHORT, 2 * SHORT))
        except Endless:
            found.append(f"{start!r} + {unit!r} * n without end")
            continue
        if twice > 2.5 * once + 50:
            found.append(f"{start!r} + {unit!r} * n: {once} steps, then {twice}")
    return found


@pytest.mark.parametrize(
    ("module", "pattern"),
    [pytest.param(m, p, id=where) for m, where, p in [*WRITTEN, *BUILT] if p],
)
def test_twice_the_text_is_at_most_twice_the_work(module: ModuleType, pattern: re.Pattern[Any]) -> None:
    anchored = is_anchored(module, pattern)
    if isinstance(pattern.pattern, bytes):
        pattern = re.compile(pattern.pattern.decode("latin-1"), pattern.flags | re.UNICODE)
    assert superlinear(pattern, anchored) == []


@pytest.mark.parametrize(("name", "pattern"), GRAMMAR, ids=[name for name, _ in GRAMMAR])
def test_a_time_phrase_has_a_greatest_length(name: str, pattern: re.Pattern[str]) -> None:
    assert list(unbounded(tree(pattern))) == []


def enclosing(module: ModuleType, line: int) -> str:
    """The function that holds a line; empty outside of all."""
    held = [
        (node.lineno, node.name)
        for node in ast.walk(ast.parse(inspect.getsource(module)))
        if isinstance(node, ast.FunctionDef) and node.lineno <= line <= (node.end_lineno or 0)
    ]
    return max(held, default=(0, ""))[1]


def test_every_pattern_put_together_at_run_time_is_looked_at() -> None:
    looked_at = {where for _, where, _ in BUILT} | {"onrecord.extract.time_phrases._compiled"}
    lines = [(m, int(where.rpartition(":")[2])) for m, where, pattern in WRITTEN if pattern is None]
    assert {f"{m.__name__}.{enclosing(m, line)}" for m, line in lines} <= looked_at


def kept(value: object) -> Iterator[re.Pattern[Any]]:
    """The patterns in a value, in whatever it is kept."""
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict):
        yield from (pattern for item in value.items() for part in item for pattern in kept(part))
    elif isinstance(value, list | tuple | set | frozenset):
        yield from (pattern for part in value for pattern in kept(part))


@pytest.mark.parametrize("module", [pytest.param(m, id=m.__name__) for m in modules()])
def test_no_pattern_of_a_module_is_missed(module: ModuleType) -> None:
    seen = [pattern for m, _, pattern in [*WRITTEN, *BUILT] if m is module]
    here = [p for name, value in vars(module).items() if not name.startswith("__") for p in kept(value)]
    others = [pattern for m, _, pattern in WRITTEN if m is not module]  # what is imported from another module
    assert [p for p in here if p not in seen and p not in others] == []


@pytest.mark.parametrize("module", [pytest.param(m, id=m.__name__) for m in modules()])
def test_patterns_are_written_where_they_are_found(module: ModuleType) -> None:
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        named = node.names if isinstance(node, ast.Import) else []
        assert not any(alias.name == "regex" or (alias.name == "re" and alias.asname) for alias in named)
        assert not (isinstance(node, ast.ImportFrom) and node.module in ("re", "regex"))


@pytest.mark.parametrize("bad", [r"(?:a+)+b", r"\s+$", r"\w*\d*x", r"(?:a|ab?)*c", r"a*a*b"])
def test_what_grows_faster_is_found(bad: str) -> None:
    assert superlinear(re.compile(bad)) != []
