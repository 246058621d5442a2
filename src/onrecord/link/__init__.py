"""Many records in, relations out. Pure functions over records: no database, no clock.

`keys(record)` names the blocks in which partners are looked for, `edges(a, b)` the relations of two records (or of one
with itself), `view(...)` what the records in force and the edges known say on a day.
"""

from __future__ import annotations

from onrecord.link.blocks import keys
from onrecord.link.pairs import edges
from onrecord.link.view import view

__all__ = ["edges", "keys", "view"]
