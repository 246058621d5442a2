"""The outlets of a ledger: what is known of each, how much they print, and what they took back. Facts, no score."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.export.brief_lines import WithdrawnLine
from onrecord.export.printed import Sources, printed
from onrecord.lexicon.outlets import Outlet
from onrecord.model.view import Withdrawn


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What an outlet set right in print, and what it no longer prints, by passage, the last one first."""

    corrected: tuple[WithdrawnLine, ...] = ()
    dropped: tuple[WithdrawnLine, ...] = ()

    @property
    def number(self) -> int:
        """How many passages."""
        return len(self.corrected) + len(self.dropped)


@dataclass(frozen=True, slots=True)
class OutletLine:
    """One outlet of a list: `facts` None where no table has it."""

    name: str
    facts: Outlet | None
    articles: int
    back: TakenBack


def taken_back(withdrawn: Iterable[Withdrawn], articles: Sources) -> Mapping[str, TakenBack]:
    """By outlet what it took back; articles of unknown outlets are left out."""
    passages: dict[tuple[str, str], list[Withdrawn]] = defaultdict(list)
    for one in withdrawn:
        passages[one.article, one.quote].append(one)
    gone: dict[str, list[WithdrawnLine]] = defaultdict(list)
    for some in passages.values():
        printer = articles.get(some[0].article)
        if printer and printer.outlet:
            gone[printer.outlet].append(WithdrawnLine(tuple(some), printed(some[0], articles)))
    found = {}
    for name, lines in gone.items():
        lines.sort(key=lambda w: w.views[0].withdrawn, reverse=True)
        corrected = tuple(w for w in lines if w.views[0].correction)
        found[name] = TakenBack(corrected, tuple(w for w in lines if not w.views[0].correction))
    return found
