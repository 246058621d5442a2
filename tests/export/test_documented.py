"""Whoever reads docs/exports.md finds every format and every column there."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from onrecord.cli.export import Format
from onrecord.export import gdelt
from onrecord.export.sheets import CODED
from onrecord.export.table import COLUMNS

DOCS = (Path(__file__).parents[2] / "docs" / "exports.md").read_text("utf-8")


@pytest.mark.parametrize("name", [*get_args(Format), *COLUMNS, *CODED, *gdelt.COLUMNS[:5], *gdelt.COLUMNS[25:34]])
def test_it_is_documented(name: str) -> None:
    assert f"`{name}`" in DOCS
