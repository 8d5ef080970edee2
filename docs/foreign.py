"""Makes samples/foreign/, a resume as other programs leave it, with its usual faults: `python docs/foreign.py`."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as DocxDocument
from docx.shared import Pt
from docx.table import _Cell

ROOT = Path(__file__).resolve().parent.parent
FILE = ROOT / "samples" / "foreign" / "resume-final2.docx"
DAY = datetime(2026, 11, 16, 9, 0)  # noqa: DTZ001 - python-docx writes what it gets, and takes no zone

LEFT = (
    "CONTACT", "Thunder Bay, ON", "", "WHAT I’M GOOD AT", "Scheduling", "Customer service", "Inventory control",
    "Microsoft Office", "", "LANGUAGES", "English", "Finnish",
)  # fmt: skip
JOBS = (
    ("Assistant Store Manager", "Lakehead Outfitters Ltd.", "March 2021 – Present", (
        "Responsible for scheduling of 18 employees.",
        "Helped with inventory, which was significantly reduced",
        "Staff turnover was improved by me through regular meetings.",
    )),
    ("Sales Associate", "Superior Hardware Co-op", "06/2017 - Feb. 2021", (
        "Worked with customers and handled various complaints",
        "Spearheaded a new display that sold $42,000 of paddling gear in one summer",
        "Train new hires on the point-of-sale system",
    )),
)  # fmt: skip


def build() -> bytes:
    """The file, the same bytes each time from the same libraries."""
    document = Document()
    document.styles["Normal"].font.size = Pt(10.5)
    _head(document)
    left, right = document.add_table(rows=1, cols=2).rows[0].cells
    for line in LEFT:
        _line(left, line, bold=line.isupper())
    _career(right)
    _properties(document)
    return _with_one_date(document)


def _head(document: DocxDocument) -> None:
    # Word's own header: a person sees the address on the page, and most readers of applications skip it.
    document.sections[0].header.paragraphs[0].text = "marja.lindqvist@example.com | 807-555-0136"
    title = document.add_paragraph().add_run("Marja Lindqvist")
    title.bold, title.font.size = True, Pt(22)


def _career(cell: _Cell) -> None:
    _line(cell, "OBJECTIVE", bold=True)
    _line(cell, "A hard-working team player seeking a challenging position where I can grow my skills.")
    _line(cell, "MY JOURNEY SO FAR", bold=True)
    for title, employer, dates, bullets in JOBS:
        _line(cell, title, bold=True)
        _line(cell, f"{employer}, {dates}")
        for bullet in bullets:
            _line(cell, f"• {bullet}")
    _line(cell, "EDUCATION", bold=True)
    _line(cell, "Diploma in Business, Northshore College, 2017")
    _line(cell, "References available upon request. Date of birth: 4 May 1996")


def _line(cell: _Cell, text: str, *, bold: bool = False) -> None:
    cell.add_paragraph().add_run(text).bold = bold


def _properties(document: DocxDocument) -> None:
    about = document.core_properties
    about.author, about.title, about.comments = "user", "", ""
    about.created = about.modified = DAY


def _with_one_date(document: DocxDocument) -> bytes:
    """The package with the same date on every part: saved again, it changes only where its words do."""
    saved, made = BytesIO(), BytesIO()
    document.save(saved)
    with ZipFile(saved) as given, ZipFile(made, "w", ZIP_DEFLATED) as written:
        for name in given.namelist():
            written.writestr(ZipInfo(name, DAY.timetuple()[:6]), given.read(name), ZIP_DEFLATED)
    return made.getvalue()


if __name__ == "__main__":
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_bytes(build())
