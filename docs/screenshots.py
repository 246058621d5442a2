"""The pictures of the pages in `docs/images`, made from the sample articles: `make screenshots`.

The same ledger, the same windows and the same fonts give the same pictures; Chromium has to be installed.
"""

from __future__ import annotations

import shutil
import socket
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from onrecord.ledger import Ledger
from onrecord.web import create_app

if TYPE_CHECKING:
    from playwright.sync_api import Page

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"
SAMPLES = ROOT / "samples"
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--lang=en-GB", "--hide-scrollbars",
)  # fmt: skip


class Shot(NamedTuple):
    """One picture: its name, the address, the window, the link to follow, what to scroll to the top, what to go to and
    to press."""

    name: str
    address: str
    width: int = 1200
    height: int = 820
    follow: str | None = None
    top: str | None = None
    focus: str | None = None
    press: str | None = None
    dark: bool = False


SHOTS = (
    Shot("brief", "/?as_of=2022-02-20"),
    Shot("article", "/articles/nw-0220-extended"),
    Shot("promises", "/promises?actor=Makei"),
    Shot("promise", "/promises?actor=Makei", height=900, follow=".promise h3 a"),
    Shot("disputes", "/disputes"),
    Shot("search", "/search?q=withdraw*", height=700, focus="details summary", press="Enter"),
    Shot("review", "/review?by=importance", height=760),
    Shot("timeline", "/timeline", height=940, top=".lead", focus=".frame .k-promise.is-extended"),
    Shot("map", "/map", height=880, top=".lead", focus=".frame .pin[data-name=Ukraine]", press="Enter"),
    Shot("map-phone", "/map", 390, 844, top=".lead", dark=True),
    Shot("timeline-phone", "/timeline", 390, 844, top=".picture"),
)


def fill(path: Path) -> None:
    """A ledger of the samples, as `make demo` fills it."""
    with Ledger.open(path) as ledger:
        ledger.add(SAMPLES / "articles.jsonl")
        ledger.add(
            SAMPLES / "families.txt", published="2022-02-11", outlet="Quayside Tribune",
            title="Packed bags and a cat: a teacher decides to stay",
        )  # fmt: skip
        ledger.add(
            SAMPLES / "accords.txt", published="2022-02-22", outlet="The Vale Ledger",
            title="The accords nobody will miss, or will they?",
        )  # fmt: skip
        ledger.add(SAMPLES / "pipeline.html")


@contextmanager
def served(path: Path) -> Iterator[str]:
    """The address of a server over the ledger at `path`."""
    import uvicorn

    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(create_app(path), log_level="error"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join(10)
    listening.close()


def take(page: Page, shot: Shot, address: str) -> None:
    """The picture of one page, once its islands have drawn."""
    answer = page.goto(address + shot.address)
    assert answer and answer.ok, shot.address
    if shot.follow:
        page.locator(shot.follow).first.click()
        page.wait_for_load_state()
    for name, made in (("timeline", ".frame .mark"), ("map", ".land"), ("day", ".slide")):
        if page.locator(f"[data-island={name}]").count():
            page.locator(made).first.wait_for(state="attached")
    if shot.focus:
        page.locator(shot.focus).first.focus()
        if shot.press:
            page.keyboard.press(shot.press)
    if shot.top:
        page.locator(shot.top).first.evaluate("e => scrollTo(0, e.getBoundingClientRect().top + scrollY - 16)")
    page.wait_for_timeout(300)
    page.screenshot(path=IMAGES / f"{shot.name}.png")


def main() -> None:
    """All pictures anew."""
    from playwright.sync_api import sync_playwright

    names = ("chromium", "chromium-browser", "google-chrome")
    chromium = next((path for name in names if (path := shutil.which(name))), None)
    if chromium is None:
        raise SystemExit("Chromium is not installed.")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        path = Path(folder) / "samples.db"
        fill(path)
        browser = play.chromium.launch(executable_path=chromium, args=list(QUIET))
        with served(path) as address:
            for shot in SHOTS:
                context = browser.new_context(
                    viewport={"width": shot.width, "height": shot.height}, locale="en-GB", reduced_motion="reduce",
                    color_scheme="dark" if shot.dark else "light",
                )  # fmt: skip
                take(context.new_page(), shot, address)
                context.close()
                print(IMAGES / f"{shot.name}.png")
        browser.close()


if __name__ == "__main__":
    main()
