"""The review copy goes out and comes back."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest

from resumekit.errors import ClientFileError, ForeignFileError, ResumekitError, UnknownNameError
from resumekit.load.client import Client, load, parse
from resumekit.pipeline import Choices
from resumekit.readback.returned import read_returned_docx
from resumekit.readback.sent import same_words
from resumekit.reviewing import ReviewChange, apply_review, read_review, review_copy
from tests.programs import Office
from tests.readback.copies import (
    inserted,
    paragraph,
    parts,
    tracked,
    with_body,
    with_comment,
    with_reply,
    zipped,
)

SAMPLES = Path(__file__).parents[1] / "samples"
CHOICES = Choices(as_of=date(2026, 10, 1))
FILE = """\
person:
  name: Amina Haddad
  email: amina.haddad@example.ca
  profile: Laboratory supervisor who builds teams.   # the coach's words
targets:
  - id: hr
    role: HR Advisor
experience:
  - employer: Northwind Labs
    id: northwind
    roles:
      - id: supervisor
        title: Laboratory Supervisor
        start: 2018-03
        end: 2024-06
        achievements:
          - id: intake
            action: Redesigned the intake of samples   # from the first talk
            result: Cut turnaround
            measures:
              - {of: turnaround, from: 13, to: 8, unit: weeks}
          - id: training
            text: Trained technicians in the new method.   # ask how many
            confirmed: 2026-09-01
          - Responsible for the safety of the laboratory
          - id: waste
            text: >-
              Cut waste by 40%
              and wrote the guide
          # the last two came by telephone
          - {id: projects, text: 'Worked on various projects, and other tasks'}
          - id: budget
            text: "Managed a budget of [X]"
  - employer: Prairie Foods
    title: Technician
    start: 2015
    end: 2018-02
