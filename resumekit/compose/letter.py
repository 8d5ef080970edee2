"""The cover letter: who, why this job, what proves it; every claim from a fact, in the client's first person."""

from __future__ import annotations

from collections.abc import Iterator

from resumekit.compose.basis import DOCUMENTS, Basis
from resumekit.compose.discretion import Discretion
from resumekit.document.block import Document, Paragraph, ParagraphStyle, Section
from resumekit.document.line import Line, Source, Span
from resumekit.model.achievement import Achievement
from resumekit.model.activity import Project, Volunteering
from resumekit.model.credential import Credential
from resumekit.model.role import Employer
from resumekit.sections.bullet import compose_bullet
from resumekit.sections.context import Context, name_of
from resumekit.sections.credentials import long_and_short
from resumekit.sections.profile import lowered, lowered_term
from resumekit.strategy.history import read_history

FEWEST_WORDS, MOST_WORDS = 250, 400
_MOST_PROOFS = 12

_Cited = tuple[str, tuple[Source, ...]]
"""A sentence and what it rests on."""
_Proof = tuple[Employer, Achievement, tuple[Source, ...]]


@DOCUMENTS.add("letter")
def compose_letter(basis: Basis) -> Document:
    """Three or four paragraphs of 250 to 400 words, as far as the facts reach."""
    context = basis.context
    opening, skills, closing = [*_opening(context), *_bridge(context)], list(_skills(context)), _closing(basis)
    used = sum(len(text.split()) for text, _ in (*opening, *skills, closing))
    proofs = list(_proofs(context, MOST_WORDS - used - 10, FEWEST_WORDS - used))
    half = (len(proofs) + 1) // 2 if len(proofs) > 3 else len(proofs)
    bodies = [opening, proofs[:half], [*proofs[half:], *skills], [closing, _fixed(context, "letter.thanks")]]
    return letter_document(basis, "Letter", _subject(context, "letter"), bodies)


@DOCUMENTS.add("thank-you")
def compose_thank_you(basis: Basis) -> Document:
    """A short letter for the day after the interview; the coach and the client add what was said there."""
    context = basis.context
    employer = _employer(context)
    key = "thank_you.opening_employer" if employer else "thank_you.opening"
    key = key if _role(context) else "thank_you.opening_bare"
    opening = (context.label(key, role=_role(context), employer=employer), _target_source(context))
    proof = [
        (context.label("thank_you.proof", first=_first_person(context, achievement)), cited)
        for _, achievement, cited in _ranked(context)[:1]
    ]
    text = context.label("thank_you.closing", contact=_contact(basis)[0])
    bodies = [[opening, *proof], [_fixed(context, "thank_you.interest"), (text, _contact(basis)[1])]]
    return letter_document(basis, "Thank-You", _subject(context, "thank_you"), bodies)


def letter_document(basis: Basis, suffix: str, subject: str, bodies: list[list[_Cited]]) -> Document:
    """A letter in the look of the resume: its head, the date, a greeting, the paragraphs, the close."""
    context = basis.context
    employer = _employer(context)
    greeting = (
        context.label("letter.greeting_employer", employer=employer) if employer else context.label("letter.greeting")
    )
    standing = Source.fixed("letter")
    blocks = [
        *([_block(context.calendar_day(basis.as_of), "address", standing)] if basis.as_of else []),
        *([_block(employer, "address", *_target_source(context))] if employer else []),
        Paragraph(Line.of(Span(subject, strong=True), standing)),
        _block(greeting, "body", standing),
        *(_joined(body) for body in bodies if body),
        _block(context.label("letter.close"), "body", standing),
        _block(name_of(context.resume.person), "signature", Source.fact("person", "name")),
    ]
    section = Section("letter", None, tuple(blocks)).changed(Discretion(context.resume))
    return Document(
        kind="letter",
        title=f"{name_of(context.resume.person)} – {subject}",
        author=name_of(context.resume.person),
        language=context.locale.tag,
        sections=(section,) if section else (),
        head=basis.resume.head,
        paper=basis.resume.paper,
        page_label=basis.resume.page_label,
        draft=basis.resume.draft,
        file_stem=f"{basis.resume.file_stem}-{suffix}",
    )


