"""Sources of reference documents, and the passages they fall into."""

from verify.corpus.faults import Fault, SourcesError
from verify.corpus.origins import PASSAGES, STORIES, Level, Origins
from verify.corpus.passages import PassageDraft, Window, split_passages
from verify.corpus.reader import read_documents, read_sources
from verify.corpus.signatures import signature

__all__ = [
    "PASSAGES",
    "STORIES",
    "Fault",
    "Level",
    "Origins",
    "PassageDraft",
    "SourcesError",
    "Window",
    "read_documents",
    "read_sources",
    "signature",
    "split_passages",
]