"""


@pytest.fixture
def client(tmp_path: Path) -> Client:
    path = tmp_path / "amina.yaml"
    path.write_text(FILE, encoding="utf-8")
    return load(path)


def sent(client: Client) -> bytes:
    return review_copy(client, CHOICES, author="Nadia Roy").content


def read(client: Client, content: bytes, tmp_path: Path) -> tuple[ReviewChange, ...]:
    path = tmp_path / "returned.docx"
    path.write_bytes(content)
    return read_review(client, path, CHOICES)


def text(client: Client) -> str:
    assert client.path
    return client.path.read_text(encoding="utf-8")


def test_findings_and_questions_stand_on_their_words_as_comments(client: Client, tmp_path: Path) -> None:
    from docx import Document

    made = review_copy(client, CHOICES, author="Nadia Roy")

    (tmp_path / made.name).write_bytes(made.content)
    document = Document(str(tmp_path / made.name))
    comments = list(document.comments)
    assert made.name == "Amina-Haddad-HR-Advisor-REVIEW.docx"
    assert made.comments == len(comments) >= 6
    assert {comment.author for comment in comments} == {"Nadia Roy"}
    assert {str(comment.timestamp)[:10] for comment in comments} == {"2026-10-01"}
    asked = {line: one.words for one in read_returned_docx(made.content).comments for line in one.text.split("\n")}
    assert asked["How many people?"] == "technicians"
    assert "[X]" in asked.values()
    assert asked["“40%” compared with what? Over how long?"] == "40%"
    assert document.paragraphs[0].text.startswith("Review copy for Amina Haddad. Not for employers.")


def test_the_copy_keeps_to_the_office_schema(client: Client, tmp_path: Path) -> None:
    from openxml_audit import OpenXmlValidator

    path = tmp_path / "copy.docx"
    path.write_bytes(sent(client))

    assert [str(error) for error in OpenXmlValidator(max_errors=0).validate(path).errors] == []


def test_what_the_client_file_lets_stand_is_not_asked() -> None:
    asked = parse(FILE)
    let_stand = parse(FILE + "checks:\n  ignore:\n    - {code: ACH002, reason: client cannot disclose}\n")

    comments = [parts(review_copy(one, CHOICES).content)["word/comments.xml"].decode() for one in (asked, let_stand)]

    assert ["shows no result" in one for one in comments] == [True, False]


def test_equal_clients_make_equal_copies(client: Client) -> None:
    assert sent(client) == sent(client)


def test_without_a_day_no_comment_is_dated(client: Client) -> None:
    content = review_copy(client, Choices()).content

    assert b"w:date=" not in parts(content)["word/comments.xml"]


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_bullet_of_a_sample_is_found_again_when_it_is_changed(sample: Path, tmp_path: Path) -> None:
    person = load(sample)
    content = sent(person)
    lines = re.findall(r'<w:pStyle w:val="ListBullet"/></w:pPr>(?:(?!</w:p>).)*</w:p>', body(content), re.DOTALL)
    changed = [(line, " anew</w:t>".join(line.rsplit("</w:t>", 1))) for line in dict.fromkeys(lines)]

    unchanged, changes = read(person, content, tmp_path), read(person, with_body(content, *changed), tmp_path)

    assert unchanged == ()
    assert {one.kind for one in changes} <= {"edited"}
    assert len(changes) == len(changed)
    assert all(same_words(one.new.replace(" anew", "")) == same_words(one.old) and one.facts for one in changes)


def body(content: bytes) -> str:
    return parts(content)["word/document.xml"].decode()


def test_only_the_review_copy_carries_the_keys_of_facts(client: Client) -> None:
    from resumekit.pipeline import produce

    plain = produce(client, replace(CHOICES, formats=("docx",))).files[0].content

    assert "docProps/custom.xml" not in parts(plain)
    assert "word/comments.xml" not in parts(plain)
    assert b"bookmarkStart" not in parts(plain)["word/document.xml"]


def test_a_copy_that_comes_back_as_it_went_changes_nothing(client: Client, tmp_path: Path) -> None:
    assert read(client, sent(client), tmp_path) == ()


@pytest.mark.external
def test_a_copy_that_another_program_saved_changes_nothing(client: Client, tmp_path: Path, soffice: Office) -> None:
    content = sent(client)
    answered = with_reply(content, "Nine technicians", to=_comment(content, "How many people?"))

    saved = _saved_anew(soffice, tmp_path, {"sent": content, "answered": answered})
    unchanged = read_review(client, saved / "sent.docx", CHOICES)
    changes = read_review(client, saved / "answered.docx", CHOICES)

    assert unchanged == ()
    assert [(one.kind, one.facts, one.new, one.words) for one in changes] == [
        ("answer", ("training",), "Nine technicians", "technicians")
    ]


def _saved_anew(soffice: Office, folder: Path, copies: dict[str, bytes]) -> Path:
    """The folder of the same copies as LibreOffice saves them."""
    for name, content in copies.items():
        (folder / f"{name}.docx").write_bytes(content)
    subprocess.run(
        [soffice.command, f"-env:UserInstallation={(soffice.home / 'profile').as_uri()}", "--headless",
         "--convert-to", "docx", "--outdir", str(folder / "saved"), *(str(folder / f"{name}.docx") for name in copies)],
        capture_output=True, timeout=180, check=True,
    )  # fmt: skip
    return folder / "saved"


def _comment(content: bytes, words: str) -> int:
    comments = parts(content)["word/comments.xml"].decode().split("<w:comment ")[1:]
    return next(n for n, comment in enumerate(comments) if words in comment)


def test_an_edited_bullet_is_written_where_its_fact_has_a_text(client: Client, tmp_path: Path) -> None:
    content = with_body(sent(client), ("in the new method", "in the new method, over two months"))

    changes = read(client, content, tmp_path)
    done = apply_review(client, changes)

    assert [(one.kind, one.facts, one.certain) for one in changes] == [("edited", ("training",), True)]
    assert changes[0].old == "Trained technicians in the new method"
    assert [one.applied for one in done] == [True]
    line = "            text: Trained technicians in the new method, over two months   # ask how many\n"
    assert text(client) == FILE.replace(
        "            text: Trained technicians in the new method.   # ask how many\n", line
    )


@pytest.mark.parametrize(
    ("old", "new", "before", "after"),
    [
        (
            "the safety of the",
            "the safety: of the",
            "- Responsible for the safety of the laboratory",
            '- "Responsible for the safety: of the laboratory"',
        ),
        (
            " and wrote the guide",
            " and wrote a guide",
            ">-\n              Cut waste by 40%\n              and wrote the guide",
            "Cut waste by 40% and wrote a guide",
        ),
        (
            " projects, and other",
            " projects, and two other",
            "text: 'Worked on various projects, and other tasks'}",
            'text: "Worked on various projects, and two other tasks"}',
        ),
        ("Laboratory supervisor who", "A supervisor who", "Laboratory supervisor who", "A supervisor who"),
    ],
    ids=["bare", "folded", "in braces", "profile"],
)
def test_words_are_written_however_the_file_has_them(
    client: Client, tmp_path: Path, old: str, new: str, before: str, after: str
) -> None:
    apply_review(client, read(client, with_body(sent(client), (old, new)), tmp_path))

    assert text(client) == FILE.replace(before, after)


def test_a_composed_bullet_is_offered_and_written_only_when_its_fact_is_named(client: Client, tmp_path: Path) -> None:
    content = with_body(sent(client), ("by redesigning the intake", "by planning the intake anew"))
    changes = read(client, content, tmp_path)

    left = apply_review(client, changes)
    unchanged = text(client)
    apply_review(client, changes, accept=["intake"])

    assert [(one.kind, one.facts, one.certain, one.offered) for one in changes] == [
        ("edited", ("intake",), False, True)
    ]
    assert not left[0].applied
    assert unchanged == FILE
    intake = load(client.path or "").resume.fact("intake")
    assert getattr(intake, "text", "") == changes[0].new
    assert getattr(intake, "action", "") == "Redesigned the intake of samples"
    assert "# from the first talk" in text(client)


def test_a_bullet_taken_out_with_tracking_is_told_with_who_did_it(client: Client, tmp_path: Path) -> None:
    content = sent(client)
    xml = paragraph(content, "Responsible")

    changes = read(client, with_body(content, (xml, tracked(xml))), tmp_path)

    assert [(one.kind, one.old, one.by) for one in changes] == [
        ("deleted", "Responsible for the safety of the laboratory", "Amina Haddad")
    ]
    assert changes[0].facts == ("supervisor/achievements-3",)
    assert apply_review(client, changes)[0].applied is False
    assert text(client) == FILE


def test_a_bullet_taken_out_without_tracking_is_told_too(client: Client, tmp_path: Path) -> None:
    content = sent(client)

    changes = read(client, with_body(content, (paragraph(content, "Responsible"), "")), tmp_path)

    assert [(one.kind, one.facts) for one in changes] == [("deleted", ("supervisor/achievements-3",))]


def test_tracked_words_count_as_accepted(client: Client, tmp_path: Path) -> None:
    content = sent(client)
    xml = paragraph(content, "in the new method")
    end = '<w:bookmarkEnd w:id="'
    at = xml.rindex(end)

    changes = read(client, with_body(content, (xml, xml[:at] + inserted(", with a test") + xml[at:])), tmp_path)

    assert [(one.new, one.by) for one in changes] == [
        ("Trained technicians in the new method, with a test", "Amina Haddad")
    ]


def test_a_new_bullet_belongs_to_the_role_of_the_one_above_it(client: Client, tmp_path: Path) -> None:
    content = sent(client)
    xml = paragraph(content, "in the new method")
    new = '<w:p><w:pPr><w:pStyle w:val="ListBullet"/></w:pPr><w:r><w:t>Won the safety prize of 2021</w:t></w:r></w:p>'

    changes = read(client, with_body(content, (xml, xml + new)), tmp_path)
    apply_review(client, changes, accept=["supervisor"])

    assert [(one.kind, one.facts, one.new, one.certain) for one in changes] == [
        ("added", ("supervisor",), "Won the safety prize of 2021", False)
    ]
    assert text(client) == FILE.replace(
        '            text: "Managed a budget of [X]"\n',
        '            text: "Managed a budget of [X]"\n          - text: Won the safety prize of 2021\n',
    )


def test_a_new_bullet_right_below_a_title_belongs_to_that_role(client: Client, tmp_path: Path) -> None:
    content = sent(client)
    xml = paragraph(content, "turnaround from 13")
    # Pressing Enter at the beginning of a bullet leaves its mark on the new one.
    mark = re.findall(r"<w:bookmarkStart[^>]*/>", xml)[0]
    new = f"<w:p>{mark}<w:r><w:t>Won the safety prize of 2021</w:t></w:r></w:p>"

    changes = read(client, with_body(content, (xml, new + xml.replace(mark, ""))), tmp_path)

    assert [(one.kind, one.facts, one.offered) for one in changes] == [("added", ("supervisor",), True)]


def test_a_moved_bullet_is_no_other_bullet(client: Client, tmp_path: Path) -> None:
    content = sent(client)
    first, last = paragraph(content, "in the new method"), paragraph(content, "Managed a budget")

    changes = read(client, with_body(content, (first, ""), (last, last + first)), tmp_path)

    assert [(one.kind, one.facts) for one in changes] == [("moved", ("training",))]


def test_a_program_that_takes_marks_and_lists_out_loses_no_change(client: Client, tmp_path: Path) -> None:
    content = with_body(sent(client), ("in the new method", "in the new method, over two months"))
    files = parts(content)
    body = re.sub(rb"<w:bookmark(?:Start|End)[^>]*/>", b"", files["word/document.xml"])
    rels = re.sub(rb'<Relationship Id="rId4"[^>]*/>', b"", files["_rels/.rels"])
    stripped = {**files, "word/document.xml": body, "_rels/.rels": rels}

    changes = read(client, zipped(stripped), tmp_path)

    assert [(one.kind, one.facts, one.certain) for one in changes] == [("edited", ("training",), True)]


def test_an_answer_is_told_with_its_question(client: Client, tmp_path: Path) -> None:
    content = sent(client)

    changes = read(client, with_reply(content, "Nine, in 2021", to=_comment(content, "How many people?")), tmp_path)

    assert [(one.kind, one.facts, one.new, one.by, one.question, one.words) for one in changes] == [
        ("answer", ("training",), "Nine, in 2021", "Amina Haddad", "How many people?", "technicians")
    ]


def test_an_answer_written_into_the_question_is_one_too(client: Client, tmp_path: Path) -> None:
    files = parts(sent(client))
    comments = files["word/comments.xml"].replace(b"How many people?", b"How many people? Nine.")

    changes = read(client, zipped({**files, "word/comments.xml": comments}), tmp_path)

    assert [(one.kind, one.new, one.question) for one in changes] == [("answer", "Nine.", "How many people?")]


def test_a_question_marked_as_done_without_an_answer_is_told(client: Client, tmp_path: Path) -> None:
    content = sent(client)

    changes = read(client, with_reply(content, "", to=_comment(content, "How many people?"), done=True), tmp_path)

    assert [(one.kind, one.facts) for one in changes] == [("settled", ("training",))]


def test_a_comment_of_the_clients_own_is_told_with_its_words_and_fact(client: Client, tmp_path: Path) -> None:
    changes = read(client, with_comment(sent(client), "No longer true", on="safety of the"), tmp_path)

    assert [(one.kind, one.facts, one.new) for one in changes] == [
        ("comment", ("supervisor/achievements-3",), "No longer true")
    ]
    assert changes[0].words == "the safety of the laboratory"


def test_what_changed_in_the_file_meanwhile_is_not_written_over(client: Client, tmp_path: Path) -> None:
    content = with_body(sent(client), ("in the new method", "in the new method, over two months"))
    assert client.path
    client.path.write_text(FILE.replace("Trained technicians", "Trained nine technicians"), encoding="utf-8")

    changes = read(load(client.path), content, tmp_path)

    assert [(one.certain, one.offered) for one in changes] == [(False, False)]
    assert "has changed since" in changes[0].why


def test_nothing_is_written_unless_all_can_be(client: Client, tmp_path: Path) -> None:
    good = with_body(sent(client), ("in the new method", "in the new way"))
    bad = replace(read(client, good, tmp_path)[0], facts=("budget",), new="a\x00b")

    with pytest.raises(ClientFileError):
        apply_review(client, [*read(client, good, tmp_path), bad])

    assert text(client) == FILE


def test_what_was_written_is_not_written_again(client: Client, tmp_path: Path) -> None:
    xml = paragraph(sent(client), "in the new method")
    new = "<w:p><w:r><w:t>Won a prize</w:t></w:r></w:p>"
    content = with_body(sent(client), (xml, xml.replace("in the new method", "in the new way") + new))
    apply_review(client, read(client, content, tmp_path), accept=["supervisor"])
    assert client.path
    again = load(client.path)
    once = text(client)

    changes = apply_review(again, read(again, content, tmp_path))

    assert [one.why for one in changes] == ["the client file says so already"] * 2
    assert text(client) == once


def test_only_what_is_offered_can_be_accepted(client: Client, tmp_path: Path) -> None:
    content = with_body(sent(client), ("by redesigning the intake", "by planning the intake anew"))

    with pytest.raises(UnknownNameError, match="intake"):
        apply_review(client, read(client, content, tmp_path), accept=["intak"])


def test_another_document_is_refused(client: Client, tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Minutes of the garden club, 4 May")
    path = tmp_path / "minutes.docx"
    document.save(str(path))

    with pytest.raises(ResumekitError, match="hardly a paragraph of Amina Haddad's resume"):
        read_review(client, path, Choices())


def test_another_persons_copy_is_refused(client: Client, tmp_path: Path) -> None:
    other = parse(FILE.replace("Amina Haddad", "Jo Park"))

    with pytest.raises(ResumekitError, match="another person"):
        read(client, sent(other), tmp_path)


@pytest.mark.parametrize(
    ("part", "content", "reason"),
    [
        ("word/document.xml", b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', "damaged"),
        ("word/vbaProject.bin", b"x", "macros"),
        ("word/document.xml", b"<w:document", "damaged"),
    ],
    ids=["entity", "macros", "broken"],
)
def test_a_returned_file_is_trusted_in_nothing(
    client: Client, tmp_path: Path, part: str, content: bytes, reason: str
) -> None:
    with pytest.raises(ForeignFileError) as caught:
        read(client, zipped({**parts(sent(client)), part: content}), tmp_path)

    assert caught.value.reason == reason


def test_what_steers_a_terminal_does_not_reach_it(client: Client, tmp_path: Path) -> None:
    changes = read(client, with_comment(sent(client), "a\u009b31m \u202eb", on="Responsible"), tmp_path)

    assert changes[0].new == "a31m b"


def test_a_french_copy_asks_in_french() -> None:
    french = parse(
        FILE.replace("person:", "locale: fr-CA\nperson:", 1).replace("Trained technicians", "A formé l’équipe")
    )

    comments = parts(review_copy(french, CHOICES).content)["word/comments.xml"].decode()

    assert "Combien de personnes" in comments
    assert "How many" not in comments
