"""Pages made of the examples in a rule's docstring.

An example is one bullet, or several parted by " | ". A mark in square brackets before a bullet says more of it:
[current] and [ended] begin a role, [profile], [text], [title], [heading] and [quote] name its kind, [target: HR Advisor]
and [months: 6] speak of the whole page, [letter] makes it a letter. An example that opens with a brace is a client file,
in YAML's short form.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, cast

from resumekit.lint.page import LineKind, Page, PageLine, Post
from resumekit.lint.page_of import page_of_resume
from resumekit.load.client import parse
from resumekit.model.achievement import Achievement
from resumekit.sections.bullet import compose_bullet
from resumekit.text.locale import load_locale

_MARK = re.compile(r"^\[([a-z]+)(?:: ([^\]]*))?\] *")
_KINDS = ("profile", "text", "title", "heading", "quote", "other", "contact", "duty")


def page_of_example(example: str, language: str = "en") -> Page:
    locale = "fr-CA" if language == "fr" else "en-CA"
    if example.startswith("{"):
        return page_of_client(example, locale)
    lines: list[PageLine] = []
    post = Post("role-0", current=False)
    whole: dict[str, Any] = {}
    for number, part in enumerate(example.split(" | "), 1):
        text, kind = part, "bullet"
        while mark := _MARK.match(text):
            text = text[mark.end() :]
            name, value = mark[1], mark[2]
            if name in ("current", "ended"):
                post = Post(f"role-{number}", title=value or "", current=name == "current")
            elif name in _KINDS:
                kind = name
            elif name == "letter":
                whole["kind"] = "letter"
            elif name == "target":
                whole["target_title"] = value
            elif name == "months":
                whole["months"] = int(value)
            else:
                raise ValueError(f"[{name}] is no mark of an example")
        if text:
            path = ("experience", 0, "roles", 0, "achievements", number - 1, "text")
            of = post if kind in ("bullet", "duty") else None
            lines.append(
                PageLine(text, cast(LineKind, kind), post=of, facts=(f"fact-{number}",), path=path, line=number)
            )
    return replace(Page(tuple(lines), locale), **whole)


def page_of_client(text: str, locale: str) -> Page:
    resume = parse(text).resume
    pack = load_locale(locale)

    def say(achievement: Achievement, current: bool) -> str:
        return compose_bullet(achievement, current=current, locale=pack).text

    return page_of_resume(resume, say, target=resume.target())
