"""ESCO's own files as a framework: the skills pillar of a classification download in CSV, from a folder of the user's.

ESCO is the European Commission's classification of skills. Its files are not part of resumekit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from resumekit.errors import Problem
from resumekit.load.table import Row, SchemeFile, Table, find_table, plain, read_table
from resumekit.model.fact import slug
from resumekit.skills.framework import Competency, Framework, Group, Source

DOWNLOAD = (
    "ESCO's files are had from https://esco.ec.europa.eu/en/use-esco/download: choose the classification, English, CSV, "
    "and unpack it"
)
LICENCE = "This service uses the ESCO classification of the European Commission."
SKILLS = ("conceptUri", "preferredLabel", "altLabels", "description")
_LANGUAGE = re.compile(r"[a-z]{2}(-[a-z]{2})?")
_LEVEL_1 = ("Level 1 URI", "Level 1 preferred term")
OTHER = Group(id="other", name="Skills in no group", kind="functional")
MOST_TERMS = 400
"""Labels of one skill; what is beyond is told of."""


def read_esco(folder: str | Path, language: str = "en") -> SchemeFile:
    """ESCO's skills as competencies: the label and the alternative labels are their terms, the groups of level 1 theirs.

    There are no cues in ESCO, so such a framework is read with `skills.labels`. Skills are taken that ESCO has released.

    Raises:
        FrameworkFileError: `skills_en.csv` is not there or is not what ESCO publishes.
    """
    folder = Path(folder)
    path = find_table(folder, (f"skills_{language}.csv",), DOWNLOAD)
    table = read_table(path, SKILLS)
    groups, warnings = _groups(path.parent, language)
    names = {group.id: group for group in [*groups.values(), OTHER]}
    competencies, more = _competencies(table, groups)
    used = {competency.group for competency in competencies}
    return SchemeFile(
        Framework(
            id="esco",
            name="ESCO skills",
            locale=language,
            licence=LICENCE,
            sources=(Source(name="ESCO", url="https://esco.ec.europa.eu"),),
            groups=tuple(group for group in names.values() if group.id in used),
            competencies=tuple(competencies),
        ),
        (*warnings, *more),
    )


def _competencies(table: Table, groups: dict[str, Group]) -> tuple[list[Competency], list[Problem]]:
    found: dict[str, Competency] = {}
    problems: list[Problem] = []
    for row in table.rows:
        status = row["status"].strip() or "released"
        name, key = plain(row["preferredLabel"]), _id(row["conceptUri"])
        if status != "released":
            problems.append(table.warning(row, f"'{name}' is {status} and was left out"))
        elif not name or not key:
            problems.append(table.warning(row, "a skill without a label or an address was left out"))
        elif key in found:
            problems.append(table.warning(row, f"'{name}' is given twice; the first was taken"))
        else:
            found[key] = _competency(key, name, row, groups.get(row["conceptUri"].strip(), OTHER))
    return list(found.values()), problems


def _competency(key: str, name: str, row: Row, group: Group) -> Competency:
    others = (plain(line) for line in row["altLabels"].splitlines())
    terms = tuple(dict.fromkeys(term for term in (name, *others) if term))
    description = plain(row["description"])
    return Competency(
        id=key,
        name=name[:500],
        group=group.id,
        descriptors=(description,) if description else (),
        terms=terms[:MOST_TERMS],
        related={"esco": (row["conceptUri"].strip(),)},
    )


def _id(uri: str) -> str:
    """The last part of an address, which tells skills apart: a UUID, or a group's code."""
    return slug(uri.strip().rstrip("/").rpartition("/")[2]).encode("ascii", "ignore").decode().strip("-")


def _groups(folder: Path, language: str) -> tuple[dict[str, Group], list[Problem]]:
    """The group of level 1 of each skill by the skill's address; none where the files of the hierarchy are missing."""
    hierarchy = folder / f"skillsHierarchy_{language}.csv"
    broader = folder / f"broaderRelationsSkillPillar_{language}.csv"
    missing = [path for path in (hierarchy, broader) if not path.is_file()]
    if missing:
        said = "is not beside it, so all skills stand in one group"
        return {}, [Problem(said, str(path), level="warning") for path in missing]
    tops = dict(_tops(read_table(hierarchy, _LEVEL_1)))
    above: dict[str, list[str]] = {}
    for row in read_table(broader, ("conceptUri", "broaderUri")).rows:
        above.setdefault(row["conceptUri"].strip(), []).append(row["broaderUri"].strip())
    return {uri: group for uri in above if (group := _top(uri, above, tops))}, []


def _tops(table: Table) -> Iterator[tuple[str, Group]]:
    """Each group's address, of whatever level, with its group of level 1."""
    for row in table.rows:
        uri, name = row[_LEVEL_1[0]].strip(), plain(row[_LEVEL_1[1]])
        if uri and name and (key := _id(uri)):
            group = Group(id=key, name=name)
            yield from (
                (row[column].strip(), group) for column in row.cells if column.endswith("URI") and "0" not in column
            )


def _top(uri: str, above: dict[str, list[str]], tops: dict[str, Group]) -> Group | None:
    """The first group of level 1 on the way up, in the file's order; a skill may have several broader ones."""
    seen, here = {uri}, [uri]
    while here:
        following: list[str] = []
        for one in here:
            for broader in above.get(one, ()):
                if group := tops.get(broader):
                    return group
                if broader not in seen:
                    seen.add(broader)
                    following.append(broader)
        here = following
    return None
