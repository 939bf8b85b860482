"""Passages, words and vectors on disk: build an index, keep it up to date, open it, search it."""

from verify.index.build import build_index
from verify.index.changes import Change, ChangeKind
from verify.index.examine import Check, Outcome, examine
from verify.index.export import export_documents
from verify.index.fusion import fuse
from verify.index.reranking import RERANKED, rerank
from verify.index.searcher import Index, open_index
from verify.index.update import update_index
from verify.index.upkeep import compact, repair
from verify.index.versions import last_change, pending_changes, roll_back

__all__ = [
    "RERANKED",
    "Change",
    "ChangeKind",
    "Check",
    "Index",
    "Outcome",
    "build_index",
    "compact",
    "examine",
    "export_documents",
    "fuse",
    "last_change",
    "open_index",
    "pending_changes",
    "repair",
    "rerank",
    "roll_back",
    "update_index",
]
