"""Plants: small drafts of real sentences with one value changed, drawn by seed."""

from __future__ import annotations

import datetime as dt
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from verify.evaluation.changes import Change, Donors, find_changes, find_donors, find_lists
from verify.evaluation.figures import ChangeKind, Grade
from verify.evaluation.rewritevalues import is_fixed, rewrite_value
from verify.evaluation.rewriting import GAP, rewrite
from verify.records import Document, Record, Span
from verify.sentences import split_sentences

UNDATED = dt.date(2026, 1, 1)
"""The day that drafts speak from whose source has no date."""
_EARLY = 5
"""Sentences of a document among which one is drawn."""
_READ = 3000
"""Characters of a document that are looked at."""
_WORDS = range(7, 46)
# A draft of a forecast, a question or a speech is not checked, and a table is no sentence.
_UNFIT = re.compile(
    r"[\"“”?;]|''|\b(?:will|would|could|may|might|should|if|vs|expects?|expected|forecasts?|plans?|we|our|I)\b"
)
# "Chile - Geography - Location:" before what a field says.
_LABEL = re.compile(r"^(?:(?:[^.:]|\.(?=\w)){1,60} - )+[^.:]{1,60}: ")
# Before a piece of a sentence that was split at an abbreviation: "A group led by Chas."
_SPLIT = re.compile(r"\b(?:[A-Z]|Chas|Jas|Wm|Geo|St|Mr|Mrs|Dr|Gen|Sen|Rep|Gov|Messrs)\.$")


class Drawn(Record):
    """A sentence of a document behind the one that opens it, and a change to one of its values."""

    document: str
    title: str
    as_of: dt.date
    before: str
    sentence: str
    kind: ChangeKind
    span: Span
    changed: str

    @property
    def original(self) -> str:
        """The value as it stands in the sentence."""
        return self.span.of(self.sentence)


class Plant(Record):
    """A draft with a change in it, and the same draft without it.

    `span` is the changed value in `text` and `sentence` the sentence around it; `true_span` and
    `true_sentence` are the same in `untouched`.
    """

    kind: ChangeKind
    grade: Grade
    document: str
    title: str
    as_of: dt.date
    text: str
    span: Span
    sentence: Span
    untouched: str
    true_span: Span
    true_sentence: Span


