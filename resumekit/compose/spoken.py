"""An achievement as its owner tells it aloud: what was wrong, what was done, what came of it, in the first person."""

from __future__ import annotations

import re
from dataclasses import dataclass

from resumekit.model.achievement import Achievement, Measure
from resumekit.sections.bullet import compose_bullet
from resumekit.text.clause import opening_verb, to_past, verb_places
from resumekit.text.deed import capitalized, cleaned, sentences
from resumekit.text.english import change_verb, is_clause, is_honour, lowered, stands_alone
from resumekit.text.first_person import french_first_person
from resumekit.text.fitting import fit_measures
from resumekit.text.locale import Locale
from resumekit.text.measures import is_change, numbers, word_measure
from resumekit.text.telling import as_doer, is_doer, is_shared, own_words, unabridged, unlabelled, unshared
from resumekit.text.verbs import find_verb

LONGEST_HEADLINE = 22
"""Words; a longer headline is no headline."""

_STATE = re.compile(
    r"(?:responsible|accountable|in charge|tasked|part of|a member|the first|the only)\b", re.IGNORECASE
)
# What a deed brings about by itself: "that cut costs". Other verbs keep the person: "I passed two inspections".
_EFFECT = frozenset(
    "cut reduce lower shorten raise increase improve save free recover halve double triple grow lift boost decrease "
    "take eliminate secure reach accelerate speed trim slash prevent avoid yield generate strengthen drop expand".split()
)
_OUTCOME = _EFFECT | frozenset(
    "restore close pass resolve fill file reach win finish complete meet exceed keep hold earn achieve return bring "
    "deliver convert retain attract gain produce end rank lead result enable allow turn find clear arrive".split()
)
# Done to the client by others: "Asked to save $100,000", "Promoted twice".
_BIDDEN = frozenset("ask task tell hire assign appoint charge invite call promote transfer".split())
_HONOURED = re.compile(
    r"(?:promoted|selected|awarded|chosen) (?:twice|three times|within|after|in|every)\b", re.IGNORECASE
)
_PARTNERS = frozenset(
    "manager director team department committee staff supervisor colleague partner union insurer resources engineering "
    "purchasing finance operations maintenance sales marketing nurse physician teacher college school supplier client "
    "customer vendor contractor steward engineer analyst accountant lawyer coordinator planner officer council board "
    "group faculty crew company agency ministry hospital dean principal foreman lead colleagues it hr procurement".split()
)
_WITH = re.compile(r",? (?:together |jointly |along )?with (?P<who>(?:[\w’'&-]+ ){0,6}?[\w’'&-]+)(?=,|;|$)")
_ROSE = re.compile(
    r"\b(?P<verb>cut|reduced?|lower(?:ed)?|shorten(?:ed)?|raised?|increased?|improved?|decreased?|gr[eo]w|boost(?:ed)?|lift(?:ed)?)\b"
    r"(?P<of>.*?) from (?P<rest>.+?) \((?P<share>(?:about )?[\d.]+%)\)"
)
# Clear only after the deed: what it names is named there.
_LEANING = re.compile(r"\b(?:it|them|they|its|all|each|both|every|these|those)\b|^\d+ \w+ed\b|^with", re.IGNORECASE)
_BARE = re.compile(
    r"^\w+ (?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)%? "
    r"(?:at|without|in|within|on|by|before|to|of them)\b"
    r"|\b(?:ahead of|under) plan\b|^\w+ (?:early|on time)\b",
    re.IGNORECASE,
)
# A count after a semicolon is how large it was, and no result: "Deputy commander of a platoon; 30 drivers".
_COUNTED = re.compile(r"; (?=[$€£]?\d[\d,.%]*(?: \w+){1,2}$)")
_ONE_THING = re.compile(r"[A-Z]{2,}s? [a-z-]+(?<!s)(?: [a-z-]+(?<!s))? (?:to|of|for|at|in|across)\b")
_OF_MANY = re.compile(r"[A-Z][a-z]+s['’] ")
_SHARE = re.compile(r" \((?:about )?[\d.]+%\)")


@dataclass(frozen=True, slots=True)
class Spoken:
    """The parts of a story as sentences; "" for what the facts do not tell.

    `did` and `came` are the same deed and result as clauses after "I" or "we", for a sentence that holds both.
    """

    headline: str
    situation: str
    action: str
    result: str
    did: str = ""
    came: str = ""
    split: bool = True
    """Whether deed and result could be told apart."""


