"""Professional profile: the coach's own words, or built from the strongest facts."""

from __future__ import annotations

from collections.abc import Sequence

from resumekit.document.block import Paragraph, Section
from resumekit.document.line import Line, Source, Span
from resumekit.model.achievement import Achievement
from resumekit.model.credential import Credential
from resumekit.sections.bullet import compose_bullet
from resumekit.sections.context import Context, joined, name_of
from resumekit.sections.credentials import long_and_short
from resumekit.sections.registry import SECTIONS
from resumekit.sections.terms import term_sources
from resumekit.strategy.history import Held, read_history
from resumekit.strategy.terms import is_said

MOST_WORDS = 80
"""A profile holds 40 to 80 words."""
MOST_PROOF_WORDS = 16
"""A finished bullet longer than this does not fit into a profile."""

_MOST_SKILLS, _TERMS_OF_A_GROUP = 4, 2
_NAMES = frozenset(
    "Access Acrobat Agile Ansys Asana Azure Canva Confluence Docker English Excel Figma French Git Hootsuite Illustrator "
    "Java Jira Kanban Kubernetes Lean Linux Looker Matlab Oracle Outlook Photoshop Python React Revit Salesforce Scrum "
    "Shopify Slack Snowflake Solidworks Stata Tableau Teams Terraform Trello Visio Windows Word Workday Xero Zoom".split()
)
"""Names that keep their capital inside a sentence, though nothing else about them shows that they are names."""

_Sentence = tuple[str, tuple[Source, ...]]


@SECTIONS.add("profile")
def profile(context: Context) -> Section | None:
    """The target's profile, else the person's, else one composed: who, with what credential, with which proof."""
    target, person = context.target, context.resume.person
    if target and target.profile:
        line = Line.of(target.profile, Source.fact(target.key, "profile"))
    elif person.profile:
        line = Line.of(person.profile, Source.fact("person", "profile"))
    else:
        line = _composed(context)
    return context.section("profile", [Paragraph(line, "profile")] if line else [])


def _composed(context: Context) -> Line:
    sentences = [*_opening(context), *_step_down(context), *_proofs(context), *_skills(context)]
    spans: list[Span] = []
    sources: list[Source] = []
    words = 0
    for text, cited in sentences:
        if words and words + len(text.split()) > MOST_WORDS:
            continue
        words += len(text.split())
        spans.append(Span(f" {text}" if spans else text))
        sources += cited
    return Line.of([Span("".join(span.text for span in spans))], *sources)


def _opening(context: Context) -> list[_Sentence]:
    history = read_history(context.resume, context.as_of)
    held = [item for item in history.held if item.role.key in context.strategy.roles and name_of(item.role)]
    if not held:
        return [_credential(context, item) for item in _leading(context)]
    fields, sources = _fields(context, held)
    years = _years(context, history.years)
    leading, target = _leading(context), context.target
    if fields and years and target and target.field and _is_change(context):
        change = (Source.fact(target.key, "field"), *sources, *_dated(held))
        if leading and leading[0].status == "designated":
            words = {"credential": _worded(leading[0]), "years": years, "fields": fields, "field": target.field}
            text = context.label("profile.bridge", **words)
            return [(text, (Source.fact(leading[0].key), *change)), *_bridge(context)]
        text = context.label("profile.bridge_bare", years=years, fields=fields, field=target.field)
        return [(text, change), *_bridge(context), *(_credential(context, item) for item in leading[:1])]
    if context.strategy.profile == "student" and (graduate := _graduate(context)):
        return [graduate, *(_credential(context, item) for item in leading[:1])]
    best = best_role(context, held)
    title = name_of(best.role)
    comma = "_comma" if "," in title else ""
    cited: tuple[Source, ...] = (Source.fact(best.role.key, "title"),)
    if years and fields:
        opening = context.label(f"profile.opening{comma}", title=title, years=years, fields=fields)
        cited = (*cited, *sources, *_dated(held))
    elif years:
        opening, cited = (
            context.label(f"profile.opening_plain{comma}", title=title, years=years),
            (*cited, *_dated(held)),
        )
    else:
        opening = context.label("profile.opening_bare", title=title)
    return [(opening, cited), *(_credential(context, item) for item in leading[:1])]


def _bridge(context: Context) -> list[_Sentence]:
    """What of that work the target's field has words for."""
    terms = context.strategy.bridge
    if not terms:
        return []
    text = context.label("profile.terms", terms=context.locale.joined([term.text for term in terms]))
    return [(text, term_sources(terms))]


def _graduate(context: Context) -> _Sentence | None:
    """Who a new graduate is: what was studied, where, with what distinction."""
    schools = [school for school in context.shown(context.resume.education) if school.area or school.credential]
    if not schools:
        return None
    newest = max(schools, key=lambda school: school.end.months_from_zero() if school.end else 0)
    what = newest.area or newest.credential or ""
    expected = bool(newest.end and (newest.end.expected or newest.end.is_present))
    text = context.label("profile.student" if expected else "profile.graduate", area=what, school=name_of(newest))
    detail = f"{text}, {newest.distinction}." if newest.distinction else f"{text}."
    return detail, (Source.fact(newest.key),)


def _dated(held: list[Held]) -> tuple[Source, ...]:
    return tuple(Source.fact(item.role.key, field) for item in held for field in ("start", "end"))


