"""The cover letter: who, why this job, what proves it; every claim from a fact, in the client's first person."""

from __future__ import annotations

from collections.abc import Iterator

from resumekit.compose.basis import DOCUMENTS, Basis
from resumekit.compose.discretion import Discretion
from resumekit.compose.proofs import Cited, choose, ranked, told_in_order, unpaid
from resumekit.document.block import Document, Paragraph, ParagraphStyle, Section
from resumekit.document.line import Line, Source, Span
from resumekit.model.credential import Credential
from resumekit.sections.context import Context, name_of
from resumekit.sections.credentials import long_and_short
from resumekit.sections.profile import lowered_term, unsaid
from resumekit.sections.terms import term_sources
from resumekit.strategy.history import Held, read_history

FEWEST_WORDS, MOST_WORDS = 250, 400


@DOCUMENTS.add("letter")
def compose_letter(basis: Basis) -> Document:
    """Three or four paragraphs of 250 to 400 words, as far as the facts reach."""
    context = basis.context
    opening, bridge, skills = list(_opening(context)), list(_bridge(context)), list(_skills(context))
    closing = [_closing(basis), *_reach(basis), _fixed(context, "letter.thanks")]
    used = sum(len(text.split()) for text, _ in (*opening, *bridge, *skills, *closing))
    first, *second = _evidence(context, MOST_WORDS - used, FEWEST_WORDS - used) or [[]]
    rest = second[0] if second else []
    if _changes(context):
        # What the client comes with stands before what it is built on, so that nobody wonders at the change.
        bodies = [opening, [*bridge, *skills, *first], rest, closing]
    else:
        bodies = [[*opening, *bridge], first, [*rest, *skills], closing]
    return letter_document(basis, "Letter", _subject(context, "letter"), bodies)


def _evidence(context: Context, most: int, least: int) -> list[list[Cited]]:
    """Paid work in one or two paragraphs; then, while the letter is short, projects and volunteering."""
    parts = told_in_order(context, choose(context, most, least))
    words = sum(len(text.split()) for part in parts for text, _ in part)
    for sentence in unpaid(context):
        length = len(sentence[0].split())
        if words < least and words + length <= most:
            parts = [*parts, []] if len(parts) < 2 else parts
            parts[-1].append(sentence)
            words += length
    return parts


@DOCUMENTS.add("thank-you")
def compose_thank_you(basis: Basis) -> Document:
    """A short letter for the day after the interview; the coach and the client add what was said there."""
    context = basis.context
    employer = _employer(context)
    key = "thank_you.opening_employer" if employer else "thank_you.opening"
    key = key if _role(context) else "thank_you.opening_bare"
    opening = (context.label(key, role=_role(context), employer=employer), _target_source(context))
    proof = [(context.label("thank_you.proof", first=item.told), item.cited) for item in ranked(context)[:1]]
    contact, cited = _contact(basis)
    closing = [(context.label("thank_you.closing", contact=contact), cited)] if contact else []
    bodies = [[opening, *proof], [_fixed(context, "thank_you.interest"), *closing]]
    return letter_document(basis, "Thank-You", _subject(context, "thank_you"), bodies)


def letter_document(basis: Basis, suffix: str, subject: str, bodies: list[list[Cited]]) -> Document:
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
    section = Section("letter", None, tuple(blocks)).changed(Discretion(context.secrets))
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


def _joined(sentences: list[Cited]) -> Paragraph:
    sources = [source for _, cited in sentences for source in cited]
    return Paragraph(Line.of(" ".join(text for text, _ in sentences), *sources))


def _fixed(context: Context, key: str) -> Cited:
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


def _opening(context: Context) -> Iterator[Cited]:
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


