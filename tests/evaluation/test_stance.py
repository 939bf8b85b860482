from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.evaluation.conftest import MEMBERS, NumberStance, row, write_jsonl
from verify.evaluation import evaluate_stance
from verify.evaluation.figures import StanceFile
from verify.evaluation.picture import draw_reliability
from verify.evaluation.stance import NUMBER
from verify.models import NoStanceModel


@pytest.fixture
def members(tmp_path: Path) -> Path:
    return write_jsonl(tmp_path / "members.jsonl", MEMBERS)


def measured(path: Path) -> StanceFile:
    (file,) = evaluate_stance(NumberStance(), [path]).files
    return file


def test_every_figure_by_hand(members: Path) -> None:
    file = measured(members)
    assert (file.file, file.rows, file.unanswered) == ("members", 6, 1)
    # By gold: supports told right and as refuted; refutes right and as supported; neutral right,
    # and without an answer.
    assert file.confusion == ((1, 1, 0, 0), (1, 1, 0, 0), (0, 0, 1, 1))
    assert file.two_way
    assert file.two_way.model.accuracy.value == 2 / 4
    assert file.two_way.model.macro_f1.value == 1 / 2
    assert file.two_way.majority.accuracy.value == 1 / 2
    assert file.two_way_numbers
    assert file.two_way_numbers.model.accuracy.value == pytest.approx(2 / 3)
    assert file.two_way_numbers.model.accuracy.n == 3
    assert file.three_way
    assert file.three_way.model.accuracy.value == 3 / 6
    assert file.three_way.model.macro_f1.value == pytest.approx((1 / 2 + 1 / 2 + 2 / 3) / 3)
    assert file.three_way_numbers
    assert file.three_way_numbers.model.accuracy.value == 3 / 5


def test_calibration_is_of_the_rows_that_have_an_answer(members: Path) -> None:
    calibration = measured(members).calibration
    assert calibration
    assert calibration.error.n == 5
    assert calibration.error.value == pytest.approx(0.8 - 3 / 5)


def test_without_neutral_rows_there_is_no_three_way_figure(tmp_path: Path) -> None:
    file = measured(write_jsonl(tmp_path / "two.jsonl", MEMBERS[:3]))
    assert file.two_way
    assert (file.three_way, file.three_way_numbers, file.calibration) == (None, None, None)


def test_one_label_alone_is_not_measured(tmp_path: Path) -> None:
    rows = [row("9 members.", "9 members.", "SUPPORTS"), row("9 members.", "Few.", "NEI")]
    file = measured(write_jsonl(tmp_path / "one.jsonl", rows))
    assert file.two_way is None
    assert file.three_way
    assert file.three_way.model.accuracy.value == 1


def test_two_way_only_weighs_supports_against_refutes(tmp_path: Path) -> None:
    """The model finds both texts neutral, and supports likelier than refutes in both."""
    rows = [row("9.", "Many.", "SUPPORTS"), row("8.", "Many.", "REFUTES")]
    file = measured(write_jsonl(tmp_path / "two.jsonl", rows))
    assert file.two_way
    assert file.two_way.model.accuracy.value == 0.5
    assert file.confusion == ((0, 0, 1, 0), (0, 0, 1, 0), (0, 0, 0, 0))


def test_an_empty_file_has_no_figures(tmp_path: Path) -> None:
    file = measured(write_jsonl(tmp_path / "none.jsonl", []))
    assert (file.rows, file.two_way, file.three_way, file.calibration) == (0, None, None, None)


def test_a_model_that_never_answers_is_wrong_throughout(members: Path) -> None:
    (file,) = evaluate_stance(NoStanceModel(), [members]).files
    assert file.unanswered == 6
    assert file.three_way
    assert file.three_way.model.accuracy.value == 0
    assert file.calibration is None


def test_limit_and_progress(members: Path) -> None:
    told: list[tuple[str, int, int]] = []
    evaluation = evaluate_stance(
        NumberStance(), [members], limit=4, progress=lambda *now: told.append(now)
    )
    assert evaluation.limit == 4
    assert evaluation.files[0].rows == 4
    assert told == [("members", 4, 4)]
    assert evaluation.model_validate_json(evaluation.model_dump_json()) == evaluation


@pytest.mark.parametrize(
    ("claim", "numbered"),
    [
        ("The bloc has 9 members.", True),
        ("Nineteen members met.", True),
        ("Millions marched.", True),
        ("One of the members left.", False),
        ("Often and in tension.", False),
    ],
)
def test_what_a_number_is(claim: str, numbered: bool) -> None:
    assert bool(NUMBER.search(claim)) is numbered


def test_the_picture(members: Path, tmp_path: Path) -> None:
    other = write_jsonl(tmp_path / "a<b>&c.jsonl", MEMBERS)
    picture = draw_reliability(evaluate_stance(NumberStance(), [members, other]))
    root = ElementTree.fromstring(picture)  # noqa: S314 - our own
    text = "".join(root.itertext())
    assert "members" in text
    assert "a<b>&c" in text
    assert "error 0.200, n 5" in text
    assert "http" not in picture.replace("http://www.w3.org/2000/svg", "")


def test_the_picture_shows_how_sure_and_how_often_right(members: Path) -> None:
    root = ElementTree.fromstring(  # noqa: S314 - our own
        draw_reliability(evaluate_stance(NumberStance(), [members]))
    )
    # All five rows are in the bin up to 0.8, 3 of them right, on a square of 180.
    heights = {rect.get("height") for rect in root.iter("{http://www.w3.org/2000/svg}rect")}
    assert {f"{180 * 0.6:.1f}", f"{180 * 0.2:.1f}"} <= heights


def test_a_picture_of_nothing_is_still_one(tmp_path: Path) -> None:
    nothing = evaluate_stance(NumberStance(), [write_jsonl(tmp_path / "none.jsonl", [])])
    assert ElementTree.fromstring(draw_reliability(nothing)) is not None  # noqa: S314
