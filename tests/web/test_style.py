"""What the style sheet promises: every ink can be read on its ground, in light and in dark."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import onrecord.web

CSS = (Path(onrecord.web.__file__).parent / "static" / "onrecord.css").read_text("utf-8")
PAPER = ("paper", "panel", "statement")
PAIRS = [
    *[("ink", ground) for ground in (*PAPER,)], *[("soft", ground) for ground in ("paper", "panel")],
    *[("link", ground) for ground in ("paper", "panel")], ("lit-ink", "lit"), ("paper", "link"),
    *[(kind, "paper") for kind in ("statement-ink", "commitment", "denial", "event", "quantity", "time", "place")],
    ("bad", "bad-ground"), ("wait", "wait-ground"), ("good", "good-ground"), ("calm", "calm-ground"),
]  # fmt: skip


def palette(scheme: str) -> dict[str, str]:
    light, dark = re.findall(r":root \{(.*?)\}", CSS, re.DOTALL)[:2]
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", light))
    return colours | (dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", dark)) if scheme == "dark" else {})


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_contrast_is_at_least_that_of_wcag_aa(scheme: str, ink: str, ground: str) -> None:
    colours = palette(scheme)
    bright, dim = sorted((luminance(colours[ink]), luminance(colours[ground])), reverse=True)
    assert (bright + 0.05) / (dim + 0.05) >= 4.5


def test_nothing_moves_by_itself() -> None:
    assert not re.search(r"transition|animation|@keyframes|scroll-behavior", CSS)


def test_nothing_is_fetched_from_elsewhere() -> None:
    assert "url(" not in CSS
    assert "@import" not in CSS
