"""Small frameworks and lexicons that the tests share."""

from __future__ import annotations

from pathlib import Path

import pytest

from resumekit.errors import FrameworkFileError, Problem
from resumekit.load.framework import parse_framework

BASE = """\
schema_version: 1
id: base
name: Community work
version: "2"
edition: first
as_of: 2026
jurisdiction: Ontario
locale: en-CA
licence: our own words
sources:
  - {name: The town's list of areas, url: "https://example.org/areas", as_of: 2026, note: names alone}
fields: [community work]
lexicons: [words]
levels:
  - {id: junior, name: Junior, description: with help}
groups:
  - {id: people, name: People, kind: functional, weight: 60, description: with people}
  - {id: paper, name: Paper, kind: functional, weight: 40}
  - {id: ways, name: Ways of working, kind: enabling}
competencies:
  - id: teaching
    name: Teaching
    group: people
    weight: 2
    required: true
    level: junior
    descriptors: [Shows others how work is done]
    cues:
      - train|teach <staff>
      - {pattern: walk .. through, relation: adjacent, weight: 0.5, term: orientation, note: seen often}
    negative_cues: [train dog]
    terms: [training delivery, orientation]
    shows: [listening]
    related: {onet: [4.A.4]}
    accepts: [bullet, education]
    questions: ["Whom have you taught?"]
    actions:
      - {kind: course, title: A course, effort: 20, closes: 0.4, url: "https://example.org/course"}
  - {id: filing, name: Filing, group: paper, cues: [file record, =filed], terms: [records], shows: [listening]}
  - {id: listening, name: Listening, group: ways}
gates:
  - {id: exam, name: The exam, designation: CW, kind: exam, met_by: [CW], ask: "Passed?", url: "https://example.org/e"}
  - {id: courses, name: Study, kind: coursework, courses: [[Law, Law I], [Pay]], ask: Which, besides: [marks], note: n, as_of: 2026}
  - {id: years, name: Years, kind: years, years: 3, fields: [community], ask: "How long?"}
"""

OVER = """\
id: over
name: Ours
extends: base
omit: {competencies: [filing], gates: [exam], groups: [], levels: []}
groups:
  - {id: people, weight: 50}
  - {id: money, name: Money, weight: 10}
competencies:
  - id: teaching
    cues:
      - show .. the ropes
      - {pattern: Walk ..  through, weight: 2}
    omit_cues: [train|teach <staff>]
    terms: [teaching]
  - {id: pay, name: Pay, group: money, cues: [run payroll], terms: [payroll]}
gates:
  - {id: years, years: 5}
"""

LEXICON = """\
schema_version: 1
id: words
name: Words
version: "1"
licence: our own words
sources: [Our own ears]
fields: [nurse]
entries:
  - {phrase: charge nurse, means: shift supervisor, note: in hospitals}
classes:
  staff: [nurse, cook]
"""


def problems(text: str, folder: Path, name: str = "mine.yaml") -> list[Problem]:
    """Every problem of a framework that cannot be read."""
    with pytest.raises(FrameworkFileError) as caught:
        parse_framework(text, name, [folder])
    return list(caught.value.problems)


def warnings(text: str, folder: Path) -> list[Problem]:
    """What is odd about a framework that can be read."""
    return list(parse_framework(text, "mine.yaml", [folder]).warnings)
