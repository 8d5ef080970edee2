"""Resumes of every shape, for properties: each as the plain data that a client file holds."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

from resumekit.model.achievement import Achievement
from resumekit.model.date import SEASONS, PartialDate
from resumekit.model.resume import Resume

Data = dict[str, Any]
DataStrategy = st.SearchStrategy[Data]

# Words that a template, a writer or a reader could trip over, next to plain ones.
_WORDS = st.sampled_from(
    (
        "Redesigned", "intake", "the", "a", "team", "of", "service", "quality", "budget", "AT&T", "<b>", "x<y>z", '"quoted"',
        "l'été", "Café", "naïve", "*star*", "_under_", "[link](x)", "#1", "1.", "- dash", "`code`", "A|B", "\\back", "~~no~~",
        "!bang", "{{ jinja }}", "{% raw %}", "&amp;", "$5", "100%", "C#", "+", "=", "مرحبا", "日本語", "Ελλάδα", "–", "…",
        "e-mail", "Q&A", "3-phase", "no\u00a0break", "Montréal", "O’Brien", "(ON)", "R2D2", "https://example.ca/x_y_z",
    )
)  # fmt: skip
texts = st.lists(_WORDS, min_size=1, max_size=8).map(" ".join)
"""Free text of one to eight words."""

names = st.lists(_WORDS, min_size=1, max_size=3).map(" ".join)

dates = st.one_of(
    st.builds(PartialDate, year=st.integers(1990, 2030), expected=st.booleans()),
    st.builds(PartialDate, year=st.integers(1990, 2030), month=st.integers(1, 12), expected=st.booleans()),
    st.builds(PartialDate, year=st.integers(1990, 2030), season=st.sampled_from(SEASONS), expected=st.booleans()),
    st.dates(date(1990, 1, 1), date(2030, 12, 31)).map(lambda day: PartialDate(day.year, day.month, day.day)),
    st.just(PartialDate()),
)
"""Partial dates of every precision, the present among them."""


def optional(**fields: st.SearchStrategy[Any]) -> DataStrategy:
    """Any of the fields, each present or not."""
    return st.fixed_dictionaries({}, optional=fields)


def _with(required: Data, **fields: st.SearchStrategy[Any]) -> DataStrategy:
    return st.builds(lambda a, b: {**b, **a}, st.fixed_dictionaries(required), optional(**fields))


@st.composite
def spans(draw: st.DrawFn) -> Data:
    """A start and an end that belong together, or either, or neither."""
    start = draw(st.integers(1990, 2024))
    end = draw(st.one_of(st.just("present"), st.integers(start, 2025), st.none()))
    month = draw(st.one_of(st.none(), st.integers(1, 12)))
    data: Data = {"start": f"{start}-{month:02}" if month else str(start)}
    if end is not None:
        # Years alone may overlap, so an end in the start's own year has the start's month at the least.
        data["end"] = end if end == "present" else f"{end}-12" if month else str(end)
    return draw(st.sampled_from((data, data, data, {})))


numbers = st.one_of(st.integers(0, 10_000_000), st.sampled_from(("X", "1.2 million", "3.5k", "1,200", "0.5")))
measures = st.one_of(
    _with({"value": numbers}, unit=st.sampled_from(("%", "$", "weeks", "people")), of=names, period=st.just("a year"),
          confidence=st.sampled_from(("exact", "estimated"))),
    _with({"from": numbers, "to": numbers}, unit=st.sampled_from(("%", "days", "CAD")), of=names),
)  # fmt: skip
achievements = st.one_of(
    _with({"text": texts}, challenge=texts, measures=st.lists(measures, max_size=2)),
    _with({"action": texts, "result": texts}, challenge=texts, measures=st.lists(measures, max_size=2),
          part=st.sampled_from(("led", "contributed")), ongoing=st.booleans(), lead_with=st.sampled_from(("result", "action")),
          skills=st.lists(names, max_size=2), confirmed=st.just("2026-10-01")),
    _with({"result": texts}, measures=st.lists(measures, max_size=1)),
)  # fmt: skip


def _maybe_secret(data: DataStrategy) -> DataStrategy:
    """One in five is confidential, with or without another way to say it."""
    hidden = st.sampled_from(({}, {}, {}, {"confidential": True, "say_as": "a discreet name"}, {"confidential": True}))
    return st.builds(lambda a, b: {**a, **b}, data, hidden)


@st.composite
def roles(draw: st.DrawFn) -> Data:
    """A role with whatever it may hold."""
    data = draw(
        _with({"title": names}, type=st.sampled_from(("permanent", "contract", "co-op", "acting", "volunteer")),
              level=st.integers(0, 8), field=names, city=names, summary=texts, equivalent=names,
              scope=optional(people=texts, budget=texts, reports_to=names),
              duties=st.lists(texts, max_size=3), achievements=st.lists(_maybe_secret(achievements), max_size=7))
    )  # fmt: skip
    return {**data, **draw(spans())}


employers = _maybe_secret(
    _with(
        {"employer": names, "roles": st.lists(roles(), min_size=1, max_size=3)}, about=texts, city=names, sector=names
    )
)
credentials = _maybe_secret(
    _with({"name": names}, short=st.sampled_from(("CHRP", "P.Eng.")), issuer=names, date=dates.map(str),
          status=st.sampled_from(("designated", "candidate", "exam passed", "in progress")), distinction=texts,
          verifiable=texts, field=names, expected=st.just("2027-05"))
)  # fmt: skip
schools = _maybe_secret(
    _with({"institution": names}, credential=names, area=names, grade=names, distinction=texts, end=st.just("2015"),
          courses=st.lists(names, max_size=2), achievements=st.lists(achievements, max_size=2))
)  # fmt: skip
targets = _with(
    {}, role=names, level=st.integers(0, 8), field=names, posting=texts, pages=st.integers(1, 4),
    show=st.just(["strengths", "interests", "testimonials"]), omit=st.just(["awards"]),
    framework=st.just("hr-canada"),
    translations=st.lists(
        _with({"term": names, "facts": st.just(["experience/a"])}, confirmed=st.sampled_from(("2026-10", "2026-10-01 #0123abcd"))),
        max_size=2,
    ),
)  # fmt: skip
people = _with(
    {"name": names}, email=st.just("amina@example.ca"), phone=st.just("416-555-0100"), city=names, region=names,
    address=st.just("12 Hidden Lane"), headline=texts, profile=texts, work_authorization=texts,
    links=st.lists(st.sampled_from(("https://example.ca/a?b=1&c=2", "example.org/x_y")), max_size=2, unique=True),
)  # fmt: skip

clients = _with(
    {"person": people},
    locale=st.sampled_from(("en-CA", "en-US", "en-GB", "fr-CA")),
    as_of=st.just("2026-11"),
    targets=st.lists(targets, max_size=2),
    experience=st.lists(employers, max_size=4),
    breaks=st.lists(_maybe_secret(st.builds(lambda a, b: {**a, **b}, _with({"reason": names}), spans())), max_size=1),
    credentials=st.lists(credentials, max_size=2),
    education=st.lists(schools, max_size=2),
    courses=st.lists(names, max_size=2),
    skills=st.lists(st.one_of(names, _with({"name": names}, level=names, group=names, terms=st.lists(names, max_size=3))),
                    max_size=6),
    languages=st.lists(_with({"name": names}, level=names), max_size=2),
    projects=st.lists(_maybe_secret(_with({"name": names}, role=names, description=texts,
                                          achievements=st.lists(achievements, max_size=2))), max_size=1),
    volunteering=st.lists(_with({"organization": names}, role=names, description=texts), max_size=1),
    affiliations=st.lists(_with({"organization": names}, role=names, kind=st.sampled_from(("board", "committee"))), max_size=2),
    awards=st.lists(_maybe_secret(_with({"name": names}, issuer=names, reason=texts)), max_size=2),
    publications=st.lists(_with({"title": names}, authors=names, summary=texts), max_size=1),
    strengths=st.lists(_with({"name": names}, evidence=texts), max_size=2),
    interests=st.lists(_with({"name": names}, terms=st.lists(names, max_size=2)), max_size=2),
    testimonials=st.lists(_with({"text": texts}, who=names, permission=st.booleans()), max_size=2),
    referees=st.lists(_with({"name": names}), max_size=1),
    search=optional(
        started=st.just("2026-09-01"), hours_a_week=st.integers(0, 60), thin_market=st.booleans(),
        leaving=st.sampled_from(("employed", "laid off", "quit")), savings=st.sampled_from(("21,000", "$300", "12k")),
        essentials=st.integers(0, 9000), severance=st.sampled_from(("4,000", {"net": 4000, "weeks": 6})),
        benefit=optional(weeks=st.integers(0, 65), insurable_earnings=st.just("1,250 a week"), tax=st.just(0.15)),
        last_pay=st.sampled_from(("78,000", "36.50 an hour")), planned=st.lists(names, max_size=2),
    ),
    checks=optional(
        ignore=st.lists(_with({"code": st.sampled_from(("WRD001", "L09")), "reason": names}, words=texts), max_size=2),
        words=st.lists(names, max_size=2),
    ),
)  # fmt: skip
"""The data of a whole client file."""

resumes = clients.map(Resume.model_validate)
"""Whole fact bases."""

achieved = achievements.map(Achievement.model_validate)
