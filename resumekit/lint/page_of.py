"""Pages made of what the package has: a composed document, or all that a client states."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from resumekit.document.block import Block, Bullets, Document, Entry, Figure, Paragraph, Table
from resumekit.document.line import Line
from resumekit.lint.page import LineKind, Page, PageLine, Post
from resumekit.model.achievement import Achievement
from resumekit.model.fact import Fact
from resumekit.model.resume import Resume
from resumekit.model.role import Duty
from resumekit.model.target import Target

Say = Callable[[Achievement, bool], str]
"""An achievement as a bullet; the second value tells whether its post goes on."""

_PARAGRAPHS: dict[str, LineKind] = {"profile": "profile", "body": "text", "quote": "quote", "scope": "text"}


def page_of_document(
    document: Document,
    resume: Resume,
    target: Target | None = None,
    *,
    as_of: date | None = None,
    posting: str = "",
) -> Page:
    """The lines of a document as they stand on the page, each with its post, its facts and its field of the file."""
    posts = posts_of(resume)
    lines = []
    if document.head:
        headline = document.head.headline
        lines += [_line(line, "title" if line == headline else "contact", "head", resume, posts)
                  for line in document.head.lines()]  # fmt: skip
    for section in document.sections:
        if section.title:
            lines.append(_line(section.title, "heading", section.name, resume, posts))
        for block in section.blocks:
            lines += [_line(line, kind, section.name, resume, posts) for kind, line in _kinds(block, section.name)]
    return Page(
        tuple(lines), document.language, document.kind, target_title=(target.role if target else None) or "",
        as_of=as_of, months=months_told(resume, as_of), posting=posting, resume=resume, target=target,
    )  # fmt: skip


def page_of_resume(
    resume: Resume, say: Say, *, target: Target | None = None, as_of: date | None = None, posting: str = ""
) -> Page:
    """All that the client states as it would be said, what no document shows among it, in file order."""
    posts = posts_of(resume)
    lines = []
    if resume.person.profile:
        lines.append(
            PageLine(resume.person.profile, "profile", "profile", facts=("person",), path=("person", "profile"))
        )
    for key, fact in resume.facts.items():
        post = posts.get(key)
        if isinstance(fact, Achievement) and post:
            words = Line.of(say(fact, post.current))
            lines.append(_line(words, "bullet", "", resume, posts, key))
        elif isinstance(fact, Duty) and post:
            lines.append(_line(Line.of(fact.text), "duty", "", resume, posts, key))
    return Page(
        tuple(line for line in lines if line.text), (target.locale if target else None) or resume.locale,
        target_title=(target.role if target else None) or "", as_of=as_of, months=months_told(resume, as_of),
        posting=posting, resume=resume, target=target,
    )  # fmt: skip


def posts_of(resume: Resume) -> Mapping[str, Post]:
    """The post of each achievement and duty, by the fact's key."""
    found: dict[str, Post] = {}
    for employer in resume.experience:
        for role in employer.roles:
            post = Post(role.key, role.title, employer.name, role.start, role.end, role.is_current)
            found |= {item.key: post for item in (*role.achievements, *role.duties)}
    for project in resume.projects:
        current = bool(project.end and project.end.is_present)
        post = Post(project.key, project.role or "", project.organization or project.name, project.start, project.end,
                    current, "project")  # fmt: skip
        found |= {item.key: post for item in project.achievements}
    for unpaid in resume.volunteering:
        current = unpaid.end.is_present if unpaid.end else unpaid.start is not None
        post = Post(unpaid.key, unpaid.role or "", unpaid.organization, unpaid.start, unpaid.end, current,
                    "volunteering")  # fmt: skip
        found |= {item.key: post for item in unpaid.achievements}
    return found


def months_told(resume: Resume, as_of: date | None) -> int:
    """The months from the first role's start to the last one's end, as far as they are dated; 0 where none is."""
    roles = [role for employer in resume.experience for role in employer.roles if role.start]
    if not roles:
        return 0
    day = resume.as_of
    today = as_of or (date(day.year, day.month or 1, 1) if day and day.year else None)
    months: set[int] = set()
    for role in roles:
        assert role.start
        first = role.start.months_from_zero()
        ends = role.end and not role.end.is_present
        last = role.end.months_from_zero(latest=True) if ends and role.end else None
        if last is None:
            last = today.year * 12 + today.month - 1 if today else first + 12
        months.update(range(first, last + 1))
    return len(months)


def _kinds(block: Block, section: str) -> Iterator[tuple[LineKind, Line]]:
    match block:
        case Paragraph(line=line, style=style):
            yield _PARAGRAPHS.get(style, "other"), line
        case Bullets(lines=lines):
            yield from (("bullet" if section in ("highlights", "evidence") else "other", line) for line in lines)
        case Entry():
            yield from _entry(block)
        case Table() | Figure():
            return


def _entry(entry: Entry) -> Iterator[tuple[LineKind, Line]]:
    yield "title", entry.title
    for line in (entry.dates, entry.organization):
        if line:
            yield "title", line
    for line in entry.scope:
        yield ("text" if any(ref.endswith(("#summary", "#description")) for ref in line.facts) else "other"), line
    for line in entry.bullets:
        yield "bullet", line
    for inner in entry.entries:
        yield from _entry(inner)


def _line(
    line: Line, kind: LineKind, section: str, resume: Resume, posts: Mapping[str, Post], key: str = ""
) -> PageLine:
    refs = line.facts or ((key,) if key else ())
    keys = tuple(dict.fromkeys(ref.partition("#")[0] for ref in refs))
    facts = [resume.facts[name] for name in keys if name in resume.facts]
    made = PageLine(line.text, kind, section, facts=keys)
    done = next((fact for fact in facts if isinstance(fact, Achievement | Duty)), None)
    if done:
        made = replace(
            made, post=posts.get(done.key), kind="duty" if isinstance(done, Duty) else kind,
            ongoing=isinstance(done, Achievement) and done.ongoing,
            contributed=isinstance(done, Achievement) and done.part == "contributed",
        )  # fmt: skip
    return _placed(made, done or (facts[0] if facts else None), refs[0].partition("#")[2] if refs else "")


def _placed(line: PageLine, fact: Fact | None, field: str) -> PageLine:
    """The line with the field of the file that holds it to the letter; else with its fact's place."""
    if fact is None:
        return line
    name = field or ("text" if isinstance(fact, Achievement | Duty) else fact.label_field)
    said = getattr(fact, name, None)
    if isinstance(said, str) and (at := said.find(line.text)) >= 0:
        return replace(line, path=(*fact.path, name), offset=at)
    if isinstance(said, str) and said and line.text.startswith(said):
        return replace(line, path=(*fact.path, name), offset=0)
    return replace(line, path=fact.path, offset=-1)
