"""Postings in files of every kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from resumekit.load.client import load
from resumekit.load.html_text import html_text
from resumekit.load.posting import posting_text
from resumekit.load.posting_file import MAX_BYTES, PostingFileError, posting_file_text
from resumekit.skills.posting_read import read_posting
from tests.architecture.tree import ROOT

FOLDER = ROOT / "samples" / "postings"


def refusal(path: Path) -> str:
    with pytest.raises(PostingFileError) as caught:
        posting_file_text(path)
    return str(caught.value)


def test_a_page_gives_its_words_without_what_is_not_for_reading() -> None:
    text = html_text(
        "<html><head><title>T</title></head><body><!-- no --><nav><ul><li>Home</nav><h2>Asks &amp; gives</h2>"
        "<ul><li>Excel<li><a title='a > b' href=\"x>y\">Word</a></ul><script>if (1 < 2) { '</div>' }</script>"
        "<p>one<br>two</p><svg><text>no</text></svg></body>"
    )

    assert text == "Asks & gives\n\n- Excel\n- Word\none\ntwo\n"


@pytest.mark.parametrize("piece", ["<", "<!--", "<a ", "<a b='", '<a b="', "<!", "<script>", "&#", "</", "<nav>"])
def test_a_hostile_page_is_read_to_its_end(piece: str) -> None:
    # Each took minutes in parsers that go back to the start of what is never closed.
    html_text(piece * (1_000_000 // len(piece)))


@pytest.mark.parametrize(
    "piece", ["a, b and c or d\n", "5 years ", "((", "$1 to ", "- Excel and Word\n", ", or ", "A. B", "\t"]
)
def test_a_hostile_text_is_read_to_its_limit(piece: str) -> None:
    posting = read_posting("Requirements\n" + piece * (1_000_000 // len(piece)))

    assert posting.notes


def test_a_file_that_is_not_there_is_answered_with_the_nearest() -> None:
    assert "did you mean 'hr-advisor.txt'?" in refusal(FOLDER / "hr-adviser.txt")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.txt", b" \n", "is empty"),
        ("large.txt", b"x" * (MAX_BYTES + 1), "million bytes"),
        ("named.docx", b"just text", "the name says DOCX"),
        ("broken.pdf", b"%PDF-1.7 nothing", "copy the posting's words into a .txt file"),
        ("broken.docx", b"PK\x03\x04 nothing", "copy the posting's words into a .txt file"),
        ("old.doc", b"\xd0\xcf\x11\xe0 nothing", "an old Word document"),
        ("latin.txt", "Exigences : français".encode("latin-1"), "latin.txt:1:17: the byte 0xE7"),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_to_do(name: str, content: bytes, said: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(content)

    assert said in refusal(path)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert "not a file" in refusal(tmp_path)


@pytest.mark.parametrize("name", ["nurse-manager.docx", "volunteer-coordinator.pdf", "hr-generalist-alberta.html"])
def test_a_client_file_may_name_a_posting_of_any_kind(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes((FOLDER / name).read_bytes())
    path = tmp_path / "client.yaml"
    path.write_text(f"person: {{name: Amina}}\ntargets: [{{role: Lead, posting_file: {name}}}]\n", encoding="utf-8")
    client = load(path)

    text = posting_text(client, client.resume.targets[0])

    assert text is not None
    assert "ualifications" in text or "REQUIREMENTS" in text
