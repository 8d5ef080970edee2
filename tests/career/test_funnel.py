"""What the counts of a search say: each row with its boundaries, and laws that hold for all counts."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumekit.career.funnel import FunnelCounts, FunnelReading, funnel_rules, judge_funnel, read_funnel
from resumekit.errors import ResumekitError

GRAVITY = {"info": 0, "watch": 1, "act": 2}
RULES = funnel_rules()


def codes(reading: FunnelReading) -> list[str]:
    return [finding.code for finding in reading.findings]


@pytest.mark.parametrize(
    ("applications", "code", "percent"),
    [(1, "too-early", 90), (14, "too-early", 23), (15, "watch", 21), (29, "watch", 5),
     (30, "documents-or-targeting", 4), (80, "documents-or-targeting", 0)],
)  # fmt: skip
def test_applications_without_an_interview(applications: int, code: str, percent: int) -> None:
    found = read_funnel(FunnelCounts(applications, 0)).finding("application")

    assert found is not None
    assert found.code == code
    assert found.p == pytest.approx(0.9**applications)
    said = "under 1%" if not percent else f"{percent}%"
    assert found.argument == f"At a true 10%, none after {applications} happens {said} of the time."


@pytest.mark.parametrize(
    ("interviews", "code", "percent"),
    [(1, "interviews-too-early", 80), (2, "interviews-too-early", 64), (3, "interview-coaching", 51),
     (9, "interview-coaching", 13), (10, "interviews-likely", 11), (13, "interviews-likely", 5),
     (14, "interviews-strong", 4), (30, "interviews-strong", 0)],
)  # fmt: skip
def test_interviews_without_an_offer(interviews: int, code: str, percent: int) -> None:
    found = read_funnel(FunnelCounts(40, interviews)).finding("interview")

    assert found is not None
    assert found.code == code
    assert found.p == pytest.approx(0.8**interviews)
    assert f"happens {percent or 'under 1'}% of the time" in found.argument


def test_coaching_is_booked_at_three_and_claimed_only_from_ten() -> None:
    three, ten = (read_funnel(FunnelCounts(40, number)).finding("interview") for number in (3, 10))

    assert three is not None
    assert ten is not None
    assert "only from ten" in three.says
    assert "Book interview coaching" in three.do
    assert "Book interview coaching" in ten.do


def test_nothing_sent_is_said_and_no_rate_invented() -> None:
    reading = read_funnel(FunnelCounts(0, 0))

    assert codes(reading) == ["nothing-sent"]
    assert [rate.interval for rate in reading.rates] == [None, None]


def test_referrals_alone_are_no_application_row() -> None:
    reading = read_funnel(FunnelCounts(0, 0, referrals=4, referral_interviews=2))

    assert codes(reading) == ["none-targeted", "interviews-too-early", "referrals"]


def test_interviews_from_referrals_do_not_feed_the_application_rate() -> None:
    reading = read_funnel(FunnelCounts(30, 0, referrals=5, referral_interviews=5))

    assert reading.findings[0].code == "documents-or-targeting"
    interview = reading.rate("interview")
    assert interview is not None
    assert (interview.successes, interview.trials) == (0, 5)


@pytest.mark.parametrize(
    ("applications", "interviews", "leaks"), [(45, 1, False), (46, 1, True), (60, 2, False), (61, 2, True)]
)
def test_so_few_interviews_that_chance_seldom_gives_them_leak_too(
    applications: int, interviews: int, leaks: bool
) -> None:
    below = sum(
        [1.0, applications, applications * (applications - 1) / 2][done] * 0.1**done * 0.9 ** (applications - done)
        for done in range(interviews + 1)
    )
    found = read_funnel(FunnelCounts(applications, interviews)).findings[0]

    assert (below < 0.05) is leaks
    assert (found.code == "documents-or-targeting") is leaks
    assert ("the same argument as for none at all" in found.argument) is leaks
    assert found.p == pytest.approx(below)


def test_a_rate_is_told_with_its_counts_and_interval_and_no_verdict() -> None:
    found = read_funnel(FunnelCounts(20, 5)).findings[0]

    assert found.code == "application-rate"
    assert found.says.startswith("5 of 20 targeted applications led to an interview (25%, 95% interval 11 to 47%).")
    assert "No verdict" in found.says


@pytest.mark.parametrize(
    ("offers", "off", "unknown", "code"),
    [(1, 1, 0, "offers-off-plan"), (3, 3, 0, "offers-off-plan"), (3, 2, 0, "offers-on-plan"),
     (3, 2, 1, "offers-plan-unknown"), (2, 0, 2, "offers-plan-unknown"), (2, None, 0, "offers-plan-unknown"),
     (2, 0, 0, "offers-on-plan")],
)  # fmt: skip
def test_offers_only_from_off_plan_employers_are_targeting(
    offers: int, off: int | None, unknown: int, code: str
) -> None:
    reading = read_funnel(FunnelCounts(20, 6, offers, off_plan_offers=off, unknown_plan_offers=unknown))

    found = reading.finding("offer")
    assert found is not None
    assert found.code == code
    assert ("resumekit move" in found.do) is (code != "offers-plan-unknown")


def test_recent_applications_are_counted_and_told_and_may_carry_the_verdict() -> None:
    first, second = read_funnel(FunnelCounts(31, 0, recent=4)).findings

    assert (first.code, second.code) == ("documents-or-targeting", "recent")
    assert "4 of 31 targeted applications went out less than 14 days ago" in second.says
    assert "Without them it would read: watch" in second.says
    assert "Without them" not in read_funnel(FunnelCounts(40, 0, recent=4)).findings[1].says


@pytest.mark.parametrize(("late", "level"), [(4, "info"), (5, "watch")])
def test_late_applications_are_told_with_their_counts(late: int, level: str) -> None:
    found = read_funnel(FunnelCounts(20, 4, late=late, timed=10)).finding("timing")

    assert found is not None
    assert found.level == level
    assert f"Of 10 whose two days are known, {late} went out more than 48 hours after the posting." in found.says


def test_more_offers_than_interviews_give_no_rate_and_a_warning() -> None:
    reading = read_funnel(FunnelCounts(20, 1, 2))

    assert reading.rate("interview") is None
    assert "no rate from interview to offer is given" in reading.warnings[0]


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"applications": 3, "interviews": 4}, "several rounds of interviews counts as one"),
        ({"applications": -1, "interviews": 0}, "applications: -1 is below 0"),
        ({"applications": 9, "interviews": 0, "referral_interviews": 1}, "referral interviews 1, referrals 0"),
        ({"applications": 9, "interviews": 2, "offers": 1, "off_plan_offers": 2}, "off plan offers 2, offers 1"),
        ({"applications": 9, "interviews": 2, "recent": 8}, "8 is more than there can be, 7"),
        ({"applications": 9, "interviews": 2, "late": 2, "timed": 1}, "late 2, timed 1"),
    ],
)
def test_counts_that_cannot_be_are_refused(wrong: dict[str, int], told: str) -> None:
    with pytest.raises(ResumekitError, match=told):
        FunnelCounts(**wrong)


def test_every_impossible_count_is_named_at_once() -> None:
    with pytest.raises(ResumekitError) as caught:
        FunnelCounts(1, 2, 1, referrals=1, referral_interviews=3, off_plan_offers=4)

    assert len(str(caught.value).splitlines()) == 3


def test_a_coach_changes_rates_thresholds_and_words(tmp_path: Path) -> None:
    rules = tmp_path / "rules.toml"
    rules.write_text(
        "[career.funnel]\napplication_rate = 0.2\nwatch_from = 5\ndocuments_from = 14\n"
        '[career.funnel.finding.watch]\nsays = "Look closer."\n',
        encoding="utf-8",
    )

    watch, documents = (read_funnel(FunnelCounts(number, 0), [rules]).findings[0] for number in (5, 14))

    assert watch.code == "watch"
    assert watch.p == pytest.approx(0.8**5)
    assert "Look closer." in watch.says
    assert documents.code == "documents-or-targeting"


def test_a_rate_of_ones_own_that_chance_explains_supports_no_claim(tmp_path: Path) -> None:
    rules = tmp_path / "rules.toml"
    rules.write_text("[career.funnel]\napplication_rate = 0.02\ninterview_rate = 0.05\n", encoding="utf-8")

    reading = read_funnel(FunnelCounts(60, 0), [rules])
    interviews = read_funnel(FunnelCounts(60, 20), [rules])

    assert reading.findings[0].code == "watch"
    assert interviews.findings[1].code == "interview-coaching"


@pytest.mark.parametrize(
    ("text", "told"),
    [("watchfrom = 5", "did you mean 'watch_from'"), ("application_rate = 1.5", "less than 1"),
     ('[career.funnel.finding.wach]\nsays = ""', "finding.wach")],
)  # fmt: skip
def test_rules_that_cannot_be_are_answered_with_their_place(tmp_path: Path, text: str, told: str) -> None:
    rules = tmp_path / "rules.toml"
    rules.write_text(f"[career.funnel]\n{text}\n", encoding="utf-8")

    with pytest.raises(ResumekitError, match=told):
        funnel_rules([rules])


@given(st.integers(1, 120), st.data())
def test_more_interviews_from_the_same_applications_never_worsen_the_finding(number: int, data: st.DataObject) -> None:
    fewer = data.draw(st.integers(0, number))
    more = data.draw(st.integers(fewer, number))
    first, second = (judge_funnel(FunnelCounts(number, some), RULES).findings[0] for some in (fewer, more))

    assert GRAVITY[second.level] <= GRAVITY[first.level]
    assert (second.p or 0) >= (first.p or 0)


@given(st.integers(1, 60), st.data())
def test_more_offers_from_the_same_interviews_never_worsen_the_finding(number: int, data: st.DataObject) -> None:
    fewer = data.draw(st.integers(0, number))
    more = data.draw(st.integers(fewer, number))
    readings = [judge_funnel(FunnelCounts(60, number, some), RULES) for some in (fewer, more)]
    first, second = (reading.finding("interview") for reading in readings)

    assert first is not None
    assert second is not None
    assert GRAVITY[second.level] <= GRAVITY[first.level]


@pytest.mark.parametrize(("applications", "above"), [(17, True), (5, False)])
def test_referrals_that_clearly_do_better_are_told_so(applications: int, above: bool) -> None:
    found = read_funnel(FunnelCounts(applications, 0, referrals=2, referral_interviews=2)).finding("referral")

    assert found is not None
    assert ("more of the week belongs to them" in found.says) is above


@pytest.mark.parametrize(
    ("off", "unknown", "told"),
    [(3, 0, "3 offers, all off plan."), (1, 1, "3 offers: 1 on plan, 1 off plan, 1 not known to be either.")],
)
def test_offers_are_told_by_their_plan(off: int, unknown: int, told: str) -> None:
    found = read_funnel(FunnelCounts(20, 6, 3, off_plan_offers=off, unknown_plan_offers=unknown)).finding("offer")

    assert found is not None
    assert found.says.startswith(told)
