"""Search with filters, and the same search as a feed that a reader can subscribe to."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from onrecord.ledger import Ledger

if TYPE_CHECKING:
    from fastapi.testclient import TestClient

ATOM = "{http://www.w3.org/2005/Atom}"


def bare(page: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "", page))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=soldiers", 1), ("q=soldiers&outlet=harrow wire", 1), ("q=soldiers&outlet=Other", 0),
        ("q=soldiers&published_from=2031-05-06", 1), ("q=soldiers&published_to=2031-05-05", 0),
        ("q=soldi*", 1), ("q=so*", 0),
        ("q=soldiers&as_of=2031-05-01", 0), ("q=dear&published_to=2031-05-01", 1), ("q=", 0),
    ],
)  # fmt: skip
def test_filters_choose_among_the_hits(pages: TestClient, query: str, found: int) -> None:
    assert pages.get(f"/search?{query}").text.count('<a class="what"') == found
    feed = ET.fromstring(pages.get(f"/search.atom?{query}").text)
    assert len(feed.findall(f"{ATOM}entry")) == found
    if not query.endswith("q="):
        assert pages.get(f"/api/v1/search?{query}").json()["total"] == found


def test_the_same_words_in_entries_are_one_click_away(pages: TestClient, link_of: Callable[[str, str], str]) -> None:
    page = pages.get("/search?q=soldiers").text
    assert "2 statements, 1 commitment, 1 dispute" in bare(page)
    assert pages.get(link_of(page, "1 commitment")).text.count('<article class="promise"') == 1
    statements = bare(pages.get(link_of(page, "2 statements")).text)
    assert "Statements with “soldiers”" in statements
    assert "Ruvia denied" in statements


def test_the_first_entries_stand_there_with_their_words_lit(
    pages: TestClient, link_of: Callable[[str, str], str]
) -> None:
    page = pages.get("/search?q=soldier").text
    assert '<details class="evidence-of" open>' in page, "no article has this very word"
    assert re.search(r"Ruvia denied that the <mark>soldiers</mark> would leave", page)
    assert "verb: vow" in bare(pages.get(link_of(page, "Velmark’s premier: up to 900 soldiers")).text)
    assert '<details class="evidence-of">' in pages.get("/search?q=soldiers").text
    assert "of all outlets and days" in bare(pages.get("/search?q=soldiers&outlet=Harrow Wire").text)


def test_a_feed_is_atom_with_links_to_the_lit_words(pages: TestClient, link_of: Callable[[str, str], str]) -> None:
    answer = pages.get(link_of(pages.get("/search?q=soldiers").text, "Feed of this search"))
    assert answer.headers["content-type"] == "application/atom+xml; charset=utf-8"
    feed = ET.fromstring(answer.text)
    assert feed.findtext(f"{ATOM}title") == "Articles with “soldiers”"
    assert feed.findtext(f"{ATOM}updated") == "2031-05-06T00:00:00Z"
    (entry,) = feed.findall(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == "Boots & bread"
    link = entry.find(f"{ATOM}link")
    assert link is not None
    page = pages.get(link.attrib["href"].removeprefix("http://127.0.0.1")).text
    assert '<mark class="at"' in page
    ids = [one.text for one in feed.iter(f"{ATOM}id")]
    assert len(set(ids)) == len(ids) == 2
    assert all(i and i.startswith("tag:onrecord.invalid,2020:") for i in ids)


def test_a_feed_holds_whatever_a_text_holds(asking: Callable[..., TestClient], path: Path) -> None:
    with Ledger.open(path) as ledger:
        made = ledger.article("../x?y#z")
        article = replace(
            made.article, id="odd", text="Strange \x07 ]]> <script> &amp; \ufffe words.", title="A\x01<b>",
            published="2031-05-04T10:30:00+02:00", parts=(),
        )  # fmt: skip
        ledger.put(replace(made, article=article))
    feed = ET.fromstring(asking(path).get("/search.atom?q=strange").text)
    (entry,) = feed.findall(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == "A <b>"
    assert entry.findtext(f"{ATOM}updated") == "2031-05-04T08:30:00Z"
    assert "<script> &amp;" in (entry.findtext(f"{ATOM}summary") or "")


@pytest.mark.parametrize(("query", "found"), [("", 2), ("outlet=Harrow Wire", 1), ("published_to=2031-05-02", 1)])
def test_articles_are_chosen_by_outlet_and_day(pages: TestClient, query: str, found: int) -> None:
    assert pages.get(f"/articles?{query}").text.count('<a class="what"') == found
    assert pages.get(f"/api/v1/articles?{query}").json()["total"] == found
