"""SciFact's own files: scientific claims, and the abstracts that speak of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from verify.evaluation.jsonl import MEND, BenchmarkError, read_objects, text
from verify.records import Document, Record, StanceLabel

GOLD = {"SUPPORT": StanceLabel.SUPPORTS, "REFUTE": StanceLabel.REFUTES}


class Abstract(Record):
    """A paper's title and the sentences of its abstract."""

    id: str
    title: str
    sentences: tuple[str, ...]

    @property
    def document(self) -> Document:
        """The abstract as a reference document."""
        return Document(id=self.id, title=self.title, text=" ".join(self.sentences))


class ScientificClaim(Record):
    """A claim, the abstracts it cites, and what those say that have evidence on it."""

    claim: str
    cited: tuple[str, ...]
    labels: dict[str, StanceLabel]


def read_abstracts(path: Path) -> tuple[Abstract, ...]:
    """{"doc_id", "title", "sentences"} a line. BenchmarkError."""
    abstracts = []
    for place, fields in read_objects(path):
        sentences = fields.get("sentences")
        if not isinstance(sentences, list) or not all(isinstance(s, str) for s in sentences):
            raise BenchmarkError(f'{place}: "sentences" must be a list of texts', MEND)
        title = text(fields, "title", place)
        abstracts.append(Abstract(id=_id(fields, place), title=title, sentences=tuple(sentences)))
    return tuple(abstracts)


def read_scientific_claims(path: Path) -> tuple[ScientificClaim, ...]:
    """{"claim", "cited_doc_ids", "evidence": {id: [{"label"}]}} a line. BenchmarkError."""
    return tuple(
        ScientificClaim(
            claim=text(fields, "claim", place),
            cited=tuple(str(one) for one in _of(fields, "cited_doc_ids", list, place)),
            labels={
                str(id_): _label(rationales, place)
                for id_, rationales in _of(fields, "evidence", dict, place).items()
            },
        )
        for place, fields in read_objects(path)
    )


def _id(fields: dict[str, Any], place: str) -> str:
    value = fields.get("doc_id")
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise BenchmarkError(f'{place}: "doc_id" must be a number or text', MEND)
    return str(value)


def _of(fields: dict[str, Any], key: str, kind: type, place: str) -> Any:
    value = fields.get(key)
    if not isinstance(value, kind):
        name = "a list" if kind is list else "an object"
        raise BenchmarkError(f'{place}: "{key}" must be {name}', MEND)
    return value


def _label(rationales: object, place: str) -> StanceLabel:
    """All rationales of one abstract bear the same label."""
    try:
        (label,) = {rationale["label"] for rationale in rationales}  # type: ignore[attr-defined]
        return GOLD[label]
    except (TypeError, KeyError, ValueError) as error:
        raise BenchmarkError(
            f'{place}: each abstract of "evidence" must have rationales of one label',
            f"Possible labels: {', '.join(GOLD)}.",
        ) from error
