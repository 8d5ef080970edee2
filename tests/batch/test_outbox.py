from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path

import pytest

from resumekit.batch.job import Staged, StagedFile
from resumekit.batch.ledger import NAME
from resumekit.batch.outbox import Outbox
from resumekit.errors import OutputError


def stage(box: Outbox, stem: str, content: bytes, target: str = "hr", ending: str = ".pdf") -> Staged:
    path = box.staging / f"{len(list(box.staging.iterdir()))}{ending}"
    path.write_bytes(content)
    sha256 = hashlib.sha256(content).hexdigest()
    return Staged(stem, target, (StagedFile("pdf", ending, path, sha256, 1, 0.0),), (), ())


def place(out: Path, client: Path, stem: str, content: bytes, *, target: str = "hr", force: bool = False) -> str:
    client.touch()
    with Outbox(out, force=force) as box:
        [written] = box.place(client, stage(box, stem, content, target))
    return written.path.name


def test_a_second_run_writes_over_its_own_file(tmp_path: Path) -> None:
    out, amina = tmp_path / "out", tmp_path / "amina.yaml"

    assert place(out, amina, "Amina", b"1") == place(out, amina, "Amina", b"2") == "Amina.pdf"
    assert (out / "Amina.pdf").read_bytes() == b"2"


def test_a_file_changed_by_hand_stays_unless_forced(tmp_path: Path) -> None:
    out, amina = tmp_path / "out", tmp_path / "amina.yaml"
    place(out, amina, "Amina", b"1")
    (out / "Amina.pdf").write_bytes(b"by hand")

    with pytest.raises(OutputError, match="changed by hand"):
        place(out, amina, "Amina", b"2")
    assert (out / "Amina.pdf").read_bytes() == b"by hand"

    place(out, amina, "Amina", b"2", force=True)
    assert (out / "Amina.pdf").read_bytes() == b"2"


def test_a_letter_never_takes_the_file_of_another_target(tmp_path: Path) -> None:
    out, amina = tmp_path / "out", tmp_path / "amina.yaml"
    amina.touch()
    with Outbox(out) as box:
        [strategy] = box.place(amina, stage(box, "Amina-Director", b"1", "director", "-Strategy.pdf"))
        [resume] = box.place(amina, stage(box, "Amina-Director-Strategy", b"2", "planner"))
    with Outbox(out, force=True) as box:
        [again] = box.place(amina, stage(box, "Amina-Director-Strategy", b"3", "planner"))

    assert strategy.path.name == "Amina-Director-Strategy.pdf"
    assert resume.path.name == again.path.name == "Amina-Director-Strategy-planner.pdf"
    assert strategy.path.read_bytes() == b"1"


def test_a_file_of_another_program_stays(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "Amina.pdf").write_bytes(b"scan")

    with pytest.raises(OutputError, match="resumekit did not write it"):
        place(out, tmp_path / "amina.yaml", "Amina", b"1")


def test_two_clients_of_one_name_keep_a_file_each(tmp_path: Path) -> None:
    out = tmp_path / "out"
    clients = [tmp_path / f"{name}.yaml" for name in ("amina", "amina-2")]
    for client in clients:
        client.touch()

    with Outbox(out) as box:
        names = [box.place(client, stage(box, stem, b"x"))[0].path.name
                 for client, stem in zip(clients, ("Amina", "AMINA"), strict=True)]  # fmt: skip

    assert names == ["Amina.pdf", "AMINA-hr.pdf"]


def test_names_stay_with_their_clients_in_the_next_run(tmp_path: Path) -> None:
    out, first, second = tmp_path / "out", tmp_path / "first.yaml", tmp_path / "second.yaml"
    place(out, first, "Amina", b"1")
    place(out, second, "Amina", b"2")

    # The second alone, and before the first: neither takes the other's file.
    assert place(out, second, "Amina", b"3") == "Amina-hr.pdf"
    assert place(out, first, "Amina", b"4") == "Amina.pdf"


def test_a_folder_may_be_copied_with_its_clients(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.mkdir()
    place(old / "out", old / "amina.yaml", "Amina", b"1")
    shutil.copytree(old, new)

    assert place(new / "out", new / "amina.yaml", "Amina", b"2") == "Amina.pdf"


def test_the_name_of_a_client_file_that_is_gone_is_free(tmp_path: Path) -> None:
    out, amina = tmp_path / "out", tmp_path / "amina.yaml"
    place(out, amina, "Amina", b"1")
    amina.unlink()

    assert place(out, tmp_path / "renamed.yaml", "Amina", b"2") == "Amina.pdf"


def test_nothing_is_left_but_results_and_the_ledger(tmp_path: Path) -> None:
    place(tmp_path / "out", tmp_path / "amina.yaml", "Amina", b"1")

    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [NAME, "Amina.pdf"]


def test_a_run_that_fails_leaves_earlier_files_whole(tmp_path: Path) -> None:
    out, amina = tmp_path / "out", tmp_path / "amina.yaml"
    place(out, amina, "Amina", b"1")

    def fail() -> None:
        with Outbox(out) as box:
            stage(box, "Amina", b"half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()

    assert (out / "Amina.pdf").read_bytes() == b"1"
    assert sorted(path.name for path in out.iterdir()) == [NAME, "Amina.pdf"]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"results": []}', '{"results": {"a": 1}}', "[" * 100_000, "\ud800"])
def test_a_spoiled_ledger_loses_no_file(tmp_path: Path, text: str) -> None:
    out = tmp_path / "out"
    place(out, tmp_path / "amina.yaml", "Amina", b"1")
    (out / NAME).write_text(text, encoding="utf-8", errors="surrogatepass")

    with pytest.raises(OutputError):
        place(out, tmp_path / "ben.yaml", "Amina", b"2")
    assert (out / "Amina.pdf").read_bytes() == b"1"


def test_out_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").touch()

    with pytest.raises(OutputError, match="is a file; name a folder"):
        Outbox(tmp_path / "out")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_out_that_may_not_be_written_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)

    with pytest.raises(OutputError, match="cannot be written to"):
        Outbox(tmp_path / "out")


def test_below_a_file_there_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(OutputError, match="cannot be written to"):
        Outbox(tmp_path / "file" / "out")
