"""Reports that were given, kept so that a later index can be asked what it would say now."""

from verify.ledger.changes import changes, no_longer_read
from verify.ledger.ledger import Entry, Ledger

__all__ = ["Entry", "Ledger", "changes", "no_longer_read"]
