"""Whatever an article, its title, its outlet or its address holds is shown as text: on every page, in every feed."""

from __future__ import annotations

import html
import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote
from xml.etree import ElementTree as ET

import pytest

from onrecord.ledger import Ledger
from onrecord.link.refs import refs
from onrecord.model import Actor, Article, Commitment, Deadline, Mention, Part, Record, Span, Statement

if TYPE_CHECKING:
    from fastapi.testclient import TestClient
    from playwright.sync_api import Page

HOSTILE = (
    "<script>window.owned=1</script>", "<img src=x onerror=window.owned=1>", "\"><svg onload=window.owned=1>",
    "' autofocus onfocus=window.owned=1 x='", "</title><script>window.owned=1</script>",
    "</textarea><script>window.owned=1</script>", "<!--<script>window.owned=1//-->", "{{7*7}}{% raw %}", "${7*7}",
    "javascript:window.owned=1", "<a href=javascript:window.owned=1>x</a>",
    "&lt;script&gt;window.owned=1&lt;/script&gt;",
    "<style>*{display:none}</style>", "<iframe srcdoc='<script>parent.owned=1</script>'>", "\u202egnp.exe", "]]><x/>",
    "<math><mtext><table><mglyph><style><img src=x onerror=window.owned=1>", "<base href=//evil.example/>",
)  # fmt: skip
"""Stored cross-site scripting as it is tried; `owned` is set where one runs."""


def hostile(number: int, bad: str) -> Record:
    """An article whose key, title, outlet, address, actor and words are hostile."""
    text = f"{bad} vowed that {bad} would leave by 12 May."
    cue, by = text.index("vowed"), text.index("by 12 May")
    who, action = Span(0, len(bad)), Span(cue + 6, by - 1)
    article = Article(
        f"{number}{bad}",
        text,
        "2031-05-05",
        bad,
        bad,
        f"https://evil.example/{bad}",
        "en",
        (Part("body", Span(0, len(text))),),
    )
    return Record(
        article, {"onrecord": bad, "lexicon": "x", "model": None},
        actors=(Actor("a1", bad, "person", role=bad, mentions=(Mention(who, "name"),)),),
        statements=(Statement("s1", "indirect", (who,), (Span(cue, cue + 5),), (action,), "a1", cue_class="promise"),),
        commitments=(
            Commitment("c1", "promise", (who,), (action,), (Span(cue, cue + 5),), Span(0, len(text)), "s1",
                       promisor_actor="a1", rule=bad, deadline=Deadline(Span(by, by + 9), "by", None, "2031-05-12")),
        ),
    )  # fmt: skip


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "outlets.csv").write_text(
        "name,aliases,country,kind,state_controlled,grade\n"
        + "".join(f'"{bad.replace(chr(34), chr(34) * 2)}",,NOR,paper,no,"<b>A</b>"\n' for bad in HOSTILE if bad.strip())
    )
    with Ledger.open(tmp_path / "a.db", clock=lambda: "2031-05-20T12:00:00+00:00") as ledger:
        for number, bad in enumerate(HOSTILE):
            ledger.put(hostile(number, bad))
        record = ledger.article(f"0{HOSTILE[0]}")
        name = next(r.id for r in refs(record) if r.kind == "commitment")
        ledger.review(name, "set", author=HOSTILE[1], field="kind", value="plan", note=HOSTILE[0])
    return tmp_path / "a.db"


def addresses(path: Path) -> list[str]:
    with Ledger.open(path) as ledger:
        key = f"1{HOSTILE[1]}"
        named = {r.kind: r.id for r in refs(ledger.article(key))}
        person = ledger.persons()[0].id
    return [
        "/", "/promises", "/deadlines", "/disputes", "/series?at_least=1", "/stories", "/articles", "/said",
        "/timeline",
        "/map", "/actors", "/outlets", "/review", "/review/decisions", f"/actors/{person}",
        f"/outlets?name={quote(HOSTILE[0])}", f"/article?key={quote(key, safe='')}", f"/entries/{named['commitment']}",
        f"/review/entries/{named['commitment']}", f"/review/entries/{named['actor']}",
        *(f"/search?q={quote(bad)}" for bad in HOSTILE[:6]), *(f"/said?actor={quote(bad)}" for bad in HOSTILE[:6]),
        *(f"/{quote(bad, safe='')}" for bad in HOSTILE[:6]), f"/sign-in?next={quote(HOSTILE[9])}",
    ]  # fmt: skip


def test_in_a_browser_nothing_of_it_runs_and_no_link_leads_out(page: Page, served: str, path: Path) -> None:
    if page.viewport_size and page.viewport_size["width"] < 1000:
        return  # the same pages on a phone
    for address in addresses(path):
        page.goto(served + address)
        assert page.evaluate("window.owned") is None, address
        assert page.locator("body").is_visible()
        schemes = page.evaluate(
            "[...document.querySelectorAll('a[href]')].map(a => new URL(a.getAttribute('href'), location).origin)"
        )
        assert set(schemes) == {served}, address
        assert page.locator("iframe, math, base, svg[onload], img[onerror], script:not([src])").count() == 0


def test_it_stands_there_as_it_was_printed(pages: TestClient, path: Path) -> None:
    listed = html.unescape(pages.get("/articles").text)
    for bad in HOSTILE:
        assert bad in listed
    for address in addresses(path):
        text = pages.get(address).text
        assert "<script>window" not in text
        assert "onerror=window.owned=1>" not in text


def test_feeds_and_the_api_are_well_formed(pages: TestClient, link_of: Callable[[str, str], str]) -> None:
    feed = ET.fromstring(pages.get("/search.atom?q=vowed").content)
    titles = {e.text for e in feed.iter("{http://www.w3.org/2005/Atom}title")}
    assert set(HOSTILE) <= titles
    calendar = pages.get("/deadlines.ics").text
    assert calendar.count("\r\nBEGIN:VEVENT\r\n") == calendar.count("\r\nEND:VEVENT\r\n") == calendar.count("UID:") > 0
    names = {one["title"] for one in pages.get("/api/v1/articles?limit=500").json()["items"]}
    assert names == set(HOSTILE)
    assert json.loads(pages.get("/review/annotations.json").text)["total"] == 1
