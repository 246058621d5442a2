"""The API does what its OpenAPI document says, whatever it is asked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from onrecord.ledger import Ledger
from onrecord.web import create_app

schemathesis: Any = pytest.importorskip("schemathesis", reason="schemathesis is not installed")

CASES = 20
"""Requests to each operation, the same in every run."""


def test_every_answer_is_as_described_and_no_question_breaks_it(path: Path) -> None:
    described = schemathesis.openapi.from_asgi("/api/v1/openapi.json", create_app(path, ["testserver", "localhost"]))
    with Ledger.open(path) as ledger:
        before = ledger.digest()
    asked = set()
    from schemathesis.specs.openapi.checks import positive_data_acceptance as takes_all  # days and cursors are strings

    for found in described.get_all_operations():
        operation = found.ok()
        asked.add(operation.label)

        @given(case=operation.as_strategy())
        @settings(
            max_examples=CASES, deadline=None, derandomize=True, database=None,
            suppress_health_check=list(HealthCheck),
        )  # fmt: skip
        def ask(case: Any) -> None:
            case.call_and_validate(headers={"sec-fetch-site": "same-origin"}, excluded_checks=[takes_all])

        ask()
    assert {"GET /commitments", "GET /search", "GET /articles/{key}", "POST /reviews"} <= asked
    with Ledger.open(path) as ledger:
        assert ledger.digest() == before, "nothing that is made up changes the ledger"
