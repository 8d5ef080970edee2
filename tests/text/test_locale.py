"""Locale packs: every pack has every word, and a coach's own pack is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from resumekit.errors import ResumekitError, UnknownNameError
from resumekit.text.locale import load_locale, locale_tags

TAGS = ("en-CA", "en-GB", "en-US", "fr-CA")


def test_the_shipped_packs_are_these() -> None:
    assert locale_tags() == TAGS


@pytest.mark.parametrize("tag", TAGS)
def test_every_pack_has_every_label_of_canadian_english(tag: str) -> None:
    wanted = set(load_locale("en-CA").labels)

    assert wanted <= set(load_locale(tag).labels)


@pytest.mark.parametrize("tag", TAGS)
def test_a_label_fills_the_same_slots_in_every_language(tag: str) -> None:
    import re

    base, other = load_locale("en-CA"), load_locale(tag)

    for key, words in base.labels.items():
        assert set(re.findall(r"\{\w+\}", words)) >= set(re.findall(r"\{\w+\}", other.labels[key])), key


def test_a_locale_is_loaded_once() -> None:
    assert load_locale("fr-CA") is load_locale("fr-CA")


def test_an_unknown_tag_names_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match="did you mean 'fr-CA'"):
        load_locale("fr-CB")


def test_an_unknown_label_names_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match=r"section\.experience"):
        load_locale("en-CA").label("section.experiences")


def test_braces_in_a_clients_words_stay() -> None:
    assert load_locale("en-CA").label("target.label", role="{field} {0}") == "Target: {field} {0}"


def test_french_has_no_break_space_before_a_colon() -> None:
    assert load_locale("fr-CA").label("target.label", role="Chef") == "Poste visé\u00a0: Chef"


def test_a_coachs_own_pack_extends_a_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "en-AU.toml").write_text('extends = "en-CA"\n[word]\nresume = "CV"\n', encoding="utf-8")

    locale = load_locale("en-AU", (tmp_path,))

    assert (locale.label("word.resume"), locale.label("section.education")) == ("CV", "Education")


def test_a_pack_that_extends_itself_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "xx.toml").write_text('extends = "xx"\n', encoding="utf-8")

    with pytest.raises(ResumekitError, match="ring"):
        load_locale("xx", (tmp_path,))


@pytest.mark.parametrize("text", ["[word", "[word]\nand = 3\n"])
def test_a_broken_pack_is_a_users_error_that_names_it(tmp_path: Path, text: str) -> None:
    (tmp_path / "xx.toml").write_text(text, encoding="utf-8")

    with pytest.raises(ResumekitError, match="xx"):
        load_locale("xx", (tmp_path,))


@pytest.mark.parametrize(
    ("tag", "items", "said"),
    [
        ("en-CA", [], ""),
        ("en-CA", ["audit"], "audit"),
        ("en-CA", ["audit", "treasury"], "audit and treasury"),
        ("en-CA", ["audit", "treasury", "planning and analysis"], "audit, treasury, and planning and analysis"),
        ("en-CA", ["planning and analysis", "governance"], "planning and analysis, and governance"),
        ("en-CA", ["parts, new", "tools"], "parts, new; and tools"),
        ("en-CA", ["1,300 parts", "tools"], "1,300 parts and tools"),
        ("fr-CA", ["planification et analyse", "gouvernance"], "planification et analyse, et gouvernance"),
    ],
)
def test_items_are_joined_so_that_each_is_told_from_the_next(tag: str, items: list[str], said: str) -> None:
    assert load_locale(tag).joined(items) == said
