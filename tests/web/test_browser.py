"""The pages in a real browser: nothing in a text runs, links land on lit words, nothing is cut off on a phone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture(params=[1400, 390], ids=["wide", "phone"])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": request.param, "height": 900})
    yield context.new_page()
    context.close()


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
    ):
        page.goto(served + address)
        assert "owned" not in page.title()
        assert page.title().endswith("· onrecord")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
        assert page.locator("script").count() == 0
    assert said == []


def test_one_click_from_the_brief_to_the_lit_words(page: Page, served: str) -> None:
    page.goto(served)
    page.locator(".promise blockquote a").first.click()
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
    assert page.locator(".line :target").is_visible()


def test_a_kind_can_be_switched_off_without_a_script(page: Page, served: str) -> None:
    page.goto(served + "/articles/a")
    assert page.locator(".line .code.event").is_visible()
    page.get_by_role("checkbox", name="Events").uncheck()
    assert not page.locator(".line .code.event").is_visible()


def test_a_keyboard_reaches_the_content_first(page: Page, served: str) -> None:
    page.goto(served)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "To the content"
