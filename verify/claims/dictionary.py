"""The dictionary that says what a word can be; loaded when the first word is asked for."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from importlib.abc import MetaPathFinder

Lemmas = Mapping[str, tuple[str, ...]]
"""By part of speech: NOUN, VERB, ADJ, ADV, AUX."""


@lru_cache(maxsize=100_000)
def lemmas(word: str) -> Lemmas:
    """What a lower-case word can be a form of; empty for a word that is not known."""
    return _lookup()(word)


@lru_cache(maxsize=1)
def _lookup() -> Callable[[str], Lemmas]:
    with _without("spacy"):
        from lemminflect import getAllLemmas  # noqa: PLC0415

    found: Callable[[str], Lemmas] = getAllLemmas
    return found


def superlative(quality: str) -> str:
    """The superlative of an adjective or adverb: largest, most populous; "least ..." is one."""
    if quality in {"most", "best", "eldest"} or quality.startswith("least "):
        return quality
    with _without("spacy"):
        from lemminflect import getInflection  # noqa: PLC0415

    forms: tuple[str, ...] = getInflection(quality, "JJS")
    syllables = len(re.findall(r"[aeiouy]+", quality.removesuffix("e")))
    short = syllables < 2 or quality.endswith(("y", "ow", "le")) or quality in {"bad", "good"}
    return forms[0] if forms and short else f"most {quality}"


@contextmanager
def _without(package: str) -> Iterator[None]:
    """Imports in the block do not find a package, unless it is there already.

    lemminflect imports spaCy where it is installed, to add to it. With spaCy come torch and
    seconds of waiting, for nothing that is used here.
    """

    class Hidden(MetaPathFinder):
        def find_spec(
            self, fullname: str, path: Sequence[str] | None, target: object = None
        ) -> None:
            if fullname == package:
                raise ModuleNotFoundError(f"{package} is not needed here", name=package)

    hidden = Hidden()
    sys.meta_path.insert(0, hidden)
    try:
        yield
    finally:
        sys.meta_path.remove(hidden)


@lru_cache(maxsize=10_000)
def inflected(lemma: str, tag: str) -> str:
    """A verb's form by its Penn tag (VBD, VBZ, VBP), "" for none."""
    if not lemma:
        return ""
    with _without("spacy"):
        from lemminflect import getInflection  # noqa: PLC0415

    found: tuple[str, ...] = getInflection(lemma, tag)
    return found[0] if found else ""
