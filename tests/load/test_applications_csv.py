"""Applications from a spreadsheet: what is read, and what each fault is answered with."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumekit.errors import InputFileError
from resumekit.load.applications_csv import COLUMNS
from resumekit.load.stated import StatedFile, parse_applications, read_applications
from resumekit.model.application import Applications

SMALL = "employer,role,sent,on plan,channel\nReed Works,HR Advisor,2026-10-01,yes,Referral\n"


def parse(text: str | bytes) -> StatedFile[Applications]:
    return parse_applications(text, "sent.csv")


def refused(text: str | bytes) -> list[str]:
    with pytest.raises(InputFileError) as caught:
        parse(text)
    return list(caught.value.messages)


def test_columns_become_fields_whatever_their_case() -> None:
    [item] = parse(SMALL).value.applications

    assert (item.employer, item.role, str(item.sent)) == ("Reed Works", "HR Advisor", "2026-10-01")
    assert (item.on_plan, item.channel) == (True, "referral")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("mark", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("line", ["\n", "\r\n"])
def test_a_file_is_read_as_programs_save_it(delimiter: str, mark: str, line: str) -> None:
    text = SMALL.replace(",", delimiter).replace("Reed Works", '"Bédard' + delimiter + ' ""Fils"""').replace("\n", line)

    assert parse(text.encode(mark)).value.applications[0].employer == f'Bédard{delimiter} "Fils"'.strip()


def test_excels_own_note_of_its_delimiter_is_no_row() -> None:
    assert len(parse("sep=;\n" + SMALL.replace(",", ";")).value.applications) == 1


def test_what_holds_for_the_whole_list_stands_above_the_columns() -> None:
    value = parse(f"client,amina.yaml,,,\n# as of,2026-11-15,,,\n,,,,\n{SMALL}").value

    assert (value.client, str(value.as_of)) == ("amina.yaml", "2026-11-15")


def test_empty_lines_and_cells_are_fine() -> None:
    value = parse(f"\n{SMALL}\n,,,,\nCalder,,,,\n\n").value

    assert [item.employer for item in value.applications] == ["Reed Works", "Calder"]
    assert value.applications[1].role is None


def test_a_quoted_cell_may_run_over_lines_and_places_still_count() -> None:
    [message] = refused('employer,notes,sent\nReed Works,"one\ntwo, three",2026-10-01\nCalder,,2026-13-01\n')

    assert message.startswith("sent.csv:4:9: there is no month 13")
    assert message.endswith(f"\n    4 | Calder,,2026-13-01\n      | {' ' * 8}{'^' * 10}")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Company,Role\nReed,Clerk\n", "1:1: 'Company' is not a column; did you mean 'employer'?"),
        ("employer,sennt\nReed,2026-10-01\n", "1:10: 'sennt' is not a column; did you mean 'sent'?"),
        ("employer,date applied\nReed,2026-10-01\n", "1:10: 'date applied' is not a column; did you mean 'sent'?"),
        ("employer,role,Role\nReed,a,b\n", "1:15: the column 'role' is there twice"),
        ("clent,a.yaml\nemployer\nReed\n", "1:1: 'clent' is no field above the columns; did you mean 'client'?"),
        ("client,a.yaml,b.yaml\nemployer\nReed\n", "1:1: 'client' has 2 values"),
        ("client,a\nclient,b\nemployer\nReed\n", "2:1: 'client' is there twice"),
        ("employer,role\nReed,Clerk,Guelph\n", "2:12: there are only 2 columns"),
        ("employer,,role\nReed,Guelph,Clerk\n", "2:6: this column has no name"),
        ("employer,sent\nReed,=TODAY()\n", "2:6: this is a formula"),
        ("employer,role\nReed,+A1\n", "2:6: this is a formula"),
        ("employer,sent\nReed,#REF!\n", "2:6: the spreadsheet shows an error here (#REF!)"),
        ("employer,sent\nReed,########\n", "2:6: the spreadsheet shows an error here"),
        ("employer,sent\nReed,10/1/2026\n", "2:6: '10/1/2026' may mean another day elsewhere; write it as 2026-10-01"),
        ("employer,accepted\nReed,perhaps\n", "2:6: 'accepted' is yes or no"),
        ("employer,interviews\nReed,two\n", "2:6: 'interviews' is a whole number"),
        ("employer,channel\nReed,Referal\n", "2:6: 'referal' is not one of the values of 'channel'; did you mean"),
        ("employer,role\n,Clerk\n", "2:2: application needs 'employer'"),
        ('employer,role\nReed,"Clerk" x\n', "2:6: a quotation mark opens here"),
        ('employer,role\nReed,"Clerk\n', "2:6: a quotation mark opens here"),
        ("", "the file is empty"),
        ("\n,,\n", "the file is empty"),
    ],
)
def test_each_fault_is_answered_with_its_place_and_what_to_do(text: str, told: str) -> None:
    [message] = refused(text)

    assert told in message


def test_every_fault_is_told_at_once_in_the_order_of_the_file() -> None:
    messages = refused("employer,sent,on plan\nReed,=A1,ja\nCalder,2026-02-30,no,stray\n")

    assert [message.split(": ")[0] for message in messages] == [
        "sent.csv:2:6", "sent.csv:2:10", "sent.csv:3:8", "sent.csv:3:22",
    ]  # fmt: skip


def test_a_note_may_begin_with_a_sign() -> None:
    assert parse("employer,notes\nReed,+ a call\nCalder,-called back\n").value.applications[1].notes == "-called back"


@pytest.mark.parametrize("ending", ["xlsx", "XLS", "ods", "numbers"])
def test_a_spreadsheet_is_answered_with_how_to_save_it(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"sent.{ending}"
    path.write_bytes(b"PK\x03\x04")

    with pytest.raises(InputFileError, match="Save As, CSV UTF-8"):
        read_applications(path)


def test_a_yaml_list_is_read_as_before(tmp_path: Path) -> None:
    path = tmp_path / "sent.yaml"
    path.write_text("applications:\n  - employer: Reed Works\n", encoding="utf-8")

    assert read_applications(path).value.applications[0].employer == "Reed Works"


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn", "Zl", "Zp")), max_size=20
).filter(lambda text: text == text.strip() and text[:1] not in ("=", "@", "+", "-", "#"))
ROWS = st.lists(st.fixed_dictionaries({"employer": WORDS.filter(bool), "role": WORDS, "notes": WORDS}), max_size=6)


@given(ROWS, st.sampled_from([",", ";", "\t"]))
def test_what_a_program_writes_is_what_is_read(rows: list[dict[str, Any]], delimiter: str) -> None:
    file = io.StringIO()
    writer = csv.DictWriter(file, COLUMNS, delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)

    read = parse(file.getvalue().encode()).value.applications

    expected = [(row["employer"], row["role"] or None, row["notes"] or None) for row in rows]
    assert [(item.employer, item.role, item.notes) for item in read] == expected
