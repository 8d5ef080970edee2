"""What is dumped is read again as it was, and reads as a coach would have written it."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from resumekit.load.client import parse
from resumekit.load.dump import dump_yaml
from resumekit.load.node import to_data
from resumekit.load.read import read_nodes
from resumekit.load.scalar import is_plain, scalar
from resumekit.load.source import Source
from resumekit.model.resume import Resume
from tests.load.strategies import TEXT, TRAPS, resumes


def _again(resume: Resume) -> Resume:
    # Ids given twice and unknown proofs are refused by the reader, not by the model.
    return Resume.model_validate(_data(dump_yaml(resume)))


def _data(text: str) -> object:
    root, problems = read_nodes(Source("dump.yaml", text))
    assert problems == [], text
    return to_data(root)


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(resumes())
def test_load_of_a_dump_is_the_same_resume(resume: Resume) -> None:
    assert _again(resume) == resume


@pytest.mark.parametrize("flow", [False, True])
@given(text=TEXT | st.text(st.sampled_from(list("ab 0-:#,[]{}'\"\\!&*?|>%@`~.=\n\t")), min_size=1, max_size=6))
@settings(max_examples=300, deadline=None)
def test_a_scalar_is_that_text_to_a_reader_of_yaml_1_1(text: str, flow: bool) -> None:
    written = f"[{scalar(text, flow=True)}]" if flow else f"- {scalar(text)}"

    assert yaml.safe_load(written) == [text]


@pytest.mark.parametrize("text", [text for text in TRAPS if text.lower() in ("no", "yes", "null", "~", "on", "true")])
def test_what_a_reader_would_take_for_a_value_is_quoted(text: str) -> None:
    assert not is_plain(text)


def test_a_dump_is_short_and_readable() -> None:
    source = """schema_version: 1

person:
  name: Ana Lee
  city: Guelph
  links: [https://ana.example.com]

experience:
  - employer: North Labs
    title: Laboratory Manager
    start: 2020-02
    end: present
    level: 4
    achievements:
      - "Cut costs: by half"
      - action: Redesigned the intake of samples from all the clinics of the province, one desk after the
          other, over a year
        measures:
          - {of: turnaround, from: 13, to: 8, unit: weeks}

skills: [Chemistry, "No"]
"""
    wanted = source.replace(
        "action: Redesigned the intake of samples from all the clinics of the province, one desk after the\n"
        "          other, over a year",
        "action: >-\n          Redesigned the intake of samples from all the clinics of the province, one desk after the\n"
        "          other, over a year",
    )

    assert dump_yaml(parse(source).resume) == wanted
