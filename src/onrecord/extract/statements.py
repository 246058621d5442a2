"""The statements of an article: attributions by cue, joined with the quotations, nested in one another."""

from __future__ import annotations

from dataclasses import replace

from onrecord.extract.attribution import attributions
from onrecord.extract.attribution_follow import follow_ups
from onrecord.extract.attribution_found import Found
from onrecord.extract.attribution_labels import labels
from onrecord.extract.attribution_quotes import bare_quotes, fit
from onrecord.extract.confidence import confidence, features
from onrecord.extract.cue_words import Cues, cues
from onrecord.extract.draft import Draft
from onrecord.extract.event_signs import clause_of
from onrecord.extract.factuality import certainty, polarity
from onrecord.extract.parse import Parse
from onrecord.extract.quotes import Quotations, quotations, whole
from onrecord.model import Span, Spans, Statement, hull, trim
from onrecord.model.statement import Polarity, StatementType

_NOT_ONE = frozenset({"no", "not", "nothing", "nobody", "none", "neither"})


def statements(parse: Parse, so_far: Draft) -> tuple[Statement, ...]:
    """The article's statements, in the order of their first words."""
    words = cues()
    quotes = quotations(parse.text, so_far.article.parts)
    raw = (*attributions(parse, words), *labels(parse, words, quotes))
    fitted = (fit(parse, f, quotes) for f in raw)
    found = _best([f for f in fitted if f is not None and not _reader(parse, f, quotes)])
    found = bare_quotes(parse, words, found, quotes)
    found = _uncrossed(parse.text, follow_ups(parse, found, quotes))
    made = [_statement(parse, words, f, quotes, so_far) for f in found]
    made.sort(key=lambda s: (hull((*s.source, *s.cue, *s.content)), s.cue))
    return _with_parents([replace(s, id=f"s{n}") for n, s in enumerate(made, 1)])


def _uncrossed(text: str, found: list[Found]) -> list[Found]:
    """The attributions with what one says ended where another begins by whom all is told: "she said that it rained,
    according to the palace"."""
    frames = [f for f in found if f.rule == "according to"]
    out = []
    for f in found:
        ends = [g.cue[0].start for g in frames if g is not f and any(p.holds(hull(f.cue)) for p in g.content)]
        cut = min((e for e in ends if any(p.start < e < p.end for p in f.content)), default=None)
        if cut is None:
            out.append(f)
            continue
        left = (Span(*trim(text, (p.start, min(p.end, cut)), " \t\r\n,;")) for p in f.content if p.start < cut)
        out.append(replace(f, content=tuple(left)))
    return out


def _reader(parse: Parse, found: Found, quotes: Quotations) -> bool:
    """Whether outside quotations "you" think or want something: that is the article talking, nobody's statement."""
    you = " ".join(s.of(parse.text).lower() for s in found.source) in ("you", "'s", "’s")
    return you and quotes.holding(found.cue[0]) is None


def _best(found: list[Found]) -> list[Found]:
    """One attribution a cue and a content: where two claim the same words, the surer one."""
    kept: list[Found] = []
    cues_seen: set[Spans] = set()
    contents_seen: set[Span] = set()
    for f in sorted((f for f in found if f.content), key=lambda f: (-f.confidence, f.cue)):
        outer = hull(f.content)
        if outer not in contents_seen and f.cue not in cues_seen:
            kept.append(f)
            cues_seen.add(f.cue)
            contents_seen.add(outer)
    return sorted(kept, key=lambda f: f.cue)


def _statement(parse: Parse, words: Cues, found: Found, quotes: Quotations, so_far: Draft) -> Statement:
    found = _whole(parse.text, found)
    flipped = found.negated
    kind = _type(parse, found.content, quotes)
    said = _polarity(parse, found)
    lemma = words.misread.get(parse.lower(found.cue_at), parse.lemma[found.cue_at])
    seen = features(parse.text, found.rule, kind, lemma, found.source, found.content, words)
    return Statement(
        id="", type=kind, source=found.source, cue=found.cue, content=found.content,
        via=found.via, addressee=found.addressee, venue=found.venue, cue_class=found.cue_class,
        speech_act=words.acts.get(found.cue_class),
        certainty=certainty(parse, found.head, shifted=_shifted(parse, found, quotes)),
        polarity="-" if flipped else said, confidence=confidence(seen),
        part=parse.sentence(found.cue_at).part, rule=f"{found.rule}:{lemma}",
    )  # fmt: skip


