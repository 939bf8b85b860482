"""The drafts of `examples/`, with what is expected of each and the corpus it is checked against."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parents[1]
EXAMPLES = {
    "qingdao": ("examples/qingdao.md", "examples/qingdao.expected.json", "corpus"),
    "country": ("examples/country/draft.md", "examples/country/expected.json", "corpus"),
    "sport": (
        "examples/sport/draft.md",
        "examples/sport/expected.json",
        "examples/sport/corpus",
    ),
    "business": (
        "examples/business/draft.md",
        "examples/business/expected.json",
        "examples/business/corpus",
    ),
}
