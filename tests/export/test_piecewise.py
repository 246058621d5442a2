"""Lists that are read piece by piece say what the lists as a whole say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest
from tests.ledger.conftest import NOW, article, read
from tests.ledger.test_kept import PUBLISHED, SENTENCES

from onrecord.export.brief import brief_of, leafed
from onrecord.export.brief_lines import Brief
from onrecord.export.copied import also_in
from onrecord.export.deadlines import deadlines
from onrecord.export.grouped import group
from onrecord.export.printed import sources
from onrecord.export.said import said, speakers, unsaid
from onrecord.export.track import track
from onrecord.ledger import Ledger

DAY = "2031-03-12"


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    path, random = Path(tmp_path_factory.mktemp("ledger"), "l.db"), Random(7)
    with Ledger.open(path, clock=lambda: NOW) as made:
        for n in range(24):
            text = " ".join(random.choice(SENTENCES) for _ in range(random.randint(1, 5)))
            outlet = random.choice(["Herald", "Post", "Bay Mail"])
            made.put(read(article(f"a{n % 20}", text, random.choice(PUBLISHED), outlet=outlet)))
        yield made


def whole(given: Any) -> Any:
    """The same with every list at hand."""
    if isinstance(given, Brief):
        lists = {name: tuple(getattr(given, name)) for name in ("disputes", "series", "stories", "new_stories")}
        return replace(given, promises=tuple((g, tuple(some)) for g, some in given.promises), **lists)  # type: ignore[arg-type]
    return given


@pytest.mark.parametrize("since", [None, "2031-02-28", "2031-03-02", "2031-03-06"])
def test_a_brief_in_pieces_is_the_brief(ledger: Ledger, since: str | None) -> None:
    known = sources(ledger.articles(DAY), ledger.outlets())
    assert whole(leafed(ledger, known, DAY, since)) == whole(brief_of(ledger, DAY, since))


@pytest.mark.parametrize("actor", ["Ostrania", "velmark", "Nobody"])
def test_track_records_and_statements_in_pieces_are_the_whole_ones(ledger: Ledger, actor: str) -> None:
    known = sources(ledger.articles(DAY), ledger.outlets())
    full, pieces = ledger.as_of(DAY), ledger.paged(DAY)
    one, other = (track(view, known, actor) for view in (full, pieces))
    for name in ("undertaken", "threatened"):
        assert [(g, list(some)) for g, some in getattr(other, name)] == [
            (g, list(some)) for g, some in getattr(one, name)
        ]
    assert (one.total, one.disputed) == (other.total, other.disputed)
    for about in ("", "soldiers", "1200"):
        assert list(said(pieces, known, actor, about)) == list(said(full, known, actor, about))
        assert unsaid(pieces, known, actor, about) == unsaid(full, known, actor, about)
    assert speakers(pieces) == speakers(full)


@pytest.mark.parametrize("within", [None, 0, 5, 9999])
def test_deadlines_in_pieces_are_the_whole_ones(ledger: Ledger, within: int | None) -> None:
    known = sources(ledger.articles(DAY), ledger.outlets())
    one, other = (deadlines(view, known, within) for view in (ledger.as_of(DAY), ledger.paged(DAY)))
    assert (list(other.due), list(other.past), other.open_end) == (list(one.due), list(one.past), one.open_end)


def test_groups_and_copies_are_found_by_their_names(ledger: Ledger) -> None:
    known = sources(ledger.articles(DAY), ledger.outlets())
    full, pieces = ledger.as_of(DAY), ledger.paged(DAY)
    names = [one.id for one in (*full.commitments, *full.disputes, *full.series, *full.stories)]
    assert names
    for name in (*names, "none"):
        assert group(pieces, known, name) == group(full, known, name)
    for key in known:
        assert also_in(pieces, known, key) == also_in(full, known, key)