def _block(text: str, style: ParagraphStyle, *sources: Source) -> Paragraph:
    return Paragraph(Line.of(text, *sources), style)


def _joined(sentences: list[_Cited]) -> Paragraph:
    sources = [source for _, cited in sentences for source in cited]
    return Paragraph(Line.of(" ".join(text for text, _ in sentences), *sources))


def _fixed(context: Context, key: str) -> _Cited:
    return context.label(key), (Source.fixed(key),)


def _role(context: Context) -> str:
    target = context.target
    return (target.role or target.field or "") if target else ""


def _subject(context: Context, letter: str) -> str:
    role = _role(context)
    return context.label(f"{letter}.subject" if role else f"{letter}.subject_bare", role=role)


def _employer(context: Context) -> str:
    return (context.target.employer or "") if context.target else ""


def _target_source(context: Context) -> tuple[Source, ...]:
    return (Source.fact(context.target.key),) if context.target else (Source.fixed("letter"),)


def _opening(context: Context) -> Iterator[_Cited]:
    """The job, why it, and the credential it asks for."""
    target, employer = context.target, _employer(context)
    chosen = bool(target and employer and employer in target.preferred_employers)
    key = "letter.opening_preferred" if chosen else "letter.opening_employer" if employer else "letter.opening"
    key = key if _role(context) else "letter.opening_bare"
    yield context.label(key, role=_role(context), employer=employer), _target_source(context)
    if target and target.reason:
        text = target.reason if target.reason.endswith((".", "!", "?")) else f"{target.reason}."
        yield text, (Source.fact(target.key, "reason"),)
    if 7 in {fired.number for fired in context.strategy.situations[:1]}:
        yield context.label("letter.step_down"), _target_source(context)


def _bridge(context: Context) -> Iterator[_Cited]:
    """What the client comes with: years, field and credential; for a change, from where to where."""
    history = read_history(context.resume, context.as_of)
    held = [item for item in history.held if item.role.key in context.strategy.roles and name_of(item.role)]
    leading = [item for item in context.resume.credentials if item.key in context.strategy.leading and name_of(item)]
    compressed = {job.role for job in context.strategy.short_jobs if job.advised != "full"}
    held = [item for item in held if item.role.key not in compressed] or held
    numbers = [fired.number for fired in context.strategy.situations]
    # A new graduate has no field to come from.
    change = 2 in numbers and numbers[0] != 6
    target = context.target
    if change and target and target.field and held and held[0].role.field:
        fields = {"from": held[0].role.field, "to": target.field}
        cited = (Source.fact(held[0].role.key, "field"), Source.fact(target.key, "field"))
        if leading and leading[0].status == "designated":
            text = context.label("letter.change", credential=_worded(leading[0]), **fields)
            yield text, (*cited, Source.fact(leading[0].key))
            leading = []
        else:
            yield context.label("letter.change_bare", **fields), cited
    for credential in leading[:1]:
        key = "letter.credential" if credential.status == "designated" else f"letter.credential_{credential.status}"
        yield context.label(key, credential=_worded(credential)), (Source.fact(credential.key),)


def _worded(credential: Credential) -> str:
    distinction = credential.distinction if credential.distinction and credential.verifiable else None
    return f"{long_and_short(credential)}, {distinction}" if distinction else long_and_short(credential)


def _skills(context: Context) -> Iterator[_Cited]:
    by_key = {skill.key: skill for skill in context.resume.skills}
    chosen = context.shown(by_key[key] for key in context.strategy.competencies)
    terms = [(term, skill) for skill in chosen[:3] for term in (skill.terms[:2] or (name_of(skill),))][:4]
    if len(terms) >= 2:
        skills = context.locale.joined([lowered_term(term) for term, _ in terms])
        yield context.label("letter.skills", skills=skills), tuple(Source.fact(skill.key) for _, skill in terms)


