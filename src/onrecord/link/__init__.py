"""Many records in, relations out. Pure functions over records: no database, no clock.

`Reading(record)` is a record with what is asked of it worked out once; `keys(reading)` names the blocks in which
partners are looked for, `horizon(reading)` says how far from its day; `edges(a, b)` are the relations of two
readings (or of one with itself), `view(...)` is what the records in force and the edges known say on a day.
"""

from __future__ import annotations

from onrecord.link.blocks import keys
from onrecord.link.horizon import Horizon, horizon
from onrecord.link.pairs import edges
from onrecord.link.reading import Reading
from onrecord.link.view import view

__all__ = ["Horizon", "Reading", "edges", "horizon", "keys", "view"]
