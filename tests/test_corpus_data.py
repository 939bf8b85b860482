"""The data that ships: the starter corpus, the table of places and the examples."""

from __future__ import annotations

import gzip
import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from verify.records import Document, Kind, Label

ROOT = Path(__file__).parent.parent
CORPORA = sorted(
    [*(ROOT / "corpus").glob("*.jsonl"), *(ROOT / "examples").glob("*/corpus/*.jsonl")]
)
EXAMPLES = {
    ROOT / "examples/qingdao.md": ROOT / "examples/qingdao.expected.json",
    **{
        ROOT / f"examples/{name}/draft.md": ROOT / f"examples/{name}/expected.json"
        for name in ("business", "country", "sport")
    },
}
PLACES = ROOT / "verify/claims/data/places.json"


def lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def documents(path: Path) -> list[Document]:
    return [Document.model_validate_json(line) for line in lines(path)]


# --- the corpora ------------------------------------------------------------------------------


def test_every_line_is_a_document_and_every_id_is_unique() -> None:
    assert len(CORPORA) == 6
    ids = Counter(document.id for path in CORPORA for document in documents(path))
    assert [name for name, times in ids.items() if times > 1] == []


@pytest.mark.parametrize("path", CORPORA, ids=lambda path: path.stem)
def test_texts_are_whole_plain_sentences(path: Path) -> None:
    for document in documents(path):
        text = document.text
        assert re.fullmatch(r"[A-ZÀ-Þ].*\.", text), document.id
        assert not re.search(r"&#?\w+;|<[a-z/]|  |\bNone\b|\bnone\b", text), document.id


@pytest.mark.parametrize(
    ("name", "count", "first", "tenth", "last"),
    [
        (
            "countries",
            4896,
            "Afghanistan has a total area of 652,230 square kilometres.",
            "Afghanistan is landlocked and has no coastline on the open sea.",
            "The upper house of the parliament of Zimbabwe, the Senate, has 80 seats.",
        ),
        (
            "qingdao-2025",
            46,
            "The Shanghai Cooperation Organisation (SCO) was founded on 15 June 2001 by China,"
            " Kazakhstan, Kyrgyzstan, Russia, Tajikistan and Uzbekistan.",
            "N. Yermekbayev, Secretary-General of the Shanghai Cooperation Organisation, spoke at"
            " the Qingdao meeting of defence ministers.",
            "At the NATO summit in The Hague, Donald Trump said that talks between the United"
            " States and Iran would take place the following week.",
        ),
    ],
)
def test_the_starter_corpus_is_the_one_we_reviewed(
    name: str, count: int, first: str, tenth: str, last: str
) -> None:
    found = documents(ROOT / f"corpus/{name}.jsonl")
    assert len(found) == count
    assert [found[0].text, found[9].text, found[-1].text] == [first, tenth, last]


def test_countries_are_many_and_sorted_for_readable_diffs() -> None:
    found = documents(ROOT / "corpus/countries.jsonl")
    assert len({document.title for document in found}) == 228
    assert [d.id for d in found] == sorted(d.id for d in found)
    assert "\\u" not in (ROOT / "corpus/countries.jsonl").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("brazil/neighbours", "Brazil borders nine countries: Argentina, Bolivia, Colombia, Guyana,"
         " Paraguay, Peru, Suriname, Uruguay and Venezuela. It also borders French Guiana."),
        ("cote-divoire/population", "Ivory Coast had 31,855,971 inhabitants in 2025, according to"
         " an estimate."),
        ("china/head-of-state", "Xi Jinping has been President of China and its head of state since"
         " 14 March 2013."),
        ("austria/head-of-state", "Alexander Van der Bellen has been President of Austria and its"
         " head of state since 26 January 2017."),
        ("japan/neighbours", "Japan has no land neighbours."),
        ("united-arab-emirates/capital", "The capital of the United Arab Emirates is Abu Dhabi."),
        ("south-africa/head-of-state", "Cyril Ramaphosa is President of South Africa and its head"
         " of state and of government; the present term began on 19 June 2024."),
    ],
)  # fmt: skip
def test_single_facts(key: str, text: str) -> None:
    found = {document.id: document.text for document in documents(ROOT / "corpus/countries.jsonl")}
    assert found[f"factbook/{key}"] == text


