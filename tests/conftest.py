"""Shared by all tests: one loaded model, articles and records from a text."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace

import pytest

from onrecord.extract.draft import Draft
from onrecord.extract.parse import Parse, load
from onrecord.extract.pipeline import annotate, to_record
from onrecord.model import Article, Part, Record, Span
from onrecord.read.parts import parts


def article(text: str, published: str | None = None, **known: str) -> Article:
    made = Article(id="test", text=text, published=published, language="en", **known)
    return replace(made, parts=parts(text))


@pytest.fixture(scope="session")
def parse() -> Callable[..., tuple[Parse, Draft]]:
    """The parse of a text and a draft with no layer run."""

    def of(text: str, published: str | None = None) -> tuple[Parse, Draft]:
        made = article(text, published)
        return load().parse(made), Draft(made)

    return of


@pytest.fixture(scope="session")
def body() -> Callable[..., tuple[Parse, Draft]]:
    """As `parse`, the whole text taken as one body paragraph."""

    def of(text: str, published: str | None = None) -> tuple[Parse, Draft]:
        made = replace(article(text, published), parts=(Part("body", Span(0, len(text))),))
        return load().parse(made), Draft(made)

    return of


@pytest.fixture(scope="session")
def record() -> Callable[..., Record]:
    """The record of a text, all layers run."""

    def of(text: str, published: str | None = None, **known: str) -> Record:
        made = article(text, published, **known)
        parser = load()
        return to_record(annotate(parser.parse(made), made), parser)

    return of


def pytest_sessionfinish(session: pytest.Session) -> None:
    """With REQUIRE_ALL=1 a skipped test fails the run; `-rs` lists the skipped by name either way."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter and os.environ.get("REQUIRE_ALL") == "1" and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
