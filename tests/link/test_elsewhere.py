"""What happens in one town settles nothing that was promised for another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.model import View

from .conftest import Page


@pytest.mark.parametrize(
    ("later", "status"),
    [
        ("The port ministry reopened the viaduct of Selby on Friday.", "kept"),
        ("The port ministry reopened the viaduct on Friday.", "kept"),
        ("The port ministry reopened the viaduct of Orla on Friday.", "overdue"),
    ],
)
def test_a_promise_about_one_town(view: Callable[..., View], later: str, status: str) -> None:
    made = Page("a", "The port ministry promised to reopen the viaduct of Selby by 9 May.", "2031-05-01")
    made.actor("The port ministry", kind="organisation")
    made.promise("The port ministry", "promised", "reopen the viaduct of Selby", by="by 9 May", latest="2031-05-09")
    told = Page("b", later, "2031-05-09").actor("The port ministry", kind="organisation")
    assert [c.status for c in view(made, told, as_of="2031-05-20").commitments] == [status]