def test_every_neighbour_names_its_neighbour_back() -> None:
    """The lists of neighbours were written one by one; borders have two sides."""
    lists = {
        document.title: {
            name.removeprefix("the ") for name in re.split(r", | and (?!Herzegovina)", match[1])
        }
        for document in documents(ROOT / "corpus/countries.jsonl")
        if document.id.endswith("/neighbours")
        and (match := re.search(r"(?:countries: |one country, )([^.]*)\.", document.text))
    }
    assert len(lists) > 140
    one_sided = {
        (country, other)
        for country, others in lists.items()
        for other in others
        if other in lists and country not in lists[other]
    }
    # A territory that borders its neighbour, but is no country on its neighbour's list.
    assert one_sided == {("Gibraltar", "Spain")}


# --- the script that makes them ---------------------------------------------------------------

ROWS = [
    ("Iran", "Introduction - Background", "Known as Persia until 1935."),
    ("Iran", "Geography - Area - total ", "1,648,195 sq km"),
    ("Iran", "Geography - Land boundaries - border countries", "Iraq 1,599 km; Atlantis 5 km"),
    ("Iran", "Government - Capital - name", "Tehran"),
    ("Iran", "Government - Independence", "1 April 1979 (republic proclaimed); earlier: ..."),
    ("Iran", "Government - Executive branch - head of government",
     "President Masoud PEZESHKIAN (since 30 July 2024)"),
    ("Iran", "Government - Administrative divisions",
     "31 provinces ( ostanha , singular - ostan ); Alborz"),
    ("Iran", "Government - Legislative branch - legislative structure", "unicameral"),
    ("Iran", "Government - Legislative branch - number of seats",
     "290 (280 directly elected; 5 appointed)"),
    ("none", "Introduction - Background", "The Trucial States ..."),
    ("none", "Government - Country name - conventional long form", "United Arab Emirates"),
    ("none", "Geography - Coastline", "1,318 km"),
    ("none", "Introduction - Background", "The Central African Republic ..."),
    ("none", "Government - Country name - conventional long form", "Central African Republic"),
    ("none", "Geography - Coastline", "0 km (landlocked)"),
    ("C&ocirc;te d'Ivoire", "Geography - Elevation - highest point", "Monts Nimba 1,752 m"),
]  # fmt: skip


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "archive.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as out:
        for title, field, text in ROWS:
            out.write(json.dumps({"title": title, "text": f"{title} - {field}: {text}"}) + "\n")
    return path


def make(archive: Path, root: Path) -> tuple[bytes, bytes]:
    script = ROOT / "corpus/make_countries.py"
    subprocess.run([sys.executable, script, archive, "--root", root], check=True)
    return (
        (root / "corpus/countries.jsonl").read_bytes(),
        (root / "verify/claims/data/places.json").read_bytes(),
    )


def test_the_script_writes_plain_facts_and_leaves_the_others_out(
    archive: Path, tmp_path: Path
) -> None:
    facts, table = make(archive, tmp_path / "one")
    assert (facts, table) == make(archive, tmp_path / "two")
    texts = {
        d["id"].removeprefix("factbook/"): d["text"] for d in map(json.loads, facts.splitlines())
    }
    from_hand = {"iran/languages"}
    assert {key: text for key, text in texts.items() if key not in from_hand} == {
        "central-african-republic/coastline": (
            "The Central African Republic is landlocked and has no coastline on the open sea."
        ),
        "cote-divoire/capital": (
            "Ivory Coast has two capitals: Yamoussoukro for the legislature and Abidjan for the"
            " administration and the economy."
        ),
        "cote-divoire/highest-point": (
            "The highest point of Ivory Coast is Monts Nimba, at 1,752 metres."
        ),
        "iran/area": "Iran has a total area of 1,648,195 square kilometres.",
        "iran/capital": "The capital of Iran is Tehran.",
        "iran/divisions": "Iran is divided into 31 provinces.",
        "iran/head-of-government": (
            "Masoud Pezeshkian has been President of Iran and its head of government since"
            " 30 July 2024."
        ),
        "united-arab-emirates/coastline": (
            "The coastline of the United Arab Emirates is 1,318 kilometres long."
        ),
    }
    names = [row["name"] for row in json.loads(table)]
    assert {"Iran", "Ivory Coast", "United Arab Emirates", "Scotland"} <= set(names)


