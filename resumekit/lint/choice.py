"""Choice: what settings mean for the rules there are: which run, how grave each is, what may stand."""

from __future__ import annotations

from resumekit.lint.finding import Finding, Severity
from resumekit.lint.rule import Rule
from resumekit.lint.rules import RULES, codes_of
from resumekit.lint.settings import Settings


def chosen_rules(settings: Settings) -> tuple[Rule, ...]:
    """The rules that run, in the order of the registry. Raises UnknownNameError."""
    wanted = {code for name in settings.select for code in codes_of(name)} if settings.select else set(RULES)
    left = {code for name in settings.ignore for code in codes_of(name)}
    return tuple(rule for code, rule in RULES.items() if code in wanted and code not in left)


def severity_of(rule: Rule, settings: Settings) -> Severity:
    """How grave the rule's findings are: as set for its code, else for its family or domain id, else its own."""
    names = [name for name in settings.severity if rule.code in codes_of(name)]
    exact = [name for name in names if name.upper() == rule.code or name.upper() in rule.aliases]
    return settings.severity[(exact or names)[-1]] if names else rule.severity


def reason_to_let_stand(finding: Finding, settings: Settings) -> str:
    """Why the finding may stand; "" when nobody lets it."""
    for item in settings.suppressions:
        if (
            finding.code in codes_of(item.rule)
            and (not item.fact or item.fact in finding.facts)
            and (not item.words or item.words.casefold() in finding.words.casefold())
        ):
            return item.reason
    return ""
