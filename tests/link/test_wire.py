"""Two outlets that credit one agency and print its words are one origin; one that only quotes the agency is its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.link.wire import credited
from onrecord.model import View

from .conftest import Page

SHARED = (
    "Ferries to the Selby islands stayed in port for a third day on Friday after the harbour pilots walked out over a "
    "new roster. The port said that forty lorries were waiting at the gates."
)
OWN = (
    " At the fish hall Marta Lindqvist sold the last of her herring before noon and then closed the stall, which her "
    "grandmother had opened in the year of the great flood when half of the quarter had to be built again."
)
OTHER = (
    " A spokesman of the town hall declined to say whether the schools would send children home early, though several "
    "bus drivers had been asked to stand by from two in the afternoon for trips along the coast road."
)


@pytest.mark.parametrize(
    ("text", "outlet", "found"),
    [
        ("SELBY, May 2 (Reuters) - Ferries stayed in port.", "The Gazette", {"Reuters"}),
        ("Ferries stayed in port.\nReporting by AFP", "The Gazette", {"Agence France-Presse"}),
        ("Ferries stayed in port.", "dpa", {"Deutsche Presse-Agentur"}),
        ("Ferries stayed in port, a pilot told Reuters.", "The Gazette", set()),
        ("Ferries stayed in port, according to TASS.", "The Gazette", set()),
    ],
)
def test_who_is_credited(text: str, outlet: str, found: set[str]) -> None:
    assert credited(Page("a", text, known={"outlet": outlet}).record) == found


@pytest.mark.parametrize(("credit", "origins"), [("(Reuters) - ", [("a", "b")]), ("", [])])
def test_one_wire_story_with_each_papers_own_paragraph(
    view: Callable[..., View], credit: str, origins: list[tuple[str, str]]
) -> None:
    one = Page("a", f"SELBY {credit}{SHARED}{OWN}", known={"outlet": "The Gazette"})
    other = Page("b", f"SELBY {credit}{SHARED}{OTHER}", known={"outlet": "Harrow Post"})
    assert list(view(one, other).copies) == origins
