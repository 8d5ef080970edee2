"""English: a deed as one sentence without a subject, as resumes in English are written."""

from __future__ import annotations

import re
from dataclasses import replace

from resumekit.model.achievement import Measure
from resumekit.text.clause import PREPOSITIONS, Opening, opening_verb, recast, to_base, to_gerund, to_past
from resumekit.text.deed import Deed, sentences
from resumekit.text.fitting import fit_measures, noun_sense, without_by
from resumekit.text.locale import Locale
from resumekit.text.measures import is_change, is_money, is_percent, is_time, word_measure
from resumekit.text.verbs import find_verb, sense

LONGEST = 28
"""Words of a bullet beyond which nothing is added that may be left out."""

_LEADING = re.compile(r"^(?:I|We)(?: have|['’]ve)? (?=[a-z])")
_TEAM = re.compile(
    r"^(?:worked (?:with|alongside)|took part|was part|served (?:on|as)|formed part|as (?:part|a member))\b",
    re.IGNORECASE,
)
_PHRASE = re.compile(
    r"^(?:through|by|via|with|using|thanks to|after|as|for|in|on|at|from|under|during|to)\b", re.IGNORECASE
)
_COMMON = re.compile(
    r"(?:s|tion|ment|ness|ity|ance|ence|ing|ship|al|ed|er|ive|ful|less|ous|ly|time|work|ware|age|ure)$"
)
_LOWER = frozenset(
    "the a an all its their our new no weekly daily monthly annual yearly through by via with using thanks to after as for "
    "in on at from under during zero fewer more less high low lack staff poor slow old outdated this these every each "
    "one two three four five six seven eight nine ten rising falling growing ageing aging missing manual there it "
    "turnaround morale nobody patients clients customers".split()
)
_ADJECTIVAL = PREPOSITIONS | frozenset(
    "the a an all its their our and or fewer more less no zero high low poor new newly fully well many several two three "
    "four five six seven eight nine ten".split()
)
# A last part between commas, so that a comma must close it.
_ASIDE = re.compile(
    r", (?:the|a|an|from|which|who|without|with|despite|including|while|all|\w+ing)\b(?:(?!, | and ).)*$"
)
# Words that point back at what the action names, so that the action must come first.
_BACK = re.compile(r"\b(?:it|them|they|its|these|those|both|him|her|theirs)\b", re.IGNORECASE)
# Said of the client by others, the "was" left out: "Promoted to section head".
_HONOUR = re.compile(
    r"named\b|(?:promoted|selected|recognized|nominated|appointed|elected|invited|chosen|ranked|certified|shortlisted|hired"
    r"|awarded) (?:to|as|for|by|with|from|among|in|one|first|second|third|the)\b|awarded (?:an? |the )?(?:[\w’'-]+ ){0,3}?"
    r"(?:commendation|medal|prize|scholarship|bursary|fellowship|citation|award|distinction)\b",
    re.IGNORECASE,
)
_RANK = re.compile(
    r"(?:top|best|first|second|third|youngest|winner|runner-up|finalist|recipient|only)\b", re.IGNORECASE
)
_COMPARED = re.compile(r"(fewer|less|more|higher|greater) (?=\w)", re.IGNORECASE)
_MOVED = re.compile(r"([A-Za-z][\w' -]*?) (down|up) (?:by )?([$€£]?\d\S*(?: million)?)$", re.IGNORECASE)
# No object of its own: the verb is said of what the action names.
_OBJECTLESS = re.compile(r"^ (?:without|within|ahead|early|under|on time|in|with|before|at)\b")
_BARE_COUNT = re.compile(
    r"^ (?:all(?: \w+)?|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d[\d.,]*%?))"
    r"(?: (?:that|who|within|into|to|in|before|after|on|for|with|early)\b| \w+ed\b|,|$)"
)
_FINITE = frozenset(
    "was were is are had has have could did does would fell rose grew went came dropped stayed remained became doubled "
    "tripled halved climbed began took made improved increased decreased met passed kept ran lost existed left lacked "
    "required needed waited relied threatened faced sat stood quit exceeded missed failed closed lay changed moved "
    "returned hit reached rated rated named scored came earned gave won became asked reported now cannot exists lacks "
    "arrived attended graduated responded agreed adopted chose renewed signed approved passed".split()
)


