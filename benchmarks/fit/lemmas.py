"""Writes resumekit/skills/data/lemmas-en.tsv from spaCy's lookup table: `python benchmarks/fit/lemmas.py`.

Needs `spacy-lookups-data` (MIT; its English table was made from WordNet), which resumekit itself does not.
"""

from __future__ import annotations

import gzip
import json
from importlib.resources import files
from pathlib import Path

TARGET = Path(__file__).parents[2] / "resumekit" / "skills" / "data" / "lemmas-en.tsv"


def main() -> None:
    """Keeps lower-case forms of letters whose lemma is another word."""
    packed = files("spacy_lookups_data").joinpath("data", "en_lemma_lookup.json.gz").read_bytes()
    table: dict[str, str] = json.loads(gzip.decompress(packed))
    kept = {
        form: lemma.lower()
        for form, lemma in table.items()
        if form == form.lower() and lemma.lower() != form and form.isalpha()
    }
    TARGET.write_text("".join(f"{form}\t{lemma}\n" for form, lemma in sorted(kept.items())), encoding="utf-8")


if __name__ == "__main__":
    main()
