"""VRB: what a bullet opens with in French, where nouns of action and infinitives are at home."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from tomllib import loads
from typing import Literal

from resumekit.lint.finding import Finding
from resumekit.lint.page import Page
from resumekit.lint.reading import unquoted, words
from resumekit.lint.rules import rule
from resumekit.lint.settings import Settings

FRENCH = ("fr",)
Kind = Literal["noun", "infinitive", "participle", "finite", "other", ""]
_DETERMINERS = frozenset("le la les l un une des du ce cette ces mon ma mes notre nos au aux".split())
_PREPOSITIONS = frozenset("dans en pour avec par sur à de d lors pendant sous chez ainsi également puis".split())
_NOT_INFINITIVES = frozenset(
    "atelier ateliers chantier chantiers premier dernier papier courrier dossier métier quartier cahier calendrier clavier"
    " conseiller infirmier ouvrier cuisinier caissier plaisir loisir avenir désir cadre offre oeuvre œuvre heure affaire"
    " lettre titre chiffre nombre membre livre centre genre ordre rencontre montre séminaire inventaire commentaire"
    " sommaire horaire annuaire formulaire salaire partenaire bénévole culture peinture structure ouverture fermeture"
    " couverture procédure mesure signature facture fourniture lecture écriture réécriture agriculture architecture"
    " nature aventure toiture voiture soudure coupure gestionnaire propriétaire secrétaire".split()
)
_NOT_PARTICIPLES = frozenset(
    "santé qualité sécurité comité unité arrivée entrée soirée journée tournée armée durée".split()
)


@cache
def _verbs() -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    """Infinitives, participles, nouns of action, and forms of the present, of the lexicon's verbs."""
    data = loads((files("resumekit.text") / "lexicons" / "verbs-fr.toml").read_text(encoding="utf-8"))["verbs"]
    infinitives = {name.split()[0] for name in data}
    participles = {entry.split(" | ")[0].split()[0] for entry in data.values()}
    nouns = {entry.split(" | ")[1].split()[0] for entry in data.values()}
    finite = set()
    for name in infinitives:
        if name.endswith("er"):
            stem = re.sub(r"[éè](?=[^aeiouyéèà]+$)", "è", name[:-2])
            finite |= {f"{stem}e", f"{stem}ent", f"{name[:-2]}ais", f"{name[:-2]}ait", f"{name[:-2]}ons"}
        elif name.endswith("ir"):
            finite |= {f"{name[:-1]}t", f"{name[:-1]}s", f"{name[:-1]}ssait"}
    return frozenset(infinitives), frozenset(participles), frozenset(nouns), frozenset(finite - nouns)


@cache
def opening_kind(text: str) -> Kind:
    """What a French bullet opens with."""
    said = words(text)
    if not said:
        return ""
    first = said[0].lower().replace("’", "'")
    infinitives, participles, nouns, finite = _verbs()
    elided = first.partition("'")[0]
    if (
        first in _DETERMINERS
        or elided in ("l", "j", "d")
        or first in _PREPOSITIONS
        or first in ("ai", "je", "a", "avoir")
    ):
        return "participle" if first in ("ai", "a") and len(said) > 1 else "other"
    if first in nouns:
        return "noun"
    if first in finite and first not in participles:
        return "finite"
    if first in infinitives or (
        re.search(r"(?:er|ir|oir|re)$", first) and first not in _NOT_INFINITIVES and _takes(said)
    ):
        return "infinitive"
    if first in participles or (
        re.search(r"(?:é|és|ée|ées)$", first) and first not in _NOT_PARTICIPLES and _takes(said)
    ):
        return "participle"
    return "noun"


def _takes(said: tuple[str, ...]) -> bool:
    """Whether what follows may be the object of a verb."""
    following = said[1].lower() if len(said) > 1 else ""
    return following.partition("’")[0].partition("'")[0] in _DETERMINERS or following[:1].isdigit() or following in (
        "à", "avec", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "douze", "et", "plus", "près", "tous",
    )  # fmt: skip


@rule("VRB011", domain="L01", severity="warning", languages=FRENCH)
def weak_opener(page: Page, settings: Settings) -> Iterator[Finding]:
    """Un point qui s’ouvre sur une tâche ou un coup de main plutôt que sur une action.

    Why: il dit quel était le poste; on veut savoir ce que la personne y a fait.

    - bad: Responsable de la formation de 12 commis
    - bad: Participation à la mise en place d’un nouveau système
    - good: Formation de 12 commis en deux semaines
    - good: Soutien aux résidents pour les repas et les soins
    """
    for line in page.bullets:
        text = unquoted(line.text)
        hit = settings.phrases("fr", "weak_opener").at_start(text)
        if not hit or line.contributed:
            continue
        near = " ".join(text[hit.end :].split()[:3])
        if re.match(r"sout|appu|aid|assist", text, re.IGNORECASE) and next(
            settings.phrases("fr", "helped_people").find(near), None
        ):
            continue
        said = line.text[hit.start : hit.end]
        yield line.found(
            f"« {said} » dit une tâche, non une action", hit.start, hit.end,
            suggestion="commencez par ce qui a été fait: gestion, création, réduction, formation …",
            ask=str(hit.value) or "Qu’avez-vous fait, et qu’en est-il sorti ?",
        )  # fmt: skip


