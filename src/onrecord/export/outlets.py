"""The outlets of a ledger: what is known of each, how much they print, and what they took back. Facts, no score."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.export.brief import WithdrawnLine
from onrecord.export.printed import Source, Sources, printed
from onrecord.lexicon.outlets import Outlet, Outlets, known
from onrecord.model.view import Withdrawn

UNNAMED = "Outlet not known"


@dataclass(frozen=True, slots=True)
class OutletLine:
    """One outlet: `facts` None where no table has it; `corrected` passages it set right in print, `dropped` those that
    it no longer prints."""

    name: str
    facts: Outlet | None
    articles: tuple[Source, ...]
    corrected: tuple[WithdrawnLine, ...]
    dropped: tuple[WithdrawnLine, ...]

    @property
    def days(self) -> tuple[str | None, str | None]:
        """The first and the last day of its articles."""
        days = sorted(s.day for s in self.articles if s.day)
        return (days[0], days[-1]) if days else (None, None)


def outlet_lines(articles: Sources, withdrawn: Iterable[Withdrawn], table: Outlets) -> list[OutletLine]:
    """All outlets, those with most articles first; articles of unknown outlets are left out."""
    by_name: dict[str, list[Source]] = defaultdict(list)
    for source in articles.values():
        if source.outlet:
            by_name[source.outlet].append(source)
    passages: dict[tuple[str, str], list[Withdrawn]] = defaultdict(list)
    for one in withdrawn:
        passages[one.article, one.quote].append(one)
    gone: dict[str, list[WithdrawnLine]] = defaultdict(list)
    for some in passages.values():
        printer = articles.get(some[0].article)
        gone[(printer.outlet if printer else None) or UNNAMED].append(
            WithdrawnLine(tuple(some), printed(some[0], articles))
        )
    lines = []
    for name, own in by_name.items():
        back = sorted(gone[name], key=lambda w: w.views[0].withdrawn, reverse=True)
        corrected = tuple(w for w in back if w.views[0].correction)
        dropped = tuple(w for w in back if not w.views[0].correction)
        latest = tuple(sorted(own, key=lambda s: (s.published or "", s.key), reverse=True))
        lines.append(OutletLine(name, known(name, table), latest, corrected, dropped))
    return sorted(lines, key=lambda o: (-len(o.articles), o.name.casefold()))
