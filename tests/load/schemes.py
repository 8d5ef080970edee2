"""Small public schemes in the shape of the real ones, of our own invention."""

from __future__ import annotations

from pathlib import Path

HEAD = (
    "conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,scopeNote,"
    "definition,inScheme,description"
)
SKILL = "http://data.europa.eu/esco/skill/"


def skill(code: str, label: str, others: str = "", status: str = "released", description: str = "") -> str:
    """A row of the skills table; alternative labels stand one below the other in one cell, as in the real one."""
    return f'KnowledgeSkillCompetence,{SKILL}{code},knowledge,,"{label}","{others}",,{status},,,,,"{description}"'


SKILLS = "\n".join(
    (
        HEAD,
        skill(
            "aa-1", "plan kite festivals", "organise kite festivals\nrun a kite fair", description="Plans kite days."
        ),
        skill("aa-2", "mend kites", "repair kites", description="Mends sails and lines."),
        skill("bb-1", "write wind reports", "draw up wind reports"),
        skill("bb-2", "keep wind logs", status="obsolete"),
        skill("cc-1", "teach kite flying", 'coach ""first"" flyers'),
    )
)
HIERARCHY = f"""Level 0 URI,Level 0 preferred term,Level 1 URI,Level 1 preferred term,Level 2 URI,Level 2 preferred term
{SKILL}S,skills,,,,
{SKILL}S,skills,{SKILL}S1,working with kites,,
{SKILL}S,skills,{SKILL}S1,working with kites,{SKILL}S1.1,kite work in teams
{SKILL}S,skills,{SKILL}S2,information,,
"""
BROADER = f"""conceptType,conceptUri,broaderType,broaderUri
KnowledgeSkillCompetence,{SKILL}aa-1,SkillGroup,{SKILL}S1.1
KnowledgeSkillCompetence,{SKILL}aa-2,KnowledgeSkillCompetence,{SKILL}aa-1
KnowledgeSkillCompetence,{SKILL}bb-1,SkillGroup,{SKILL}S2
SkillGroup,{SKILL}S1.1,SkillGroup,{SKILL}S1
"""
MODEL = """Element ID\tElement Name\tDescription
4.A.1\tTaking In\tWhere what is needed comes from.
4.A.1.a\tLooking\tHow it is found.
4.A.1.a.1\tWatching Skies\tWatching wind and cloud.
4.A.2\tDoing\tWhat is done.
4.A.2.b.1\tFlying Kites\t"Well" flown kites, 3" high.
4.A.2.b.2\tResting\tDoing nothing.
"""
DETAILED = """Element ID\tIWA ID\tDWA ID\tDWA Title
4.A.1.a.1\t4.A.1.a.1.I01\t4.A.1.a.1.I01.D01\tMonitor wind or cloud conditions.
4.A.2.b.1\t4.A.2.b.1.I01\t4.A.2.b.1.I01.D01\tFly kites, banners, or streamers at events.
4.A.2.b.1\t4.A.2.b.1.I01\t4.A.2.b.1.I01.D02\tRepair the sails of kites.
"""
NEWER = DETAILED.replace(
    "Element ID\tIWA ID\tDWA ID\tDWA Title", "GWA Element ID\tIWA Element ID\tDWA Element ID\tDWA Element Name"
)


def esco(folder: Path, skills: str = SKILLS, *, hierarchy: bool = True) -> Path:
    """A folder of ESCO's files."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "skills_en.csv").write_text(skills, encoding="utf-8")
    if hierarchy:
        (folder / "skillsHierarchy_en.csv").write_text(HIERARCHY, encoding="utf-8")
        (folder / "broaderRelationsSkillPillar_en.csv").write_text(BROADER, encoding="utf-8")
    return folder


def onet(folder: Path, detailed: str = DETAILED, name: str = "DWA Reference.txt") -> Path:
    """A folder of O*NET's files."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "Content Model Reference.txt").write_text(MODEL, encoding="utf-8")
    (folder / name).write_text(detailed, encoding="utf-8")
    return folder
