from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from resumekit.errors import MissingPartError, ThemeError
from resumekit.readback.compare import lost
from resumekit.readback.docx import read_docx
from resumekit.render.branded import write_branded
from resumekit.render.docx_package import zipped
from tests.readback.documents import document, resume
from tests.render.docx_flows import parts

TAGS = (
    "{{ name }}", "{{ headline }}", "{{ contact | join(' · ') }}",
    "{%p for section in sections %}", "{{ section.title }}",
    "{%p for text in section.paragraphs %}", "{{ text }}", "{%p endfor %}",
    "{%p for entry in section.entries %}", "{{ entry.title }} – {{ entry.dates }}",
    "{%p if entry.organization %}", "{{ entry.organization }}", "{%p endif %}",
    "{%p for text in entry.scope + entry.bullets %}", "{{ text }}", "{%p endfor %}",
    "{%p for inner in entry.entries %}", "{{ inner.title }} – {{ inner.dates }}",
    "{%p for text in inner.scope + inner.bullets %}", "{{ text }}", "{%p endfor %}", "{%p endfor %}", "{%p endfor %}",
    "{%p for text in section.bullets %}", "{{ text }}", "{%p endfor %}",
    "{%p endfor %}",
)  # fmt: skip


def _template(folder: Path, *paragraphs: str) -> Path:
    from docx import Document

    made = Document()
    made.core_properties.author = "The Coach"
    made.core_properties.comments = "for Amina, second try"
    for text in paragraphs:
        made.add_paragraph(text)
    path = folder / "brand.docx"
    made.save(str(path))
    return path


def test_a_branded_template_holds_every_word_of_the_document(tmp_path: Path):
    content = write_branded(resume(), _template(tmp_path, *TAGS))

    assert lost(resume(), read_docx(content)) == ()


def test_the_same_document_makes_the_same_bytes(tmp_path: Path):
    template = _template(tmp_path, *TAGS)

    content = write_branded(resume(), template, date="2026-11-01")

    assert content == write_branded(resume(), template, date="2026-11-01")
    assert parts(content)["docProps/core.xml"].count(b"2026-11-01T00:00:00Z") == 2


def test_the_file_is_the_clients_and_no_longer_the_coachs(tmp_path: Path):
    content = write_branded(resume(), _template(tmp_path, "{{ name }}"))

    core = parts(content)["docProps/core.xml"].decode()
    assert "Amina Haddad" in core
    assert "Coach" not in core
    assert "second try" not in core


def test_signs_of_markup_stay_words(tmp_path: Path):
    content = write_branded(document(name='<w:p> & "R&D" {{ headline }}'), _template(tmp_path, "{{ name }}"))

    assert read_docx(content).lines == ('<w:p> & "R&D" {{ headline }}',)


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("{{ nam }}", "'nam' is not a word that a document has; did you mean 'name'?"),
        ("{% for s in sections %}{{ s.titel }}{% endfor %}", "'titel' is not a word .* did you mean 'title'?"),
        ("{{ section.experiance.title }}", "'experiance'"),
        ("{% for s in sections %}", "near: .*for s in sections"),
        ("{{ name.__class__.__mro__ }}", "unsafe"),
        ("{{ 1 // 0 }}", "zero"),
    ],
)
def test_a_wrong_tag_is_named(tmp_path: Path, tag: str, said: str):
    template = _template(tmp_path, tag)

    with pytest.raises(ThemeError, match=said) as caught:
        write_branded(resume(), template)

    assert str(template) in str(caught.value)


def test_what_is_no_word_template_is_refused(tmp_path: Path):
    path = tmp_path / "a.docx"

    with pytest.raises(ThemeError, match="No such file"):
        write_branded(resume(), path)
    path.write_bytes(b"%PDF")
    with pytest.raises(ThemeError, match="not a Word document"):
        write_branded(resume(), path)
    path.write_bytes(zipped({"word/document.xml": b"", "word/vbaProject.bin": b""}))
    with pytest.raises(ThemeError, match="macros"):
        write_branded(resume(), path)


def test_a_template_that_swells_is_not_unpacked(tmp_path: Path):
    path = tmp_path / "bomb.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", bytes(101_000_000))

    with pytest.raises(ThemeError, match="unpacks to more than 100 MB"):
        write_branded(resume(), path)


def test_a_template_that_would_fetch_a_picture_is_refused(tmp_path: Path):
    files = parts(_template(tmp_path, "{{ name }}").read_bytes())
    relation = (
        b'<Relationship Id="rId99" Type="http://x/relationships/image" Target="http://x/a.png" TargetMode="External"/>'
    )
    name = "word/_rels/document.xml.rels"
    path = tmp_path / "fetch.docx"
    path.write_bytes(zipped({**files, name: files[name].replace(b"</Relationships>", relation + b"</Relationships>")}))

    with pytest.raises(ThemeError, match="its image from elsewhere"):
        write_branded(document(), path)


def test_without_docxtpl_the_message_says_how_to_install_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    import sys

    monkeypatch.setitem(sys.modules, "docxtpl", None)

    with pytest.raises(MissingPartError, match=r"pip install 'resumekit\[branded\]'"):
        write_branded(resume(), _template(tmp_path, "{{ name }}"))


def test_lines_of_one_paragraph_stay_apart(tmp_path: Path):
    given = document(name="Amina\nHaddad")

    content = write_branded(given, _template(tmp_path, "{{ name }}"))

    assert read_docx(content).lines == ("Amina", "Haddad")
