from __future__ import annotations

from resumekit.strategy.rules import Integrator, Limits, Profile, Thresholds, ValueWeights, load_rules, load_situations


def test_every_number_says_what_it_rests_on() -> None:
    lengths = {*Profile.model_fields, *Limits.model_fields, *ValueWeights.model_fields} - {"summary"}
    tests = {*Thresholds.model_fields, *Integrator.model_fields}

    assert set(load_rules().basis) == lengths
    assert set(load_situations().basis) == tests


def test_what_is_called_published_names_a_source_and_what_is_judgement_none() -> None:
    for rule in load_situations().situation.values():
        assert (rule.kind == "published") == bool(rule.sources), rule.name
