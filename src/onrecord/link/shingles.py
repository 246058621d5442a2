"""Runs of words: what two printings of one text have in common."""

from __future__ import annotations

import re
from hashlib import blake2b

_TOKEN = re.compile(r"[^\W_]+")
_QUOTED = re.compile(r"“[^”]{1,2000}”|\"[^\"]{1,2000}\"")
RUN = 3
"""Words in a shingle."""
FEWEST = 8
"""Shingles below which a text is too short to tell."""


def shingles(text: str) -> tuple[int, ...]:
    """Hashes of all runs of three words in text order, quoted speech left out where that leaves enough."""
    bare = _QUOTED.sub(" ", text)
    tokens = _TOKEN.findall(bare.casefold())
    if len(tokens) < FEWEST + RUN:
        tokens = _TOKEN.findall(text.casefold())
    runs = (" ".join(tokens[i : i + RUN]) for i in range(len(tokens) - RUN + 1))
    return tuple(int.from_bytes(blake2b(run.encode("utf-8", "surrogatepass"), digest_size=6).digest()) for run in runs)
