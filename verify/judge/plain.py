"""Claims without a typed value: statements said in the same words, or in opposite ones."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from verify.claims import lexicon
from verify.claims.names import contains_name
from verify.claims.words import Token, content_lemmas, tokenize
from verify.judge.compare import contradiction
from verify.judge.opposites import opposed_words
from verify.judge.parallel import figures_said
from verify.records import Basis, Claim, Evidence, Hit, Sentence, Stance, StanceLabel
from verify.sentences import split_sentences

_SAME_WORDS = 0.9
_FEW = 2
"""So few words are soon met, and support nothing."""
_DENIALS = frozenset("deny denies denied".split())
_NEGATION = _DENIALS | frozenset("not never no n't nor neither without".split())


def supported_events(claim: Claim, hits: Sequence[Hit]) -> tuple[Evidence, ...]:
    """Passages with a sentence of the claim's names, figures and nearly all its words."""
    if len(claim.frame.terms) <= _FEW:
        return ()
    return tuple(
        _evidence(hit, sentence)
        for hit in hits
        for sentence in _sentences(hit.passage.text)
        if is_said(claim, sentence.text, hit, _SAME_WORDS)
    )


def is_said(claim: Claim, sentence: str, hit: Hit, share: float = 1.0) -> bool:
    """Whether a sentence of a passage has the claim's names and figures and that share of its
    words, and denies none of them."""
    terms, tokens = claim.frame.terms, tokenize(sentence)
    if lexicon.said(terms, content_lemmas(tokens)) < share * len(terms):
        return False
    names = _names(sentence, hit)
    return (
        all(contains_name(names, name) for name in claim.frame.names)
        and _negated(tokenize(claim.resolved)) == _negated(_up_to_last(terms, tokens))
        and figures_said(claim.resolved, sentence)
        and not opposed_words(claim.sentence.text, sentence)
    )


def contradicted_events(claim: Claim, hits: Sequence[Hit]) -> tuple[Evidence, ...]:
    """Passages with a sentence of the same names and words that says the opposite: is not, fell."""
    found = []
    for hit in hits:
        for sentence in _sentences(hit.passage.text):
            there = content_lemmas(tokenize(sentence.text))
            if not _as_good_as_all(claim.frame.terms, there) or not all(
                contains_name(_names(sentence.text, hit), n) for n in claim.frame.names
            ):
                continue
            if pairs := opposed_words(claim.sentence.text, sentence.text):
                comparison = contradiction(claim, pairs[0][1])
                evidence = _evidence(hit, sentence, StanceLabel.REFUTES)
                found.append(evidence.model_copy(update={"comparison": comparison}))
    return tuple(found)


@lru_cache(maxsize=20_000)
def _sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a passage, which is found for many claims."""
    return tuple(split_sentences(text))


def _as_good_as_all(terms: Sequence[str], there: Sequence[str]) -> bool:
    """Whether nearly all terms are there: the opposite of one of them stands for it."""
    said = lexicon.said(terms, there)
    return len(terms) > 2 and said >= min(_SAME_WORDS * len(terms), len(terms) - 1)


def _names(text: str, hit: Hit) -> list[str]:
    from verify.claims.names import find_names  # noqa: PLC0415

    return [n.text for n in find_names(text)] + [hit.passage.title]


def _negated(tokens: Sequence[Token]) -> bool:
    return any(t.lower in _NEGATION for t in tokens)


def _up_to_last(terms: Sequence[str], tokens: Sequence[Token]) -> Sequence[Token]:
    """A sentence up to the last word that the claim has too: "..., which were not paid" is no
    denial of what stands before it. What somebody denied may stand anywhere."""
    last = max((n for n, t in enumerate(tokens) if lexicon.said((t.lemma,), terms)), default=0)
    return [t for n, t in enumerate(tokens) if n <= last or t.lower in _DENIALS]


def _evidence(hit: Hit, sentence: Sentence, label: StanceLabel = StanceLabel.SUPPORTS) -> Evidence:
    return Evidence(
        passage=hit.passage,
        span=sentence.span,
        sentence=sentence.text,
        stance=Stance(label=label),
        basis=Basis.WORDING,
    )