def draw(documents: Sequence[Document], size: int, seed: int) -> tuple[Drawn, ...]:
    """`size` sentences, one a document at most, of all kinds as evenly as the text allows, and of
    all publishers in turn.
    """
    chance = random.Random(seed)  # noqa: S311 - draws sentences, not secrets
    ordered = _in_turn(documents, chance)
    donors = _donors(ordered[: 12 * size], ordered)
    counts: Counter[ChangeKind] = Counter()
    drawn: dict[str, Drawn] = {}
    # Evenly as far as it goes; what a small archive has too few kinds for is drawn without that.
    for most in (-(-size // len(ChangeKind)), size):
        for document in ordered:
            if len(drawn) == size:
                break
            if document.id in drawn:
                continue
            offers = [d for d in _offers(document, donors, chance) if counts[d.kind] < most]
            if offers:
                rarest = min(counts[d.kind] for d in offers)
                one = chance.choice([d for d in offers if counts[d.kind] == rarest])
                counts[one.kind] += 1
                drawn[document.id] = one
    return tuple(drawn.values())


def _in_turn(documents: Sequence[Document], chance: random.Random) -> list[Document]:
    """Documents of prose, drawn from each publisher in turn."""
    publishers: dict[str, list[Document]] = {}
    for document in documents:
        if document.text.endswith(".") and len(document.text.split()) >= _WORDS.start:
            publishers.setdefault(document.publisher, []).append(document)
    for mine in publishers.values():
        chance.shuffle(mine)
    return [d for row in zip_longest(*publishers.values()) for d in row if d]


def _donors(documents: Sequence[Document], listing: Sequence[Document]) -> Donors:
    """The names in some documents; lists of all, for few have two members in common."""
    found = [find_donors(s) for d in documents for s in _sentences(d)]

    def distinct(of: str) -> tuple[str, ...]:
        return tuple(sorted({name for one in found for name in getattr(one, of)}))

    lists = {one for d in listing for one in find_lists(d.text[:_READ])}
    return Donors(distinct("people"), distinct("countries"), tuple(sorted(lists)))


def _sentences(document: Document) -> list[str]:
    text = _LABEL.sub("", document.text)
    return [s.text for s in split_sentences(text[:_READ])][: _EARLY + 1]


def _offers(document: Document, donors: Donors, chance: random.Random) -> Iterator[Drawn]:
    """Every change that the document's first sentences offer."""
    sentences = _sentences(document)
    as_of = document.published or UNDATED
    for at, sentence in enumerate(sentences[:_EARLY]):
        fit = len(sentence.split()) in _WORDS and sentence[0].isupper() and sentence[-1] == "."
        beside = (sentences[0], sentences[max(at - 1, 0)], sentence)
        if not fit or _UNFIT.search(sentence) or any(map(_SPLIT.search, beside)):
            continue
        if at and not sentences[0].endswith((".", "?", "!")):
            continue  # The line of a table would run into the sentence.
        for change in find_changes(sentence, donors, chance, as_of.year):
            if _is_new(sentence, change) and _said_otherwise(sentence, change):
                yield Drawn(
                    document=document.id,
                    title="" if document.title.isupper() else document.title,
                    as_of=as_of,
                    before=sentences[0] if at else "",
                    sentence=sentence,
                    kind=change.kind,
                    span=Span(start=change.start, end=change.end),
                    changed=change.changed,
                )


def _is_new(sentence: str, change: Change) -> bool:
    """Whether the changed words are not in the sentence already, and go with their article."""
    article = re.search(r"\b(an?)\s$", sentence[: change.start])
    vowel = bool(re.match(r"(?:8|1[18](?!\d)|eight|eleven|[AEIO])", change.changed))
    return change.changed not in sentence and (not article or (article[1] == "an") == vowel)


def _said_otherwise(sentence: str, change: Change) -> bool:
    """Whether the sentence can be rewritten so that it is another, and still a sentence."""
    gapped = _gapped(sentence, change.start, change.end)
    again = rewrite(gapped, sentence[change.start : change.end])
    return again.count(GAP) == 1 and again != gapped and len(again.split()) >= 5


def _gapped(sentence: str, start: int, end: int) -> str:
    return sentence[:start] + GAP + sentence[end:]


def plant(drawn: Drawn, grade: Grade) -> Plant:
    """The draft of a drawn sentence in one grade; only the rewritten one has other words."""
    rewritten = grade is Grade.REWRITTEN

    def said(text: str) -> str:
        if not rewritten:
            return text
        return " ".join(rewrite(s.text) for s in split_sentences(text)) if text else ""

    before = said(drawn.before)
    gapped = _gapped(drawn.sentence, drawn.span.start, drawn.span.end)
    gapped = rewrite(gapped, drawn.original) if rewritten else gapped
    there = gapped.index(GAP)
    whole = gapped.replace(GAP, drawn.original)
    stays = not rewritten or is_fixed(whole, there, there + len(drawn.original))
    start = len(before) + 1 if before else 0

    def filled(value: str) -> tuple[str, Span, Span]:
        value = value if stays else rewrite_value(value)
        sentence = gapped.replace(GAP, value)
        at = start + there
        text = " ".join(part for part in (before, sentence) if part)
        here = Span(start=start, end=start + len(sentence))
        return text, Span(start=at, end=at + len(value)), here

    text, span, sentence = filled(drawn.changed)
    untouched, true_span, true_sentence = filled(drawn.original)
    return Plant(
        kind=drawn.kind,
        grade=grade,
        document=drawn.document,
        title=drawn.title,
        as_of=drawn.as_of,
        text=text,
        span=span,
        sentence=sentence,
        untouched=untouched,
        true_span=true_span,
        true_sentence=true_sentence,
    )
