"""The pages in a real browser: nothing in a text runs, links land on lit words, nothing is cut off on a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page


def test_nothing_in_a_text_runs_and_nothing_is_cut_off(page: Page, served: str) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    for address in (
        "/",
        "/articles",
        "/articles/a",
        "/articles/a?at=30-90#at",
        "/search?q=soldiers",
        "/said?actor=Ruvia",
        "/promises",
        "/track?actor=premier",
        "/deadlines",
        "/disputes",
        "/series?at_least=1",
        "/stories",
        "/timeline",
        "/map",
        "/compare?a=a&b=../x?y%23z",
    ):
        page.goto(served + address)
        assert "owned" not in page.title()
        assert page.title().endswith("· onrecord")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
        assert page.locator("script:not([src='/static/islands/islands.js'])").count() == 0
    assert said == []


def test_one_click_from_the_brief_to_the_lit_words(page: Page, served: str, follow: Callable[[Locator], None]) -> None:
    page.goto(served)
    follow(page.locator(".promise blockquote a").first)
    lit = page.locator("#at")
    lit.wait_for()
    box = lit.bounding_box()
    assert box
    assert 0 <= box["y"] <= 900
    assert lit.evaluate("e => getComputedStyle(e).backgroundColor") != "rgba(0, 0, 0, 0)"


def test_from_the_words_to_the_note_and_back(page: Page, served: str) -> None:
    page.goto(served + "/articles/a")
    page.get_by_role("link", name="C1: Velmark").first.click()
    note = page.locator("li.note:target")
    assert "promise" in note.inner_text()
    note.get_by_role("link", name="words", exact=True).click()
    page.locator(".line .lit").first.wait_for()
    page.locator(".line :target").wait_for()  # visible, once the page has come to it


def test_a_kind_can_be_switched_off_without_a_script(page: Page, served: str) -> None:
    page.goto(served + "/articles/a")
    assert page.locator(".line .code.event").is_visible()
    page.get_by_role("checkbox", name="Events").uncheck()
    assert not page.locator(".line .code.event").is_visible()


def test_a_keyboard_reaches_the_content_first(page: Page, served: str) -> None:
    page.goto(served)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "To the content"


def test_from_a_filter_to_a_promise_to_its_lit_words(
    page: Page, served: str, follow: Callable[[Locator], None]
) -> None:
    page.goto(served + "/promises")
    page.get_by_label("Status").select_option("overdue")
    page.get_by_label("As of").fill("2031-05-13")
    follow(page.get_by_role("button", name="Show"))
    follow(page.locator("article.promise h3 a"))
    assert "it is then kept" in page.locator("main").inner_text()
    assert page.locator(".top [aria-current=page]").inner_text() == "Promises"
    follow(page.locator(".steps blockquote a").first)
    page.locator("#at").wait_for()


def test_every_field_has_a_label_and_all_is_reached_by_keyboard(page: Page, served: str) -> None:
    for address in (
        "/promises",
        "/deadlines",
        "/disputes",
        "/series",
        "/stories",
        "/search?q=x",
        "/articles",
        "/track",
    ):
        page.goto(served + address)
        assert page.locator("main :is(input, select)").count() > 0
        assert page.evaluate(
            "[...document.querySelectorAll('input, select')].every(e => e.labels[0]?.innerText.trim())"
        )
        assert page.locator("h1").count() == 1
        assert page.locator("[tabindex]:not([tabindex='-1'], [tabindex='0'])").count() == 0
        assert (
            page.evaluate("new Set([...document.querySelectorAll('[id]')].map(e => e.id)).size")
            == page.locator("[id]").count()
        )
