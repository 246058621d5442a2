"""The reviewer's pages: what waits, what is decided there, and that it stays."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from onrecord.ledger import Ledger
from onrecord.link.refs import refs
from onrecord.web.access import Rules
from onrecord.web.tokens import Tokens

if TYPE_CHECKING:
    from fastapi.testclient import TestClient
    from httpx import Response
    from playwright.sync_api import Locator, Page

Asking = Callable[..., "TestClient"]
HERE = {"origin": "http://127.0.0.1"}
NOW = "2031-05-20T12:00:00+00:00"


def bare(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


def send(pages: TestClient, address: str, **fields: str) -> Response:
    return pages.post(address, data={"author": "Ada", **fields}, headers=HERE)


def named(path: Path, kind: str) -> str:
    """The name of the first entry of that kind in the newest version of the article."""
    with Ledger.open(path) as ledger:
        return next(ref.id for ref in refs(ledger.article("a")) if ref.kind == kind)


def test_the_queue_has_what_was_not_looked_at_with_its_words(pages: TestClient) -> None:
    page = pages.get("/review").text
    assert page.count('<li class="waiting"') == 5
    assert "5 entries." in bare(page)
    assert "up to 900 soldiers would leave Karsova by 12 May" in bare(page)
    assert pages.get("/review?kind=denial").text.count('<li class="waiting"') == 1
    assert "Nothing waits here" in pages.get("/review?state=decided").text
    weighty = re.findall(r'<b class="letter (\w+)"', pages.get("/review?by=importance").text)
    assert weighty[:2] == ["commitment", "denial"]


def test_what_is_decided_leaves_the_queue_and_can_be_undone(pages: TestClient, path: Path) -> None:
    name = named(path, "commitment")
    page = send(pages, "/review/decide", decision=f"reject {name}", back="/review?by=importance").text
    assert "struck out" in bare(page)
    assert page.count('<li class="waiting"') == 4
    assert 'name="author" value="Ada"' in page, "the name is remembered"
    decision = re.search(r'name="decision" value="(r\w+)"', page)
    assert decision
    assert "No promise" in pages.get("/").text
    back = send(pages, "/review/undo", decision=decision[1]).text
    assert back.count('<li class="waiting"') == 5
    shown = bare(pages.get("/review/decisions").text)
    assert "2 decisions" in shown and "struck out" in shown and "undone" in shown and "Ada" in shown


def test_a_form_keeps_what_was_changed_in_it_and_nothing_else(pages: TestClient, path: Path) -> None:
    name = named(path, "commitment")
    form = pages.get(f"/review/entries/{name}").text
    assert 'value="up to 900 soldiers would leave Karsova"' in form
    given = {"kind": "assurance", "action": "up to 900 soldiers would leave", "deadline.latest": "2031-05-14",
             "promisor": "Velmark’s premier", "note": "the town is no part of it"}  # fmt: skip
    page = send(pages, f"/review/entries/{name}", back=f"/review/entries/{name}", **given).text
    assert "Kept" in page
    with Ledger.open(path) as ledger:
        assert [d.field for d in ledger.in_effect()] == ["kind", "action", "deadline.latest"]
        assert {d.note for d in ledger.in_effect()} == {"the town is no part of it"}
        (promise,) = ledger.as_of().commitments
    assert (promise.kind, promise.action) == ("assurance", "up to 900 soldiers would leave")
    assert promise.deadline and promise.deadline.latest == "2031-05-14"
    assert "Nothing was changed" in send(pages, f"/review/entries/{name}", kind="assurance").text


@pytest.mark.parametrize("kind", ["statement", "denial", "event", "quantity", "time", "place", "actor"])
def test_every_kind_has_a_form_that_changes_nothing_when_sent_as_it_is(
    pages: TestClient, path: Path, kind: str
) -> None:
    name = named(path, kind)
    form = pages.get(f"/review/entries/{name}").text
    inputs = dict(re.findall(r'<input id="f-[\w.]+" name="([\w.]+)" value="([^"]*)"', form))
    inputs |= dict(
        re.findall(r'name="([\w.]+)">(?:<option[^>]*>[^<]*</option>)*<option value="([^"]*)" selected', form)
    )
    assert inputs
    fields = {n: html.unescape(v) for n, v in inputs.items()}
    assert "Nothing was changed" in send(pages, f"/review/entries/{name}", **fields).text


def test_a_code_brings_what_hangs_on_it(pages: TestClient, path: Path) -> None:
    name = named(path, "event")
    send(pages, f"/review/entries/{name}", cameo="036", target="Karsova")
    with Ledger.open(path) as ledger:
        (event,) = ledger.article("a").events
    assert (event.cameo, event.quad, event.goldstein, len(event.target)) == ("036", 1, 4.0, 1)


def test_a_missed_entry_is_added_by_quoting_its_words(pages: TestClient, path: Path) -> None:
    given = {"article": "a", "kind": "commitment", "quote": "the soldiers would leave", "who": "Ruvia", "sort": "plan",
             "latest": "2031-06-01", "cue": "denied"}  # fmt: skip
    page = send(pages, "/review/missed", **given)
    assert re.search(r"/review/entries/c\w{16}\?done=r", str(page.url))
    assert "added, having been missed" in bare(page.text)
    shown = bare(pages.get("/promises?actor=Ruvia").text)
    assert "Ruvia: the soldiers would leave pending plan deadline 1 Jun 2031" in shown


def test_the_browsers_characters_count_only_for_the_same_words(pages: TestClient, path: Path, text: str) -> None:
    at = text.index("Karsova", text.index("Guns"))
    send(pages, "/review/missed", article="a", kind="event", quote="fired at Karsova", start="0", end="5")
    send(pages, "/review/missed", article="a", kind="denial", quote="Karsova", start=str(at), end=str(at + 7))
    with Ledger.open(path) as ledger:
        record = ledger.article("a")
    assert [e.trigger[0].of(record.article.text) for e in record.events] == ["fired"], "found before: no second one"
    assert [d.denied[0] for d in record.denials][-1] == (at, at + 7)


def test_an_outcome_is_added_and_taken_away(pages: TestClient, path: Path) -> None:
    name = named(path, "commitment")
    send(
        pages,
        "/review/relate",
        entry=name,
        relation="fulfilled",
        holds="yes",
        article="../x?y#z",
        quote="Bread was dear.",
    )
    assert "done" in bare(pages.get(f"/entries/{name}").text)
    with Ledger.open(path) as ledger:
        assert ledger.as_of().commitments[0].status == "kept"
    page = bare(pages.get(f"/review/entries/{name}").text)
    assert "“Bread was dear.”" in page
    back = f"/review/entries/{name}"
    send(
        pages,
        "/review/relate",
        entry=name,
        relation="fulfilled",
        holds="no",
        article="../x?y#z",
        start="0",
        end="15",
        back=back,
    )
    with Ledger.open(path) as ledger:
        assert ledger.as_of().commitments[0].status == "pending"


def test_a_dispute_that_is_none_is_struck_out_on_its_page(
    pages: TestClient, link_of: Callable[[str, str], str]
) -> None:
    address = link_of(pages.get("/disputes").text, "Ruvia")
    page = pages.get(address).text
    name = re.search(r'name="dispute" value="(x\w+)"', page)
    assert name
    send(pages, "/review/dispute", dispute=name[1], back="/disputes")
    assert "No dispute on record" in pages.get("/disputes").text


@pytest.mark.parametrize(
    ("address", "fields", "status", "words"),
    [
        ("/review/decide", {"decision": "reject c0"}, 400, "no entry that can be reviewed"),
        ("/review/decide", {"decision": "burn c0"}, 400, "accepted or rejected"),
        ("/review/decide", {"decision": "accept {c}", "author": " "}, 400, "give your name"),
        ("/review/entries/c0", {}, 404, "no entry of this ledger"),
        ("/review/entries/{c}", {"deadline.latest": "soon"}, 400, "is no day"),
        ("/review/entries/{c}", {"action": "nowhere to be found"}, 400, "does not stand in the article"),
        ("/review/entries/{q}", {"high": "many"}, 400, "is no number"),
        ("/review/entries/{e}", {"cameo": "999"}, 400, "is no CAMEO code"),
        ("/review/missed", {"article": "a", "kind": "joke", "quote": "x"}, 400, "no kind of entry"),
        ("/review/missed", {"article": "zz", "kind": "event", "quote": "x"}, 400, "no article"),
        ("/review/missed", {"article": "a", "kind": "event", "quote": "soldiers"}, 400, "times in the article"),
        ("/review/relate", {"entry": "{c}", "relation": "cousin", "other": "{c}"}, 400, "no relation"),
        ("/review/relate", {"entry": "{c}", "relation": "same", "article": "a", "quote": "zebra"}, 400, "not stand in"),
        ("/review/dispute", {"dispute": "x0"}, 404, "No dispute"),
        ("/review/undo", {"decision": "r0"}, 400, "no such decision"),
    ],
)  # fmt: skip
def test_what_cannot_be_decided_is_said_and_changes_nothing(
    pages: TestClient, path: Path, address: str, fields: dict[str, str], status: int, words: str
) -> None:
    names = {kind[0]: named(path, kind) for kind in ("commitment", "quantity", "event")}
    given = {name: value.format(**names) for name, value in fields.items()}
    answer = send(pages, address.format(**names), **given)
    assert (answer.status_code, words in bare(answer.text)) == (status, True), bare(answer.text)
    with Ledger.open(path) as ledger:
        assert ledger.corrections() == []


def test_a_form_of_another_kind_or_too_large_is_refused(pages: TestClient) -> None:
    assert pages.post("/review/decide", json={"entry": "c0"}, headers=HERE).status_code == 415
    assert pages.post("/review/decide", data={"note": "x" * 70000}, headers=HERE).status_code == 413


def test_no_form_leads_elsewhere_afterwards(pages: TestClient, path: Path) -> None:
    given = {"author": "Ada", "decision": f"accept {named(path, 'event')}", "back": "https://evil.example/"}
    answer = pages.post("/review/decide", data=given, headers=HERE, follow_redirects=False)
    assert re.fullmatch(r"/\?done=r\w{16}", answer.headers["location"])


def test_with_a_token_decisions_bear_its_name_and_reading_tokens_decide_nothing(asking: Asking, path: Path) -> None:
    tokens = Tokens.beside(path)
    secrets = {scope: tokens.add(f"Bo {scope}", scope, 9, NOW)[1] for scope in ("read", "review")}
    pages = asking(path, rules=Rules(tokens, clock=lambda: NOW))
    pages.cookies.set("onrecord", secrets["read"])
    assert "decisions need one for review" in pages.get("/review").text
    assert 'name="decision"' not in pages.get("/review").text
    assert 'id="missed"' not in pages.get("/articles/a").text
    name = named(path, "event")
    assert send(pages, "/review/decide", decision=f"accept {name}").status_code == 403
    pages.cookies.clear()
    pages.cookies.set("onrecord", secrets["review"])
    assert send(pages, "/review/decide", decision=f"accept {name}").status_code == 200
    with Ledger.open(path) as ledger:
        assert [d.author for d in ledger.corrections()] == ["Bo review"]


# ---- in a browser


def test_an_entry_is_corrected_and_is_still_corrected_after_the_article_is_added_again(
    page: Page, served: str, path: Path, follow: Callable[[Locator], None]
) -> None:
    page.goto(f"{served}/articles/a")
    note = page.locator("li.note", has=page.get_by_role("link", name="C1"))
    follow(note.get_by_role("link", name="review"))
    page.get_by_label("last day").fill("2031-05-30")
    page.locator("form.correct").first.get_by_label("Your name").fill("Ada")
    follow(page.get_by_role("button", name="Keep the corrections"))
    assert "Kept" in page.get_by_role("status").inner_text()
    with Ledger.open(path) as ledger:
        record = ledger.article("a")
        ledger.put(
            type(record).from_json({**record.to_json(), "made_with": {"onrecord": "2", "lexicon": "y", "model": None}})
        )
    page.goto(f"{served}/promises")
    assert "30 May 2031" in page.locator("article.promise").inner_text()


def test_the_queue_goes_by_keys_alone(page: Page, served: str) -> None:
    page.goto(f"{served}/review?by=importance")
    page.locator(".waiting a").first.focus()
    page.keyboard.press("j")
    page.keyboard.press("k")
    page.get_by_label("Your name").fill("Ada")
    page.locator(".waiting a").first.focus()
    page.keyboard.press("r")
    page.get_by_role("status").wait_for()
    assert page.locator(".waiting").count() == 4
    assert page.evaluate("document.activeElement.closest('.waiting') !== null"), "the next one has the focus"
    page.keyboard.press("u")
    page.get_by_text("undone").wait_for()
    assert page.locator(".waiting").count() == 5
    page.locator("#find").press("r")
    assert page.locator(".waiting").count() == 5
    page.locator(".waiting a").first.focus()
    page.keyboard.press("c")
    page.wait_for_url("**#correct")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "f-kind"


def test_the_words_that_an_entry_hangs_on_are_marked(pages: TestClient) -> None:
    page = pages.get("/review?kind=denial").text
    assert re.search(r'<span class="denial source">Ruvia</span> <span class="denial cue">denied</span>', page)


@pytest.mark.parametrize("script", [False, True])
def test_a_missed_entry_is_added_with_and_without_script(browser: object, served: str, script: bool) -> None:
    context = browser.new_context(java_script_enabled=script)  # type: ignore[attr-defined]
    page = context.new_page()
    page.goto(f"{served}/articles/a")
    page.locator("#missed summary").click()
    page.locator("#m-quote").fill("Guns fired at Karsova")
    page.get_by_label("Kind", exact=True).select_option("denial")
    page.locator("#missed").get_by_label("Your name").fill("Ada")
    page.get_by_role("button", name="Add", exact=True).click()
    assert "added, having been missed" in page.get_by_role("status").inner_text()
    context.close()
