"""The GDELT tables: one row an event and direction, documented columns, nothing guessed, the way back to the words."""

from __future__ import annotations

import json
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from onrecord.errors import ReadError
from onrecord.export import gdelt, gdelt_mentions
from onrecord.export.compared import compared
from onrecord.export.gdelt_read import BadLine, GdeltEvent, parsed, read
from onrecord.export.reported import chosen
from onrecord.ledger import Ledger

from .conftest import Events, record

ONE = "Norway shelled Romania in Dorvik on 3 March."


def test_a_row_has_the_61_columns_of_the_codebook(events: Events) -> None:
    (line,) = gdelt.lines(events(record("a", ONE, url="https://wire.example/a")))
    cells = dict(zip(gdelt.COLUMNS, line.rstrip("\n").split("\t"), strict=True))
    assert len(gdelt.COLUMNS) == 61
    assert {name: cell for name, cell in cells.items() if cell and name != "GlobalEventID"} == {
        "SQLDate": "20310303", "MonthYear": "203103", "Year": "2031", "FractionDate": "2031.1726",
        "Actor1Code": "NORMIL", "Actor1Name": "Norway", "Actor1CountryCode": "NOR", "Actor1Type1Code": "MIL",
        "Actor2Code": "ROMMIL", "Actor2Name": "Romania", "Actor2CountryCode": "ROM", "Actor2Type1Code": "MIL",
        "IsRootEvent": "1", "EventCode": "190", "EventBaseCode": "190", "EventRootCode": "19", "QuadClass": "4",
        "GoldsteinScale": "-10.0", "NumMentions": "1", "NumSources": "1", "NumArticles": "1",
        "ActionGeo_Type": "4", "ActionGeo_FullName": "Dorvik, Viken, Norway", "ActionGeo_CountryCode": "NO",
        "ActionGeo_Lat": "61.5", "ActionGeo_Long": "-7.25", "DateAdded": "20310304000000",
        "SourceURL": "https://wire.example/a",
    }  # fmt: skip
    assert 0 < int(cells["GlobalEventID"]) < 2**63


@pytest.mark.parametrize(("when", "known"), [
    (" on 3 March", ("20310303", "203103", "2031")), (" in March", ("", "203103", "2031")), ("", ("", "", "")),
])  # fmt: skip
def test_a_day_that_nobody_named_stays_empty(events: Events, when: str, known: tuple[str, ...]) -> None:
    found = events(record("a", f"Norway shelled Romania{when}.", "2031-03-09T22:30:00-05:00"))
    (row,) = gdelt.rows(found)
    assert tuple(row.get(name, "") for name in ("SQLDate", "MonthYear", "Year")) == known
    assert row["DateAdded"] == "20310310033000"
    (row,) = gdelt.rows(found, published_for_undated=True)
    assert row.get("SQLDate", "") == (known[0] or ("" if when else "20310310"))


def test_an_event_in_several_articles_is_one_row_and_each_of_them_a_mention(events: Events) -> None:
    filler = "Rain fell on the harbour all night and the ferries stayed in port until the wind had turned to the west."
    found = events(
        record("a", f"{filler}\n{ONE}", "2031-03-04", outlet="Harrow Wire", title="Guns"),
        record("b", f"{filler}\n{ONE}", "2031-03-05"),
        record(
            "c",
            f"{ONE}\nPeru watched. Ministers in three capitals asked for an hour of silence at the graves of the dead.",
            "2031-03-06T10:00:00Z",
            url="https://gazette.example/c",
        ),
    )
    (row,) = gdelt.rows(found)
    assert [row[f"Num{name}"] for name in ("Mentions", "Sources", "Articles")] == ["3", "2", "3"], "a and b are copies"
    assert (row["IsRootEvent"], row["SourceURL"]) == ("1", "Harrow Wire, 2031-03-04, Guns")
    mentions = [dict(zip(gdelt_mentions.COLUMNS, m.rstrip("\n").split("\t"), strict=True))
                for m in gdelt_mentions.lines(found)]  # fmt: skip
    assert len(gdelt_mentions.COLUMNS) == 16
    assert {m["GlobalEventID"] for m in mentions} == {row["GlobalEventID"]}
    assert [(m["MentionType"], m["MentionSourceName"], m["MentionIdentifier"]) for m in mentions] == [
        ("2", "Harrow Wire", "Harrow Wire, 2031-03-04, Guns"), ("2", "", "2031-03-05"),
        ("1", "gazette.example", "https://gazette.example/c"),
    ]  # fmt: skip
    assert [(m["SentenceID"], m["Confidence"]) for m in mentions] == [("2", "80"), ("2", "80"), ("1", "80")]
    assert [m["EventTimeDate"] for m in mentions] == ["20310304000000"] * 3
    assert mentions[2]["MentionTimeDate"] == "20310306100000"


