"""Bytes in, articles out: JSON Lines and plain text."""

from onrecord.read.files import articles
from onrecord.read.jsonl import ReadFailure

__all__ = ["ReadFailure", "articles"]
