"""Where the reading of many articles is done: in this process, in several, later on several machines."""

from __future__ import annotations

from onrecord.scale.executor import Executor
from onrecord.scale.processes import Processes
from onrecord.scale.serial import Serial


def executor(workers: int) -> Executor:
    """What maps with that many workers; 1 is this process."""
    return Serial() if workers == 1 else Processes(workers)


__all__ = ["Executor", "Processes", "Serial", "executor"]
