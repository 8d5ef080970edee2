"""Bullets: one achievement as one line that sounds like a person and says no more than the fact."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from resumekit.document.line import Source
from resumekit.model.achievement import Achievement, Measure
from resumekit.sections.bullet import compose_bullet
from resumekit.text.locale import load_locale
from resumekit.text.measures import numbers, word_measure

GOLDEN = Path(__file__).parent / "golden"
ENGLISH = load_locale("en-CA")


def _bullet(stated: dict[str, Any], tag: str = "en-CA", *, current: bool = False) -> str:
    return compose_bullet(Achievement.model_validate(stated), current=current, locale=load_locale(tag)).text


def _stated() -> Iterator[tuple[str, dict[str, Any]]]:
    for tag, items in yaml.safe_load((GOLDEN / "achievements.yaml").read_text(encoding="utf-8")).items():
        yield from ((tag, item) for item in items)


def _made() -> str:
    lines = []
    for tag, item in _stated():
        current = item.pop("current", False)
        lines.append(_bullet(item, tag, current=current).replace("\u00a0", "~"))
    return "\n".join(lines) + "\n"


def test_the_golden_bullets_read_as_they_were_approved() -> None:
    """A no-break space is written ~ there."""
    assert _made() == (GOLDEN / "bullets.txt").read_text(encoding="utf-8")


def test_the_golden_file_is_large_enough_to_mean_something() -> None:
    tags = [tag for tag, _ in _stated()]

    assert tags.count("en-CA") >= 60
    assert tags.count("fr-CA") >= 12


TURNAROUND = {"of": "turnaround", "from": 13, "to": 8, "unit": "weeks"}


def test_a_line_cites_its_achievement_and_nothing_else() -> None:
    line = compose_bullet(Achievement(id="intake", action="Redesigned intake"), current=False, locale=ENGLISH)

    assert line.sources == (Source.fact("intake"),)


def test_hand_written_text_is_set_as_it_is_without_its_list_mark() -> None:
    assert (
        _bullet({"text": " •  Won   the Prix d’Excellence\u00a0: 2e place. "})
        == "Won the Prix d’Excellence\u00a0: 2e place"
    )


@pytest.mark.parametrize("gap", ["X%", "$X", "[X]", "TBD", "??", "XX", "[number of sites]"])
def test_what_is_to_be_filled_in_is_a_placeholder(gap: str) -> None:
    line = compose_bullet(Achievement(id="a", text=f"Saved {gap} last year"), current=False, locale=ENGLISH)

    assert [span.text for span in line.spans if span.style == "placeholder"] == [gap]


@pytest.mark.parametrize(
    "text", ["Sold the Model X line", "Ran SpaceX visits", "Wrote for X and Y", "Chaired Group XII"]
)
def test_a_letter_x_in_a_name_is_no_placeholder(text: str) -> None:
    assert not compose_bullet(Achievement(id="a", text=text), current=False, locale=ENGLISH).is_placeholder


def test_a_measure_to_come_is_a_placeholder() -> None:
    stated = {"id": "a", "action": "Ran a campaign", "measures": [{"of": "donations", "value": "X", "unit": "$"}]}
    line = compose_bullet(Achievement.model_validate(stated), current=False, locale=ENGLISH)

    assert line.is_placeholder


@pytest.mark.parametrize("verb", ["Led", "Directed", "Managed", "Oversaw", "Headed", "Chaired"])
def test_a_contributor_does_not_claim_to_have_led(verb: str) -> None:
    for lead in ("result", "action"):
        stated = {"action": f"{verb} the move", "result": "Cut rent by 20%", "part": "contributed", "lead_with": lead}
        text = _bullet(stated)

        assert text.startswith("Contributed ")
        assert f"the team that {verb.lower()}" in text


def test_a_current_role_tells_in_the_present_what_goes_on_and_in_the_past_what_is_done() -> None:
    ongoing = {"action": "Ran weekly huddles", "result": "Kept injuries at zero", "ongoing": True}

    assert _bullet(ongoing, current=True) == "Keep injuries at zero by running weekly huddles"
    assert _bullet(ongoing) == "Kept injuries at zero by running weekly huddles"
    assert _bullet({**ongoing, "ongoing": False}, current=True) == "Kept injuries at zero by running weekly huddles"


def test_figures_already_in_the_words_are_not_said_again() -> None:
    stated = {"action": "Redesigned intake", "result": "Cut turnaround from 13 to 8 weeks", "measures": [TURNAROUND]}

    assert _bullet(stated) == "Cut turnaround from 13 to 8 weeks (38%) by redesigning intake"


def test_another_script_passes_through_unharmed() -> None:
    assert _bullet({"action": "أدار فريقًا من 12 شخصًا", "result": "顧客満足度を向上"}) == (
        "أدار فريقًا من 12 شخصًا, with 顧客満足度を向上"
    )


def test_a_challenge_is_left_out_where_it_would_make_the_line_too_long() -> None:
    action = "Rewrote " + " ".join(["plain"] * 20) + " manuals"

    assert _bullet({"action": action, "challenge": "High turnover among the bench staff of both sites"}) == action


_WORDS = st.sampled_from(
    "Redesigned Cut Led Set up intake the turnaround and trained 12 staff by , from 8% $40,000 New costs it all which "
    "Helped Budget – ; « » ' (a) X% réduit Dirigé le délai à 1,5 million 顧客 e.g. A I We saved Saved improving".split(
        " "
    )
)
_TEXTS = st.one_of(
    st.lists(_WORDS, min_size=1, max_size=12).map(" ".join),
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"]), min_size=1, max_size=40),
)
_FIGURES = st.decimals(min_value=0, max_value=10**7, places=1).map(str)
_UNITS = st.sampled_from(["weeks", "%", "$", "CAD", "people", "points", "k$", None])
_MEASURES = st.one_of(
    st.fixed_dictionaries(
        {"value": _FIGURES, "unit": _UNITS, "of": st.sampled_from([None, "turnaround", "sales", "staff"])}
    ),
    st.fixed_dictionaries(
        {
            "from": _FIGURES,
            "to": _FIGURES,
            "unit": _UNITS,
            "of": st.sampled_from([None, "turnaround", "costs", "délai", "sick days"]),
            "period": st.sampled_from([None, "a year", "year", "in six months", "12 months"]),
            "confidence": st.sampled_from(["exact", "estimated"]),
        }
    ),
)
_ACHIEVEMENTS = st.fixed_dictionaries(
    {
        "action": st.one_of(st.none(), _TEXTS),
        "result": _TEXTS.filter(lambda text: bool(text.strip())),
        "challenge": st.one_of(st.none(), _TEXTS),
        "measures": st.lists(_MEASURES, max_size=3),
        "part": st.sampled_from(["led", "contributed"]),
        "ongoing": st.booleans(),
        "lead_with": st.sampled_from([None, "result", "action"]),
    }
)


def _figures(measure: Measure) -> set[Decimal]:
    scale = 3 if measure.unit == "k$" else 0
    return {value.scaleb(scale) for value in (measure.value, measure.start, measure.end) if value is not None}


@given(_ACHIEVEMENTS, st.booleans(), st.sampled_from(["en-CA", "fr-CA"]))
def test_a_line_says_every_figure_of_its_fact_and_no_other(stated: dict[str, Any], current: bool, tag: str) -> None:
    achievement = Achievement.model_validate(stated)
    locale = load_locale(tag)

    text = compose_bullet(achievement, current=current, locale=locale).text

    words = " ".join(part or "" for part in (achievement.action, achievement.result, achievement.challenge))
    wanted = {value for measure in achievement.measures for value in _figures(measure)}
    computed = {n for measure in achievement.measures for n in numbers(word_measure(measure, locale).percent)}
    periods = {n for measure in achievement.measures for n in numbers(measure.period or "")}
    said = numbers(text)
    assert wanted - said <= {Decimal(1)}, text
    assert said - wanted - computed - periods <= numbers(words) | {Decimal(0)}, text


@given(_ACHIEVEMENTS, st.booleans(), st.sampled_from(["en-CA", "fr-CA"]))
def test_a_line_is_stable_and_clean(stated: dict[str, Any], current: bool, tag: str) -> None:
    achievement = Achievement.model_validate(stated)

    line = compose_bullet(achievement, current=current, locale=load_locale(tag))

    assert line == compose_bullet(achievement, current=current, locale=load_locale(tag))
    assert line
    assert "  " not in line.text
    assert line.text == line.text.strip(" ")
