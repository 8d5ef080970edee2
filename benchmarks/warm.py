"""Prints times in one process with everything loaded, as JSON: `warm.py CLIENT ROUNDS SEED`."""

from __future__ import annotations

import json
import random
import sys
import time
from collections.abc import Callable

import weasyprint
from weasyprint.text.fonts import FontConfiguration

from resumekit.load.client import load
from resumekit.pipeline import Choices, compose, produce
from resumekit.render.docx import write_docx
from resumekit.render.html import write_html
from resumekit.render.pdf import write_pdf
from resumekit.themes.template import lower
from resumekit.themes.theme import find_theme


def main(client_file: str, rounds: int, seed: int) -> None:
    """Every variant once a round, in a new order each round, after three rounds that warm up."""
    client = load(client_file)
    choices = Choices(theme="modern")
    document = compose(client, choices)
    theme = find_theme("modern")
    flow = lower(document, theme)
    html = write_html(flow, theme)
    shared = FontConfiguration()
    variants: dict[str, Callable[[], object]] = {
        "PDF": lambda: write_pdf(flow, theme),
        "bare WeasyPrint on the same HTML, as PDF/UA-1": lambda: _bare(html, FontConfiguration(), "pdf/ua-1"),
        "bare WeasyPrint on the same HTML, plain PDF": lambda: _bare(html, FontConfiguration(), None),
        "bare WeasyPrint on the same HTML, plain PDF, fonts shared": lambda: _bare(html, shared, None),
        "DOCX": lambda: write_docx(flow, theme.tokens),
        "all of it: compose, PDF, DOCX, read both back": lambda: produce(client, choices),
    }
    times: dict[str, list[float]] = {name: [] for name in variants}
    chance = random.Random(seed)
    for number in range(rounds + 3):
        for name in chance.sample(list(variants), len(variants)):
            started = time.perf_counter()
            variants[name]()
            if number >= 3:
                times[name].append(time.perf_counter() - started)
    print(json.dumps(times))


def _bare(html: str, fonts: FontConfiguration, variant: str | None) -> object:
    return weasyprint.HTML(string=html).write_pdf(font_config=fonts, pdf_variant=variant)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
