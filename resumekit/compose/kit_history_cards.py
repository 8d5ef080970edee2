"""What a history makes people ask: a short job, a step down, too much experience, a gap, a change of field."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resumekit.career.objection import Hole, break_of, holes, is_within
from resumekit.compose.kit_answer import Sentence, Slot, fill
from resumekit.compose.kit_card import Deck, Objection
from resumekit.compose.kit_credentials import latest_course, leading_credentials
from resumekit.compose.kit_money import posted_words
from resumekit.compose.posting_report import pay_words
from resumekit.document.line import Source
from resumekit.model.credential import Credential, Education
from resumekit.model.date import PartialDate
from resumekit.model.fact import Fact
from resumekit.sections.context import name_of
from resumekit.sections.credentials import long_and_short
from resumekit.sections.profile import lowered
from resumekit.strategy.history import Held
from resumekit.strategy.strategy import Integration
from resumekit.text.first_person import at_place
from resumekit.text.french_speech import is_person, of, paper

PLANNED = frozenset({"contract", "temporary", "agency"})
MOST_SHORT_JOBS, MOST_DEEDS, MOST_TITLE_WORDS = 2, 2, 8
NEWCOMER = 4
_DEEDS = {
    "earned": ("earned the designation", "earned the designations"),
    "took": ("took the course", "took the courses"),
    "volunteered": ("volunteered with", "volunteered with"),
    "worked": ("worked on the project", "worked on the projects"),
}
_INTEGRATOR = re.compile(r"\{([^{}]+)\}")


def short_job_cards(deck: Deck) -> Iterator[Objection]:
    """The latest short job, or two; and a row of short contracts."""
    jobs = [(job, held) for job in deck.kit.context.strategy.short_jobs if (held := deck.held(job.role))]
    recent = [(job, held) for job, held in jobs if deck.years_since(held) <= deck.rules.short_years]
    asked = [(job, held) for job, held in recent if _is_asked(deck, held)]
    for job, held in asked[:MOST_SHORT_JOBS]:
        yield _short_job(deck, job, held)
    contracts = [held for job, held in recent if held.role.employment in PLANNED and (job, held) not in asked]
    if len(contracts) >= deck.rules.least_contracts:
        yield _limited(deck, contracts)


def _is_asked(deck: Deck, held: Held) -> bool:
    """Whether a short job asks a question: what was meant to end, and work beside school, asks none."""
    if held.role.key == deck.seen.short_role:
        return True
    return held.role.employment not in PLANNED and held.role.level != 0


def _short_job(deck: Deck, job: Integration, held: Held) -> Objection:
    shown = held.role.key in deck.kit.context.strategy.roles
    told = "compressed" if job.advised == "omitted" and shown else job.advised
    slots = {
        "place": Slot(deck.speech.place_of(held)),
        "employer": Slot(deck.speech.employer_of(held)), "time": Slot(deck.speech.lasting(held)),
        "start": Slot(deck.speech.day(held.role.start)), "end": Slot(deck.speech.day(held.role.end)),
        "when": Slot(deck.speech.when(held.role.start)),
    }  # fmt: skip
    cited = (Source.fact(held.role.key, "start"), Source.fact(held.role.key, "end"))
    form = "now" if held.role.is_current else "ended" if shown or not slots["end"].text else "unshown"
    if not slots["place"].text and form != "unshown":
        form += "_nowhere"
    sentences = []
    if told == "compressed":
        if slots["start"].text:
            context = "context" if slots["employer"].text else "context_nowhere"
            sentences.append(deck.say("short_job", context, *cited, keep="context", **slots))
        sentences += [deck.say("short_job", "taken"), deck.say("short_job", "taught")]
    answer = next(way.answer for way in job.presentations if way.choice == told)
    answer = deck.rules.fr.answer[told] if deck.is_french else answer
    sentences.append(_integrated(deck, answer, held))
    sentences.append(deck.reason("short_job", "commitment", "commitment_blank"))
    return deck.card("short_job", deck.asked("short_job", form, *cited, **slots), sentences)


def _integrated(deck: Deck, answer: str, held: Held) -> Sentence:
    """The integrator's answer, what the facts know of it filled in, the rest left as blanks."""
    known = dict(_known(deck, held))
    months = iter([deck.speech.day(held.role.start), deck.speech.day(held.role.end)])
    slots: dict[str, Slot] = {}

    def part(match: re.Match[str]) -> str:
        name = match[1]
        slot = known.get(name)
        if name == "month" and (month := next(months, "")):
            slot = Slot(month, (Source.fact(held.role.key, "start"), Source.fact(held.role.key, "end")))
        if slot is None:
            return f"[{deck.rules.short_job.get(name, name)}]"
        slots[f"s{len(slots)}"] = slot
        return f"{{s{len(slots) - 1}}}"

    return Sentence("integrator", fill(_INTEGRATOR.sub(part, answer), slots))


