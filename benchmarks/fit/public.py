"""Measures against public sets, whose files stay outside the project, and what the optional embeddings are worth.

    python -m benchmarks.fit.public --esco FOLDER --sentences techwolf_test_annotations.csv …
    python -m benchmarks.fit.public --onet FOLDER
    python -m benchmarks.fit.public --bullets

`--esco` is ESCO's classification download (CSV, English), `--sentences` are sets of sentences labelled with ESCO skills:
tables with the columns `sentence` and `label`, a row for each label. `--onet` is O*NET's text database. `--bullets`
takes the bullets of held-out/. `--embeddings` adds rows that need the extra of that name. PUBLIC.md says what was
measured, and of what.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from math import log
from pathlib import Path

import numpy as np

from benchmarks.fit.bullet import HERE, NONE, Bullet, labelled
from resumekit.load.esco import read_esco
from resumekit.load.framework import find_framework
from resumekit.load.lexicon import find_lexicons
from resumekit.load.onet import COLUMNS, DETAILED, DOWNLOAD, read_onet
from resumekit.load.table import find_table, read_table
from resumekit.skills.framework import Framework
from resumekit.skills.labels import LabelIndex

NO_LABEL = {"UNDERSPECIFIED", "LABEL NOT PRESENT", ""}
MEANING = 3.0
"""What a cosine of meaning counts beside the score of labels."""
FLOOR = 0.005
HELD_OUT = 5
"""One occupation in so many is held out of O*NET's, by a hash of its code."""


@dataclass(frozen=True, slots=True)
class Query:
    """A text and the places of the competencies that are right for it; -1 for one that the framework does not have."""

    text: str
    right: frozenset[int]


def precision_at(order: Sequence[int], right: frozenset[int], most: int = 5) -> float:
    """R-precision at k: of the first k, how many are right, of as many as could be."""
    return len(right & set(order[:most])) / min(most, len(right))


def sentences(path: Path, framework: Framework) -> list[Query]:
    """The sentences of a set that have a label, each once."""
    place: dict[str, int] = {}
    for number, competency in enumerate(framework.competencies):
        place.setdefault(competency.name.lower(), number)
    for number, competency in enumerate(framework.competencies):
        for term in competency.terms:
            place.setdefault(term.lower(), number)
    right: dict[str, set[int]] = {}
    missing: set[str] = set()
    for row in read_table(path, ("sentence", "label")).rows:
        if (label := row["label"].strip()) not in NO_LABEL:
            known = place.get(label.lower())
            if known is None:
                missing.add(label)
            # A label of another release is counted as one that is never found, and each as another one.
            right.setdefault(row["sentence"], set()).add(-len(missing) if known is None else known)
    if missing:
        print(
            f"{path.name}: {len(missing)} labels are not in this release and count as missed: {sorted(missing)[:5]} …"
        )
    return [Query(text, frozenset(places)) for text, places in right.items()]


def meaning_of(framework: Framework) -> Callable[[str], np.ndarray]:
    """The cosine of a text to the name of every functional competency, by the optional extra."""
    from resumekit.skills.embedding import Embedder

    embedder = Embedder()
    names = embedder.vectors([item.name for item in framework.competencies if framework.kind_of(item) == "functional"])
    return lambda text: np.asarray(names @ embedder.vectors([text])[0])


def esco(folder: Path, files: Iterable[Path], embeddings: bool) -> None:
    """RP@5 of the labels, and with the embeddings beside them."""
    start = time.perf_counter()
    framework = read_esco(folder).framework
    read = time.perf_counter()
    index = LabelIndex(framework)
    print(
        f"{len(framework.competencies)} skills, read in {read - start:.2f} s, index {time.perf_counter() - read:.2f} s"
    )
    near = meaning_of(framework) if embeddings else None
    for path in files:
        queries = sentences(path, framework)
        scores: dict[str, list[float]] = {}
        start = time.perf_counter()
        for query in queries:
            index.rank(query.text, 5)
        speed = len(queries) / (time.perf_counter() - start)
        for query in queries:
            by_label = index.scores(query.text)
            ways = {"labels": by_label}
            if near:
                by_meaning = near(query.text)
                ways |= {"meaning of the label": by_meaning, "both": by_label + MEANING * by_meaning}
            for name, values in ways.items():
                order = np.argsort(-values, kind="stable")[:5].tolist()
                scores.setdefault(name, []).append(precision_at(order, query.right))
        found = ", ".join(f"{name} {np.mean(part):.1%}" for name, part in scores.items())
        print(f"{path.name}: {len(queries)} sentences, RP@5: {found}; {speed:.0f} sentences/s")


def duties(folder: Path, framework: Framework) -> list[Query]:
    """Tasks of the occupations held out, each with the activities of its detailed ones."""
    place = {item.related["onet"][0]: number for number, item in enumerate(framework.competencies)}
    path = find_table(folder, DETAILED, DOWNLOAD)
    key = COLUMNS[path.name][1]
    activity = {
        row[key].strip(): place.get(row[COLUMNS[path.name][0]].strip(), -1)
        for row in read_table(path, COLUMNS[path.name], tabs=True).rows
    }
    links = read_table(find_table(folder, ("Tasks to DWAs.txt",), DOWNLOAD), ("Task ID", key), tabs=True)
    right: dict[str, set[int]] = {}
    for row in links.rows:
        right.setdefault(row["Task ID"].strip(), set()).add(activity.get(row[key].strip(), -1))
    columns = ("O*NET-SOC Code", "Task ID", "Task")
    tasks = read_table(find_table(folder, ("Task Statements.txt",), DOWNLOAD), columns, tabs=True)
    return [
        Query(row["Task"], frozenset(right[row["Task ID"].strip()]))
        for row in tasks.rows
        if row["Task ID"].strip() in right and is_held_out(row["O*NET-SOC Code"])
    ]