def _shifted(parse: Parse, found: Found, quotes: Quotations) -> bool:
    """Whether a cue in the past reports a clause in other words than its own: "said it would sail"."""
    head, cue = parse.span(found.head, found.head + 1), clause_of(parse, found.cue_at)
    same = quotes.holding(head) == quotes.holding(found.cue[0])
    while parse.tag[cue] in ("VBG", "VB") and parse.pos[parse.head[cue]] in ("VERB", "AUX") and parse.head[cue] != cue:
        cue = parse.head[cue]
    tensed = (cue, *parse.childs(cue, "aux", "auxpass"))
    return same and any(parse.tag[t] == "VBD" or parse.lower(t) in ("has", "have") for t in tensed)


def _polarity(parse: Parse, found: Found) -> Polarity:
    """The polarity of the content: of a noun alone its own ("no withdrawal"), not that of the verb above it."""
    verb = clause_of(parse, found.head)
    if any(parse.span(verb, verb + 1).overlaps(p) for p in found.content):
        opens = parse.lower(parse.tokens_in(found.content[0])[0])
        lost = parse.child(verb, "nsubj", "nsubjpass", "expl") is None and opens in _NOT_ONE
        return "-" if lost else polarity(parse, found.head)
    no = any(parse.lower(c) in ("no", "neither") for c in parse.childs(found.head, "det"))
    return "-" if no or parse.lower(found.head) in ("nothing", "nobody", "none") else "+"


def _whole(text: str, found: Found) -> Found:
    """The attribution without half a pair of quotation marks at an end of its phrases."""

    def both(spans: Spans) -> Spans:
        return tuple(w for w in (whole(text, s) for s in spans) if w.start < w.end)

    return replace(
        found, source=both(found.source), content=both(found.content), via=both(found.via),
        addressee=both(found.addressee), venue=both(found.venue),
    )  # fmt: skip


def _type(parse: Parse, content: Spans, quotes: Quotations) -> StatementType:
    """direct: all the words are quoted; mixed: some are; indirect: none."""
    inside = total = 0
    for s in content:
        total += _letters(parse.text[s.start : s.end])
        for n in quotes.touching(s):
            inner = quotes.found[n].inner
            inside += _letters(parse.text[max(s.start, inner.start) : min(s.end, inner.end)])
    if not inside:
        return "indirect"
    return "direct" if inside >= 0.9 * total else "mixed"


def _letters(words: str) -> int:
    return sum(ch.isalnum() for ch in words)


def _with_parents(made: list[Statement]) -> tuple[Statement, ...]:
    """Each statement with the innermost other one whose content holds its cue: one pass over the text."""
    pieces = sorted((p, n) for n, s in enumerate(made) for p in s.content)
    out, waiting, nearest = list(made), 0, list[tuple[Span, int]]()
    for n in sorted(range(len(made)), key=lambda n: hull(made[n].cue)):
        cue = hull(made[n].cue)
        while waiting < len(pieces) and pieces[waiting][0].start <= cue.start:
            nearest.append(pieces[waiting])
            waiting += 1
        nearest = [(p, k) for p, k in nearest if p.end > cue.start]
        holders = [made[k] for p, k in nearest if k != n and p.holds(cue) and not _crossed(made[n], made[k])]
        if holders:
            out[n] = replace(made[n], parent=min(holders, key=lambda s: sum(p.end - p.start for p in s.content)).id)
    return tuple(out)


def _crossed(inner: Statement, outer: Statement) -> bool:
    """Whether each of two statements claims the other's cue: then neither holds the other."""
    return any(p.overlaps(c) for p in inner.content for c in outer.cue)
