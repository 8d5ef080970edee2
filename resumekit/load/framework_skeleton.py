"""The commented YAML that `resumekit frameworks new` writes."""

from __future__ import annotations

import re
from typing import Literal

from resumekit.load.scalar import scalar
from resumekit.load.schema import FRAMEWORK_FILE, LEXICON_FILE
from resumekit.skills.framework import Framework

_HEAD = "# yaml-language-server: $schema=./{schema}\n"

_NEW = (
    _HEAD
    + """\
# What a field asks for. Take the "# " away to use a line.
# Text needs quotes when it has ": " or " #" in it, or begins with a sign such as @ * & [ {{ < - %.
id: {id}
name: {name}
# fields: [human resources, HR]          # what a target's 'field' says when this framework is meant
# licence: My own words
# sources:
#   - name: The association's list of areas
#     url: https://example.org/areas
#     as_of: 2026
lexicons: [people]                      # their classes of words stand in cues as <staff>

groups:
  - id: people
    name: Working with people
    # weight: 1                         # against the other groups of its kind
    # kind: functional                  # functional, enabling, knowledge, credential

competencies:
  - id: teaching
    name: Teaching others
    group: people
    # weight: 1
    # required: true
    # descriptors: [Shows others how work is done, and sees that they can do it]
    terms: [training delivery]          # the field's own words for it
    cues:                               # the words of people outside the field
      - train|teach|coach <staff>       # one|other, in any form; <staff> any word of that class
      - show .. the ropes               # '..' is up to three words
      # - {{pattern: explain _ to <outsider>, relation: adjacent, weight: 0.5}}
    # negative_cues: [train dog|horse]  # take a clause away
    # questions: ["Whom have you taught, and what could they do afterwards?"]
    # actions:
    #   - {{kind: volunteering, title: Teach a course at a community centre, effort: 20, closes: 0.4}}

# gates:                                # papers, which no other evidence fills
#   - id: diploma
#     name: A diploma in the field
#     kind: degree                      # exam, coursework, years, degree, program, membership, licence
#     met_by: [Diploma in Adult Education]
#     ask: Which diploma do you hold, and from where?
"""
)

_OVER = (
    _HEAD
    + """\
# {name}: what is not written here stays as it is in '{base}'. Take the "# " away to use a line.
#   A competency, group, gate or level with an id of '{base}' is laid over it field by field; a new id is added.
#   Cues, negative cues and sources are added to those there; every other list takes the place of the one there.
# See it with: resumekit frameworks show {base} --competency {competency}
id: {id}
name: {name}
extends: {base}

# groups:
#   - id: {group}
#     name: {was}
#     weight: {weight:g}

# competencies:
#   - id: {competency}
#     name: {title}
#     weight: 2
#     cues:
#       # a pattern that is there takes the place of the one there; any other is added
#       - pattern: {cue}
#         weight: 2
#     # without this cue
#     omit_cues: [{gone}]

# omit:                                 # by id; with a group go its competencies
#   competencies: [{last}]
"""
)

_LEXICON = (
    _HEAD
    + """\
# What people of a field call things. Take the "# " away to use a line.
id: {id}
name: {name}
# fields: [nurse, ward]                 # words of a title or a sector for which it is read
# licence: My own words

entries:
  - {{phrase: charge nurse, means: shift supervisor}}

# classes:                              # words of one kind; a cue calls them as <staff>
#   staff: [nurse, porter, cook]
"""
)


def new_framework(name: str, title: str) -> str:
    """A framework to begin with; every other field is there as a comment."""
    return _NEW.format(schema=FRAMEWORK_FILE, id=name, name=scalar(title))


def new_lexicon(name: str, title: str) -> str:
    """A lexicon to begin with."""
    return _LEXICON.format(schema=LEXICON_FILE, id=name, name=scalar(title))


def new_over(base: Framework, reference: str, name: str, title: str) -> str:
    """A framework that extends `base`, which is found by `reference`, with its own ids in the examples."""
    competency = base.competencies[0] if base.competencies else None
    last = base.competencies[-1].id if base.competencies else "teaching"
    group = base.group_by_id.get(competency.group) if competency else None
    cues = [cue.pattern for cue in competency.cues] if competency else []
    return _OVER.format(
        schema=FRAMEWORK_FILE, id=name, name=scalar(title), base=scalar(reference),
        group=group.id if group else "people", weight=group.weight if group else 1, was=scalar(group.name if group else "People"),
        competency=competency.id if competency else "teaching", title=scalar(competency.name if competency else "Teaching"),
        cue=scalar(cues[0] if cues else "train <staff>"), gone=scalar(cues[-1] if cues else "", flow=True), last=last,
    )  # fmt: skip


def copied(text: str, sort: Literal["framework", "lexicon"], name: str, title: str) -> str:
    """The whole of a file under another id and name, with its comments."""
    for line in (f"id: {name}", f"name: {scalar(title)}"):
        key = line.partition(":")[0]
        found = re.search(rf"^{key}:.*$", text, flags=re.MULTILINE)
        text = text[: found.start()] + line + text[found.end() :] if found else text
    text = re.sub(r"^# yaml-language-server:.*\r?\n", "", text, count=1)
    return _HEAD.format(schema=FRAMEWORK_FILE if sort == "framework" else LEXICON_FILE) + text