def _bridge(context: Context) -> Iterator[Cited]:
    """What the client comes with: years, field and credential; for a change, from where to where."""
    history = read_history(context.resume, context.as_of)
    held = [item for item in history.held if item.role.key in context.strategy.roles and name_of(item.role)]
    leading = [item for item in context.resume.credentials if item.key in context.strategy.leading and name_of(item)]
    compressed = {job.role for job in context.strategy.short_jobs if job.advised != "full"}
    held = [item for item in held if item.role.key not in compressed] or held
    target = context.target
    student = context.strategy.profile == "student"
    if not student and not _changes(context) and history.years and history.years >= 2 and (worked := _fields(held)):
        years = context.label("tenure.years", n=str(int(history.years)))
        dated = [Source.fact(item.role.key, name) for item in held for name in ("start", "end")]
        text = context.label("letter.years", years=years, fields=context.locale.joined([name for name, _ in worked]))
        yield text, (*(source for _, source in worked), *dated)
    if _changes(context) and target and target.field and held and held[0].role.field:
        fields = {"from": held[0].role.field, "to": target.field}
        cited = (Source.fact(held[0].role.key, "field"), Source.fact(target.key, "field"))
        if leading and leading[0].status == "designated":
            text = context.label("letter.change", credential=_worded(leading[0]), **fields)
            yield text, (*cited, Source.fact(leading[0].key))
            leading = []
        else:
            yield context.label("letter.change_bare", **fields), cited
        yield from _in_its_words(context, target.field)
    for credential in leading[:1]:
        key = "letter.credential" if credential.status == "designated" else f"letter.credential_{credential.status}"
        yield context.label(key, credential=_worded(credential)), (Source.fact(credential.key),)


def _in_its_words(context: Context, field: str) -> Iterator[Cited]:
    """What of the work until now the target's field has words for."""
    if terms := context.strategy.bridge:
        said = context.locale.joined([term.text for term in terms])
        cited = (*term_sources(terms), *_target_source(context))
        yield context.label("letter.terms", field=field, terms=said), cited


def _fields(held: list[Held]) -> list[tuple[str, Source]]:
    """Up to two functions the client has worked in, the newest first."""
    found: dict[str, Source] = {}
    for item in held:
        if item.role.field:
            found.setdefault(item.role.field, Source.fact(item.role.key, "field"))
    return list(found.items())[:2]


def _changes(context: Context) -> bool:
    """Whether the field changes; a new graduate has none to come from."""
    numbers = [fired.number for fired in context.strategy.situations]
    return 2 in numbers and numbers[0] != 6


def _worded(credential: Credential) -> str:
    distinction = credential.distinction if credential.distinction and credential.verifiable else None
    return f"{long_and_short(credential)}, {distinction}" if distinction else long_and_short(credential)


def _skills(context: Context) -> Iterator[Cited]:
    by_key = {skill.key: skill for skill in context.resume.skills}
    chosen = context.shown(by_key[key] for key in context.strategy.competencies)
    terms = [(term, skill) for skill in chosen[:3] for term in unsaid(context, skill.terms or (name_of(skill),))[:2]][
        :4
    ]
    if len(terms) >= 2:
        skills = context.locale.joined([lowered_term(term) for term, _ in terms])
        yield context.label("letter.skills", skills=skills), tuple(Source.fact(skill.key) for _, skill in terms)


def _contact(basis: Basis) -> tuple[str, tuple[Source, ...]]:
    person = basis.context.resume.person
    found = [(value, Source.fact("person", name)) for name in ("phone", "email") if (value := getattr(person, name))]
    separator = f" {basis.context.label('word.or')} "
    return separator.join(value for value, _ in found), tuple(source for _, source in found)


def _closing(basis: Basis) -> Cited:
    """The offer to meet, and what there would be to talk about."""
    employer = _employer(basis.context)
    key = "letter.closing" if employer else "letter.closing_plain"
    return basis.context.label(key, employer=employer), _target_source(basis.context)


def _reach(basis: Basis) -> list[Cited]:
    """Where the client can be reached; nothing where neither phone nor e-mail is stated."""
    contact, cited = _contact(basis)
    return [(basis.context.label("letter.reach", contact=contact), cited)] if contact else []
