"""What other programs' layouts hide: signs drawn after the words, a name in a text box, a header without an address."""

from __future__ import annotations

from resumekit.readback.fields import extract_lines
from resumekit.readback.foreign import ForeignLine


def _pdf(*rows: tuple[str, float, float]) -> list[ForeignLine]:
    return [
        ForeignLine(text, 1, number, x, x + 5 * len(text), y, 10) for number, (text, x, y) in enumerate(rows, start=1)
    ]


HEAD = (("Lena Sorensen", 60, 750), ("lena@example.com", 60, 735), ("Experience", 230, 714))


def test_bullets_drawn_after_all_words_mark_the_points_they_stand_beside() -> None:
    found = extract_lines(
        _pdf(
            *HEAD,
            ("Analyst, Fjord Insight Ltd.", 230, 690),
            ("Jan 2021 – Present", 230, 675),
            ("Built 14 dashboards", 262, 655),
            ("Checked two million records", 262, 643),
            ("Education", 230, 620),
            ("BSc Statistics, Coast University, 2020", 230, 600),
            ("•", 254, 656),
            ("•", 254, 644),
        )
    )

    assert [bullet.text for bullet in found.jobs[0].bullets] == ["Built 14 dashboards", "Checked two million records"]


def test_a_title_and_an_employer_without_an_address_are_parted() -> None:
    (job,) = extract_lines(_pdf(*HEAD, ("Line Cook, Harbour Grill, 2019 – 2022", 230, 690))).jobs

    assert job.title
    assert job.organization
    assert (job.title.text, job.organization.text) == ("Line Cook", "Harbour Grill")
    assert job.organization.confidence < 0.6


def test_a_job_is_never_taken_for_the_name() -> None:
    lines = [
        ForeignLine("Experience", number=1, size=14, heading=1, whole=True),
        ForeignLine("Barista, Corner Cup, May 2021 – Present", number=2, size=11, whole=True),
        ForeignLine("Served 200 guests a day", number=3, size=11, whole=True, marker="•"),
    ]

    found = extract_lines(lines)

    assert found.contact.name is None
    assert len(found.jobs) == 1
