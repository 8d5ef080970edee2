from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from resumekit.render.health import check_rendering, is_whole_font, pango_remedy, system

ROOT = Path(__file__).parents[2]
FONTS = sorted((ROOT / "templates" / "_base" / "fonts").glob("*.ttf"))
assert FONTS


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.stem)
def test_every_font_that_ships_is_whole(path: Path) -> None:
    assert is_whole_font(path)


@pytest.mark.parametrize("keep", [0, 3, 40, 1_000, -1])
def test_a_font_cut_short_is_seen(tmp_path: Path, keep: int) -> None:
    broken = tmp_path / "broken.ttf"
    broken.write_bytes(FONTS[0].read_bytes()[:keep])

    assert not is_whole_font(broken)


def test_what_is_no_font_is_seen(tmp_path: Path) -> None:
    (tmp_path / "page.ttf").write_bytes(b"<html>" * 100)

    assert not is_whole_font(tmp_path / "page.ttf")
    assert not is_whole_font(tmp_path / "none.ttf")


def test_everything_missing_comes_with_its_remedy_and_nothing_else_does() -> None:
    checks = check_rendering()

    assert {"Fonts", "Themes", "docxtpl"} <= {check.name for check in checks}
    for check in checks:
        assert bool(check.remedy) != check.ok, check
        assert check.purpose


@pytest.mark.parametrize("family", ["debian", "fedora", "suse", "arch", "alpine", "darwin", "win32", "plan9"])
def test_every_system_is_told_how_to_install_pango(family: str) -> None:
    assert "pango" in pango_remedy(family).lower()
    assert pango_remedy(system())


@pytest.mark.parametrize("command", [["doctor"], ["doctor", "--format", "json"]], ids=" ".join)
def test_doctor_works_on_a_computer_without_pango(tmp_path: Path, command: list[str]) -> None:
    # What importing WeasyPrint does there: advice on standard output, then an OSError.
    package = tmp_path / "weasyprint"
    package.mkdir()
    (package / "__init__.py").write_text(
        "print('WeasyPrint could not import some external libraries.')\n"
        "raise OSError(\"cannot load library 'libpango-1.0-0': not found\")\n",
        encoding="utf-8",
    )

    done = subprocess.run(
        [sys.executable, "-m", "resumekit", *command],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(tmp_path), str(ROOT)])},
    )

    assert (done.returncode, done.stderr) == (1, "")
    assert "libpango-1.0-0" in done.stdout
    assert pango_remedy() in done.stdout
    assert "could not import" not in done.stdout
