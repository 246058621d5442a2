"""Bytes in, articles out: JSON Lines, web pages and plain text, each with its parts and its key."""

from onrecord.read.failure import ReadFailure
from onrecord.read.files import Input, Source, articles, sources

__all__ = ["Input", "ReadFailure", "Source", "articles", "sources"]
