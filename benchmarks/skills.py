"""Measures the skills engine: `python benchmarks/skills.py`.

Prints bullets a second on one core, and the seconds until the first bullet is read, beyond importing spaCy, in
processor time of this process; the best of several rounds, for other work on the machine only slows.
"""

from __future__ import annotations

import csv
import subprocess
import sys
import time
from pathlib import Path

HELD_OUT = Path(__file__).parent / "fit" / "held-out"
ROUNDS = 7
LOAD = """
import time, spacy
start = time.process_time()
from resumekit.mapping import rank_competencies
rank_competencies("Ran the roster for nine nurses")
print(time.process_time() - start)
"""


def main() -> None:
    """Prints both figures."""
    from resumekit.mapping import engine_for

    loads = [float(subprocess.check_output([sys.executable, "-c", LOAD])) for _ in range(ROUNDS)]
    print(f"ready after {min(loads):.2f} s, spaCy's import not counted")
    rank = engine_for("hr-canada").rank
    texts = [row["text"] for path in sorted(HELD_OUT.glob("*.csv")) for row in _rows(path)]
    spent = []
    for _ in range(ROUNDS):
        start = time.process_time()
        for text in texts:
            rank(text)
        spent.append(time.process_time() - start)
    print(f"{len(texts) / min(spent):,.0f} bullets a second on one core")


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


if __name__ == "__main__":
    main()
