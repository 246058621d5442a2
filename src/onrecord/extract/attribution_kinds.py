"""What a clause makes of its verb: a claim or a demand, what was not said, what nobody is said to say."""

from __future__ import annotations

from onrecord.extract.cue_words import Cues
from onrecord.extract.parse import Parse
from onrecord.extract.source_phrase import SUBJECTS, is_passive
from onrecord.model.statement import CueClass

OPENERS = frozenset({"that", "whether", "if", "how", "why", "what", "who", "when", "where", "which"})
"""Words that open an indirect question or a clause of speech."""


def kind_of(parse: Parse, words: Cues, i: int, lemma: str, c: int, kind: CueClass) -> CueClass:
    """The class of a verb with this clause: "insists it is safe" claims, "insisted it be shut" demands."""
    helpers = parse.childs(c, "aux", "auxpass")
    bare = parse.tag[c] == "VB" or any(parse.tag[a] == "VB" for a in helpers) or _without_s(parse, c)
    modal = any(parse.tag[a] == "MD" for a in helpers)
    if lemma in words.wavering and bare and not modal:
        return "demand"
    if lemma in words.vouching and c > i and not modal:
        return "assert"
    above = parse.head[i]
    wants = lemma == "know" and parse.dep[i] == "xcomp" and parse.lemma[above].lower() == "want"
    return "ask" if wants and opens_with_question_word(parse, c) else kind


def _without_s(parse: Parse, c: int) -> bool:
    """Whether a verb has the bare form beside one subject: "that the fleet remain"."""
    return (
        parse.tag[c] == "VBP"
        and any(parse.tag[s] in ("NN", "NNP") for s in parse.childs(c, *SUBJECTS))
        and (parse.child(parse.childs(c, *SUBJECTS)[0], "conj") is None)
    )


def unsaid(parse: Parse, words: Cues, lemma: str, c: int) -> bool:
    """Whether an infinitive is no content of its verb.

    "Declined to say who", "wanted to know why" are one cue each; who "asked not to be named" has said nothing by it.
    """
    said = parse.lemma[c].lower()
    clause = any(k > c and opens_with_question_word(parse, k) for k in parse.childs(c, "ccomp", "advcl", "xcomp"))
    if clause and ((lemma in words.refusing and said in words.verbs) or (lemma == "want" and said == "know")):
        return True
    return said in words.masking and parse.child(c, "neg") is not None and parse.child(c, "auxpass") is not None


def it_is_said(parse: Parse, words: Cues, i: int, lemma: str) -> bool:
    """Whether a passive says of nobody that he says it: "it is understood"."""
    it = parse.child(i, *SUBJECTS)
    return lemma in words.raising and it is not None and parse.lower(it) == "it" and is_passive(parse, i)


def opens_with_question_word(parse: Parse, c: int) -> bool:
    """Whether a clause opens with "that", "whether", "how", "why", …"""
    return parse.lower(parse.left[c]) in OPENERS


def declared(parse: Parse, i: int) -> int | None:
    """The adjective of "make clear", "make it known", whatever the parser hangs it on."""
    if parse.lemma[i].lower() != "make":
        return None
    near = range(i + 1, min(i + 4, len(parse)))
    return next((t for t in near if parse.lower(t) in ("clear", "plain", "known") and parse.pos[t] != "NOUN"), None)


def put_it(parse: Parse, i: int) -> bool:
    """Whether a clause is the aside "as X put it"."""
    thing = parse.child(i, "dobj")
    it = thing is not None and parse.lower(thing) == "it"
    return (
        it and parse.dep[i] in ("advcl", "ROOT", "parataxis") and any(parse.lower(c) == "as" for c in parse.children[i])
    )
