"""A morning at the desk, in a real browser and without script: brief, promise, date, search, subscription."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """A page of a browser that runs no script."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_a_brief_is_read_and_a_promise_followed_to_its_words(plain: Page, served: str) -> None:
    plain.goto(served)
    plain.locator(".promise h3 a").first.click()
    assert "what would settle it" in plain.locator("main").inner_text()
    plain.locator(".steps blockquote a").first.click()
    lit = " ".join(" ".join(plain.locator("mark.at").all_inner_texts()).split())
    assert "up to 900 soldiers would leave Karsova by 12 May" in lit


def test_another_day_shows_another_status(plain: Page, served: str) -> None:
    plain.goto(served)
    assert plain.locator(".promise .status").first.inner_text() == "pending"
    plain.get_by_label("As of", exact=True).fill("2031-05-13")
    plain.get_by_role("button", name="Show").click()
    plain.wait_for_url("**as_of=2031-05-13**")
    assert plain.locator(".promise .status").first.inner_text() == "overdue"


def test_the_page_of_a_promise_shows_its_status_on_another_day(plain: Page, served: str) -> None:
    plain.goto(f"{served}/promises")
    plain.locator(".promise h3 a").first.click()
    assert plain.locator(".terms .status").inner_text() == "pending"
    plain.get_by_label("As of", exact=True).fill("2031-05-13")
    plain.get_by_role("button", name="Show").click()
    plain.wait_for_url("**as_of=2031-05-13**")
    assert plain.locator(".terms .status").inner_text() == "overdue"
    assert "deadline passed" in plain.locator(".steps").inner_text()
    assert "as_of=2031-05-13" in (plain.get_by_role("link", name="Timeline").get_attribute("href") or "")


def test_a_search_is_opened_at_its_hit_and_subscribed_to(plain: Page, served: str) -> None:
    plain.goto(served)
    plain.locator("#find").fill("Karsova soldiers")
    plain.locator("#find").press("Enter")
    plain.locator(".listing mark").first.wait_for()
    assert plain.locator(".listing mark").count() >= 2
    feed = plain.get_by_role("link", name="Feed of this search").get_attribute("href") or ""
    assert plain.locator("link[type='application/atom+xml']").get_attribute("href") == feed
    root = ET.fromstring(plain.request.get(served + feed).body())
    assert len(root.findall("{http://www.w3.org/2005/Atom}entry")) == 1
    plain.locator(".listing .words a").first.click()
    assert plain.locator("mark.at").first.inner_text().casefold() in ("karsova", "soldiers")


def test_deadlines_are_subscribed_to(plain: Page, served: str) -> None:
    plain.goto(f"{served}/deadlines")
    feed = plain.get_by_role("link", name="Calendar feed").get_attribute("href") or ""
    assert "SUMMARY:Velmark" in plain.request.get(served + feed).text()


def test_a_closed_desk_is_entered_with_a_token(browser: Browser, served_closed: tuple[str, str]) -> None:
    address, secret = served_closed
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/said?actor=Ruvia")
    page.get_by_label("Token").fill("onrecord_x_y")
    page.get_by_role("button", name="Sign in").click()
    assert "No valid token" in page.get_by_role("alert").inner_text()
    page.get_by_label("Token").fill(secret)
    page.get_by_role("button", name="Sign in").click()
    assert page.url == f"{address}/said?actor=Ruvia"
    page.goto(f"{address}/review")
    page.get_by_role("button", name="Accept").first.click()
    assert "accepted" in page.get_by_role("status").inner_text()
    page.goto(f"{address}/review/decisions")
    assert "Ada Moreau" in page.locator(".listing").inner_text()
    page.get_by_role("link", name="Who you are here").click()
    page.get_by_role("button", name="Sign out").click()
    page.goto(f"{address}/")
    assert "/sign-in" in page.url
    context.close()
