"""Actors and outlets: who they are by what evidence, and what is known of who prints it."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from onrecord.ledger import Ledger
from onrecord.model import Actor, Article, Mention, Part, Record, Span, Statement

if TYPE_CHECKING:
    from fastapi.testclient import TestClient

Asking = Callable[..., "TestClient"]
HERE = {"origin": "http://127.0.0.1"}


def bare(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


def about(key: str, words: str, name: str, role: str | None, day: str) -> Record:
    text = f"{words} said that the ferries would run."
    cue = text.index("said")
    mention = Mention(Span(0, len(words)), "name" if name in words else "nominal")
    return Record(
        Article(key, text, day, "Lindow Post", f"{words} on ferries", parts=(Part("body", Span(0, len(text))),)),
        {"onrecord": "1", "lexicon": "x", "model": None},
        actors=(Actor("a1", name, "person", "NOR", role=role, mentions=(mention,)),),
        statements=(
            Statement("s1", "indirect", (Span(0, len(words)),), (Span(cue, cue + 4),),
                      (Span(cue + 5, len(text) - 1),), "a1", cue_class="say"),
        ),
    )  # fmt: skip


@pytest.fixture
def desk(asking: Asking, path: Path) -> TestClient:
    with Ledger.open(path) as ledger:
        ledger.put(about("p1", "Harbour Minister Edda Holm", "Edda Holm", "Norwegian harbour minister", "2031-04-01"))
        ledger.put(about("p2", "Holm", "Holm", None, "2031-04-09"))
    (path.with_name("outlets.csv")).write_text(
        "name,aliases,country,kind,state_controlled,grade\nLindow Post,,NOR,paper,no,B2\n"
    )
    return asking(path)


def test_a_person_is_known_by_the_words_of_several_articles(
    desk: TestClient, link_of: Callable[[str, str], str]
) -> None:
    listed = desk.get("/actors?about=holm").text
    assert "1 person as of" in bare(listed) and "2 articles" in bare(listed)
    page = bare(desk.get(link_of(listed, "Edda Holm")).text)
    for words in ("Norwegian harbour minister", "1 Apr 2031", "“Holm”", "the only one of that name",
                  "the ferries would run", "Lindow Post"):  # fmt: skip
        assert words in page


def test_reviewers_part_a_person_and_join_it_again(desk: TestClient, link_of: Callable[[str, str], str]) -> None:
    page = desk.get(link_of(desk.get("/actors?about=holm").text, "Edda Holm"))
    found = re.search(r'name="pair" value="no (a\w{16}) (a\w{16})"', page.text)
    assert found
    given = {"pair": found[0].split('"')[3], "author": "Ada", "back": page.url.path}
    parted = desk.post("/review/pair", data=given, headers=HERE)
    assert "not the same person as" in bare(parted.text)
    assert "2 persons" in bare(desk.get("/actors?about=holm").text)
    page = desk.get(f"/actors/{found[1]}").text
    offered = re.findall(r'<option value="(a\w+)">', page)
    assert found[2] in offered and found[1] not in offered, "the other can be chosen by name"
    other = f"http://127.0.0.1/actors/{found[2]}?as_of=2031-05-06"
    desk.post("/review/pair", data={"entry": found[1], "other": other, "author": "Bo"}, headers=HERE)
    assert "1 person as of" in bare(desk.get("/actors?about=holm").text)


def test_an_actor_that_is_none_is_said(desk: TestClient) -> None:
    assert desk.get("/actors/a0").status_code == 404
    answer = desk.post("/review/pair", data={"entry": "a0", "other": "a1", "author": "Ada"}, headers=HERE)
    assert (answer.status_code, "no actor of this ledger" in answer.text) == (400, True)


def test_an_outlet_says_what_is_known_of_it_and_nothing_else(desk: TestClient) -> None:
    page = bare(desk.get("/outlets").text)
    assert "Lindow Post paper NOR no B2 2 0" in page
    assert "Harrow Wire 1 0" in page
    one = bare(desk.get("/outlets?name=lindow+post").text)
    assert "your own grade B2" in one and "No correction and nothing withdrawn" in one
    assert desk.get("/outlets?name=nobody").status_code == 404


def test_its_facts_stand_beside_its_words(desk: TestClient) -> None:
    assert "Lindow Post (paper, NOR, grade B2), 1 Apr 2031" in bare(desk.get("/said?actor=Holm").text)
    assert "Lindow Post (paper, NOR, grade B2)," in bare(desk.get("/articles/p1").text).replace(" (", " (").replace(
        ") ,", "),"
    )


def test_what_it_took_back_and_its_unborne_headlines_are_shown(asking: Asking, path: Path) -> None:
    with Ledger.open(path) as ledger:
        record = ledger.article("a")
        shorter = record.article.text.split("\n\n")[0]
        article = replace(record.article, text=shorter, published="2031-05-07", title="70,000 soldiers leave", parts=())
        ledger.put(Record(article, record.made_with))
    pages = asking(path)
    page = bare(pages.get("/outlets?name=Harrow+Wire").text)
    assert "No longer printed" in page and "The text does not have “70,000”" in page
    assert "The headline says “70,000”; the text does not." in bare(pages.get("/articles/a").text)
