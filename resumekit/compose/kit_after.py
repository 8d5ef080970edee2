"""Part 8 of the interview kit: the thank-you with a paragraph that repairs a reservation, and the days after it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from resumekit.career.kit_words import AfterWords, Language, kit_words
from resumekit.compose.basis import Basis
from resumekit.compose.discretion import Discretion
from resumekit.compose.kit import Kit
from resumekit.compose.kit_card import Deck
from resumekit.compose.kit_lines import STANDING, discreet, grid, heading, language_of, marked, told
from resumekit.compose.kit_region import region_rules
from resumekit.compose.kit_reservations import reservations
from resumekit.compose.letter import compose_thank_you
from resumekit.compose.proofs import ranked
from resumekit.document.block import Block, Paragraph
from resumekit.document.line import Line, Source
from resumekit.model.target import Target
from resumekit.sections.context import Context, name_of
from resumekit.sections.terms import term_sources
from resumekit.text.deed import sentences
from resumekit.text.english import lowered
from resumekit.text.first_person import at_place
from resumekit.text.telling import as_reason

POSTING = Source("posting", "title")
Said = tuple[str, tuple[Source, ...]]


def after_blocks(kit: Kit) -> list[Block]:
    """The draft with its count of words, then the messages of the days that follow."""
    words = kit_words(kit.rules).after
    draft = thank_you(kit)
    out: list[Block] = [
        heading("The thank-you, within 24 hours"), Paragraph(told(words.intro)),
        *(Paragraph(line, "quote") for line in draft), Paragraph(_about(kit, words, draft), "note"),
    ]  # fmt: skip
    out += [heading("If you hear nothing"), grid(("Day", "What", "Message"), _steps(kit, words))]
    return discreet(kit, out)


def _about(kit: Kit, words: AfterWords, draft: tuple[Line, ...]) -> Line:
    """How long the draft is, and what it answers."""
    count = words.closing_note.format(words=sum(len(line.text.split()) for line in draft), most=words.most_words)
    raised = reservations(kit)[:1]
    if not raised:
        return told(count)
    return told(f"{count} {words.answers.format(name=raised[0].name)}", *raised[0].cited)


def thank_you(kit: Kit) -> tuple[Line, ...]:
    """Subject, greeting, paragraphs, close and name: the longest form of it that stays within the words allowed."""
    words = kit_words(kit.rules).after
    forms = list(_forms(kit, words))
    fits = (form for form in forms if sum(len(line.text.split()) for line in form) <= words.most_words)
    return next(fits, forms[-1])


def _forms(kit: Kit, words: AfterWords) -> Iterator[tuple[Line, ...]]:
    """From the fullest draft to the barest."""
    context = _of_this_job(kit)
    basis = replace(kit.basis, context=context)
    language = language_of(kit)
    said = Paragraph(Line.of(marked(words.blank[language].said), Source.fixed("after.said")))
    repair, terms = _repair(kit, context, words, language), _terms(kit, context)
    # Where nothing is held against the client, the result in the first paragraph is enough.
    best, second = (_proof(kit, context), _proof(kit, context, besides=True)) if reservations(kit) else ([], [])
    full, bare = _letter(basis), _letter(replace(basis, context=_without_proof(context)))
    for body, repaired in (
        (full, [*repair, *terms, *second]), (bare, [*repair, *terms, *best]), (bare, [*repair, *best]),
        (full, repair), (bare, repair),
    ):  # fmt: skip
        middle = [said.line, *([_joined(repaired, context)] if repaired else [])]
        *front, last, close, name = body
        lines = (line for line in (*front, *middle, last, close, name) if line)
        yield tuple(_from_posting(line, context) if kit.match else line for line in lines)


def _letter(basis: Basis) -> list[Line]:
    """The existing letter without date and address: an e-mail carries neither."""
    document = compose_thank_you(basis)
    blocks = [block for part in document.sections for block in part.blocks if isinstance(block, Paragraph)]
    return [block.line for block in blocks if block.style != "address"]


def _without_proof(context: Context) -> Context:
    return replace(context, strategy=replace(context.strategy, highlights=(), groups=(), roles={}))


def _of_this_job(kit: Kit) -> Context:
    """The context with the posting's title and employer for the target's, where there is a posting."""
    context = kit.context
    if kit.match is None:
        return context
    posting, target = kit.match.posting, context.target or Target(id=POSTING.ref)
    title = posting.title.title() if posting.title.isupper() else posting.title
    update = {"role": title or target.role, "employer": posting.employer or target.employer}
    return replace(context, target=target.model_copy(update=update))


def _from_posting(line: Line, context: Context) -> Line:
    """The line with the posting behind the title and the employer that it took from there."""
    key = context.target.key if context.target else ""
    return replace(line, sources=tuple(POSTING if item == Source.fact(key) else item for item in line.sources))


def _joined(parts: list[Said], context: Context) -> Line:
    text = " ".join(text for text, _ in parts)
    line = Line.of(marked(text), *(source for _, cited in parts for source in cited))
    return Discretion(context.secrets)(line) or Line.of("")


def _repair(kit: Kit, context: Context, words: AfterWords, language: Language) -> list[Said]:
    """What answers the weightiest reservation; a blank where none is seen."""
    raised = reservations(kit)
    if not raised:
        return [(words.blank[language].worry, (Source.fixed("after.worry"),))]
    first = raised[0]
    repairs, blank = words.repair[language], words.blank[language]
    text: str = repairs.career_change_held if first.held else getattr(repairs, first.kind)
    reason = _reason(kit) if first.kind in ("career_change", "short_job") and not first.held else ""
    values = {"reason": reason or blank.reason, "near": blank.near, "plan": blank.plan, **dict(first.values)}
    stated = (Source.fact(kit.context.target.key, "reason"),) if reason and kit.context.target else ()
    return [(text.format_map(values), (*first.cited, *first.held, *stated))]


def _reason(kit: Kit) -> str:
    """Why this job, as it follows a colon; "" where it is not stated in English, or speaks ill of somebody."""
    target, deck = kit.context.target, Deck(kit)
    if not target or not target.reason or language_of(kit) != "en" or deck.rules.blames(target.reason):
        return ""
    said = as_reason(target.reason)
    return lowered(said).rstrip(".") if len(sentences(said)) == 1 else ""


def _terms(kit: Kit, context: Context) -> list[Said]:
    """For a change of field: what of the work until now the new one has words for, as the cover letter says it."""
    raised, terms, target = reservations(kit), context.strategy.bridge, context.target
    if not raised or raised[0].kind != "career_change" or not terms or not target or not target.field:
        return []
    said = context.locale.joined([term.text for term in terms])
    cited = (*term_sources(terms), Source.fact(target.key, "field"))
    return [(context.label("letter.terms", field=target.field, terms=said), cited)]


def _proof(kit: Kit, context: Context, *, besides: bool = False) -> list[Said]:
    """The strongest result by the story cards, as the cover letter tells it; `besides` the one that the letter tells."""
    told = [item for item in ranked(context) if item.clause]
    place = {story.fact: story.number for story in kit.stories}
    found = sorted(told[1:] or told if besides else told, key=lambda item: place.get(item.cited[0].ref, len(place) + 1))
    if not found:
        return []
    chosen = found[0]
    at = at_place(name_of(chosen.employer), context.locale.language)
    text = context.label("letter.proof_beside", at=at, first=chosen.told)
    return [(text[:1].upper() + text[1:], chosen.cited)]


def _steps(kit: Kit, words: AfterWords) -> Iterator[tuple[Line, ...]]:
    language, context = language_of(kit), _of_this_job(kit)
    role = context.target.role if context.target else None
    blank = words.blank[language]
    position = blank.position_named.format(role=role) if role else blank.position
    for step in words.step:
        yield _row(step.day, step.what, getattr(step, language).format(position=position))
    if rules := region_rules(kit):
        last = words.answer_day
        what = last.what.format(name=rules.name, days=rules.answer_days, applies=rules.applies)
        message = getattr(last, language).format(days=rules.answer_days, position=position)
        yield _row(rules.answer_days, what, message, Source("data", last.basis))


def _row(day: int, what: str, message: str, *sources: Source) -> tuple[Line, ...]:
    return told(f"Day {day}"), told(what, *sources), Line.of(marked(message), STANDING)
