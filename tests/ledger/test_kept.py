"""What is kept of a ledger's views says on every day what a fresh derivation says, whatever was done to the ledger."""

from __future__ import annotations

import json
import sqlite3
import tempfile
from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from random import Random
from typing import Any

import pytest

from onrecord.errors import LedgerError
from onrecord.ledger import Ledger, keeping
from onrecord.ledger.listed import rows
from onrecord.model import Edge, Record
from onrecord.store import SqliteStore

Maker = Callable[..., Record]
NOW = "2031-03-10T12:00:00+00:00"
DAYS = ["2031-02-28", "2031-03-01", "2031-03-02", "2031-03-05", "2031-03-06", "2031-03-10", "2031-03-12", "2031-03-20"]
SENTENCES = [
    "Ostrania vowed that 500 soldiers would leave Karsova by 4 March.",
    "Ostrania vowed that soldiers would leave Karsova by 9 March.",
    "Velmark denied that soldiers would leave Karsova.",
    "Velmark said up to 900 soldiers stood in Karsova.",
    "Velmark said up to 1200 soldiers stood in Karsova.",
    "Ostrania's soldiers left Karsova on Tuesday.",
    "Ostrania extended the stay of its soldiers in Karsova to 20 March.",
    "Ostrania's soldiers have not left Karsova.",
    "Correction: an earlier report wrongly said that up to 900 soldiers stood in Karsova.",
    "The last soldiers left Karsova on Tuesday, aid workers in the harbour town told a local newspaper.",
    "Rain fell over the orchards of the southern valley for a third day, and the river rose by a metre overnight.",
]
PASSING = (
    "market school garden window morning letter summer garage kitchen doctor music paper winter coffee dinner lamp",
    "street mother camera office hotel river number silver island planet butter orange animal carpet pencil garlic tin",
)
"""Words of long articles besides what they tell."""
PUBLISHED = [None, "2031-03-01", "2031-03-02", "2031-03-05", "2031-03-05T23:30:00-05:00", "2031-03-12"]


def put(ledger: Ledger, made: Maker, random: Random) -> None:
    text = " ".join(random.choice(SENTENCES) for _ in range(random.randint(1, 4)))
    outlet = {} if random.random() < 0.5 else {"outlet": random.choice(["Herald", "Post"])}
    ledger.put(made(random.choice("abcde"), text, random.choice(PUBLISHED), by=random.choice("112"), **outlet))


def put_many(ledger: Ledger, made: Maker, random: Random) -> None:
    """A lot of articles, of which the views tell at once; or in the end, where the run was killed before."""
    with ledger._store.writing():
        for _ in range(random.randint(2, 5)):
            text = " ".join(random.choice(SENTENCES) for _ in range(random.randint(1, 4)))
            record = made(random.choice("abcde"), text, random.choice(PUBLISHED), by=random.choice("112"))
            keeping.keep(ledger._store, ledger._records, record, None, NOW)
    if random.random() < 0.6:
        keeping.catch_up(ledger._store, ledger._records)


def decide(ledger: Ledger, _: Maker, random: Random) -> None:
    view = ledger.fresh("2031-03-20")
    name = random.choice([one.id for one in (*view.commitments, *view.statements)] or ["none"])
    if random.random() < 0.4:
        field, value = ("kind", "threat") if name.startswith("c") else ("cue_class", "deny")
        ledger.review(name, "set", author="Ada", field=field, value=value)
    else:
        ledger.review(name, random.choice(["reject", "accept"]), author="Ada")  # type: ignore[arg-type]


def relate(ledger: Ledger, _: Maker, random: Random) -> None:
    view = ledger.fresh("2031-03-20")
    names = [one.id for one in view.commitments] or ["none"]
    kind: Any = random.choice(["same", "fulfilled", "violated"])
    ledger.relate(random.choice(names), kind, random.choice(names), holds=True, author="Ada")


def part(ledger: Ledger, _: Maker, random: Random) -> None:
    edge: Edge = random.choice(sorted(set(ledger._store.edges())) or [None])  # type: ignore[list-item]
    if edge is not None:
        far = (edge.b.article, (edge.b.start, edge.b.end)) if edge.b.kind == "passage" else edge.b.id
        ledger.relate(edge.a.id, edge.kind, far, holds=False, author="Ada")


def undo(ledger: Ledger, _: Maker, random: Random) -> None:
    ledger.undo(random.choice([d.id for d in ledger.corrections()] or ["none"]), author="Ada")


def remove(ledger: Ledger, _: Maker, random: Random) -> None:
    ledger.remove(random.choice("abcde"), who="Ada", why="a test")


DEEDS = (put, put, put, put_many, put_many, put_many, decide, decide, relate, part, undo, remove)