def _known(deck: Deck, held: Held) -> Iterator[tuple[str, Slot]]:
    target = deck.kit.context.target
    if target and target.role:
        offer = (
            deck.thing("target_role", of(lowered(target.role))) if deck.is_french else f"a position as {target.role}"
        )
        yield "what the target offers", Slot(offer, (Source.fact(target.key, "role"),))
    elif target and target.field:
        offer = deck.thing("target_field", target.field) if deck.is_french else f"work in {target.field}"
        yield "what the target offers", Slot(offer, (Source.fact(target.key, "field"),))
    higher = deck.held(deck.seen.best_role if deck.seen.best_role != held.role.key else deck.seen.before_role)
    if higher and (title := name_of(higher.role)):
        yield "the higher role", Slot(_higher(deck, higher, title), (Source.fact(higher.role.key, "title"),))


def _higher(deck: Deck, higher: Held, title: str) -> str:
    """The work at the higher level: by its title, or by its employer where that is long."""
    short = len(title.split()) <= MOST_TITLE_WORDS
    if deck.is_french:
        named = lowered(title) if short else deck.speech.place_of(higher)
        return deck.thing("higher_as" if short else "higher_at", named)
    named = title if short else deck.speech.employer_of(higher)
    return f"what I did {'as' if named == title else 'at'} {named}"


def _limited(deck: Deck, contracts: list[Held]) -> Objection:
    named = [deck.speech.job_of(held) for held in contracts if name_of(held.role)]
    sources = tuple(Source.fact(held.role.key, "employment") for held in contracts)
    jobs = Slot(
        deck.speech.listed([slot.text for slot in named]), tuple(source for slot in named for source in slot.sources)
    )
    sentences = [
        deck.say("short_job", "limited", *sources, keep="context", jobs=jobs),
        deck.say("short_job", "seen_through", keep="taken"),
        deck.reason("short_job", "commitment", "commitment_blank"),
    ]
    return deck.card("short_job", deck.asked("short_job", "limited", *sources), sentences)


def step_down_card(deck: Deck) -> Iterator[Objection]:
    """Why a level below the best held: why it, why stay, and the pay."""
    target, best = deck.kit.context.target, deck.held(deck.seen.best_role)
    if 7 not in deck.situations or not target or not best:
        return
    cited = (Source.fact(target.key, "level"), Source.fact(best.role.key, "level"))
    wanted = target.role or ""
    wanted = lowered(wanted) if wanted and deck.is_french else wanted
    higher, role = deck.speech.job_of(best), Slot(wanted, (Source.fact(target.key, "role"),))
    form = "known" if higher.text and role.text else "unknown"
    # The card on the change of field says why this work.
    why = [] if deck.changes else [deck.reason("step_down", "why", "why_blank")]
    sentences = [*why, _choice(deck, cited), deck.say("step_down", "stay"), _pay(deck)]
    yield deck.card("step_down", deck.asked("step_down", form, *cited, higher=higher, role=role), sentences)


def _choice(deck: Deck, cited: tuple[Source, ...]) -> Sentence:
    if NEWCOMER in deck.situations:
        for item in deck.kit.context.resume.credentials:
            if item.status != "designated" and not item.confidential:
                status = deck.thing(item.status, "") if deck.is_french else item.status
                licence = Slot(f"{item.short or item.name}, {status}", (Source.fact(item.key),))
                return deck.say("step_down", "licence", *cited, keep="choice", credential=licence)
    return deck.say("step_down", "change" if deck.changes else "choice", *cited, keep="choice")


