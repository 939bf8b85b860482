"""Clauses of a parsed sentence as pieces that can be put together again.

A clause is subject, verb group, complement and adjuncts, each a run of tokens; so a claim can be
said with an adjunct left out, moved to the front, or in the passive, and an edit of a token
shows in the claim and in its evidence alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lemminflect import getInflection
from spacy.tokens import Span, Token

_SUBJECTS = {"nsubj", "nsubjpass"}
_COMPLEMENTS = {"attr", "acomp", "dobj", "oprd", "dative", "xcomp", "ccomp", "agent", "prt"}
_HEADS = {"ROOT", "conj", "relcl", "ccomp", "advcl"}
_PRONOUNS = {"he", "she", "it", "they", "who", "which", "that", "this", "we", "i", "you"}
Edit = Mapping[int, str]
"""New words for tokens, by their place in the document; "" leaves one out."""


@dataclass(frozen=True, slots=True)
class Clause:
    """The pieces of one clause; `subject` may be words instead of tokens."""

    subject: tuple[Token, ...]
    named: str
    verb: tuple[Token, ...]
    complement: tuple[Token, ...]
    adjuncts: tuple[tuple[Token, ...], ...]
    passive: str = ""

    def tokens(self) -> list[Token]:
        """All tokens that the claim says."""
        parts = [() if self.named else self.subject, self.verb, self.complement, *self.adjuncts]
        return [t for part in parts for t in part]


def clauses(sentence: Span, title: str) -> Iterator[Clause]:
    """The clauses of a sentence that can stand alone."""
    for head in sentence:
        if head.pos_ not in {"VERB", "AUX"} or head.dep_ not in _HEADS:
            continue
        if head.tag_ in {"VBG", "VB"} and not _auxiliaries(head):
            continue
        clause = _clause(head, title)
        if clause:
            yield clause
    yield from _appositions(sentence)


def _auxiliaries(head: Token) -> list[Token]:
    return [c for c in head.children if c.dep_ in {"aux", "auxpass", "neg"} and c.i < head.i]


def _subject(head: Token) -> Token | None:
    for child in head.children:
        if child.dep_ in _SUBJECTS:
            return child
    if head.dep_ == "conj" and head.head.pos_ in {"VERB", "AUX"}:
        return _subject(head.head)
    return None


def _clause(head: Token, title: str) -> Clause | None:
    subject = _subject(head)
    if subject is None:
        return None
    named = ""
    if subject.lower_ in {"who", "which", "that"} and head.dep_ == "relcl":
        owner = head.head
        if owner.pos_ == "PRON":
            return None
        words = _noun(owner, without=head)
    elif subject.lower_ in _PRONOUNS:
        if not title or subject.lower_ in {"we", "i", "you", "this", "that", "which", "who"}:
            return None
        words, named = (), title
    else:
        words = _noun(subject)
    if head.dep_ in {"ccomp", "advcl"} and head.head.lemma_ in {"if", "whether", "may", "deny"}:
        return None
    verb = sorted([*_auxiliaries(head), head, *_particles(head)], key=lambda t: t.i)
    complement: list[Token] = []
    adjuncts: list[tuple[Token, ...]] = []
    for child in head.children:
        if child.i < head.i and child.dep_ in {"prep", "npadvmod", "advmod"} and len(verb) < 6:
            part = _subtree(child)
            if child.dep_ != "advmod" and len(part) > 1:
                adjuncts.append(part)
        elif child.i > head.i and child.dep_ in _COMPLEMENTS - {"prt"}:
            complement.extend(_subtree(child))
        elif child.i > head.i and child.dep_ in {"prep", "npadvmod", "advmod"}:
            part = _subtree(child)
            first_prep = not complement and not adjuncts and child.dep_ == "prep"
            if first_prep:
                complement.extend(part)
            else:
                adjuncts.append(part)
    complement.sort(key=lambda t: t.i)
    total = len(words) + len(verb) + len(complement)
    if not (3 <= total + (2 if named else 0) <= 28) or not (complement or adjuncts):
        return None
    if words and words[0].pos_ == "PRON":
        return None
    return Clause(
        words, named, tuple(verb), tuple(complement), tuple(adjuncts), _passive(head, verb)
    )


def _particles(head: Token) -> list[Token]:
    return [c for c in head.children if c.dep_ == "prt" and c.i > head.i]


def _noun(head: Token, without: Token | None = None) -> tuple[Token, ...]:
    """A noun with what belongs to it, without relative clauses, appositions and brackets."""
    left_out: set[int] = set()
    for child in head.subtree:
        if child is without or child.dep_ in {"relcl", "appos", "parataxis", "acl"}:
            left_out.update(t.i for t in child.subtree if head.i not in {t.i})
    tokens = [t for t in head.subtree if t.i not in left_out]
    return _clean(tokens)


def _subtree(head: Token) -> tuple[Token, ...]:
    left_out: set[int] = set()
    for child in head.subtree:
        if child.dep_ in {"relcl", "parataxis", "advcl"} and child is not head:
            left_out.update(t.i for t in child.subtree)
    return _clean([t for t in head.subtree if t.i not in left_out])


def _clean(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Without bracketed parts and loose punctuation at the ends."""
    depth, kept = 0, []
    for token in tokens:
        if token.text in "([":
            depth += 1
        elif token.text in ")]":
            depth = max(0, depth - 1)
        elif depth == 0:
            kept.append(token)
    while kept and (kept[-1].is_punct or kept[-1].dep_ == "cc"):
        kept.pop()
    while kept and kept[0].is_punct and kept[0].text not in "\"'":
        kept.pop(0)
    return tuple(kept)


def _appositions(sentence: Span) -> Iterator[Clause]:
    """ "X, a Y," as "X is a Y"."""
    for token in sentence:
        if token.dep_ == "appos" and token.head.pos_ == "PROPN" and token.pos_ == "NOUN":
            owner, said = _noun(token.head), _subtree(token)
            if len(said) > 1 and said[0].lower_ in {"a", "an", "the"} and len(said) < 16:
                yield Clause(owner, "", (), said, ())


def _passive(head: Token, verb: Sequence[Token]) -> str:
    """The participle with its auxiliary, where an active past verb can be turned."""
    objects = [c for c in head.children if c.dep_ == "dobj"]
    if len(verb) != 1 or head.tag_ not in {"VBD", "VBZ"} or len(objects) != 1:
        return ""
    if head.lemma_ in {"have", "become", "remain", "cost", "include", "contain", "say"}:
        return ""
    forms = getInflection(head.lemma_, tag="VBN")
    if not forms:
        return ""
    plural = objects[0].tag_ in {"NNS", "NNPS"}
    past = head.tag_ == "VBD"
    return f"{('were' if plural else 'was') if past else ('are' if plural else 'is')} {forms[0]}"


def said(tokens: Sequence[Token], edit: Edit) -> str:
    """The words of tokens after an edit, with the document's own spaces."""
    words = ""
    for token in tokens:
        text = edit.get(token.i, token.text)
        if text:
            words += text + (token.whitespace_ or "")
            if not token.whitespace_ and token is not tokens[-1]:
                following = tokens[tokens.index(token) + 1]
                if following.i != token.i + 1:
                    words += " "
        elif words and not words.endswith(" ") and token.whitespace_:
            words += " "
    return " ".join(words.split())
