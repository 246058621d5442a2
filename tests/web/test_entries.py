"""The page of one entry: its name, its words in their sentence, who reports it, and what was known on a day."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from onrecord.ledger import Ledger
from onrecord.model import Ref, Span
from onrecord.web.routes.entry import sentence

if TYPE_CHECKING:
    from fastapi.testclient import TestClient


@pytest.fixture
def copied(asking: Callable[..., TestClient], path: Path) -> TestClient:
    """The pages of a ledger in which two outlets print the article."""
    with Ledger.open(path) as ledger:
        made = ledger.article("a")
        ledger.put(
            replace(
                made, article=replace(made.article, id="b", outlet="Quay Post", published="2031-05-07", title="Two")
            )
        )
    return asking(path)


def bare(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


def test_a_story_has_a_page_with_its_articles(copied: TestClient, link_of: Callable[[str, str], str]) -> None:
    page = copied.get(link_of(re.sub(r".*<main", "", copied.get("/stories").text, flags=re.DOTALL), "Boots"))
    assert "Harrow Wire, 6 May 2031" in bare(page.text)
    assert "Quay Post, 7 May 2031" in bare(page.text)
    assert "characters 0 to 0" not in page.text


def test_an_article_leads_to_its_copies_and_its_story(copied: TestClient, link_of: Callable[[str, str], str]) -> None:
    page = copied.get("/articles/b").text
    assert "Printed also by Harrow Wire ( side by side ): copies, one origin" in bare(page)
    assert "Two articles side by side" in copied.get(link_of(page, "side by side")).text
    assert "2 articles, 1 origin" in bare(copied.get(link_of(page, "Boots & bread")).text)


def test_a_promise_names_all_its_reports_and_can_be_asked_for_another_day(
    copied: TestClient, link_of: Callable[[str, str], str]
) -> None:
    address = link_of(copied.get("/promises").text, "up to 900 soldiers").partition("?")[0]
    page = copied.get(address).text
    assert "Reports of it 2" in bare(page)
    assert f'action="{address}"' in page
    assert "Reports of it" not in copied.get(f"{address}?as_of=2031-05-06").text
    assert "this was not known yet" in copied.get(f"{address}?as_of=2031-05-01").text


TOLD = "Ships lay at anchor. The port counted 40 of them on Friday. Nobody said why."


@pytest.mark.parametrize(
    ("text", "anchor", "evidence", "expected"),
    [
        (TOLD, "40", "40", ("The port counted ", "40", " of them on Friday.")),
        (TOLD, "Ships", "Ships", ("", "Ships", " lay at anchor.")),
        ("One line\n7 boats\nAnother", "7", "7", ("", "7", " boats")),
        (TOLD, "counted", "The port counted 40", ("The port ", "counted", " 40")),
        (TOLD, "Nobody", "The port", ("The port", "", "")),
    ],
)
def test_words_stand_in_their_sentence(text: str, anchor: str, evidence: str, expected: tuple[str, str, str]) -> None:
    def at(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    assert sentence(text, at(evidence), Ref("a", "v", "quantity", *at(anchor))) == expected
