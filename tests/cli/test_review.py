"""`resumekit review` as a coach calls it."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Call
from tests.readback.copies import paragraph, with_body

COPY = Path("out") / "Amina-Haddad-HR-Advisor-REVIEW.docx"


def changed(path: Path) -> Path:
    """The copy with one bullet worded anew and another put behind it."""
    content = path.read_bytes()
    xml = paragraph(content, "in the new method")
    new = "<w:p><w:r><w:t>Won a prize</w:t></w:r></w:p>"
    back = path.with_name("back.docx")
    back.write_bytes(with_body(content, (xml, xml.replace("in the new method", "in the new way") + new)))
    return back


def test_a_copy_is_written_and_read_back_without_a_change(call: Call, small: Path) -> None:
    written, said = call("review", small), call("review", small, "--read", COPY)

    assert (written.code, written.out.split("  ")[0]) == (0, f"wrote {COPY}")
    assert (said.code, said.out) == (0, "nothing was changed, and nothing said\n")


def test_a_copy_that_is_there_is_left(call: Call, small: Path) -> None:
    call("review", small)

    again, forced = call("review", small), call("review", small, "--force")

    assert (again.code, forced.code) == (1, 0)
    assert "--force" in again.err


def test_changes_are_told_before_anything_is_written(call: Call, small: Path) -> None:
    call("review", small)
    before = small.read_bytes()

    said = call("review", small, "--read", changed(COPY))

    assert said.code == 0
    assert "changed: training\n    was: Trained nine technicians in the new method\n    now:" in said.out
    assert "added: " in said.out
    assert "1 certain: --apply writes it; 1 for you to go through" in said.err
    assert small.read_bytes() == before


def test_what_is_certain_is_written_on_request_and_what_is_offered_by_name(call: Call, small: Path) -> None:
    call("review", small)
    back = changed(COPY)
    told = call("review", small, "--read", back, "--format", "json").json
    role = next(one["facts"][0] for one in told["changes"] if one["kind"] == "added")

    said = call("review", small, "--read", back, "--apply", "--accept", role)

    text = small.read_text(encoding="utf-8")
    assert said.code == 0
    assert "text: Trained nine technicians in the new way\n      - text: Won a prize\n" in text
    assert "2 written, 0 for you to go through" in said.err


def test_mistakes_are_answered_with_what_to_do(call: Call, small: Path) -> None:
    call("review", small)
    no_copy, no_apply = call("review", small, "--apply"), call("review", small, "--read", COPY, "--accept", "training")
    lost, wrong = call("review", small, "--read", "lost.docx"), call("review", small, "--read", small)

    assert [one.code for one in (no_copy, no_apply, lost, wrong)] == [2, 2, 1, 1]
    assert "--read RETURNED.docx" in no_copy.err
    assert "--apply" in no_apply.err
    assert "there is no such file" in lost.err
    assert "save it as a Word document" in wrong.err
