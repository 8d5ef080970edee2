"""What stands in a machine's way is named, with its place; a plain resume has nothing of it."""

from __future__ import annotations

import pytest

from tests.readback.foreign.reading import features, reading

FOUND = {
    "columns.docx": ("columns", "Dana Whitfield"),
    "table.docx": ("table", "Lean"),
    "text-box.docx": ("text box", "905-555-0123"),
    "header-contact.docx": ("header", "dana.whitfield@example.ca"),
    "image.docx": ("image", ""),
    "icons.docx": ("icon", "\uf095"),
    "tracked.docx": ("comment", "How many people?"),
    "columns.pdf": ("columns", ""),
    "mixed-columns.pdf": ("columns", "Contact\tProfessional Experience"),
    "grid.pdf": ("table", "Skill A0"),
    "hyphens.pdf": ("hyphen", "communica"),
    "ligatures.pdf": ("ligature", "Of\ufb01ce"),
}


@pytest.mark.parametrize("name", FOUND)
def test_what_a_machine_stumbles_over_is_found_with_its_words(name: str) -> None:
    kind, words = FOUND[name]

    found = features(name)[kind]

    assert any(words in feature.text for feature in found)
    assert all(feature.line for feature in found)


@pytest.mark.parametrize("name", ["plain.docx", "plain.pdf", "white-on-dark.pdf"])
def test_a_plain_resume_has_nothing_in_the_way(name: str) -> None:
    assert features(name) == {}


@pytest.mark.parametrize("name", ["hidden.docx", "hidden.pdf"])
def test_words_that_nobody_sees_are_found(name: str) -> None:
    found = features(name)

    assert "six sigma" in found["white"][0].text
    assert "supply chain" in found["tiny"][0].text
    assert ("hidden" in found) == name.endswith("docx")


def test_a_text_box_is_read_once_although_it_is_given_twice() -> None:
    words = [line.text for line in reading("text-box.docx").lines if line.where == "text box"]

    assert words == ["905-555-0123", "dana.whitfield@example.ca"]
    assert "905-555-0123" not in reading("text-box.docx").text


def test_inserted_words_are_read_and_deleted_ones_are_not() -> None:
    assert "Led a team of nine" in reading("tracked.docx").text
    assert "some people" not in reading("tracked.docx").text
    assert {feature.detail for feature in features("tracked.docx")["tracked"]} == {"inserted", "deleted"}


def test_typed_bullets_and_spaces_are_told_from_real_ones() -> None:
    found = features("fake-headings.docx")

    assert len(found["typed bullet"]) == 4
    assert len(found["spaces"]) == 2
    assert [line.marker for line in reading("plain.docx").lines if line.listed] == ["•"] * 4


def test_properties_and_fonts_are_read() -> None:
    for name in ("plain.docx", "plain.pdf"):
        found = reading(name)
        assert (found.title, found.author, found.language) == ("Dana Whitfield – Resume", "Dana Whitfield", "en-CA")
        assert found.fonts
    assert all(font.embedded for font in reading("plain.pdf").fonts)


def test_a_line_of_a_pdf_has_its_place_on_the_page() -> None:
    lines = reading("plain.pdf").lines

    assert lines[0].text == "Dana Whitfield"
    assert lines[0].size == 20
    assert lines[0].bold
    assert lines[0].y > lines[-1].y
    assert all(line.page == 1 and line.x >= 50 and line.right > line.x for line in lines)
