"""The thank-you stays within its words, answers what weighs most, and is followed up on days that are told."""

from __future__ import annotations

import re

import pytest

from resumekit.career.kit_words import kit_words
from resumekit.compose.kit import Kit
from resumekit.compose.kit_after import after_blocks, thank_you
from resumekit.compose.kit_region import region_of_kit
from resumekit.compose.kit_reservations import reservations
from resumekit.skills.posting_words import table
from tests.compose.kits import SAMPLES, full_kit, kit_of, lines, sample_kit, tables, texts
from tests.full_client.markers import never
from tests.skills.postings import NAMES

POSTINGS = [name for name in NAMES if not name.endswith(("docx", "pdf"))]
PAIRS = [(number, name) for number in SAMPLES for name in ("", *POSTINGS[int(number) % 4 :: 4])]
BARE = "person: {name: Jo Park}\n"
LONG = (
    "person: {name: Jo Park, email: jo.park@example.com}\ntargets: [{role: Clerk}]\nexperience:\n"
    "  - employer: Northwind\n    title: Clerk\n    start: 2020-01\n    end: present\n    achievements:\n"
) + "".join(f"      - text: Reduced {' and '.join(['the number of late files'] * 30)} by {n}%.\n" for n in (11, 12))


def _words(kit: Kit) -> int:
    return sum(len(line.text.split()) for line in thank_you(kit))


def _days(kit: Kit) -> list[str]:
    return [row[0].text for row in tables(after_blocks(kit))[-1].rows]


@pytest.mark.parametrize(("number", "name"), PAIRS)
def test_the_thank_you_has_150_words_at_most_subject_and_close_counted(number: str, name: str) -> None:
    kit = sample_kit(number, name)

    assert 20 < _words(kit) <= 150
    assert f"{_words(kit)} words with the subject and the close" in " ".join(texts(after_blocks(kit)))


def test_results_too_long_for_the_words_are_left_out() -> None:
    kit = kit_of(LONG)

    assert _words(kit) <= 150
    assert "late files" not in " ".join(line.text for line in thank_you(kit))


def test_it_opens_with_a_subject_and_a_greeting_and_ends_with_the_name() -> None:
    first, second, *_, close, name = (line.text for line in thank_you(sample_kit("2")))

    assert first == "Thank you: HR Advisor"
    assert second == "Dear Hiring Team at Speed River Health Network,"
    assert (close, name) == ("Sincerely,", "Amina Osei-Grant")


def test_it_names_the_job_of_the_posting_and_not_of_the_target() -> None:
    said = " ".join(line.text for line in thank_you(sample_kit("2", "hr-generalist-alberta.html")))

    assert "Human Resources Generalist at Prairie Wind Foods" in said
    assert "HR Advisor" not in said
    assert "Speed River" not in said


def test_what_the_posting_names_rests_on_the_posting() -> None:
    posting = sample_kit("2", "hr-generalist-alberta.html")
    target = sample_kit("1")

    assert not any("hr-advisor" in line.facts for line in thank_you(posting))
    assert any(source.kind == "posting" for line in thank_you(posting)[:3] for source in line.sources)
    assert any("senior-manager" in line.facts for line in thank_you(target)[:3])


@pytest.mark.parametrize(
    ("number", "name", "kind", "says"),
    [
        ("1", "", "short_job", "the short time at Cedarbrae Home Supply"),
        ("2", "", "career_change", "my path from laboratory operations to human resources"),
        ("1", "warehouse-lead.txt", "missing_paper", "“forklift licence (counterbalance and reach)”"),
        ("5", "software-developer.md", "missing_years", "“4+ years of professional software development”"),
    ],
)
def test_it_answers_what_weighs_most(number: str, name: str, kind: str, says: str) -> None:
    kit = sample_kit(number, name)

    assert reservations(kit)[0].kind == kind
    assert says in " ".join(line.text for line in thank_you(kit))


