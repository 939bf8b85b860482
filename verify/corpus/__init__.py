"""Sources of reference documents, and the passages they fall into."""

from verify.corpus.faults import Fault, SourcesError
from verify.corpus.origins import origin
from verify.corpus.passages import PassageDraft, split_passages
from verify.corpus.reader import read_documents, read_sources

__all__ = [
    "Fault",
    "PassageDraft",
    "SourcesError",
    "origin",
    "read_documents",
    "read_sources",
    "split_passages",
]
