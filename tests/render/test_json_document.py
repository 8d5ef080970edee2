"""The document as JSON: every line with its sources, in order."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given

from resumekit.model.resume import Resume
from resumekit.pipeline import compose
from resumekit.render.json_document import write_json
from tests.strategies import resumes


def _lines(value: Any) -> list[tuple[str, list[str]]]:
    if isinstance(value, dict):
        if "text" in value and "sources" in value:
            return [(value["text"], value["sources"])]
        return [line for key, item in value.items() if key not in ("draft", "omitted") for line in _lines(item)]
    return [line for item in value for line in _lines(item)] if isinstance(value, list) else []


@given(resumes)
def test_every_line_stands_in_order_with_its_sources(resume: Resume) -> None:
    document = compose(resume)

    assert _lines(json.loads(write_json(document))) == [
        (line.text, [f"{source.kind}:{source.ref}" for source in line.sources]) for _, line in document.lines()
    ]


@given(resumes)
def test_it_tells_what_is_left_out_and_what_is_still_to_do(resume: Resume) -> None:
    document = compose(resume)

    data = json.loads(write_json(document))
    assert tuple(data.get("draft", ())) == document.draft
    assert [(item["fact"], item["reason"]) for item in data.get("omitted", ())] == [
        (item.fact, item.reason) for item in document.omitted
    ]
