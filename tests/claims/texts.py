"""Texts that news prose is made of, shuffled, for tests on any text."""

from __future__ import annotations

from hypothesis import strategies as st

_PIECES = [
    *["Iran", "Iran's ", "Dong Jun", "defence minister", ", ", " and ", " the ", "The ", " of "],
    *["Mr. ", "St. ", "J.K. ", "U.S. ", "NATO", "(SCO)", "Al-Udeid", " al-", " bin ", " van der "],
    *["chief executive ", "President ", "its ", "capital", " is ", "succeeded ", " as ", "May "],
    *["“", "”", "‘", "’", '"', "'", "’s", "'s ", "(", ")", "-", "–", "—", ":", ";", ".", "?", "&"],
    *["said ", "including ", "borders ", "members: ", "will ", "11", "3D", "5%", "£3.4m", "Halcyon-2"],
    *["\n", "\r\n", "\t", "  ", "\u00a0", "\u00ad", "\u200b", "e\u0301", "İ", "ß", "ſ", "ǅ", "👩‍💻"],
]
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(_PIECES), max_size=30).map("".join))
