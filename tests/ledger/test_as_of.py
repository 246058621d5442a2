"""What was known on a day, which version of an article counts, and what an entry's name still finds."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.errors import LedgerError
from onrecord.ledger import Ledger
from onrecord.model import Record

Maker = Callable[..., Record]
VOW = "Ostrania vowed that 500 soldiers would leave Karsova by 4 March."
LATER = "Ostrania vowed that 500 soldiers would leave Karsova by 9 March."
OTHER = "Velmark said up to 900 soldiers stood in Karsova."


@pytest.mark.parametrize(
    ("published", "day", "known"),
    [
        ("2031-03-05", "2031-03-04", 0),
        ("2031-03-05", "2031-03-05", 1),
        ("2031-03-05T23:59:59+00:00", "2031-03-05", 1),
        ("2031-03-05T23:30:00-05:00", "2031-03-05", 0),  # it was the sixth already, in UTC
        ("2031-03-05T23:30:00-05:00", "2031-03-06", 1),
        ("2031-03-06T01:00:00+05:00", "2031-03-05", 1),
        (None, "2031-03-09", 0),  # recorded on the tenth
        (None, "2031-03-10", 1),
    ],
)
def test_an_article_is_known_from_its_publication(
    ledger: Ledger, made: Maker, published: str | None, day: str, known: int
) -> None:
    ledger.put(made("a", VOW, published))
    assert ledger.as_of(day).articles == known


def test_the_default_day_is_the_latest_publication_never_today(ledger: Ledger, made: Maker) -> None:
    ledger.put(made("a", VOW, "2031-03-01"))
    ledger.put(made("b", OTHER, "2031-03-03"))
    ledger.put(made("undated", OTHER, None))
    assert ledger.as_of().as_of == "2031-03-03"


def test_a_promise_is_pending_until_its_day_has_gone(ledger: Ledger, made: Maker) -> None:
    ledger.put(made("a", VOW, "2031-03-01"))
    assert [c.status for c in ledger.as_of("2031-03-04").commitments] == ["pending"]
    assert [c.status for c in ledger.as_of("2031-03-05").commitments] == ["overdue"]


def test_the_newest_version_known_on_the_day_counts(ledger: Ledger, made: Maker) -> None:
    ledger.put(made("a", LATER, "2031-03-02"))
    ledger.put(made("a", VOW, "2031-03-01"))
    assert [c.deadline and c.deadline.latest for c in ledger.as_of("2031-03-01").commitments] == ["2031-03-04"]
    second = ledger.as_of("2031-03-02")
    assert second.articles == 1
    assert [c.deadline and c.deadline.latest for c in second.commitments] == ["2031-03-09"]
    assert second.commitments[0].made.version == ledger.versions("a")[-1].version
    assert ledger.as_of("2031-03-01").commitments[0].made.version is None, "only one version was known then"


def test_an_entry_that_the_newest_version_lacks_was_withdrawn_by_the_outlet(ledger: Ledger, made: Maker) -> None:
    ledger.put(made("a", f"{VOW} {OTHER}", "2031-03-01"))
    old = {s.cue_class: s.id for s in ledger.as_of().statements}
    ledger.put(made("a", f"{VOW} Nothing else was known on Tuesday.", "2031-03-02"))
    gone, kept = ledger.entry(old["say"]), ledger.entry(old["promise"])
    assert (gone.withdrawn, gone.redirect) == (True, None)
    assert gone.quote == OTHER[:-1]
    assert gone.withdrawn_on == "2031-03-02"
    (told,) = ledger.as_of().withdrawn
    assert (told.id, told.kind, told.quote, told.withdrawn) == (old["say"], "statement", OTHER[:-1], "2031-03-02")
    assert ledger.as_of("2031-03-01").withdrawn == (), "on that day it was still printed"
    assert kept.withdrawn is False
    assert kept.redirect in {s.id for s in ledger.as_of().statements}


def test_what_is_printed_again_or_moved_within_the_text_is_not_withdrawn(ledger: Ledger, made: Maker) -> None:
    for day, text in ((1, f"{VOW} {OTHER}"), (2, VOW), (3, f"Bread was dear. {OTHER} {VOW}")):
        ledger.put(made("a", text, f"2031-03-0{day}"))
    assert [w.quote for w in ledger.as_of("2031-03-02").withdrawn] == [OTHER[:-1]]
    assert ledger.as_of().withdrawn == ()


def test_a_member_of_a_group_leads_to_the_name_of_the_group(ledger: Ledger, made: Maker) -> None:
    ledger.put(made("later", VOW, "2031-03-02"))
    alone = ledger.as_of().commitments[0].id
    ledger.put(made("earlier", VOW, "2031-03-01"))
    (joined,) = ledger.as_of().commitments
    assert joined.id != alone
    assert ledger.entry(alone).redirect == joined.id
    assert ledger.entry(joined.id).redirect is None


def test_the_same_text_dated_later_is_no_new_version(ledger: Ledger, made: Maker) -> None:
    ledger.put(made("a", VOW, "2031-03-05"))
    ledger.put(made("a", VOW, "2031-03-01"))
    assert ledger.as_of("2031-03-01").articles == 1
    assert ledger.as_of("2031-03-05").commitments[0].made.published == "2031-03-01"
    assert ledger.as_of("2031-03-05").commitments[0].made.version is None


@pytest.mark.parametrize("day", ["soon", "2031-02-30", "31-3-1", ""])
def test_what_is_no_day_is_said_to_be_none(ledger: Ledger, made: Maker, day: str) -> None:
    ledger.put(made("a", VOW))
    with pytest.raises(LedgerError, match="is no day"):
        ledger.as_of(day)


def test_an_empty_ledger_says_so(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="this ledger is empty"):
        ledger.as_of()
    assert ledger.search("soldiers") == []
    assert list(ledger.articles()) == []
    assert all(check.ok for check in ledger.doctor())
