"""What a user waits for is loaded when it is used, and not before."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

HEAVY = (
    "weasyprint",
    "docx",
    "docxtpl",
    "jinja2",
    "babel",
    "lxml",
    "pypdf",
    "pypdfium2",
    "PIL",
    "fontTools",
    "spacy",
    "icalendar",
)
HELP = (
    "from resumekit.cli import main\nsys.argv = ['resumekit', '--help']\ntry:\n    main()\nexcept SystemExit:\n    pass"
)


def loaded_by(statement: str) -> set[str]:
    """The heavy parts that a fresh Python holds after a statement."""
    code = f"import json, sys\n{statement}\nprint('\\n' + json.dumps(sorted(set(sys.modules) & set({HEAVY!r}))))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.parametrize("statement", ["import resumekit", HELP], ids=["import", "help"])
def test_a_start_loads_nothing_heavy(statement: str) -> None:
    assert loaded_by(statement) == set()


RENDER = """
from resumekit.load.client import parse
from resumekit.pipeline import Choices, produce
text = "person: {{name: A}}\\nexperience: [{{employer: B, title: C, achievements: [Led 9 people]}}]\\ntargets: [{{role: D{named}}}]"
produce(parse(text), Choices(formats=("docx", "txt")))
"""


def test_a_render_reads_with_spacy_only_for_a_framework() -> None:
    assert "spacy" not in loaded_by(RENDER.format(named=""))
    assert "spacy" in loaded_by(RENDER.format(named=", framework: hr-canada"))


CHECK = """
from resumekit.checking import check_client
from resumekit.load.client import parse
check_client(parse("person: {name: A}\\nexperience: [{employer: B, title: C, achievements: [Strew petals over 9 tables]}]"))
"""


def test_a_check_without_a_tagger_never_loads_spacy() -> None:
    assert "spacy" not in loaded_by(CHECK)


def test_heavy_parts_are_seen_when_they_are_loaded() -> None:
    assert loaded_by("import docx") >= {"docx", "lxml"}
