"""The full client is full, and its markers say the truth about what may be printed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Annotated, Any, get_args, get_origin

import pytest
import yaml
from pydantic import BaseModel

from resumekit.model import activity
from resumekit.model.achievement import Achievement, Measure
from resumekit.model.credential import Credential
from resumekit.model.fact import Fact
from resumekit.model.resume import Person, Resume
from resumekit.model.role import Role
from tests.full_client.markers import FULL, markers, never, printing

# Fields whose words are settings, dates, references or the market's name, and so hold no marker of their own.
UNMARKED = {
    "locale", "theme", "market", "posting_file", "show", "omit", "framework", "shown_by", "skills", "confirmed", "facts",
}  # fmt: skip
# A client's own name cannot be confidential on their own resume.
NEVER_CONFIDENTIAL = {(Person, "confidential"), (Person, "say_as")}


@pytest.fixture(scope="module")
def resume() -> Resume:
    return Resume.model_validate(yaml.load(FULL.read_text(encoding="utf-8"), Loader=yaml.BaseLoader))


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models_in(argument)


def _all_models(root: type[BaseModel]) -> set[type[BaseModel]]:
    found: set[type[BaseModel]] = set()
    waiting = [root]
    while waiting:
        model = waiting.pop()
        if model not in found:
            found.add(model)
            waiting += [child for info in model.model_fields.values() for child in _models_in(info.annotation)]
    return found


def _instances(value: Any) -> Iterator[BaseModel]:
    if isinstance(value, BaseModel):
        yield value
        for name in type(value).model_fields:
            yield from _instances(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from _instances(item)


def _own_texts(value: BaseModel) -> Iterator[tuple[str, str]]:
    """The texts that stand in a model's own fields, its children's left out."""
    for name in type(value).model_fields:
        held = getattr(value, name)
        for item in held if isinstance(held, tuple) else held.values() if isinstance(held, dict) else (held,):
            if isinstance(item, str):
                yield name, item


def _choices(annotation: Any) -> set[str]:
    """The words that a field may choose from; empty where it is free."""
    if get_origin(annotation) is Annotated:
        return _choices(get_args(annotation)[0])
    arguments = get_args(annotation)
    if arguments and all(isinstance(item, str) for item in arguments):
        return set(arguments)
    return {word for item in arguments for word in _choices(item)}


def test_every_field_of_every_model_is_filled_somewhere(resume: Resume) -> None:
    filled: dict[type[BaseModel], set[str]] = defaultdict(set)
    for instance in _instances(resume):
        for name, info in type(instance).model_fields.items():
            if info.is_required() or getattr(instance, name) != info.get_default(call_default_factory=True):
                filled[type(instance)].add(name)

    bare = {
        (model.__name__, name)
        for model in _all_models(Resume)
        for name in model.model_fields
        if name not in filled[model] and (model, name) not in NEVER_CONFIDENTIAL
    }

    # The file's version and language are already the defaults; the second target tells another language.
    assert bare == {("Resume", "schema_version"), ("Resume", "locale")}


@pytest.mark.parametrize(
    ("model", "field", "left_out"),
    [
        (Role, "employment", set()),
        (Credential, "status", set()),
        (activity.Affiliation, "kind", set()),
        (Achievement, "part", set()),
        (Achievement, "lead_with", set()),
        (Measure, "confidence", {"placeholder"}),  # it would make every document a draft
    ],
)
def test_every_choice_of_a_field_is_made_somewhere(
    resume: Resume, model: type[BaseModel], field: str, left_out: set[str]
) -> None:
    choices = _choices(model.model_fields[field].annotation) - left_out

    made = {getattr(item, field) for item in _instances(resume) if isinstance(item, model)}

    assert choices
    assert choices <= made


def test_every_text_carries_a_marker(resume: Resume) -> None:
    settings = UNMARKED | {field for model in _all_models(Resume) for field in _chosen_fields(model)}

    bare = [
        (type(item).__name__, name, text)
        for item in _instances(resume)
        for name, text in _own_texts(item)
        if name not in settings and not markers(text)
    ]

    # What a role or a measure needs to be realistic and is marked on another one.
    assert {name for _, name, _ in bare} <= {
        "id",
        "role",
        "field",
        "city",
        "unit",
        "period",
        "on",
        "hash",
        "order",
        "code",
    }


def _chosen_fields(model: type[BaseModel]) -> set[str]:
    return {name for name, info in model.model_fields.items() if _choices(info.annotation)}


def test_no_marker_stands_for_two_things(resume: Resume) -> None:
    said = Counter(
        word
        for item in _instances(resume)
        for name, text in _own_texts(item)
        if name not in UNMARKED
        for word in markers(text)
    )

    assert len(said) > 250
    assert [word for word, times in said.items() if times > 1] == []


def test_what_is_the_coachs_own_is_marked_never(resume: Resume) -> None:
    own = [
        text
        for item in _instances(resume)
        for name, text in _own_texts(item)
        if name in {"id", "notes", "extra", "address", "postal_code", "preferred_employers", "internal_words"}
        or isinstance(item, activity.Referee)
        or (isinstance(item, activity.Testimonial) and not item.permission)
    ]

    assert len(own) > 60
    assert [word for text in own for word in markers(text) if not word.startswith("No")] == []


def test_a_confidential_fact_may_print_only_what_it_says_instead(resume: Resume) -> None:
    secret = [item for item in _instances(resume) if isinstance(item, Fact) and item.confidential]

    assert {type(item) for item in secret} == {
        model for model in _all_models(Resume) if issubclass(model, Fact) and model is not Person
    }
    for item in secret:
        for name, text in _own_texts(item):
            assert name == "say_as" or not any(word.startswith("Pr") for word in markers(text)), (name, text)


def test_the_markers_are_counted_from_the_file() -> None:
    assert len(printing()) > 100
    assert len(never()) > 100
    assert set(printing()).isdisjoint(never())


def test_the_estimate_is_confirmed_as_it_stands(resume: Resume) -> None:
    estimated = [
        item
        for item in _instances(resume)
        if isinstance(item, Achievement) and any(measure.confidence == "estimated" for measure in item.measures)
    ]

    assert estimated
    assert all(item.is_confirmed and item.confirmed and item.confirmed.hash for item in estimated)
