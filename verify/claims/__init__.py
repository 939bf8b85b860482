"""Draft -> Claims: worth checking? found, typed, resolved."""

from verify.claims.find import find_claims, read_claims

__all__ = ["find_claims", "read_claims"]
