"""How fast checks are: `python benchmarks/check.py [CLIENT]`. The whole process, and clients a second in one process."""

from __future__ import annotations

import statistics
import subprocess
import sys
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "samples" / "2-laboratory-to-hr.yaml"
RUNS = 10


def whole_process(path: Path) -> list[float]:
    """Seconds of each run of `resumekit check`."""
    seconds = []
    for _ in range(RUNS):
        start = perf_counter()
        subprocess.run([sys.executable, "-m", "resumekit", "check", str(path)], check=False, capture_output=True)
        seconds.append(perf_counter() - start)
    return seconds


def in_process(path: Path) -> tuple[float, float]:
    """Clients a second: the wording rules over a page that is there, and all of a check, composing among it."""
    from dataclasses import replace

    from resumekit.checking import check_client, compose_for
    from resumekit.lint.page_of import page_of_document
    from resumekit.lint.run import check_page
    from resumekit.lint.settings import default_settings
    from resumekit.load.client import load

    client = load(path)
    target = client.resume.target()
    page = page_of_document(compose_for(client.resume, target, ""), client.resume, target)
    wording = replace(default_settings(), select=("VRB", "ACH", "WRD", "STY", "PRO"))
    return _rate(lambda: check_page(page, wording)), _rate(lambda: check_client(client))


def _rate(work: object, seconds: float = 2.0) -> float:
    assert callable(work)
    work()
    start, count = perf_counter(), 0
    while perf_counter() - start < seconds:
        work()
        count += 1
    return count / (perf_counter() - start)


def main() -> None:
    """Measures and prints."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLE
    runs = whole_process(path)
    wording, whole = in_process(path)
    print(f"{path.name}: whole process {statistics.median(runs):.2f} s (fastest {min(runs):.2f})")
    print(f"in one process: {wording:.0f} clients/s for the wording rules, {whole:.0f} for all of a check")


if __name__ == "__main__":
    main()