def speak(achievement: Achievement, locale: Locale) -> Spoken:
    """The achievement told aloud; a confidential one only in the words that may be said for it."""
    if achievement.confidential:
        achievement = Achievement(text=achievement.say_as or "", part=achievement.part)
    if locale.language == "fr":
        return _french(achievement, locale)
    contributed = achievement.part == "contributed" or is_shared(achievement.text or achievement.action)
    action, result, left, split = _halves(achievement, locale)
    partner = _partner(action) if contributed else ""
    if partner:
        action = _WITH.sub("", action, count=1)
    subject = "we" if contributed else "I"
    did, came = _did(action, "we" if contributed and not partner else "I"), _came(result, subject, after=bool(action))
    headline = _headline(action, result, subject, partner, achievement)
    told = _sentence(f"with {partner}, {did}" if partner else did)
    figures = [_figure(measure, "we" if contributed else "that", locale) for measure in left]
    return Spoken(
        headline=headline,
        situation=_situation(cleaned(achievement.challenge)),
        action=told,
        result=" ".join(part for part in (_sentence(came), *figures) if part),
        did=f"with {partner}, {did}" if partner and did else did,
        came=came,
        split=split,
    )


def is_effect(did: str) -> bool:
    """Whether a deed that is told alone is the result itself: "I recovered $88,000"."""
    opening = opening_verb(own_words(did))
    return opening is not None and opening.verb.base in _OUTCOME and bool(numbers(did))


def aloud(text: str) -> str:
    """Figures as they are said: the share first, and nothing in brackets."""
    said = _ROSE.sub(r"\g<verb>\g<of> by \g<share>, from \g<rest>", text, count=1)
    return unabridged(_SHARE.sub("", said))


def _halves(achievement: Achievement, locale: Locale) -> tuple[str, str, tuple[Measure, ...], bool]:
    """Action and result with the measures in them, the measures left, and whether the two could be told apart."""
    if _is_finished(achievement):
        deed, outcome, split = _split(_finished(achievement))
        return deed, outcome, (), split
    action, result = cleaned(achievement.action), cleaned(achievement.result)
    fitted = fit_measures(action, result, achievement.measures, locale)
    first, *others = fitted.left or (None,)
    if first and not fitted.result and first.of and is_change(first):
        # A change that is measured and has no words of its own is the result.
        verb, words = change_verb(first, locale)
        made = f"{'took' if verb == 'take' else to_past(verb)} {lowered(first.of)} {words}"
        return fitted.action, capitalized(made), tuple(others), True
    return fitted.action, fitted.result, fitted.left, True


def _is_finished(achievement: Achievement) -> bool:
    """Whether it is told by its text, for want of parts."""
    return bool(achievement.text) and not (achievement.action and achievement.result)


def _finished(achievement: Achievement) -> str:
    """Its text without a label and without whose it is."""
    return _COUNTED.sub(", ", unlabelled(unshared(own_words(cleaned(achievement.text)))))


def _figure(measure: Measure, subject: str, locale: Locale) -> str:
    of = lowered(measure.of or "")
    if is_change(measure) and of:
        verb, words = change_verb(measure, locale)
        return aloud(_sentence(f"{subject} {to_past(verb) if verb != 'take' else 'took'} {of} {words}"))
    words = str(word_measure(measure, locale))
    return _sentence(f"{of}: {words}" if of else f"in figures: {words}")


def _split(text: str) -> tuple[str, str, bool]:
    """A finished bullet as deed and outcome, where its own words part them; else the whole as the deed."""
    first, *others = sentences(text)
    if others:
        return first, "; ".join(others), True
    for cut in (_clause_cut, _share_cut, _by_cut, _gerund_cut):
        if found := cut(text):
            return *found, True
    if match := re.search(r", (?=without )", text):
        return text[: match.start()], text[match.end() :], True
    return text, "", False


def _clause_cut(text: str) -> tuple[str, str] | None:
    """Before a clause of its own: "…; 16 passed", "…, which cut costs", "… to six actuaries, who adopted both"."""
    for mark in ("; ", ", so that ", ", which ", "s, who "):
        deed, found, outcome = text.partition(mark)
        if not found:
            continue
        if mark == "s, who ":
            return f"{deed}s", f"they {outcome}"
        opening = opening_verb(outcome)
        if mark == ", which " and not (opening and opening.verb.base in _EFFECT):
            continue  # what somebody else did of it: "a council, which funded both"
        return deed, outcome if mark == "; " else f"{mark.strip(', ')} {outcome}"
    return None


