"""Verify: an offline fact linter for drafts, over your own reference corpus.

    with open_index(Path("indexes/starter"), load_embedder()) as index:
        checker = Checker(index, stance=load_stance(), worth=load_worth())
        report = checker.check(read_draft("story.md"))

The names in `__all__` are the public ones; all other modules may change.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from verify.checker import Checker
    from verify.claims import find_claims
    from verify.drafts import draft_from_text, read_draft
    from verify.errors import VerifyError
    from verify.index import build_index, open_index
    from verify.models import load_embedder, load_stance, load_worth
    from verify.records import Claim, Draft, Evidence, Hit, Label, Passage, Report, Verdict

__version__ = "0.1.0"

__all__ = [
    "Checker",
    "Claim",
    "Draft",
    "Evidence",
    "Hit",
    "Label",
    "Passage",
    "Report",
    "Verdict",
    "VerifyError",
    "__version__",
    "build_index",
    "draft_from_text",
    "find_claims",
    "load_embedder",
    "load_stance",
    "load_worth",
    "open_index",
    "read_draft",
]

_HOMES = {
    "Checker": "checker",
    "VerifyError": "errors",
    "find_claims": "claims",
    **dict.fromkeys(("build_index", "open_index"), "index"),
    **dict.fromkeys(("draft_from_text", "read_draft"), "drafts"),
    **dict.fromkeys(("load_embedder", "load_stance", "load_worth"), "models"),
    **dict.fromkeys(
        ("Claim", "Draft", "Evidence", "Hit", "Label", "Passage", "Report", "Verdict"), "records"
    ),
}
"""Where each name is defined; imported when first used, so that `import verify` is instant."""


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
