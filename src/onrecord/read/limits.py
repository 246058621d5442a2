"""How much is taken in, and what can be told of bytes before they are read."""

from __future__ import annotations

import re

LARGEST = 20_000_000
"""Bytes of a file or line beyond which it is no article."""
LONGEST = 300_000
"""Characters of a text beyond which it is no article: some fifty thousand words, the length of a book."""
MOST_LINES = 5_000
"""Lines with something on them beyond which a text is a table or a log."""
LONGEST_SENTENCE = 8_000
"""Characters without a full stop or a line break beyond which a text is a list: the parse would take minutes."""
LONGEST_RUN = 10_000
"""Characters without a blank beyond which a text is data: the longest word or address of any article is far shorter."""
FEWEST_LETTERS = 0.4
"""Share of letters and digits among the signs of a text below which it is no prose; prose has .95."""

_STOP = re.compile(r"[.!?\n\r…]")
_MAGIC = {
    b"%PDF": "a PDF", b"PK\x03\x04": "a ZIP archive or office document", b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture", b"GIF8": "a picture", b"\x1f\x8b": "a gzip archive", b"{\\rtf": "an RTF document",
    b"\xd0\xcf\x11\xe0": "an office document", b"\xff\xfe": "text in UTF-16", b"\xfe\xff": "text in UTF-16",
    b"SQLite": "a database",
}  # fmt: skip


def unreadable(data: bytes) -> str | None:
    """Why bytes are no text; None where they may be one.

    >>> unreadable(b"%PDF-1.7"), unreadable(b"Rain fell.")
    ('a PDF: save it as text or HTML', None)
    """
    if len(data) > LARGEST:
        return f"longer than {LARGEST:,} bytes"
    kind = next((name for magic, name in _MAGIC.items() if data.startswith(magic)), None)
    return f"{kind}: save it as {'UTF-8' if 'UTF' in kind else 'text or HTML'}" if kind else None


def no_prose(text: str) -> str | None:
    """Why a text cannot be an article; None where it can.

    >>> no_prose('"' * 9), no_prose("Rain fell.")
    ('no words in the text', None)
    """
    if not text.strip():
        return "an empty text"
    if "\0" in text:
        return "NUL bytes in the text"
    if len(text) > LONGEST:
        return f"text of more than {LONGEST:,} characters"
    signs = len(text) - sum(map(str.isspace, text))
    letters = sum(map(str.isalnum, text))
    if not letters:
        return "no words in the text"
    if signs > 200 and letters < FEWEST_LETTERS * signs:
        return "hardly any words in the text"
    if (longest := max(map(len, text.split()))) > LONGEST_RUN:
        return f"no prose: {longest:,} characters without a blank"
    if sum(1 for line in text.splitlines() if line.strip()) > MOST_LINES:
        return f"no prose: more than {MOST_LINES:,} lines"
    if max(map(len, _STOP.split(text))) > LONGEST_SENTENCE:
        return f"no prose: more than {LONGEST_SENTENCE:,} characters without a full stop"
    return None
