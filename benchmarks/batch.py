"""Prints how fast and with how much memory many clients are rendered, as JSON: `batch.py CLIENTS FOLDER`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

SAMPLES = Path(__file__).resolve().parent.parent / "samples"


def main(clients: int, folder: Path) -> None:
    """Renders copies of the samples, each with a name of its own, and watches the memory of all processes."""
    inbox = folder / "clients"
    inbox.mkdir()
    sources = sorted(SAMPLES.glob("[1-5]-*.yaml"))
    for number in range(clients):
        text = sources[number % len(sources)].read_text(encoding="utf-8")
        text = text.replace("\n  name: ", f"\n  name: Client{number} ", 1)
        (inbox / f"client-{number:04}.yaml").write_text(text, encoding="utf-8")
    postings = SAMPLES / "postings"
    (inbox / "postings").mkdir()
    for path in postings.iterdir():
        (inbox / "postings" / path.name).write_bytes(path.read_bytes())
    program = Path(sys.executable).with_name("resumekit")
    command: list[str | Path] = [program, "render", inbox, "--to", "docx,pdf", "--out", folder / "batch", "--jobs", "2"]
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True)
    memory: list[float] = []
    cpu: dict[int, float] = {}
    while process.poll() is None:
        processes = _processes(process.pid)
        memory.append(sum(megabytes for megabytes, _ in processes.values()))
        cpu |= {number: seconds for number, (_, seconds) in processes.items()}
        time.sleep(0.5)
    seconds = time.perf_counter() - started
    made = len(list((folder / "batch").rglob("*.pdf")))
    if process.returncode or made != clients:
        errors = process.stderr.read().decode() if process.stderr else ""
        sys.exit(f"the batch made {made} of {clients} PDFs and ended with {process.returncode}:\n{errors[-2000:]}")
    told = {"clients": clients, "seconds": seconds, "cpu": sum(cpu.values()), "memory_mb": memory}
    print(json.dumps(told))


def _processes(leader: int) -> dict[int, tuple[float, float]]:
    """Resident megabytes and CPU seconds of each process of the leader's session (Linux; none elsewhere)."""
    found = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text(encoding="utf-8").rpartition(")")[2].split()
        except OSError:
            continue  # it ended meanwhile
        if int(fields[3]) == leader:
            megabytes = int(fields[21]) * os.sysconf("SC_PAGE_SIZE") / 2**20
            found[int(path.parent.name)] = (megabytes, sum(map(int, fields[11:13])) / os.sysconf("SC_CLK_TCK"))
    return found


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