def test_every_row_leads_back_to_its_words_and_to_what_made_it(events: Events, ledger: Ledger) -> None:
    found = events(record("a", f"Rain fell.\n{ONE}"))
    (mention,) = gdelt_mentions.lines(found)
    cells = dict(zip(gdelt_mentions.COLUMNS, mention.rstrip("\n").split("\t"), strict=True))
    back = json.loads(cells["Extras"])
    entry, text = ledger.entry(back["entry"]), ledger.article(back["article"], back["version"]).article.text
    assert entry.quote == text[slice(*back["span"])] == ONE
    assert entry.made_with == back["made_with"] == {"onrecord": "1.0", "lexicon": "abc", "model": "m 2"}
    assert text[int(cells["ActionCharOffset"]) :].startswith("shelled")
    assert text[int(cells["Actor1CharOffset"]) :].startswith("Norway")
    assert text[int(cells["Actor2CharOffset"]) :].startswith("Romania")


@pytest.mark.parametrize(("text", "pairs"), [
    ("Norway and Sweden met on 3 March.", [("NOR", "SWE"), ("SWE", "NOR")]),
    ("Norway and Sweden met Peru on 3 March.", [
        ("NOR", "SWE"), ("NOR", "PER"), ("SWE", "NOR"), ("SWE", "PER"), ("PER", "NOR"), ("PER", "SWE")]),
    ("Norway and Sweden shelled Peru.", [("NOR", "PER"), ("SWE", "PER")]),
    ("Norway met on 3 March.", [("NOR", "NOR")]), ("Norway and Norway shelled Peru.", [("NOR", "PER")]),
    ("Some villages were shelled.", [("", "")]),
])  # fmt: skip
def test_who_did_it_to_whom(events: Events, text: str, pairs: list[tuple[str, str]]) -> None:
    found = list(gdelt.rows(events(record("a", text))))
    assert [(r.get("Actor1CountryCode", ""), r.get("Actor2CountryCode", "")) for r in found] == pairs
    assert len({r["GlobalEventID"] for r in found}) == len(pairs)


def test_only_what_happened_is_an_event_there(events: Events) -> None:
    found = events(record("a", "Norway shelled Peru. Norway may shell Peru. Norway will shell Peru. Men were shelled."))
    assert sorted(e.view.factuality for e in chosen(found)) == ["happened", "ongoing"]
    assert len(chosen(found, everything=True)) == 4


def test_since_a_day_means_first_reported_after_it(events: Events) -> None:
    found = events(
        record("a", ONE, "2031-03-04"), record("b", f"Rain fell. {ONE}", "2031-03-06"),
        record("c", "Sweden praised Peru.", "2031-03-06"), record("d", "Peru praised Sweden.", None),
        as_of="2031-03-10",
    )  # fmt: skip
    assert [e.view.source for e in chosen(found, since="2031-03-04")] == ["Sweden"]
    assert {e.view.source for e in chosen(found)} == {"Norway", "Sweden", "Peru"}


def test_no_cell_breaks_the_table(events: Events) -> None:
    found = events(record("a\tb", ONE, outlet="Harrow\tWire\n", title="Guns\u2028and\rrain"))
    (line,) = gdelt.lines(found)
    assert line.count("\t") == 60
    assert line.endswith("\tHarrow Wire, 2031-03-04, Guns and rain\n")
    (line,) = gdelt_mentions.lines(found)
    assert line.count("\t") == 15
    assert json.loads(line.split("\t")[-1])["article"] == "a\tb"


def stream(*lines: str | bytes) -> BytesIO:
    return BytesIO(b"".join(line.encode() if isinstance(line, str) else line for line in lines))


def test_what_was_exported_is_read_back_the_same(events: Events) -> None:
    found = events(
        record("a", f"{ONE} Norway and Sweden met in March. Sweden praised Romania.", url="https://w.example/a")
    )
    back = list(parsed(stream(*gdelt.lines(found))))
    assert back == [
        GdeltEvent(r["GlobalEventID"], day, s, t, code[:2], code, "https://w.example/a")
        for r, (day, s, t, code) in zip(
            gdelt.rows(found),
            [("", "NOR", "SWE", "040"), ("", "SWE", "NOR", "040"), ("2031-03-03", "NOR", "ROU", "190"),
                 ("2031-03-04", "SWE", "ROU", "051")],
            strict=True,
        )
    ]  # fmt: skip
    both = compared((e for e in back if isinstance(e, GdeltEvent)), found)
    assert (len(both.both), both.theirs, both.ours, both.unclear, both.left) == (2, (), (), 2, 1)


