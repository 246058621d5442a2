"""The modules of `link` build on each other in one direction, imports for type checking counted too."""

from __future__ import annotations

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import onrecord.link

PACKAGE = "onrecord.link"
FOLDER = Path(onrecord.link.__file__).parent


def imported(path: Path, modules: set[str]) -> set[str]:
    """The modules of the package that a file imports, anywhere in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name.removeprefix(f"{PACKAGE}.") for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module == PACKAGE:
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.removeprefix(f"{PACKAGE}."))
    return found & modules


def test_no_module_of_link_needs_one_that_needs_it() -> None:
    modules = {path.stem for path in FOLDER.glob("*.py")} - {"__init__"}
    graph = {name: imported(FOLDER / f"{name}.py", modules) for name in sorted(modules)}
    order = list(TopologicalSorter(graph).static_order())
    assert order.index("reading") < order.index("pairs") and len(order) == len(modules)
