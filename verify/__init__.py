"""Verify: an offline fact linter for drafts."""

__version__ = "0.1.0"