def compose_english(deed: Deed, locale: Locale) -> str:
    """The sentence; the result first when there is one that opens with a verb, unless the deed says otherwise."""
    action, result = _whole(deed.action), _whole(deed.result)
    if any(result.lower() == (measure.of or "").lower() for measure in deed.measures):
        result = ""
    result = _as_change(result, deed)
    fitted = fit_measures(action, result, deed.measures, locale)
    action, result = fitted.action, fitted.result
    tails = _tails(fitted.left, deed, locale)
    if (
        not result
        and deed.lead == "result"
        and tails
        and not deed.contributed
        and (made := _made_result(fitted.left, locale))
    ):
        result, tails = made, ""
    if not action or not result:
        return _one_half(action, result, tails, deed, locale)
    if (
        deed.lead != "action"
        and (opening := _result_opening(result))
        and (text := _result_first(result, opening, action, deed))
    ):
        return text + tails
    return _action_first(action, result, deed) + tails


def _as_change(result: str, deed: Deed) -> str:
    """A change told without a verb, told by one: "costs down 22%", or "fewer tickets" that fell from 220 to 60."""
    if moved := _MOVED.match(result):
        return f"{'cut' if moved[2].lower() == 'down' else 'increased'} {lowered(moved[1])} by {moved[3]}"
    match = _COMPARED.match(result)
    if not match or is_clause(result):
        return result
    less = match[1].lower() in ("fewer", "less")
    for measure in deed.measures:
        start, end = measure.start, measure.end
        if start is not None and end is not None and start != end and less == (end < start):
            return f"{'cut' if less else 'increased'} {result[match.end() :]}"
    return result


def _whole(text: str) -> str:
    """Several sentences as one phrase; a leading "I" is left out, as resumes do."""
    parts = [_LEADING.sub("", part) for part in sentences(text)]
    if len(parts) < 2:
        return "".join(parts)
    opened = [opening_verb(part) for part in parts]
    if len(parts) == 2 and all(opened) and " and " not in parts[0]:
        return f"{parts[0]} and {lowered(parts[1])}"
    return "; ".join([parts[0], *(lowered(part) for part in parts[1:])])


def _result_opening(result: str) -> Opening | None:
    opening = opening_verb(result, likely=False)
    return (
        opening if opening and opening.verb.base not in ("be", "have", "become") and not _HONOUR.match(result) else None
    )


