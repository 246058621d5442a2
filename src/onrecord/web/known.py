"""The articles of a day by their keys, each looked up when a page quotes it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from onrecord.export.printed import Source, source_of
from onrecord.ledger.listed import Articles, Piecewise
from onrecord.lexicon.outlets import Outlets
from onrecord.store.rows_derived import Printing


class Known(Mapping[str, Source]):
    """Articles in force by key, without their texts. `table` describes outlets."""

    def __init__(self, articles: Articles, table: Outlets) -> None:
        self._articles, self._table = articles, table
        self._at_hand: dict[str, Source | None] = {}

    def __getitem__(self, key: str) -> Source:
        if key not in self._at_hand:
            found = self._articles.named([key])
            self._at_hand[key] = source_of(found[0], self._table) if found else None
        if (source := self._at_hand[key]) is None:
            raise KeyError(key)
        return source

    def __iter__(self) -> Iterator[str]:
        return (row.article for row in self._articles)

    def __len__(self) -> int:
        return len(self._articles)

    def pick(self, wanted: Printing) -> Piecewise[Source]:
        """The wanted ones, the latest first."""
        return self._articles.only(wanted).each(lambda row: source_of(row, self._table))

    def outlets(self) -> list[str]:
        """The outlets that print them, by name."""
        return self._articles.outlets()

    def period(self) -> tuple[str | None, str | None]:
        """The first and the last day of publication, ISO 8601."""
        return self._articles.period()
