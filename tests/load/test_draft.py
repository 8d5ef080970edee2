"""A draft settles into facts whatever an importer put in it, and loses no word."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from resumekit.load.client import parse
from resumekit.load.draft import Draft, Imported, Review, Said, settle
from resumekit.load.marked import marked_yaml

ANY = st.text(st.characters(codec="utf-8"), max_size=30) | st.sampled_from(
    [
        "",
        " ",
        "# x",
        "a: b",
        "2020-13",
        "2019",
        "present",
        "http://a b",
        "x" * 501,
        "a\x07b",
        "- c",
        "l1\nl2 # d",
        "\u202e",
    ]
)
WORDS = ANY | st.builds(Said, ANY, ANY)
ROLE = st.fixed_dictionaries(
    {},
    optional={
        "title": WORDS,
        "start": WORDS,
        "end": WORDS,
        "achievements": st.lists(WORDS, max_size=3),
        "notes": WORDS,
    },
)
EMPLOYER = st.fixed_dictionaries({"roles": st.lists(ROLE, max_size=2)}, optional={"employer": WORDS, "url": WORDS})
DATA = st.fixed_dictionaries(
    {},
    optional={
        "person": st.fixed_dictionaries(
            {}, optional={"name": WORDS, "profile": WORDS, "links": st.lists(WORDS, max_size=2)}
        ),
        "experience": st.lists(EMPLOYER, max_size=2),
        "skills": st.lists(
            st.fixed_dictionaries({"name": WORDS}, optional={"terms": st.lists(WORDS, max_size=2)}), max_size=2
        ),
        "education": st.lists(st.fixed_dictionaries({}, optional={"end": WORDS, "credential": WORDS}), max_size=2),
        "languages": st.lists(st.fixed_dictionaries({"level": WORDS}), max_size=2),
    },
)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=DATA, kept=st.lists(ANY, max_size=2))
def test_a_draft_settles_and_its_file_reads_as_the_same_facts(data: dict[str, Any], kept: list[str]) -> None:
    draft = Draft(data)
    for text in kept:
        draft.keep("somewhere", text)
    stated = [letters(text) for text in (*texts(data), *kept)]

    found = settle(draft, "draft")
    text, lines = marked_yaml(found)

    assert parse(text).resume == found.resume
    assert len(lines) == len(found.reviews)
    every = "".join(letters(one) for one in texts(found.resume.model_dump(mode="json")))
    for one in stated:
        assert one in every


def texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for item in value.values() for text in texts(item)]
    if isinstance(value, list | tuple):
        return [text for item in value for text in texts(item)]
    return [value] if isinstance(value, str) else []


def letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


def test_what_is_not_certain_has_its_comment_on_its_line() -> None:
    found = settled(
        {"person": {"name": "Nora"}, "skills": [{"name": "Radar"}, {"name": Said("Mooring", "which?\nask")}]}
    )

    text, [line] = marked_yaml(found)

    assert found.reviews == (Review(("skills", 1, "name"), "Mooring", "which?\nask"),)
    assert text.split("\n")[line - 1] == "skills: [Radar, Mooring]    # review: which? ask"


def test_a_stand_in_is_marked() -> None:
    found = settled({"experience": [{"roles": [{"start": "2020"}]}]})

    assert found.resume.person.name == "[name]"
    assert found.resume.experience[0].roles[0].title == "[title]"
    assert {review.why for review in found.reviews} == {
        "no name was found; write it", "no employer was found; write it", "no title was found; write it",
    }  # fmt: skip


def test_what_the_model_refuses_is_kept_with_its_reason() -> None:
    found = settled({"person": {"name": "Nora"}, "courses": [{"name": "GPS", "date": "last May"}]})

    [left] = found.unplaced
    assert (left.section, left.text) == ("courses / 1 / date", "last May")
    assert "is not a date" in left.why
    assert found.resume.extra["unplaced"] == [{"section": left.section, "text": left.text, "why": left.why}]


def settled(data: dict[str, Any]) -> Imported:
    return settle(Draft(data), "draft")
