"""Makes the dictionaries of the spelling check from word lists: `python -m benchmarks.fit.dictionaries FOLDER FR`.

FOLDER holds SCOWL's lists of size 70 as Debian packs them (american-english-large, british-english-large,
canadian-english-large); FR is the folder with fr_FR.dic and fr_FR.aff of the French Hunspell dictionary 7.0. Run it
again when they change; what it writes is in resumekit/text/dictionaries/, with the licences.
"""

from __future__ import annotations

import gzip
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

TARGET = Path(__file__).resolve().parents[2] / "resumekit" / "text" / "dictionaries"
LISTS = ("american", "british", "canadian")

# Each family of spellings that differ: American to British, as patterns over whole words.
FAMILIES = (
    (
        "our",
        r"^(.*[a-z])or(|s|ed|ing|able|ably|ful|fully|less|er|ers|hood|hoods|ite|ites|al|ally|y|ist|ists)$",
        r"\1our\2",
    ),
    ("re", r"^(.+)er(|s)$", r"\1re\2"),
    ("re", r"^(.+)er(ed|ing)$", r"\1r\2"),
    ("re", r"^(.+t)er(piece|pieces|line|lines|fold|folds)$", r"\1re\2"),
    ("ize", r"^(.+)iz(e|es|ed|ing|er|ers|ation|ations|ational|able)$", r"\1is\2"),
    ("yze", r"^(.+)yz(e|es|ed|ing|er|ers)$", r"\1ys\2"),
    ("ll", r"^(.+[aeiou])l(ed|ing|er|ers|ings|or|ors|ery|est)$", r"\1ll\2"),
    ("ogue", r"^(.+)og(|s|ed|ing|er|ers)$", r"\1ogu\2"),
    ("ogue", r"^(.+)og(|s)$", r"\1ogue\2"),
    ("ence", r"^(.+)ens(e|es|eless)$", r"\1enc\2"),
    ("ae", r"^(.*)e(.+)$", r"\1ae\2"),
    ("ae", r"^(.*)e(.+)$", r"\1oe\2"),
)
_ENDINGS = ("re", "our", "ll", "ogue", "ence")
# Pairs of no family, and the ones in a family that are words of their own.
SINGLE = {
    "check": "", "gray": "grey", "grays": "greys", "grayish": "greyish", "aging": "ageing", "plow": "plough",
    "mold": "mould", "molds": "moulds", "molding": "moulding", "tire": "", "curb": "", "skeptical": "sceptical",
    "skeptic": "sceptic", "artifact": "artefact", "artifacts": "artefacts", "fulfill": "fulfil", "fulfills": "fulfils",
    "fulfillment": "fulfilment", "enroll": "enrol", "enrolls": "enrols", "enrollment": "enrolment",
    "enrollments": "enrolments", "installment": "instalment", "installments": "instalments", "skillful": "skilful",
    "skillfully": "skilfully", "willful": "wilful", "distill": "distil", "instill": "instil", "instills": "instils",
    "pajamas": "pyjamas", "aluminum": "aluminium", "airplane": "aeroplane", "maneuver": "manoeuvre",
    "maneuvers": "manoeuvres", "maneuvered": "manoeuvred", "maneuvering": "manoeuvring", "jewelry": "jewellery",
    "woolen": "woollen", "marvelous": "marvellous", "theater": "theatre", "acknowledgment": "acknowledgement",
    "pretense": "pretence", "sulfur": "sulphur", "sulfate": "sulphate",
}  # fmt: skip


def english(folder: Path) -> dict[str, set[str]]:
    """The words of each list, without possessives."""
    lists = {}
    for name in LISTS:
        words = (folder / f"{name}-english-large").read_text(encoding="utf-8").split("\n")
        lists[name] = {word for word in words if len(word) > 1 and not word.endswith(("'s", "’s"))}
    return lists


def variants(lists: dict[str, set[str]]) -> Iterator[tuple[str, str, str, str]]:
    """American, British, family, and "both" where Americans write the second too."""
    for one, other, family in _pairs(lists["american"], lists["british"]):
        yield one, other, family, "both" if other in lists["american"] else ""


def _pairs(america: set[str], britain: set[str]) -> Iterator[tuple[str, str, str]]:
    for one, other in sorted(SINGLE.items()):
        if other:
            yield one, other, "single"
    for word in sorted(america):
        if not word.islower() or word in SINGLE:
            continue
        for family, pattern, repl in FAMILIES:
            found = re.sub(pattern, repl, word)
            if found == word or found not in britain:
                continue
            ours = word not in britain and (found not in america or family in _ENDINGS)
            if ours or (family in ("ize", "yze") and found not in america):
                yield word, found, family


def french(folder: Path) -> set[str]:
    """Every form that the French dictionary makes with its suffixes; elisions are parted before a word is looked up."""
    rules: dict[str, list[tuple[str, str, re.Pattern[str], str]]] = {}
    for line in (folder / "fr_FR.aff").read_text(encoding="utf-8").split("\n"):
        part = line.split()
        if len(part) >= 5 and part[0] == "SFX":
            add, _, more = part[3].partition("/")
            strip = "" if part[2] == "0" else part[2]
            pattern = re.compile(f"(?:{part[4]})$")
            rules.setdefault(part[1], []).append((strip, "" if add == "0" else add, pattern, more))
    found: set[str] = set()
    for entry in (folder / "fr_FR.dic").read_text(encoding="utf-8").split("\n")[1:]:
        word, _, flags = entry.split("\t")[0].split(" ")[0].partition("/")
        if word:
            forms = list(_forms(word, flags, rules))
            found.update(forms if "()" in flags else [word, *forms])
    return {word for word in found if len(word) > 1 and not any(c.isdigit() for c in word)}


def _forms(word: str, flags: str, rules: dict[str, list[tuple[str, str, re.Pattern[str], str]]]) -> Iterator[str]:
    for flag in (flags[i : i + 2] for i in range(0, len(flags), 2)):
        for strip, add, pattern, more in rules.get(flag, ()):
            if pattern.search(word) and word.endswith(strip):
                form = word[: len(word) - len(strip)] + add
                yield form
                if more:
                    yield from _forms(form, more, rules)


def write(name: str, lines: Iterable[str]) -> None:
    """Sorted by bytes, with a line break before and after each, so that it can be searched by halving."""
    text = "\n" + "\n".join(sorted(set(lines), key=str.encode)) + "\n"
    (TARGET / f"{name}.txt.gz").write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def main() -> None:
    """Writes all of them."""
    lists = english(Path(sys.argv[1]))
    write("en", set().union(*lists.values()))
    write("en-variants", ("\t".join(pair) for pair in variants(lists)))
    write("fr", french(Path(sys.argv[2])))


if __name__ == "__main__":
    main()
