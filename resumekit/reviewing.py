"""The review copy: a resume with its findings and questions as Word comments, and what comes back from the client."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from resumekit.checking import check_client, check_document
from resumekit.errors import ReadBackError, ResumekitError, UnknownNameError
from resumekit.lint.finding import Finding
from resumekit.lint.page import Page
from resumekit.lint.page_of import page_of_document
from resumekit.lint.question import questions
from resumekit.lint.settings import Settings
from resumekit.load.client import Client
from resumekit.load.edit_field import Added, Changed, write_words
from resumekit.load.posting import posting_text
from resumekit.markup.flow import Flow, Paragraph, Run
from resumekit.model.achievement import Achievement
from resumekit.model.fact import Fact
from resumekit.model.resume import Resume
from resumekit.model.role import Employer, Role
from resumekit.pipeline import Choices, Plan, plan
from resumekit.readback.reply import Reply, ReplyKind, compare
from resumekit.readback.sandbox import read_returned
from resumekit.readback.sent import Sent, SentComment, SentParagraph, on_one_line, same_words
from resumekit.render.docx_comment import Comment, Review
from resumekit.text.deed import cleaned
from resumekit.text.locale import load_locale

SUFFIX = "-REVIEW"
AUTHOR = "resumekit"
_RUNNING = frozenset({"text", "summary", "about", "profile", "description"})
"""The fields of running text: worded anew, they move nothing else."""
_GONE = 0.7
"""From here on, as a share of its paragraphs, a copy without marks is another document."""
_WHY_DELETED = "the fact stays in the file; leave it out under the target's 'omit', or take it out by hand"
_WHY_MOVED = "the order on the page follows from the strategy; override it in the target"
_WHY_SEVERAL = "the line is made of several fields; change them by hand"
_WHY_NOTHING = "no fact stands behind this line"
_WHY_GONE = "the fact is no longer in the client file"
_WHY_CONFIDENTIAL = "the fact is confidential: what was shown is how it may be said; change 'say_as' by hand"
_WHY_COMPOSED = "the bullet is composed of action, result and measures: change those, or accept the words as its text"
_WHY_CHANGED = "the client file has changed since the copy was made; compare by hand"
_WHY_THERE = "the client file says so already"
_WHY_VOID = "the client's confirmation of the old words falls away"
_WHY_LOOSE = "it stands below no bullet and no title, so that no role can be told for it; add it by hand"
_WHY_NEW = "a new bullet: add it with its action, result and measures, or accept it as it is"
_WHY_TWICE = "the client worded it in two ways; choose one by hand"


@dataclass(frozen=True, slots=True)
class ReviewCopy:
    """A review copy in memory; `comments` is how many it holds."""

    name: str
    content: bytes
    comments: int
    pages: int


@dataclass(frozen=True, slots=True)
class ReviewChange:
    """One thing that came back, against the facts that it is about.

    `certain` tells that it can be written into the client file as it is; `why` says what stands against it, or what to
    do with it. `offered` tells that a coach may have it written by naming the fact. `applied` once it is written.
    """

    kind: ReplyKind
    facts: tuple[str, ...]
    old: str = ""
    new: str = ""
    by: str = ""
    words: str = ""
    question: str = ""
    code: str = ""
    certain: bool = False
    offered: bool = False
    why: str = ""
    applied: bool = False


def review_copy(
    client: Client, choices: Choices, *, author: str = AUTHOR, settings: Settings | None = None
) -> ReviewCopy:
    """The resume as it is set, with findings and questions as comments, marked as a review copy at its head.

    Equal clients, choices and settings make equal bytes; comments are dated by `choices.as_of` alone.

    Raises:
        UnknownNameError: there is no such target, theme, locale, framework or rule.
        ReadBackError: a machine cannot read back what was written.
    """
    from resumekit.readback.compare import lost
    from resumekit.readback.docx import read_docx
    from resumekit.render.docx import write_docx

    made, flow, comments, sent = _drawn_up(client, choices, settings)
    day = choices.as_of.isoformat() if choices.as_of else ""
    review = Review(tuple(one.comment for one in comments), on_one_line(author) or AUTHOR, day, sent.packed())
    content = write_docx(flow, made.theme.tokens, review)
    name = f"{made.document.file_stem}{SUFFIX}.docx"
    if missing := lost(made.document, read_docx(content)):
        raise ReadBackError(name, missing)
    return ReviewCopy(name, content, len(comments), made.layout.pages)


def _drawn_up(
    client: Client, choices: Choices, settings: Settings | None
) -> tuple[Plan, Flow, tuple[_Placed, ...], Sent]:
    """How the document is made, how it is set, its comments, and the list of all that goes out."""
    made = plan(client, choices)
    page, flow = _page(client, made, choices), _marked(made)
    found = list(_findings(client, page, made, choices, settings))
    comments = tuple(_comments(flow, [*found, *_still_open(found, questions(page))]))
    paragraphs = tuple(SentParagraph(one.style, one.facts, one.text) for one in flow.paragraphs())
    said = tuple(one.sent for one in comments)
    return made, flow, comments, Sent(paragraphs, said, client.resume.person.name, _target_of(made))


def read_review(
    client: Client, path: Path | str, choices: Choices, settings: Settings | None = None
) -> tuple[ReviewChange, ...]:
    """What the client changed and said in a review copy, in the order of the page, comments last.

    A copy that lost its list on the way, as when another program took it out, is compared with the resume as it would
    be set now, by the settings of the checks that it was made with.

    Raises:
        ForeignFileError: the file cannot be read.
        ResumekitError: the copy is another person's, or another document.
    """
    returned = read_returned(path)
    try:
        sent = Sent.unpacked(returned.sent)
    except ValueError:
        sent = _drawn_up(client, choices, settings)[-1]
        replies = compare(sent, returned)
        if sum(1 for reply in replies if reply.kind == "deleted") > _GONE * len(sent.paragraphs):
            raise ResumekitError(
                f"{path}: hardly a paragraph of {client.resume.person.name}'s resume stands in it; name the review copy"
                " that came back, or the target that it was written for (--target)"
            ) from None
    else:
        replies = compare(sent, returned)
        if sent.person != client.resume.person.name:
            raise ResumekitError(
                f"{path} is the review copy of another person ({on_one_line(sent.person)}), not of"
                f" {client.resume.person.name}; name that person's client file, or, where the name was put right since,"
                " write a new copy"
            )
    return tuple(_without_quarrels(tuple(_change(reply, sent, client.resume) for reply in replies)))


def apply_review(
    client: Client, changes: Iterable[ReviewChange], accept: Iterable[str] = ()
) -> tuple[ReviewChange, ...]:
    """Writes what is certain into the client file, and what is offered for the facts in `accept`; gives them all back.

    Comments and layout of the file stay. A new wording voids the client's confirmation of the fact.

    Raises:
        UnknownNameError: nothing is offered for a fact of `accept`.
        ClientFileError: something cannot be written in its place; then nothing is.
        OutputError: the file cannot be written.
    """
    changes, wanted = tuple(changes), frozenset(accept)
    offered = {key for one in changes if one.offered for key in one.facts[:1]}
    for key in sorted(wanted - offered - {key for one in changes if one.certain for key in one.facts}):
        raise UnknownNameError("change to accept for the fact", key, offered)
    chosen = [one for one in changes if one.certain or (one.offered and wanted.intersection(one.facts[:1]))]
    if chosen:
        write_words(client, [_edit(one, client.resume) for one in chosen])
    return tuple(replace(one, applied=any(one is other for other in chosen)) for one in changes)


def _edit(change: ReviewChange, resume: Resume) -> Changed | Added:
    key, _, field = change.facts[0].partition("#")
    if change.kind == "added":
        return Added(key, change.new)
    return Changed(key, field or "text", change.new)


def _findings(client: Client, page: Page, made: Plan, choices: Choices, settings: Settings | None) -> Iterator[Finding]:
    """What the client can help with: the wording on the page, and what the facts behind it leave open."""
    target = made.basis.context.target
    on_page = check_document(
        made.document, client.resume, target, as_of=choices.as_of, posting=page.posting, settings=settings
    )
    stated = check_client(client, target=choices.target, as_of=choices.as_of, locale=choices.locale, settings=settings)
    shown = {key for line in page.lines for key in line.facts}
    asked = (one.finding for one in stated if one.finding.scope == "facts" and one.finding.ask)
    of_facts = (one for one in asked if shown.issuperset(one.facts))
    yield from (one for one in (*on_page, *of_facts) if not one.suppressed and one.severity != "info")


def _page(client: Client, made: Plan, choices: Choices) -> Page:
    target = made.basis.context.target
    posting = (posting_text(client, target) if target else None) or ""
    return page_of_document(made.document, client.resume, target, as_of=choices.as_of, posting=posting)


def _target_of(made: Plan) -> str:
    target = made.basis.context.target
    return target.key if target else ""


def _marked(made: Plan) -> Flow:
    """The flow with a first line and a foot that say what it is."""
    locale = load_locale(made.flow.language)
    note = Paragraph("note", (Run(locale.label("review.head", name=made.document.author), strong=True),))
    word = locale.label("review.copy")
    running = f"{word}, {made.flow.running}" if made.flow.running else word
    title = f"{made.flow.title} ({word})"
    return replace(made.flow, children=(note, *made.flow.children), running=running, title=title)


@dataclass(frozen=True, slots=True)
class _Placed:
    comment: Comment
    sent: SentComment


def _comments(flow: Flow, findings: Iterable[Finding]) -> Iterator[_Placed]:
    """The findings as comments in the order of the page; those on the same words make one comment."""
    paragraphs = list(flow.paragraphs())
    by_place: dict[tuple[int, int, int], list[Finding]] = {}
    for finding in findings:
        by_place.setdefault(_anchor(paragraphs, finding), []).append(finding)
    for (number, start, end), found in sorted(by_place.items(), key=lambda item: (item[0], item[1][0].code)):
        lines = tuple(dict.fromkeys(line for one in found for line in _lines(one, flow.language)))
        words = paragraphs[number].text[start:end]
        code = " ".join(dict.fromkeys(one.code for one in found if one.code))
        yield _Placed(Comment(number, start, end, lines), SentComment(number, words, "\n".join(lines), code))


def _lines(finding: Finding, language: str) -> Iterator[str]:
    if finding.message:
        yield finding.message[:1].upper() + finding.message[1:]
    if finding.suggestion:
        yield load_locale(language).label("review.suggestion", text=finding.suggestion)
    if finding.ask:
        yield finding.ask


def _anchor(paragraphs: list[Paragraph], finding: Finding) -> tuple[int, int, int]:
    """The paragraph that a finding is about and its characters; the words above all where it is about none."""
    keys = frozenset(finding.facts)
    about = [n for n, one in enumerate(paragraphs) if keys & {fact.partition("#")[0] for fact in one.facts}]
    for number in [*about, *range(len(paragraphs))]:
        at = paragraphs[number].text.find(finding.text) if finding.text else -1
        if at >= 0 and paragraphs[number].text.strip():
            start, end = (at + finding.start, at + finding.end) if finding.end else (at, at + len(finding.text))
            return number, start, max(end, start + 1)
    number = about[0] if about else 0
    return number, 0, len(paragraphs[number].text)


def _still_open(found: Iterable[Finding], asked: Iterable[Finding]) -> Iterator[Finding]:
    """The questions that no finding asks: those on a whole bullet, and those on words that a finding marks."""
    asking = [one for one in found if one.ask]
    return (one for one in asked if not any(_asks(other, one) for other in asking))


def _asks(finding: Finding, question: Finding) -> bool:
    if not set(finding.facts) & set(question.facts):
        return False
    whole = question.start == 0 and question.end == len(question.text)
    return whole or (finding.start < question.end and question.start < finding.end)


def _change(reply: Reply, sent: Sent, resume: Resume) -> ReviewChange:
    paragraph = sent.paragraphs[reply.paragraph] if reply.paragraph >= 0 else SentParagraph("", (), "")
    base = ReviewChange(
        reply.kind, paragraph.facts, reply.old, reply.new, reply.by, reply.words, reply.question, reply.code
    )  # fmt: skip
    match reply.kind:
        case "edited":
            return _judged_edit(base, resume)
        case "added":
            return _judged_addition(base, resume)
        case "deleted" if paragraph.facts:
            return replace(base, why=_WHY_DELETED)
        case "moved" if paragraph.facts:
            return replace(base, why=_WHY_MOVED)
    return base


def _judged_edit(change: ReviewChange, resume: Resume) -> ReviewChange:
    """Whether the words can be written where the old ones stand."""
    if len(change.facts) != 1:
        return replace(change, why=_WHY_SEVERAL if change.facts else _WHY_NOTHING)
    key, _, field = change.facts[0].partition("#")
    fact, name = resume.facts.get(key), field or "text"
    if fact is None:
        return replace(change, why=_WHY_GONE)
    if fact.confidential:
        return replace(change, why=_WHY_CONFIDENTIAL)
    if isinstance(fact, Achievement) and not fact.text:
        return replace(change, offered=True, why=_WHY_COMPOSED)
    stored = getattr(fact, name, None)
    if name not in _RUNNING or not isinstance(stored, str):
        return replace(change, why=f"change '{name}' of the fact by hand, as other words may rest on it")
    if _says(stored, change.new):
        return replace(change, why=_WHY_THERE)
    if not _says(stored, change.old):
        return replace(change, why=_WHY_CHANGED)
    return replace(change, certain=True, why=_WHY_VOID if isinstance(fact, Achievement) and fact.is_confirmed else "")


def _judged_addition(change: ReviewChange, resume: Resume) -> ReviewChange:
    """To which role a new bullet would belong: that of the bullet or of the title above it."""
    above = [fact for key in _keys(change) if (fact := resume.facts.get(key))]
    owner = next((found for one in above if (found := _owner(one, resume))), None)
    if owner is None:
        return replace(change, facts=(), why=_WHY_LOOSE)
    there = any(_says(getattr(one, "text", None) or "", change.new) for one in getattr(owner, "achievements", ()))
    return replace(change, facts=(owner.key,), offered=not there, why=_WHY_THERE if there else _WHY_NEW)


def _says(stored: str, words: str) -> bool:
    return same_words(cleaned(stored)) == same_words(cleaned(words))


def _keys(change: ReviewChange) -> Iterator[str]:
    yield from dict.fromkeys(ref.partition("#")[0] for ref in change.facts)


def _owner(fact: Fact, resume: Resume) -> Fact | None:
    """What an achievement or duty was done in; a role itself; the only role of an employer."""
    if isinstance(fact, Role):
        return fact
    if isinstance(fact, Employer):
        return fact.roles[0] if len(fact.roles) == 1 else None
    if fact.path[-2:-1] not in (("achievements",), ("duties",)):
        return None
    return next((one for one in resume.facts.values() if one.path == fact.path[:-2]), None)


def _without_quarrels(changes: tuple[ReviewChange, ...]) -> Iterator[ReviewChange]:
    """The changes; where one fact was worded in two ways, neither is certain."""
    wordings: dict[tuple[str, ...], set[str]] = {}
    for one in changes:
        if one.kind == "edited":
            wordings.setdefault(one.facts, set()).add(one.new)
    for one in changes:
        if one.kind == "edited" and len(wordings[one.facts]) > 1 and (one.certain or one.offered):
            yield replace(one, certain=False, offered=False, why=_WHY_TWICE)
        else:
            yield one
