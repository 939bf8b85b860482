from pathlib import Path

import pytest
from pydantic import ValidationError

from verify.claims import WORTH
from verify.errors import SettingsError
from verify.fail_on import FailOn
from verify.records import StanceLabel
from verify.settings import Settings, load_settings


def written(folder: Path, text: str) -> Path:
    (folder / "verify.toml").write_text(text, encoding="utf-8")
    return folder


def test_found_upward_and_relative_to_the_file(tmp_path: Path) -> None:
    written(tmp_path, 'corpus = "facts"\nhits = 7\n')
    below = tmp_path / "drafts" / "june"
    below.mkdir(parents=True)
    settings = load_settings(below, {})
    assert settings.file == tmp_path / "verify.toml"
    assert settings.corpus == tmp_path / "facts"
    assert settings.indexes == tmp_path / "indexes"
    assert (settings.hits, settings.index, settings.fail_on) == (7, "default", FailOn.REFUTED)


def test_the_nearest_file_counts(tmp_path: Path) -> None:
    written(tmp_path, 'index = "far"\n')
    near = tmp_path / "near"
    near.mkdir()
    written(near, 'index = "near"\n')
    assert load_settings(near, {}).index == "near"


def test_without_a_file_the_data_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path))
    settings = load_settings(tmp_path, {})
    assert settings.file is None
    assert settings.indexes.is_relative_to(tmp_path)
    assert settings.indexes.parent == settings.corpus.parent


def test_the_environment_overrides_the_file(tmp_path: Path) -> None:
    written(tmp_path, 'index = "a"\nhits = 5\n')
    settings = load_settings(
        tmp_path,
        {"VERIFY_INDEX": "b", "VERIFY_HITS": "9", "VERIFY_CORPUS": "c", "VERIFY_MODEL": ""},
    )
    assert (settings.index, settings.hits, settings.model) == ("b", 9, "bundled")
    assert settings.corpus == tmp_path / "c"


def test_absolute_and_home_paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    written(tmp_path, f'corpus = "~/facts"\nindexes = "{tmp_path}/ix"\n')
    settings = load_settings(tmp_path, {})
    assert settings.corpus == tmp_path / "home" / "facts"
    assert settings.indexes == tmp_path / "ix"


@pytest.mark.parametrize(
    ("text", "problem", "remedy"),
    [
        ('indx = "a"', "there is no setting 'indx'", "Did you mean 'index'?"),
        ('zzz = "a"', "there is no setting 'zzz'", "Possible: corpus, fail_on, hits"),
        ('fail_on = "refuting"', "fail_on = 'refuting'", "Did you mean 'refuted'?"),
        ("hits = 0", "hits = 0 is not possible", "greater than or equal to 1"),
        ('hits = "many"', "hits = 'many'", "integer"),
        ("index = 5", "index = 5", "A name has"),
        ('index = "../up"', "index = '../up'", "A name has"),
        ("corpus = 5", "corpus = 5", "path"),
        ('precision = "fp8"', "precision = 'fp8'", "'int8' or 'fp32'"),
        ("index = ", "is not valid TOML", "Mend"),
    ],
)
def test_impossible_settings(tmp_path: Path, text: str, problem: str, remedy: str) -> None:
    written(tmp_path, text + "\n")
    with pytest.raises(SettingsError) as caught:
        load_settings(tmp_path, {})
    assert str(tmp_path / "verify.toml") in caught.value.problem
    assert problem in caught.value.problem
    assert remedy in caught.value.remedy


def test_an_impossible_variable_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="VERIFY_FAIL_ON") as caught:
        load_settings(tmp_path, {"VERIFY_FAIL_ON": "nevr"})
    assert "Did you mean 'never'?" in caught.value.remedy


def test_a_file_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "verify.toml").mkdir()
    with pytest.raises(SettingsError, match="cannot be read"):
        load_settings(tmp_path, {})


def test_a_file_in_another_encoding(tmp_path: Path) -> None:
    (tmp_path / "verify.toml").write_bytes(b'corpus = "caf\xe9"\n')
    with pytest.raises(SettingsError, match="not UTF-8"):
        load_settings(tmp_path, {})


def test_settings_are_frozen(tmp_path: Path) -> None:
    settings = Settings(corpus=tmp_path, indexes=tmp_path)
    with pytest.raises(ValidationError):
        settings.hits = 3  # type: ignore[misc]


@pytest.mark.parametrize("name", ["..", "a/b", "/a", "", ".hidden", "a\\b", "a\n", "x" * 65])
def test_names_that_could_be_paths(tmp_path: Path, name: str) -> None:
    with pytest.raises(SettingsError):
        Settings(corpus=tmp_path, indexes=tmp_path).index_directory(name)


def test_the_labels_of_a_stance_model_of_ones_own(tmp_path: Path) -> None:
    written(tmp_path, 'stance = "my/model"\nstance_labels = ["refutes", "neutral", "supports"]\n')
    labels = load_settings(tmp_path, {}).stance_labels
    assert labels == (StanceLabel.REFUTES, StanceLabel.NEUTRAL, StanceLabel.SUPPORTS)
    turned = load_settings(tmp_path, {"VERIFY_STANCE_LABELS": "supports, neutral,refutes"})
    assert turned.stance_labels == labels[::-1]
    with pytest.raises(SettingsError, match="stance_labels"):
        load_settings(tmp_path, {"VERIFY_STANCE_LABELS": "yes,no,maybe"})


def test_the_threshold_of_worth_is_the_one_that_was_chosen(tmp_path: Path) -> None:
    assert load_settings(tmp_path, {"VERIFY_HOME": ""}).worth == WORTH
    assert load_settings(tmp_path, {"VERIFY_WORTH": "0.4"}).worth == 0.4
    with pytest.raises(SettingsError, match="VERIFY_WORTH"):
        load_settings(tmp_path, {"VERIFY_WORTH": "1.5"})


def test_the_rate_of_false_alarms_is_a_percentage_or_a_share(tmp_path: Path) -> None:
    assert load_settings(tmp_path, {}).max_false_alarms is None
    for text in ('"1%"', "0.01"):
        assert load_settings(
            written(tmp_path, f"max_false_alarms = {text}\n"), {}
        ).max_false_alarms == pytest.approx(0.01)
    of_variable = load_settings(tmp_path, {"VERIFY_MAX_FALSE_ALARMS": "0.5%"})
    assert of_variable.max_false_alarms == pytest.approx(0.005)
    for text in ('"one"', '"120%"', "-1"):
        with pytest.raises(SettingsError, match="max_false_alarms"):
            load_settings(written(tmp_path, f"max_false_alarms = {text}\n"), {})
