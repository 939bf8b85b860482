"""Passages, words and vectors on disk: build an index, open it, search it."""

from verify.index.build import build_index
from verify.index.fusion import fuse
from verify.index.searcher import Index, open_index
from verify.index.versions import roll_back

__all__ = ["Index", "build_index", "fuse", "open_index", "roll_back"]
