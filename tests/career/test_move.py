"""The move assessment: its arithmetic, its verdicts, and what would turn them."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumekit.career.move import Assessment, Verdict, assess_move, move_rules
from resumekit.errors import ResumekitError
from resumekit.model.offer import FACTORS, Answers

WEIGHTS = (16, 16, 14, 12, 10, 8, 8, 8, 8)
ANSWERS = st.tuples(*[st.none() | st.integers(0, 4)] * 9)
WHOLE = st.tuples(*[st.integers(0, 4)] * 9)
FIELD = st.sampled_from([True, False, None])
RANK = {"not_strategic": 0, "weak": 1, "conditional": 2, "strategic": 3}

CASES: list[tuple[str, str, bool | None, float, Verdict, bool | None]] = [
    ("senior manager to junior management", "000100202", True, 11, "not_strategic", False),
    ("CHRP holder to low-paid work outside the field", "001022001", False, 14.5, "not_strategic", False),
    ("one level down at a preferred employer", "403333231", None, 61, "conditional", True),
    ("the same with a written path back and full pay", "403333441", None, 67, "strategic", True),
    ("CHRP holder to HR coordinator", "143132232", True, 59, "conditional", True),
    ("a good job outside the field", "224344342", False, 75, "off_plan", False),
    ("no money, nothing fits", "001121114", None, 25.5, "bridge_only", False),
    ("lateral in the target field", "103433441", True, 58, "conditional", None),
]


def judged(answers: str | tuple[int | None, ...], field: bool | None = None) -> Assessment:
    return assess_move(dict(zip(FACTORS, map(_answer, answers), strict=True)), in_target_field=field)


def _answer(given: str | int | None) -> int | None:
    return None if given is None else int(given)


@pytest.mark.parametrize(("answers", "field", "raw", "verdict", "gate"), [case[1:] for case in CASES],
                         ids=[case[0] for case in CASES])  # fmt: skip
def test_the_cases_of_the_domain_hold(
    answers: str, field: bool | None, raw: float, verdict: Verdict, gate: bool | None
) -> None:
    made = judged(answers, field)

    by_hand = sum(weight * int(answer) for weight, answer in zip(WEIGHTS, answers, strict=True)) / 4
    assert float(made.raw) == raw == by_hand
    assert (made.verdict, made.gate) == (verdict, gate)
    assert made.answered == 1
    assert float(made.score) == (min(raw, 49) if gate is False else raw)


def test_the_weights_that_ship_are_those_of_the_table_and_sum_to_a_hundred() -> None:
    rules = move_rules()

    assert tuple(rules.factor[name].weight for name in FACTORS) == WEIGHTS
    assert tuple(rules.factor) == FACTORS == tuple(Answers.model_fields)
    assert sum(WEIGHTS) == 100


@pytest.mark.parametrize(
    ("answers", "verdict"),
    [
        ("440000000", "not_strategic"), ("444000000", "weak"), ("444400000", "conditional"), ("444404000", "strategic"),
        ("400000000", "not_strategic"), ("400000444", "weak"),
    ],
)  # fmt: skip
def test_with_the_gate_the_score_decides_at_65_50_and_35(answers: str, verdict: Verdict) -> None:
    assert judged(answers).verdict == verdict


@pytest.mark.parametrize(("points", "verdict"), [
    (65, "strategic"), (64.5, "conditional"), (50, "conditional"), (49.5, "weak"), (35, "weak"), (34.5, "not_strategic"),
])  # fmt: skip
def test_a_threshold_belongs_to_the_better_verdict(points: float, verdict: Verdict) -> None:
    # Three factors alone weigh: the gate's own is full, the others make up the rest in halves of a point.
    rules = move_rules()
    shares = {"preferred_employer": 2 * points, "new_sector": 0, "culture": 200 - 2 * points}
    weighed = {
        name: factor.model_copy(update={"weight": int(shares.get(name, 0))}) for name, factor in rules.factor.items()
    }
    own = rules.model_copy(update={"factor": weighed})

    made = assess_move({"preferred_employer": 4, "new_sector": 0, "culture": 0}, rules=own)

    assert (float(made.raw), made.verdict) == (points, verdict)


def test_a_failed_gate_reads_off_plan_before_bridge_only_before_the_capped_score() -> None:
    assert judged("224344444").verdict == "off_plan"
    assert judged("222222224").verdict == "bridge_only"
    assert judged("222222222").verdict == "weak"
    assert float(judged("224344342").score) == 49


@pytest.mark.parametrize(("answers", "gate"), [
    ("300000000", True), ("030000000", True), ("220000000", False), ("004444444", False),
])  # fmt: skip
def test_three_on_either_of_its_factors_passes_the_gate(answers: str, gate: bool) -> None:
    assert judged(answers).gate is gate


def test_a_lateral_job_in_the_field_is_judged_by_its_score_alone() -> None:
    assert judged("000444444", True).verdict == "conditional"
    assert judged("000444444", None).gate is False
    assert judged("000344444", True).gate is False


@given(ANSWERS, FIELD)
def test_less_than_seventy_percent_is_always_undecided(answers: tuple[int | None, ...], field: bool | None) -> None:
    made = judged(answers, field)
    weight = sum(weight for weight, answer in zip(WEIGHTS, answers, strict=True) if answer is not None)

    assert made.answered == Fraction(weight, 100)
    if weight < 70:
        assert made.verdict == "undecided"
    elif made.verdict == "undecided":
        assert made.gate_applies
        assert answers[:2] == (None, None)


def test_seventy_percent_is_enough_and_sixty_nine_is_not() -> None:
    sixty_eight = (4, 4, 4, 4, 4, None, None, None, None)
    seventy_six = (4, 4, 4, 4, 4, 4, None, None, None)

    assert [judged(answers).verdict for answers in (sixty_eight, seventy_six)] == ["undecided", "strategic"]


def test_exactly_the_least_share_is_enough() -> None:
    made = replace(
        judged((4, 4, 4, 4, 4, None, None, None, None)), rules=move_rules().model_copy(update={"least_answered": 0.68})
    )

    assert made.verdict == "strategic"


def test_a_gate_without_an_answer_gives_no_verdict() -> None:
    made = judged((None, None, 4, 4, 4, 4, 4, 4, 4), True)

    assert made.answered == Fraction(68, 100)
    own = move_rules().model_copy(update={"least_answered": 0.5})
    assert replace(made, rules=own).verdict == "strategic"
    assert replace(made, rules=own, in_target_field=None).verdict == "undecided"


@given(ANSWERS, FIELD, st.integers(0, 8))
def test_a_better_answer_never_lowers_raw_or_score(
    answers: tuple[int | None, ...], field: bool | None, place: int
) -> None:
    made, answer = judged(answers, field), answers[place]
    if answer is None or answer == 4:
        return

    better = made.answered_with(FACTORS[place], answer + 1)

    assert better.raw >= made.raw
    assert better.score >= made.score
    if made.verdict in RANK and better.verdict in RANK:
        assert RANK[better.verdict] >= RANK[made.verdict]


@given(ANSWERS, FIELD, st.randoms())
def test_the_order_of_the_answers_does_not_matter(
    answers: tuple[int | None, ...], field: bool | None, rng: object
) -> None:
    items = list(zip(FACTORS, answers, strict=True))
    rng.shuffle(items)  # type: ignore[attr-defined]  # hypothesis gives a random.Random

    assert assess_move(dict(items), in_target_field=field) == judged(answers, field)


@given(ANSWERS, FIELD)
def test_each_flip_gives_its_verdict_and_no_nearer_answer_does(
    answers: tuple[int | None, ...], field: bool | None
) -> None:
    made = judged(answers, field)

    for flip in made.flips:
        if flip.factor == "in_target_field":
            other = replace(made, in_target_field=bool(flip.new))
        else:
            other = made.answered_with(flip.factor, flip.new)
            assert flip.old == made.answers.get(flip.factor)
        assert (other.verdict, other.score) == (flip.verdict, flip.score)
        assert flip.verdict != made.verdict
        if flip.old is not None and flip.factor != "in_target_field":
            step = 1 if flip.new > flip.old else -1
            between = range(flip.old + step, flip.new, step)
            assert {made.answered_with(flip.factor, near).verdict for near in between} <= {made.verdict}


@given(WHOLE, FIELD)
def test_no_single_answer_that_turns_the_verdict_is_left_out(answers: tuple[int, ...], field: bool | None) -> None:
    made = judged(answers, field)
    turning = {
        (name, new > old)
        for name, old in zip(FACTORS, answers, strict=True)
        for new in range(5)
        if new != old and made.answered_with(name, new).verdict != made.verdict
    }

    flips = [flip for flip in made.flips if flip.factor != "in_target_field"]

    assert {(flip.factor, flip.new > (flip.old or 0)) for flip in flips if flip.old is not None} == turning


def test_an_open_answer_shows_each_verdict_it_could_bring() -> None:
    made = judged((4, 0, 3, 3, 3, 3, 2, None, None))

    # 84 of the weight is answered: 64 + 42 + 36 + 30 + 24 + 16 = 212 of 336.
    assert (made.raw, made.verdict) == (Fraction(100 * 212, 336), "conditional")
    # With the way back: (212 + 8 x answer) of 368; from 65 on at 27.2 of 32, so by the answer 4.
    found = [(flip.new, flip.verdict) for flip in made.flips if flip.factor == "path_back"]
    assert found == [(4, "strategic")]


def test_a_coach_s_own_weights_and_thresholds_count(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text("[career.move]\nstrategic = 60\n[career.move.factor.pay]\nweight = 108\n", encoding="utf-8")

    rules = move_rules([own])
    made = assess_move(dict(zip(FACTORS, map(int, "403333231"), strict=True)), rules=rules)

    # 244 of 400 as it ships; pay answered 2 weighs 100 more: 444 of 800.
    assert made.raw == Fraction(100 * 444, 800)
    assert made.rules.strategic == 60
    assert made.verdict == "conditional"


def test_a_number_that_there_is_not_is_refused_with_the_nearest(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text("[career.move]\nstrategik = 60\n", encoding="utf-8")

    with pytest.raises(ResumekitError, match=r"career\.move\.strategik: .*did you mean 'strategic'"):
        move_rules([own])


@pytest.mark.parametrize("answers", [{"pays": 3}, {"pay": 5}, {"pay": -1}])
def test_a_factor_or_an_answer_that_there_is_not_is_refused(answers: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="pay"):
        assess_move(answers)


def test_without_answers_nothing_is_said() -> None:
    made = assess_move({})

    assert (made.verdict, made.gate) == ("undecided", None)
    assert made.raw == made.answered == 0


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("strategic = 40", "'strategic' is at least 'conditional'"),
        ("weak = 55", "'strategic' is at least 'conditional'"),
        ("level_points = []", "level_points: "),
        ("level_points = [0, 1, 3, 4]", "'level_points' goes from the best answer down"),
        ("pay_points = [[0.5, 1], [0.9, 4]]", "'pay_points' goes from the best answer down"),
        ("need_points = [[1.0, 2], [0.5, 4]]", "'need_points' goes from the best answer down"),
        ("path_points = [[12, 3], [18, 4]]", "'path_points' goes from the best answer down"),
        ('gate_factors = ["employer"]', "'employer' is not one of the factors: preferred_employer"),
    ],
)
def test_numbers_that_would_give_a_better_fact_a_worse_answer_are_refused(
    tmp_path: Path, table: str, said: str
) -> None:
    own = tmp_path / "own.toml"
    own.write_text(f"[career.move]\n{table}\n", encoding="utf-8")

    with pytest.raises(ResumekitError, match=re.escape(said)):
        move_rules([own])


def test_no_tenth_factor_can_be_added(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    five = '["a", "b", "c", "d", "e"]'
    own.write_text(
        f'[career.move.factor.age]\nlabel = "A"\nquestion = "B"\nweight = 9\nanswers = {five}\nwould = {five}\n',
        encoding="utf-8",
    )

    with pytest.raises(ResumekitError, match="'age' is not one of the factors"):
        move_rules([own])
