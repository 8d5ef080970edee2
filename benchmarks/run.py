"""Measures resumekit and writes RESULTS.md: `python benchmarks/run.py [--rounds 9] [--clients 500]`.

Needs Python alone: it makes its own environments in benchmarks/.env, one for resumekit as this folder has it and one
for RenderCV, which needs Python 3.12 or newer. Without one, or without RenderCV's packages, the rest still runs.
Absolute times belong to one machine. Only ratios within one run, whose variants are shuffled, are worth quoting.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
ENVIRONMENTS = HERE / ".env"
SAMPLE = ROOT / "samples" / "2-laboratory-to-hr.yaml"
RENDERCV = "rendercv[full]==2.8"


@dataclass(frozen=True)
class Run:
    """What one run of a command took."""

    wall: float
    cpu: float
    peak_mb: float


@dataclass(frozen=True)
class Variant:
    """A command to be measured; `{out}` in it is a new folder for each run."""

    name: str
    command: tuple[str, ...]
    environment: tuple[tuple[str, str], ...] = ()


def main() -> None:
    """Sets up, measures, and writes RESULTS.md."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=9, help="runs of each whole-process variant")
    parser.add_argument("--clients", type=int, default=500, help="clients of the batch; 0 leaves it out")
    parser.add_argument("--seed", type=int, default=1, help="of the shuffling")
    options = parser.parse_args()
    # What is installed has its bytecode beside it; what is measured has it too.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    python = newest_python()
    ours = environment("resumekit", python, ["-r", str(ROOT / "requirements.txt")], editable=True)
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        rival, note = rendercv(python, ours, work)
        runs = whole_processes([*our_variants(ours), *rival], options.rounds, random.Random(options.seed), work)
        warm = json.loads(output([ours, HERE / "warm.py", SAMPLE, str(options.rounds), str(options.seed)]))
        batch = json.loads(output([ours, HERE / "batch.py", str(options.clients), work])) if options.clients else None
    lines = [*head(python, ours, note), *process_table(runs), *warm_table(warm), *batch_table(batch)]
    (HERE / "RESULTS.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(lines))


# --- Environments ---


def newest_python() -> str:
    """A Python of 3.12 or newer if there is one, so that both programs run on the same; else this one."""
    wanted = [os.environ.get("BENCHMARK_PYTHON"), sys.executable, "python3.12", "python3.13", "python3.14"]
    wanted += [str(path) for path in sorted(Path.home().glob(".pyenv/versions/3.1[2-9]*/bin/python"))]
    for candidate in wanted:
        found = shutil.which(candidate) if candidate else None
        if found and _succeeds([found, "-c", "import sys, venv; sys.exit(sys.version_info < (3, 12))"]):
            return found
    return sys.executable


def environment(name: str, python: str, requirements: list[str], *, editable: bool = False) -> Path:
    """The Python of an environment with these requirements, made when it is not there yet."""
    folder = ENVIRONMENTS / name
    inside = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    stamp = folder / "installed"
    wanted = json.dumps([python, requirements, (ROOT / "requirements.txt").read_text(encoding="utf-8")])
    if not stamp.is_file() or stamp.read_text(encoding="utf-8") != wanted:
        subprocess.run([python, "-m", "venv", "--clear", folder], check=True)
        pip = [str(inside), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, *requirements], check=True)
        if editable:
            subprocess.run([*pip, "--no-deps", "--editable", ROOT], check=True)
        stamp.write_text(wanted, encoding="utf-8")
    return inside


def rendercv(python: str, ours: Path, work: Path) -> tuple[list[Variant], str]:
    """RenderCV's variant and a note on how it was run, or no variant and why."""
    try:
        theirs = environment("rendercv", python, [RENDERCV])
    except subprocess.CalledProcessError:
        return [], f"RenderCV could not be installed on {python}: it needs Python 3.12 or newer. Not compared."
    source = work / "comparable.yaml"
    source.write_text(output([ours, HERE / "comparable.py", SAMPLE]), encoding="utf-8")
    command = (str(theirs.with_name("rendercv")), "render", str(source), "-q", "--output-folder", "{out}")
    note = "RenderCV 2.8, the same words, all its default outputs (Typst, PDF, PNG, Markdown, HTML)."
    plain = Variant("rendercv render", command)
    if _renders(plain, work):
        return [plain], note
    # Its one Typst package comes from the network. Where there is none, a stand-in draws one glyph for every icon.
    stand_in = (("XDG_CACHE_HOME", str(HERE / "stand-in")),)
    helped = Variant(plain.name, command, stand_in)
    if _renders(helped, work):
        return [helped], f"{note} Its icon package could not be downloaded; a smaller stand-in took its place."
    return [], "RenderCV was installed but could not render here. Not compared."


def our_variants(ours: Path) -> list[Variant]:
    """The whole-process variants of resumekit."""
    program = str(ours.with_name("resumekit"))
    render = (program, "render", str(SAMPLE), "--out", "{out}", "--to")
    return [
        Variant("resumekit render --to docx,pdf", (*render, "docx,pdf")),
        Variant("resumekit render --to docx", (*render, "docx")),
        Variant("resumekit render --to pdf", (*render, "pdf")),
        Variant("resumekit --help", (program, "--help")),
        Variant('python -c "import pydantic"', (str(ours), "-c", "import pydantic")),
    ]


# --- Measuring ---


def whole_processes(variants: list[Variant], rounds: int, chance: random.Random, work: Path) -> dict[str, list[Run]]:
    """Every variant once a round, in a new order each round, after one round that warms the disk's cache."""
    runs: dict[str, list[Run]] = {variant.name: [] for variant in variants}
    for number in range(rounds + 1):
        for variant in chance.sample(variants, len(variants)):
            measured = measure(variant, work)
            if number:
                runs[variant.name].append(measured)
    return runs


