"""What a verb takes: the clause that it introduces, where the parse hangs it and where it should have."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.extract.attribution_kinds import OPENERS, declared, it_is_said, kind_of, put_it, unsaid
from onrecord.extract.attribution_relays import beside_citing
from onrecord.extract.cue_words import Cues
from onrecord.extract.parse import Parse
from onrecord.extract.source_phrase import SUBJECTS, is_passive, is_speaker, is_venue, subject_of
from onrecord.model.statement import CueClass

_VERBAL = frozenset({"VERB", "AUX"})
_MARKS = frozenset({'"', "”", "“", "''", "``", "»", "«"})
_OPENING = frozenset("\"“„«`'‘")
CLAUSES = ("ccomp", "parataxis")
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_REASONS = frozenset({"so", "because", "since", "although", "though", "unless", "until"})
"""A clause that opens with one of these gives a reason, whatever verb the parser hangs it on."""


class Clause(NamedTuple):
    """The head of what a verb introduces, its class, the rule that found it and how sure that rule is."""

    head: int
    kind: CueClass
    rule: str
    confidence: float


def clause_of(parse: Parse, words: Cues, i: int, lemma: str) -> Clause | None:
    """What a verb introduces: a finite clause, an unfinished one, or one that hangs elsewhere; None where nothing."""
    return (
        _gathered(parse, words, i, lemma)
        or _clause(parse, words, i, lemma)
        or _unfinished(parse, words, i, lemma)
        or _elsewhere(parse, words, i, lemma)
    )


def _clause(parse: Parse, words: Cues, i: int, lemma: str) -> Clause | None:
    """A finite clause that hangs on the verb."""
    kind = words.verbs.get(lemma)
    for child in (*parse.childs(i, *CLAUSES), *_disguised(parse, words, i, lemma)):
        c = _behind_aside(parse, words, i, child)
        if not _may_be_said(parse, words, i, lemma, c):
            continue
        if c > i and lemma in words.happening and not quoted(parse, c):
            continue
        if kind is not None and (parse.pos[c] in ("VERB", "AUX") or c < i or quoted(parse, c)):
            if c > i and not finite(parse, c) and not quoted(parse, c):
                continue
            sure = 0.7 if lemma in words.weak else 0.87 if lemma in words.speaking else 0.78
            return Clause(c, kind_of(parse, words, i, lemma, c, kind), "verb:clause", sure)
        unlisted = kind is None and c > i and marked(parse, c) and lemma not in words.happening
        if unlisted and is_speaker(parse, words, subject_of(parse, i)):
            return Clause(c, "say", "verb:unlisted", 0.6)
    return None


def _disguised(parse: Parse, words: Cues, i: int, lemma: str) -> list[int]:
    """Finite clauses under another label: "asked her if", "which they say left a gap", "made it clear that"."""
    clear = declared(parse, i)
    found = [c for c in parse.childs(clear, "advcl", "ccomp") if c > clear] if clear is not None else []
    for c in parse.childs(i, "advcl", "xcomp"):
        if lemma in words.speaking and beside_citing(parse, c):  # "reported, citing the army, that it had rained"
            found += [k for k in parse.childs(c, "ccomp") if marked(parse, k)]
        opens = parse.lower(parse.left[c])
        question = lemma in words.asking and opens in OPENERS and parse.word(parse.left[c] - 1) != ","
        order = lemma in words.speaking and quoted(parse, c)
        question = question or _behind_source(parse, words, i, lemma, c)
        if c > i and (question if parse.dep[c] == "advcl" else order or parse.tag[c] in ("VBD", "VBZ", "VBP")):
            found.append(c)
    return found


def _behind_source(parse: Parse, words: Cues, i: int, lemma: str, c: int) -> bool:
    """Whether an aside parts a cue from its clause: "the agency reported, citing police, that two had fled"."""
    that = next((m for m in parse.childs(c, "mark") if parse.lower(m) == "that"), None)
    return that is not None and lemma in words.speaking and parse.word(i + 1) == "," == parse.word(that - 1)


def _behind_aside(parse: Parse, words: Cues, i: int, c: int) -> int:
    """The clause itself where the parser hangs it on an aside: "had warned, she added, that the gate would close"."""
    inner = next((k for k in parse.childs(c, "ccomp") if k > c and marked(parse, k)), None)
    aside = c > i and parse.dep[c] == "parataxis" and parse.lemma[c].lower() in words.speaking
    return inner if aside and inner is not None and parse.word(c + 1) == "," else c


def _may_be_said(parse: Parse, words: Cues, i: int, lemma: str, c: int) -> bool:
    """Whether a clause on a verb can be its content: no reason, no condition, no aside with a cue of its own."""
    opens = parse.lower(parse.left[c])
    if c > i + 1 and parse.lower(i + 1) == "so" and parse.head[i + 1] == i and parse.word(i + 2) == ",":
        return False
    if (opens in _REASONS and not quoted(parse, c)) or (opens == "if" and lemma not in words.asking):
        return False
    if _is_aside(parse, words, c):
        return False
    if c > i:
        return True
    subject = subject_of(parse, i)
    return lemma not in words.weak and subject is not None and not _after_semicolon(parse, subject, c)


def _after_semicolon(parse: Parse, subject: int, c: int) -> bool:
    """Whether a semicolon stands between a clause and the speaker: "the port reopened; both mayors said …"."""
    first = parse.left[subject]
    return c < first and first > 0 and parse.word(first - 1) == ";"


def _is_aside(parse: Parse, words: Cues, c: int) -> bool:
    """Whether a clause is itself a cue between commas: "…, the mayor said, …"."""
    speaks = parse.lemma[c].lower() in words.speaking and parse.child(c, *SUBJECTS) is not None
    bare = parse.child(c, "ccomp", "dobj", "mark", "xcomp") is None
    return speaks and bare and _comma_beside(parse, c) and not quoted(parse, c)


def _as_or_bare(parse: Parse, i: int) -> bool:
    """Whether a clause opens with "as" or with no conjunction: only such a one can be an aside."""
    opens = [parse.lower(c) for c in parse.childs(i, "mark", "advmod") if c < i]
    return not opens or opens[0] == "as"


def finite(parse: Parse, c: int) -> bool:
    """Whether a clause has a tense: "that it left", not "it leaving"."""
    if parse.tag[c] in _FINITE or parse.child(c, "mark") is not None:
        return True
    helpers = parse.childs(c, "aux", "auxpass")
    auxes = [parse.tag[a] for h in helpers for a in (h, *parse.childs(h, "aux"))]
    return any(tag in _FINITE for tag in auxes) or (
        "TO" not in auxes
        and parse.child(c, *SUBJECTS) is not None
        and parse.pos[c] in ("VERB", "AUX")
        and parse.tag[c] not in ("VBG", "VB")
    )


def _unfinished(parse: Parse, words: Cues, i: int, lemma: str) -> Clause | None:
    """An infinitive, a participle or a small clause that hangs on the verb."""
    passive = is_passive(parse, i)
    asked_for = next((c for c in parse.childs(i, "advcl") if c > i and _for_to(parse, c)), None)
    if asked_for is not None and f"{lemma}_for" in words.prepositions:
        return Clause(asked_for, words.prepositions[f"{lemma}_for"], "verb:infinitive", 0.75)
    for c in parse.childs(i, "xcomp", "ccomp"):
        if c < i or parse.pos[c] not in ("VERB", "AUX"):
            continue
        to = any(parse.tag[a] == "TO" for a in parse.childs(c, "aux"))
        if passive and to and lemma in words.raising:
            kind = words.verbs.get(lemma, words.infinitive.get(lemma, "say"))
            return Clause(c, kind, "verb:raised", 0.75)
        own = parse.child(c, *SUBJECTS) is not None or parse.child(i, "dobj") is not None
        silent = lemma in ("decline", "refuse") and parse.lemma[c].lower() in words.answering
        if to and unsaid(parse, words, lemma, c):
            continue
        if to and lemma in words.infinitive and not own and not passive and not silent:
            return Clause(c, words.infinitive[lemma], "verb:infinitive", 0.75)
        if to and lemma in words.objects:
            return Clause(c, words.objects[lemma], "verb:asked", 0.75)
        if lemma in words.gerund and "VBG" in (parse.tag[c], *(parse.tag[a] for a in parse.childs(c, "aux"))):
            return Clause(c, words.gerund[lemma], "verb:gerund", 0.7)
        if own and parse.tag[c] in ("VB", "VBG", "VBN") and lemma in ("want", "like", "recommend", "suggest", "demand"):
            return Clause(c, words.objects.get(lemma, "demand"), "verb:asked", 0.7)
    return None


def _gathered(parse: Parse, words: Cues, i: int, lemma: str) -> Clause | None:
    """The clause with "that" behind hearers of whom something is told: "told reporters gathered outside that …"."""
    if lemma not in words.addressing or lemma not in words.verbs:
        return None
    taken = next((c for c in parse.childs(i, "ccomp") if c > i and not marked(parse, c)), None)
    hearers = parse.child(taken, *SUBJECTS) if taken is not None and parse.tag[taken] in ("VBN", "VBD") else None
    if hearers is None or parse.left[hearers] != i + 1 or parse.tag[hearers] != "NNS":
        return None
    strayed = _strayed(parse, words, i)
    return Clause(strayed, words.verbs[lemma], "verb:strayed", 0.85) if strayed is not None else None


def _for_to(parse: Parse, c: int) -> bool:
    """Whether a clause reads "for X to do"."""
    return parse.lower(parse.left[c]) == "for" and any(parse.tag[a] == "TO" for a in parse.childs(c, "aux"))


def _elsewhere(parse: Parse, words: Cues, i: int, lemma: str) -> Clause | None:
    """A clause that the parser hung below something else, or one in which the cue stands as an aside."""
    kind = words.verbs.get(lemma)
    if lemma == "put" and put_it(parse, i):
        before = next((c for c in parse.childs(i, *CLAUSES) if c < i), parse.head[i])
        return Clause(before, "say", "verb:medial", 0.85) if before != i else None
    if kind is not None and _as_aside(parse, i):
        return Clause(parse.head[i], kind, "verb:medial", 0.8)
    if kind is None or not (lemma in words.speaking or it_is_said(parse, words, i, lemma)):
        return None
    inverted = _inverted(parse, words, i)
    if inverted is not None:
        return Clause(inverted, kind, "verb:inverted", 0.85)
    strayed = _strayed(parse, words, i)
    if strayed is not None:
        return Clause(strayed, kind, "verb:strayed", 0.85)
    if lemma == "continue" or (is_passive(parse, i) and not it_is_said(parse, words, i, lemma)):
        return None
    aside = parse.dep[i] in ("parataxis", "ccomp", "dep") or (parse.dep[i] == "advcl" and _as_or_bare(parse, i))
    if (
        aside
        and parse.head[i] != i
        and _set_off(parse, i)
        and parse.child(i, *SUBJECTS) is not None
        and not (parse.tag[i] == "VBN" and parse.child(i, "aux", "auxpass") is None)
        and not marked(parse, i)
        and not _bare_participle(parse, parse.head[i])
    ):
        return Clause(parse.head[i], kind, "verb:medial", 0.85)
    return None


def _bare_participle(parse: Parse, c: int) -> bool:
    """Whether a clause has no tense and no subject: "Asked if he would go, …", "Waving a flag, …"."""
    helped = parse.child(c, *SUBJECTS, "aux", "auxpass") is not None
    return parse.tag[c] in ("VBN", "VBG") and not helped and not quoted(parse, c)


def _as_aside(parse: Parse, i: int) -> bool:
    """Whether a clause is an aside with "as": "as witnesses have pointed out"."""
    opens = any(parse.lower(c) == "as" for c in parse.childs(i, "mark", "advmod") if c < i)
    bare = parse.child(i, "dobj", "ccomp", "xcomp", "prep") is None
    subject = parse.child(i, *SUBJECTS)
    return opens and bare and subject is not None and parse.dep[i] == "advcl" and _comma_beside(parse, i)


def _inverted(parse: Parse, words: Cues, i: int) -> int | None:
    """The main verb before a cue that the parse takes for the only one: "Port to close, says minister"."""
    first, *_ = parse.sentence(i)
    behind = inverted_speaker(parse, i)
    if behind is None or parse.word(i - 1) != "," or not is_speaker(parse, words, behind) or i - first < 4:
        return None
    return next((t for t in range(first, i) if parse.pos[t] in ("VERB", "AUX") and parse.tag[t] != "MD"), None)


def inverted_speaker(parse: Parse, i: int) -> int | None:
    """The noun right behind a cue without a subject before it, which the parser may take for its object."""
    own = parse.childs(i, *SUBJECTS)
    behind = next((c for c in own if c > i), None)
    return next((c for c in parse.childs(i, "dobj") if c > i), None) if not own else behind


def _strayed(parse: Parse, words: Cues, i: int) -> int | None:
    """The clause with "that" which the parser hung below an adverbial ("said after talks began that …")."""
    for j in range(i + 1, parse.sentence(i).last):
        if (
            parse.dep[j] == "mark"
            and parse.lower(j) == "that"
            and (parse.word(j - 1) != "," or parse.word(i + 1) == ",")
        ):
            head = parse.head[j]
            owner = parse.head[head]
            if owner == head or owner <= i:
                continue
            lemma = parse.lemma[owner].lower()
            if is_venue(parse, words, owner) and parse.head[parse.head[owner]] == i:
                return head
            if (lemma in words.verbs or lemma in words.nouns) and lemma not in words.happening:
                return None
            return head
    return None


def marked(parse: Parse, c: int) -> bool:
    """Whether a clause opens with "that", "whether" or "if"."""
    return any(parse.lower(k) in ("that", "whether", "if") for k in parse.childs(c, "mark"))


def quoted(parse: Parse, c: int) -> bool:
    """Whether a clause opens with a quotation mark."""
    at = parse.start[parse.left[c]]
    return at > 0 and (parse.text[at] in _OPENING or parse.text[at - 1] in _OPENING)


def _set_off(parse: Parse, i: int) -> bool:
    """Whether marks stand on both sides of the cue's phrase, or it closes its sentence behind one."""
    first, last = parse.left[i], parse.right[i]
    before = {parse.word(first - 1) if first else "", parse.word(first)}
    after = {parse.word(last) if last < len(parse) else ".", parse.word(last - 1)}
    ends = last >= parse.sentence(i).last
    marks = _MARKS | {",", "-", "–", "—", "--", ";", ":", ")", "("}
    return bool(before & marks) and (ends or bool(after & (marks | {".", "!", "?", "…"})))


def _comma_beside(parse: Parse, i: int) -> bool:
    """Whether the cue's phrase is set off by commas or marks from the clause that it stands in."""
    first, last = parse.left[i], parse.right[i]
    before = parse.word(first - 1) if first else ""
    after = parse.word(last) if last < len(parse) else ""
    own = {parse.word(first), parse.word(last - 1)}
    return bool({before, after, *own} & {",", '"', "”", "“", "''", "``"})
