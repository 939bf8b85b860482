"""Draft -> Claims: worth checking? found, typed, resolved."""

from verify.claims.find import WORTH, Worth, find_claims, read_claims

__all__ = ["WORTH", "Worth", "find_claims", "read_claims"]
