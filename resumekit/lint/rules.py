"""The rules by code, and the decorator that adds one."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from resumekit.errors import UnknownNameError
from resumekit.lint.finding import Scope, Severity
from resumekit.lint.rule import CODE, Check, Rule, read_doc
from resumekit.registry import Registry

RULES: Registry[Rule] = Registry("rule")


def rule(
    code: str,
    *,
    domain: str,
    severity: Severity,
    scope: Scope = "document",
    languages: tuple[str, ...] = ("en", "fr"),
    aliases: tuple[str, ...] = (),
) -> Callable[[Check], Check]:
    """A decorator that makes a rule of a check and adds it under its code."""

    def keep(check: Check) -> Check:
        if not CODE.fullmatch(code):
            raise ValueError(f"'{code}' is no code: three capital letters and three digits")
        RULES.add(code)(Rule(code, domain, severity, scope, languages, aliases, check, read_doc(check)))
        return check

    return keep


def codes_of(name: str) -> frozenset[str]:
    """The codes that a name in a setting stands for: a code or an old one, a family ("WRD"), a domain id ("L07").

    Raises:
        UnknownNameError: it stands for none.
    """
    wanted = name.strip().upper()
    found = frozenset(
        code for code, known in RULES.items() if wanted in (code, known.family, known.domain) or wanted in known.aliases
    )
    if not found:
        raise UnknownNameError("rule, family or domain id", name, names())
    return found


def names() -> Iterable[str]:
    """Every name that `codes_of` knows, old ones apart."""
    return sorted({*RULES, *(known.family for known in RULES.values()), *(known.domain for known in RULES.values())})
