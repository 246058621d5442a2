"""Promises as a list to choose from, one promise with all that is known of it, and the track record of an actor."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from onrecord.export.brief_lines import Promise
from onrecord.export.track import settling
from onrecord.model.view import CommitmentView, Made, Term

if TYPE_CHECKING:
    from fastapi.testclient import TestClient


def bare(page: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "", page))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", 1), ("actor=premier", 1), ("actor=Ruvia", 0), ("kind=promise", 1), ("kind=threat", 0),
        ("about=Karsova", 1), ("about=bread", 0), ("status=pending", 1), ("status=open", 1), ("status=broken", 0),
        ("due_from=2031-05-12", 1), ("due_to=2031-05-12", 1), ("due_to=2031-05-11", 0),
        ("as_of=2031-05-13&status=overdue", 1), ("as_of=2031-05-01", 0), ("actor=&kind=&status=&due_from=", 1),
        ("status=kept,pending", 1), ("status=kept,broken", 0), ("status=open,kept&kind=promise,plan", 1),
        ("kind=plan,threat", 0), ("term=dated", 1), ("term=open", 0),
    ],
)  # fmt: skip
def test_promises_are_chosen_by_what_is_asked(pages: TestClient, query: str, found: int) -> None:
    page = pages.get(f"/promises?{query}").text
    assert page.count('<article class="promise"') == found
    assert ("Nothing on record is like that" in page) == (found == 0)


@pytest.mark.parametrize(
    "query",
    ["kind=poem", "status=fine", "status=kept,fine", "term=long", "due_from=soon", "actor=" + "x" * 500, "cursor=x"],
)
def test_what_means_nothing_is_refused(pages: TestClient, query: str) -> None:
    assert pages.get(f"/promises?{query}").status_code == 400


def test_the_form_keeps_what_was_asked(pages: TestClient) -> None:
    page = pages.get("/promises?actor=premier&status=pending&due_to=2031-05-12").text
    assert 'value="premier"' in page
    assert '<option value="pending" selected>' in page
    assert 'value="2031-05-12"' in page


def test_the_form_keeps_several_statuses(pages: TestClient) -> None:
    page = pages.get("/promises?status=pending,in_progress&term=dated").text
    assert '<option value="pending,in_progress" selected>' in page
    assert '<option value="dated" selected>' in page


def test_a_promise_says_who_reports_it_and_what_would_settle_it(
    pages: TestClient, link_of: Callable[[str, str], str]
) -> None:
    page = bare(pages.get(link_of(pages.get("/promises").text, "Velmark’s premier:")).text)
    for words in ("who reports it", "Harrow Wire", "deadline", "12 May", "what would settle it", "it is then kept"):
        assert words in page


def test_a_track_record_counts_and_leads_to_each(pages: TestClient) -> None:
    page = pages.get("/track?actor=premier").text
    assert "1 commitment as of" in bare(page)
    assert "Running, with a deadline" in page
    assert "not a score" in page
    assert page.count('<article class="promise"') == 1
    assert "No commitment of that actor" in pages.get("/track?actor=nobody").text
    assert "Velmark’s premier" in bare(pages.get("/track").text)


def made(**fields: object) -> Promise:
    view = CommitmentView(
        "c1", "Ruvia", None, None, "open the bridge", "promise", "+", None, Term("by 12 May", "2031-05-12"), "pending",
        False, "none", False, (), 1, Made("a", "v", "2031-05-01", "x", 0, 1), (),
    )  # fmt: skip
    days = fields.pop("days", 3)
    return Promise(replace(view, **fields), (), days)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("fields", "words", "absent"),
    [
        ({}, "overdue, by the clock", "carried out"), ({"polarity": "-"}, "kept, by the clock", "overdue"),
        ({"days": None}, "broken", "clock"), ({"kind": "threat"}, "carried out", "kept"),
        ({"condition": "if it rains"}, "lapsed", "carried out"), ({"days": -2, "status": "overdue"}, "kept", "clock"),
    ],
)  # fmt: skip
def test_what_would_settle_it_follows_from_what_it_is(fields: dict[str, object], words: str, absent: str) -> None:
    told = "; ".join(settling(made(**fields)))
    assert words in told
    assert absent not in told


def test_a_settled_one_waits_for_nothing() -> None:
    assert settling(made(status="kept")) == ()
