"""Verbs: known forms, and what English spelling makes of unknown ones."""

from __future__ import annotations

import pytest

from resumekit.text.verbs import find_verb, sense, verbs


def test_the_lexicon_knows_at_least_five_hundred_verbs() -> None:
    assert len(verbs()) >= 500


@pytest.mark.parametrize(
    ("base", "past", "gerund", "third"),
    [
        ("plan", "planned", "planning", "plans"),
        ("budget", "budgeted", "budgeting", "budgets"),
        ("travel", "travelled", "travelling", "travels"),
        ("model", "modelled", "modelling", "models"),
        ("benefit", "benefited", "benefiting", "benefits"),
        ("refer", "referred", "referring", "refers"),
        ("edit", "edited", "editing", "edits"),
        ("carry", "carried", "carrying", "carries"),
        ("free", "freed", "freeing", "frees"),
        ("tie", "tied", "tying", "ties"),
        ("lead", "led", "leading", "leads"),
        ("cut", "cut", "cutting", "cuts"),
        ("set", "set", "setting", "sets"),
        ("run", "ran", "running", "runs"),
        ("win", "won", "winning", "wins"),
        ("teach", "taught", "teaching", "teaches"),
        ("oversee", "oversaw", "overseeing", "oversees"),
        ("be", "was", "being", "is"),
        ("undergo", "underwent", "undergoing", "undergoes"),
        ("redraw", "redrew", "redrawing", "redraws"),
        ("rewrite", "rewrote", "rewriting", "rewrites"),
        ("rebuild", "rebuilt", "rebuilding", "rebuilds"),
        ("reset", "reset", "resetting", "resets"),
        ("retell", "retold", "retelling", "retells"),
        ("redo", "redid", "redoing", "redoes"),
        ("refit", "refit", "refitting", "refits"),
        ("overrun", "overran", "overrunning", "overruns"),
    ],
)
def test_every_form_leads_to_the_others(base: str, past: str, gerund: str, third: str) -> None:
    for word in (base, past, gerund, third):
        found = find_verb(word)

        assert found is not None
        assert (found[0].past, found[0].gerund, found[0].third) == (past, gerund, third)


@pytest.mark.parametrize(
    ("past", "base", "gerund"),
    [
        ("organised", "organise", "organising"),
        ("traveled", "travel", "traveling"),
        ("exhibited", "exhibit", "exhibiting"),
        ("disinherited", "disinherit", "disinheriting"),
        ("frobbed", "frob", "frobbing"),
        ("co-led", "co-lead", "co-leading"),
        ("re-planned", "re-plan", "re-planning"),
        ("reclassified", "reclassify", "reclassifying"),
        ("deglazed", "deglaze", "deglazing"),
    ],
)
def test_an_unknown_past_form_keeps_its_spelling(past: str, base: str, gerund: str) -> None:
    found = find_verb(past)

    assert found is not None
    assert (found[0].base, found[0].gerund, found[1]) == (base, gerund, "past")


@pytest.mark.parametrize("word", ["need", "hundred", "speedometer", "intake", "顧客", "Ed", ""])
def test_what_is_no_verb_is_none(word: str) -> None:
    assert find_verb(word) is None


@pytest.mark.parametrize(
    "name", ["noun", "compound", "intransitive", "leadership", "shared", "reduce", "grow", "yielding"]
)
def test_every_word_with_a_sense_is_a_verb_or_a_compounds_noun(name: str) -> None:
    known = set(verbs())

    unknown = sense(name) - known

    assert len(unknown) <= len(sense(name)) // 4, sorted(unknown)
