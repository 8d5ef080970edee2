"""Every problem of a client file: its place, its words, and the right guess."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from resumekit.errors import ClientFileError, Problem
from resumekit.load.client import Client, parse
from resumekit.load.fields import fields_of, lifted_fields, model_in
from resumekit.load.guess import guess
from resumekit.load.node import Node
from resumekit.load.read import read_nodes
from resumekit.load.source import Source, read_source
from resumekit.model.fact import Model
from resumekit.model.resume import Resume
from resumekit.model.role import Employer
from resumekit.strategy.placement import SECTIONS

ROOT = Path(__file__).parents[2]
INLINE = """
person: {name: Ana Lee, city: Guelph}
experience:
  - employer: North Labs
    title: Laboratory Manager
    start: 2020-02
    end: present
    scope: {people: "12"}
    achievements:
      - action: Redesigned the intake
        result: Cut turnaround
        measures: [{of: turnaround, from: 13, to: 8, unit: weeks}]
"""


def _problems(text: str, name: str = "ana.yaml") -> list[Problem]:
    with pytest.raises(ClientFileError) as caught:
        parse(text, name)
    return list(caught.value.problems)


def _only(text: str) -> Problem:
    found = _problems(text)
    assert len(found) == 1, found
    return found[0]


def _sources() -> list[Source]:
    folders = (ROOT / "samples", ROOT / "tests" / "full_client")
    files = sorted(path for folder in folders for path in folder.glob("*.yaml"))
    return [Source("inline.yaml", INLINE), *(read_source(path) for path in files)]


def _keys(node: Node) -> Iterator[Node]:
    if isinstance(node.value, list):
        for item in node.value:
            yield from _keys(item)
    for name, (key, value) in node.mapping.items():
        yield key
        if name != "extra":
            yield from _keys(value)


def _misspelled(word: str) -> Iterator[str]:
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]
        yield word[: at + 1] + word[at:]
        if at + 1 < len(word):
            yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]


@pytest.mark.parametrize("source", _sources(), ids=lambda source: Path(source.name).name)
def test_every_key_misspelled_gives_its_line_and_the_right_name(source: Source) -> None:
    root, _ = read_nodes(source)
    keys = list(_keys(root))
    assert len(keys) >= 1

    for number, key in enumerate(keys):
        word = str(key.value)
        # Each key in a few of its misspellings, all of them over the whole file.
        choice = sorted({other for other in _misspelled(word) if other and other != word})
        for wrong in choice[number % 24 :: 24] if len(keys) > 60 else choice:
            text = source.text[: key.start] + wrong + source.text[key.end :]
            found = _problems(text)
            problem = next((p for p in found if (p.line, p.column) == (key.line, key.column)), None)
            assert problem is not None, (wrong, word, found)
            assert f"did you mean '{word}'?" in problem.message, (wrong, word)


def _models() -> list[type[Model]]:
    found: list[type[Model]] = [Resume]
    for model in found:
        parts = (model_in(info.annotation) for info in fields_of(model).values())
        found += [part for part in dict.fromkeys(parts) if part and part not in found]
    return found


@pytest.mark.parametrize("model", _models(), ids=lambda model: model.__name__)
def test_every_field_in_every_misspelling_is_guessed(model: type[Model]) -> None:
    known = list(fields_of(model)) + (sorted(lifted_fields()) if model is Employer else [])
    meant = {wrong: {name for name in known if wrong in _misspelled(name)} for n in known for wrong in _misspelled(n)}
    assert len(known) >= 2

    for wrong in sorted(set(meant) - set(known) - {""}):
        # 'o' is 'of' or 'to': no one can tell.
        assert guess(wrong, known) in meant[wrong], wrong


def test_an_unknown_key_points_at_the_key_and_a_wrong_value_at_the_value() -> None:
    found = _problems(INLINE.replace("title:", "titel:").replace("2020-02", "2020-13"))

    assert str(found[0]).splitlines()[1:] == ["    5 |     titel: Laboratory Manager", "      |     ^^^^^"]
    assert found[0].message.startswith("'titel' is not a field of role; did you mean 'title'? Known: id, employer,")
    assert (found[1].line, found[1].column, found[1].message) == (
        6,
        12,
        "there is no month 13; months run from 1 to 12",
    )
    assert len(found) == 2


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ("person: {name: [A]}", 1, 16, "a list where text should be"),
        ("person:\n  name: {a: b}", 2, 9, "put all of it in quotes"),
        ("person: Ana", 1, 9, "text where fields should be; write them below 'person:'"),
        ("person: {name: A}\nexperience: North", 2, 13, "text where a list should be; write it below 'experience:'"),
        ("person: {name: A}\nexperience:\n  employer: North", 3, 3, "where a list should be"),
        ("person: {name: A}\nexperience:\n  - North", 3, 5, "write '- employer: …'"),
        ("person:\n  name:", 2, 3, "'name' is empty"),
        ("person:\n  name: ''", 2, 9, "'name' is empty"),
        ("experience: []", 1, 1, "the client file needs 'person'"),
        ("person: {name: A}\nschema_version: 2", 2, 17, "newer than the 1 that this resumekit reads"),
        ("person: {name: A}\nlocale: fr_CA", 2, 9, "did you mean 'fr-CA'?"),
        ("person: {name: A}\nlocale: fr", 2, 9, "did you mean 'fr-CA'?"),
        ("person: {name: A}\ncity: Guelph", 2, 1, "below 'person:'"),
        ("name: A", 1, 1, "below 'person:'"),
        ("person: {name: A}\ntargets: [{role: X, level: manager}]", 2, 28, "4 manager"),
        ("person: {name: A, confidential: perhaps}", 1, 33, "'confidential' is yes or no"),
        ("person: {name: A, id: a b}", 1, 23, "an id has no spaces"),
        ("person: {name: A}\ntargets: [{role: X, pages: 40}]", 2, 28, "'pages' is at most 10"),
        ("person: {name: A}\nsearch: {benefit: {tax: 15}}", 2, 25, "'tax' is less than 1"),
        ("person: {name: A}\ntargets: [{role: X, pages: two}]", 2, 28, "'pages' is a whole number"),
        ("person: {name: A}\nskills: [Law]\nskils: [Tax]", 3, 1, "'skils' is not a field of the client file"),
        ("person: {name: A}\nexperience: [{employer: N, title: T, start: 2020, end: 2019}]", 2, 56, "lies before"),
        ("person: {name: A, links: ['javascript:x']}", 1, 27, "http, https, mailto or tel"),
        ("person: {name: A}\nexperience: [{employer: N, roles: [{title: T}], start: 2020}]", 2, 49, "under 'roles'"),
        ("person: {name: A}\nawards:\n  - Best: of 2020", 3, 5, "is not a field of award"),
    ],
)
def test_each_mistake_is_said_where_it_is(text: str, line: int, column: int, words: str) -> None:
    problem = _only(text)

    assert (problem.line, problem.column) == (line, column)
    assert words in problem.message
    assert problem.source == text.splitlines()[line - 1]


def test_a_sentence_with_a_colon_as_a_bullet_is_told_to_be_quoted() -> None:
    problem = _only(
        INLINE.replace("- action: Redesigned the intake", "- Saved money by design: half of it\n        action: X")
    )

    assert "put the whole text in quotes" in problem.message


def test_an_id_given_twice_names_both_places() -> None:
    problem = _only("person: {name: A}\nskills:\n  - {id: law, name: Law}\n  - {id: law, name: Tax}")

    assert (problem.line, problem.column) == (4, 10)
    assert "stands already at 3:10" in problem.message


def test_proof_by_an_unknown_id_is_an_error_with_the_nearest_id() -> None:
    problem = _only("person: {name: A}\nskills: [{id: law, name: Law}]\ntalents: [{name: T, shown_by: [lwa]}]")

    assert "did you mean 'law'?" in problem.message


def _warned(text: str) -> list[str]:
    client: Client = parse(text)
    assert all(warning.level == "warning" and warning.line for warning in client.warnings)
    return [warning.message for warning in client.warnings]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("person: {name: A, phone: ask my sister}", "phone number"),
        ("person: {name: A, email: a at example.com}", "e-mail address"),
        ("person: {name: A, address: 1 Elm St}", "street address"),
        ("person: {name: A}\ntestimonials: [{text: Good, who: B}]", "permission"),
        ("person: {name: A}\ntargets: [{role: X, omit: [educatoin]}]", "did you mean 'education'?"),
        ("person: {name: A}\ntargets: [{role: X, omit: [skills]}]", "did you mean 'competencies'?"),
        ("person: {name: A}\ntargets: [{role: X, show: [strenghts]}]", "did you mean 'strengths'?"),
        ("person: {name: A}\ntargets: [{role: X, show: [projects]}]", "is shown without being asked for"),
        ("person: {name: A}\ntargets: [{role: X, order: [expereince]}]", "did you mean 'experience'?"),
        ("person: {name: A}\ntargets: [{role: X, order: [Career Highlights]}]", "did you mean 'highlights'?"),
        ("person: {name: A}\nprojects: [{name: P, start: 2020, end: 2044}]", "lies more than 10 years"),
        (
            "person: {name: A}\nprojects: [{name: P, achievements: [{text: T, confirmed: 2026-10-01}]}]",
            "without a hash",
        ),
        ("person: {name: Ame\u0301lie}", "an accent"),
        ("person: {name: A}\nskills:\n  - Law\n    - Tax", "line the '-' up"),
        ("person: {name: A, headline: Ranked #1 in sales}", "read as a comment"),
    ],
)
def test_what_is_odd_is_warned_about_and_never_refused(text: str, words: str) -> None:
    found = _warned(text.replace("sales}", "sales\n  }"))

    assert len(found) == 1
    assert words in found[0]


def test_a_name_that_a_target_knows_brings_no_warning() -> None:
    known = ", ".join(SECTIONS)

    assert _warned(f"person: {{name: A}}\ntargets: [{{role: X, omit: [{known}], order: [{known}]}}]") == []
    assert _warned("person: {name: A}\ntargets: [{role: X, show: [talents, scope]}]") == []


@pytest.mark.parametrize("phone", ["416 555 0100", "+1 (416) 555-0100 ext. 12", "٠١٢٣٤٥٦٧٨٩"])
def test_an_ordinary_phone_number_brings_no_warning(phone: str) -> None:
    assert _warned(f"person: {{name: A, phone: '{phone}'}}") == []


def test_very_many_problems_are_cut_short() -> None:
    found = _problems("person: {name: A}\n" + "".join(f"zzz{n}q: 1\n" for n in range(500)))

    assert len(found) == 101
    assert found[-1].message == "and more problems; mend these first"


_MEASURED = """\
person: {name: A}
experience:
  - employer: E
    title: T
    achievements:
      - result: Grew
        measures: [%s]
"""


def test_a_key_without_a_value_is_not_dropped_in_silence():
    with pytest.raises(ClientFileError, match="'080' looks like the end of a number"):
        parse(_MEASURED % "{from: 610, to: 1,080}")


def test_a_field_without_a_value_is_a_field_left_out():
    client = parse(_MEASURED % "{from: 610, to: 900, unit: }")

    assert client.resume.experience[0].roles[0].achievements[0].measures[0].unit is None
