"""What `verify evaluate matrix` gives."""

from __future__ import annotations

from verify.records import Kind, Label, Record


class MatrixCase(Record):
    """One value of a draft in other words: another value or, `reworded`, the same one.

    `wrong` says in words what is not as it should be; "" where nothing is.
    """

    kind: Kind
    start: int
    """Where the claim stands in the draft."""
    original: str
    put: str
    reworded: bool
    before: Label
    after: Label | None
    rule: str = ""
    cause: str = ""
    wrong: str = ""


class MatrixEvaluation(Record):
    """`verify evaluate matrix`; `unchanged` and `unreworded` are the claims for which no other
    value and no other way to write it was found.
    """

    model: str
    source: str
    values: int
    unchanged: tuple[str, ...] = ()
    unreworded: tuple[str, ...] = ()
    cases: tuple[MatrixCase, ...]
