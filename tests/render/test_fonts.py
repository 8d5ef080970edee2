"""Fonts: what a font file has is read rightly, every character is covered or named, and the faces are what they say."""

from __future__ import annotations

import io
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from resumekit.errors import CoverageError, ThemeError
from resumekit.markup.flow import Run
from resumekit.render import fonts
from resumekit.render.font_file import FontFile
from resumekit.render.fonts import FALLBACKS, fallbacks_for, folder_faces, shipped_fonts, theme_faces
from resumekit.themes.theme import find_theme, theme_names
from resumekit.themes.tokens import WORD_FONTS
from tests.render.flows import flow, p

SHIPPED = sorted(shipped_fonts().glob("*.ttf"))
EVERYDAY = "éèêëçñøåßŁłŐőŽžİıŞşĂăȚț œŒ—–‘’“”«»…•·™®©°½€£¥§¶†‡×÷≤≥≠−\u00a0\u202f\u2003"


@pytest.fixture
def no_installed_fonts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """A computer without fontconfig's programs."""
    monkeypatch.setenv("PATH", str(tmp_path))
    fonts.installed_family.cache_clear()
    yield
    fonts.installed_family.cache_clear()


def test_the_fonts_that_ship_are_there_with_their_licences():
    assert len(SHIPPED) == 15
    assert {face.family for face in map(FontFile, SHIPPED)} == {*WORD_FONTS, *FALLBACKS}
    for family in (*WORD_FONTS, *FALLBACKS):
        licence = (shipped_fonts() / f"{family.replace(' ', '')}.txt").read_text(encoding="utf-8")
        assert "icense" in licence, family


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_font_is_read_as_a_font_library_reads_it(path: Path):
    ours, theirs = FontFile(path), TTFont(io.BytesIO(path.read_bytes()))
    glyphs, advances = theirs.getBestCmap(), theirs["hmtx"]

    assert ours.units == theirs["head"].unitsPerEm
    assert ours.family == theirs["name"].getDebugName(1)
    assert [
        code for code in range(0x11000) if ours.has(chr(code)) != (theirs.getGlyphID(glyphs.get(code, ".notdef")) > 0)
    ] == []
    for code in [*range(0x20, 0x250), *range(0x2010, 0x2030), 0x4E2D, 0x65E5]:
        if ours.has(chr(code)):
            assert ours.width(chr(code), ours.units) == advances[glyphs[code]][0], chr(code)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_font_that_ships_may_be_embedded_and_is_static(path: Path):
    font = TTFont(io.BytesIO(path.read_bytes()))

    assert font["OS/2"].fsType in (0, 8)
    assert "fvar" not in font
    assert "glyf" in font


@pytest.mark.parametrize("family", sorted(WORD_FONTS))
def test_each_family_has_four_faces_with_everyday_letters(family: str):
    faces = folder_faces(shipped_fonts())[family]

    assert sorted((face.bold, face.italic) for face in faces) == [
        (False, False),
        (False, True),
        (True, False),
        (True, True),
    ]
    letters = "".join(chr(code) for code in range(0x20, 0x7F)) + "éèêëàâîïôùûüçÉÈÀÇœŒæñöäßåø—–‘’“”«»…•·™®©°½€£×"
    assert [c for c in letters if not all(face.has(c) for face in faces)] == []


@pytest.mark.parametrize(
    "content", [b"", b"wOF2" + b"\0" * 40, b"ttcf" + b"\0" * 40, b"\0\1\0\0\0\x09", b"\0\1\0\0" + b"\0" * 20, b"<html>"]
)
def test_what_is_not_a_whole_font_is_refused_with_its_path(content: bytes, tmp_path: Path):
    path = tmp_path / "broken.ttf"
    path.write_bytes(content)

    with pytest.raises(ThemeError, match=r"broken\.ttf"):
        _ = FontFile(path).family


