"""STY: the typography of French."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resumekit.lint.finding import Finding
from resumekit.lint.page import Page
from resumekit.lint.rules import rule
from resumekit.lint.settings import Settings

FRENCH = ("fr",)
NBSP = "\u00a0"
_FIXED = f"{NBSP}\u202f"
# In Canada only the colon, the percent sign, the dollar sign and guillemets stand apart, by a fixed space.
_BEFORE = re.compile(
    r"(?P<gap> ?)(?P<sign>[:](?=\s|$))|(?<=\d)(?P<gap2> ?)(?P<sign2>%)|(?<=\d)(?P<gap3> ?)(?P<sign3>\$)"
)
_FRANCE = re.compile(r"(?<=\w)(?P<gap> ?)(?P<sign>[;!?])(?=\s|$)")
_GUILLEMETS = re.compile(rf"«(?![{_FIXED}])(?P<gap> ?)|(?<![{_FIXED}])(?P<gap2> ?)»")
_QUOTES = re.compile(r"[\"“](?P<said>[^\"“”]+)[\"”]")
_THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?P<mark>[,. ])(?=\d{3}(?!\d))(?:\d{3}[,. ]?)+")
_DECIMAL = re.compile(r"(?<![\d.,])\d+(?P<mark>\.)\d{1,2}(?=[ \u00a0\u202f]?(?:%|\$|million|M\b|sur\b|fois\b))")


@rule("STY010", domain="L16", severity="warning", languages=FRENCH)
def unfixed_space(page: Page, settings: Settings) -> Iterator[Finding]:
    """Une espace qui peut se rompre, ou qui manque, devant un signe français.

    Why: un signe rejeté seul au début d’une ligne se voit d’abord; l’espace insécable l’en empêche.

    - bad: Réduction des pertes de 12 %
    - bad: Budget de 40 000$
    - good: Réduction des pertes de 12\u00a0% en une saison
    - good: Gestion de deux budgets\u00a0: 40\u00a0000\u00a0$ et 9\u00a0000\u00a0$
    """
    for line in page.prose:
        signs = list(_BEFORE.finditer(line.text))
        if page.locale == "fr-FR":
            signs += _FRANCE.finditer(line.text)
        for match in signs:
            sign = next(value for name, value in match.groupdict().items() if name.startswith("sign") and value)
            before = line.text[match.start() - 1 : match.start()]
            if _blurs_spaces(page) and any(match.groupdict().get(gap) for gap in ("gap", "gap2", "gap3")):
                continue
            if before in (NBSP, "\u202f", "") or (sign == ":" and re.match(r"\d", line.text[match.end() :])):
                continue
            yield line.found(
                f"devant « {sign} », une espace insécable", match.start(), match.end(),
                suggestion=f"écrivez une espace insécable devant « {sign} »", replacement=f"{NBSP}{sign}",
            )  # fmt: skip


def _blurs_spaces(page: Page) -> bool:
    """Whether a space may have been a fixed one: the text that is taken out of a PDF has one kind only."""
    return page.reading is not None and page.reading.kind == "pdf"


@rule("STY011", domain="L18", severity="warning", languages=FRENCH)
def foreign_quotes(page: Page, settings: Settings) -> Iterator[Finding]:
    """Des guillemets anglais dans un texte français, ou des guillemets français sans espace insécable.

    Why: la page se donne pour française; ses signes doivent l’être aussi.

    - bad: Animation de l’atelier "Premier emploi" pour 40 jeunes
    - bad: Animation de l’atelier «Premier emploi» pour 40 jeunes
    - good: Animation de l’atelier «\u00a0Premier emploi\u00a0» pour 40 jeunes
    """
    for line in page.prose:
        for match in _QUOTES.finditer(line.text):
            right = f"«{NBSP}{match['said'].strip()}{NBSP}»"
            yield line.found("guillemets anglais", match.start(), match.end(), suggestion=f"écrivez {right}",
                             replacement=right)  # fmt: skip
        for match in _GUILLEMETS.finditer(line.text):
            if _blurs_spaces(page) and (match["gap"] or match["gap2"]):
                continue
            right = f"«{NBSP}" if match[0].startswith("«") else f"{NBSP}»"
            yield line.found("guillemet sans espace insécable", match.start(), match.end(),
                             suggestion=f"écrivez « {right.strip(NBSP)} » avec une espace insécable",
                             replacement=right)  # fmt: skip


@rule("STY012", domain="L16", severity="warning", languages=FRENCH)
def english_number(page: Page, settings: Settings) -> Iterator[Finding]:
    """Un nombre écrit à l’anglaise: virgule ou point pour les milliers, point pour les décimales.

    Why: « 4,200 » se lit quatre virgule deux.

    - bad: Base terminologique de 4,200 entrées
    - bad: Note moyenne de 4.6 sur 5
    - good: Base terminologique de 4\u00a0200 entrées
    - good: Note moyenne de 4,6 sur 5
    """
    for line in page.prose:
        for match in _THOUSANDS.finditer(line.text):
            if match["mark"] == " ":
                continue
            number = match[0].rstrip(",. ")
            right = re.sub(r"[,.]", NBSP, number)
            yield line.found(f"« {number} » est à l’anglaise", match.start(), match.start() + len(number),
                             suggestion=f"écrivez {right}", replacement=right)  # fmt: skip
        for match in _DECIMAL.finditer(line.text):
            right = match[0].replace(".", ",")
            yield line.found(f"« {match[0]} » est à l’anglaise", match.start(), match.end(),
                             suggestion=f"écrivez {right}", replacement=right)  # fmt: skip