def _pay(deck: Deck) -> Sentence:
    pays = deck.kit.match.posting.pay if deck.kit.match else ()
    if not pays:
        return deck.say("step_down", "pay")
    source = Source("posting", f"{pays[0].span.start}-{pays[0].span.end}")
    return deck.say(
        "step_down",
        "pay_stated",
        source,
        keep="pay",
        pay=Slot(posted_words(pays[0], "fr") if deck.is_french else pay_words(pays[0])),
    )


def overqualified_card(deck: Deck) -> Iterator[Objection]:
    """A level well above the target's, also where the step is deliberate."""
    target, delta = deck.kit.context.target, deck.seen.level_delta
    if not target or delta is None or -delta < deck.rules.overqualified_levels:
        return
    cited = (Source.fact(target.key, "level"), Source.fact(deck.seen.best_role, "level"))
    sentences = []
    if inside := work_inside(deck, target.level or 0):
        sentences.append(
            deck.say("overqualified", "inside", Source.fact(inside.role.key, "level"), job=deck.speech.job_of(inside))
        )
    if deck.proof:
        sentences.append(_result("proof", deck.proof))
    sentences += [deck.say("overqualified", "stay"), deck.say("overqualified", "sign")]
    yield deck.card("overqualified", deck.asked("overqualified", "known", *cited), sentences)


def work_inside(deck: Deck, level: int, below: int = 1) -> Held | None:
    """The latest role held at the target's level; else at one that lies so little below."""
    levels = range(level, max(level - below, 1) - 1, -1)
    return next(
        (held for one in levels for held in deck.history.held if held.role.level == one and name_of(held.role)), None
    )


def _result(name: str, slot: Slot) -> Sentence:
    return Sentence(name, fill("{first}.", {"first": slot}))


def gap_cards(deck: Deck) -> Iterator[Objection]:
    """The time since the last job, and the longest stretch between two, where they are long enough to be asked about."""
    now = deck.history.now or 0
    found = [hole for hole in holes(deck.history, deck.kit.context.resume) if hole.months >= deck.rules.gap_months]
    past = [hole for hole in found if hole.after and now - hole.end <= deck.rules.gap_years * 12]
    for hole in (*(hole for hole in found if not hole.after), *sorted(past, key=lambda item: -item.months)[:1]):
        yield _gap(deck, hole)


def _gap(deck: Deck, hole: Hole) -> Objection:
    start, end = deck.speech.day(hole.since), deck.speech.day(hole.until)
    slots = {"start": Slot(start, _bound(hole.before, "end")), "end": Slot(end, _bound(hole.after, "start"))}
    sentences = [_why_gap(deck, hole)]
    if did := did_in(deck, hole):
        sentences.append(deck.say("gap", "current", deeds=did))
    elif not hole.after:
        sentences.append(deck.say("gap", "current_blank", keep="current"))
    if not hole.after:
        form = "now" if isinstance(hole.before, Held) else "now_studied"
        return deck.card("gap", deck.asked("gap", form, **slots), [*sentences, deck.say("gap", "ready")])
    if isinstance(hole.after, Held) and (job := deck.speech.job_of(hole.after)).text:
        form = "since" if hole.after.role.is_current else "after"
        sentences.append(deck.say("gap", form, keep="since", job=job, start=slots["end"]))
    return deck.card("gap", deck.asked("gap", "between", **slots), sentences)


def _bound(fact: Held | Education | None, field: str) -> tuple[Source, ...]:
    if fact is None:
        return ()
    return (Source.fact(fact.role.key if isinstance(fact, Held) else fact.key, field),)


def _why_gap(deck: Deck, hole: Hole) -> Sentence:
    stated = break_of(hole, deck.kit.context.resume.breaks)
    if stated is None:
        return deck.say("gap", "reason_blank", keep="reason")
    source = Source.fact(stated.key)
    reason = name_of(stated)
    if not reason or deck.rules.blames(reason):
        return deck.say("gap", "break_unnamed", source, keep="reason")
    start, end = deck.speech.day(stated.start), deck.speech.day(stated.end)
    form = (
        "break_undated" if not start else "break_ended" if end else "break_now" if not hole.after else "break_undated"
    )
    slots = {"start": Slot(start), "end": Slot(end), "reason": Slot(lowered(reason.rstrip(".")))}
    return deck.say("gap", form, source, keep="reason", **slots)


