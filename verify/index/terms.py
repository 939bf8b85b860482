"""Text -> the terms by which the word index knows it."""

from __future__ import annotations

import functools
import importlib
import unicodedata
from typing import Any

MOST_TERMS = 64
"""A claim has about twenty; beyond this a query only grows slower."""

_STOP_WORDS = (
    "a about after all also an and any are as at be been before being but by can could did do does"
    " for from had has have he her hers him his how i if in into is it its may me might more most"
    " must my no nor not of on or our ours said say says shall she should so some such than that"
    " the their theirs them then there these they this those to too us very was we were what when"
    " where which while who whom whose why will with would you your yours"
)
STOP_WORDS = frozenset(_STOP_WORDS.split())


def query_terms(text: str) -> tuple[str, ...]:
    """The terms to look for: each once, stop words left out where there are others."""
    text = normal(text)
    terms = dict(zip(_words().analyze(text), analyzer().analyze(text), strict=True))
    telling = [term for word, term in terms.items() if word not in STOP_WORDS]
    return tuple(dict.fromkeys(telling or terms.values()))[:MOST_TERMS]


def passage_terms(text: str) -> frozenset[str]:
    """The terms of a text that is indexed."""
    return frozenset(analyzer().analyze(normal(text)))


def normal(text: str) -> str:
    """One spelling for what looks alike, without what is no character."""
    return unicodedata.normalize("NFKC", text.encode("utf-8", "replace").decode("utf-8"))


@functools.cache
def analyzer() -> Any:
    """Runs of letters and digits, in lower case, without accents, stemmed as English."""
    return _folded().filter(importlib.import_module("tantivy").Filter.stemmer("english")).build()


@functools.cache
def _words() -> Any:
    """The same, not stemmed."""
    return _folded().build()


def _folded() -> Any:
    tantivy = importlib.import_module("tantivy")  # here, as `import verify.index` must cost nothing
    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    return builder.filter(tantivy.Filter.lowercase()).filter(tantivy.Filter.ascii_fold())
