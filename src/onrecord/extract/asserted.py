"""Whether the text says that something was undertaken, and whether a clause looks ahead."""

from __future__ import annotations

from onrecord.extract.commissives import listed
from onrecord.extract.parse import Parse
from onrecord.model import Spans

_VERBAL = ("VERB", "AUX")
_PROSPECTIVE = frozenset({"will", "would", "shall", "'ll", "wo", "'d", "could"})
_MODALS = frozenset({"might", "may", "could", "would", "should", "must", "can", "will", "'d", "'ll"})


def clause_head(parse: Parse, spans: Spans) -> int | None:
    """The verb that the words of `spans` hang on; their topmost word where no verb is on top."""
    inside = {t for span in spans for t in parse.tokens_in(span)}
    tops = [i for i in sorted(inside) if parse.head[i] == i or parse.head[i] not in inside]
    verbs = [t for t in tops if parse.pos[t] in _VERBAL]
    return next(iter(verbs or tops), None)


def prospective(parse: Parse, head: int) -> bool:
    """Whether a clause looks ahead: "will", "would", "to do", "is to do", "is going to do"."""
    auxes = [c for c in parse.children[head] if parse.dep[c] in ("aux", "auxpass")]
    ahead = any(parse.lower(c) in _PROSPECTIVE or parse.tag[c] == "TO" for c in auxes)
    going = parse.lemma[head] in ("go", "plan", "intend") and parse.child(head, "xcomp") is not None
    return ahead or going or is_to(parse, head)


def may(parse: Parse, head: int) -> bool:
    """Whether a clause says that others can do something: "that the buses may pass"."""
    return any(parse.lower(c) in ("can", "could", "may") for c in parse.childs(head, "aux"))


def is_to(parse: Parse, verb: int) -> bool:
    """Whether a verb stands under "is to": "is to leave", "was to have left"."""
    head = parse.head[verb]
    infinitive = any(parse.tag[c] == "TO" for c in parse.childs(verb, "aux"))
    bare = parse.lemma[head] == "be" and parse.child(head, "acomp", "attr") is None and _beside(parse, head, verb)
    return infinitive and bare and parse.dep[verb] == "xcomp"


def _beside(parse: Parse, be: int, verb: int) -> bool:
    """Whether only adverbs stand between "is" and "to": not "is on course to"."""
    to = next((c for c in parse.childs(verb, "aux") if parse.tag[c] == "TO"), verb)
    return all(parse.pos[t] in ("ADV", "PART", "PUNCT") or parse.dep[t] == "neg" for t in range(be + 1, to))


def undertaken(parse: Parse, i: int) -> bool:
    """Whether the text says that the undertaking of verb `i` was made, not refused, wished for, asked or supposed.

    A clause under a denial counts as made here; the denial is another field.
    """
    auxes = [c for c in parse.children[i] if parse.dep[c] in ("aux", "auxpass")]
    if parse.child(i, "neg") is not None or any(parse.lower(c) == "never" for c in parse.childs(i, "advmod")):
        return False
    if any(parse.lower(c) in _MODALS for c in auxes) or supposed(parse, i):
        return False
    if parse.dep[i] == "pcomp" and parse.lower(parse.head[i]) == "of" and parse.lower(parse.head[i] - 1) == "short":
        return False  # "stopped short of promising"
    if parse.dep[i] == "conj" and parse.tag[i] == "VB" and not auxes and parse.pos[parse.head[i]] in _VERBAL:
        return undertaken(parse, parse.head[i])
    if parse.tag[i] == "VB" and not auxes and parse.child(i, "nsubj") is None and parse.dep[i] in ("ROOT", "ccomp"):
        return False  # an imperative: "Promise me …"
    if parse.dep[i] == "ccomp" and not auxes and parse.tag[i] in ("VB", "VBP"):
        # "demands that he promise to go"; what somebody tells another is told
        return parse.lemma[parse.head[i]].lower() not in listed("barred", "verbs") - listed("speech", "plain")
    if any(parse.tag[c] == "TO" for c in auxes) and parse.head[i] != i:
        head = parse.head[i]
        # "allowed the regent to promise": the parser hangs the infinitive on the regent
        above = parse.head[head] if parse.dep[i] == "acl" and parse.dep[head] == "dobj" else head
        lemma = parse.lemma[above].lower()
        if parse.dep[i] in ("advcl", "relcl") or lemma in listed("barred", "verbs") | listed("barred", "nouns"):
            return False
        if lemma == "be" or (parse.pos[head] in _VERBAL and not undertaken(parse, head)):
            return False
    return not _habitual(parse, i) and not _in_fiction(parse, i) and not _accused_of(parse, i)


