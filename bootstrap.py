"""Sets everything up on a fresh machine, with nothing but Python.

    python bootstrap.py sample   makes .venv, installs resumekit, renders a sample to Word and PDF
    python bootstrap.py test     makes .venv with the development tools, runs the tests; options go to pytest

Running it again takes a second: what is there already stays.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

OLDEST = (3, 11)
ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
SAMPLE = Path("samples", "2-laboratory-to-hr.yaml")
LOCKS = {"sample": "requirements.txt", "test": "requirements-dev.txt"}


def main(arguments: list[str]) -> int:
    """Runs one of the two commands and returns its exit code."""
    if sys.version_info < OLDEST:
        found = ".".join(str(part) for part in sys.version_info[:3])
        return refuse(
            f"resumekit needs Python {OLDEST[0]}.{OLDEST[1]} or newer; this is Python {found} ({sys.executable}).\n"
            "Install a newer one from https://www.python.org/downloads/ or your system's packages, and run this file\n"
            "with it, for example: python3.12 bootstrap.py sample"
        )
    if not arguments or arguments[0] not in LOCKS:
        print((__doc__ or "").strip())
        return 0 if arguments[:1] in (["-h"], ["--help"]) else 2
    command, *options = arguments
    try:
        python = set_up(LOCKS[command])
    except subprocess.CalledProcessError as error:
        return refuse(f"setting up failed: {' '.join(str(part) for part in error.cmd)}")
    if command == "test":
        return run(python, "-m", "pytest", *options)
    code = run(python, "-m", "resumekit", "render", SAMPLE, "--to", "docx,pdf", "--out", "out", *options)
    print(f"\nWritten to {ROOT / 'out'}" if code == 0 else "\nFor what is missing, ask: .venv/bin/resumekit doctor")
    return code


def set_up(lock: str) -> Path:
    """The Python of an environment that holds the locked versions and this project."""
    python = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not works(python):
        make_environment()
    stamp = ENVIRONMENT / f"{lock}.installed"
    wanted = fingerprint(lock)
    if not stamp.is_file() or stamp.read_text(encoding="utf-8") != wanted:
        print(f"Installing the versions of {lock} into {ENVIRONMENT} …", flush=True)
        install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*install, "--requirement", lock], cwd=ROOT, check=True)
        subprocess.run([*install, "--no-deps", "--editable", "."], cwd=ROOT, check=True)
        stamp.write_text(wanted, encoding="utf-8")
    return python


def works(python: Path) -> bool:
    """Whether an environment is there, whole, and of a Python that is new enough."""
    check = f"import pip, sys; sys.exit(sys.version_info < {OLDEST})"
    try:
        return subprocess.run([python, "-c", check], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def make_environment() -> None:
    """Makes .venv anew. Exits with advice when Python came without the part that makes environments."""
    print(f"Making {ENVIRONMENT} …", flush=True)
    made = subprocess.run(
        [sys.executable, "-m", "venv", "--clear", ENVIRONMENT], capture_output=True, text=True, check=False
    )
    if made.returncode:
        version = f"{sys.version_info[0]}.{sys.version_info[1]}"
        sys.exit(
            f"error: this Python cannot make a virtual environment:\n{(made.stdout + made.stderr).strip()}\n"
            f"On Debian and Ubuntu the part is a package of its own: sudo apt-get install python{version}-venv"
        )


def fingerprint(lock: str) -> str:
    """Changes when the locked versions or the project's settings do."""
    content = b"".join((ROOT / name).read_bytes() for name in (lock, "pyproject.toml"))
    return hashlib.sha256(content).hexdigest()


def run(python: Path, *arguments: str | Path) -> int:
    """The exit code of a command of the environment, run in the project's folder."""
    return subprocess.run([python, *arguments], cwd=ROOT, check=False).returncode


def refuse(message: str) -> int:
    """Says on the error stream why it cannot go on."""
    print(f"error: {message}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
