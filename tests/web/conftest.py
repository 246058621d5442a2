"""A ledger with records made by hand, its pages, and a real browser where one is found."""

from __future__ import annotations

import shutil
import socket
import threading
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from onrecord.ledger import Ledger
from onrecord.ledger.facade import utc_now
from onrecord.model import (
    Actor,
    Article,
    Commitment,
    Deadline,
    Denial,
    Event,
    Mention,
    Part,
    Participant,
    Place,
    Quantity,
    Record,
    Span,
    Statement,
    Time,
)
from onrecord.web import create_app
from onrecord.web.access import Rules
from onrecord.web.tokens import Tokens

with warnings.catch_warnings():  # it asks for a successor of httpx that is not needed here
    warnings.simplefilter("ignore")
    from fastapi.testclient import TestClient

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

CHROMIUM = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
NASTY = '<script>document.title = "owned"</script><img src=x onerror="document.title=1">'
TEXT = (
    "HARROW, Velmark (Harrow Wire) — Velmark’s premier vowed on Monday that up to 900 soldiers would leave Karsova "
    "by 12 May. \N{SMILING FACE WITH SUNGLASSES}\n\n"
    f"Ruvia denied that the soldiers would leave. {NASTY} Guns fired at Karsova."
)


def spans(text: str, *words: str) -> tuple[Span, ...]:
    return tuple(Span(text.index(w), text.index(w) + len(w)) for w in words)


def record(
    key: str = "a", text: str = TEXT, published: str | None = "2031-05-05", title: str = "Boots & bread"
) -> Record:
    """The article with one entry of each kind, some overlapping."""

    def at(*words: str) -> tuple[Span, ...]:
        return spans(text, *words)

    (evidence,) = at("Velmark’s premier vowed on Monday that up to 900 soldiers would leave Karsova by 12 May.")
    (second,) = at("Ruvia denied that the soldiers would leave.")
    head = text.index("Velmark’s")
    article = Article(key, text, published, "Harrow Wire", title, language="en", parts=(
        Part("dateline", Span(0, head)), Part("body", Span(head, len(text))),
    ))  # fmt: skip
    return Record(
        article, {"onrecord": "1", "lexicon": "x", "model": None},
        actors=(
            Actor("a1", "Velmark’s premier", "person", mentions=(Mention(at("Velmark’s premier")[0], "nominal"),)),
            Actor("a2", "Ruvia", "state", mentions=(Mention(at("Ruvia")[0], "name"),)),
        ),
        times=(Time("t1", at("12 May")[0], "DATE", "2031-05-12", None, "2031-05-12", "2031-05-12"),),
        places=(Place("p1", at("Karsova")[0], "Karsova", lat=50.0, lon=20.0, country="POL", kind="city"),),
        quantities=(Quantity("q1", at("up to 900")[0], "le", None, 900.0, "soldier", at("soldiers"), "p1"),),
        statements=(
            Statement("s1", "indirect", at("Velmark’s premier"), at("vowed"),
                      at("that up to 900 soldiers would leave Karsova by 12 May"), "a1", cue_class="promise"),
            Statement("s2", "indirect", at("Ruvia"), at("denied"), at("that the soldiers would leave"), "a2",
                      cue_class="deny", rule="cue: deny"),
        ),
        commitments=(
            Commitment("c1", "promise", at("Velmark’s premier"), at("up to 900 soldiers would leave Karsova"),
                       at("vowed"), evidence, "s1", promisor_actor="a1", rule="verb: vow",
                       deadline=Deadline(at("by 12 May")[0], "by", None, "2031-05-12")),
        ),
        denials=(Denial("d1", at("Ruvia"), at("the soldiers would leave"), at("denied"), second, denier_actor="a2",
                        target="s1"),),
        events=(Event("e1", at("fired"), at("Guns fired at Karsova.")[0], (Participant(at("Guns")[0]),), cameo="190"),),
    )  # fmt: skip


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ledger's file with an article, an update of it, and one with an awkward key."""
    with Ledger.open(tmp_path / "test.db", clock=lambda: "2031-05-20T12:00:00+00:00") as ledger:
        ledger.put(record())
        ledger.put(record(text=f"{TEXT} More later.", published="2031-05-06"))
        odd = Article("../x?y#z", "Bread was dear.", "2031-05-01", title="Odd key", parts=(Part("body", Span(0, 15)),))
        ledger.put(Record(odd, {"onrecord": "1", "lexicon": "x", "model": None}))
    return tmp_path / "test.db"


