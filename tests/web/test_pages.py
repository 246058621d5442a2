"""The pages as a reader asks for them: what stands there, where links lead, and what is refused."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from onrecord.errors import LedgerError
from onrecord.export.printed import Printed, Source
from onrecord.ledger import Ledger
from onrecord.model.quantity import Op
from onrecord.model.view import Point
from onrecord.web import addresses, create_app
from onrecord.web.bars import bar
from onrecord.web.guard import HEADERS
from onrecord.web.pages import Pages

if TYPE_CHECKING:
    from fastapi.testclient import TestClient

LinkOf = Callable[[str, str], str]
Asking = Callable[..., "TestClient"]


def bare(page: str) -> str:
    """A page's words without tags."""
    return html.unescape(re.sub(r"<[^>]+>", "", page))


def test_the_brief_is_the_first_page(pages: TestClient) -> None:
    page = pages.get("/").text
    for words in ("On record as of", "6 May 2031", "Running, with a deadline", "in 6 days", "1 independent origin",
                  "Velmark’s premier: up to 900 soldiers would leave Karsova", "Disputes"):  # fmt: skip
        assert words in bare(page)


def test_a_day_can_be_chosen_and_another_compared(pages: TestClient) -> None:
    assert "in 7 days" in bare(pages.get("/?as_of=2031-05-05&since=").text)
    assert "overdue" in pages.get("/?as_of=2031-05-13").text
    page = bare(pages.get("/?as_of=2031-05-13&since=2031-05-06").text)
    assert "New since 6 May 2031" in page
    assert "was pending" in page


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/?as_of=someday", 400, "“someday” is no day"), ("/?as_of=2031-05-05&since=2031-05-05", 400, "is not before"),
        ("/nowhere", 404, "There is no such page"), ("/articles/none", 404, "no article of this ledger"),
        ("/articles/a?version=0123456789", 404, "no such version"), ("/articles/a?at=9-3", 400, "no stretch of a text"),
        ("/entries/s0", 404, "no entry of this ledger"), (f"/search?q={'x' * 500}", 400, "too many"),
        ("/articles/%3Cscript%3E", 404, "<script>"),
    ],
)  # fmt: skip
def test_what_cannot_be_shown_is_said_in_plain_words(pages: TestClient, address: str, status: int, words: str) -> None:
    answer = pages.get(address)
    assert answer.status_code == status
    assert words in bare(answer.text)
    assert "<script>" not in answer.text
    assert "Traceback" not in answer.text


def test_pages_can_only_be_read(pages: TestClient) -> None:
    here = {"origin": "http://127.0.0.1"}
    assert pages.post("/", headers=here).status_code == 405
    assert pages.delete("/articles/a", headers=here).status_code == 405
    assert pages.head("/").status_code == 200


def test_an_article_stands_there_word_for_word_with_its_entries(pages: TestClient, text: str) -> None:
    page = pages.get("/articles/a").text
    lines = re.findall(r'<p class="line [a-z]+" data-start="\d+">(.*?)</p>', page, re.DOTALL)
    unnumbered = [re.sub(r'<a class="code .*?</a>|<span class="part">.*?</span>', "", line) for line in lines]
    assert [bare(line) for line in unnumbered] == [line for line in f"{text} More later.".split("\n") if line]
    for title in ("Statements", "Commitments", "Denials and doubts", "Events", "Quantities", "Times", "Places"):
        assert title in page


def test_layers_that_were_chosen_stay_in_the_address(pages: TestClient) -> None:
    page = pages.get("/articles/a?layer=event&layer=denial").text
    shown = re.findall(r'name="layer" value="(\w+)" checked', page)
    assert shown == ["denial", "event"]
    assert len(re.findall(r'name="layer" value="(\w+)" checked', pages.get("/articles/a").text)) == 7
    odd = pages.get("/article?key=..%2Fx%3Fy%23z").text
    assert 'action="/article"' in odd and 'name="key" value="../x?y#z"' in odd


def test_each_entry_links_to_its_note_and_back(pages: TestClient) -> None:
    page = pages.get("/articles/a").text
    notes = set(re.findall(r'<li id="n-(\w+)"', page))
    assert len(notes) == 8
    for name in notes:
        assert page.count(f'id="e-{name}"') == 1
        assert f'href="#n-{name}"' in page
        assert re.search(rf'href="/articles/a\?version=\w{{16}}&amp;entry={name}#e-{name}"', page)


