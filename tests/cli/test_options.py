from __future__ import annotations

from typing import get_args

from click import Context

from resumekit.cli import doctor, options
from resumekit.cli.render import render
from resumekit.compose.documents import document_names
from resumekit.model.target import Locale, Paper
from resumekit.pipeline import JSON_RESUME
from resumekit.render.formats import FORMATS


def test_the_words_of_options_are_those_of_the_library() -> None:
    assert get_args(Locale) == options.LOCALES
    assert get_args(Paper) == options.PAPERS
    assert {*FORMATS, JSON_RESUME} == set(options.FORMATS)
    assert set(document_names()) == set(options.DOCUMENTS)


def test_what_people_call_things_leads_to_a_word_that_is_offered() -> None:
    assert set(options._OTHER_NAMES.values()) <= {*options.FORMATS, *options.DOCUMENTS}


def test_all_is_every_word_and_a_word_said_twice_counts_once() -> None:
    kind = options.Several("documents", options.DOCUMENTS, offer_all=True)

    assert kind.convert("letter,all", None, None) == options.DOCUMENTS
    assert kind.convert("Letter, resume,letter", None, None) == ("letter", "resume")


def test_completion_goes_on_behind_a_comma() -> None:
    kind = options.Several("documents", options.DOCUMENTS, offer_all=True)

    offered = kind.shell_complete(Context(render), render.params[0], "resume,l")

    assert [item.value for item in offered] == ["resume,letter", "resume,linkedin"]


def test_doctor_asks_for_the_python_that_the_project_asks_for() -> None:
    from pathlib import Path
    from tomllib import loads

    project = loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["requires-python"] == ">=" + ".".join(str(part) for part in doctor.OLDEST)
