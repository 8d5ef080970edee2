"""Damage resumes in many ways and read each: no traceback, no hang, bounded memory.

    python benchmarks/fuzz.py --files 10000 --seed 1 [--in-process]

Files of tests/readback/foreign are the stock. In a child process each costs a start of Python; `--in-process` reads
them without one (some hundred a second), so that a fault shows as it is, but a crash of PDFium ends the run.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from resumekit.errors import ForeignFileError  # noqa: E402 - the checkout goes before what is installed
from resumekit.readback.child import read  # noqa: E402
from resumekit.readback.fields import extract  # noqa: E402
from resumekit.readback.foreign import ForeignReading  # noqa: E402
from resumekit.readback.sandbox import read_foreign  # noqa: E402
from tests.readback.foreign.damage import damaged  # noqa: E402
from tests.readback.foreign.files import FILES  # noqa: E402

_SLOW = 10.0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--in-process", action="store_true")
    options = parser.parse_args()
    stock = {name: build() for name, build in FILES.items()}
    outcomes: Counter[str] = Counter()
    slowest = 0.0
    with tempfile.TemporaryDirectory() as folder:
        for number in range(options.files):
            chance = random.Random(f"{options.seed}-{number}")
            name = chance.choice(sorted(stock))
            content = damaged(stock[name], chance)
            begin = time.perf_counter()
            outcome = one(name, content, Path(folder), in_process=options.in_process)
            took = time.perf_counter() - begin
            slowest = max(slowest, took)
            if outcome.startswith("FAULT") or took > _SLOW:
                print(f"seed {options.seed}-{number} {name}: {outcome} ({took:.1f} s)")
            outcomes[outcome.split(":")[0]] += 1
    for outcome, count in outcomes.most_common():
        print(f"{count:6} {outcome}")
    print(f"slowest {slowest:.2f} s")
    return 1 if any(outcome.startswith("FAULT") for outcome in outcomes) else 0


def one(name: str, content: bytes, folder: Path, *, in_process: bool) -> str:
    """How reading a damaged file ends, in a word; "FAULT" is ours."""
    try:
        reading = _in_process(name, content) if in_process else _in_child(name, content, folder)
        extract(reading)
    except ForeignFileError as error:
        return f"FAULT: {error}" if "reader failed" in str(error) else error.reason
    except Exception as error:  # noqa: BLE001 - any other error is what this looks for
        return f"FAULT: {type(error).__name__}: {error}"
    return "read"


def _in_process(name: str, content: bytes) -> ForeignReading:
    reading = read(name.rpartition(".")[2], content)
    assert isinstance(reading, ForeignReading)
    return reading


def _in_child(name: str, content: bytes, folder: Path) -> ForeignReading:
    path = folder / name
    path.write_bytes(content)
    return read_foreign(path)


if __name__ == "__main__":
    sys.exit(main())
