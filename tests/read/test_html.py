"""Articles from web pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.model import Article
from onrecord.read import ReadFailure, articles

SENTENCES = (
    "The harbour of Sorvik reopened on Monday after a strike of nine days, the port authority said in a statement.",
    "“We will load ships day and night,” its director Mona Feld said, and promised that no ship would wait for a week.",
    "The union denied that it had given in. Its leader said that the port had agreed to all of its demands but one.",
)
BODY = "".join(f"<p>{s}</p>" for s in SENTENCES)
META = (
    '<meta charset="utf-8"><title>Port reopens - The Gazette</title><meta property="og:title" content="Port reopens">'
    '<meta property="og:site_name" content="The Gazette"><link rel="canonical" href="https://example.org/port">'
    '<meta property="article:published_time" content="2031-03-03T10:00:00Z">'
)


def page(body: str, head: str = META) -> str:
    return (
        f"<!DOCTYPE html><html><head>{head}</head><body><nav><a href='/'>Home</a></nav>"
        f"<article><h1>Port reopens</h1>{body}</article><footer>We use cookies.</footer></body></html>"
    )


def read(path: Path, html: str | bytes, **known: str) -> Article | ReadFailure:
    path.write_bytes(html if isinstance(html, bytes) else html.encode())
    (found,) = articles([path], **known)
    return found


@pytest.mark.parametrize("name", ["port.html", "port.htm", "saved.txt", "saved"])
def test_a_page_gives_text_title_outlet_address_and_date(tmp_path: Path, name: str) -> None:
    found = read(tmp_path / name, page(BODY))
    assert isinstance(found, Article)
    assert (found.title, found.outlet, found.url) == ("Port reopens", "The Gazette", "https://example.org/port")
    assert found.published == "2031-03-03T10:00:00Z"
    assert all(s in found.text for s in SENTENCES)
    assert "cookies" not in found.text and "Home" not in found.text
    assert {p.kind for p in found.parts} == {"headline", "body"}


def test_what_the_user_says_of_a_page_comes_first(tmp_path: Path) -> None:
    found = read(tmp_path / "port.html", page(BODY), published="2031-03-04", outlet="The Courier")
    assert isinstance(found, Article)
    assert (found.published, found.outlet, found.title) == ("2031-03-04", "The Courier", "Port reopens")


def test_a_page_without_a_date_has_none(tmp_path: Path) -> None:
    found = read(tmp_path / "port.html", page(BODY, "<title>Port</title>"))
    assert isinstance(found, Article)
    assert found.published is None


def test_a_caption_in_a_bare_paragraph_is_told_apart(tmp_path: Path) -> None:
    found = read(tmp_path / "port.html", page(f"<p>Ships off Sorvik in May © Ada Brun/Valley Images</p>{BODY}"))
    assert isinstance(found, Article)
    told = [(p.kind, p.span.of(found.text)) for p in found.parts if p.kind in ("caption", "credit")]
    assert told == [("caption", "Ships off Sorvik in May"), ("credit", "© Ada Brun/Valley Images")]


@pytest.mark.parametrize(
    ("html", "error"),
    [
        ("<html></html>", "without an article"),
        ("<html><body><nav><a href='/'>Home</a> <a href='/w'>World</a></nav></body></html>", "without an article"),
        ("<html><body><form><p>Please sign in.</p></form></body></html>", "without an article"),
        (f"<html><body>{'<div>' * 5000}text", "nested too deep"),
        ("<html>\0</html>", "NUL"),
        (b"%PDF-1.7 \xff", "PDF"),
    ],
)
def test_a_page_that_gives_no_article_says_why(tmp_path: Path, html: str | bytes, error: str) -> None:
    found = read(tmp_path / "port.html", html)
    assert isinstance(found, ReadFailure)
    assert error in found.error
