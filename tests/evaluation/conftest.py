"""A stance model that reads one number on either side, and files for it to be measured on."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from verify.models import Pair, Progress
from verify.records import Probabilities

SURE = 0.8


class NumberStance:
    """The same number supports, another refutes, none is neutral; no text gets no answer."""

    name = "numbers"
    fingerprint = "numbers-1"
    refutes_at = SURE

    def classify(
        self, pairs: Sequence[Pair], progress: Progress | None = None
    ) -> tuple[Probabilities | None, ...]:
        if progress:
            progress(len(pairs), len(pairs))
        return tuple(map(_one, pairs))


def _one(pair: Pair) -> Probabilities | None:
    if not pair.evidence:
        return None
    claim, evidence = (re.search(r"\d+", text) for text in (pair.claim, pair.evidence))
    if not evidence:
        return Probabilities(supports=0.15, refutes=0.05, neutral=SURE)
    if claim and claim[0] == evidence[0]:
        return Probabilities(supports=SURE, refutes=0.15, neutral=0.05)
    return Probabilities(supports=0.05, refutes=SURE, neutral=0.15)


def write_jsonl(path: Path, rows: Iterable[Mapping[str, object]]) -> Path:
    text = "".join(json.dumps(row) + "\n" for row in rows)
    if path.suffix == ".gz":
        path.write_bytes(gzip.compress(text.encode()))
    else:
        path.write_text(text, encoding="utf-8")
    return path


def row(claim: str, evidence: str, label: str, **more: str) -> dict[str, str]:
    return {"claim": claim, "evidence": evidence, "label": label, **more}


MEMBERS = (
    # right, right, wrong, right, wrong (no number in the claim), no answer
    row("The bloc has 9 members.", "It has 9 members.", "SUPPORTS"),
    row("The bloc has 8 members.", "It has 9 members.", "REFUTES"),
    row("The bloc has 7 members.", "It had 7 before, 9 now.", "REFUTES"),
    row("The bloc has 6 members.", "It meets each summer.", "NEI"),
    row("The bloc is large.", "It has 9 members.", "SUPPORTS"),
    row("The bloc has 5 members.", "", "NEI"),
)
SCIENCE = (
    {
        "claim": "Zinc shortens a cold by 2 days.",
        "cited_doc_ids": [11],
        "evidence": {"11": [{"sentences": [1], "label": "SUPPORT"}]},
    },
    {
        "claim": "Copper wires carry 7 signals.",
        "cited_doc_ids": [12, 13],
        "evidence": {"12": [{"sentences": [0], "label": "REFUTE"}]},
    },
    {"claim": "Bees sleep for 5 hours.", "cited_doc_ids": [14], "evidence": {}},
)
ABSTRACTS = (
    {
        "doc_id": "11",
        "title": "Zinc and the common cold",
        "sentences": ["A trial of zinc.", "Zinc shortens a cold by 2 days."],
    },
    {"doc_id": "12", "title": "Copper wires", "sentences": ["Copper wires carry 3 signals."]},
    {"doc_id": "13", "title": "Copper in art", "sentences": ["Copper was painted on."]},
    {"doc_id": "14", "title": "Bees at night", "sentences": ["Bees sleep."]},
    {"doc_id": "15", "title": "Basalt", "sentences": ["Basalt flows are dark."]},
)
CLIMATE = tuple(
    {"claim": claim, "claim_label": label, "label": "NEI", "page": "Sea level", "evidence": text}
    for claim, label, texts in (
        ("The sea rose 3 mm.", "SUPPORTS", ("It rose 3 mm.", "It is salty.")),
        ("The sea rose 4 mm.", "REFUTES", ("It rose 3 mm.", "It is salty.")),
        ("The sea rose 5 mm.", "DISPUTED", ("It rose 5 mm.", "It rose 3 mm.")),
        ("The sea rose 6 mm.", "NOT_ENOUGH_INFO", ("It is salty.", "It is blue.")),
        ("The sea rose 7 mm.", "SUPPORTS", ("It is salty.", "It is blue.")),
    )
    for text in texts
)