@pytest.mark.parametrize("seed", range(12))
def test_what_is_kept_is_what_is_derived_afresh(made: Maker, seed: int) -> None:
    random = Random(seed)
    with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder, "l.db"), clock=lambda: NOW) as ledger:
        put(ledger, made, random)
        for _ in range(6):
            try:
                random.choice(DEEDS)(ledger, made, random)
            except LedgerError:  # nothing there to be decided on, or removed before
                continue
        keeping.catch_up(ledger._store, ledger._records)
        for day in DAYS:
            fresh = json.dumps(ledger.fresh(day).to_json())
            assert json.dumps(ledger.as_of(day).to_json()) == fresh
            assert json.dumps(ledger.paged(day).to_json()) == fresh
            assert counted_ahead(ledger, day) == counted_one_by_one(ledger, day)


def sorts(ledger: Ledger, day: str) -> list[Any]:
    """The lists of a day, of each sort that can be asked for without reading."""
    view = ledger.paged(day)
    lists = [rows(getattr(view, name)) for name in ("statements", "commitments", "disputes", "series", "stories")]
    asked: list[dict[str, Any]] = [
        {}, {"dated": True}, {"dated": False}, {"least": 2}, {"apart": 2}, {"kinds": ("deny", "promise", "differing")},
        {"statuses": ("pending", "broken")}, {"but": ("pe",)},
    ]  # fmt: skip
    return [some.only(**one) for some in lists for one in asked]


def counted_ahead(ledger: Ledger, day: str) -> list[int]:
    return [len(some) for some in sorts(ledger, day)]


def counted_one_by_one(ledger: Ledger, day: str) -> list[int]:
    return [len(list(some)) for some in sorts(ledger, day)]


@pytest.fixture
def filled(ledger: Ledger, made: Maker) -> Ledger:
    ledger.put(made("a", f"{SENTENCES[0]} {SENTENCES[4]}", "2031-03-01"))
    ledger.put(made("b", f"{SENTENCES[2]} {SENTENCES[3]}", "2031-03-02"))
    return ledger


def test_what_is_kept_can_be_dropped_and_is_made_anew(filled: Ledger) -> None:
    before, digest = [filled.as_of(day) for day in DAYS], filled.digest()
    with sqlite3.connect(filled.path) as c:
        for table in ("derived_by", "standing", "kept", "kept_member"):
            c.execute(f"DELETE FROM {table}")
    assert [filled.as_of(day) for day in DAYS] == before
    with Ledger.open(filled.path) as again:
        assert [again.as_of(day) for day in DAYS] == before
        assert len(rows(again.paged("2031-03-20").commitments)) == len(before[-1].commitments)
        assert again.digest() == digest


def test_rows_of_other_code_are_made_anew(filled: Ledger) -> None:
    before = filled.as_of()
    with sqlite3.connect(filled.path) as c:
        c.execute("UPDATE derived_by SET code = 'older'")
        c.execute("UPDATE kept SET json = '{}'")
    with Ledger.open(filled.path) as again:
        assert again.as_of() == before


