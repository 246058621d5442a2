"""Every page for every reader: axe-core finds nothing serious, on a phone nothing is cut off, and no page is heavy."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from onrecord.web.pages import ISLANDS, NAV

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Response

AXE = Path(__file__).parents[2] / "ui" / "node_modules" / "axe-core" / "axe.min.js"
ALL_RULES = "wcag2a wcag2aa wcag21a wcag21aa wcag22aa best-practice"
HEAVIEST = 250_000
"""Bytes of a page with all that it loads, the basemap left out."""
ADDRESSES = (
    *(path for path, _, _ in NAV), "/articles/a", "/articles/a?at=30-90#at", "/search?q=soldiers", "/said?actor=Ruvia",
    "/track?actor=premier", "/compare?a=a&b=../x?y%23z", "/?as_of=2031-05-13&since=2031-05-05", "/series?at_least=1",
    "/nowhere", "/sign-in", "/review/decisions", "/promises?actor=nobody",
)  # fmt: skip
LINKED = (
    ("/promises", ".promise h3 a"),
    ("/disputes", ".dispute h2 a"),
    ("/series?at_least=1", ".series h2 a"),
    ("/stories", ".story h2 a"),
    ("/stories", ".copies a"),
    ("/timeline", "tr[data-kind=event] a.what"),
    ("/review", ".waiting h2 a"),
    ("/actors", "main li a"),
    ("/outlets", "main th a"),
)
"""Pages of single entries, by the lists that lead to them."""


def opened(browser: Browser, **given: Any) -> Page:
    """A page on which axe may run, which the policy would forbid."""
    return browser.new_context(bypass_csp=True, reduced_motion="reduce", **given).new_page()


def everywhere(page: Page, placed: str) -> Iterator[str]:
    """Every page in turn, each settled."""
    for address in ADDRESSES:
        page.goto(placed + address)
        settled(page)
        yield address
    for address, link in LINKED:
        page.goto(placed + address)
        page.goto(placed + (page.locator(link).first.get_attribute("href") or ""))
        settled(page)
        yield page.url


def settled(page: Page) -> None:
    """Wait for the islands of a page, where it has any and they are built."""
    if ISLANDS.is_file():
        for name, made in (("timeline", ".frame .mark"), ("map", ".land"), ("day", ".slide")):
            if page.locator(f"[data-island={name}]").count():
                page.locator(made).first.wait_for(state="attached")


def faults(page: Page, address: str, rules: str) -> list[tuple[str, str, list[str]]]:
    """What axe finds serious on the page: the address, the rule, and the first elements."""
    page.wait_for_load_state()
    result = page.evaluate("rules => axe.run({runOnly: rules, resultTypes: ['violations']})", rules.split())
    return [
        (address, fault["id"], [n["html"][:160] for n in fault["nodes"][:3]])
        for fault in result["violations"] if fault["impact"] in ("serious", "critical")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("scheme", "width"), [("light", 1280), ("dark", 1280), ("light", 390)], ids=["light", "dark", "phone"]
)
def test_axe_finds_nothing_serious(browser: Browser, placed: str, scheme: str, width: int) -> None:
    if not AXE.is_file():
        pytest.skip("axe-core is not installed: no Node 20")
    page = opened(browser, color_scheme=scheme, viewport={"width": width, "height": 900})
    page.context.add_init_script(path=AXE)
    rules = "color-contrast" if scheme == "dark" else ALL_RULES
    found = [fault for address in everywhere(page, placed) for fault in faults(page, address, rules)]
    page.context.close()
    assert found == []


def test_axe_finds_nothing_serious_on_the_pages_of_a_closed_desk(
    browser: Browser, administered: tuple[str, str]
) -> None:
    if not AXE.is_file():
        pytest.skip("axe-core is not installed: no Node 20")
    address, secret = administered
    page = opened(browser)
    page.context.add_init_script(path=AXE)
    page.goto(f"{address}/tokens")
    found = faults(page, "asked for a token", ALL_RULES)
    page.get_by_label("Token").fill("onrecord_x_y")
    with page.expect_navigation():
        page.get_by_role("button", name="Sign in").click()
    found += faults(page, "told that it is wrong", ALL_RULES)
    page.get_by_label("Token").fill(secret)
    with page.expect_navigation():
        page.get_by_role("button", name="Sign in").click()
    assert page.get_by_role("button", name="Revoke the token").count() == 2
    found += faults(page, page.url, ALL_RULES)
    for path in ("/sign-in", "/review"):
        page.goto(address + path)
        found += faults(page, path, ALL_RULES)
    page.context.close()
    assert found == []


def test_on_a_phone_nothing_is_cut_off_and_no_page_weighs_more_than_250_kb(browser: Browser, placed: str) -> None:
    page = opened(browser, viewport={"width": 390, "height": 844})
    weights: list[int] = []

    def weigh(response: Response) -> None:
        if not response.url.endswith("/world.json"):
            weights.append(len(response.body()))

    page.on("response", weigh)
    cut, heavy = [], []
    for address in everywhere(page, placed):
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            cut.append(address)
        if sum(weights) > HEAVIEST:
            heavy.append((address, sum(weights)))
        weights.clear()
    page.context.close()
    assert cut == []
    assert heavy == []


def test_printed_pages_leave_out_what_only_a_screen_needs(browser: Browser, placed: str) -> None:
    page = opened(browser)
    page.emulate_media(media="print")
    for address in everywhere(page, placed):
        assert not page.locator(".top").is_visible(), address
        assert page.locator("form:visible, main button:visible, input:visible").count() == 0, address
        assert page.locator("h1").is_visible(), address
    page.context.close()
