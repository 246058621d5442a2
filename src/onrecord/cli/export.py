"""`onrecord export`: the events of the ledger in the formats of the field."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, Literal, NamedTuple

import typer

from onrecord.cli.common import USAGE, complain
from onrecord.cli.opened import opened
from onrecord.cli.written import written
from onrecord.export.reported import HAPPENED, Reported
from onrecord.model import Record

Format = Literal["gdelt", "gdelt-mentions", "polecat", "geojson", "csv", "parquet", "gold", "annotations"]
REVIEWED = ("gold", "annotations")
"""Formats of what reviewers decided."""
ONLY_HAPPENED = ("gdelt", "gdelt-mentions", "polecat")
"""Formats that have no column for an event that did not happen."""
DATED = ("gdelt", "polecat")
"""Formats that date an event by one day."""


def export(
    ctx: typer.Context,
    format: Annotated[Format, typer.Argument(help="docs/exports.md says what each holds.")],
    as_of: Annotated[str | None, typer.Option(help="A day, as 2031-02-20. Default: the latest publication.")] = None,
    since: Annotated[str | None, typer.Option(help="An earlier day: only what was first reported after it.")] = None,
    all: Annotated[bool, typer.Option("--all", help="Also what is planned, possible, denied or hypothetical.")] = False,
    published_for_undated: Annotated[
        bool, typer.Option("--published-for-undated", help="Date what the text does not by its first report.")
    ] = False,
    out: Annotated[Path | None, typer.Option(readable=False, help="A file. Default: standard output.")] = None,
) -> None:
    """Write the events that happened or are going on, each once, with the way back to all that reports it.

    `gold` and `annotations` write what reviewers decided instead, as passages to test with and as Web Annotations.
    """
    _check(format, all, published_for_undated, since, out)
    if format in REVIEWED:
        _reviewed(ctx, format, out)
        return
    from onrecord.export.reported import chosen, reported

    with opened(ctx) as ledger:
        view, records = ledger.with_records(as_of)
        known = reported(view, records)
        events = chosen(known, everything=all, since=since)
        with written(out) as stream:
            if format == "parquet":
                from onrecord.export.parquet import write

                write(events, stream)
            else:
                for text in _lines(format, events, records, published_for_undated):
                    stream.write(text.encode("utf-8", "replace"))
    told = _left(format, known, events, all)
    print(f"as of {view.as_of}: {len(events) - told.lacking} of {len(known)} events{told.words}", file=sys.stderr)


def _reviewed(ctx: typer.Context, format: Format, out: Path | None) -> None:
    from onrecord.export.annotations import collection
    from onrecord.export.gold import gold

    with opened(ctx) as ledger:
        decided = ledger.in_effect()
        records = ledger.reviewed(sorted({d.article for d in decided}))
        with written(out) as stream:
            for text in gold(records) if format == "gold" else [collection(records)]:
                stream.write(text.encode("utf-8", "replace"))
    print(f"{len(decided)} decisions", file=sys.stderr)


class _Left(NamedTuple):
    """How many of the chosen events the format cannot hold; what is left out and why, in words."""

    lacking: int
    words: str


def _left(format: Format, known: Sequence[Reported], events: Sequence[Reported], everything: bool) -> _Left:
    from onrecord.export import gdelt, polecat

    unhappened = Counter(e.view.factuality for e in known if e.view.factuality not in HAPPENED and not everything)
    reasons = [f"{n} {name}" for name, n in sorted(unhappened.items())]
    lacking = 0
    if format in ONLY_HAPPENED:
        holds, code = (polecat.holds, "PLOVER type") if format == "polecat" else (gdelt.holds, "CAMEO code")
        lacking = sum(not holds(e) for e in events)
        reasons += [f"{lacking} without a {code}"] if lacking else []
    return _Left(lacking, f"; left out: {', '.join(reasons)}" if reasons else "")


def _check(format: Format, everything: bool, published: bool, since: str | None, out: Path | None) -> None:
    """End with a usage error where the format cannot do what is asked."""
    if format in REVIEWED and (everything or published or since):
        complain(format, "has all that reviewers decided", "leave --all, --since and --published-for-undated out")
        raise typer.Exit(USAGE)
    if everything and format in ONLY_HAPPENED:
        complain("--all", f"{format} cannot say that an event did not happen", "use csv, geojson or parquet")
        raise typer.Exit(USAGE)
    if published and format not in DATED:
        complain(
            "--published-for-undated",
            f"{format} has the days as they are known",
            f"use it with {DATED[0]} or {DATED[1]}",
        )
        raise typer.Exit(USAGE)
    if since and not _is_day(since):
        complain("--since", f"{since!r} is no day", "write it as 2031-02-20")
        raise typer.Exit(USAGE)
    if format == "parquet" and out is None:
        complain("parquet", "no text that could be printed", "name a file with --out")
        raise typer.Exit(USAGE)


def _is_day(words: str) -> bool:
    try:
        return date.fromisoformat(words).isoformat() == words
    except ValueError:
        return False


def _lines(format: Format, events: Sequence[Reported], records: Sequence[Record], published: bool) -> Iterator[str]:
    from onrecord.export import gdelt, gdelt_mentions, geojson, polecat, spreadsheet

    match format:
        case "gdelt":
            return gdelt.lines(events, published_for_undated=published)
        case "gdelt-mentions":
            return gdelt_mentions.lines(events)
        case "polecat":
            return polecat.lines(events, published_for_undated=published)
        case "geojson":
            return geojson.lines(events, records)
        case _:
            return spreadsheet.lines(events)
