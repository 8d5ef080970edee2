from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from resumekit.cli.render import Order, keep_watching
from resumekit.pipeline import Choices
from tests.cli.conftest import SMALL, Call
from tests.cli.test_app import ROOT, process

SAMPLES = sorted((ROOT / "samples").glob("*.yaml"))
assert len(SAMPLES) >= 6
TEXT = ("--to", "txt")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))


def client(path: Path, **changes: str) -> Path:
    text = SMALL
    for old, new in changes.items():
        text = text.replace(old.replace("_", " "), new)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_client_becomes_word_and_pdf(call: Call, small: Path) -> None:
    said = call("render", small)

    assert said.code == 0, said.err
    assert names(Path("out")) == ["Amina-Haddad-HR-Advisor.docx", "Amina-Haddad-HR-Advisor.pdf"]
    for line in said.out.splitlines():
        assert line.startswith(f"wrote {Path('out', 'Amina-Haddad-HR-Advisor')}.")
        assert "  1 page  " in line
    assert Path("out/Amina-Haddad-HR-Advisor.pdf").read_bytes().startswith(b"%PDF-")
    assert "word/document.xml" in ZipFile("out/Amina-Haddad-HR-Advisor.docx").namelist()


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_every_sample_becomes_text_for_each_target(call: Call, sample: Path) -> None:
    said = call("render", sample, "--all-targets", *TEXT)

    assert said.code == 0, said.err
    assert len(names(Path("out"))) == len(said.out.splitlines()) >= 1


