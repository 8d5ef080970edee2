"""Interview kits to test with: of samples, of the test clients, and of plain facts."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from resumekit.career.matrix import place_stories
from resumekit.career.story_rules import telling_rules
from resumekit.compose.kit import Kit
from resumekit.compose.kit_stories import pick_stories
from resumekit.load.client import load
from resumekit.model.resume import Resume
from resumekit.pipeline import plan
from resumekit.preparing import find_demands, prepare_interview

SAMPLES = Path(__file__).parents[2] / "samples"
CLIENTS = Path(__file__).parents[1] / "strategy" / "clients"
FULL = Path(__file__).parents[1] / "full_client" / "full.yaml"
EACH = (*sorted(SAMPLES.glob("[1-6]*.yaml")), *sorted(CLIENTS.glob("*.yaml")), FULL)


@cache
def kit_of(path: Path) -> Kit:
    """The kit of a client file, for its first target and that one's posting."""
    return prepare_interview(load(path))


def sample(number: int) -> Kit:
    """The kit of a sample, by the number in its name."""
    return kit_of(next(SAMPLES.glob(f"{number}-*.yaml")))


def kit_of_facts(resume: Resume) -> Kit:
    """The kit of facts that no file holds; without a posting."""
    telling = telling_rules()
    basis = plan(resume).basis
    demands = find_demands(basis, None, telling.most_demands)
    stories = pick_stories(basis, demands, telling)
    return Kit(basis, None, stories, place_stories(demands, stories, telling.most_uses))