def _accused_of(parse: Parse, i: int) -> bool:
    """Whether a verb says what somebody else is accused of: "accused him of offering bribes"."""
    above = list(parse.ancestors(i))[:6]
    gerund = any(parse.dep[t] == "pcomp" for t in (i, *above[:3]))
    return gerund and any(parse.lemma[t].lower() in listed("barred", "accusing") for t in above)


def supposed(parse: Parse, i: int) -> bool:
    """Whether the clause of `i`, or one above it, is a condition, a question or something merely believed."""
    at = i
    for _ in range(6):
        marks = {parse.lower(c) for c in parse.childs(at, "mark", "advmod")}
        if marks & {"if", "unless", "whether", "lest", "than", "provided", "providing"} or (
            at != i and parse.dep[at] == "amod"
        ):
            return True
        head = parse.head[at]
        if head == at:
            break
        if parse.dep[at] == "ccomp" and parse.lemma[head].lower() in listed("barred", "minds"):
            return True
        if parse.dep[at] == "acl" and parse.lemma[head].lower() == "condition":
            return True  # "on condition that the lenders agree to wait"
        if parse.dep[at] not in ("ccomp", "xcomp", "conj", "advcl"):
            break
        at = head
    first, last, *_ = parse.sentence(i)
    inverted = parse.lower(first) in ("should", "had", "were") and i - first < 5 and parse.head[first] == i
    return inverted or (parse.word(last - 1) == "?")


def _habitual(parse: Parse, i: int) -> bool:
    """Whether a present tense tells what people of a kind do now and then: "politicians promise … every spring"."""
    subject = parse.child(i, "nsubj")
    certain = subject is not None and parse.child(subject, "det", "poss", "nummod") is not None
    if parse.tag[i] not in ("VBP", "VBZ") or certain:
        return False
    near = [t for t in parse.subtree(i) if 0 < abs(t - i) < 12]
    return any(parse.lower(t) in listed("barred", "habits") for t in near)


def _in_fiction(parse: Parse, i: int) -> bool:
    first, last, *_ = parse.sentence(i)
    inside = [t for t in range(first, last) if parse.dep[t] == "pobj" and parse.lower(parse.head[t]) == "in"]
    return any(parse.lemma[t].lower() in listed("barred", "works") for t in inside)


def own_clause(parse: Parse, at: int) -> bool:
    """Whether a verb beside another has a subject or a "will" of its own: "will go, but will not stay"."""
    if parse.dep[at] != "conj" or parse.pos[at] not in _VERBAL:
        return False
    finite = any(parse.tag[c] in ("MD", "VBZ", "VBP", "VBD") for c in parse.childs(at, "aux"))
    finite = finite or (parse.tag[at] in ("VBD", "VBZ") and parse.tag[parse.head[at]] == "VB")  # "will sell, and took"
    return finite or parse.child(at, "nsubj", "nsubjpass") is not None


def longer_than_said(parse: Parse, verb: int) -> bool:
    """Whether a clause gives more time than was promised: "until 10 March, five days longer than it had promised"."""
    last = parse.sentence(verb).last
    for t in range(verb + 1, min(verb + 20, last)):
        if parse.tag[t] in ("MD", "VBD", "VBZ", "VBP"):
            return False
        if (
            parse.lower(t) in ("longer", "later")
            and parse.lower(t - 1) not in ("no", "not")
            and t + 1 < len(parse)
            and parse.lower(t + 1) == "than"
        ):
            near = [parse.lemma[u].lower() for u in range(t + 2, min(t + 8, last))]
            return bool(listed("operations", "said_before") & set(near))
    return False