def _years(context: Context, years: float | None) -> str:
    """Whole years of work in words; empty under two, where a number would say little."""
    return "" if years is None or years < 2 else context.label("tenure.years", n=str(int(years)))


def _fields(context: Context, held: list[Held]) -> tuple[str, tuple[Source, ...]]:
    """Up to two functions the client has worked in, the newest first."""
    found: dict[str, Source] = {}
    compressed = {job.role for job in context.strategy.short_jobs if job.advised != "full"}
    for item in held:
        if item.role.field and item.role.key not in compressed:
            found.setdefault(item.role.field, Source.fact(item.role.key, "field"))
    chosen = list(found)[:2]
    return context.locale.joined(chosen), tuple(found[name] for name in chosen)


def _is_change(context: Context) -> bool:
    """Whether the field changes; for a new graduate there is none to change from."""
    fired = [item.number for item in context.strategy.situations]
    return 2 in fired and fired[0] != 6


def best_role(context: Context, held: list[Held]) -> Held:
    """The role that names the client: the highest level of the last five years, the newest where levels are equal.

    An acting role that is over names nobody.
    """
    held = [item for item in held if item.role.employment != "acting" or item.role.is_current] or held
    history = read_history(context.resume, context.as_of)
    recent = [item for item in held if history.years_since(item) <= 5] or held
    return max(recent, key=lambda item: item.role.level if item.role.level is not None else -1)


def _leading(context: Context) -> list[Credential]:
    return [item for item in context.resume.credentials if item.key in context.strategy.leading and name_of(item)]


def _worded(credential: Credential) -> str:
    distinction = credential.distinction if credential.distinction and credential.verifiable else ""
    return joined([long_and_short(credential), distinction])


def _credential(context: Context, credential: Credential) -> _Sentence:
    """The credential; before one that is not held stands what it is: "Candidate for …"."""
    key = "" if credential.status == "designated" else f"_{credential.status}"
    return context.label(f"profile.credential{key}", credential=_worded(credential)), (Source.fact(credential.key),)


def _step_down(context: Context) -> list[_Sentence]:
    """For a deliberate step down with a stated reason: that it is a choice."""
    target, fired = context.target, context.strategy.situations
    if not (target and target.role and target.reason and fired and fired[0].number == 7):
        return []
    return [(context.label("profile.step_down", role=target.role), (Source.fact(target.key, "reason"),))]


def _proofs(context: Context) -> list[_Sentence]:
    """The two strongest results: in one sentence, or in two where the first has a comma of its own."""
    by_key: dict[str, Achievement] = {
        item.key: item
        for employer in context.resume.experience
        for role in employer.roles
        for item in role.achievements
    }
    lines: list[Line] = []
    for key in context.strategy.proofs:
        line = _result(context, by_key[key])
        if line and not line.is_placeholder:
            lines.append(line)
        if len(lines) == 2:
            break
    if not lines:
        return []
    if len(lines) == 2 and "," in lines[0].text:
        return [(context.label("profile.proofs", proofs=line.text), line.sources) for line in lines]
    texts = [lines[0].text, *(lowered(line.text) for line in lines[1:])]
    text = context.label("profile.proofs", proofs=context.locale.joined(texts))
    return [(text, tuple(source for line in lines for source in line.sources))]


def _result(context: Context, achievement: Achievement) -> Line | None:
    """What came of it, without how; None when the achievement does not tell the two apart in few words."""
    if achievement.text:
        line = compose_bullet(achievement, current=False, locale=context.locale)
        return line if len(line.text.split()) <= MOST_PROOF_WORDS else None
    # What is told after its action leans on it ("returning all six"), unless a measure says of what.
    if not achievement.result or (achievement.lead_with == "action" and not achievement.measures):
        return None
    bare = achievement.model_copy(update={"action": None, "challenge": None, "ongoing": False})
    line = compose_bullet(bare, current=False, locale=context.locale)
    return Line.of(line.spans, Source.fact(achievement.key))


def _skills(context: Context) -> list[_Sentence]:
    """Four skills, those that the target asks for first: of a group its first terms."""
    by_key = {skill.key: skill for skill in context.resume.skills}
    chosen = context.shown(by_key[key] for key in context.strategy.competencies)
    terms = [
        (term, skill)
        for skill in chosen[:4]
        for term in unsaid(context, skill.terms or (name_of(skill),))[:_TERMS_OF_A_GROUP]
    ][:_MOST_SKILLS]
    if len(terms) < 2:
        return []
    skills = context.locale.joined([lowered_term(term) for term, _ in terms])
    return [(context.label("profile.skills", skills=skills), tuple(Source.fact(skill.key) for _, skill in terms))]


def unsaid(context: Context, names: Sequence[str]) -> list[str]:
    """Those that the bridge does not say already, in the target field's words."""
    said = [term.text for term in context.strategy.bridge]
    return [name for name in names if not is_said(name, said)]


def lowered(words: str) -> str:
    """The words as they stand inside a sentence: a capital stays where the first word is an acronym or a name."""
    first = words.split(maxsplit=1)[0]
    return words if not first[1:].islower() else words[:1].lower() + words[1:]


def lowered_term(term: str) -> str:
    """A skill inside a sentence: a name keeps its capital, as in Excel, Sage 300, Power BI and R."""
    named = term in _NAMES or any(c.isupper() or c.isdigit() for word in term.split()[1:] for c in word[:1])
    return term if named else lowered(term)