def test_a_comparison_says_what_only_one_of_the_two_holds(events: Events) -> None:
    ours = events(record("a", f"{ONE} Sweden praised Romania on 3 March. Peru praised Sweden on 1 March."))
    (line,) = [text for text in gdelt.lines(ours) if "\t190\t" in text]
    theirs = [line, line.replace("\t190\t190\t19\t", "\t112\t112\t11\t"), line.replace("NOR", "").replace("ROM", "")]
    found = compared((e for e in parsed(stream(*theirs)) if isinstance(e, GdeltEvent)), ours)
    assert [tuple(b.kind) for b in found.both] == [("2031-03-03", "NOR", "ROU", "19")]
    assert [tuple(b.kind) for b in found.theirs] == [("2031-03-03", "NOR", "ROU", "11")]
    assert [tuple(b.kind) for b in found.ours] == [("2031-03-03", "SWE", "ROU", "05")]
    assert (found.unclear, found.left) == (1, 1), "no country; another day"


@pytest.mark.parametrize(
    ("days", "both", "theirs", "ours"),
    [
        (0, [], ["2031-03-01", "2031-03-04"], []),
        (1, [("2031-03-04", "2031-03-03")], ["2031-03-01"], []),
        (2, [("2031-03-04", "2031-03-03")], ["2031-03-01"], []),
    ],
)
def test_days_that_differ_a_little_are_one_event_if_asked_for(
    events: Events, days: int, both: list[tuple[str, str]], theirs: list[str], ours: list[str]
) -> None:
    found = events(record("a", ONE))
    (line,) = gdelt.lines(found)
    files = [line.replace("20310303", day) for day in ("20310301", "20310304")]
    done = compared((e for e in parsed(stream(*files)) if isinstance(e, GdeltEvent)), found, days)
    assert [(b.kind.day, b.day) for b in done.both] == both, "the nearest, and each only once"
    assert [b.kind.day for b in done.theirs] == theirs
    assert [b.kind.day for b in done.ours] == ours


def test_a_bad_line_is_told_and_the_rest_goes_on(events: Events) -> None:
    (line,) = gdelt.lines(events(record("a", ONE)))
    name = line.split("\t")[0]
    given = (
        line, "one\ttwo\n", "\t" * 57 + "\n", line.replace(name, "x1"), line.replace("\t190\t190", "\t990\t190"),
        line.replace("20310303", "20311303"), b"\xff" + line.encode(), "a" * 70_000 + "\n", "\n", line,
    )  # fmt: skip
    found = list(parsed(stream(*given)))
    assert [isinstance(one, GdeltEvent) for one in found] == [True, *[False] * 7, True]
    assert [(one.number, one.why) for one in found if isinstance(one, BadLine)] == [
        (2, "2 columns where a GDELT 2.0 event has 61"),
        (3, "58 columns where a GDELT 2.0 event has 61; GDELT 1.0 is another format"),
        (4, "GlobalEventID 'x1' is no number"), (5, "EventCode '990' is no CAMEO code"),
        (6, "SQLDate '20311303' is no day"), (7, "not UTF-8"), (8, "longer than 65,536 bytes"),
    ]  # fmt: skip


def test_a_file_is_read_as_gdelt_packs_it(events: Events, tmp_path: Path) -> None:
    data = "".join(gdelt.lines(events(record("a", ONE)))).encode()
    with zipfile.ZipFile(tmp_path / "20310304.export.CSV.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("20310304.export.CSV", data)
    (tmp_path / "plain.CSV").write_bytes(data)
    assert list(read(tmp_path / "20310304.export.CSV.zip")) == list(read(tmp_path / "plain.CSV"))
    with zipfile.ZipFile(tmp_path / "two.zip", "w") as archive:
        archive.writestr("1", data)
        archive.writestr("2", data)
    broken = (tmp_path / "20310304.export.CSV.zip").read_bytes().replace(b"\t", b"")
    (tmp_path / "broken.zip").write_bytes(broken[:40] + b"\0" * 40 + broken[80:])
    for name in ("two.zip", "absent", "broken.zip"):
        with pytest.raises(ReadError, match=name):
            list(read(tmp_path / name))


def test_the_same_words_in_copies_are_one_event_though_nobody_says_when(events: Events) -> None:
    filler = "Rain fell on the harbour all night and the ferries stayed in port until the wind had turned to the west."
    words = "Peru praised Sweden. Some barns were shelled."
    found = events(record("a", f"{filler} {words}"), record("b", f"Late news. {filler} {words}"), record("c", words))
    assert sorted((e.view.articles, e.view.origins) for e in found) == [
        (("a", "b"), 1), (("a", "b"), 1), (("c",), 1), (("c",), 1),
    ]  # fmt: skip
