"""The golden tables, and the bits of news prose, shuffled, for tests on any text."""

from __future__ import annotations

from pathlib import Path

from hypothesis import strategies as st

_GOLDEN = Path(__file__).parent.parent / "golden"

_PIECES = [
    *["Iran", "Iran's ", "Dong Jun", "defence minister", ", ", " and ", " the ", "The ", " of "],
    *["Mr. ", "St. ", "J.K. ", "U.S. ", "NATO", "(SCO)", "Al-Udeid", " al-", " bin ", " van der "],
    *["chief executive ", "President ", "its ", "capital", " is ", "succeeded ", " as ", "May "],
    *["“", "”", "‘", "’", '"', "'", "’s", "'s ", "(", ")", "-", "–", "—", ":", ";", ".", "?", "&"],
    *[
        "said ",
        "including ",
        "borders ",
        "members: ",
        "will ",
        "11",
        "3D",
        "5%",
        "£3.4m",
        "Halcyon-2",
    ],
    *[
        "\n",
        "\r\n",
        "\t",
        "  ",
        "\u00a0",
        "\u00ad",
        "\u200b",
        "e\u0301",
        "İ",
        "ß",
        "ſ",
        "ǅ",
        "👩‍💻",
    ],
]


def golden(table: str) -> list[str]:
    """The rows of a golden table, without its remarks."""
    rows = (_GOLDEN / f"{table}.txt").read_text("utf-8").splitlines()
    return [row for row in rows if row and not row.startswith("#")]


TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(_PIECES), max_size=30).map("".join))

REPEATED = (
    *["Iran ", "Iran, ", "Iran and ", "A. ", "Al-", "van der ", "Bank of ", "St. ", "Apollo 11 "],
    *["President ", "President of Iran ", "Captain A, ", "X, who succeeded Y as president "],
    *["minister of ", "deputy ", "its ", "named A president ", "counterpart ", "the a's "],
    *["“a b c ", "“A B” ", '"a b c', "'a b, ", "‘a b’d ", "said ", "members: ", "border "],
    *["to the north by ", "will ", "likely to ", "the most ", "could ", ", ", "-", "(", " "],
)
"""Pieces that, repeated, are meant to slow a pattern down."""
