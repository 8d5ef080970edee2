"""What a tagger adds to the lexicon, with a pipeline that knows a handful of sentences."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from resumekit.errors import MissingPartError, ResumekitError, UnknownNameError
from resumekit.lint.finding import Finding
from resumekit.lint.page import page_of_bullets
from resumekit.lint.run import check_page
from resumekit.lint.settings import Settings, default_settings
from resumekit.lint.settings_file import read_settings
from resumekit.lint.tagger import as_sentence, find_pipeline
from tests.lint.table_pipeline import pipeline_at


@pytest.fixture(scope="module")
def with_tagger(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    folder = pipeline_at(tmp_path_factory.mktemp("tagger") / "en_core_web_sm-1.0.0")
    file = folder.parent / "checks.toml"
    file.write_text(f'tagger = "{folder.name}"', encoding="utf-8")
    return read_settings([file])


def found(settings: Settings, *bullets: str, current: bool = False) -> dict[str, Finding]:
    return {item.code: item for item in check_page(page_of_bullets(bullets, current=current), settings)}


def test_a_verb_that_the_lexicon_lacks_is_no_noun(with_tagger: Settings) -> None:
    bullet = "Strew petals over 40 tables"

    assert "likely" in found(default_settings(), bullet)["VRB002"].message
    assert "VRB002" not in found(with_tagger, bullet)


def test_a_noun_is_one_for_sure(with_tagger: Settings) -> None:
    bullet = "Widgets for two regions"
    guessed, seen = found(default_settings(), bullet)["VRB002"], found(with_tagger, bullet)["VRB002"]

    assert guessed.message.removesuffix("likely not with a verb") == seen.message.removesuffix("not with a verb")
    assert (guessed.words, guessed.severity) == (seen.words, seen.severity) == ("Widgets", "warning")


def test_a_word_that_can_be_no_verb_is_no_guess() -> None:
    bullets = ("Daily reconciliation of three registers", "The budget of two stores", "Annual reports for nine lawyers")

    assert not any("likely" in found(default_settings(), bullet)["VRB002"].message for bullet in bullets)


def test_an_ing_form_that_the_lexicon_lacks_is_told_as_one(with_tagger: Settings) -> None:
    assert "an -ing form" in found(with_tagger, "Strewing petals over 40 tables")["VRB002"].message


def test_where_the_lexicon_decides_the_lexicon_wins(with_tagger: Settings) -> None:
    # The table takes these for a noun, a verb and a present.
    assert "VRB002" not in found(with_tagger, "Busked for two charities")
    assert "VRB002" in found(with_tagger, "Lead generation for two regions")
    assert "VRB004" not in found(with_tagger, "Co-led two moves")


def test_the_tense_of_a_verb_that_the_lexicon_lacks(with_tagger: Settings) -> None:
    ended = found(with_tagger, "Strew petals over 40 tables")["VRB004"]

    assert (ended.words, ended.severity, ended.replacement) == ("Strew", "error", None)
    assert "VRB004" not in found(default_settings(), "Strew petals over 40 tables")
    assert "VRB005" not in found(with_tagger, "Strew petals over 40 tables", current=True)
    assert found(with_tagger, "Strews petals over 40 tables", current=True)["VRB005"].words == "Strews"


def test_a_participle_that_the_lexicon_lacks_makes_a_passive(with_tagger: Settings) -> None:
    assert found(with_tagger, "Beams were hewn by hand")["VRB003"].words == "were hewn"
    assert "VRB003" not in found(default_settings(), "Beams were hewn by hand")


def test_a_passive_of_a_clause_within_and_an_honour_are_none(with_tagger: Settings) -> None:
    assert "VRB003" not in found(with_tagger, "Beams that were hewn won prizes")
    assert "VRB003" not in found(with_tagger, "Beams they said were hewn won prizes")
    assert "VRB003" not in found(with_tagger, "Beams were selected by hand")


def test_points_that_open_with_such_a_verb_are_built_like_the_others(with_tagger: Settings) -> None:
    bullets = ("Managed 12 cashiers", "Strew petals over 40 tables", "Opened two shops")

    assert "likely no verb" in found(default_settings(), *bullets)["VRB008"].message
    assert "VRB008" not in found(with_tagger, *bullets)
    assert found(with_tagger, "Managed 12 cashiers", "Widgets for two regions")["VRB008"].words


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Strew petals", "strew petals"),
        ("“Strew petals", "“strew petals"),
        ("SQL queries", "SQL queries"),
        ("eBay sales", "eBay sales"),
        ("İstanbul office", "İstanbul office"),
        ("\0\0 petals", "   petals"),
    ],
)
def test_a_sentence_keeps_its_places(text: str, read: str) -> None:
    assert as_sentence(text) == read
    assert len(read) == len(text)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"author": "Somebody"}, "by Somebody"),
        ({"name": "core_news_xx"}, "en_core_news_xx"),
        ({"spacy_version": ">=2.0,<3.0"}, "made for spaCy"),
    ],
)
def test_what_is_not_an_official_pipeline_is_refused(tmp_path: Path, more: dict[str, str], said: str) -> None:
    folder = pipeline_at(tmp_path / "en_core_web_sm-1.0.0", **more)
    (tmp_path / "checks.toml").write_text(f'tagger = "{folder.name}"', encoding="utf-8")

    with pytest.raises(ResumekitError, match=said):
        found(read_settings([tmp_path / "checks.toml"]), "Filed forms")


def test_one_that_is_damaged_is_refused_in_a_sentence(tmp_path: Path) -> None:
    folder = pipeline_at(tmp_path / "en_core_web_sm-1.0.0")
    (folder / "config.cfg").write_text("[nlp", encoding="utf-8")
    (tmp_path / "checks.toml").write_text(f'tagger = "{folder.name}"', encoding="utf-8")

    with pytest.raises(ResumekitError, match="spaCy cannot load it"):
        found(read_settings([tmp_path / "checks.toml"]), "Filed forms")


def test_a_name_is_looked_up_and_nothing_of_the_package_is_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as nothing_installed:
        nothing_installed.setattr(sys, "path", [])
        with pytest.raises(MissingPartError, match="spacy download en_core_web_lg"):
            find_pipeline("en_core_web_lg")
    package = tmp_path / "en_core_web_lg"
    inner = pipeline_at(package / "en_core_web_lg-1.0.0", name="core_web_lg")
    (package / "meta.json").write_text((inner / "meta.json").read_text(encoding="utf-8"), encoding="utf-8")
    (package / "__init__.py").write_text("raise SystemExit('run')", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)

    assert find_pipeline("en_core_web_lg") == inner


def test_a_name_that_there_is_not_is_answered_with_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(UnknownNameError, match="did you mean 'en_core_web_sm'"):
        find_pipeline("en_core_web_sn")
    (tmp_path / "checks.toml").write_text('tagger = "en_core_web_sn"', encoding="utf-8")
    with pytest.raises(ResumekitError, match=r"checks\.toml: tagger: .*did you mean"):
        read_settings([tmp_path / "checks.toml"])
    with pytest.raises(ResumekitError, match="not a spaCy pipeline"):
        find_pipeline(str(tmp_path))
