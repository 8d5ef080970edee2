"""O*NET's own files as a framework: the generalized work activities, with their detailed activities as cues.

O*NET is the occupational database of the United States. Its files are not part of resumekit.
"""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

from resumekit.errors import Problem, ResumekitError
from resumekit.load.table import SchemeFile, Table, find_table, plain, read_table
from resumekit.model.fact import slug
from resumekit.skills.framework import Competency, Cue, Framework, Group, Source
from resumekit.skills.pattern import MAX_ELEMENTS, SMALL, parse_pattern

DOWNLOAD = "O*NET's files are had from https://www.onetcenter.org/database.html: choose the text files, and unpack them"
LICENCE = (
    "Includes information from the O*NET Database by the U.S. Department of Labor, Employment and Training "
    "Administration (USDOL/ETA), used under the CC BY 4.0 licence; resumekit has changed its form."
)
MODEL = "Content Model Reference.txt"
DETAILED = ("DWA Reference.txt", "GWAs to IWAs to DWAs.txt")
"""Release 30.3 gave the second name to the first, and other names to its columns."""
COLUMNS = {
    DETAILED[0]: ("Element ID", "DWA ID", "DWA Title"),
    DETAILED[1]: ("GWA Element ID", "DWA Element ID", "DWA Element Name"),
}
ACTIVITY = re.compile(r"4\.A\.\d\.[a-z]\.\d+")
AREA = re.compile(r"4\.A\.\d")
_CHOICE = re.compile(r"(?:[\w'-]+, )*[\w'-]+,? or [\w'-]+")
_SIGNS = str.maketrans(dict.fromkeys('<>=*?[](){}_/,;:"“”', " ") | {"’": "'"})


def read_onet(folder: str | Path) -> SchemeFile:
    """The generalized work activities as competencies; an activity without detailed ones is told of and left out.

    Raises:
        FrameworkFileError: the tables are not there or are not what O*NET publishes.
    """
    folder = Path(folder)
    model = read_table(find_table(folder, (MODEL,), DOWNLOAD), ("Element ID", "Element Name", "Description"), tabs=True)
    path = find_table(folder, DETAILED, DOWNLOAD)
    detailed = read_table(path, COLUMNS[path.name], tabs=True)
    cues, problems = _cues(detailed, *COLUMNS[path.name])
    groups, competencies, more = _activities(model, cues)
    framework = Framework(
        id="onet",
        name="O*NET work activities",
        locale="en-US",
        licence=LICENCE,
        sources=(Source(name="O*NET", url="https://www.onetcenter.org/database.html"),),
        groups=tuple(groups),
        competencies=tuple(competencies),
    )
    return SchemeFile(framework, (*problems, *more))


def _cues(table: Table, activity: str, key: str, title: str) -> tuple[dict[str, list[Cue]], list[Problem]]:
    found: dict[str, dict[str, Cue]] = defaultdict(dict)
    problems: list[Problem] = []
    for row in table.rows:
        pattern = cue_pattern(row[title])
        try:
            parse_pattern(pattern)
        except ResumekitError as error:
            problems.append(table.warning(row, f"'{row[title]}' makes no cue and was left out: {error}"))
            continue
        found[row[activity].strip()].setdefault(pattern, Cue(pattern=pattern, note=f"DWA {row[key].strip()}"))
    return {name: list(cues.values()) for name, cues in found.items()}, problems


def cue_pattern(title: str) -> str:
    """A title as a cue: "Cut trees or logs." → `cut trees|logs`. Of a long one, as many words as a pattern may have."""
    text = plain(title).lower().rstrip(".")
    text = _CHOICE.sub(lambda found: "|".join(re.split(r",? or |, ", found[0])), text)
    words = [word.strip("'-.") for word in text.translate(_SIGNS).split()]
    words = [word for word in words if word and word not in SMALL]
    return " ".join(words[:MAX_ELEMENTS])


def _activities(model: Table, cues: dict[str, list[Cue]]) -> tuple[list[Group], list[Competency], list[Problem]]:
    groups: dict[str, Group] = {}
    competencies: list[Competency] = []
    problems: list[Problem] = []
    for row in model.rows:
        code, name = row["Element ID"].strip(), plain(row["Element Name"])
        if AREA.fullmatch(code):
            groups[code] = Group(id=slug(name), name=name)
        elif ACTIVITY.fullmatch(code) and code not in cues:
            problems.append(model.warning(row, f"'{name}' has no detailed activities and was left out"))
        elif ACTIVITY.fullmatch(code):
            area = groups.setdefault(code[:5], Group(id=slug(code[:5]), name=code[:5]))
            competencies.append(
                Competency(
                    id=slug(name),
                    name=name,
                    group=area.id,
                    descriptors=(plain(row["Description"]),),
                    cues=tuple(cues[code]),
                    terms=(name,),
                    related={"onet": (code,)},
                )
            )
    used = {competency.group for competency in competencies}
    return [group for group in groups.values() if group.id in used], competencies, problems