def _share_cut(text: str) -> tuple[str, str] | None:
    """Before what became of some of them, or of the plan: "…, nine of whom were promoted", "…, 4% under budget"."""
    if match := re.search(r", ((?:\w+|\d+%) of) (?:whom|which) (?=.*\b\w)", text):
        return text[: match.start()], f"{match[1]} them {text[match.end() :]}"
    if match := re.search(r", (?=[$€£]?\d[\d,.%]*(?: million)? (?:under|below) (?:budget|plan)$)", text):
        return text[: match.start()], f"so it came in {text[match.end() :]}"
    return None


def _by_cut(text: str) -> tuple[str, str] | None:
    """Before the means, where the outcome leads: "Cut costs by redesigning the intake"."""
    match = re.search(r",? by (?=\w+ing\b)", text)
    opening = opening_verb(text[: match.start()]) if match else None
    if match and opening and opening.verb.base in _EFFECT and opening_verb(text[match.end() :]):
        return capitalized(to_past(text[match.end() :])), text[: match.start()]
    return None


def _gerund_cut(text: str) -> tuple[str, str] | None:
    """Before the outcome as a participle: "…, restoring shipments in 19 days"."""
    for match in reversed(list(re.finditer(r", (?=(\w+ing)\b)", text))):
        found, rest = find_verb(match[1].lower()), text[match.end() :]
        if not found or found[1] != "gerund":
            continue
        if any(place.verb.base in _OUTCOME for place in verb_places(rest)) or re.search(
            r"\b(?:without|with no)\b", rest
        ):
            return text[: match.start()], capitalized(to_past(rest))
    return None


def _partner(action: str) -> str:
    """With whom a shared deed was done, where its words say so: "the HR manager"."""
    match = _WITH.search(action)
    words = re.findall(r"[\w’'-]+", match["who"].lower()) if match else []
    named = any(word in _PARTNERS or word.removesuffix("s") in _PARTNERS for word in words)
    # "with nurses to redesign rounds" is what the verb is about, and "with training staff" is a means.
    about = "to" in words or (bool(words) and words[0].endswith("ing") and find_verb(words[0]) is not None)
    return match["who"] if match and named and not about else ""


def _situation(challenge: str) -> str:
    """What was wrong, as a sentence: a clause stands as it is, a noun gets one round it."""
    if not challenge:
        return ""
    if (
        len(sentences(challenge)) > 1
        or is_clause(challenge)
        or re.match(r"(?:there|it|nobody|no one)\b", challenge, re.IGNORECASE)
    ):
        return _sentence(challenge)
    if re.match(r"to\b", challenge, re.IGNORECASE):
        return _sentence(f"the aim was {lowered(challenge)}")
    opening = opening_verb(challenge, likely=False)
    if opening and opening.form == "base":
        return _sentence(f"the aim was to {lowered(challenge)}")
    if opening and opening.form == "past":
        was = "was " if opening.verb.base in _BIDDEN else ""
        return _sentence(f"I {was}{challenge[:1].lower()}{challenge[1:]}")
    if re.match(
        r"(?:when|after|because|as|since|despite|in|with|under|during|following|amid|while)\b", challenge, re.IGNORECASE
    ):
        return _sentence(f"this was {lowered(challenge)}")
    return _sentence(f"the problem was {lowered(challenge)}") if _is_phrase(challenge) else _sentence(challenge)


def _is_phrase(text: str) -> bool:
    """Whether it looks like a noun phrase: few words, or none of them a verb that bears a subject."""
    return len(text.split()) <= 8


def _did(action: str, subject: str) -> str:
    """The deed with its person: "I rewrote the postings"."""
    parts = [unabridged(unshared(own_words(part))) for part in sentences(action)]
    if not parts:
        return ""
    said = [_clause(parts[0], subject), *(_clause(part, subject) for part in parts[1:])]
    return ". ".join([said[0], *(capitalized(part) for part in said[1:])])


