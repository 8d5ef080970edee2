"""Calling the command line as a user does, in this process."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from resumekit.cli.app import run

SMALL = """\
person:
  name: Amina Haddad
  email: amina.haddad@example.ca
  phone: 519-555-0142
  city: Guelph
targets:
  - id: hr
    role: HR Advisor
  - id: lab
    role: Laboratory Manager
experience:
  - employer: Northwind Labs
    title: Laboratory Supervisor
    city: Guelph
    start: 2018-03
    end: 2024-06
    achievements:
      - action: Redesigned the intake of samples
        result: Cut turnaround
        measures:
          - {of: turnaround, from: 13, to: 8, unit: weeks}
      - id: training
        text: Trained nine technicians in the new method.
"""


@dataclass(frozen=True)
class Called:
    """What a call answered."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Call = Callable[..., Called]


@pytest.fixture
def call(capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Call:
    """`call("render", path)` runs one command in an empty folder of its own."""
    monkeypatch.chdir(tmp_path)

    def caller(*words: str | Path) -> Called:
        capfd.readouterr()
        code = run([str(word) for word in words])
        said = capfd.readouterr()
        return Called(code, said.out, said.err)

    return caller


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A small client file, whose resume holds a little of everything."""
    path = tmp_path / "amina.yaml"
    path.write_text(SMALL, encoding="utf-8")
    return path
