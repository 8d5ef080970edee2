"""Edits keep everything but what was asked: comments, layout, line endings, byte order mark, other facts."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from resumekit.errors import ClientFileError, OutputError, UnknownNameError
from resumekit.load.client import load, parse
from resumekit.load.dump import dump_yaml
from resumekit.load.edit import confirm, write_ids
from resumekit.model.achievement import Achievement
from resumekit.model.date import PartialDate
from resumekit.model.resume import Resume
from tests.load.strategies import resumes

ROOT = Path(__file__).parents[2]
SAMPLES = sorted([*(ROOT / "samples").glob("*.yaml"), *(ROOT / "tests" / "full_client").glob("*.yaml")])
ON = PartialDate.parse("2026-10-01")

SOURCE = """# Ana's file
person: {name: Ana Lee}   # the client
experience:
  # the present job
  - employer: North Labs
    title: Manager   # since the merger
    # from the contract
    start: 2020-02
    city: Guelph
    achievements:
      - Cut costs   # ask
      - 'It''s: quoted'
      - >-
        A long text
        over two lines
      - action: Built a team
        # she says
        result: |
          Cut turnover

  - {employer: South, title: Clerk, start: 2018}
skills: [Law, {name: Tax}]
notes: end
"""


@pytest.fixture
def saved(tmp_path: Path) -> Callable[[str], Path]:
    def save(text: str, name: str = "ana.yaml") -> Path:
        path = tmp_path / name
        path.write_bytes(text.encode())
        return path

    return save


def _write(path: Path, *keys: str) -> str:
    before = load(path).resume
    assert write_ids(path, keys) == keys
    after = load(path).resume
    assert [*after.facts] == [*before.facts]
    assert [key for key in keys if after.fact(key).id != key] == []
    return path.read_bytes().decode()


def test_an_id_is_written_before_the_first_field(saved: Callable[[str], Path]) -> None:
    text = _write(saved(SOURCE), "experience/north-labs")

    assert text == SOURCE.replace("- employer: North", "- id: experience/north-labs\n    employer: North")


def test_a_shorthand_is_opened_as_it_was_written(saved: Callable[[str], Path]) -> None:
    base = "experience/north-labs/manager/achievements-"
    text = _write(saved(SOURCE), f"{base}1", f"{base}2", f"{base}3")

    assert f"      - id: {base}1\n        text: Cut costs   # ask\n" in text
    assert f"      - id: {base}2\n        text: 'It''s: quoted'\n" in text
    assert f"      - id: {base}3\n        text: >-\n          A long text\n          over two lines\n" in text
    assert parse(text).resume.fact(f"{base}3").model_dump()["text"] == "A long text over two lines"


def test_what_stands_in_braces_stays_there(saved: Callable[[str], Path]) -> None:
    text = _write(saved(SOURCE), "skills/law", "skills/tax", "person", "experience/south")

    assert "skills: [{id: skills/law, name: Law}, {id: skills/tax, name: Tax}]\n" in text
    assert "person: {id: person, name: Ana Lee}   # the client\n" in text
    assert "- {id: experience/south, employer: South, title: Clerk, start: 2018}\n" in text


def test_a_single_role_moves_below_roles_with_its_comments(saved: Callable[[str], Path]) -> None:
    text = _write(saved(SOURCE), "experience/north-labs/manager", "experience/south/clerk")

    wanted = (
        "  - employer: North Labs\n    city: Guelph\n    roles:\n      - id: experience/north-labs/manager\n"
        "        title: Manager   # since the merger\n        # from the contract\n        start: 2020-02\n"
        "        achievements:\n          - Cut costs   # ask\n"
    )
    assert wanted in text
    assert "- {employer: South, roles: [{id: experience/south/clerk, title: Clerk, start: 2018}]}\n" in text


def test_a_confirmation_is_written_with_the_hash_of_the_words(saved: Callable[[str], Path]) -> None:
    path = saved(SOURCE)
    keys = [key for key, fact in load(path).resume.facts.items() if isinstance(fact, Achievement)]

    assert confirm(path, keys, ON) == tuple(keys)

    facts = [fact for fact in load(path).resume.facts.values() if isinstance(fact, Achievement)]
    assert [fact.confirmed.hash for fact in facts if fact.confirmed] == [fact.text_hash for fact in facts]
    assert len(facts) == 4
    assert load(path).warnings == ()


def test_a_confirmation_is_renewed_in_its_place(saved: Callable[[str], Path]) -> None:
    source = (
        "person: {name: A}\nprojects:\n  - name: P\n    achievements:\n      - text: T\n        confirmed: 2020 # old\n"
    )
    path = saved(source)

    confirm(path, ["projects/p/achievements-1"], ON)

    fact = load(path).resume.fact("projects/p/achievements-1")
    assert isinstance(fact, Achievement)
    assert path.read_text() == source.replace("2020 #", f'"2026-10-01 #{fact.text_hash}" #')


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf", b"\xff\xfe"])
@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
def test_line_endings_and_byte_order_mark_stay(tmp_path: Path, mark: bytes, line_break: str) -> None:
    path = tmp_path / "ana.yaml"
    codec = "utf-16-le" if mark == b"\xff\xfe" else "utf-8"
    path.write_bytes(mark + SOURCE.replace("\n", line_break).encode(codec))

    write_ids(path, ["experience/north-labs/manager/achievements-1"])

    content = path.read_bytes()
    text = content.removeprefix(mark).decode(codec)
    assert content.startswith(mark)
    assert text.count(line_break) == text.count("\n") == SOURCE.count("\n") + 1


def test_json_is_edited_as_json(saved: Callable[..., Path]) -> None:
    source = '{\n  "person": {\n    "name": "A"\n  },\n  "skills": ["Law"],\n  "experience": [{"employer": "N", "title": "T"}]\n}\n'
    path = saved(source, "a.json")

    text = _write(path, "person", "skills/law", "experience/n/t")

    assert '{\n    "id": "person",\n    "name": "A"\n  }' in text
    assert '[{"id": "skills/law", "name": "Law"}]' in text
    assert '[{"employer": "N", "roles": [{"id": "experience/n/t", "title": "T"}]}]' in text


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_every_fact_of_a_sample_can_have_its_id_written(path: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(path.parent, tmp_path / "client")
    copy, text = folder / path.name, path.read_text(encoding="utf-8")
    before = load(copy).resume

    write_ids(copy, before.facts)

    after = load(copy).resume
    assert [fact.id for fact in after.facts.values()] == [*before.facts]
    comments = [line.partition(" # ")[2] for line in text.splitlines() if " # " in line]
    assert [comment for comment in comments if comment not in copy.read_text(encoding="utf-8")] == []


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(resume=resumes(), data=st.data())
def test_any_fact_can_have_its_id_written(
    resume: Resume, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("edit") / "any.yaml"
    path.write_bytes(dump_yaml(resume).encode())
    try:
        before = load(path).resume
    except ClientFileError:  # ids given twice, unknown proofs, postings that are not there
        return
    keys = data.draw(st.lists(st.sampled_from([*before.facts]), max_size=5, unique=True))

    write_ids(path, keys)

    after = load(path).resume
    assert [*after.facts] == [*before.facts]
    assert all(after.fact(key).id == key for key in keys)


def test_what_is_repeated_by_an_alias_is_not_edited(saved: Callable[[str], Path]) -> None:
    path = saved("person: {name: A}\nskills: [&a {name: Law}]\ninterests: [*a]\n")

    with pytest.raises(ClientFileError, match="written once and repeated"):
        write_ids(path, ["skills/law"])


def test_a_json_resume_is_not_edited(saved: Callable[..., Path]) -> None:
    path = saved('{"basics": {"name": "A"}}', "a.json")

    with pytest.raises(ClientFileError, match="resumekit import"):
        write_ids(path, ["person"])


def test_only_achievements_are_confirmed(saved: Callable[[str], Path]) -> None:
    with pytest.raises(UnknownNameError, match="did you mean"):
        confirm(saved(SOURCE), ["experience/north-labs"], ON)


def test_the_mode_stays_and_nothing_is_left_beside(saved: Callable[[str], Path]) -> None:
    path = saved(SOURCE)
    path.chmod(0o640)

    write_ids(path, ["skills/law"])

    assert path.stat().st_mode & 0o777 == 0o640
    assert [entry.name for entry in path.parent.iterdir()] == ["ana.yaml"]


def test_a_read_only_file_is_left_as_it_is(saved: Callable[[str], Path]) -> None:
    path = saved(SOURCE)
    path.chmod(0o444)

    with pytest.raises(OutputError, match="read-only, and was left as it is"):
        write_ids(path, ["experience/north-labs"])

    assert path.read_text(encoding="utf-8") == SOURCE
