"""Every sample is a file a coach could hand to a colleague: complete, consistent, invented."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from resumekit.compose.documents import document_names
from resumekit.compose.resume import compose_resume, make_context
from resumekit.load.client import load
from resumekit.load.posting import posting_text
from resumekit.model.achievement import Achievement
from resumekit.model.resume import Resume
from resumekit.pipeline import Choices, produce
from resumekit.strategy.decide import decide

FOLDER = Path(__file__).parents[2] / "samples"
SAMPLES = sorted(FOLDER.glob("*.yaml"))
RICH = [path for path in SAMPLES if "smallest" not in path.name]
EDITOR_LINE = "# yaml-language-server: $schema=./resumekit.schema.json"
# Words that claim without showing.
BUZZ = re.compile(
    r"\b(proven track record|results?-(?:oriented|driven)|dynamic|passionate|motivated|synerg\w+|innovative|seasoned|"
    r"spearheaded|leveraged|orchestrated|championed|fostered|responsible for|tasked with|helped|successfully|various|"
    r"numerous|several|multiple|significant\w*|world-class|cutting-edge|best-in-class)\b",
    re.IGNORECASE,
)


def name_of(path: Path) -> str:
    return path.stem


@pytest.mark.parametrize("path", SAMPLES, ids=name_of)
def test_a_sample_loads_without_a_warning_and_names_its_day(path: Path) -> None:
    client = load(path)

    assert client.warnings == ()
    assert str(client.resume.as_of).startswith("2026-11-")
    assert path.read_text(encoding="utf-8").splitlines()[0] == EDITOR_LINE


@pytest.mark.parametrize("path", SAMPLES, ids=name_of)
def test_what_a_sample_points_to_is_in_it(path: Path) -> None:
    resume = load(path).resume
    skills = {word for skill in resume.skills for word in (skill.name, *skill.terms)}

    traits = (*resume.strengths, *resume.attributes, *resume.talents)
    pointed = {key for trait in traits for key in trait.shown_by}
    named = {skill for item in _achievements(resume) for skill in item.skills}

    assert pointed <= set(resume.facts)
    assert named <= skills
    assert all((path.parent / target.posting_file).is_file() for target in resume.targets if target.posting_file)


@pytest.mark.parametrize("path", RICH, ids=name_of)
def test_nothing_in_a_sample_is_left_to_confirm(path: Path) -> None:
    for item in _achievements(load(path).resume):
        for measure in item.measures:
            assert measure.confidence != "placeholder"
            assert measure.confidence == "exact" or item.is_confirmed


@pytest.mark.parametrize("path", RICH, ids=name_of)
def test_no_word_opens_more_than_two_bullets_of_a_role(path: Path) -> None:
    for employer in load(path).resume.experience:
        for role in employer.roles:
            told = [item.text or item.action or item.result or "" for item in role.achievements]
            openings = Counter(text.split()[0] for text in told)
            assert [word for word, times in openings.items() if times > 2] == []


@pytest.mark.parametrize("path", RICH, ids=name_of)
def test_a_sample_claims_nothing_in_empty_words(path: Path) -> None:
    resume = load(path).resume

    told = [text for item in _achievements(resume) for text in (item.text, item.action, item.result) if text]
    told += [target.profile for target in resume.targets if target.profile]

    assert len(told) > 10
    assert [text for text in told if BUZZ.search(text)] == []


@pytest.mark.parametrize("path", SAMPLES, ids=name_of)
def test_people_in_a_sample_can_be_reached_nowhere(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    hosts = re.findall(r"(?:@|://)([\w.-]+)", text)
    phones = re.findall(r"phone: (.+)", text)
    assert [host for host in hosts if not re.fullmatch(r"example\.(ca|com|org)", host)] == []
    assert [phone for phone in phones if "555-01" not in phone] == []


def test_the_readme_names_every_sample() -> None:
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")

    assert len(SAMPLES) == 6
    assert [path.name for path in SAMPLES if f"`{path.name}`" not in readme] == []


def _achievements(resume: Resume) -> list[Achievement]:
    return [fact for fact in resume.facts.values() if isinstance(fact, Achievement)]


@pytest.mark.parametrize("path", SAMPLES, ids=name_of)
def test_no_target_of_a_sample_makes_a_draft(path: Path) -> None:
    client = load(path)

    for target in client.resume.targets or (None,):
        posting = posting_text(client, target) if target else None
        strategy = decide(client.resume, target, posting=posting or "")
        document = compose_resume(client.resume, make_context(client.resume, target, strategy))
        assert document.draft == ()


@pytest.mark.parametrize("path", SAMPLES, ids=name_of)
def test_every_document_of_a_sample_is_read_back_whole_from_word_and_pdf(path: Path) -> None:
    product = produce(load(path), Choices(documents=document_names()))

    asked = set(document_names())
    asked -= {"references"} if "smallest" in path.name else set()
    asked -= set() if "laboratory" in path.name else {"skills"}  # which a target without a framework has none of
    assert sorted(file.document for file in product.files) == sorted([*asked, *asked])