def _ranked(context: Context) -> list[_Proof]:
    """The achievements on the resume that can be told, the most valuable first."""
    shown = {
        *context.strategy.highlights,
        *(key for group in context.strategy.groups for key in group.achievements),
        *(key for treated in context.strategy.roles.values() for key in treated.achievements),
    }
    short = {job.role for job in context.strategy.short_jobs if job.advised != "full"}
    found = [
        (employer, achievement, (Source.fact(achievement.key), Source.fact(employer.key, "employer")))
        for employer in context.resume.experience
        for role in employer.roles
        for achievement in role.achievements
        if achievement.key in shown and role.key not in short and name_of(employer) and name_of(achievement)
        and not any(measure.confidence == "placeholder" for measure in achievement.measures)
    ]  # fmt: skip
    return sorted(found, key=lambda item: -context.strategy.values.get(item[1].key, 0.0))


def _proofs(context: Context, most: int, least: int) -> Iterator[_Cited]:
    """Achievements in the first person, employer by employer, until the letter is long enough."""
    words, chosen = 0, []
    for item in _ranked(context)[:_MOST_PROOFS]:
        length = len(_first_person(context, item[1]).split()) + 3
        if words + length > most:
            continue
        chosen.append(item)
        words += length
        if words >= least and len(chosen) >= 3:
            break
    yield from _by_employer(context, chosen)
    for text, cited in _unpaid(context):
        if words < least and words + len(text.split()) <= most:
            yield text, cited
            words += len(text.split())


def _by_employer(context: Context, chosen: list[_Proof]) -> Iterator[_Cited]:
    """One employer after the other, the newest first; "earlier" only where it was."""
    held = read_history(context.resume, context.as_of).held
    order = list(dict.fromkeys(item.employer.key for item in held))
    chosen = sorted(chosen, key=lambda item: order.index(item[0].key))
    since = {key: min(item.start or 0 for item in held if item.employer.key == key) for key in order}
    until = {key: max(item.end or 0 for item in held if item.employer.key == key) for key in order}
    last, plain, before = "", False, "letter.proof_other"
    for employer, achievement, cited in chosen:
        first = _first_person(context, achievement)
        if employer.key == last:
            key = "letter.proof_plain" if plain else "letter.proof_next"
            plain = not plain
        elif not last:
            key = "letter.proof_lead"
        elif until[employer.key] <= since[last] + 1:
            key, before, plain = before, "letter.proof_before", False
        else:
            key, plain = "letter.proof_beside", False
        yield context.label(key, employer=name_of(employer), first=first, next=first), cited
        last = employer.key


def _unpaid(context: Context) -> Iterator[_Cited]:
    """What projects and volunteering show, for a letter that paid work leaves short."""
    told: list[tuple[str, Project | Volunteering]] = []
    if "projects" in context.strategy.sections:
        told += [("letter.proof_project", item) for item in context.shown(context.resume.projects)]
    if "volunteering" in context.strategy.sections:
        told += [("letter.proof_volunteer", item) for item in context.shown(context.resume.volunteering)]
    for key, fact in told:
        for place, item in enumerate(context.shown(fact.achievements)):
            first = _first_person(context, item)
            label = "letter.proof_next" if place else key
            yield (
                context.label(label, name=name_of(fact), first=first, next=first),
                (Source.fact(item.key), Source.fact(fact.key)),
            )


def _first_person(context: Context, achievement: Achievement) -> str:
    """The bullet as it follows "I": told in the past, whatever the role."""
    told = achievement.model_copy(update={"ongoing": False})
    return lowered(compose_bullet(told, current=False, locale=context.locale).text)


def _contact(basis: Basis) -> tuple[str, tuple[Source, ...]]:
    person = basis.context.resume.person
    found = [(value, Source.fact("person", name)) for name in ("phone", "email") if (value := getattr(person, name))]
    if not found:
        return name_of(person), (Source.fact("person", "name"),)
    separator = f" {basis.context.label('word.or')} "
    return separator.join(value for value, _ in found), tuple(source for _, source in found)


def _closing(basis: Basis) -> _Cited:
    context, employer = basis.context, _employer(basis.context)
    contact, cited = _contact(basis)
    key = "letter.closing" if employer else "letter.closing_plain"
    return context.label(key, employer=employer, contact=contact), cited
