"""The test files as they are read, without a child process."""

from __future__ import annotations

from functools import cache

from resumekit.readback.child import read
from resumekit.readback.foreign import Feature, ForeignReading
from tests.readback.foreign.files import file


@cache
def reading(name: str) -> ForeignReading:
    found = read(name.rpartition(".")[2], file(name))
    assert isinstance(found, ForeignReading)
    return found


def features(name: str) -> dict[str, list[Feature]]:
    out: dict[str, list[Feature]] = {}
    for feature in reading(name).features:
        out.setdefault(feature.kind, []).append(feature)
    return out
