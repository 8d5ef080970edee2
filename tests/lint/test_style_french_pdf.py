"""French typography of a PDF: what its text does not tell is not held against it."""

from __future__ import annotations

from resumekit.lint.page_of_reading import page_of_reading
from resumekit.lint.run import check_page
from resumekit.lint.settings import default_settings
from resumekit.readback.foreign import ForeignLine, ForeignReading, Kind

LINES = (
    "Élodie Tremblay", "elodie@example.com", "Expérience professionnelle",
    "Adjointe de direction, Clinique du Parc inc., mars 2019 à aujourd’hui",
)  # fmt: skip


def _codes(kind: Kind, point: str) -> set[str]:
    lines = [ForeignLine(text, 1, number) for number, text in enumerate(LINES, start=1)]
    reading = ForeignReading(kind, (*lines, ForeignLine(point, 1, 5, marker="•")))
    return {finding.code for finding in check_page(page_of_reading(reading), default_settings())}


def test_a_space_of_a_pdf_may_be_a_fixed_one() -> None:
    point = "Réduction des délais de facturation de 20 % avec les « mardis » de relance"

    assert _codes("pdf", point).isdisjoint({"STY010", "STY011"})
    assert {"STY010", "STY011"} <= _codes("docx", point)


def test_a_space_that_is_missing_is_missing_in_a_pdf_too() -> None:
    assert {"STY010", "STY011"} <= _codes(
        "pdf", "Réduction des délais de facturation de 20% avec les «mardis» de relance"
    )