def test_a_variable_font_is_refused(tmp_path: Path):
    # One table of a static font, renamed to the one that makes a font variable.
    (tmp_path / "variable.ttf").write_bytes(SHIPPED[0].read_bytes().replace(b"gasp", b"fvar", 1))

    with pytest.raises(ThemeError, match="variable font"):
        _ = FontFile(tmp_path / "variable.ttf").family


@pytest.mark.parametrize("theme", theme_names())
def test_a_theme_s_families_are_there(theme: str):
    assert set(theme_faces(find_theme(theme))) == set(find_theme(theme).tokens.fonts.model_dump().values())


def test_a_font_that_is_not_there_is_named_with_the_nearest():
    theme = find_theme("plain")
    wrong = replace(
        theme,
        tokens=theme.tokens.model_copy(update={"fonts": theme.tokens.fonts.model_copy(update={"body": "Carlitto"})}),
    )

    with pytest.raises(ThemeError, match=r"fonts\.body: there is no font 'Carlitto'; did you mean 'Carlito'\?"):
        theme_faces(wrong)


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        ("Zoé Łukasiewicz – “plain” letters", ()),
        (EVERYDAY, ()),
        ("non\u2011breaking", ("DejaVu Sans",)),
        ("العربية", ("DejaVu Sans",)),
        ("עברית", ("DejaVu Sans",)),
        ("日本語 中文", ("Droid Sans Fallback",)),
        ("日本語 العربية", ("DejaVu Sans", "Droid Sans Fallback")),
        ("re\u0301sume\u0301", ()),
        ("a\u200bb\u200cc\u200dd\u2060e\ufefff\u00adg\u200eh\u2068i\u2069", ()),
        ("❤\ufe0f", ("DejaVu Sans",)),
        ("line\u2028two\ttabs\nlines", ()),
    ],
)
def test_what_the_theme_s_fonts_lack_comes_from_those_behind_them(text: str, behind: tuple[str, ...]):
    assert fallbacks_for(flow(p("p", text)), find_theme("plain")) == behind


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("สวัสดี", "U+0E2A THAI CHARACTER SO SUA"),
        ("नमस्ते", "U+0928 DEVANAGARI LETTER NA"),
        ("한국어", "U+D55C HANGUL SYLLABLE HAN"),
        ("to the moon 🚀", "U+1F680 ROCKET"),
        ("private \ue000", "U+E000 no name"),
    ],
)
@pytest.mark.usefixtures("no_installed_fonts")
def test_what_no_font_has_is_named_with_its_paragraph(text: str, named: str):
    given = flow(p("p", "plain"), p("li", Run("Spoke ", strong=True), Run(text)))

    with pytest.raises(CoverageError) as caught:
        fallbacks_for(given, find_theme("modern"))

    assert named in str(caught.value)
    assert f"in the list bullet “Spoke {text}”" in str(caught.value)


@pytest.mark.usefixtures("no_installed_fonts")
def test_each_character_that_is_missing_is_named_once():
    with pytest.raises(CoverageError) as caught:
        fallbacks_for(flow(p("p", "🚀🚀"), p("p", "🚀 and 🛰")), find_theme("modern"))

    assert str(caught.value).count("U+1F680") == 1
    assert "show 2 character(s)" in str(caught.value)


@pytest.mark.usefixtures("no_installed_fonts")
def test_the_running_line_is_looked_at_too():
    with pytest.raises(CoverageError, match="footer"):
        fallbacks_for(flow(running="🚀"), find_theme("modern"))


@pytest.mark.external
def test_a_font_of_this_computer_stands_in_when_it_has_the_character():
    if not shutil.which("fc-list"):
        pytest.skip("fontconfig's fc-list is not installed")
    fonts.installed_family.cache_clear()

    assert fonts.installed_family("a")
    assert fonts.installed_family("\U0010fffd") is None


def test_widths_add_up():
    font = FontFile(shipped_fonts() / "Carlito-Regular.ttf")

    assert font.width("Hamburg", 20) == pytest.approx(2 * font.width("Hamburg", 10))
    assert font.width("ab", 10) == pytest.approx(font.width("a", 10) + font.width("b", 10))
