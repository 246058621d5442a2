"""Time of each step over a list of articles, in one process; and the peak memory of a process that does it all."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import replace
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar

from onrecord.extract.draft import Draft
from onrecord.extract.parse import PARSED_PARTS, Parser, load
from onrecord.extract.pipeline import LAYERS, annotate, to_record
from onrecord.model import Article
from onrecord.read.parts import parts

_onrecord: Any = import_module("onrecord")
"""Untyped: extraction is to be measured also where the ledger is not built in."""
T = TypeVar("T")
Times = dict[str, float]


def to_article(row: dict[str, str]) -> Article:
    """An article of the input format, cut into its parts."""
    known: dict[str, Any] = {key: row.get(key) for key in ("published", "outlet", "title", "url")}
    return Article(id=row["id"], text=row["text"], language="en", parts=parts(row["text"], row.get("title")), **known)


def bare(parser: Parser, articles: Iterable[Article]) -> float:
    """CPU seconds of the spaCy pipeline alone: the same paragraphs in the same batches, nothing kept."""
    began = time.process_time()
    for article in articles:
        texts = [part.span.of(article.text) for part in article.parts if part.kind in PARSED_PARTS]
        with parser.nlp.memory_zone():
            for _ in parser.nlp.pipe(texts):
                pass
    return time.process_time() - began


def steps(parser: Parser, articles: Iterable[Article]) -> tuple[Times, list[dict[str, Any]]]:
    """CPU seconds of the parse, of each layer and of writing JSON, by name; and the records."""
    times: Times = {"parse": 0.0} | dict.fromkeys((layer.__name__ for layer in LAYERS), 0.0) | {"json": 0.0}
    records = []

    def timed(name: str, work: Callable[[], T]) -> T:
        began = time.process_time()
        made = work()
        times[name] += time.process_time() - began
        return made

    for article in articles:
        parse = timed("parse", partial(parser.parse, article))
        draft = Draft(article)
        for layer in LAYERS:
            found: Any = timed(layer.__name__, partial(layer, parse, draft))
            draft = found if isinstance(found, Draft) else replace(draft, **{layer.__name__: found})
        records.append(timed("json", to_record(draft, parser).to_json))
    return times, records


def extraction(parser: Parser, articles: Iterable[Article]) -> float:
    """CPU seconds of extraction as users run it, the model loaded before, records as JSON lines."""
    began = time.process_time()
    for article in articles:
        draft = annotate(parser.parse(article), article)
        json.dumps(to_record(draft, parser).to_json())
    return time.process_time() - began


def adding(rows: Sequence[dict[str, str]]) -> float:
    """CPU seconds to add the articles to a new ledger: extraction, relations and the store."""
    with tempfile.TemporaryDirectory() as folder:
        began = time.process_time()
        with closing(_onrecord.open(Path(folder) / "bench.db")) as ledger:
            ledger.add(list(rows))
        return time.process_time() - began


def peak_mb(samples: Path, number: int) -> float:
    """Peak resident memory, in MB, of a process of its own that adds the samples and `number` generated articles."""
    words = [sys.executable, str(Path(__file__).with_name("run.py")), "--peak", str(number), "--samples", str(samples)]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    return float(done.stdout.split()[-1])


def own_peak_mb() -> float:
    """Peak resident memory of this process so far, in MB.

    On Linux VmHWM: ru_maxrss there also counts what the parent held when it started this process. On macOS ru_maxrss,
    which is in bytes.
    """
    status = Path("/proc/self/status")
    if status.exists():
        return next(int(line.split()[1]) / 1024 for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)


def warm(parser: Parser) -> None:
    """Let caches, tables and the model's first call be paid for before anything is timed."""
    first = to_article({"id": "warm", "text": "The mayor of Riga said on Monday that 12 boats had left."})
    extraction(parser, [first])
    bare(parser, [first])


def parser() -> Parser:
    """The loaded parser, warmed up."""
    made = load()
    warm(made)
    return made
