"""GDELT 2.0 event files read back: what is needed to compare them, and a message for each line that cannot be read."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import IO

from onrecord.errors import ReadError
from onrecord.export.gdelt import COLUMNS
from onrecord.export.gdelt_codes import alpha3

LONGEST = 65_536
"""Bytes of a line beyond which it is no event."""
MOST = 4_000_000_000
"""Bytes that are read of one file, unpacked: ten times the largest day of GDELT."""
OLD = 58
"""Columns of a GDELT 1.0 event with its address."""
_CODE = re.compile(r"(?:0[1-9]|1[0-9]|20)\d{0,2}")
_DAY = re.compile(r"\d{8}")


@dataclass(frozen=True, slots=True)
class GdeltEvent:
    """One event. `day` is ISO 8601: the event's, or where the row has no date at all the one on which it was added;
    "" where only its month or year is known. Countries are ISO 3166-1 alpha-3,
    or what CAMEO has for regions and blocs; "" where a column is empty."""

    id: str
    day: str
    source: str
    target: str
    root: str
    code: str
    address: str


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that is no event, from 1, and what is wrong with it."""

    number: int
    why: str


def read(path: Path) -> Iterator[GdeltEvent | BadLine]:
    """The events of a file, or of the one file in a ZIP archive, line by line. ReadError where it cannot be opened."""
    with _opened(path) as stream:
        yield from parsed(stream)


def parsed(stream: IO[bytes]) -> Iterator[GdeltEvent | BadLine]:
    """The events of a stream, line by line; empty lines are passed over."""
    number, size = 0, 0
    while raw := stream.readline(LONGEST):
        number += 1
        size += len(raw)
        if size > MOST:
            yield BadLine(number, f"more than {MOST:,} bytes before it; the rest is not read")
            return
        if len(raw) == LONGEST and not raw.endswith(b"\n"):
            while (rest := stream.readline(LONGEST)) and not rest.endswith(b"\n"):
                size += len(rest)
                if size > MOST:
                    break
            yield BadLine(number, f"longer than {LONGEST:,} bytes")
        elif raw.strip(b"\r\n "):
            yield _parsed(number, raw)


def _parsed(number: int, raw: bytes) -> GdeltEvent | BadLine:
    try:
        cells = raw.decode("utf-8").rstrip("\r\n").split("\t")
    except UnicodeDecodeError:
        return BadLine(number, "not UTF-8")
    if len(cells) != len(COLUMNS):
        older = "; GDELT 1.0 is another format" if len(cells) == OLD else ""
        return BadLine(number, f"{len(cells)} columns where a GDELT 2.0 event has {len(COLUMNS)}{older}")
    return event(dict(zip(COLUMNS, cells, strict=True)), number)


def event(row: Mapping[str, str], number: int = 0) -> GdeltEvent | BadLine:
    """The event of one row of cells by column, those that are missing taken for empty."""
    name, code = row.get("GlobalEventID", ""), row.get("EventCode", "")
    if not (name.isascii() and name.isdigit()):
        return BadLine(number, f"GlobalEventID {_shown(name)} is no number")
    if not _CODE.fullmatch(code):
        return BadLine(number, f"EventCode {_shown(code)} is no CAMEO code")
    day = row.get("SQLDate") or ("" if row.get("Year") else row.get("DateAdded", "")[:8])
    if day and not (_DAY.fullmatch(day) and _exists(day)):
        return BadLine(number, f"SQLDate {_shown(day)} is no day")
    source, target = (alpha3(row.get(f"Actor{n}CountryCode", "")) for n in (1, 2))
    when = f"{day[:4]}-{day[4:6]}-{day[6:]}" if day else ""
    return GdeltEvent(name, when, source, target, code[:2], code, row.get("SourceURL", ""))


def _exists(day: str) -> bool:
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True


def _shown(cell: str) -> str:
    return repr(cell if len(cell) <= 20 else cell[:20] + "…")


@contextmanager
def _opened(path: Path) -> Iterator[IO[bytes]]:
    """The file, unpacked. ReadError where it cannot be read."""
    try:
        with path.open("rb") as file:
            if not zipfile.is_zipfile(file):
                file.seek(0)
                yield file
                return
            with zipfile.ZipFile(file) as archive:
                members = [m for m in archive.infolist() if not m.is_dir()]
                if len(members) != 1:
                    raise ReadError(f"{path}: {len(members)} files in the archive; unpack it and name one")
                with archive.open(members[0]) as stream:
                    yield stream
    except (OSError, zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
        why = getattr(error, "strerror", None) or str(error) or type(error).__name__
        raise ReadError(f"{path}: cannot be read: {why}") from None