def is_held_out(code: str) -> bool:
    """Whether an occupation's tasks are measured."""
    return int(sha256(code.strip().encode()).hexdigest(), 16) % HELD_OUT == 0


def onet(folder: Path, embeddings: bool) -> None:
    """Top-1 and top-3: one of a task's activities stands there."""
    whole = read_onet(folder).framework
    bare = whole.model_copy(
        update={"competencies": tuple(item.model_copy(update={"cues": ()}) for item in whole.competencies)}
    )
    queries = duties(folder, whole)
    print(f"{len(queries)} tasks of held-out occupations, {len(whole.competencies)} activities")
    ways: dict[str, Callable[[str], np.ndarray]] = {
        "name and description": LabelIndex(bare).scores,
        "and detailed activities": LabelIndex(whole).scores,
    }
    if embeddings:
        from resumekit.skills.embedding import Suggester

        suggester = Suggester(whole)
        ways["meaning"] = lambda text: np.array(list(suggester.near(text).values()))
    for name, way in ways.items():
        orders = [np.argsort(-way(query.text), kind="stable")[:3].tolist() for query in queries]
        top = [
            np.mean([bool(query.right & set(order[:n])) for query, order in zip(queries, orders, strict=True)])
            for n in (1, 3)
        ]
        print(f"{name}: top-1 {top[0]:.1%}, top-3 {top[1]:.1%}")


def bullets() -> None:
    """The held-out bullets of human resources, by area: the engine, meaning alone, and meaning beside the engine."""
    from resumekit.skills.embedding import Suggester
    from resumekit.skills.engine import Engine

    framework = find_framework("hr-canada")
    engine = Engine(framework, find_lexicons(framework.lexicons))
    start = time.perf_counter()
    suggester = Suggester(framework)
    print(f"the suggester was built in {time.perf_counter() - start:.1f} s")
    for path in sorted(HERE.glob("held-out/*.csv")):
        known = labelled(path)
        start = time.perf_counter()
        suggested = [[match.group for match in suggester.suggest(bullet.text)] for bullet in known]
        speed = len(known) / (time.perf_counter() - start)
        near = [_by_area(framework, suggester.near(bullet.text)) for bullet in known]
        meant = [suggester.areas(bullet.text) for bullet in known]
        matches = [engine.rank(bullet.text) for bullet in known]
        sure = [_by_area(framework, {match.competency: match.probability for match in found}) for found in matches]
        silent = [not any(match.band in ("demonstrated", "partial") for match in found) for found in matches]
        ways = {"engine": sure, "meaning, not fitted": near}
        if suggester.meaning:
            ways |= {"meaning, fitted": meant, "engine and half of meaning": list(map(_both, sure, meant))}
        ways["meaning where the engine is silent"] = [
            other if nothing else own
            for own, other, nothing in zip(sure, meant if suggester.meaning else near, silent, strict=True)
        ]
        _say(path.stem, known, ways)
        told = [
            (bullet.area, groups) for bullet, groups, nothing in zip(known, suggested, silent, strict=True) if nothing
        ]
        right = [area in groups for area, groups in told if area != NONE]
        wrong = [bool(groups) for area, groups in told if area == NONE]
        print(
            f"  of the bullets that the engine is silent on, {sum(right)} of {len(right)} are suggested their area, and "
            f"{sum(wrong)} of {len(wrong)} without one are suggested something; {speed:.0f} bullets/s"
        )


def _both(sure: dict[str, float], meant: dict[str, float]) -> dict[str, float]:
    """Log-probabilities added, those of meaning by half."""
    return {area: log(max(sure.get(area, 0.0), FLOOR)) + log(max(share, FLOOR)) / 2 for area, share in meant.items()}


def _by_area(framework: Framework, values: dict[str, float]) -> dict[str, float]:
    best: dict[str, float] = {}
    for name, value in values.items():
        group = framework.by_id[name].group
        best[group] = max(best.get(group, -1.0), value)
    return best


def _say(name: str, known: list[Bullet], ways: dict[str, list[dict[str, float]]]) -> None:
    for way, found in ways.items():
        orders = [sorted(values, key=lambda area: -values[area]) for values in found]
        pairs = [(bullet.area, order) for bullet, order in zip(known, orders, strict=True) if bullet.area != NONE]
        top = [np.mean([area in order[:n] for area, order in pairs]) for n in (1, 3)]
        print(f"{name}: {way}: top-1 {top[0]:.1%}, top-3 {top[1]:.1%} of {len(pairs)}")


def main() -> int:
    """Measures what it is given the files of."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--esco", type=Path, metavar="FOLDER")
    parser.add_argument("--sentences", type=Path, nargs="+", default=[], metavar="FILE")
    parser.add_argument("--onet", type=Path, metavar="FOLDER")
    parser.add_argument("--bullets", action="store_true")
    parser.add_argument("--embeddings", action="store_true")
    given = parser.parse_args()
    if given.esco:
        esco(given.esco, given.sentences, given.embeddings)
    if given.onet:
        onet(given.onet, given.embeddings)
    if given.bullets:
        bullets()
    if not (given.esco or given.onet or given.bullets):
        parser.print_help()
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
