"""Files that lie beside a ledger and that only their owner can read: one JSON object a line, only ever added to."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any


def add_line(path: Path, data: Mapping[str, Any]) -> None:
    """One line more, written at once. OSError where the file cannot be written."""
    handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(handle, f"{json.dumps(data)}\n".encode())
    finally:
        os.close(handle)
