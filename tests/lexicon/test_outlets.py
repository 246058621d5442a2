"""What is known of outlets, and how users say more."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.export.printed import source
from onrecord.ledger import Ledger
from onrecord.lexicon.outlets import Outlet, OutletsError, known, outlets, shipped
from onrecord.model import Article

HEAD = "name,aliases,country,kind,state_controlled,grade\n"


def test_every_shipped_outlet_is_found_by_its_name_and_says_what_it_is() -> None:
    for outlet in set(shipped().values()):
        assert known(outlet.name.upper(), shipped()) == outlet
        assert outlet.kind
        assert len(outlet.country) == 3


def test_a_users_own_table_counts_before_the_shipped_one(tmp_path: Path) -> None:
    own = tmp_path / "mine.csv"
    own.write_text(f"{HEAD}Harrow Gazette,Gazette|harrow.example,NOR,paper,no,B2\nAFP,,FRA,wire,unknown,A1\n", "utf-8")
    table = outlets(own)
    assert known("gazette", table) == Outlet("Harrow Gazette", "NOR", "paper", "no", "B2")
    assert (found := known("AFP", table)) and found.grade == "A1"
    assert (agency := known("Reuters", table)) and agency.kind == "wire"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("name,country\nX,NOR\n", "no column aliases, kind, state_controlled, grade"),
        (f"{HEAD}X,,NOR,blog,no,\n", "line 2: no kind 'blog'"),
        (f"{HEAD}X,,NOR,paper,perhaps,\n", "line 2: state_controlled is 'perhaps'"),
        (f"{HEAD},,NOR,paper,no,\n", "line 2: an outlet without a name"),
    ],
)
def test_a_table_that_cannot_be_used_is_told_with_its_line(tmp_path: Path, text: str, words: str) -> None:
    own = tmp_path / "mine.csv"
    own.write_text(text, "utf-8")
    with pytest.raises(OutletsError, match=words):
        outlets(own)


def test_a_table_beside_the_ledger_is_used_and_another_can_be_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "outlets.csv").write_text(f"{HEAD}Harrow Gazette,,NOR,paper,no,B2\n", "utf-8")
    other = tmp_path / "other.csv"
    other.write_text(f"{HEAD}Harrow Gazette,,NOR,state,yes,\n", "utf-8")
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        article = Article("a", "Rain fell.", outlet="Harrow Gazette")
        assert source(article, ledger.outlets()).printer == "Harrow Gazette (paper, NOR, grade B2)"
        monkeypatch.setenv("ONRECORD_OUTLETS", str(other))
        assert source(article, ledger.outlets()).printer == "Harrow Gazette (state, NOR, state-controlled)"
