"""What is in the folder is in the wheel."""

from __future__ import annotations

import ast
import re
from fnmatch import fnmatch
from importlib.metadata import version
from importlib.resources import files as resources

import resumekit
from tests.architecture.tree import ROOT, files, settings


def test_every_package_is_in_the_wheel() -> None:
    packages = {".".join(path.parent.relative_to(ROOT).parts) for path in (ROOT / "resumekit").rglob("__init__.py")}

    listed = settings()["tool"]["setuptools"]["packages"]

    assert listed == sorted(packages | {"resumekit.templates"})


def test_every_data_file_is_in_the_wheel() -> None:
    patterns = settings()["tool"]["setuptools"]["package-data"]["*"]
    data = [path for path in files() if path.relative_to(ROOT).parts[0] in {"resumekit", "templates"}]
    data = [path for path in data if path.suffix not in {".py", ".md"}]
    assert len(data) > 10

    left_out = [str(path) for path in data if not any(fnmatch(f"/{path.name}", f"*{p[2:]}") for p in patterns)]

    assert left_out == []


def test_templates_are_found_as_a_part_of_the_package() -> None:
    templates = resources("resumekit.templates")

    assert {"_base", "executive", "modern", "plain"} <= {item.name for item in templates.iterdir()}


def test_the_public_names_are_exactly_those_listed() -> None:
    listed = resumekit.__all__

    assert listed == sorted(listed)
    assert len(listed) == len(set(listed)) > 5
    assert all(getattr(resumekit, name, None) is not None for name in listed)
    assert sorted({*dir(resumekit)} - {"__version__"}) == listed


def test_no_public_name_is_a_subpackage_s() -> None:
    # Importing a submodule sets it on the package, in the place of whatever had its name.
    parts = {path.stem for path in (ROOT / "resumekit").iterdir()}

    assert not parts & set(resumekit.__all__)


def test_the_version_is_the_same_wherever_it_is_said() -> None:
    assert version("resumekit") == resumekit.__version__ == settings()["project"]["version"]


def test_the_locks_name_versions_and_no_place() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        lines = [line for line in (ROOT / name).read_text().splitlines() if not line.lstrip().startswith("#")]
        assert len(lines) > 15
        assert [line for line in lines if not re.match(r"^[a-z0-9.-]+==[\w.]+( ; .+)?$", line)] == []


def test_the_locks_agree_and_hold_all_that_is_asked_for() -> None:
    small, large = (_pins(name) for name in ("requirements.txt", "requirements-dev.txt"))
    asked = settings()["project"]["dependencies"] + settings()["dependency-groups"]["dev"]

    assert small.items() <= large.items()
    assert {re.split(r"[>=<~;\[ ]", item)[0].replace(".", "-").lower() for item in asked} <= large.keys()


def _pins(name: str) -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9.-]+)==([\w.]+)", (ROOT / name).read_text(), flags=re.MULTILINE))


def test_an_old_python_reads_bootstrap_as_far_as_its_message() -> None:
    source = (ROOT / "bootstrap.py").read_text(encoding="utf-8")

    assert ast.parse(source, feature_version=(3, 7)).body
