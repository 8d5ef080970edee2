"""Answers are written into an offer file, and nothing else in it changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumekit.errors import InputFileError, OutputError
from resumekit.load.edit_stated import write_answers
from resumekit.load.skeleton import new_offer
from resumekit.load.stated import parse_offer, read_offer
from resumekit.model.offer import FACTORS

PLAIN = "# the offer of Tuesday\ntitle: HR Coordinator   # one level down\nemployer: Royal City Foods\n"


def written(tmp_path: Path, before: str | bytes, **answers: int) -> str:
    path = tmp_path / "offer.yaml"
    path.write_bytes(before if isinstance(before, bytes) else before.encode())
    write_answers(read_offer(path), answers)
    return path.read_bytes().decode("utf-8")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (PLAIN, PLAIN + "answers:\n  culture: 3\n  need: 0\n"),
        (PLAIN + "\nnotes: call back\n# the end\n", PLAIN + "\nnotes: call back\nanswers:\n  culture: 3\n  need: 0\n# the end\n"),
        (PLAIN + "answers:\n\npay: 60k\n", PLAIN + "answers:\n  culture: 3\n  need: 0\n\npay: 60k\n"),
        (PLAIN + "answers:    # to ask\npay: 60k\n", PLAIN + "answers:    # to ask\n  culture: 3\n  need: 0\npay: 60k\n"),
        (PLAIN + "answers: {}\n", PLAIN + "answers:\n  culture: 3\n  need: 0\n"),
        (PLAIN + "answers:\n  pay: 2    # of the last\npay: 60k\n",
         PLAIN + "answers:\n  pay: 2    # of the last\n  culture: 3\n  need: 0\npay: 60k\n"),
        (PLAIN + "answers:\n  culture: 1    # one insider\n", PLAIN + "answers:\n  culture: 3    # one insider\n  need: 0\n"),
        (PLAIN + "answers: {pay: 2}\n", PLAIN + "answers: {pay: 2, culture: 3, need: 0}\n"),
        (PLAIN.replace("\n", "\r\n"), (PLAIN + "answers:\n  culture: 3\n  need: 0\n").replace("\n", "\r\n")),
        (PLAIN.rstrip(), PLAIN.rstrip() + "\nanswers:\n  culture: 3\n  need: 0"),
        (PLAIN + "notes: |\n  one\n  two\n", PLAIN + "notes: |\n  one\n  two\nanswers:\n  culture: 3\n  need: 0\n"),
    ],
)  # fmt: skip
def test_comments_and_layout_stay(tmp_path: Path, before: str, after: str) -> None:
    assert written(tmp_path, before, culture=3, need=0) == after


@pytest.mark.parametrize(
    "before",
    [
        '{"title": "HR Coordinator"}', '{\n  "title": "HR Coordinator"\n}\n', '{"answers": {"pay": 2}}', "{}",
        '{"answers": null}', '{"answers": {}, "title": "A"}', '{"title": "A } B"}', "{title: A, }",
        "{title: A, pay: }", "{title: A, pay: ~}", "{answers: {pay: }}", "{answers: {pay: 2, }, title: A}", "{title: A, pay}",
    ],
)  # fmt: skip
def test_json_and_braces_keep_their_form(tmp_path: Path, before: str) -> None:
    was = parse_offer(before).value

    now = parse_offer(written(tmp_path, before, culture=3, need=0)).value

    assert now.answers == was.answers.model_copy(update={"culture": 3, "need": 0})
    assert now.title == was.title


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('{"title": "A"}', '{"title": "A", "answers": {"culture": 3, "need": 0}}'),
        ('{"answers": {"pay": 2}, "title": "A"}', '{"answers": {"pay": 2, "culture": 3, "need": 0}, "title": "A"}'),
        ('{\n  "answers": {\n    "pay": 2\n  }\n}\n',
         '{\n  "answers": {\n    "pay": 2,\n    "culture": 3,\n    "need": 0\n  }\n}\n'),
        ("{title: A, # one\n pay: 60k # two\n}", '{title: A, # one\n pay: 60k, # two\n "answers": {"culture": 3, "need": 0}\n}'),
        ("{\r\n title: A, # one\r\n}", '{\r\n title: A, # one\r\n "answers": {"culture": 3, "need": 0},\r\n}'),
    ],
)  # fmt: skip
def test_in_braces_answers_stand_behind_what_is_there_in_their_order(tmp_path: Path, before: str, after: str) -> None:
    assert written(tmp_path, before, culture=3, need=0) == after


def test_the_skeleton_takes_answers(tmp_path: Path) -> None:
    after = written(tmp_path, new_offer(), culture=4)

    assert parse_offer(after).value.answers.culture == 4
    assert [line for line in new_offer().splitlines() if line not in after.splitlines()] == []


def test_another_encoding_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "offer.yaml"
    path.write_bytes(b"\xff\xfe" + PLAIN.encode("utf-16-le"))

    write_answers(read_offer(path), {"pay": 4})

    assert path.read_bytes() == b"\xff\xfe" + (PLAIN + "answers:\n  pay: 4\n").encode("utf-16-le")


@given(
    st.dictionaries(st.sampled_from(FACTORS), st.integers(0, 4)),
    st.dictionaries(st.sampled_from(FACTORS), st.integers(0, 4)),
)
def test_what_is_read_again_is_what_was_there_with_the_answers(before: dict[str, int], more: dict[str, int]) -> None:
    text = PLAIN + "".join(["answers:\n", *(f"  {name}: {answer}\n" for name, answer in before.items())])
    file = parse_offer(text)

    write_answers(file, more)  # refuses when it is not so; without a path nothing is written

    assert file.path is None


def test_an_answer_shared_by_an_anchor_is_not_touched(tmp_path: Path) -> None:
    text = PLAIN + "answers:\n  pay: &same 2\n  need: *same\n"
    path = tmp_path / "offer.yaml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(InputFileError, match="write it by hand"):
        write_answers(read_offer(path), {"pay": 3})

    assert path.read_text(encoding="utf-8") == text


def test_a_folder_that_cannot_be_written_to_leaves_the_file_whole(tmp_path: Path) -> None:
    file = read_offer(_put(tmp_path))
    (tmp_path / "offer.yaml").unlink()
    tmp_path.rmdir()

    with pytest.raises(OutputError, match="cannot be written"):
        write_answers(file, {"pay": 3})
    tmp_path.mkdir()


def _put(folder: Path) -> Path:
    path = folder / "offer.yaml"
    path.write_text(PLAIN, encoding="utf-8")
    return path