def measure(variant: Variant, work: Path) -> Run:
    """Runs a variant once. Raises RuntimeError when it fails: a failure is not a fast run."""
    with tempfile.TemporaryDirectory(dir=work) as out:
        command = [part.replace("{out}", out) for part in variant.command]
        log = work / "log.txt"
        with log.open("wb") as stream:
            started = time.perf_counter()
            process = subprocess.Popen(
                command, stdout=stream, stderr=stream, cwd=work, env={**os.environ, **dict(variant.environment)}
            )
            _, status, usage = os.wait4(process.pid, 0)
            wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise RuntimeError(f"{variant.name}: {log.read_text(encoding='utf-8', errors='replace')[-2000:]}")
        return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def _renders(variant: Variant, work: Path) -> bool:
    try:
        measure(variant, work)
    except RuntimeError:
        return False
    return True


def output(command: Iterable[str | Path]) -> str:
    """What a command prints."""
    return subprocess.run(list(command), check=True, capture_output=True, text=True, encoding="utf-8").stdout


def _succeeds(command: list[str]) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


# --- Telling ---


def head(python: str, ours: Path, note: str) -> list[str]:
    """What was measured, and where."""
    versions = output([ours, "-m", "pip", "list", "--format", "freeze", "--disable-pip-version-check"]).splitlines()
    named = [line for line in versions if line.split("==")[0].lower() in {"weasyprint", "python-docx", "pydantic"}]
    return [
        "# Results",
        "",
        "Written by `python benchmarks/run.py`. Absolute times belong to this machine; quote the ratios, which come",
        "from one run with its variants shuffled. Differences under 8 % are noise.",
        "",
        f"- Machine: {cpu_name()}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}",
        f"- {output([python, '--version']).strip()}; {', '.join(named)}",
        f"- Load of the machine at the end: {_load()}",
        f"- Client: `{SAMPLE.relative_to(ROOT)}`",
        f"- {note}",
        "",
    ]


def _load() -> str:
    """How many processes wanted a core over the last 1, 5 and 15 minutes; far more than cores is a busy machine."""
    return ", ".join(f"{load:.1f}" for load in os.getloadavg()) if hasattr(os, "getloadavg") else "unknown"


def cpu_name() -> str:
    """The processor's name as the system tells it."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or "unknown processor"
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), "unknown processor")


def process_table(runs: dict[str, list[Run]]) -> list[str]:
    """Whole processes, and the ratios that are asked of them."""
    lines = ["## Whole processes", "", "| | median s | quartiles s | CPU s | peak MB |", "|---|---|---|---|---|"]
    for name, measured in runs.items():
        low, middle, high = quartiles(run.wall for run in measured)
        cpu, peak = _median(measured, "cpu"), _median(measured, "peak_mb")
        lines.append(f"| `{name}` | {middle:.2f} | {low:.2f}–{high:.2f} | {cpu:.2f} | {peak:.0f} |")
    lines += ["", "| ratio of medians | wall | CPU |", "|---|---|---|"]
    pairs = [
        ("resumekit render --to docx,pdf", "rendercv render"),
        ("resumekit render --to docx", "rendercv render"),
        ("resumekit --help", 'python -c "import pydantic"'),
    ]
    for upper, lower in pairs:
        if upper in runs and lower in runs:
            wall, cpu = (_median(runs[upper], what) / _median(runs[lower], what) for what in ("wall", "cpu"))
            lines.append(f"| `{upper}` / `{lower}` | **{wall:.2f}** | {cpu:.2f} |")
    return [*lines, ""]


def _median(runs: list[Run], what: str) -> float:
    return statistics.median(float(getattr(run, what)) for run in runs)


def quartiles(values: Iterable[float]) -> tuple[float, float, float]:
    """The lower quartile, the median and the upper quartile."""
    low, middle, high = statistics.quantiles(values, n=4, method="inclusive")
    return low, middle, high


def warm_table(warm: dict[str, list[float]]) -> list[str]:
    """In one process, everything loaded."""
    lines = ["## Warm, in one process", "", "| | median ms | quartiles ms |", "|---|---|---|"]
    for name, seconds in warm.items():
        low, middle, high = (1000 * value for value in quartiles(seconds))
        lines.append(f"| {name} | {middle:.0f} | {low:.0f}–{high:.0f} |")
    lines += ["", "| ratio of medians | |", "|---|---|"]
    ours = statistics.median(warm["PDF"])
    for name, seconds in warm.items():
        if name.startswith("bare"):
            lines.append(f"| PDF / {name} | **{ours / statistics.median(seconds):.2f}** |")
    return [*lines, ""]


def batch_table(batch: dict[str, Any] | None) -> list[str]:
    """Many clients on two workers."""
    if not batch:
        return []
    clients, seconds, cpu, memory = (batch[name] for name in ("clients", "seconds", "cpu", "memory_mb"))
    lines = [
        "## A batch on two workers",
        "",
        f"{clients} clients to PDF and DOCX, written and read back, in {seconds:.0f} s:",
        f"**{clients / seconds:.1f} clients a second**, {clients / cpu:.1f} for each second of CPU." if cpu else "",
        f"Of {os.cpu_count()} cores it was given {cpu / seconds:.1f}; what others ran at the time had the rest.",
        "",
        "| share of the time | MB of all processes |",
        "|---|---|",
    ]
    shares = {share: memory[min(int(share * len(memory)), len(memory) - 1)] for share in (0.1, 0.25, 0.5, 0.75, 0.95)}
    return [*lines, *(f"| {share:.0%} | {megabytes:.0f} |" for share, megabytes in shares.items()), ""]


if __name__ == "__main__":
    main()
