"""Sheets for coders and how far they agree: a blind sheet gives nothing away, alpha is that of the literature."""

from __future__ import annotations

import csv
import io

import pytest

from onrecord.errors import ReadError
from onrecord.export.alpha import alpha
from onrecord.export.sheets import CODED, agreement, drawn, lines, ours, sheet
from onrecord.export.spreadsheet import read

from .conftest import Events, record

TEXT = (
    "Norway shelled Peru. Peru may shell Norway. Sweden praised Peru. Norway and Sweden met. Peru will shell Sweden. "
    "Some barns were shelled."
)


def units(*coders: str) -> list[list[str | None]]:
    """Values by unit from one line a coder; `.` is a missing one."""
    return [[None if v == "." else v for v in unit] for unit in zip(*(c.split() for c in coders), strict=True)]


@pytest.mark.parametrize(("coders", "value", "pairable", "missing"), [
    # Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), A: two coders, two values.
    (("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"), 0.095, 10, 0),
    # B: two coders, five values.
    (("a a b b d c c c e d d a", "b a b b b c c c e d d d"), 0.692, 12, 0),
    # C: four coders, values missing.
    (("1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . 3", ". 3 3 3 2 3 4 2 2 5 1 .", "1 2 3 3 2 4 4 1 2 5 1 ."),
     0.743, 11, 7),
    # Three coders, most values missing: the example of the encyclopedia article on the measure.
    ((". . . . . 3 4 1 2 1 1 3 3 . 3", "1 . 2 1 3 3 4 3 . . . . . . .", ". . 2 1 3 4 4 . 2 1 1 3 3 . 4"),
     0.691, 12, 18),
])  # fmt: skip
def test_alpha_is_that_of_published_examples(
    coders: tuple[str, ...], value: float, pairable: int, missing: int
) -> None:
    found = alpha(units(*coders))
    assert found.value is not None
    assert (round(found.value, 3), found.pairable, found.missing) == (value, pairable, missing)
    assert alpha(units(*reversed(coders))).value == pytest.approx(found.value), "whoever is named first"


def test_alpha_says_nothing_where_nothing_can_be_compared() -> None:
    assert alpha(units("a b", ". .")).value is None
    assert alpha(units("a a", "a a")).value is None, "one value throughout could be chance"
    assert alpha([]).value is None
    worse = alpha(units("a b", "b a")).value
    assert worse is not None
    assert worse < 0


def test_a_blind_sheet_shows_the_words_and_nothing_of_our_answer(events: Events) -> None:
    found = events(record("a", TEXT, outlet="Harrow Wire"))
    rows = read("".join(lines(drawn(found, 4, seed=7), blind=True)))
    assert len(rows) == 4
    for row in rows:
        assert row["trigger"] in row["passage"]
        assert row["passage"] in TEXT
        assert f"{row['before']} {row['passage']}".strip() in TEXT
        assert [row[name] for name in (*CODED, "note")] == [""] * 5
    assert set(rows[0]) == {"unit", "article", "outlet", "published", "before", "trigger", "passage", *CODED, "note"}


def test_one_seed_draws_the_same_events_in_the_same_order(events: Events) -> None:
    found = events(record("a", TEXT))
    order = [e.view.id for e in drawn(found, 4, seed=7)]
    assert order == [e.view.id for e in drawn(found[::-1], 4, seed=7)]
    assert any(order != [e.view.id for e in drawn(found, 4, seed=s)] for s in range(8, 12))
    assert len(drawn(found, 100, seed=1)) == len(found)


def test_our_own_sheet_agrees_with_the_ledger(events: Events) -> None:
    found = events(record("a", TEXT))
    own = sheet("own.csv", "".join(lines(found, blind=False)))
    for column, told in agreement([own, ours(found)]).items():
        assert (told.value, told.pairable, told.missing) == (1.0, len(found), 0), column


def fill(text: str, answers: list[tuple[str, str, str, str]]) -> str:
    table = list(csv.reader(io.StringIO(text, newline="")))
    first = table[0].index("code")
    for row, given in zip(table[1:], answers, strict=True):
        row[first : first + 4] = given
    out = io.StringIO()
    csv.writer(out).writerows(table)
    return out.getvalue()


def test_coders_agree_however_they_write_the_same(events: Events) -> None:
    blank = "".join(lines(drawn(events(record("a", TEXT)), 3, seed=1), blind=True))
    ada = fill(blank, [("042", "NOR; SWE", "per", "happened"), ("190", "NOR", "none", "Possible"), ("", "", "", "")])
    bo = fill(blank, [("42", "swe;nor", "PER", "Happened "), ("193", "NOR", "None", "planned"), ("051", "x", "y", "")])
    found = agreement([sheet("ada", ada), sheet("bo", bo)])
    assert (found["source"].value, found["target"].value) == (1.0, 1.0)
    assert found["root"].value == 1.0
    assert found["code"].value is not None
    assert found["code"].value < 1
    assert (found["code"].units, found["code"].pairable, found["code"].missing) == (3, 2, 1)
    assert (found["factuality"].pairable, found["factuality"].missing) == (2, 2)


def test_a_sheet_that_cannot_be_used_is_told(events: Events) -> None:
    text = "".join(lines(events(record("a", TEXT)), blind=True))
    with pytest.raises(ReadError, match=r"x\.csv: no column code"):
        sheet("x.csv", text.replace("code", "coed", 1))
    with pytest.raises(ReadError, match="stands there twice"):
        sheet("x.csv", text + text.splitlines(keepends=True)[1])
    with pytest.raises(ReadError, match="no column unit"):
        sheet("x.csv", "")
