"""What a ledger says, derived once and kept: each change derives anew what it touches, from its own day on."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from hashlib import sha256
from importlib import resources

from onrecord.ledger import doubts
from onrecord.ledger.anew import Anew
from onrecord.ledger.corrections import effective
from onrecord.ledger.laying import Laid
from onrecord.ledger.linking import Records
from onrecord.ledger.refreshing import refresh
from onrecord.ledger.standing import standings
from onrecord.ledger.units import NOTHING, Before, Finder
from onrecord.lexicon import digest
from onrecord.link import Reading
from onrecord.model import Ref
from onrecord.store import Store
from onrecord.store.derived import Derived
from onrecord.store.rows_derived import KeptRow, Standing

PACKAGES = ("onrecord.model", "onrecord.link", "onrecord.ledger")
"""The code that rows depend on, besides the lexicon."""


@cache
def code() -> str:
    """Hash of the code and the words that rows are derived by: of another one they are made anew."""
    total = sha256(digest().encode())
    for package in PACKAGES:
        for file in sorted(resources.files(package).iterdir(), key=lambda f: f.name):
            if file.name.endswith(".py"):
                total.update(file.read_bytes())
    total.update(resources.files("onrecord.store").joinpath("schema_derived.py").read_bytes())
    return total.hexdigest()[:16]


class Deriving:
    """One change of a ledger, within its transaction: what it touches before and after, derived anew."""

    def __init__(self, store: Store, records: Records, derived: Derived) -> None:
        self._store, self._records, self._d = store, records, derived
        self._laid = Laid(store, records, derived)

    def reach(self, record_id: int, reading: Reading) -> None:
        """Keep how far from its day a record's partners have to be looked for."""
        self._laid.reach(record_id, reading)

    def before(self, articles: Collection[str]) -> Before:
        """What the articles have part in as they are now: to be asked for before they change."""
        held = {row.article for row in self._d.standing(articles)}
        if not held:
            return NOTHING
        found = Finder(self._d, self._read, effective(self._store.corrections())).touched(held)
        return Before(found.names(), found.near)

    def refresh(self, since: Mapping[str, str], before: Before = NOTHING) -> None:
        """Derive anew what changed articles touch and have touched before, with their records as reviewers want them;
        `since` are the articles, each with the day from which on it changed."""
        decisions, variants = effective(self._store.corrections()), {a: self._d.variants(a) for a in sorted(since)}
        decided = self._laid.lay((v.record_id for some in variants.values() for v in some), decisions)
        for key, some in variants.items():
            rows = standings(key, some, lambda n: self._records(n).article)
            self._d.set_standing(key, rows)
            self._d.set_unit(doubts.unit(key), self._waiting(rows, decided))
        touched = Finder(self._d, self._read, decisions).touched(since, before)
        refresh(Anew(self._store, self._records, self._d, self._read, touched, decisions), since, before)
        self._d.caught_up(since)

    def _waiting(self, rows: Iterable[Standing], decided: Mapping[int, Collection[Ref]]) -> Iterator[KeptRow]:
        """What waits for a reviewer in an article, as it stands on its days."""
        for row in rows:
            (reading,) = self._read([row.record_id])
            for one in doubts.doubtful(reading.record):
                yield doubts.row(one, row, decided.get(row.record_id, ()))

    def _read(self, record_ids: Iterable[int]) -> list[Reading]:
        ids = sorted(record_ids)
        changed = set(self._d.laid_among(ids))
        return [self._laid.reading(n, changed) for n in ids]