def lowered(text: str) -> str:
    """The phrase as it stands inside a sentence: a small first letter, unless it is a name's."""
    first = re.match(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", text)
    if not first or not first[0][:1].isupper() or any(c.isupper() for c in first[0][1:]) or len(first[0]) == 1:
        return text if not text.startswith("A ") else "a " + text[2:]
    word = first[0].lower()
    following = text[first.end() :].strip().split(" ")[0]
    known = word in _LOWER or find_verb(word) is not None or noun_sense(word)
    if known or (_COMMON.search(word) and not following[:1].isupper()):
        return text[0].lower() + text[1:]
    return text


def _tense(text: str, deed: Deed) -> str:
    if not opening_verb(text):
        return text
    return to_base(text) if deed.present else to_past(text)


def _one_half(action: str, result: str, tails: str, deed: Deed, locale: Locale) -> str:
    del locale
    text = action or result
    if deed.contributed:
        head = _contribution(text, deed)
    elif opening_verb(text, likely=bool(action)):
        head = _tense(text, deed)
    else:
        head = text
    if tails or result or not deed.challenge:
        return head + tails
    why = _why(deed.challenge)
    return head + why if why and len((head + why).split()) <= LONGEST else head


def _contribution(text: str, deed: Deed) -> str:
    """The phrase as one who took part may say it."""
    verb = "contribute" if deed.present else "contributed"
    opening = opening_verb(text)
    if opening is None:
        return text if _TEAM.match(text) else f"{verb} to {lowered(text)}"
    if opening.verb.base in sense("shared") or _TEAM.match(text):
        return _tense(text, deed)
    if opening.verb.base in sense("leadership"):
        return f"{verb} as part of {_team(text, deed)}"
    return f"{verb} to {to_gerund(text)}"


def _team(text: str, deed: Deed) -> str:
    return f"the team that {recast(text, 'third' if deed.present else 'past')}"


def _result_first(result: str, opening: Opening, action: str, deed: Deed) -> str:
    """Result by action; "" where the two do not read well in that order."""
    result = without_by(result)
    if re.search(r"\b(?:by|through|after|thanks to)\b", result) or ";" in action:
        return ""
    if _BACK.search(result) or (deed.lead is None and (_leans(result, opening) or (deed.present and _changed(deed)))):
        return ""
    if re.match(r"responsible|accountable|in charge|tasked", action, re.IGNORECASE) or (
        deed.contributed and re.match(r"contribut", action, re.IGNORECASE)
    ):
        return ""
    head = _contribution(result, deed) if deed.contributed else _tense(result, deed)
    if deed.contributed and opening.verb.base in sense("leadership"):
        return ""
    comma = "," if _ASIDE.search(result) else ""
    return f"{head}{comma} {_means(action, deed)}"


def stands_alone(result: str) -> bool:
    """Whether a result that opens with a verb is clear without the action that brought it about."""
    opening = _result_opening(result)
    return opening is not None and not _BACK.search(result) and not _leans(result, opening)


def is_honour(result: str) -> bool:
    """Whether a result is said of the client by others, its "was" left out: "Promoted to section head"."""
    return _HONOUR.match(result) is not None


def _leans(result: str, opening: Opening) -> bool:
    """Whether the result is only clear after the action: "Returned all six", "Passed without a finding"."""
    rest = result[opening.end :]
    if opening.verb.base not in sense("alone") | sense("yielding") and _OBJECTLESS.match(rest):
        return True
    return bool(_BARE_COUNT.match(rest))


def _changed(deed: Deed) -> bool:
    """Whether a measure tells of a change: it is complete, though what brought it about goes on."""
    return any(is_change(measure) for measure in deed.measures)


def _means(action: str, deed: Deed) -> str:
    opening = opening_verb(action)
    if opening is None:
        return lowered(action) if _PHRASE.match(action) else f"through {_with_article(lowered(action))}"
    if deed.contributed and opening.verb.base in sense("leadership"):
        return f"as part of {_team(action, deed)}"
    return f"by {to_gerund(action)}"


def _with_article(phrase: str) -> str:
    """The phrase with the article that a note leaves out: "new shift calendar for three crews"."""
    head = re.match(r"new (?:[\w-]+ )*?([\w-]+)(?= (?:for|of|in|with|to|on|at|from|by|across|that)\b|$)", phrase)
    countable = head and not re.search(r"(?:s|ing|ware|ment|age|ance|ence|staff)$", head[1])
    return f"a {phrase}" if countable else phrase


def _action_first(action: str, result: str, deed: Deed) -> str:
    head = _contribution(action, deed) if deed.contributed else _tense(action, deed)
    return head + _outcome(result, deed)


def _outcome(result: str, deed: Deed) -> str:
    """The result as it follows an action."""
    opening = opening_verb(result, likely=False)
    if _HONOUR.match(result):
        return f", and was {lowered(result)}"
    if opening and opening.verb.base in ("be", "have", "become"):
        return f", and {result[0].lower()}{result[1:]}"
    if opening and deed.contributed and opening.verb.base not in sense("shared"):
        return f", helping to {to_base(result)}"
    if opening:
        return f", {to_gerund(result)}"
    if re.match(r"(?:so that|which|with|to)\b", result, re.IGNORECASE):
        comma = "" if re.match(r"(?:so|to)\b", result, re.IGNORECASE) else ","
        return f"{comma} {lowered(result)}"
    return f"; {lowered(result)}" if is_clause(result) or _RANK.match(result) else f", with {lowered(result)}"


def is_clause(text: str) -> bool:
    """Whether a phrase that opens with no verb holds one: "Turnaround fell to 8 weeks", not "high turnover"."""
    words = re.findall(r"[a-z0-9$'-]+", text.lower())[:7]
    for before, word, after in zip(words, words[1:], [*words[2:], ""], strict=False):
        if word in _FINITE:
            return True
        found = find_verb(word)
        # "trained staff", "injuries reported in 2024": a participle that goes with a noun.
        if found and found[1] == "past" and before not in _ADJECTIVAL and after and after not in PREPOSITIONS:
            return not before[0].isdigit()
    return False


def _why(challenge: str) -> str:
    """The challenge as the reason of an action."""
    words = challenge.split()
    if re.match(r"to\b", challenge, re.IGNORECASE):
        return f" {lowered(challenge)}"
    opening = opening_verb(challenge, likely=False)
    if opening and opening.form == "base":
        return f" to {to_base(challenge)}"
    if opening or not words:
        return ""
    if re.match(
        r"(?:when|after|because|as|since|despite|in|with|under|during|following|amid)\b", challenge, re.IGNORECASE
    ):
        return f" {lowered(challenge)}"
    if is_clause(challenge):
        return f" {'after' if ' had ' in challenge else 'when'} {lowered(challenge)}"
    return f" to address {lowered(challenge)}" if len(words) > 1 else ""


def _tails(measures: tuple[Measure, ...], deed: Deed, locale: Locale) -> str:
    """What the measures say that no other part of the sentence took up."""
    changes = [measure for measure in measures if is_change(measure) and measure.of]
    values = [measure for measure in measures if not is_change(measure) and measure.of]
    bare = [measure for measure in measures if not measure.of]
    text = "".join(_bare_tail(measure, locale) for measure in bare)
    if changes:
        text += ", " + locale.joined(_change_phrases(changes, deed, locale))
    listed = [measure for measure in values if _is_ambiguous(measure)]
    values = [measure for measure in values if measure not in listed]
    text += "".join(f" ({lowered(measure.of or '')}: {word_measure(measure, locale)})" for measure in listed)
    apart = [_change_of(measure, locale) for measure in values]
    text += "".join(f", {phrase}" for phrase in apart if phrase)
    held = [_holding(measure, locale) for measure, phrase in zip(values, apart, strict=True) if not phrase]
    return text + (f", with {locale.joined(held)}" if held else "")


def _is_ambiguous(measure: Measure) -> bool:
    """Whether a percentage may be a share of things or a change of their number: "power bills, 40%"."""
    words = (measure.of or "").lower().split()
    plural = bool(words) and re.search(r"[^s]s$", words[-1]) is not None
    return plural and is_percent(measure) and not noun_sense(words[0], "change")


def _bare_tail(measure: Measure, locale: Locale) -> str:
    words = str(word_measure(measure, locale))
    return f", going {words}" if is_change(measure) else f" ({words})"


def _change_phrases(changes: list[Measure], deed: Deed, locale: Locale) -> list[str]:
    phrases: list[str] = []
    before = ""
    for measure in changes:
        verb, words = change_verb(measure, locale)
        verb = (f"helping to {verb}" if not phrases else verb) if deed.contributed else to_gerund(verb)
        of = lowered(measure.of or "")
        phrases.append(
            f"{of} {words}" if verb == before or verb == before.removeprefix("helping to ") else f"{verb} {of} {words}"
        )
        before = verb
    return phrases


def change_verb(measure: Measure, locale: Locale) -> tuple[str, str]:
    """The base of the verb that suits a change of what is measured, and the figures: cut, raise, double, take."""
    figures = word_measure(measure, locale)
    start, end = measure.start, measure.end
    if (measure.unit or "-").lower() == (measure.of or "").lower().split(" ")[-1]:
        # "sick days from 6 to 4 days" has its unit twice.
        figures = replace(word_measure(measure.model_copy(update={"unit": None}), locale), percent=figures.percent)
    words = re.findall(r"[a-z-]+", (measure.of or "").lower())
    less, more = (any(noun_sense(word, name) for word in words[:1] + words[-1:]) for name in ("less", "more"))
    if start is None or end is None or (less == more and not less):
        return "take", str(figures)
    if less and words and noun_sense(words[-1], "more") and not noun_sense(words[-1], "less"):
        less, more = False, True
    exact = measure.confidence == "exact" and start > 0
    if less and end < start:
        halved = exact and end * 2 == start
        return ("halve", figures.text(percent=False)) if halved else ("cut", str(figures))
    if more and not less and end > start:
        if exact and end == start * 2:
            return "double", figures.text(percent=False)
        return ("grow" if any(noun_sense(word, "grows") for word in words[-1:]) else "raise"), str(figures)
    return "take", str(figures)


def _change_of(measure: Measure, locale: Locale) -> str:
    """An amount of change: "a 30% reduction in errors", "saving $40,000 a year"; "" for what is no amount of change."""
    of = measure.of or ""
    words = of.lower().split()
    if words[-1:] and noun_sense(words[-1], "saved") and is_money(measure, locale):
        return f"saving {word_measure(measure, locale)}"
    if words and noun_sense(words[0], "change") and is_percent(measure):
        figures = word_measure(measure, locale)
        return f"{_article(figures.main)} {figures.main} {lowered(of)}{' ' + figures.period if figures.period else ''}"
    return ""


def _article(words: str) -> str:
    return "an" if re.match(r"(?:8|11(?!\d)|18(?!\d)|about)", words) else "a"


def _holding(measure: Measure, locale: Locale) -> str:
    """A value that holds: "customer satisfaction at 94%", "250 participants", "sales of $1.2 million"."""
    of = lowered(measure.of or "")
    words = str(word_measure(measure, locale))
    last = of.lower().split()[-1] if of.split() else ""
    unit = (measure.unit or "").lower()
    if not unit or unit == of.lower() or unit == last:
        figures = word_measure(measure.model_copy(update={"unit": of}), locale)
        return str(figures)
    if (is_percent(measure) or is_time(measure)) and not noun_sense(last, "counted"):
        return f"{of} at {words}"
    article = "" if not noun_sense(last, "counted") else "an " if of[:1] in "aeiou" else "a "
    return f"{article}{of} of {words}"


def _made_result(measures: tuple[Measure, ...], locale: Locale) -> str:
    """A result made of a change whose direction is known to be good: "Cut turnaround time from 13 to 8 weeks"."""
    if len(measures) != 1 or not measures[0].of or not is_change(measures[0]):
        return ""
    verb, words = change_verb(measures[0], locale)
    return "" if verb == "take" else f"{verb} {lowered(measures[0].of)} {words}"
