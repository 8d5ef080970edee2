from __future__ import annotations

import unicodedata
from itertools import islice
from pathlib import Path, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumekit.batch.name import choices, safe_stem, same

HOSTILE = [
    "../../etc/passwd",
    "..",
    ".",
    "/",
    "C:\\Windows\\x",
    "a/b\\c",
    "x\x00y",
    "nul",
    "CON",
    "com1",
    "  ",
    "",
    "-",
    "\u202e",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_name_leaves_its_folder(text: str, tmp_path: Path) -> None:
    stem = safe_stem(text)

    assert (tmp_path / f"{stem}.pdf").resolve().parent == tmp_path.resolve()
    assert not stem.startswith(".")
    assert not PureWindowsPath(f"{stem}.pdf").is_reserved()


@given(st.text())
def test_any_text_makes_a_name_that_a_file_system_takes(text: str) -> None:
    stem = safe_stem(text)

    assert 0 < len(stem.encode()) <= 127
    assert not set(stem) & set('/\\:*?"<>|\n\t\x00 .')
    assert stem == unicodedata.normalize("NFC", stem)


@given(st.text())
def test_a_safe_name_stays_as_it_is(text: str) -> None:
    assert safe_stem(safe_stem(text)) == safe_stem(text)


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("Amina Haddad HR Advisor", "Amina-Haddad-HR-Advisor"),
        ("Élodie Côté", "Élodie-Côté"),
        ("王小明", "王小明"),
        ("सीमा शर्मा", "सीमा-शर्मा"),
        ("أمينة حداد", "أمينة-حداد"),
        ("O'Neill & Sons (Ltd.)", "O-Neill-Sons-Ltd"),
    ],
)
def test_letters_of_every_script_stay(text: str, stem: str) -> None:
    assert safe_stem(text) == stem


def test_a_taken_name_gets_the_target_then_the_client_then_a_number() -> None:
    found = list(islice(choices("Amina-Haddad-DRAFT", "hr", "amina-2"), 4))

    assert found == [
        "Amina-Haddad-DRAFT", "Amina-Haddad-hr-DRAFT", "Amina-Haddad-hr-amina-2-DRAFT", "Amina-Haddad-2-DRAFT",
    ]  # fmt: skip


def test_the_longest_name_leaves_room_for_its_ending() -> None:
    longest = max(islice(choices("n" * 500 + "-DRAFT", "t" * 500, "c" * 500), 4), key=len)

    assert len(f"{longest}.jsonresume.json".encode()) <= 255


def test_names_are_compared_as_systems_compare_them() -> None:
    assert same("AMINA-Élodie") == same(unicodedata.normalize("NFD", "amina-élodie"))
