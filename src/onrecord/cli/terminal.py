"""Text made safe for a terminal: news may hold characters that would steer it."""

from __future__ import annotations


def plain(text: str) -> str:
    """The text without characters that would steer a terminal; line breaks and tabs stay.

    >>> plain("a\\x1b[2Jb")
    'a\\ufffd[2Jb'
    """
    return "".join(c if c in "\n\t" or c.isprintable() else "\ufffd" for c in text)


def line(text: str | None) -> str:
    """The text on one line, safe for a terminal."""
    return plain(" ".join((text or "").split()))
