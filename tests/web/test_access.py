"""Who may use a ledger that others can reach: tokens, how far they go, and who is kept from writing."""

from __future__ import annotations

import base64
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from onrecord.web.access import Rules
from onrecord.web.rates import Rate
from onrecord.web.tokens import Tokens, TokensError

if TYPE_CHECKING:
    from fastapi.testclient import TestClient

Asking = Callable[..., "TestClient"]
NOW = "2031-05-20T12:00:00+00:00"
HERE = {"origin": "http://127.0.0.1", "sec-fetch-site": "same-origin"}


class Desk:
    """A closed server at a time that can be moved, and the secrets of one token of each scope."""

    def __init__(self, asking: Asking, path: Path) -> None:
        self.now = NOW
        self.tokens = Tokens.beside(path)
        self.rules = Rules(self.tokens, clock=lambda: self.now)
        self.secrets = {
            scope: self.tokens.add(f"Ada {scope}", scope, 30, NOW)[1] for scope in ("read", "review", "admin")
        }
        self.pages = asking(path, rules=self.rules)

    def bearer(self, scope: str) -> dict[str, str]:
        return {"authorization": f"Bearer {self.secrets[scope]}"}


@pytest.fixture
def desk(asking: Asking, path: Path) -> Desk:
    return Desk(asking, path)


# ---- tokens themselves


def test_only_the_hash_of_a_secret_is_kept_in_a_file_for_its_owner_alone(tmp_path: Path) -> None:
    tokens = Tokens.beside(tmp_path / "a.db")
    made, secret = tokens.add("  Ada   Moreau ", "review", 2, NOW)
    assert (made.name, made.expires, len(secret) > 50) == ("Ada Moreau", "2031-05-22T12:00:00+00:00", True)
    assert secret.rpartition("_")[2] not in tokens.path.read_text()
    assert tokens.path.stat().st_mode & 0o777 == 0o600
    assert tokens.known(secret, NOW) == made


def test_a_token_ends_when_its_time_is_over_or_when_it_is_revoked(tmp_path: Path) -> None:
    tokens = Tokens.beside(tmp_path / "a.db")
    (one, first), (_, second) = (tokens.add(name, "read", 2, NOW) for name in ("Ada", "Bo"))
    assert tokens.known(first, "2031-05-22T12:00:00+00:00") is None
    Tokens.beside(tmp_path / "a.db").revoke(one.id, NOW)
    assert tokens.known(first, NOW) is None
    assert tokens.known(second, NOW)
    assert [t.state(NOW) for t in tokens.all()] == ["revoked", "valid"]
    with pytest.raises(TokensError, match="no such token"):
        tokens.revoke("beef", NOW)


@pytest.mark.parametrize(
    "wrong", ["", "x", "onrecord_", "onrecord__", "onrecord_{id}_", "onrecord_{id}_x", "{id}_x", "ü" * 300]
)
def test_nothing_but_the_whole_secret_is_taken(tmp_path: Path, wrong: str) -> None:
    tokens = Tokens.beside(tmp_path / "a.db")
    made, _ = tokens.add("Ada", "read", 2, NOW)
    assert tokens.known(wrong.replace("{id}", made.id), NOW) is None


@pytest.mark.parametrize("damage", ["nonsense\n", '{"revoke": "none", "time": "x"}\n', '{"id": "a"}\n', "[]\n"])
def test_a_damaged_file_lets_nobody_in(asking: Asking, path: Path, damage: str) -> None:
    tokens = Tokens.beside(path)
    _, secret = tokens.add("Ada", "read", 2, NOW)
    with tokens.path.open("a") as file:
        file.write(damage)
    with pytest.raises(TokensError, match="cannot be read"):
        asking(path, rules=Rules(tokens)).get("/", headers={"authorization": f"Bearer {secret}"})


# ---- routes by scope


@pytest.mark.parametrize(
    ("address", "statuses"),
    [("/", (303, 200, 200, 200)), ("/said", (303, 200, 200, 200)), ("/static/onrecord.css", (200, 200, 200, 200)),
     ("/sign-in", (200, 200, 200, 200)), ("/api/v1/articles", (401, 200, 200, 200)),
     ("/api/v1/openapi.json", (401, 200, 200, 200)), ("/search.atom?q=x", (401, 200, 200, 200)),
     ("/deadlines.ics", (401, 200, 200, 200)), ("/nowhere", (303, 404, 404, 404))],
)  # fmt: skip
def test_reading_needs_a_token(desk: Desk, address: str, statuses: tuple[int, ...]) -> None:
    for scope, status in zip(("", "read", "review", "admin"), statuses, strict=True):
        headers = desk.bearer(scope) if scope else {}
        assert desk.pages.get(address, headers=headers, follow_redirects=False).status_code == status, (address, scope)


