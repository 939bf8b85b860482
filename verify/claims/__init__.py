"""Draft -> Claims: worth checking? found, typed, resolved."""

from verify.claims.find import WORTH, Worth, each_claim, find_claims, read_claims, read_figures

__all__ = ["WORTH", "Worth", "each_claim", "find_claims", "read_claims", "read_figures"]
