"""The pictures in the README and the docs: all are made by one script, and all are shown somewhere."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_every_picture_is_made_by_the_script_and_shown() -> None:
    spec = importlib.util.spec_from_file_location("screenshots", ROOT / "docs" / "screenshots.py")
    assert spec
    assert spec.loader
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    made = {f"{shot.name}.png" for shot in script.SHOTS}
    there = {file.name for file in (ROOT / "docs" / "images").glob("*.png")}
    texts = [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]
    shown = {name for text in texts for name in re.findall(r"images/([\w-]+\.png)", text.read_text("utf-8"))}
    assert made == there == shown
