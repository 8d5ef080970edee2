"""The fact base: keys, refusals at the door, and what there is no field for."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from pydantic import ValidationError

from resumekit.errors import UnknownNameError
from resumekit.model.fact import iter_facts, slug
from resumekit.model.resume import SCHEMA_VERSION, Resume
from resumekit.model.target import Target
from resumekit.model.url import checked_url
from tests.strategies import resumes

SMALL: dict[str, Any] = {"person": {"name": "Amina Haddad"}}


def _resume(**fields: Any) -> Resume:
    return Resume.model_validate({**SMALL, **fields})


@given(resumes)
def test_every_fact_has_a_key_of_its_own(resume: Resume) -> None:
    keys = [fact.key for _, fact in iter_facts(resume)]

    assert "" not in keys
    assert len(set(keys)) == len(keys)
    assert not any(c.isspace() or c == "#" for key in keys for c in key)


@given(resumes)
def test_a_key_leads_back_to_its_fact_and_its_place(resume: Resume) -> None:
    for path, fact in iter_facts(resume):
        assert resume.fact(fact.key) is fact
        assert fact.path == path


@given(resumes)
def test_what_is_written_is_read_back_the_same(resume: Resume) -> None:
    again = Resume.model_validate(resume.model_dump(mode="json", by_alias=True))

    assert again == resume
    assert list(again.facts) == list(resume.facts)


def test_derived_keys_follow_the_file() -> None:
    resume = _resume(
        experience=[
            {
                "employer": "Northwind Labs",
                "roles": [{"title": "Manager", "achievements": ["Led", "Cut"], "scope": {"people": "3"}}],
            }
        ]
    )

    assert list(resume.facts) == [
        "person",
        "experience/northwind-labs",
        "experience/northwind-labs/manager",
        "experience/northwind-labs/manager/scope",
        "experience/northwind-labs/manager/achievements-1",
        "experience/northwind-labs/manager/achievements-2",
    ]


def test_given_ids_are_kept_and_derived_keys_give_way_to_them() -> None:
    resume = _resume(skills=["Excel", "Excel", {"name": "Word", "id": "skills/excel"}, {"name": "R", "id": "r1"}])

    assert [skill.key for skill in resume.skills] == ["skills/excel-2", "skills/excel-3", "skills/excel", "r1"]


def test_a_new_fact_leaves_the_keys_of_others_as_they_were() -> None:
    before = _resume(skills=["Excel", "Word"], experience=[{"employer": "B", "title": "Clerk"}])
    after = _resume(
        skills=["R", "Excel", "Word"],
        experience=[{"employer": "A", "title": "Clerk"}, {"employer": "B", "title": "Clerk"}],
    )

    assert set(before.facts) < set(after.facts)


def test_a_key_never_tells_what_is_confidential() -> None:
    resume = _resume(
        experience=[
            {"employer": "Hidden Inc", "title": "Clerk", "confidential": True, "say_as": "a bank"},
            {"employer": "Hid", "confidential": True},
        ],
        testimonials=[{"text": "Good", "who": "Secret Person"}],
    )

    assert [key for key in resume.facts if "hid" in key or "secret" in key] == []
    assert "experience/a-bank/clerk" in resume.facts


@pytest.mark.parametrize(
    ("text", "made"), [("Équipe R&D", "equipe-r-d"), ("Ångström", "angstrom"), ("日本 語", "日本-語"), ("—", "")]
)
def test_a_slug_has_words_of_any_script_and_no_accents(text: str, made: str) -> None:
    assert slug(text) == made


def test_facts_are_frozen() -> None:
    resume = _resume()

    with pytest.raises(ValidationError, match="frozen"):
        resume.person.name = "Another"  # type: ignore[misc]
    with pytest.raises(ValidationError, match="frozen"):
        resume.locale = "fr-CA"  # type: ignore[misc]


@pytest.mark.parametrize(
    "data",
    [
        {"birth_date": "1980-01-01"},
        {"person": {"name": "A", "nationality": "X"}},
        {"skills": [{"name": "A", "levle": "B"}]},
        {"experience": [{"employer": "A", "titel": "B"}]},
        {"experience": [{"employer": "A", "title": "B", "achievements": [{"txt": "C"}]}]},
    ],
)
def test_a_key_that_is_not_known_is_refused(data: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match="Extra inputs"):
        Resume.model_validate({**SMALL, **data})


@pytest.mark.parametrize(
    "word", ["birth", "dob", "marital", "insurance", "gender", "nationality", "photo", "religion", "salary", "age"]
)
def test_there_is_no_field_for_what_an_employer_may_not_ask(word: str) -> None:
    fields = set()
    definitions = Resume.model_json_schema()["$defs"]
    for definition in [Resume.model_json_schema(), *definitions.values()]:
        fields |= {part for name in definition.get("properties", {}) for part in name.split("_")}

    assert {"name", "notes", "start"} <= fields
    assert word not in fields


@pytest.mark.parametrize("bad", ["\x00", "\x07", "\x0b", "\x1b", "\x7f", "\x9f", "\ufffe", "\uffff", "\ufdd0"])
@pytest.mark.parametrize(
    "make",
    [
        lambda text: {"person": {"name": text}},
        lambda text: {"person": {"name": "A", "phone": text}},
        lambda text: {"skills": [text]},
        lambda text: {"skills": [{"name": "A", "id": text}]},
        lambda text: {"experience": [{"employer": "A", "title": "B", "achievements": [{"action": text}]}]},
        lambda text: {"education": [{"institution": "A", "courses": [text]}]},
    ],
)
def test_a_character_that_cannot_be_printed_is_refused_with_its_place(make: Any, bad: str) -> None:
    with pytest.raises(
        ValidationError, match=r"the control character U\+[0-9A-F]{4} at position 3|should match pattern"
    ):
        Resume.model_validate({**SMALL, **make(f"ab{bad}c")})


def test_half_a_character_is_refused() -> None:
    with pytest.raises(ValidationError, match=r"person\.name"):
        Resume.model_validate({"person": {"name": "A\ud800"}})


@pytest.mark.parametrize(
    "text", ["Zoë Łukasz", "علي حسن", "李小龍", "Ω≈ç", "👩‍🔬", "Tab\there", "two\nlines", "a\u00a0b", "\u200fعلي"]
)
def test_text_of_any_script_is_taken(text: str) -> None:
    assert Resume.model_validate({"person": {"name": text}}).person.name == text


@pytest.mark.parametrize("name", ["", "   ", None])
def test_the_client_has_a_name(name: object) -> None:
    with pytest.raises(ValidationError, match=r"person\.name"):
        Resume.model_validate({"person": {"name": name}})


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "vbscript:x",
        "ftp://example.ca",
        "jar:http://a!/b",
        "about:blank",
        "blob:https://a",
        "java\nscript:x",
        "java\tscript:alert(1)",
    ],
)
def test_an_address_of_another_kind_is_refused(url: str) -> None:
    with pytest.raises(ValidationError, match=r"a link may be http|no spaces"):
        Resume.model_validate({"person": {"name": "A", "links": [url]}})


@pytest.mark.parametrize(
    "bad", ["a b", 'a"b', "a<b", "a>b", "a`b", "a\\b", "a{b}", "a|b", "a\x85b", "a\x9fb", "a\u202eb", "a\u2066b"]
)
def test_an_address_has_no_signs_that_could_break_out_of_it(bad: str) -> None:
    with pytest.raises(ValidationError, match="no spaces, quotation marks"):
        Resume.model_validate({"person": {"name": "A", "links": [f"https://example.ca/{bad}"]}})


@pytest.mark.parametrize(
    ("url", "checked"),
    [
        ("example.ca", "https://example.ca"),
        ("example.ca:8080/x", "https://example.ca:8080/x"),
        ("www.example.ca/a?b=1&c=2#d", "https://www.example.ca/a?b=1&c=2#d"),
        ("http://example.ca", "http://example.ca"),
        ("HTTPS://EXAMPLE.ca", "HTTPS://EXAMPLE.ca"),
        ("mailto:a@example.ca", "mailto:a@example.ca"),
        ("tel:+1-416-555-0100", "tel:+1-416-555-0100"),
        ("exemple.québec/é", "https://exemple.québec/é"),
    ],
)
def test_an_address_without_a_scheme_is_taken_as_https(url: str, checked: str) -> None:
    assert checked_url(url) == checked


@pytest.mark.parametrize(
    ("field", "value", "name"),
    [
        ("skills", "Excel", "name"),
        ("languages", "French", "name"),
        ("courses", "First aid", "name"),
        ("awards", "Prize", "name"),
        ("publications", "On Rust", "title"),
        ("strengths", "Calm", "name"),
        ("interests", "Chess", "name"),
        ("targets", "Advisor", "role"),
    ],
)
def test_a_fact_of_one_word_may_be_written_as_that_word(field: str, value: str, name: str) -> None:
    (fact,) = getattr(_resume(**{field: [value]}), field)

    assert getattr(fact, name) == value


def test_a_newer_file_is_refused_with_a_clear_word() -> None:
    with pytest.raises(ValidationError, match="newer than the 1 that this resumekit reads; update resumekit"):
        _resume(schema_version=SCHEMA_VERSION + 1)


def test_a_target_is_found_by_key_id_and_title() -> None:
    resume = _resume(targets=[{"role": "HR Advisor", "id": "hr"}, "Lab Manager"])

    assert resume.target() is resume.targets[0]
    assert resume.target("hr") is resume.target("HR Advisor") is resume.targets[0]
    assert resume.target("lab-manager") is resume.target("targets/lab-manager") is resume.targets[1]
    assert _resume().target() is None


def test_an_unknown_target_or_fact_names_the_nearest() -> None:
    resume = _resume(targets=[Target(role="Lab Manager")], skills=["Excel"])

    with pytest.raises(UnknownNameError, match=r"'lab-manger' is not a known target; did you mean 'lab-manager'\?"):
        resume.target("lab-manger")
    with pytest.raises(UnknownNameError, match=r"did you mean 'skills/excel'\?"):
        resume.fact("skills/exel")


def test_extra_holds_what_json_holds_and_nothing_else() -> None:
    assert _resume(extra={"a": [1, None, {"b": " c "}]}).extra == {"a": [1, None, {"b": " c "}]}
    for wrong in ({"a": object()}, {"a": {1: 2}}, ["a"]):
        with pytest.raises(ValidationError, match="'extra' holds"):
            _resume(extra=wrong)


def test_a_text_has_a_limit() -> None:
    with pytest.raises(ValidationError, match="at most 20000"):
        _resume(notes="a" * 20_001)


def test_the_schema_is_json() -> None:
    assert json.loads(json.dumps(Resume.model_json_schema()))["title"] == "Resume"
