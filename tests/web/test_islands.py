"""The islands in a real browser: slide the day, zoom the timeline and filter the map by keyboard, select words."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest

from onrecord.ledger import Ledger
from onrecord.web.pages import ISLANDS

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

pytestmark = pytest.mark.skipif(not ISLANDS.is_file(), reason="the islands are not built: no Node 20")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that must not complain."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    opened = context.new_page()
    said: list[str] = []
    opened.on("console", lambda message: said.append(message.text))
    opened.on("pageerror", lambda error: said.append(str(error)))
    yield opened
    context.close()
    assert said == []


def focused(page: Page) -> str:
    name = "e.getAttribute('aria-label') ?? e.querySelector('title')?.textContent ?? e.tagName"
    found: str = page.evaluate(f"(e => {name})(document.activeElement)")
    return found


def test_the_day_slides_and_the_status_of_a_promise_changes(page: Page, placed: str) -> None:
    page.goto(f"{placed}/?as_of=2031-05-13")
    assert page.locator(".promise .status").first.inner_text() == "overdue"
    slider = page.get_by_role("slider", name="Slide to a day")
    slider.focus()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    page.locator(".promise .status.pending").wait_for()
    assert page.get_by_label("As of").input_value() == "2031-05-11"
    assert "as_of=2031-05-11" in page.url
    assert page.title().startswith("Brief as of 11 May 2031")
    assert "11 May 2031" in page.get_by_role("status").first.inner_text()
    assert slider.evaluate("e => e === document.activeElement")
    assert "as_of=2031-05-11" in (page.get_by_role("link", name="Promises").get_attribute("href") or "")


def test_the_page_of_a_promise_slides_too(page: Page, placed: str, follow: Callable[[Locator], None]) -> None:
    page.goto(f"{placed}/promises?as_of=2031-05-13")
    follow(page.locator(".promise h3 a").first)
    page.get_by_role("slider", name="Slide to a day").press("ArrowLeft")
    page.locator(".terms .status.pending").wait_for()
    assert "deadline passed" not in page.locator(".steps").inner_text()
    page.get_by_role("slider", name="Slide to a day").press("Home")
    page.get_by_text("this was not known yet").wait_for()
    assert "/entries/c" in page.url and "as_of=2031-05-01" in page.url


def test_the_timeline_is_zoomed_and_walked_by_keyboard(page: Page, placed: str) -> None:
    page.goto(f"{placed}/timeline")
    frame = page.locator(".frame")
    rows = page.locator("#moments tbody tr:visible")
    frame.locator(".mark").first.wait_for()
    every = rows.count()
    assert every == page.locator("#moments tbody tr").count()
    frame.focus()
    for _ in range(3):
        page.keyboard.press("+")
    for _ in range(20):
        page.keyboard.press("ArrowRight")
    said = page.locator(".tools [role=status]")
    said.filter(has_text="12 May 2031: 1 entry").wait_for()
    assert rows.count() < every
    assert "Velmark’s premier" in rows.first.inner_text()
    assert "day_from=2031-05-1" in (page.get_by_role("link", name="Only these days").get_attribute("href") or "")
    page.keyboard.press("0")
    page.keyboard.press("Tab")
    assert "promise, Velmark’s premier" in focused(page)
    assert "Velmark’s premier" in page.locator(".detail").inner_text()
    page.keyboard.press("ArrowDown")
    assert "event, Guns" in focused(page)
    page.keyboard.press("ArrowRight")
    assert page.locator("tr.chosen").count() == 1
    page.keyboard.press("Enter")
    page.wait_for_url("**/entries/**")


def test_the_map_is_filtered_by_time_and_walked_by_keyboard(page: Page, placed: str) -> None:
    page.goto(f"{placed}/map")
    page.locator(".land").wait_for(state="attached")
    assert sorted(page.locator(".frame .pin").evaluate_all("all => all.map(e => e.dataset.name)")) == [
        "Karsova",
        "Tamsin Bay",
    ]
    rows = page.locator("#places tbody tr:visible")
    assert rows.count() == 3
    page.get_by_role("slider", name="From").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert [row.split("\n")[0].split("\t")[0] for row in rows.all_inner_texts()] == ["Tamsin Bay"]
    page.locator(".tools [role=status]").filter(has_text="1 event at 1 place").wait_for()
    page.get_by_role("slider", name="From").press("Home")
    page.locator(".frame").focus()
    page.keyboard.press("Tab")
    assert focused(page) == "2 events: Karsova 1, Olvane 1"
    page.keyboard.press("ArrowRight")
    assert focused(page) == "1 event: Tamsin Bay"
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    page.locator(".frame .pin[data-name=Olvane]").wait_for()
    detail = page.locator(".detail")
    assert "Karsova" in detail.inner_text()
    assert "within 20 km" in detail.inner_text()
    page.keyboard.press("0")
    page.locator(".frame .pin[data-name=Olvane]").wait_for(state="detached")


def test_outlines_and_places_that_are_only_named_are_drawn(page: Page, path: Path, placed: str) -> None:
    with Ledger.open(path) as ledger:
        made = ledger.article("at-Karsova")
        crimea = replace(made.places[0], name="Crimea", country="UKR", lat=45.3, lon=34.4, radius_km=160.0)
        far = replace(made.places[0], name="Quay", lat=47.0, lon=28.0)
        article = replace(made.article, id="more", text=f"{made.article.text} Crimea.")
        ledger.put(replace(made, article=article, places=(crimea,)))
        ledger.put(replace(made, article=replace(article, id="most"), events=(), places=(far,)))
    page.goto(f"{placed}/map")
    page.locator(".land").wait_for(state="attached")
    outlines = page.locator(".circles path").evaluate_all("all => all.map(e => e.getAttribute('d'))")
    assert sum("A" not in d and d.count("L") < 40 for d in outlines) == 1
    only = page.locator(".frame .pin.named")
    assert only.evaluate_all("all => all.map(e => e.getAttribute('aria-label'))") == ["only named: Quay"]
    page.locator(".tools [role=status]").filter(has_text="4 events at 4 places, 1 more place named").wait_for()
    only.focus()
    page.keyboard.press("Enter")
    assert "1 article, the latest" in page.locator(".detail").inner_text()
    page.get_by_label("places that are only named").uncheck()
    assert only.count() == 0


def test_the_table_of_the_map_says_what_the_picture_says(page: Page, placed: str) -> None:
    page.goto(f"{placed}/map")
    page.locator(".land").wait_for(state="attached")
    for presses in range(3):
        pins = page.locator(".frame .pin").evaluate_all("all => all.map(e => e.getAttribute('aria-label')).join()")
        rows = page.locator("#places tbody tr:visible")
        events = sum(int(found) for found in re.findall(r"(\d+) events?", pins))
        assert sum(int(n.split()[0]) for n in rows.locator(".tally").all_inner_texts()) == events
        assert rows.locator("li:visible").count() == events, presses
        page.get_by_role("slider", name="From").press("ArrowRight")


def test_pictures_are_moved_and_zoomed_by_hand_too(page: Page, placed: str) -> None:
    page.goto(f"{placed}/map")
    pin = page.locator(".frame .pin").first
    pin.wait_for()
    before = pin.bounding_box() or {}
    box: Any = page.locator(".frame").bounding_box()
    page.mouse.move(box["x"] + 20, box["y"] + 30)
    page.mouse.down()
    page.mouse.move(box["x"] + 80, box["y"] + 90, steps=4)
    page.mouse.up()
    after = pin.bounding_box() or {}
    assert (after["x"] - before["x"], after["y"] - before["y"]) == pytest.approx((60, 60), abs=2)
    page.get_by_role("button", name="Zoom in").click()
    assert page.locator(".frame .pin").count() >= 1
    page.get_by_role("button", name="All places").click()
    assert (pin.bounding_box() or {}) == pytest.approx(before, abs=1)


SELECT = """([from, to]) => {
  const walker = document.createTreeWalker(document.querySelector("[data-start]").parentNode, NodeFilter.SHOW_TEXT);
  const find = (words, last) => {
    walker.currentNode = walker.root;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.parentElement.closest(".code, .part") ? -1 : node.data.indexOf(words);
      if (at >= 0) return [node, at + (last ? words.length : 0)];
    }
  };
  getSelection().setBaseAndExtent(...find(from, false), ...find(to, true));
}"""


@pytest.mark.parametrize(("first", "last"), [("12 May", "12 May"), ("Ruvia", "Guns"), ("12 May", "Ruvia")])
def test_selected_words_fill_the_form_in_the_offsets_of_the_text(
    page: Page, placed: str, path: Path, first: str, last: str
) -> None:
    page.goto(f"{placed}/articles/a")
    page.wait_for_selector(".pick", state="attached")
    page.evaluate(SELECT, [first, last])
    page.locator(".pick:visible").wait_for()
    start, end, quote = (page.locator(f"#missed [name={name}]").input_value() for name in ("start", "end", "quote"))
    with Ledger.open(path) as ledger:
        text = ledger.article("a").article.text
    assert text[int(start) : int(end)].split() == quote.split()
    assert quote.startswith(first)
    assert quote.endswith(last)
    page.locator(".pick").click()
    assert page.evaluate("document.activeElement.name") == "kind"


def test_without_the_islands_the_tables_stand_alone(browser: Browser, placed: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for name in ("timeline", "map"):
        page.goto(f"{placed}/{name}")
        assert page.locator("main table tbody tr").first.is_visible()
        assert page.locator(".frame").count() == 0
    context.close()


def test_the_wheel_ships_them_and_their_licences(tmp_path: Path) -> None:
    root = ISLANDS.parents[5]
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=root, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    names = {Path(name).name for name in ZipFile(wheel).namelist() if "/static/islands/" in name}
    assert names == {file.name for file in ISLANDS.parent.iterdir()}
    assert {"islands.js", "world.json", "LICENCES.txt"} <= names


def test_names_in_a_text_stay_text_in_a_picture(page: Page, path: Path, placed: str) -> None:
    nasty = '<img src=x onerror="document.title=1"> & Co'
    with Ledger.open(path) as ledger:
        made = ledger.article("at-Karsova")
        place = replace(made.places[0], name=nasty, lat=10.0, lon=-60.0)
        ledger.put(replace(made, article=replace(made.article, id="odd"), places=(place,)))
    for name in ("map", "timeline"):
        page.goto(f"{placed}/{name}")
        page.locator(".frame :is(.pin, .mark)").first.focus()
        page.keyboard.press("Home" if name == "timeline" else "Enter")
        assert page.locator("main img, main script").count() == 0
        assert page.title().endswith("· onrecord")
    page.goto(f"{placed}/map")
    page.locator(".frame .pin").first.focus()
    assert focused(page) == f"1 event: {nasty}"
    page.keyboard.press("Enter")
    assert nasty in page.locator(".detail").inner_text()