@pytest.fixture
def asking() -> Iterator[Callable[..., TestClient]]:
    """`asking(path, hosts, rules)`: asks that ledger's pages as a browser on this machine would."""
    with ExitStack() as stack:
        yield lambda path, hosts=(), rules=None: stack.enter_context(
            TestClient(create_app(path, hosts, rules), base_url="http://127.0.0.1")
        )


@pytest.fixture
def pages(asking: Callable[..., TestClient], path: Path) -> TestClient:
    """The pages of the ledger at `path`."""
    return asking(path)


@pytest.fixture
def text() -> str:
    """The words of the article."""
    return TEXT


@contextmanager
def serving(path: Path, rules: Rules | None = None) -> Iterator[str]:
    """The address of a running server over that ledger."""
    import uvicorn

    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(create_app(path, (), rules), log_level="error"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join(10)
    listening.close()


@pytest.fixture
def served(path: Path) -> Iterator[str]:
    """The address of a running server."""
    with serving(path) as address:
        yield address


@pytest.fixture
def served_closed(path: Path) -> Iterator[tuple[str, str]]:
    """The address of a running server that asks for tokens, and one for review."""
    tokens = Tokens.beside(path)
    _, secret = tokens.add("Ada Moreau", "review", 9, utc_now())
    with serving(path, Rules(tokens)) as address:
        yield address, secret


@pytest.fixture
def administered(path: Path) -> Iterator[tuple[str, str]]:
    """The address of a running server that asks for tokens, and one of an administrator."""
    tokens = Tokens.beside(path)
    _, secret = tokens.add("Ada Moreau", "admin", 9, utc_now())
    tokens.add("Vera Brandt", "read", 9, utc_now())
    with serving(path, Rules(tokens)) as address:
        yield address, secret


PLACES = (
    ("Karsova", 50.0, 20.0, "2031-05-02"), ("Olvane", 50.1, 20.1, "2031-05-04"),
    ("Tamsin Bay", 44.0, 33.0, "2031-05-06"),
)  # fmt: skip


@pytest.fixture
def placed(path: Path) -> Iterator[str]:
    """The address of a running server; there guns fired at three places on three days, and somebody is named."""
    named = Article("named", "Vera Brandt was in town.", "2031-05-03", "Quay Post", parts=(Part("body", Span(0, 24)),))
    vera = Actor("a1", "Vera Brandt", "person", mentions=(Mention(Span(0, 11), "name"),))
    with Ledger.open(path) as ledger:
        ledger.put(Record(named, {"onrecord": "1", "lexicon": "x", "model": None}, actors=(vera,)))
        made = ledger.article("a")
        for name, lat, lon, day in PLACES:
            place = replace(made.places[0], name=name, lat=lat, lon=lon, radius_km=20.0)
            article = replace(made.article, id=f"at-{name}", published=day, text=f"{made.article.text} {name}.")
            event = replace(made.events[0], place="p1")
            ledger.put(
                replace(
                    made, article=article, events=(event,), places=(place,), commitments=(), denials=(), statements=()
                )
            )
    with serving(path) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, without a window."""
    if CHROMIUM is None:
        pytest.skip("no Chromium is installed")
    sync = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with sync.sync_playwright() as play:
        found = play.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield found
        found.close()


@pytest.fixture(params=[1400, 390], ids=["wide", "phone"])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page of the browser, as wide as a desk and as a phone."""
    context = browser.new_context(viewport={"width": request.param, "height": 900})
    yield context.new_page()
    context.close()


@pytest.fixture
def follow(page: Page) -> Callable[[Locator], None]:
    """`follow(link)`: clicks it and waits for the page that it leads to: what comes next must not meet the old one."""

    def to(link: Locator) -> None:
        with page.expect_navigation():
            link.click()

    return to


@pytest.fixture
def link_of() -> Callable[[str, str], str]:
    """`link_of(page, words)`: the address behind the link with these words."""
    import html
    import re

    def of(page: str, words: str) -> str:
        for address, inside in re.findall(r'<a [^>]*href="([^"]+)"[^>]*>(.*?)</a>', page, re.DOTALL):
            if words in html.unescape(re.sub(r"<[^>]+>", "", inside)):
                return html.unescape(address)
        raise AssertionError(f"no link says {words!r}")

    return of
