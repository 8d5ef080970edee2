"""Nothing real and nothing private is in the project's files."""

from __future__ import annotations

import re

from tests.architecture.tree import ROOT, files

TEXTS = (".py", ".md", ".toml", ".yaml", ".yml", ".json", ".txt", ".jinja", ".css", ".java")
# Put together here, so that this file does not hold what it looks for.
PRIVATE = ["/" + "work/", "/" + "tmp/w", "/" + "home/", "/" + "Users/", "/" + "opt/"]
# Names that the standards keep free for examples (RFC 2606, RFC 6761), and the schemas and standards we name.
EXAMPLE = re.compile(r"(^|\.)(example|test|invalid|localhost)$|(^|\.)example\.(com|net|org|ca)$")
EMAIL = re.compile(r"[\w.+-]+@([\w-]+\.[\w.-]*\w)")
# North American numbers for fiction: any area code, then 555-0100 to 555-0199.
PHONE = re.compile(r"(?<![\w.-])\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?![\w-])")
# Published samples of the JSON Resume standard, as they are.
PUBLISHED = "tests/load/jsonresume/"
FICTIONAL_PHONE = re.compile(r"555[ .-]01\d\d$")


def test_no_file_names_a_place_on_the_machine_it_was_made_on() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {place}"
        for path in files(*TEXTS, "")
        for place in PRIVATE
        # Between two words of a list it is no path: work/working.
        if re.search(rf"(?<!\w){re.escape(place)}", path.read_text(encoding="utf-8", errors="replace"))
    ]

    assert found == []


def test_people_in_samples_and_tests_cannot_be_reached() -> None:
    reachable, seen = [], 0
    for path in files(".yaml", ".yml", ".json", ".md", ".py"):
        name = path.relative_to(ROOT).as_posix()
        if name.split("/")[0] not in {"samples", "tests", "docs", "README.md"} or name.startswith(PUBLISHED):
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        for match in EMAIL.finditer(text):
            seen += 1
            if not EXAMPLE.search(match[1].lower()):
                reachable.append(f"{name}: {match[0]}")
        for match in PHONE.finditer(text):
            seen += 1
            if not FICTIONAL_PHONE.search(match[0]):
                reachable.append(f"{name}: {match[0]}")

    assert seen > 5
    assert reachable == []
