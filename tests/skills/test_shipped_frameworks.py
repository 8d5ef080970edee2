"""What ships holds its laws: every file is well, its cues find plain sentences, lexicons speak words that cues know."""

from __future__ import annotations

from functools import cache

import pytest

from resumekit.load.framework import find_framework, framework_names, read_framework
from resumekit.load.lexicon import find_lexicon, find_lexicons, lexicon_names, read_lexicon
from resumekit.load.shelf import shipped_folder
from resumekit.skills.cue import lemmas_of
from resumekit.skills.engine import Engine
from resumekit.skills.lexicon import Lexicon
from resumekit.skills.pattern import SMALL
from resumekit.skills.reader import Reader, lemma_of
from resumekit.skills.source_field import lexicons_for
from tests.skills.library import with_bullets

BULLETS = {
    "project-management": {
        "project-case": "Convinced the band council with a feasibility study that a new arena roof would pay",
        "requirements-scope": "Asked cooks and servers, wrote the functional requirements for our till, kept scope creep out",
        "schedule-planning": "Kept a Gantt chart for the kitchen's rebuild over eleven weeks",
        "project-budget": "Finished the barn roof 4 % under budget",
        "procurement-contractors": "Got three quotes for the boiler and picked the vendor",
        "work-coordination": "Led the renovation of a daycare while it stayed open",
        "progress-reporting": "A status report to the owner each Friday: done, late, needed",
        "change-control": "Priced every change order before anybody lifted a hammer",
        "closeout": "Worked through the punch list until the owner signed",
        "iterative-delivery": "Ran a pilot on one ward, mended the form, then gave it to the rest",
        "project-team": "Chaired the working group that opened the new dock",
        "stakeholder-engagement": "Held a public consultation on the bridge closure, 200 residents in the curling rink",
        "risk-management": "Had a contingency plan for rain and one for a lost ferry",
        "quality-assurance": "Found the root cause of cracked castings and wrote the corrective action",
        "approvals-compliance": "Got the building permit and the fire inspector's stamp for the hall",
        "transition-adoption": "Moved our clinic from paper charts to electronic ones, super user for two floors",
        "benefits-realization": "Counted before and after: the pump's payback was seven months",
    },
    "learning-development": {
        "needs-analysis": "Made a skills matrix of my crew to see the training needs",
        "learning-strategy": "Held the training budget for forty people and the yearly training plan",
        "learning-design": "Designed a course on knife safety, with learning objectives and role plays",
        "learning-materials": "Quick reference cards and a training manual for the night desk",
        "digital-learning": "Turned two days of lectures into e-learning on our LMS",
        "facilitation": "Taught cashiers how to spot false banknotes in evening workshops",
        "coaching-mentoring": "Two apprentices under my wing until their red seal",
        "onboarding-programs": "Onboarding of deckhands: bunk, boots, and who to ask in the first week",
        "performance-support": "Cross-trained bakers on each other's ovens so that knowledge transfer outlived the old hands",
        "assessment": "Wrote the practical test for crane hands and signed off each skill",
        "evaluation": "Set error counts beside dates for a training evaluation: what had the course changed?",
        "training-administration": "Kept training records of 90 guards and who is overdue",
        "program-management": "Ran the apprenticeship program of a shipyard, twelve a year",
        "inclusive-learning": "Adult literacy tutor, two welders who hid that they could not read",
    },
    "skills-for-success": {
        "reading": "Read blueprints and found that two doors opened into each other",
        "writing": "Drafted letters to the ministry and the co-op's newsletter",
        "numeracy": "Calculated doses for calves by weight and balanced the till at night",
        "digital": "Built a spreadsheet with pivot tables for the harvest",
        "communication": "Explained treatment options to frightened families in plain words",
        "collaboration": "Worked alongside police and paramedics on a joint exercise",
        "adaptability": "Taught myself welding, then learned a new trade in the yard when the mill shut",
        "problem-solving": "Troubleshooting of conveyors: traced the fault to a sensor",
        "creativity-innovation": "Came up with a jig, built from scrap, that holds four doors at once",
    },
}  # fmt: skip


@cache
def engine(name: str) -> Engine:
    framework = find_framework(name)
    return Engine(framework, find_lexicons(framework.lexicons))


@cache
def known_words() -> frozenset[str]:
    """Every lemma that a cue of a shipped framework or a class of the words of people holds."""
    cues = [cue for name in framework_names() for one in find_framework(name).competencies for cue in one.cues]
    words = {word for cue in cues for element in lemmas_of(cue.pattern) for word in element.words}
    members = [member for words in find_lexicon("people").classes.values() for member in words]
    return frozenset(words | {lemma_of(part) for member in members for part in member.split()})


def source_lexicons() -> list[Lexicon]:
    return [lexicon for name in lexicon_names() if (lexicon := find_lexicon(name)).entries]


def test_the_promised_files_ship() -> None:
    assert {"hr-canada", *BULLETS} <= set(framework_names())
    assert {"people", "laboratory-operations", "military", "nursing", "teaching"} <= set(lexicon_names())


@pytest.mark.parametrize("name", framework_names())
def test_a_shipped_framework_is_well(name: str) -> None:
    assert read_framework(shipped_folder("framework") / f"{name}.yaml").warnings == ()


