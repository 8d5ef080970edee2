"""A spaCy pipeline that looks like an official one and knows a handful of sentences.

It takes tags and labels from a table, keyed by the sentence as it must come in: a bullet whose first word kept its
capital is in no row, and all its words are names, which is what real taggers make of them.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

ROWS = [
    ["strew petals over 40 tables", "VB NNS IN CD NNS", "ROOT dobj prep nummod pobj", "0 0 0 4 2"],
    ["strews petals over 40 tables", "VBZ NNS IN CD NNS", "ROOT dobj prep nummod pobj", "0 0 0 4 2"],
    ["busked for two charities", "NN IN CD NNS", "ROOT prep nummod pobj", "0 0 3 1"],
    ["widgets for two regions", "NNS IN CD NNS", "ROOT prep nummod pobj", "0 0 3 1"],
    ["strewing petals over 40 tables", "VBG NNS IN CD NNS", "ROOT dobj prep nummod pobj", "0 0 0 4 2"],
    ["beams were hewn by hand", "NNS VBD VBN IN NN", "nsubjpass auxpass ROOT agent pobj", "2 2 2 2 3"],
    ["beams that were hewn won prizes", "NNS WDT VBD VBN VBD NNS", "nsubj nsubjpass auxpass relcl ROOT dobj", "4 3 3 0 4 4"],
    ["beams were selected by hand", "NNS VBD VBN IN NN", "nsubjpass auxpass ROOT agent pobj", "2 2 2 2 3"],
    ["beams they said were hewn won prizes", "NNS PRP VBD VBD VBN VBD NNS", "nsubj nsubj relcl auxpass ccomp ROOT dobj",
     "5 2 0 4 2 5 5"],
    ["lead generation for two regions", "VB NN IN CD NNS", "ROOT dobj prep nummod pobj", "0 0 0 4 2"],
    ["co-led two moves", "VB HYPH VBN CD NNS", "dep punct ROOT nummod dobj", "2 2 2 4 2"],
    ["managed 12 cashiers", "NN CD NNS", "ROOT nummod dobj", "0 2 0"],
]  # fmt: skip


@Language.factory("table_of_sentences", default_config={"rows": []})
def table_of_sentences(nlp: Language, name: str, rows: list[list[str]]) -> Any:
    table = {sentence: [part.split() for part in parts] for sentence, *parts in rows}

    def annotate(doc: Any) -> Any:
        row = table.get(doc.text)
        for index, token in enumerate(doc):
            token.tag_ = row[0][index] if row else "NNP"
            token.dep_ = row[1][index] if row else "dep"
            token.head = doc[int(row[2][index])] if row else token
        return doc

    return annotate


def pipeline_at(folder: Path, name: str = "core_web_sm", author: str = "Explosion", **more: str) -> Path:
    nlp = spacy.blank("en")
    nlp.add_pipe("table_of_sentences", config={"rows": ROWS})
    nlp.meta.update(name=name, author=author, version="1.0.0")
    folder.parent.mkdir(exist_ok=True)
    nlp.to_disk(folder)
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8")) | more
    (folder / "meta.json").write_text(json.dumps(meta), encoding="utf-8")
    return folder
