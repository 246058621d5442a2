"""Taking articles in: what is held is passed over, what is new is read, each article stored in one transaction.

The views follow a lot of articles at a time.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any, Literal

from onrecord.extract import pipeline
from onrecord.extract.parse import DEFAULT_MODEL, load
from onrecord.ledger.answers import Added, Failure
from onrecord.ledger.intake import Source, read_one
from onrecord.ledger.keeping import Run
from onrecord.ledger.linking import Records
from onrecord.model import Article, Record
from onrecord.store import Store
from onrecord.store.identity import meta

Mapper = Callable[[Callable[[Article], Any], Iterable[Article]], Iterable[Any]]
"""As `map`: applies the function to each article and gives the results in order, lazily. An exception given back as a
value is the failure of that article; so a mapper tells of a worker that died."""


def refused(store: Store, key: str) -> bool:
    """Whether the article was removed and not readmitted since."""
    return bool(store.tombstones(key)) and not store.versions(key)


class Adding:
    """One run of `add`. `told` is called with 1 after each input."""

    def __init__(self, store: Store, records: Records, clock: Callable[[], str], told: Callable[[int], None]) -> None:
        self._store, self._clock, self._told = store, clock, told
        self._added = Added()
        self._waiting: deque[Source] = deque()  # being read, in order
        self._run = Run(store, records)

    def run(
        self, found: Iterable[Source | Failure], mapper: Mapper, *, reextract: bool, readmit: bool, embeddings: bool
    ) -> Added:
        """What became of the inputs. LedgerError, before anything is read, where the ledger cannot be written."""
        with self._store.writing():
            pass
        made = pipeline.made_with(load(DEFAULT_MODEL).name, embeddings=embeddings) if reextract else None
        with self._run:
            for result in mapper(partial(read_one, embeddings=embeddings), self._wanted(found, made, readmit=readmit)):
                self._took(self._waiting.popleft(), result)
                self._told(1)
        return self._added

    def _wanted(
        self, found: Iterable[Source | Failure], made: dict[str, str | None] | None, *, readmit: bool
    ) -> Iterator[Article]:
        """The articles that have to be read; the others are counted."""
        for source in found:
            if isinstance(source, Failure):
                self._fail(source)
            elif self._store.holds(source.article.id, source.article.version, meta(source.article), made):
                self._count("known")
            elif not readmit and refused(self._store, source.article.id):
                self._added = replace(self._added, refused=(*self._added.refused, source.article.id))
            else:
                self._waiting.append(source)
                yield source.article
                continue
            self._told(1)

    def _took(self, source: Source, result: Record | Exception) -> None:
        """Store what was read of an article."""
        article = source.article
        if isinstance(result, Exception):
            self._fail(Failure(article.id, "extract", str(result), article.id))
            return
        held = {row.version for row in self._store.versions(article.id)}
        if not self._run.keep(result, source.original, self._clock()):
            self._count("known")
        elif article.version in held:
            self._count("renewed")
        else:
            self._count("new_versions" if held else "new")

    def _count(self, name: Literal["new", "new_versions", "known", "renewed"]) -> None:
        changes: dict[str, Any] = {name: getattr(self._added, name) + 1}
        self._added = replace(self._added, **changes)

    def _fail(self, failure: Failure) -> None:
        self._added = replace(self._added, failures=(*self._added.failures, failure))