@pytest.mark.parametrize(("scope", "status"), [("", 401), ("read", 403), ("review", 405), ("admin", 405)])
def test_writing_needs_a_token_for_review(desk: Desk, scope: str, status: int) -> None:
    headers = HERE | (desk.bearer(scope) if scope else {})
    assert desk.pages.post("/", headers=headers).status_code == status
    problem = desk.pages.post("/api/v1/statements", headers=headers)
    assert (problem.status_code, problem.headers["content-type"]) == (status, "application/problem+json")


@pytest.mark.parametrize(
    "given",
    ["Bearer x", "Bearer", "Basic eA==", "Basic ???", "Digest x", "Bearer onrecord_0_0"],
)
def test_a_wrong_token_is_none(desk: Desk, given: str) -> None:
    answer = desk.pages.get("/api/v1/articles", headers={"authorization": given})
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"].startswith("Bearer")


def test_a_feed_reader_gives_the_token_as_its_password(desk: Desk) -> None:
    asked = desk.pages.get("/search.atom?q=Karsova")
    assert asked.headers["www-authenticate"].startswith("Basic")
    password = base64.b64encode(f"any:{desk.secrets['read']}".encode()).decode()
    assert desk.pages.get("/search.atom?q=Karsova", headers={"authorization": f"Basic {password}"}).status_code == 200


def test_an_expired_or_revoked_token_ends_at_once_on_a_running_server(desk: Desk) -> None:
    assert desk.pages.get("/api/v1/articles", headers=desk.bearer("read")).status_code == 200
    Tokens(desk.tokens.path).revoke(desk.secrets["read"].split("_")[1], NOW)
    assert desk.pages.get("/api/v1/articles", headers=desk.bearer("read")).status_code == 401
    desk.now = "2031-06-30T00:00:00+00:00"
    assert desk.pages.get("/api/v1/articles", headers=desk.bearer("review")).status_code == 401


# ---- a browser


def test_a_browser_signs_in_goes_where_it_wanted_and_out_again(desk: Desk) -> None:
    pages = desk.pages
    asked = pages.get("/said?actor=Ruvia", follow_redirects=False)
    assert asked.headers["location"] == "/sign-in?next=%2Fsaid%3Factor%3DRuvia"
    assert 'value="/said?actor=Ruvia"' in pages.get(asked.headers["location"]).text
    form = {"token": desk.secrets["review"], "next": "/said?actor=Ruvia"}
    entered = pages.post("/sign-in", data=form, headers=HERE, follow_redirects=False)
    cookie = entered.headers["set-cookie"].lower()
    assert (entered.status_code, entered.headers["location"]) == (303, "/said?actor=Ruvia")
    assert "httponly" in cookie and "samesite=lax" in cookie and "path=/" in cookie
    assert pages.get("/said?actor=Ruvia").status_code == 200
    assert "Signed in as Ada review" in pages.get("/sign-in").text
    pages.post("/sign-out", headers=HERE)
    assert pages.get("/", follow_redirects=False).status_code == 303


@pytest.mark.parametrize(
    "next_page", ["//evil.example/", "https://evil.example/", "/\\evil.example", "/a\nb", "javascript:1"]
)
def test_the_sign_in_leads_nowhere_else(desk: Desk, next_page: str) -> None:
    form = {"token": desk.secrets["read"], "next": next_page}
    entered = desk.pages.post("/sign-in", data=form, headers=HERE, follow_redirects=False)
    assert entered.headers["location"] == "/"


def test_a_wrong_token_does_not_sign_in(desk: Desk) -> None:
    answer = desk.pages.post("/sign-in", data={"token": "x"}, headers=HERE)
    assert answer.status_code == 401
    assert "No valid token is like that" in answer.text
    assert "set-cookie" not in answer.headers


# ---- other sites

MATRIX = [
    ({"sec-fetch-site": "same-origin", "origin": "http://127.0.0.1"}, True), ({"sec-fetch-site": "same-origin"}, True),
    ({"origin": "http://127.0.0.1"}, True), ({}, False), ({"sec-fetch-site": "cross-site"}, False),
    ({"sec-fetch-site": "same-site", "origin": "http://127.0.0.1"}, False), ({"sec-fetch-site": "none"}, False),
    ({"sec-fetch-site": "same-origin", "origin": "http://evil.example"}, False), ({"origin": "null"}, False),
    ({"origin": "https://127.0.0.1"}, False), ({"origin": "http://127.0.0.1:81"}, False),
    ({"origin": "http://127.0.0.1.evil.example"}, False), ({"origin": ""}, False),
]  # fmt: skip


