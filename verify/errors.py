"""What can go wrong, as one tree.

VerifyError                 everything below; a door shows its message and exits with 2
|- DraftError               a draft cannot be read
|- CorpusError              a source of reference documents cannot be read
|- EvidenceIndexError              an index is missing, damaged, or made with something else
|  |- IndexMissing
|  |- IndexDamaged
|  |- IndexMismatch         another schema or model
|  `- IndexBusy             somebody else is writing to it
|- LedgerError              kept reports cannot be read or written
|- ModelError               a model cannot be found, loaded or exported
`- SettingsError            verify.toml or an option says something impossible

Each message says what is wrong, with the value, and then what to do.
"""

from __future__ import annotations


class VerifyError(Exception):
    """Base of all errors of this library: what is wrong, and what to do about it."""

    def __init__(self, problem: str, remedy: str = "") -> None:
        super().__init__(f"{problem}\n{remedy}" if remedy else problem)
        self.problem = problem
        self.remedy = remedy


class DraftError(VerifyError):
    """A draft cannot be read."""


class CorpusError(VerifyError):
    """A source of reference documents cannot be read."""


class EvidenceIndexError(VerifyError):
    """Base of what can be wrong with an evidence index."""


class IndexMissing(EvidenceIndexError):
    """There is no index of that name."""


class IndexDamaged(EvidenceIndexError):
    """A file of the index does not match its manifest, or cannot be read."""


class IndexMismatch(EvidenceIndexError):
    """The index was made with another schema or another model."""


class IndexBusy(EvidenceIndexError):
    """Another process is writing to the index."""


class LedgerError(VerifyError):
    """The file of kept reports cannot be read or written."""


class ModelError(VerifyError):
    """A model cannot be found, loaded or exported."""


class SettingsError(VerifyError):
    """A setting or an option is impossible."""
