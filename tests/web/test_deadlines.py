"""Deadlines as a page and as a feed; stories with their copies; two texts side by side."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from onrecord.ledger import Ledger
from onrecord.model import Record
from onrecord.web.differences import Run, compared

if TYPE_CHECKING:
    from fastapi.testclient import TestClient

Asking = Callable[..., "TestClient"]


def bare(page: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "", page))


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("", "1 ahead"), ("within=6", "1 ahead"), ("within=5", "0 ahead"), ("as_of=2031-05-13", "1 past their day"),
        ("actor=Ruvia", "0 ahead"), ("actor=premier", "1 ahead"), ("as_of=2031-05-01", "Nothing on record falls due"),
    ],
)  # fmt: skip
def test_what_falls_due(pages: TestClient, query: str, words: str) -> None:
    assert words in bare(pages.get(f"/deadlines?{query}").text)


def test_the_feed_holds_what_the_page_shows(pages: TestClient, link_of: Callable[[str, str], str]) -> None:
    address = link_of(pages.get("/deadlines?actor=premier").text, "Calendar feed")
    answer = pages.get(address)
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert answer.text.count("BEGIN:VEVENT\r\n") == 1
    assert "DTSTART;VALUE=DATE:20310512\r\n" in answer.text
    entry = re.search(r"URL:http://127\.0\.0\.1(/entries/c\w+)\r\n", answer.text)
    assert entry
    assert "what would settle it" in pages.get(entry[1]).text
    assert "VEVENT" not in pages.get("/deadlines.ics?actor=Ruvia").text
    assert pages.get("/deadlines.ics?within=soon").status_code == 400


def test_copies_of_a_story_are_shown_side_by_side(
    asking: Asking, path: Path, link_of: Callable[[str, str], str]
) -> None:
    with Ledger.open(path) as ledger:
        made = ledger.article("a")
        article = replace(made.article, id="b", outlet="Quay Post", text=made.article.text.replace("later", "soon"))
        ledger.put(replace(made, article=article))
    pages = asking(path)
    stories = pages.get("/stories").text
    assert "1 origin" in stories
    page = pages.get(link_of(stories, "side by side")).text
    assert {"<mark>later.</mark>", "<mark>soon.</mark>"} <= set(re.findall(r"<mark>.*?</mark>", page))
    assert "<script>" not in page


def test_versions_of_an_article_show_what_was_changed(pages: TestClient, link_of: Callable[[str, str], str]) -> None:
    page = pages.get(link_of(pages.get("/articles/a").text, " changed")).text
    assert "Two versions of one article" in page
    assert "<ins>" in page
    assert "More later." in bare("".join(re.findall(r"<ins>.*?</ins>", page)))
    assert pages.get("/compare?a=a").status_code == 400
    assert pages.get("/compare?a=a&b=none").status_code == 404


@pytest.mark.parametrize(
    ("a", "b", "rows"),
    [
        ("One two.", "One  two.\n", [("One two.", "One two.")]),
        ("One two three.", "One ten three.", [("One [two ]three.", "One [ten ]three.")]),
        ("Alone here.\nShared.", "Shared.\nNew words.", [("[Alone here.]", ""), ("Shared.", "Shared."),
                                                          ("", "[New words.]")]),
        ("", "", []),
    ],
)  # fmt: skip
def test_texts_are_compared_word_by_word(a: str, b: str, rows: list[tuple[str, str]]) -> None:
    def shown(runs: tuple[Run, ...]) -> str:
        return "".join(f"[{run.text}]" if run.own else run.text for run in runs)

    assert [(shown(row.a), shown(row.b)) for row in compared(a, b).rows] == rows


def test_the_hour_and_its_zone_are_told(asking: Asking, path: Path, record: Callable[..., Record]) -> None:
    with Ledger.open(path) as ledger:
        ledger.put(record("Ruvia's premier vowed that the bridge would be open by 18:00 GMT on Friday.", "2031-05-06"))
    pages = asking(path)
    assert "18:00 UTC" in pages.get("/deadlines?about=bridge").text
    assert "DTSTART:20310509T180000Z" in pages.get("/deadlines.ics?about=bridge").text