def test_no_link_stands_within_another(pages: TestClient) -> None:
    depth = 0
    for tag in re.findall(r"<(/?)a\b", pages.get("/articles/a?at=5-60").text):
        depth += -1 if tag else 1
        assert depth in (0, 1)


def test_from_the_brief_one_click_leads_to_the_highlighted_words(pages: TestClient, link_of: LinkOf, text: str) -> None:
    address = link_of(pages.get("/").text, "Velmark’s premier vowed on Monday")
    assert re.fullmatch(r"/articles/a\?version=\w{16}&at=\d+-\d+#at", address)
    lit = re.findall(r'<mark class="at"[^>]*>(.*?)</mark>', pages.get(address).text, re.DOTALL)
    words = re.sub(r'<a class="code .*?</a>', "", "".join(lit))
    assert bare(words) == text[text.index("Velmark’s") : text.index(" \N{SMILING FACE WITH SUNGLASSES}")]


def test_an_address_with_a_version_holds_when_a_newer_one_came(pages: TestClient, path: Path) -> None:
    with Ledger.open(path) as ledger:
        old, new = (row.version for row in ledger.versions("a"))
    page = pages.get(f"/articles/a?version={old[:16]}").text
    assert "An earlier version" in page
    assert "More later." not in page
    assert new[:16] in page
    assert "More later." in pages.get("/articles/a").text


def test_an_entry_says_its_rule_its_words_and_what_became_of_it(pages: TestClient, link_of: LinkOf) -> None:
    address = link_of(pages.get("/").text, "up to 900 soldiers would leave Karsova")
    page = pages.get(address).text
    for words in ("Why it is here", "verb: vow", "“vowed”", "made by", "onrecord 1", "What became of it", "by 12 May"):
        assert words in bare(page)
    assert re.search(r'href="/articles/\S+;entry=c\w+#e-c\w+"', page)
    assert "<mark>vowed</mark>" in page


def test_an_entry_is_shown_as_it_was_known_on_the_day_of_the_brief(pages: TestClient, link_of: LinkOf) -> None:
    for day, status in (("2031-05-06", "pending"), ("2031-05-13", "overdue")):
        address = link_of(pages.get(f"/?as_of={day}").text, "up to 900 soldiers would leave Karsova")
        assert address.endswith(f"?as_of={day}")
        assert f'class="status {status}"' in pages.get(address).text


def test_a_dispute_has_its_own_page(pages: TestClient) -> None:
    address = re.search(r'href="(/entries/x\w+)\?', pages.get("/").text)
    assert address
    page = bare(pages.get(address[1]).text)
    assert "Both sides as reported" in page
    assert "Ruvia" in page


def test_a_key_that_looks_like_a_path_is_only_a_key(pages: TestClient, link_of: LinkOf) -> None:
    address = link_of(pages.get("/articles").text, "Odd key")
    assert address.startswith("/article?key=..%2Fx%3Fy%23z&version=")
    assert "Odd key" in pages.get(address).text


def test_an_article_without_a_title_is_known_by_its_first_words(pages: TestClient, path: Path) -> None:
    with Ledger.open(path) as ledger:
        made = ledger.article("../x?y#z")
        ledger.put(replace(made, article=replace(made.article, id="bare", title=None)))
    assert "Bread was dear." in bare(pages.get("/articles").text)
    assert "<h1>Bread was dear.</h1>" in pages.get("/articles/bare").text


def test_search_leads_to_the_found_words(pages: TestClient, link_of: LinkOf) -> None:
    page = pages.get('/search?q="soldiers would" karsova').text
    assert "<mark>Karsova</mark>" in page
    address = link_of(page, "Boots & bread")
    assert 'class="at"' in pages.get(address).text
    assert "Nothing was found" in pages.get("/search?q=absent").text
    assert pages.get("/search").status_code == 200


def test_who_said_what(pages: TestClient) -> None:
    assert "Ruvia" in pages.get("/said").text
    page = bare(pages.get("/said?actor=Ruvia&about=leave").text)
    assert "Ruvia denied" in page
    assert "1 statement as of" in page


