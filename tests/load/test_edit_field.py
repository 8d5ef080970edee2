"""Words are written into a client file however it is written, and nothing else in it changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from resumekit.errors import ClientFileError, UnknownNameError
from resumekit.load.client import load
from resumekit.load.edit_field import Added, Changed, write_words

HEAD = "person: {name: Amina Haddad}\nexperience:\n  - employer: Northwind\n    id: nw\n    title: Lead\n    achievements:\n"
NEW = 'Cut waste by 40%: "less", and more # yes'


def file(tmp_path: Path, content: str | bytes, name: str = "client.yaml") -> Path:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


WAYS = {
    "bare": "      - Cut waste   # said on the phone\n      - id: last\n        text: Kept\n",
    "quoted": "      - 'Cut waste'   # said on the phone\n      - id: last\n        text: Kept\n",
    "literal": "      - |\n        Cut waste\n        and more\n      # the last\n      - id: last\n        text: Kept\n",
    "folded with a comment": "      - >-  # why\n        Cut waste\n\n      - id: last\n        text: Kept\n",
    "over lines": "      - Cut waste\n        and more\n      - id: last\n        text: Kept\n",
    "text": "      - notes: mine\n        text: Cut waste  # said\n      - id: last\n        text: Kept\n",
    "text below": "      - text:\n          Cut waste\n        notes: mine\n      - id: last\n        text: Kept\n",
    "braces": "      - {text: Cut waste, notes: mine}  # said\n      - id: last\n        text: Kept\n",
    "brackets": "      [Cut waste, {id: last, text: Kept}]\n",
    "other parts": "      - action: Cut waste\n        notes: mine\n      - id: last\n        text: Kept\n",
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["unix", "windows"])
def test_words_are_written_whichever_way_the_old_ones_are(tmp_path: Path, way: str, ends: str) -> None:
    path = file(tmp_path, (HEAD + WAYS[way]).replace("\n", ends))
    before = load(path)
    key = next(key for key, fact in before.resume.facts.items() if fact.path[-2:] == ("achievements", 0))

    write_words(before, [Changed(key, "text", NEW)])

    after = load(path).resume
    assert getattr(after.fact(key), "text", "") == NEW
    assert getattr(after.fact("last"), "text", "") == "Kept"
    written = path.read_bytes().decode()
    assert written.count("\r\n") == (written.count("\n") if ends == "\r\n" else 0)
    kept = [part for part in ("# said", "# the last", "notes: mine", "# why") if part in WAYS[way]]
    assert [part for part in kept if part not in written] in ([], ["# why"])


def test_words_are_written_into_json(tmp_path: Path) -> None:
    content = (
        '{"person": {"name": "Amina Haddad"},\n "experience": [{"employer": "Northwind", "title": "Lead",\n'
        '   "achievements": ["Cut waste", {"id": "last", "text": "Kept"}]}]}\n'
    )
    path = file(tmp_path, content, "client.json")

    write_words(load(path), [Changed("last", "text", 'A "new" text')])

    assert path.read_text(encoding="utf-8") == content.replace('"Kept"', '"A \\"new\\" text"')


def test_several_are_written_at_once_and_new_ones_go_last(tmp_path: Path) -> None:
    path = file(tmp_path, HEAD + WAYS["bare"])
    client = load(path)
    role = next(key for key, fact in client.resume.facts.items() if fact.path[-2:] == ("roles", 0))

    write_words(client, [Added(role, "Won a prize"), Changed("last", "text", "Kept on"), Added(role, "Won another")])

    assert path.read_text(encoding="utf-8") == HEAD + WAYS["bare"].replace(
        "text: Kept\n", "text: Kept on\n      - text: Won a prize\n      - text: Won another\n"
    )


def test_an_unknown_fact_and_words_that_nobody_can_print_are_refused(tmp_path: Path) -> None:
    path = file(tmp_path, HEAD + WAYS["bare"])

    with pytest.raises(UnknownNameError):
        write_words(load(path), [Changed("lost", "text", "a")])
    with pytest.raises(ClientFileError):
        write_words(load(path), [Changed("last", "text", "a\x07")])

    assert path.read_text(encoding="utf-8") == HEAD + WAYS["bare"]


def test_what_is_written_once_and_repeated_is_left(tmp_path: Path) -> None:
    content = HEAD + "      [&a {text: Cut waste}]\nvolunteering:\n  - organization: Club\n    achievements: [*a]\n"
    path = file(tmp_path, content)
    client = load(path)
    key = next(key for key, fact in client.resume.facts.items() if getattr(fact, "text", ""))

    with pytest.raises(ClientFileError, match=r"repeated by '\*'"):
        write_words(client, [Changed(key, "text", "Cut more")])

    assert path.read_text(encoding="utf-8") == content
