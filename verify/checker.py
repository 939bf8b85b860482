"""The whole way of a draft, in one readable page: Draft -> Claims -> Hits -> Verdicts -> Report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from verify.claims import WORTH, find_claims
from verify.claims.places import country
from verify.judge import (
    NO_ANSWERS,
    SPOKEN,
    Answers,
    Asked,
    Context,
    Readings,
    Sought,
    apply,
    ask,
    contradictions,
    is_doubted,
    judge,
    own_documents,
    read,
    seek,
    soften,
)
from verify.models import NoStanceModel, StanceModel, WorthModel
from verify.records import (
    Claim,
    Claims,
    Draft,
    Hit,
    Report,
    Role,
    Verdict,
    When,
)

Progress = Callable[[str, int, int], None]
HITS = 20
"""How many passages are searched for, for each way of asking."""
READS = 5
"""How many passages of each claim the stance model reads."""


class Searches(Protocol):
    """What the checker asks of an index."""

    def search_many(self, queries: Sequence[str], k: int) -> Sequence[tuple[Hit, ...]]:
        """The best passages for each query."""


@dataclass(frozen=True, slots=True)
class _Gathered:
    """What was found for the claims of a draft and read of it, by their ids."""

    contexts: Mapping[str, Context]
    hits: Mapping[str, tuple[Hit, ...]]
    readings: Readings
    sought: Mapping[str, Sought]

    def judge(self, claim: Claim, answers: Answers = NO_ANSWERS) -> Verdict:
        """The verdict on one of them."""
        return judge(
            claim,
            self.hits[claim.id],
            self.contexts[claim.id],
            self.readings,
            self.sought.get(claim.id),
            answers,
        )


class Checker:
    """Checks drafts against one index."""

    def __init__(
        self,
        index: Searches,
        hits: int = HITS,
        stance: StanceModel | None = None,
        reads: int = READS,
        *,
        worth: WorthModel | None = None,
        threshold: float = WORTH,
        everything: bool = False,
        max_false_alarms: float | None = None,
    ) -> None:
        """`worth`, `threshold` and `everything` are as in `find_claims`; at most that share of true
        claims may be refuted, None: whatever the sources refute.
        """
        self._index = index
        self._hits = hits
        self._stance = stance or NoStanceModel()
        self._reads = reads
        self._most = max_false_alarms
        self._find = partial(
            find_claims,
            worth=worth.score if worth else None,
            threshold=threshold,
            everything=everything,
        )

    def check(self, draft: Draft, progress: Progress | None = None) -> Report:
        """Every claim of the draft with its verdict and evidence."""
        found = self._find(draft)
        gathered = self._gather(draft, found, progress)
        judged: dict[str, Verdict] = {}
        for done, claim in enumerate(found.claims):
            if progress:
                progress("judging", done, len(found.claims))
            judged[claim.id] = gathered.judge(claim)
        judged |= self._confirmed(judged, gathered)
        by_itself = {one.claim: one for one in contradictions(found.claims, draft.as_of)}
        verdicts = [
            apply(soften(verdict, self._most), by_itself.get(id_))
            for id_, verdict in judged.items()
        ]
        # A bare figure is news only where a source has its sentence.
        figures = [v for f in found.figures if (v := gathered.judge(f)).label in SPOKEN]
        verdicts += [soften(verdict, self._most) for verdict in figures]
        verdicts.sort(key=lambda v: (v.claim.span.start, -v.claim.span.end))
        return Report(draft=draft, verdicts=tuple(verdicts), skipped=found.skipped)

    def _gather(self, draft: Draft, found: Claims, progress: Progress | None) -> _Gathered:
        """All that the claims of a draft are judged by."""
        claims = found.claims
        known = _names(draft, claims)
        near = [_near(claims, n) for n in range(len(claims))]
        hits = self._search(found, near)
        reading = partial(progress, "reading") if progress else None
        readings = read(claims, hits, self._stance, self._reads, reading)
        sought = seek(claims, draft.as_of)
        rivals = self._answers([q for one in sought.values() for q in one.queries])
        found_at_all = (hit.passage for some in (*hits.values(), *rivals.values()) for hit in some)
        own = own_documents(draft, found_at_all)
        shared = Counter(c.sentence.span.start for c in claims if c.value is not None)
        contexts = {
            c.id: Context(known, names, draft.as_of, shared[c.sentence.span.start] == 1, own)
            for c, names in zip(claims, near, strict=True)
        }
        contexts |= {f.id: Context(known, (), draft.as_of, own=own) for f in found.figures}
        for id_, one in sought.items():
            hits[id_] = _merge(hits[id_], [hit for query in one.queries for hit in rivals[query]])
        return _Gathered(contexts, hits, readings, sought)

    def _confirmed(self, judged: Mapping[str, Verdict], gathered: _Gathered) -> dict[str, Verdict]:
        """The verdicts that change when the stance model is asked what it thinks of their
        evidence. What one answer takes away may bring another passage to the fore, to be asked of
        in its turn."""
        changed = dict(judged)
        answers: dict[Asked, float] = {}
        while said := ask(changed.values(), gathered.contexts, self._stance, answers):
            answers |= said
            for id_ in {key.claim for key, neutral in said.items() if is_doubted(key, neutral)}:
                changed[id_] = gathered.judge(changed[id_].claim, answers)
        return changed

    def _answers(self, queries: Sequence[str]) -> dict[str, tuple[Hit, ...]]:
        """The best passages for each query, all asked in one batch."""
        asked = list(dict.fromkeys(queries))
        found = self._index.search_many(asked, self._hits) if asked else ()
        return dict(zip(asked, found, strict=True))

    def _search(self, found: Claims, near: Sequence[tuple[str, ...]]) -> dict[str, tuple[Hit, ...]]:
        """Hits for each claim: for its whole sentence, and for its own words and names. A bare
        figure has none but its sentence's."""
        queries = {
            c.id: (c.resolved, _short_query(c, names))
            for c, names in zip(found.claims, near, strict=True)
        }
        queries |= {f.id: (f.resolved, f.resolved) for f in found.figures}
        answers = self._answers([q for pair in queries.values() for q in pair])
        return {id_: _merge(answers[one], answers[two]) for id_, (one, two) in queries.items()}


