"""Claims without a typed value: quotations word for word, statements said in the same words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verify.claims import lexicon
from verify.claims.names import contains_name
from verify.claims.words import content_lemmas, plain, tokenize
from verify.records import Claim, Evidence, Hit, Quote, Sentence, Stance, StanceLabel
from verify.sentences import split_sentences

_SAME_WORDS = 0.9
_NEGATION = frozenset("not never no n't nor neither without deny denied".split())


def supported_quotes(claim: Claim, hits: Sequence[Hit]) -> tuple[Evidence, ...]:
    """Passages that have the quotation word for word, whatever its marks and spaces."""
    if not isinstance(claim.value, Quote):
        return ()
    wanted = _letters(claim.value.words)
    return tuple(
        _evidence(hit, sentence)
        for hit in hits
        for sentence in split_sentences(hit.passage.text)
        if wanted and wanted in _letters(sentence.text)
    )


def supported_events(claim: Claim, hits: Sequence[Hit]) -> tuple[Evidence, ...]:
    """Passages with a sentence that has the claim's names and nearly all of its words."""
    terms, names = claim.frame.terms, claim.frame.names
    found = []
    for hit in hits:
        for sentence in split_sentences(hit.passage.text):
            tokens = tokenize(sentence.text)
            there = content_lemmas(tokens)
            said = sum(any(lexicon.same_word(t, w) for w in there) for t in terms)
            negated = _negated(claim.resolved) == _negated(sentence.text)
            named = all(contains_name(_names(sentence.text, hit), n) for n in names)
            if terms and named and negated and said >= _SAME_WORDS * len(terms) and len(terms) > 2:
                found.append(_evidence(hit, sentence))
    return tuple(found)


def _names(text: str, hit: Hit) -> list[str]:
    from verify.claims.names import find_names  # noqa: PLC0415

    return [n.text for n in find_names(text)] + [hit.passage.title]


def _letters(text: str) -> str:
    return " ".join(re.findall(r"\w+", plain(text)))


def _negated(text: str) -> bool:
    return any(t.lower in _NEGATION for t in tokenize(text))


def _evidence(hit: Hit, sentence: Sentence) -> Evidence:
    return Evidence(
        passage=hit.passage,
        span=sentence.span,
        sentence=sentence.text,
        stance=Stance(label=StanceLabel.SUPPORTS),
    )