def test_word_alone_loads_nothing_of_pdf(small: Path, tmp_path: Path) -> None:
    code = (
        "import sys\nfrom resumekit.cli.app import run\n"
        f"run(['render', {str(small)!r}, '--to', 'docx', '--out', {str(tmp_path / 'out')!r}])\n"
        "print('weasyprint' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )

    assert done.stdout.splitlines()[-1] == "False"
    assert "wrote" in done.stdout


def test_one_bad_client_does_not_stop_the_others(call: Call, tmp_path: Path) -> None:
    folder = tmp_path / "clients"
    folder.mkdir()
    client(folder / "a.yaml")
    client(folder / "b.yaml", person="persn")
    client(folder / "c.yaml", Amina_Haddad="Ben Okafor")
    (folder / "compose.yml").write_text("services: {}\n", encoding="utf-8")

    said = call("render", folder, *TEXT)

    assert said.code == 1
    assert names(Path("out")) == ["Amina-Haddad-HR-Advisor.txt", "Ben-Okafor-HR-Advisor.txt"]
    assert f"error: {folder / 'b.yaml'}:1:1: 'persn'" in said.err
    assert "did you mean 'person'?" in said.err
    assert f"skipped {folder / 'compose.yml'}: not a client file" in said.err
    assert said.err.splitlines()[-1] == f"3 clients, 2 files; 1 with errors: {folder / 'b.yaml'}"


def test_targets_of_one_name_are_told_apart(call: Call, tmp_path: Path) -> None:
    path = client(tmp_path / "amina.yaml", Laboratory_Manager="HR Advisor")

    said = call("render", path, "--all-targets", *TEXT)

    assert said.code == 0
    assert names(Path("out")) == ["Amina-Haddad-HR-Advisor-lab.txt", "Amina-Haddad-HR-Advisor.txt"]


def test_clients_of_one_name_are_told_apart_in_one_run_and_in_two(call: Call, tmp_path: Path) -> None:
    first, second = client(tmp_path / "first.yaml"), client(tmp_path / "second.yaml", Guelph="Windsor")

    call("render", first, second, *TEXT)
    before = {name: Path("out", name).read_text(encoding="utf-8") for name in names(Path("out"))}
    said = call("render", second, *TEXT)

    assert said.code == 0
    assert len(before) == 2
    assert before == {name: Path("out", name).read_text(encoding="utf-8") for name in names(Path("out"))}


def test_a_target_that_is_not_there_is_answered_with_the_nearest(call: Call, small: Path) -> None:
    said = call("render", small, "--target", "lb")

    assert said.code == 1
    assert "did you mean 'lab'?" in said.err


def test_a_file_changed_by_hand_is_kept_until_forced(call: Call, small: Path) -> None:
    call("render", small, *TEXT)
    written = Path("out/Amina-Haddad-HR-Advisor.txt")
    written.write_text("by hand", encoding="utf-8")

    kept = call("render", small, *TEXT)
    assert kept.code == 1
    assert "changed by hand" in kept.err
    assert "--force" in kept.err
    assert written.read_text(encoding="utf-8") == "by hand"

    assert call("render", small, *TEXT, "--force").code == 0
    assert "Amina Haddad" in written.read_text(encoding="utf-8")


def test_a_draft_is_named_so_and_says_what_stands_in_the_way(call: Call, tmp_path: Path) -> None:
    path = client(tmp_path / "amina.yaml")
    path.write_text(path.read_text(encoding="utf-8").replace("to: 8", "to: X"), encoding="utf-8")

    said = call("render", path, *TEXT)
    final = call("render", path, *TEXT, "--final", "--out", "final")

    assert said.code == 0
    assert names(Path("out")) == ["Amina-Haddad-HR-Advisor-DRAFT.txt"]
    assert "draft: what stands in the way of a final\n  - " in said.err
    assert final.code == 1
    assert "not final" in final.err
    assert names(Path("final")) == []


def test_documents_are_named_after_the_resume_that_they_go_with(call: Call, small: Path) -> None:
    said = call("render", small, "--document", "resume,letter,strategy", "--to", "docx,txt")

    assert said.code == 0, said.err
    stem = "Amina-Haddad-HR-Advisor"
    assert names(Path("out")) == sorted(
        f"{stem}{part}.{form}" for part in ("", "-Letter", "-Strategy") for form in ("docx", "txt")
    )
    assert "Dear Hiring Manager," in Path("out", f"{stem}-Letter.txt").read_text(encoding="utf-8")
    assert "Rules That Fired" in Path("out", f"{stem}-Strategy.txt").read_text(encoding="utf-8")


def test_a_letter_may_go_without_its_resume_and_is_called_one(call: Call, small: Path) -> None:
    said = call("render", small, "--document", "letter", *TEXT, "--format", "json")

    assert [file["document"] for file in said.json["results"][0]["files"]] == ["letter"]
    assert names(Path("out")) == ["Amina-Haddad-HR-Advisor-Letter.txt"]


def test_what_goes_with_a_draft_is_a_draft(call: Call, tmp_path: Path) -> None:
    path = client(tmp_path / "amina.yaml")
    path.write_text(path.read_text(encoding="utf-8").replace("to: 8", "to: X"), encoding="utf-8")

    said = call("render", path, "--document", "resume,letter", "--to", "docx", "--jobs", "2")

    assert said.code == 0, said.err
    assert names(Path("out")) == ["Amina-Haddad-HR-Advisor-DRAFT-Letter.docx", "Amina-Haddad-HR-Advisor-DRAFT.docx"]


def test_every_target_has_its_documents_and_the_next_run_writes_over_them(call: Call, tmp_path: Path) -> None:
    path = client(tmp_path / "amina.yaml", Laboratory_Manager="HR Advisor")
    order = ("render", path, "--all-targets", "--document", "all", *TEXT)

    first, second = call(*order), call(*order)

    parts = ("", "-First-Scan", "-Letter", "-LinkedIn", "-Strategy", "-Thank-You")
    assert (first.code, second.code) == (0, 0), second.err
    assert names(Path("out")) == sorted(
        f"Amina-Haddad-HR-Advisor{target}{part}.txt" for target in ("", "-lab") for part in parts
    )


def test_a_sheet_with_nothing_on_it_is_not_written(call: Call, small: Path) -> None:
    said = call("render", small, "--document", "references", *TEXT)

    assert names(Path("out")) == []
    assert "references: no fact is stated that it could be made from" in said.err


@pytest.mark.parametrize(("word", "meant"), [("leter", "letter"), ("cv", "resume"), ("Cover-Letter", "letter")])
def test_an_unknown_document_is_wrong_usage_and_says_the_nearest(
    call: Call, small: Path, word: str, meant: str
) -> None:
    said = call("render", small, "--document", f"resume,{word}")

    assert said.code == 2
    assert f"did you mean '{meant}'?" in said.err
    assert "references, strategy, skills, first-scan, all" in said.err
    assert not Path("out").exists()


def test_json_is_one_value_and_nothing_else(call: Call, small: Path, tmp_path: Path) -> None:
    said = call("render", small, tmp_path / "none.yaml", *TEXT, "--format", "json")

    assert said.code == 1
    assert said.err == ""
    good, bad = said.json["results"]
    assert said.json["ok"] is False
    [file] = good["files"]
    assert file["path"] == str(Path("out", "Amina-Haddad-HR-Advisor.txt"))
    assert (file["format"], file["target"], file["pages"]) == ("txt", "hr", None)
    assert "there is no such file" in bad["errors"][0]


def test_two_processes_write_what_one_writes(call: Call, tmp_path: Path) -> None:
    clients = [client(tmp_path / f"{n}.yaml", Guelph=city) for n, city in enumerate(("Guelph", "Windsor", "London"))]

    one = call("render", *clients, *TEXT, "--out", "one")
    two = call("render", *clients, *TEXT, "--out", "two", "--jobs", "2")

    assert (one.code, two.code) == (0, 0)
    assert names(Path("one")) == names(Path("two"))
    for name in names(Path("one")):
        assert Path("one", name).read_bytes() == Path("two", name).read_bytes()


def test_the_same_call_writes_the_same_bytes(call: Call, small: Path) -> None:
    for out in ("one", "two"):
        assert call("render", small, "--out", out, "--to", "docx,pdf,html,md,txt,json,jsonresume").code == 0

    assert len(names(Path("one"))) == 7
    for name in names(Path("one")):
        assert Path("one", name).read_bytes() == Path("two", name).read_bytes(), name


@pytest.mark.parametrize("out", ["with space", "élan", "deep/er/still"])
def test_any_folder_may_be_written_to(call: Call, small: Path, out: str) -> None:
    assert call("render", small, *TEXT, "--out", out).code == 0
    assert names(Path(out)) == ["Amina-Haddad-HR-Advisor.txt"]


def test_out_that_is_a_file_is_refused(call: Call, small: Path) -> None:
    Path("taken").touch()

    said = call("render", small, "--out", "taken")

    assert (said.code, said.out) == (1, "")
    assert said.err == "error: taken is a file; name a folder with --out\n"


@pytest.mark.parametrize("name", ["../../x", "..", "a/b\\\\c", "CON", "x" * 400, "王小明", "\\u202egpj.exe"])
def test_no_name_of_a_client_leads_out_of_the_folder(call: Call, tmp_path: Path, name: str) -> None:
    path = client(tmp_path / "amina.yaml")
    text = path.read_text(encoding="utf-8").replace("name: Amina Haddad", f'name: "{name}"')
    path.write_text(text.replace("role: HR Advisor", f'role: "{name}"'), encoding="utf-8")

    said = call("render", path, *TEXT, "--out", "deep/out")

    assert said.code == 0, said.err
    assert len(names(Path("deep/out"))) == 1
    assert sorted(item.name for item in tmp_path.iterdir()) == ["amina.yaml", "deep"]
    assert [item.name for item in Path("deep").iterdir()] == ["out"]


def test_a_users_own_theme_works_by_path(call: Call, small: Path) -> None:
    assert call("themes", "new", "mine", "--from", "plain").code == 0

    assert call("render", small, "--theme", "./mine", "--to", "html").code == 0
    assert call("render", small, "--theme", "mine", "--to", "docx").code == 0


def test_a_missing_theme_folder_says_how_to_make_one(call: Call, small: Path) -> None:
    said = call("render", small, "--theme", "./none")

    assert said.code == 1
    assert "resumekit themes new ./none" in said.err


def test_a_folder_that_is_no_theme_says_what_is_missing(call: Call, small: Path) -> None:
    Path("photos").mkdir()

    said = call("render", small, "--theme", "photos")

    assert said.code == 1
    assert "there is no theme.toml in photos; copy one with: resumekit themes new photos --from modern" in said.err
    assert call("themes", "new", "photos", "--from", "modern").code == 0
    assert call("render", small, "--theme", "photos", "--to", "docx").code == 0


def test_a_branded_template_is_filled_besides(call: Call, small: Path) -> None:
    from docx import Document as Word

    template = Word()
    template.add_paragraph("Office of {{ name }}")
    template.save("office.docx")

    said = call("render", small, "--to", "txt", "--branded", "office.docx")
    wrong = call("render", small, "--to", "txt", "--branded", "none.docx", "--out", "none")

    assert said.code == 0, said.err
    assert names(Path("out")) == ["Amina-Haddad-HR-Advisor.branded.docx", "Amina-Haddad-HR-Advisor.txt"]
    assert Word("out/Amina-Haddad-HR-Advisor.branded.docx").paragraphs[0].text == "Office of Amina Haddad"
    assert wrong.code == 1
    assert "none.docx" in wrong.err
    assert names(Path("none")) == []


def test_watching_renders_what_changes_and_survives_mistakes(
    call: Call, small: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    good = small.read_text(encoding="utf-8")
    better = good.replace("Amina", "Amélie")
    steps = iter([good.replace("person", "persn"), better, better])
    stamp = small.stat().st_mtime

    def wait() -> None:
        nonlocal stamp
        try:
            small.write_text(next(steps), encoding="utf-8")
        except StopIteration:
            raise KeyboardInterrupt from None
        stamp += 1
        os.utime(small, (stamp, stamp))

    # Results lie in the folder that is watched, and are not answered themselves.
    order = Order(
        (small.parent,),
        Choices(formats=("txt", "jsonresume")),
        small.parent,
        all_targets=False,
        branded=None,
        force=False,
        jobs=1,
        form="text",
    )
    with pytest.raises(KeyboardInterrupt):
        keep_watching(order, None, wait)

    said = capfd.readouterr()
    assert "did you mean 'person'?" in said.err
    stem = "Amélie-Haddad-HR-Advisor"
    assert names(small.parent) == sorted([f"{stem}.resume.json", f"{stem}.txt", "amina.yaml"])


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends Ctrl-C another way")
@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_ends_watching_quietly(small: Path, tmp_path: Path, sent: signal.Signals, code: int) -> None:
    # Tests that a shell runs in the background are made to ignore Ctrl-C, and their children would inherit that.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    with subprocess.Popen(
        [sys.executable, "-m", "resumekit", "render", str(small), *TEXT, "--out", str(tmp_path / "out"), "--watch"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as running:
        signal.signal(signal.SIGINT, before)
        assert running.stderr
        while "watching" not in (line := running.stderr.readline()):
            assert line, "it ended before it watched"
        running.send_signal(sent)
        _, said = running.communicate(timeout=20)

    assert running.returncode == code
    assert said.strip() == ""


@pytest.mark.skipif(shutil.which("script") is None, reason="`script` makes a terminal")
def test_a_bar_is_shown_on_a_terminal_only(tmp_path: Path) -> None:
    for number in range(12):
        client(tmp_path / f"{number}.yaml")
    words = [sys.executable, "-m", "resumekit", "render", str(tmp_path), *TEXT, "--out", str(tmp_path / "out")]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm"}

    piped = subprocess.run(words, capture_output=True, text=True, check=True, env=environment)
    terminal = subprocess.run(
        ["script", "-qec", " ".join(words), "/dev/null"], capture_output=True, text=True, check=True, env=environment
    )

    assert "rendering" not in piped.stdout + piped.stderr
    assert "12/12" in terminal.stdout


def test_the_command_works_as_a_process(small: Path, tmp_path: Path) -> None:
    done = process("render", str(small), *TEXT, "--out", str(tmp_path / "out"), "--format", "json")

    assert done.returncode == 0
    assert json.loads(done.stdout)["ok"] is True