def _clause(phrase: str, subject: str) -> str:
    was = "were" if subject == "we" else "was"
    if is_honour(phrase) or _HONOURED.match(phrase):
        return f"{subject} {was} {lowered(phrase)}"
    opening = opening_verb(phrase)
    if opening is not None and opening.verb.base not in ("be", "have", "become"):
        return f"{subject} {to_past(phrase)}"
    if _STATE.match(phrase):
        return f"{subject} {was} {phrase[:1].lower()}{phrase[1:]}"
    if is_doer(phrase):
        return f"{subject} {was} {as_doer(phrase)}"
    if opening is not None or is_clause(phrase):
        own = phrase[:1].lower() + phrase[1:] if _OF_MANY.match(phrase) else phrase
        return f"{subject} {lowered(phrase)}" if opening else own
    article = "a " if phrase.lower().startswith("new ") else "the " if _ONE_THING.match(phrase) else ""
    return f"{'our' if subject == 'we' else 'my'} part was {article}{lowered(phrase)}"


def _came(result: str, subject: str, *, after: bool) -> str:
    """The result as a clause: "that cut time to fill", "I passed two inspections", "turnaround fell to 8 weeks"."""
    result = unshared(own_words(result))
    if not result:
        return ""
    was = "were" if subject == "we" else "was"
    if is_honour(result) or _HONOURED.match(result):
        return f"{subject} {was} {lowered(result)}"
    if said := _bound(result):
        return said
    opening = opening_verb(result, likely=False)
    if opening and opening.verb.base in ("be", "have", "become"):
        return f"it {lowered(result)}"
    if opening:
        effect = after and subject == "I" and opening.verb.base in _EFFECT and not _LEANING.search(result)
        return f"{'that' if effect else subject} {aloud(to_past(result))}"
    return aloud(lowered(result)) if is_clause(result) else f"the result was {aloud(lowered(result))}"


def _bound(result: str) -> str:
    """A result that opens with a joint or a figure, as a clause: "so that …", "from 140 to 35"; "" for any other."""
    if match := re.match(r"(so that|which|with|without|so) ", result, re.IGNORECASE):
        rest = result[match.end() :]
        form = match[1].lower()
        return (
            f"it was done without {rest}" if form == "without" else f"that {to_past(rest)}" if form == "which" else rest
        )
    if match := re.match(r"(?:result|lead)ing (?=in\b|to\b)", result, re.IGNORECASE):
        return f"that {'led' if match[0].lower().startswith('lead') else 'resulted'} {aloud(result[match.end() :])}"
    if re.match(r"from .*\d.* to .*\d", result, re.IGNORECASE):
        return f"it went {aloud(lowered(result))}"
    return ""


def _headline(action: str, result: str, subject: str, partner: str, achievement: Achievement) -> str:
    """The result alone where it is clear without the deed; else both in one sentence."""
    bare = _SHARE.sub("", result)
    from_text = _is_finished(achievement)
    clear = not (_BARE.search(bare) or (from_text and _LEANING.search(bare)))
    if clear and result and (stands_alone(bare) or (is_clause(bare) and not opening_verb(bare, likely=False))):
        return _sentence(_came(bare, subject, after=False))
    if from_text:
        whole = _finished(achievement)
        text = _did(_WITH.sub("", whole, count=1) if partner else whole, subject)
    else:
        text = _did(action, subject)
        came = _came(result, subject, after=False)
        text = f"{text}, and {came.removeprefix(f'{subject} ')}" if came else text
    return _sentence(_SHARE.sub("", text))


def _sentence(clause: str) -> str:
    if not clause:
        return ""
    text = clause if clause.startswith("I ") else capitalized(clause)
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _french(achievement: Achievement, locale: Locale) -> Spoken:
    """Facts in French, told in French; what has no first person of its own stands as it is stated."""

    def part(**kept: object) -> str:
        bare = achievement.model_copy(update={"challenge": None, **kept})
        if not (bare.text or bare.action or bare.result):
            return ""
        text = compose_bullet(bare, current=False, locale=locale).text
        return french_first_person(text) or text

    if achievement.text:
        whole = _sentence(part())
        return Spoken(whole, _sentence(cleaned(achievement.challenge)), whole, "", split=False)
    action, result = part(result=None, measures=()), part(action=None)
    headline = _sentence(result or action)
    return Spoken(headline, _sentence(cleaned(achievement.challenge)), _sentence(action), _sentence(result))