# --- the table of places ----------------------------------------------------------------------


def test_places_name_each_thing_once() -> None:
    places = json.loads(PLACES.read_text(encoding="utf-8"))
    assert len(places) == 238
    owners: dict[str, set[str]] = {}
    for place in places:
        assert set(place) == {"name", "aliases", "adjectives", "people", "capital"}
        for word in (place["name"], *place["aliases"], *place["adjectives"], *place["people"]):
            assert word == word.strip() and "&" not in word.replace(" & ", "") and "(" not in word
            owners.setdefault(word, set()).add(place["name"])
    assert {word: names for word, names in owners.items() if len(names) > 1} == {}


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("U.S.", "United States"), ("Britons", "United Kingdom"), ("Türkiye", "Turkey"),
        ("Burma", "Myanmar"), ("Côte d'Ivoire", "Ivory Coast"), ("Dutch", "Netherlands"),
        ("Welsh", "Wales"), ("PRC", "China"), ("EU", "European Union"), ("Irish", "Ireland"),
        ("Nigerien", "Niger"), ("Nigerian", "Nigeria"), ("DRC", "Democratic Republic of the Congo"),
    ],
)  # fmt: skip
def test_newsroom_names_lead_to_their_place(word: str, name: str) -> None:
    (place,) = (
        place
        for place in json.loads(PLACES.read_text(encoding="utf-8"))
        if word in (place["name"], *place["aliases"], *place["adjectives"], *place["people"])
    )
    assert place["name"] == name


# --- the examples -----------------------------------------------------------------------------


@pytest.mark.parametrize("draft", EXAMPLES, ids=lambda path: path.parent.name + "-" + path.stem)
def test_expected_phrases_stand_once_in_their_draft_and_in_its_order(draft: Path) -> None:
    text = draft.read_text(encoding="utf-8")
    expected = json.loads(EXAMPLES[draft].read_text(encoding="utf-8"))
    assert [row["text"] for row in expected if text.count(row["text"]) != 1] == []
    places = [text.index(row["text"]) for row in expected]
    assert places == sorted(places)


@pytest.mark.parametrize("draft", EXAMPLES, ids=lambda path: path.parent.name + "-" + path.stem)
def test_expected_verdicts_are_of_the_known_kinds(draft: Path) -> None:
    rules = {Label.REFUTED: "mismatch", Label.CONFLICTING: "conflict"}
    verdicts = Counter[Label]()
    for row in json.loads(EXAMPLES[draft].read_text(encoding="utf-8")):
        assert set(row) == {"text", "verdict", "rule"}
        label = Label(row["verdict"])
        verdicts[label] += 1
        if label in rules:
            kind, _, outcome = row["rule"].partition(".")
            assert Kind(kind) and outcome == rules[label]
        else:
            assert row["rule"] == ""
    assert verdicts[Label.REFUTED] >= 10
    assert verdicts[Label.SUPPORTED] >= 10
    assert verdicts[Label.NOT_ENOUGH_EVIDENCE] >= 3


def test_the_examples_try_every_kind_that_is_compared() -> None:
    rules = {
        row["rule"].partition(".")[0]
        for expected in EXAMPLES.values()
        for row in json.loads(expected.read_text(encoding="utf-8"))
        if row["verdict"] == Label.REFUTED
    }
    assert rules == set(Kind) - {Kind.QUOTE, Kind.EVENT}
