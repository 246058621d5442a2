"""How many threads a worker's numerical libraries may start."""

from __future__ import annotations

import os

THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


def one_thread() -> None:
    """Keep numerical libraries, not yet loaded in this new process, from starting threads that fight for the cores."""
    os.environ.update(dict.fromkeys(THREADS, "1"))
