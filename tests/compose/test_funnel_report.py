"""The report on applications: what it says, what it rests on, and what it never says."""

from __future__ import annotations

from datetime import date

import pytest

from resumekit.career.funnel import FunnelCounts, FunnelReading, count_funnel, read_funnel
from resumekit.compose.funnel_chart import funnel_chart
from resumekit.compose.funnel_report import compose_funnel_report
from resumekit.document.block import Document, Figure
from resumekit.load.stated import read_applications
from resumekit.load.stated_client import client_of
from resumekit.model.application import Applications
from resumekit.themes.theme import find_theme
from tests.architecture.tree import ROOT

LISTS = sorted((ROOT / "samples" / "applications").iterdir())
DAY = date(2026, 11, 15)


def made(index: int) -> tuple[Document, FunnelReading, Applications]:
    stated = read_applications(LISTS[index])
    client = client_of(stated)
    assert client is not None
    target = client.resume.target(stated.value.target)
    reading = read_funnel(count_funnel(stated.value, client.resume, target, DAY))
    return (
        compose_funnel_report(reading, stated.value, client.resume, target=target, as_of=DAY),
        reading,
        stated.value,
    )


def text_of(document: Document, section: str = "") -> str:
    return "\n".join(line.text for name, line in document.lines() if section in ("", name))


@pytest.mark.parametrize("index", range(3))
def test_every_finding_stands_with_its_argument_and_what_to_do(index: int) -> None:
    document, reading, _ = made(index)

    for finding in reading.findings:
        assert f"{finding.says} {finding.argument}".strip() in text_of(document, "says")
        assert finding.do in text_of(document, "next")


@pytest.mark.parametrize("index", range(3))
def test_every_application_is_listed_and_no_note_is(index: int) -> None:
    document, _, applications = made(index)

    listed = text_of(document, "list")
    assert applications.applications
    for item in applications.applications:
        assert item.employer in listed
        assert item.notes is None or item.notes not in text_of(document)


def test_the_gravest_stands_first() -> None:
    senior, _, _ = made(0)
    graduate, _, _ = made(2)

    _, first, *_ = (line.text for name, line in senior.lines() if name == "next")
    assert first.startswith("Book interview coaching")
    assert "Offers come only from employers outside the plan" in text_of(graduate, "summary")
    assert "offer Sep 4, 2026 (off plan)" in text_of(graduate, "list")


def test_each_row_rests_on_its_own_entry() -> None:
    document, _, applications = made(1)

    refs = {source.ref for name, line in document.lines() if name == "list" for source in line.sources}
    assert {f"applications/{number}" for number in range(1, len(applications.applications) + 1)} <= refs


def test_what_is_odd_about_the_list_is_told() -> None:
    odd = Applications.model_validate({"applications": [{"employer": "Reed"}, {"employer": "Reed", "accepted": True}]})
    document = compose_funnel_report(read_funnel(count_funnel(odd)), odd)

    told = text_of(document, "look")
    assert "Entry 2: an offer without an interview" in told
    assert "1 offer came without an interview" in told


def test_counts_alone_make_a_report() -> None:
    document = compose_funnel_report(read_funnel(FunnelCounts(30, 0)))

    assert (document.file_stem, document.title) == ("Applications", "Applications")
    assert "none after 30 happens 4% of the time" in text_of(document, "says")
    assert not text_of(document, "list")


def test_nothing_sent_has_no_chart() -> None:
    assert funnel_chart(read_funnel(FunnelCounts(0, 0)), find_theme()) is None


def test_the_chart_says_in_words_what_it_shows() -> None:
    figure = funnel_chart(read_funnel(FunnelCounts(20, 3, referrals=2, referral_interviews=1)), find_theme())

    assert isinstance(figure, Figure)
    assert "Targeted applications: 20, of which 3 led to an interview" in figure.alt
    assert "3 (15%, 95% interval 5 to 36%)" in figure.svg
    assert figure.data is not None
    assert [[cell.text for cell in row][:3] for row in figure.data.rows] == [
        ["Targeted applications", "20", "3 led to an interview"],
        ["Referrals", "2", "1 led to an interview"],
        ["Interviews held", "4", "0 led to an offer"],
    ]


@pytest.mark.parametrize("index", range(3))
def test_it_promises_nothing(index: int) -> None:
    document, _, _ = made(index)

    said = text_of(document).lower()
    for word in ("guarantee", "will get", "will lead", "!", "%%"):
        assert word not in said
    assert "promises nothing" in said