@pytest.mark.parametrize("name", lexicon_names())
def test_a_shipped_lexicon_is_well(name: str) -> None:
    assert read_lexicon(shipped_folder("lexicon") / f"{name}.yaml").warnings == ()


@pytest.mark.parametrize("name", [*framework_names(), *lexicon_names()])
def test_what_ships_states_its_licence_and_sources(name: str) -> None:
    shipped = find_framework(name) if name in framework_names() else find_lexicon(name)

    assert shipped.licence
    assert shipped.sources or name == "people"


@pytest.mark.parametrize("name", BULLETS)
def test_every_functional_competency_has_an_example(name: str) -> None:
    framework = find_framework(name)

    asked = [item.id for item in framework.competencies if framework.kind_of(item) == "functional"]

    assert list(BULLETS[name]) == asked


@pytest.mark.parametrize("name", BULLETS)
def test_every_functional_competency_can_be_shown_asked_for_and_closed(name: str) -> None:
    framework = find_framework(name)

    for item in framework.competencies:
        assert all((item.descriptors, item.terms, item.questions, item.actions)), item.id
        if framework.kind_of(item) == "functional":
            assert len(item.cues) >= 25, item.id
            assert item.negative_cues, item.id


@pytest.mark.parametrize(
    ("name", "competency"), [(name, competency) for name, table in BULLETS.items() for competency in table]
)
def test_a_plain_sentence_ranks_its_competency_among_the_first_three(name: str, competency: str) -> None:
    found = engine(name).rank(BULLETS[name][competency])

    assert competency in [match.competency for match in found[:3]]
    assert {match.band for match in found} <= {"partial", "suggested"}


@pytest.mark.parametrize("name", BULLETS)
@pytest.mark.parametrize(
    "text",
    [
        "Milked ninety cows twice a day",
        "Awarded the General Campaign Star",
        "Dog walking and cat sitting in the neighbourhood",
        "Hatched ducklings and lost none",
    ],
)
def test_unrelated_text_shows_nothing(name: str, text: str) -> None:
    assert engine(name).rank(text) == ()


@pytest.mark.parametrize("lexicon", source_lexicons(), ids=lambda lexicon: lexicon.id)
def test_every_phrase_of_a_lexicon_is_read_as_what_it_means(lexicon: Lexicon) -> None:
    bare = Reader([lexicon.model_copy(update={"classes": {}})])

    for entry in lexicon.entries:
        meant = [lemma_of(part) for part in entry.means.lower().replace("-", " ").split() if part not in SMALL]
        read = [word.lemma for word in bare.read(entry.phrase).words]
        assert read == meant, entry.phrase
        assert set(read) & known_words(), entry.phrase


@pytest.mark.parametrize("lexicon", source_lexicons(), ids=lambda lexicon: lexicon.id)
def test_a_lexicon_calls_no_class_that_the_words_of_people_lack(lexicon: Lexicon) -> None:
    assert lexicon.fields
    assert set(lexicon.classes) <= set(find_lexicon("people").classes)


@pytest.mark.parametrize(
    ("lexicon", "text", "area"),
    [
        ("military", "Wrote the watch bill for a crew of fifty-five", "workforce-planning"),
        ("military", "Assisting member in four redresses of grievance", "employee-labour-relations"),
        ("nursing", "Made the master rotation for thirty RNs", "workforce-planning"),
        ("nursing", "Precepted four new grads each year", "learning-development"),
        ("teaching", "NTIP mentor to five beginning teachers", "learning-development"),
        (
            "laboratory-operations",
            "Kept the competency sign-off sheets of twelve analysts current",
            "learning-development",
        ),
    ],
)
def test_a_fields_own_words_reach_the_target(lexicon: str, text: str, area: str) -> None:
    framework = find_framework("hr-canada")
    read = Engine(framework, find_lexicons([*framework.lexicons, lexicon]))

    found = read.rank(text)

    assert area in [match.group for match in found[:3]]


@pytest.mark.parametrize(
    ("lexicon", "text"),
    [
        ("nursing", "Patient education on insulin for families"),
        ("nursing", "Six years in labour and delivery"),
        ("nursing", "Recruited patients for a wound study"),
        ("teaching", "Peer mediators in grade 6, twelve children in orange vests"),
        ("teaching", "Wrote individual education plans for nine pupils"),
        ("laboratory-operations", "Sample retention by barcode, four years"),
        ("military", "Foot drill for the tattoo"),
        ("nursing", "Charge nurse on a 28-bed medical unit"),
        ("laboratory-operations", "Lead hand on the filling line, 300 bottles a minute"),
    ],
)
def test_a_lexicon_does_not_make_a_fields_own_work_into_human_resources(lexicon: str, text: str) -> None:
    framework = find_framework("hr-canada")
    read = Engine(framework, find_lexicons([*framework.lexicons, lexicon]))

    assert [match for match in read.rank(text) if match.band != "suggested"] == []


@pytest.mark.parametrize(
    ("title", "lexicon"),
    [
        ("Master Corporal, 2 RCR Infantry", "military"),
        ("Registered Nurse", "nursing"),
        ("Grade 5 Teacher", "teaching"),
        ("Laboratory Supervisor", "laboratory-operations"),
    ],
)
def test_a_title_calls_its_lexicon(title: str, lexicon: str) -> None:
    resume = with_bullets(title=title)

    names = [one.id for one in lexicons_for(resume, find_lexicons(), find_framework("hr-canada"))]

    assert lexicon in names
