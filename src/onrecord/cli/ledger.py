"""`onrecord ledger`: what was known on a day."""

from __future__ import annotations

import json
import sys
from typing import Annotated, Literal

import typer

from onrecord.cli.opened import line, opened
from onrecord.export.wording import DISPUTE, STATUS, count, deed, promisor
from onrecord.model import View


def ledger(
    ctx: typer.Context,
    as_of: Annotated[str | None, typer.Option(help="A day, as 2031-02-20. Default: the latest publication.")] = None,
    format: Annotated[Literal["text", "json"], typer.Option(help="For people, or the contract's record.")] = "text",
) -> None:
    """All that the ledger knew before the end of a day."""
    with opened(ctx) as found:
        view = found.as_of(as_of)
    if format == "json":
        sys.stdout.write(json.dumps(view.to_json(), ensure_ascii=False) + "\n")
    else:
        for text in listing(view):
            print(text)


def listing(view: View) -> list[str]:
    """The view in lines: commitments, disputes, series, stories, then how much else there is."""
    lines = [f"As of {view.as_of}: {count(view.articles, 'article')}"]
    lines += _section("Commitments", [
        f"{STATUS[c.status]:15} {line(promisor(c))}: {line(deed(c.action, c.polarity))}"
        f"{f' ({line(c.deadline.text)}: {c.deadline.latest})' if c.deadline and c.deadline.latest else ''}  [{c.id}]"
        for c in view.commitments
    ])  # fmt: skip
    lines += _section("Disputes", [
        f"{DISPUTE[d.type]:15} {line(d.a.source) or 'unnamed'}: “{line(d.a.quote)}” / "
        f"{line(d.b.source) or 'unnamed'}: “{line(d.b.quote)}”  [{d.id}]"
        for d in view.disputes
    ])  # fmt: skip
    lines += _section("Numbers", [
        f"{line(s.what)}, {line(s.where) or 'no place'}: {'; '.join(line(p.quote) for p in s.points)}  [{s.id}]"
        for s in view.series if len(s.points) > 1
    ])  # fmt: skip
    lines += _section("Stories", [
        f"{line(s.title)} ({count(len(s.articles), 'article')}, {count(s.origins, 'origin')})  [{s.id}]"
        for s in view.stories
    ])  # fmt: skip
    others = f"{count(len(view.statements), 'statement')}, {count(len(view.events), 'event')}"
    lines += ["", f"{others}; `--format json` has them all"]
    return lines


def _section(title: str, lines: list[str]) -> list[str]:
    return ["", f"{title} ({len(lines)})", *(f"  {text}" for text in lines)] if lines else []
