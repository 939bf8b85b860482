"""Measurements whose figures are in RESULTS.md."""