@pytest.mark.parametrize(("headers", "fine"), MATRIX)
def test_no_other_site_can_write(pages: TestClient, headers: dict[str, str], fine: bool) -> None:
    assert pages.post("/", headers=headers).status_code == (405 if fine else 403)
    assert pages.post("/api/v1/statements", headers=headers).status_code == (405 if fine else 403)
    assert pages.get("/", headers=headers).status_code == 200


def test_a_program_with_its_own_token_need_not_say_from_where(desk: Desk) -> None:
    assert desk.pages.post("/api/v1/statements", headers=desk.bearer("review")).status_code == 405
    desk.pages.cookies.set("onrecord", desk.secrets["review"])
    assert desk.pages.post("/api/v1/statements").status_code == 403


# ---- how often


def test_a_token_may_ask_so_often_and_no_more(asking: Asking, path: Path) -> None:
    tokens = Tokens.beside(path)
    _, secret = tokens.add("Ada", "read", 9, NOW)
    rules = Rules(tokens, asks=Rate(3, 60, clock=lambda: 0.0), clock=lambda: NOW)
    pages = asking(path, rules=rules)
    answers = [pages.get("/api/v1/articles", headers={"authorization": f"Bearer {secret}"}) for _ in range(4)]
    assert [a.status_code for a in answers] == [200, 200, 200, 429]
    assert 0 < int(answers[3].headers["retry-after"]) <= 60


def test_who_guesses_is_kept_out_even_with_a_right_one(asking: Asking, path: Path) -> None:
    tokens = Tokens.beside(path)
    _, secret = tokens.add("Ada", "read", 9, NOW)
    pages = asking(path, rules=Rules(tokens, fails=Rate(2, 60, clock=lambda: 0.0), clock=lambda: NOW))
    for wrong in ("x", "y"):
        assert pages.get("/api/v1/articles", headers={"authorization": f"Bearer {wrong}"}).status_code == 401
    assert pages.get("/api/v1/articles", headers={"authorization": f"Bearer {secret}"}).status_code == 429
    assert pages.post("/sign-in", data={"token": secret}, headers=HERE).status_code == 429


def test_an_allowance_fills_up_again_and_forgets_nobody_too_early() -> None:
    now = [0.0]
    rate = Rate(2, 10, clock=lambda: now[0])
    assert [rate.wait("a") > 0 for _ in range(3)] == [False, False, True]
    now[0] = 5.0
    assert [rate.wait("a") > 0 for _ in range(2)] == [False, True]


# ---- open


def test_on_this_machine_alone_nobody_signs_in(pages: TestClient) -> None:
    assert pages.get("/").status_code == 200
    assert "nobody has to sign in" in pages.get("/sign-in").text
    assert "Who you are here" not in pages.get("/").text


@pytest.mark.parametrize("name", ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP"])
def test_an_open_server_serves_nobody_through_a_proxy(pages: TestClient, name: str) -> None:
    answer = pages.get("/", headers={name: "203.0.113.9"})
    assert answer.status_code == 403
    assert "--allow-host" in answer.text


@pytest.mark.parametrize(
    ("headers", "status"), [({"content-length": "2000000"}, 413), ({"transfer-encoding": "chunked"}, 411)]
)
def test_what_is_too_long_is_not_read(pages: TestClient, headers: dict[str, str], status: int) -> None:
    assert pages.post("/", headers=HERE | headers).status_code == status


def test_an_administrator_sees_who_has_access_and_ends_it(desk: Desk) -> None:
    desk.pages.cookies.set("onrecord", desk.secrets["admin"])
    page = desk.pages.get("/tokens").text
    assert "Ada read" in page
    assert page.count("Revoke the token") == 3
    name = desk.secrets["read"].split("_")[1]
    assert "revoked" in desk.pages.post("/tokens/revoke", data={"token": name}, headers=HERE).text
    assert desk.pages.post("/tokens/revoke", data={"token": "beef"}, headers=HERE).status_code == 404
    assert desk.pages.get("/api/v1/articles", headers=desk.bearer("read")).status_code == 401
    desk.pages.cookies.clear()
    assert desk.pages.get("/tokens", headers=desk.bearer("review")).status_code == 403


def test_an_open_server_has_no_tokens_to_show(pages: TestClient) -> None:
    assert pages.get("/tokens").status_code == 404
