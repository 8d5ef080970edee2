"""Checks of a client as a whole: every finding has a place, the same each time, and repairs touch nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from resumekit.checking import check_client, compose_for, counted, errors_in, fix
from resumekit.errors import UnknownNameError
from resumekit.load.client import Client, load, parse
from resumekit.load.dump import dump_yaml
from resumekit.load.edit_span import Change, place_of, write_changes
from resumekit.model.resume import Resume
from tests.strategies import resumes

FORMS = {
    "plain": "      - text: Redesigned the color charts and the color wheel\n",
    "quoted": '      - text: "Redesigned the color charts: \\"red\\" and the color wheel"\n',
    "folded": "      - text: >-\n          Redesigned the color\n          charts and the\n          color wheel\n",
    "shorthand": "      - Redesigned the color charts and the color wheel\n",
    "flow": "      - {text: Redesigned the color charts and the color wheel, date: 2022}\n",
    "composed": "      - action: Redesigned the color charts\n        result: Cut color errors by 12%\n",
}


def client_of(bullets: str, rest: str = "") -> str:
    return (
        "# first\nperson: {name: Ana Roy}\nas_of: 2026-10\nexperience:\n  - employer: Acme\n    title: Clerk # second\n"
        f"    start: 2020\n    end: present\n    achievements:\n{bullets}{rest}"
    )


@given(resumes)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_client_can_be_checked_the_same_each_time(resume: Resume) -> None:
    client = parse(dump_yaml(resume))

    found = check_client(client)

    assert check_client(client) == found
    for item in found:
        finding = item.finding
        assert all((finding.code, finding.message, finding.why))
        assert 0 <= finding.start <= finding.end <= len(finding.text)
        assert item.line <= len(client.places.source.lines)


@pytest.mark.parametrize("form", FORMS)
def test_a_word_is_placed_and_repaired_however_its_text_is_written(form: str, tmp_path: Path) -> None:
    path = tmp_path / "ana.yaml"
    path.write_text(client_of(FORMS[form]), encoding="utf-8")
    found = [item for item in check_client(load(path)) if item.finding.code == "SPE001"]

    marked = [item.source[item.column - 1 : item.column - 1 + item.length] for item in found]
    made = fix(load(path), found)

    assert marked == ["color", "color"]
    assert len(made) == 2
    assert path.read_text(encoding="utf-8") == client_of(FORMS[form]).replace("color", "colour")


def test_what_is_let_stand_is_not_repaired(tmp_path: Path) -> None:
    path = tmp_path / "ana.yaml"
    text = client_of(FORMS["plain"], "checks: {ignore: [{code: SPE001, reason: a product}]}\n")
    path.write_text(text, encoding="utf-8")

    fix(load(path), check_client(load(path)))

    assert path.read_text(encoding="utf-8") == text


def test_a_text_that_stands_for_two_facts_is_not_repaired(tmp_path: Path) -> None:
    path = tmp_path / "ana.yaml"
    text = client_of("      - text: &same Redesigned the color charts\n      - text: *same\n")
    path.write_text(text, encoding="utf-8")

    fix(load(path), check_client(load(path)))

    assert path.read_text(encoding="utf-8") == text


def test_words_that_could_end_a_quotation_are_not_written(tmp_path: Path) -> None:
    path = tmp_path / "ana.yaml"
    path.write_text(client_of(FORMS["plain"]), encoding="utf-8")
    at = ("experience", 0, "roles", 0, "achievements", 0, "text")

    assert write_changes(load(path), [Change(at, 0, 10, 'He said: "no" #')]) == ()
    assert path.read_text(encoding="utf-8") == client_of(FORMS["plain"])


def test_of_changes_that_overlap_the_first_is_made(tmp_path: Path) -> None:
    path = tmp_path / "ana.yaml"
    path.write_text(client_of(FORMS["plain"]), encoding="utf-8")
    at = ("experience", 0, "roles", 0, "achievements", 0, "text")

    made = write_changes(load(path), [Change(at, 0, 10, "Drew"), Change(at, 0, 14, "Set the")])

    assert [change.words for change in made] == ["Drew"]
    assert "text: Drew the color charts" in path.read_text(encoding="utf-8")


def test_the_second_of_two_like_words_is_told_from_the_first() -> None:
    client = parse(client_of(FORMS["plain"]))
    text = "Redesigned the color charts and the color wheel"

    first = place_of(client.places, ("experience", 0, "achievements", 0, "text"), text, 15, 20)
    second = place_of(client.places, ("experience", 0, "achievements", 0, "text"), text, 36, 41)

    assert (first.line, second.column - first.column) == (10, 21)


def test_what_the_resume_does_not_show_is_checked_too() -> None:
    rest = "targets: [{role: Clerk, omit: [left-out]}]\n"
    client = parse(
        client_of("      - {id: left-out, text: Painted 12 color charts}\n      - text: Sold 40 cars\n", rest)
    )

    assert [item.finding.facts for item in check_client(client) if item.finding.code == "SPE001"] == [("left-out",)]


def test_personal_data_is_found_in_every_field() -> None:
    rest = "interests: [{name: 'Single, no children'}]\nawards: [{name: Best baker, reason: Born in 1981}]\n"
    found = check_client(parse(client_of("      - text: Sold 40 cars\n", rest)))

    assert {item.finding.code for item in found} >= {"PER001", "PER003"}
    assert [item.line for item in found if item.finding.code == "PER003"] == [11]


def test_a_suppression_of_an_unknown_rule_is_answered_with_the_nearest() -> None:
    client = parse(client_of(FORMS["plain"], "checks: {ignore: [{code: SPE01, reason: because}]}\n"))

    with pytest.raises(UnknownNameError, match="SPE001"):
        check_client(client)


def _composed(client: Client) -> tuple[str, ...]:
    return errors_in(client, compose_for(client.resume, client.resume.target(), ""), client.resume.target())


def test_errors_keep_a_resume_from_being_final_until_somebody_lets_them_stand() -> None:
    assert any(reason.startswith("SPE001") for reason in _composed(parse(client_of(FORMS["plain"]))))
    let = "checks: {ignore: [{code: SPE001, reason: a product}]}\n"
    assert _composed(parse(client_of(FORMS["plain"], let))) == ()


def test_findings_are_counted_by_rule_the_most_frequent_first() -> None:
    client = parse(client_of(FORMS["plain"]))
    counts = counted(item.finding for item in check_client(client))

    assert counts["SPE001"] == 2
    assert list(counts.values()) == sorted(counts.values(), reverse=True)