def test_what_was_broken_off_while_it_was_made_anew_goes_on(
    filled: Ledger, made: Maker, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(_: int) -> None:
        raise KeyboardInterrupt

    filled.put(made("c", SENTENCES[5], "2031-03-05"))
    before = [filled.as_of(day) for day in DAYS]
    monkeypatch.setattr(keeping, "AT_ONCE", 2)
    with pytest.raises(KeyboardInterrupt):
        keeping.bring_up_to_date(filled._store, filled._records, stop)
    with sqlite3.connect(filled.path) as c:
        assert c.execute("SELECT count(*) FROM waiting").fetchone() == (1,)
    assert [filled.as_of(day) for day in DAYS] == before
    with Ledger.open(filled.path) as again:
        assert keeping.up_to_date(again._store)
        assert [again.as_of(day) for day in DAYS] == before


def test_doctor_mends_what_is_kept(filled: Ledger) -> None:
    assert all(check.ok for check in filled.doctor())
    with sqlite3.connect(filled.path) as c:
        c.execute("DELETE FROM kept WHERE list = 'commitments'")
    (found,) = [check for check in filled.doctor() if not check.ok]
    assert (found.name, "made anew" in found.detail) == ("views", True)
    assert all(check.ok for check in filled.doctor())


def test_lists_give_a_page_and_a_number(filled: Ledger) -> None:
    view = filled.paged("2031-03-20")
    statements = rows(view.statements)
    everything = filled.as_of("2031-03-20").statements
    assert (len(statements), list(statements[1:3]), list(statements)) == (4, list(everything[1:3]), list(everything))
    assert statements.named(everything[2].id) == everything[2]
    assert statements.named("none") is None
    assert statements.behind(everything[1].id, 0) == 2
    assert [s.cue_class for s in statements.only(kinds=("deny",))] == ["deny"]


def test_a_removed_article_leaves_nothing_among_what_is_kept(filled: Ledger) -> None:
    filled.remove("a", who="Ada", why="asked for")
    filled.close()
    data = b"".join(file.read_bytes() for file in filled.path.parent.glob(f"{filled.path.name}*"))
    assert b"Ostrania" not in data
    assert b"1200" not in data


def test_an_older_ledger_gets_its_views_when_it_is_opened(filled: Ledger) -> None:
    before = [filled.as_of(day) for day in DAYS]
    filled.close()
    with sqlite3.connect(filled.path) as c:
        for name in ("kept_insert", "kept_delete"):
            c.execute(f"DROP TRIGGER {name}")
        for table in ("derived_by", "standing", "kept", "kept_member", "laid", "laid_edge", "kept_words"):
            c.execute(f"DROP TABLE {table}")
        c.execute("DELETE FROM schema_version WHERE version = 3")
        c.execute("INSERT OR IGNORE INTO schema_version VALUES (2, '2031-01-01')")
    with Ledger.open(filled.path) as again:
        assert [again.as_of(day) for day in DAYS] == before
    assert isinstance(again._store, SqliteStore)


def test_what_is_too_far_apart_to_be_related_is_not_compared(ledger: Ledger, made: Maker) -> None:
    far = "2031-09-01"
    vow, deed = SENTENCES[0], "Rain fell. Ostrania extended the stay of its soldiers in Karsova to 20 October."
    ledger.put(made("vow", vow, "2031-03-01"))
    ledger.put(made("said", SENTENCES[3], "2031-03-01"))
    ledger.put(made("deed", deed, far))
    ledger.put(made("much later", deed, "2035-03-01"))
    ledger.put(made("copy", f"{SENTENCES[9]} {SENTENCES[10]}", "2031-03-01"))
    ledger.put(made("copied", f"{SENTENCES[9]} {SENTENCES[10]}", "2035-03-01"))
    store = ledger._store
    number = {key: row.record_id for key in ("vow", "said", "deed", "much later") if (row := store.held(key))}
    assert number["deed"] in store.partners(number["vow"])
    assert number["vow"] in store.partners(number["deed"])
    assert number["deed"] not in store.partners(number["said"])
    assert number["much later"] not in store.partners(number["vow"])
    assert ledger.as_of("2035-03-01").copies == (("copied", "copy"),)


def test_far_apart_long_texts_have_to_share_more_than_two_words(ledger: Ledger, made: Maker) -> None:
    for key, text, day in (
        ("vow", f"{SENTENCES[1]} {PASSING[0]}.", "2031-03-01"),
        ("near", f"Karsova fears Ostrania. {PASSING[1]}.", "2031-03-05"),
        ("far", f"Karsova fears Ostrania. {PASSING[1]}.", "2031-08-01"),
        ("short", "Karsova fears Ostrania.", "2031-08-01"),
    ):
        ledger.put(made(key, text, day))
    store = ledger._store
    number = {row.record_id: key for key in ("vow", "near", "far", "short") if (row := store.held(key))}
    vow = next(n for n, key in number.items() if key == "vow")
    assert {number[n] for n in store.partners(vow)} == {"near", "short"}


CLAIM = "Ola Reed said that the border service of Velmark had hidden 38 barrels of coffee in the abbey of Tarn."
DENIAL = "The border service of Velmark denies hiding barrels of coffee in the abbey of Tarn."
CROWDS = (
    "Ambrel Orvand Skelny Drustan Tumbrin Ostaval Gryndo Bexley Cradoc Dunstal Eskill Farrow Gossard",
    "Polmar Zedrik Halvo Quennel Ibsta Wolmar Yarrel Nostrik Jorund Kessing Lindvor Maddox Orlind",
)
"""Names that an article is full of."""


def test_a_denial_finds_the_claim_among_much_else_that_both_articles_tell(
    ledger: Ledger, record: Callable[..., Record]
) -> None:
    for key, text, day, crowd in (
        ("claim", CLAIM, "2031-03-01", CROWDS[0]),
        ("denial", DENIAL, "2031-03-09", CROWDS[1]),
    ):
        others = " ".join(f"{name} met {other}." for name, other in combinations(crowd.split(), 2))
        made = record(f"{text} {others}", day)
        ledger.put(replace(made, article=replace(made.article, id=key)))
    assert [(d.a.article, d.b.article) for d in ledger.as_of("2031-04-01").disputes] == [("claim", "denial")]