def test_every_answer_forbids_foreign_scripts_frames_and_strangers(pages: TestClient) -> None:
    for address in ("/", "/articles/a", "/nowhere", "/static/onrecord.css", "/static/favicon.svg", "/?as_of=x"):
        headers = pages.get(address).headers
        assert {name: headers[name] for name in HEADERS} == HEADERS
    assert HEADERS["content-security-policy"].startswith(
        "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self';"
    )
    for address in ("/", "/articles/a", "/search?q=soldiers", "/articles", "/promises", "/track?actor=premier",
                    "/deadlines", "/disputes", "/series?at_least=1", "/stories", "/compare?a=a&b=a"):  # fmt: skip
        page = pages.get(address).text.replace('<script type="module" src="/static/islands/islands.js">', "")
        assert not re.search(r"<script|<style| style=| on\w+=\"|(?:src|href|action)=\"(?!/|#)", page)


@pytest.mark.parametrize(
    ("op", "low", "high", "expected"),
    [
        ("eq", 50.0, 50.0, (25, 25, True, True)), ("range", 50.0, 100.0, (25, 50, True, True)),
        ("le", None, 50.0, (0, 25, False, True)), ("ge", 150.0, None, (75, 100, True, False)),
    ],
)  # fmt: skip
def test_a_bound_is_drawn_as_a_bound(op: Op, low: float | None, high: float | None, expected: tuple[Any, ...]) -> None:
    assert bar(Point("a", None, None, op, low, high, None, "x", 0, 1), 200.0) == expected


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8000", 200), ("localhost", 200), ("[::1]:8000", 200), ("desk.example", 200), ("evil.example", 400),
        ("127.0.0.1.evil.example", 400), ("", 400),
    ],
)  # fmt: skip
def test_only_known_names_are_answered(asking: Asking, path: Path, host: str, status: int) -> None:
    assert asking(path, ["desk.example"]).get("/articles", headers={"host": host}).status_code == status


def test_what_is_added_meanwhile_is_shown(pages: TestClient, path: Path) -> None:
    assert "2 articles" in pages.get("/").text
    with Ledger.open(path) as ledger:
        made = ledger.article("../x?y#z")
        ledger.put(replace(made, article=replace(made.article, id="late", published="2031-05-09")))
    page = pages.get("/").text
    assert "3 articles" in page
    assert "9 May 2031" in page


def test_an_empty_ledger_says_what_to_do(asking: Asking, tmp_path: Path) -> None:
    Ledger.open(tmp_path / "new.db").close()
    pages = asking(tmp_path / "new.db")
    for address in ("/", "/articles", "/said", "/search?q=x", "/promises", "/track", "/deadlines", "/disputes",
                    "/series", "/stories"):  # fmt: skip
        assert "onrecord add" in pages.get(address).text
    with pytest.raises(LedgerError, match="no ledger is there"):
        create_app(tmp_path / "absent.db")
    assert not (tmp_path / "absent.db").exists()


def test_a_day_that_was_chosen_stays_in_the_menu(pages: TestClient) -> None:
    for address in ("/?as_of=2031-05-05", "/promises?as_of=2031-05-05", "/disputes?as_of=2031-05-05"):
        assert 'href="/deadlines?as_of=2031-05-05"' in pages.get(address).text
    assert 'href="/deadlines"' in pages.get("/promises").text


def test_long_lists_come_in_pieces(asking: Asking, path: Path, link_of: LinkOf) -> None:
    with Ledger.open(path) as ledger:
        made = ledger.article("../x?y#z")
        for n in range(120):
            ledger.put(replace(made, article=replace(made.article, id=f"n{n:03}", title=f"Number {n:03}")))
    pages = asking(path)
    first = pages.get("/articles?published_to=2031-05-02").text
    assert first.count('<a class="what"') == 100
    second = pages.get(link_of(first, "Further ones")).text
    assert second.count('<a class="what"') == 21
    assert "Further ones" not in second
    assert pages.get(link_of(second, "To the beginning")).text == first


def test_a_quotation_that_has_its_own_marks_gets_no_second_ones() -> None:
    env = Pages("x")._env
    for words, own in (
        ("“We will leave.”", True),
        ('"We will leave."', True),
        ("“Leave”, he said", False),
        ("x", False),
    ):
        macro = env.get_template("parts.html").make_module({"to": addresses}).quote  # type: ignore[attr-defined]
        assert ('class="own"' in macro(Printed(words, 0, 1, Source("a", "ff")))) == own
