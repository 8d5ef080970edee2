from __future__ import annotations

from typing import get_args

from resumekit.cli import doctor, options
from resumekit.model.target import Locale, Paper
from resumekit.pipeline import JSON_RESUME
from resumekit.render.formats import FORMATS


def test_the_words_of_options_are_those_of_the_library() -> None:
    assert get_args(Locale) == options.LOCALES
    assert get_args(Paper) == options.PAPERS
    assert {*FORMATS, JSON_RESUME} == set(options.FORMATS)


def test_doctor_asks_for_the_python_that_the_project_asks_for() -> None:
    from pathlib import Path
    from tomllib import loads

    project = loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["requires-python"] == ">=" + ".".join(str(part) for part in doctor.OLDEST)