def _short_query(claim: Claim, near: Sequence[str]) -> str:
    """The claim's own words and whose they are; for a role the office, whoever may hold it,
    and for a date without a subject what is dated."""
    frame, value = claim.frame, claim.value
    if isinstance(value, Role):
        return (
            f"{value.office} of {_full(value.of)}" if value.of else f"{value.office} {value.holder}"
        )
    if isinstance(value, When) and not frame.subject and frame.names:
        # What "a day after" is a day from is told by its own clause.
        return " ".join(dict.fromkeys([*map(_full, frame.names), *frame.topic, *frame.terms]))
    names = [_full(n) for n in frame.subject or near[:2]]
    return " ".join(dict.fromkeys([*names, *frame.topic, claim.text, *frame.series]))


def _full(name: str) -> str:
    """A country by its own name, whatever it is called in the draft: US, Iranian."""
    return country(name).title() or name


def _merge(one: Sequence[Hit], other: Sequence[Hit]) -> tuple[Hit, ...]:
    """Both lists as one, each passage once with its better similarity."""
    merged: dict[int, Hit] = {}
    for hit in (*one, *other):
        known = merged.get(hit.passage.id)
        if known is None or (hit.similarity or 0.0) > (known.similarity or 0.0):
            merged[hit.passage.id] = hit
    return tuple(merged.values())


def _names(draft: Draft, claims: Sequence[Claim]) -> tuple[str, ...]:
    """Every name of the draft, once."""
    return tuple(dict.fromkeys(n for c in claims for n in c.frame.wider_names))


def _near(claims: Sequence[Claim], at: int) -> tuple[str, ...]:
    """The names of the sentence before a claim's, and the subjects of the two before that."""
    here = claims[at].sentence.span.start
    before = list(
        dict.fromkeys(c.sentence.span.start for c in claims[:at] if c.sentence.span.start < here)
    )
    names: dict[str, None] = {}
    for claim in reversed(claims[:at]):
        if claim.sentence.span.start in before[-1:]:
            names |= dict.fromkeys((*claim.frame.subject, *claim.frame.names))
        elif claim.sentence.span.start in before[-3:]:
            names |= dict.fromkeys(claim.frame.subject)
    return tuple(names)