def did_in(deck: Deck, hole: Hole) -> Slot | None:
    """What was learned and done in the time of a hole, as it follows "I": things of a kind together."""
    found: dict[str, list[tuple[str, Source]]] = {}
    for kind, name, key in list(_deeds(deck, hole))[:MOST_DEEDS]:
        found.setdefault(kind, []).append((name, Source.fact(key)))
    if deck.is_french:
        said = [_french_deed(deck, kind, name) for kind, items in found.items() for name, _ in items]
        return Slot(deck.speech.listed(said), _all(found)) if said else None
    parts = [
        f"{_DEEDS[kind][len(items) > 1]} {deck.speech.listed([name for name, _ in items])}" for kind, items in found.items()
    ]  # fmt: skip
    return Slot(deck.speech.listed(parts), _all(found)) if parts else None


def _all(found: dict[str, list[tuple[str, Source]]]) -> tuple[Source, ...]:
    return tuple(source for items in found.values() for _, source in items)


def _french_deed(deck: Deck, kind: str, name: str) -> str:
    """One thing that was learned or done, as it follows "j’ai"."""
    if kind == "earned":
        titled = f"le titre {of(lowered(name))}" if is_person(name) else deck.quoted(name)
        return deck.thing(kind, paper(name, definite=True) or titled)
    return deck.thing(kind, at_place(name, "fr") if kind == "volunteered" else deck.quoted(name))


def _deeds(deck: Deck, hole: Hole) -> Iterator[tuple[str, str, str]]:
    """Kind, name and key of what falls in the time of a hole."""
    resume = deck.kit.context.resume
    dated: list[tuple[str, Fact, PartialDate | None, PartialDate | None, str]] = [
        *(("earned", item, item.date, None, long_and_short(item)) for item in resume.credentials
          if item.status == "designated"),
        *(("took", item, item.date, None, item.name) for item in resume.courses),
        *(("volunteered", item, item.start, item.end, item.organization) for item in resume.volunteering),
        *(("worked", item, item.start, item.end, item.name) for item in resume.projects),
    ]  # fmt: skip
    for kind, fact, start, end, name in dated:
        if not fact.confidential and is_within(hole, start, end):
            yield kind, name, fact.key


def change_card(deck: Deck) -> Iterator[Objection]:
    """Why this field, what proves it, the credential with its honest status, and the first 90 days."""
    target, last = deck.kit.context.target, deck.held(deck.seen.last_role)
    if not deck.changes or not target or not target.field or not last:
        return
    field = Slot(target.field, (Source.fact(target.key, "field"),))
    come = Slot(last.role.field or deck.seen.last_field, (Source.fact(last.role.key, "field"),))
    sentences = [deck.reason("career_change", "why", "why_blank", to=field), _credential(deck)]
    proof = deck.proof
    sentences.append(
        _result("proof", proof) if proof else deck.say("career_change", "proof_blank", keep="proof")
    )  # fmt: skip
    yield deck.card("career_change", deck.asked("career_change", "known", to=field, **{"from": come}), sentences)


def _credential(deck: Deck) -> Sentence:
    for item in leading_credentials(deck.kit.context):
        if not item.confidential:
            expected = expected_of(deck, item)
            slots = {"credential": Slot(long_and_short(item), (Source.fact(item.key),)), "expected": Slot(expected)}
            return deck.say("career_change", item.status, keep="credential", **slots)
    if course := latest_course(deck.kit.context):
        named = Slot(course.name, (Source.fact(course.key),))
        year = Slot(str(course.date.year) if course.date else "", (Source.fact(course.key),))
        return deck.say("career_change", "course", keep="credential", credential=named, start=year)
    return deck.say("career_change", "credential_blank", keep="credential")


def expected_of(deck: Deck, credential: Credential) -> str:
    """When a credential is expected, as it follows its name; "" where that is not known."""
    day = deck.speech.day(credential.expected)
    if not day:
        return ""
    return deck.thing("expected", day) if deck.is_french else f", expected in {day}"
