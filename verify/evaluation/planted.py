"""The editor's benchmark: true sentences with one value changed, checked against their archive."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from statistics import median

from verify.checker import HITS, READS, Checker, Searches
from verify.drafts import draft_from_text
from verify.evaluation.asking import ask, told
from verify.evaluation.catches import PLAIN, catch, decisive_verdict, in_sentence, is_touched
from verify.evaluation.collections import indexed
from verify.evaluation.figures import (
    Catch,
    ChangeKind,
    Figure,
    Grade,
    PlantedCase,
    PlantedEvaluation,
    PlantedRow,
    PlantedTable,
    Sample,
)
from verify.evaluation.intervals import share
from verify.evaluation.planting import Plant, draw, plant
from verify.evaluation.progress import StageProgress, silent
from verify.evaluation.relatives import nearest, repeats, word_weights
from verify.evaluation.reliability import calibrated, sample
from verify.evaluation.remembering import RememberedSearch, Remembering
from verify.models import Embedder, Pair, StanceModel, WorthModel
from verify.records import Document, Label, Report, StanceLabel, Verdict

TUNING = (1, 11, 12)
"""The seeds that rules are tuned on; every other is for reporting."""
CHECKER, COMPARISONS, STANCE = "checker", "comparisons alone", "stance model alone"
DEPTH = 3 * HITS
"""Passages found for each query, of which those withheld are left out."""
STANCE_FROM = 0.8
"""Probability from which a stance counts where the model is asked alone."""
_SPOKEN = frozenset({Label.REFUTED, Label.SUPPORTED, Label.CONFLICTING})


def evaluate_planted(
    documents: Sequence[Document],
    embedder: Embedder,
    stance: StanceModel,
    worth: WorthModel | None,
    *,
    drafts: int,
    others: int,
    seed: int,
    beside: bool = False,
    directory: Path | None = None,
    progress: StageProgress = silent,
    measured: Callable[[PlantedCase], None] = lambda _case: None,
) -> PlantedEvaluation:
    """Draw, change and check `drafts` sentences of the documents that have a title.

    The corpus is the originals, the documents nearest to them and `others` more. With `beside`,
    the comparisons alone and the stance model alone are measured too. At `directory` an index is
    kept, whose vectors the next run takes over. `measured` is called with each case as it is made.
    """
    progress("draw", 0, 0)
    drawn = draw([d for d in documents if d.title], drafts, seed)
    weights = word_weights(documents)
    originals = frozenset(one.document for one in drawn)
    kept = originals | nearest(documents, originals, weights)
    kept |= {d.id for d in _sample(documents, others, seed)}
    corpus = [d for d in documents if d.id in kept]
    withheld = repeats(corpus, drawn, weights)
    cases: list[PlantedCase] = []
    with indexed(corpus, embedder, progress, directory) as index:
        search, model = RememberedSearch(index, DEPTH), Remembering(stance)
        checkers = {CHECKER: Checker(search, stance=model, worth=worth)}
        if beside:
            checkers[COMPARISONS] = Checker(search)
        for grade in Grade:
            search.leave_out(withheld if grade is Grade.WITHHELD else ())
            plants = [plant(one, grade) for one in drawn]
            ways = {way: partial(_checked, checker, way) for way, checker in checkers.items()}
            if beside:
                ways[STANCE] = partial(_asked, search, model)
            for way, judged in ways.items():
                for done, one in enumerate(plants, start=1):
                    case = judged(one)
                    cases.append(case)
                    measured(case)
                    progress(f"{grade.value}: {way}", done, len(plants))
        passages = index.manifest.passages
    return PlantedEvaluation(
        model=stance.name,
        embedder=embedder.name,
        seed=seed,
        drafts=len(drawn),
        documents=len(corpus),
        passages=passages,
        withheld=len(withheld),
        tables=tuple(_tables(cases)),
        calibration=calibrated([s for c in cases if c.way == CHECKER for s in c.samples]),
        cases=tuple(cases),
    )


def _sample(documents: Sequence[Document], size: int, seed: int) -> list[Document]:
    chance = random.Random(seed)  # noqa: S311 - draws documents, not secrets
    return chance.sample(documents, min(size, len(documents)))


# --- one plant --------------------------------------------------------------------------------


def _checked(checker: Checker, way: str, one: Plant) -> PlantedCase:
    """A draft with and without the change, as the checker sees it."""
    begun = time.perf_counter()
    changed = _report(checker, one, one.text)
    seconds = time.perf_counter() - begun
    untouched = _report(checker, one, one.untouched)
    alarm = next((v for v in in_sentence(untouched, one) if v.label is Label.REFUTED), None)
    decisive = decisive_verdict(changed, one, one.span)
    return PlantedCase(
        kind=one.kind,
        grade=one.grade,
        way=way,
        document=one.document,
        original=one.true_span.of(one.untouched),
        changed=one.span.of(one.text),
        sentence=one.sentence.of(one.text),
        catch=catch(changed, untouched, one),
        verdict=decisive.label if decisive else None,
        cause=decisive.cause if decisive else "",
        true_verdict=_label(decisive_verdict(untouched, one, one.true_span)),
        alarm=f"{alarm.claim.text}: {alarm.cause}" if alarm else None,
        samples=tuple(_samples(changed, untouched, one)),
        seconds=round(seconds, 4),
    )


def _samples(changed: Report, untouched: Report, one: Plant) -> Iterator[Sample]:
    """Verdicts on claims of which is known whether they are true: all of the untouched draft, and
    those that the change makes false.
    """
    for verdict in untouched.verdicts:
        yield sample(verdict, true=True, changed=is_touched(verdict, one, one.true_span))
    for verdict in changed.verdicts:
        if is_touched(verdict, one, one.span):
            yield sample(verdict, true=False, changed=True)


def _report(checker: Checker, one: Plant, text: str) -> Report:
    return checker.check(draft_from_text(text, as_of=one.as_of, title=one.title))


def _label(verdict: Verdict | None) -> Label | None:
    return verdict.label if verdict else None


def _asked(search: Searches, stance: StanceModel, one: Plant) -> PlantedCase:
    """The stance model on the sentence and the passages closest to it, with nothing beside."""
    begun = time.perf_counter()
    changed = _said_of(search, stance, one.sentence.of(one.text))
    seconds = time.perf_counter() - begun
    untouched = _said_of(search, stance, one.true_sentence.of(one.untouched))
    caught = Catch.ALREADY if untouched is Label.REFUTED else Catch.CAUGHT
    return PlantedCase(
        kind=one.kind,
        grade=one.grade,
        way=STANCE,
        document=one.document,
        original=one.true_span.of(one.untouched),
        changed=one.span.of(one.text),
        sentence=one.sentence.of(one.text),
        catch=caught if changed is Label.REFUTED else Catch.MISSED,
        verdict=changed,
        true_verdict=untouched,
        alarm="" if untouched is Label.REFUTED else None,
        seconds=round(seconds, 4),
    )


_LABELS = {
    StanceLabel.SUPPORTS: Label.SUPPORTED,
    StanceLabel.REFUTES: Label.REFUTED,
    StanceLabel.NEUTRAL: Label.NOT_ENOUGH_EVIDENCE,
}


def _said_of(search: Searches, stance: StanceModel, sentence: str) -> Label:
    (hits,) = search.search_many([sentence], READS)
    pairs = [Pair(sentence, h.passage.text, h.passage.title, h.passage.published) for h in hits]
    (answers,) = ask(stance, [pairs], lambda _done, _total: None)
    return _LABELS[told(answers, STANCE_FROM)]


# --- together ---------------------------------------------------------------------------------


def _tables(cases: Sequence[PlantedCase]) -> Iterator[PlantedTable]:
    for way in (CHECKER, COMPARISONS, STANCE):
        for grade in Grade:
            mine = [c for c in cases if c.way == way and c.grade is grade]
            typed = [c for c in mine if c.kind not in PLAIN]
            if typed:
                yield PlantedTable(
                    grade=grade,
                    way=way,
                    typed=_row("typed kinds", typed),
                    rows=tuple(
                        _row(kind.value, of) for kind in ChangeKind if (of := _of(mine, kind))
                    ),
                    seconds=round(median(c.seconds for c in mine), 3),
                )


def _of(cases: Sequence[PlantedCase], kind: ChangeKind) -> list[PlantedCase]:
    return [c for c in cases if c.kind is kind]


def _row(kind: str, cases: Sequence[PlantedCase]) -> PlantedRow:
    verdicts = [label for c in cases for label in (c.verdict, c.true_verdict)]
    return PlantedRow(
        kind=kind,
        caught=_share([c.catch is Catch.CAUGHT for c in cases]),
        missed=Counter(c.catch for c in cases if c.catch is not Catch.CAUGHT),
        alarms=_share([c.alarm is not None for c in cases]),
        supported=_share([c.true_verdict is Label.SUPPORTED for c in cases]),
        spoken=_share([label in _SPOKEN for label in verdicts]),
    )


def _share(cases: Sequence[bool]) -> Figure:
    return share(sum(cases), len(cases))