@rule("VRB012", domain="L02", severity="warning", languages=FRENCH)
def no_action(page: Page, settings: Settings) -> Iterator[Finding]:
    """Un point qui ne s’ouvre ni sur un nom d’action ni sur un infinitif.

    Why: le premier mot est celui qu’on lit; un article, une préposition ou un verbe conjugué le gaspille.

    - bad: Gère une équipe de 12 commis
    - bad: Les rapports mensuels de neuf succursales
    - good: Gestion d’une équipe de 12 commis
    - good: Gérer une équipe de 12 commis
    """
    for line in page.bullets:
        if opening_kind(unquoted(line.text)) in ("other", "finite"):
            first = words(line.text)[0]
            start = line.text.index(first)
            yield line.found(
                f"il s’ouvre sur « {first} »", start, start + len(first),
                suggestion="commencez par un nom d’action (gestion de …) ou un infinitif (gérer …)",
            )  # fmt: skip


_PASSIVE = re.compile(
    r"\b(?:(?:a|ont|avait|avaient|ai|avons) été|(?:est|sont|était|étaient|fut|furent|suis|étais)) (?:\w+ment )?"
    r"(?P<done>\w+(?:é|ée|és|ées|i|ie|is|ies|u|ue|us|ues|it|ite|its|ites|ert|erte|erts|ertes|oint|ointe|oints|ointes|eint|einte|eints|eintes))\b",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(
    r"\b(?:qui|que|qu|dont|où|lorsque|quand|si|car|puisque|afin que|lequel|laquelle)\b", re.IGNORECASE
)


@rule("VRB013", domain="L03", severity="warning", languages=FRENCH)
def passive(page: Page, settings: Settings) -> Iterator[Finding]:
    """Une phrase passive.

    Why: elle tait qui l’a fait, la seule chose que la page doive dire.

    - bad: Les coûts ont été réduits de 12 %
    - bad: A été chargée de la formation des commis
    - good: Réduction des coûts de 12\u00a0%
    - good: Recrutement de neuf autrices, dont deux ont été primées
    """
    for line in page.bullets:
        text = unquoted(line.text)
        for match in _PASSIVE.finditer(text):
            honour = settings.phrases("fr", "honour").at_start(text, match.start("done"))
            if honour or _SUBORDINATE.search(text[: match.start()]):
                continue
            yield line.found(
                f"« {line.text[match.start() : match.end()]} » est au passif", match.start(), match.end(),
                suggestion="commencez par l’action: réduction de …, formation de …", ask="Est-ce vous qui l’avez fait ?",
            )  # fmt: skip
            break


@rule("VRB016", domain="L12", severity="warning", languages=FRENCH)
def repeated_opening(page: Page, settings: Settings) -> Iterator[Finding]:
    """Un mot qui ouvre plus de deux points, ou deux points de suite.

    Why: répété, il se lit comme une seule chose faite plusieurs fois; un autre montre une autre compétence.

    - bad: Gestion d’une boulangerie | Gestion de 12 commis
    - good: Gestion d’une boulangerie | Encadrement de 12 commis
    """
    most = int(settings.limit("opening_repeats"))
    seen: Counter[str] = Counter()
    told: set[tuple[str, ...]] = set()
    last = ("", "")
    for line in page.bullets:
        said = words(unquoted(line.text))
        if not said or (line.facts and line.facts in told):
            continue
        told.add(line.facts)
        first = said[0].lower()
        seen[first] += 1
        here = (line.post.key if line.post else line.section, first)
        if seen[first] > most or here == last:
            start = line.text.index(said[0])
            again = "deux fois de suite" if here == last else f"{seen[first]} points"
            yield line.found(f"« {said[0]} » ouvre {again}", start, start + len(said[0]),
                             suggestion="commencez par un autre mot")  # fmt: skip
        last = here


@rule("VRB018", domain="L29", severity="warning", languages=FRENCH)
def mixed_openings(page: Page, settings: Settings) -> Iterator[Finding]:
    """Des points d’un même poste, les uns ouverts par un nom, les autres par un infinitif ou un participe.

    Why: des points bâtis de même se lisent deux fois plus vite.

    - bad: Gestion de 12 commis | Ouvrir deux magasins | Formation de neuf caissiers
    - good: Gestion de 12 commis | Ouverture de deux magasins | Formation de neuf caissiers
    """
    names = {
        "noun": "un nom",
        "infinitive": "un infinitif",
        "participle": "un participe",
        "finite": "un verbe conjugué",
    }
    for _, lines in page.by_post:
        kinds = [(line, opening_kind(unquoted(line.text))) for line in lines]
        counted = Counter(kind for _, kind in kinds if kind in names)
        if len(counted) < 2:
            continue
        usual = max(counted, key=lambda kind: (counted[kind], list(names)[::-1].index(kind)))
        for line, kind in kinds:
            if kind in names and kind != usual:
                first = words(line.text)[0]
                start = line.text.index(first)
                yield line.found(
                    f"« {first} »: les autres points du poste s’ouvrent sur {names[usual]}", start, start + len(first),
                    suggestion=f"ouvrez-le sur {names[usual]}",
                )  # fmt: skip
