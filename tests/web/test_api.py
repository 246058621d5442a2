"""The API: the contract's records, in pieces, with tags, and every fault as a problem."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from onrecord.ledger import Ledger

if TYPE_CHECKING:
    from fastapi.testclient import TestClient

Asking = Callable[..., "TestClient"]
LISTS = ("articles", "statements", "commitments", "disputes", "series", "stories", "events")


def asked(pages: TestClient, path: str) -> Any:
    answer = pages.get(f"/api/v1{path}")
    assert answer.status_code == 200, answer.text
    return answer.json()


@pytest.mark.parametrize("name", LISTS)
def test_lists_hold_what_the_ledger_holds(pages: TestClient, name: str) -> None:
    whole = asked(pages, "/ledger")
    found = asked(pages, f"/{name}?at_least=1" if name == "series" else f"/{name}")
    assert found["as_of"] == whole["as_of"] == "2031-05-06"
    assert (found["total"], found["next"]) == (len(found["items"]), None)
    if name == "articles":
        assert {one["key"] for one in found["items"]} == {"a", "../x?y#z"}
    else:
        assert sorted(found["items"], key=lambda x: x["id"]) == sorted(whole[name], key=lambda x: x["id"])
        for one in found["items"]:
            path = f"/{name}/{one['id']}" if name != "statements" else None
            assert path is None or asked(pages, path) == one


def test_an_article_is_the_contracts_record(pages: TestClient, path: Path) -> None:
    with Ledger.open(path) as ledger:
        versions = [row.version for row in ledger.versions("a")]
        expected = ledger.article("a", versions[0]).to_json()
    assert asked(pages, f"/articles/a?version={versions[0][:16]}") == expected
    assert asked(pages, "/articles/..%2Fx%3Fy%23z")["text"] == "Bread was dear."
    assert asked(pages, "/articles/a")["schema"] == "onrecord.article/1"


def test_an_entry_goes_by_its_permanent_name(pages: TestClient) -> None:
    name = asked(pages, "/commitments")["items"][0]["id"]
    found = asked(pages, f"/entries/{name}")
    assert (found["kind"], found["rule"], found["anchor"]) == ("commitment", "verb: vow", "vowed")


@pytest.mark.parametrize("query", ["actor=premier", "actor=Ruvia", "status=open", "kind=threat", "due_to=2031-05-11"])
def test_pages_and_api_choose_alike(pages: TestClient, query: str) -> None:
    shown = pages.get(f"/promises?{query}").text.count('<article class="promise"')
    assert asked(pages, f"/commitments?{query}")["total"] == shown


def test_a_day_can_be_asked_for(pages: TestClient) -> None:
    assert asked(pages, "/commitments?as_of=2031-05-13")["items"][0]["status"] == "overdue"
    assert asked(pages, "/commitments?as_of=2031-05-01")["total"] == 0


def test_a_cursor_leads_through_the_list_and_new_entries_shift_nothing(asking: Asking, path: Path) -> None:
    pages = asking(path)
    first = asked(pages, "/articles?limit=1&as_of=2031-05-20")
    assert (len(first["items"]), first["total"]) == (1, 2)
    with Ledger.open(path) as ledger:
        made = ledger.article("../x?y#z")
        ledger.put(replace(made, article=replace(made.article, id="late", published="2031-05-09")))
    second = asked(pages, f"/articles?limit=1&as_of=2031-05-20&cursor={first['next']}")
    assert [one["key"] for one in (*first["items"], *second["items"])] == ["a", "../x?y#z"]
    assert second["next"] is None
    for wrong in (f"/statements?cursor={first['next']}", f"/articles?as_of=2031-05-01&cursor={first['next']}"):
        assert pages.get(f"/api/v1{wrong}").status_code == 400


def test_what_has_not_changed_is_not_sent_again(asking: Asking, path: Path) -> None:
    pages = asking(path)
    first = pages.get("/api/v1/statements")
    tag = first.headers["etag"]
    for given in (tag, f"W/{tag}", f'"x", {tag}'):
        again = pages.get("/api/v1/statements", headers={"if-none-match": given})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert pages.get("/api/v1/statements?actor=Ruvia", headers={"if-none-match": tag}).status_code == 200
    assert pages.get("/api/v1/statements?as_of=x", headers={"if-none-match": tag}).status_code == 400
    with Ledger.open(path) as ledger:
        made = ledger.article("a")
        ledger.put(replace(made, article=replace(made.article, id="late", published="2031-05-09")))
    later = pages.get("/api/v1/statements", headers={"if-none-match": tag})
    assert (later.status_code, later.json()["as_of"]) == (200, "2031-05-09")


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/nowhere", 404, "Not Found"), ("/articles/none", 404, "no article of this ledger"),
        ("/entries/c0", 404, "no entry"), ("/commitments/c0", 404, "none of the commitments"),
        ("/statements?as_of=someday", 400, "no day"), ("/statements?limit=0", 400, "limit"),
        ("/statements?limit=x", 400, "limit"), ("/statements?cursor=x", 400, "cursor"),
        ("/statements?cursor=" + "W" * 1200, 400, "cursor"), ("/commitments?status=fine", 400, "no status"),
        ("/events?factuality=true", 400, "no factuality"), ("/disputes?type=row", 400, "no type"),
        ("/statements?actor=" + "x" * 500, 400, "too many"), ("/series?at_least=many", 400, "at_least"),
    ],
)  # fmt: skip
def test_every_fault_is_a_problem(pages: TestClient, address: str, status: int, words: str) -> None:
    answer = pages.get(f"/api/v1{address}")
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert (answer.status_code, problem["status"], set(problem)) == (
        status,
        status,
        {"type", "title", "status", "detail"},
    )
    assert words in problem["detail"]


def test_it_can_only_be_read(pages: TestClient) -> None:
    answer = pages.post("/api/v1/statements", headers={"origin": "http://127.0.0.1"})
    assert (answer.status_code, answer.headers["content-type"]) == (405, "application/problem+json")
    assert "GET" in answer.headers["allow"]


def test_it_describes_itself(pages: TestClient) -> None:
    told = asked(pages, "/openapi.json")
    assert {f"/{name}" for name in LISTS} <= set(told["paths"])
    names = {one["name"] for one in told["paths"]["/commitments"]["get"]["parameters"]}
    assert names == {"as_of", "actor", "about", "kind", "status", "due_from", "due_to", "term", "cursor", "limit"}
    assert told["paths"]["/commitments"]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    assert pages.get("/api/v1/docs").status_code == 404


def test_an_empty_ledger_is_told(asking: Asking, tmp_path: Path) -> None:
    Ledger.open(tmp_path / "new.db").close()
    answer = asking(tmp_path / "new.db").get("/api/v1/statements")
    assert (answer.status_code, answer.json()["detail"]) == (404, "The ledger is empty.")


@pytest.mark.parametrize("part", ["/commitments", "/articles/a", "/ledger", "/commitments/none"])
def test_the_head_of_an_answer_can_be_had_alone(pages: TestClient, part: str) -> None:
    whole, head = pages.get(f"/api/v1{part}"), pages.head(f"/api/v1{part}")
    assert (head.status_code, head.content) == (whole.status_code, b"")
    assert dict(head.headers) == dict(whole.headers)


HERE = {"origin": "http://127.0.0.1"}


def test_decisions_are_kept_and_undone_through_it(pages: TestClient) -> None:
    name = asked(pages, "/commitments")["items"][0]["id"]
    body = {"of": name, "decision": "set", "field": "kind", "value": "plan", "author": "Ada", "note": "soft"}
    made = pages.post("/api/v1/reviews", json=body, headers=HERE)
    assert made.status_code == 201
    told = made.json()
    assert (told["entry"], told["counts"], told["author"], told["note"]) == (name, True, "Ada", "soft")
    assert asked(pages, "/commitments")["items"][0]["kind"] == "plan"
    undo = pages.post("/api/v1/reviews", json={"of": told["id"], "decision": "undo", "author": "Bo"}, headers=HERE)
    assert undo.status_code == 201
    assert asked(pages, "/commitments")["items"][0]["kind"] == "promise"
    listed = asked(pages, "/reviews?limit=1")
    assert (listed["total"], listed["items"][0]["decision"], bool(listed["next"])) == (2, "undo", True)
    assert [one["counts"] for one in asked(pages, "/reviews?author=Ada")["items"]] == [False]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({"of": "c0", "decision": "reject", "author": "Ada"}, "no entry"),
        ({"of": "c0", "decision": "burn"}, "decision"),
        ({"of": "{c}", "decision": "reject"}, "needs an author"),
        ({"of": "{c}", "decision": "accept", "by": "x"}, "by"),
        ({"of": "{c}", "decision": "set", "field": "kind", "value": "joke", "author": "Ada"}, "takes no 'joke'"),
        ({"of": "r0", "decision": "undo", "author": "Ada"}, "no such decision"), ([], "dict"),
    ],
)  # fmt: skip
def test_what_cannot_be_decided_is_a_problem(pages: TestClient, body: Any, words: str) -> None:
    name = asked(pages, "/commitments")["items"][0]["id"]
    given = {k: v.format(c=name) for k, v in body.items()} if isinstance(body, dict) else body
    answer = pages.post("/api/v1/reviews", json=given, headers=HERE)
    assert (answer.status_code, answer.headers["content-type"]) == (400, "application/problem+json")
    assert words in answer.json()["detail"]