def test_reservations_come_in_the_order_of_the_data_file_and_once_each() -> None:
    order = kit_words().after.order
    seen = 0
    for number, name in PAIRS:
        kinds = [item.kind for item in reservations(sample_kit(number, name))]
        assert kinds == sorted(set(kinds), key=order.index)
        seen += len(kinds)

    assert seen > 20


def test_where_nothing_is_held_against_the_client_a_blank_waits() -> None:
    said = [line.text for line in thank_you(kit_of(BARE))]

    assert kit_words().after.blank["en"].worry in said
    assert not reservations(kit_of(BARE))


def test_blanks_are_set_as_blanks() -> None:
    spans = [span for line in thank_you(sample_kit("1")) for span in line.spans]

    blanks = [span.text for span in spans if span.style == "placeholder"]

    assert len(blanks) == 1
    assert all(re.fullmatch(r"\[[^\[\]]+\]", text) for text in blanks)
    assert not any("[" in span.text for span in spans if not span.style)


def test_a_sentence_about_the_client_cites_facts_of_the_client() -> None:
    for number in ("1", "2", "3", "5"):
        kit = sample_kit(number)
        facts = set(kit.context.resume.facts) | {target.key for target in kit.context.resume.targets}
        told = [line for line in thank_you(kit) if re.search(r"\bI (?!would)[a-z]+ed\b|my path|short time", line.text)]
        assert told
        for line in told:
            assert line.facts
            assert {fact.partition("#")[0] for fact in line.facts} <= facts | {"person"}


def test_day_45_is_ontarios() -> None:
    rule = table("posting-rules")["ON"]

    assert _days(sample_kit("2")) == ["Day 7", "Day 14", f"Day {rule['answer_days']}"]
    assert rule["answer_days"] == 45
    assert _days(sample_kit("2", "hr-generalist-alberta.html")) == ["Day 7", "Day 14"]
    assert _days(sample_kit("5")) == ["Day 7", "Day 14"]


def test_the_region_is_the_postings_then_the_markets_then_the_clients() -> None:
    person = "person: {name: Jo Park, region: ON}\n"
    alberta = "targets: [{role: Clerk, market: Alberta}]\n"
    posting = "Clerk\nNorthwind, Halifax, NS\n\nRequirements\n- Clear writing\n"

    assert region_of_kit(kit_of(person + alberta, posting)) == "NS"
    assert region_of_kit(kit_of(person + alberta)) == "AB"
    assert region_of_kit(kit_of(person)) == "ON"
    assert region_of_kit(kit_of(BARE)) == ""
    assert region_of_kit(kit_of("person: {name: Jo Park, region: Ontario}")) == "ON"


def test_each_message_is_one_sentence() -> None:
    for kit in (sample_kit("1"), sample_kit("4"), kit_of(BARE)):
        for row in tables(after_blocks(kit))[-1].rows:
            text = row[2].text.strip("“”«»\u00a0 ")
            assert not re.search(r"[.!?]\s", re.sub(r"\[[^\]]*\]", "", text))
            assert text.endswith((".", "?"))


def test_a_french_thank_you_is_french_throughout() -> None:
    said = " ".join(line.text for line in thank_you(sample_kit("4", "conseiller-rh.txt")))

    assert said.startswith("Merci\u00a0: Conseillère ou conseiller en ressources humaines")
    assert "Vous demandez «\u00a0Titre CRHA ou CPHR\u00a0»" in said
    assert not re.search(r"\b(the|you|with|thank)\b", said, re.IGNORECASE)


def test_neither_money_nor_what_is_for_the_coach_is_told() -> None:
    said = " ".join(texts(after_blocks(full_kit())))

    assert "313" not in said
    assert [word for word in never() if word in said] == []


def test_the_same_kit_gives_the_same_lines() -> None:
    assert lines(after_blocks(sample_kit("1"))) == lines(after_blocks(sample_kit("1")))
