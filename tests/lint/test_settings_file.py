"""A coach's own settings for the checks."""

from __future__ import annotations

from pathlib import Path

import pytest

from resumekit.errors import ResumekitError
from resumekit.lint.finding import Finding
from resumekit.lint.page import page_of_bullets
from resumekit.lint.run import check_page
from resumekit.lint.settings import Suppression, default_settings
from resumekit.lint.settings_file import read_settings

PAGE = page_of_bullets(
    ["Trained many new clerks in 2019 at nine sites", "Cut waste by 9% with a dynamic team of 12 clerks"]
)


def checked(tmp_path: Path, text: str) -> dict[str, Finding]:
    path = tmp_path / "checks.toml"
    path.write_text(text, encoding="utf-8")
    return {finding.code: finding for finding in check_page(PAGE, read_settings([path]))}


def test_rules_are_chosen_by_code_family_and_domain_id(tmp_path: Path) -> None:
    assert set(checked(tmp_path, 'select = ["L09"]')) == {"WRD004"}
    assert set(checked(tmp_path, 'select = ["WRD"]\nignore = ["WRD004"]')) == {"WRD002"}


def test_a_level_set_for_a_code_goes_before_that_of_its_family(tmp_path: Path) -> None:
    found = checked(tmp_path, '[severity]\nWRD = "info"\nWRD004 = "error"')

    assert (found["WRD004"].severity, found["WRD002"].severity) == ("error", "info")


def test_a_list_takes_words_and_loses_them(tmp_path: Path) -> None:
    own = '[words.en.buzzword]\ndynamic = false\n"new clerks" = "which?"'

    assert checked(tmp_path, own)["WRD002"].words == "new clerks"


def test_a_finding_let_stand_is_told_with_its_reason(tmp_path: Path) -> None:
    found = checked(tmp_path, '[[suppress]]\nrule = "L09"\nreason = "client cannot disclose"\nwords = "many"')

    assert found["WRD004"].suppressed == "client cannot disclose"
    assert not found["WRD002"].suppressed


def test_a_suppression_of_one_fact_leaves_the_others() -> None:
    settings = default_settings().with_suppressions([Suppression("L09", "not counted", fact="another")])

    assert not any(finding.suppressed for finding in check_page(PAGE, settings))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[[suppress]]\nrule = "L09"', "needs a reason"),
        ('ignor = ["L09"]', "did you mean 'ignore'?"),
        ('ignore = ["WRD04"]', "did you mean 'WRD004'?"),
        ("[limits]\nbullet_lon = 30", "did you mean 'bullet_long'?"),
        ('[words.en.buzwords]\nx = ""', "did you mean 'buzzword'?"),
        ('[words.de.buzzword]\nx = ""', "no such language"),
        ('[severity]\nL09 = "fatal"', "severity.L09"),
        ("select = [", "checks.toml"),
    ],
)
def test_what_there_is_not_is_refused_with_the_nearest_name(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ResumekitError, match=r"checks\.toml") as caught:
        checked(tmp_path, text)

    assert said in str(caught.value)
