"""A document of every kind of block, and the text of it as a faithful reader gives it."""

from __future__ import annotations

from resumekit.document.block import (
    Bullets,
    Document,
    DocumentKind,
    Entry,
    Figure,
    Head,
    Paragraph,
    Section,
    Table,
)
from resumekit.document.line import Line, Source
from resumekit.readback.reading import Reading
from tests.render.docx_flows import png

FACT = Source.fact("experience/acme")


def line(text: str) -> Line:
    return Line.of(text, FACT)


def document(*sections: Section, kind: DocumentKind = "resume", name: str = "Amina Haddad") -> Document:
    head = Head(line(name), line("Operations Director"), (line("Hamilton, Ontario"), line("amina@example.com")))
    return Document(kind, f"Resume of {name}", name, "en-CA", sections, head)


def resume() -> Document:
    """Two roles of one title, a promotion, dates that come twice, and words that come everywhere."""
    return document(
        Section(
            "profile", line("Professional Summary"), (Paragraph(line("Manager of plants and people."), "profile"),)
        ),
        Section(
            "experience",
            line("Professional Experience"),
            (
                Entry(
                    line("Manager"),
                    line("2018 – 2020"),
                    line("Acme Foods, Toronto"),
                    (line("Two sites."),),
                    (line("Cut on-time failures by 5%"), line("Built a team"), line("Manager of the year")),
                ),
                Entry(
                    line("Beta Dairy"),
                    line("2012 – 2018"),
                    group=True,
                    entries=(
                        Entry(line("Manager"), line("2015 – 2018"), bullets=(line("Built a team"),)),
                        Entry(line("Supervisor"), line("2012 – 2015"), bullets=(line("Led 24 people"),)),
                    ),
                ),
            ),
        ),
        Section("highlights", line("Languages"), (Bullets((line("English"), line("French"))),)),
    )


TEXT = """\
Amina Haddad
Operations Director
Hamilton, Ontario | amina@example.com
Professional Summary
Manager of plants and people.
Professional Experience
Manager\t2018 – 2020
Acme Foods, Toronto
Two sites.
• Cut on-time failures by 5%
• Built a team
• Manager of the year
Beta Dairy\t2012 – 2018
Manager\t2015 – 2018
• Built a team
Supervisor\t2012 – 2015
• Led 24 people
Languages
• English
• French
"""


def reading(old: str = "", new: str = "") -> Reading:
    """The faithful reading with one damage."""
    assert old in TEXT
    return Reading.of(TEXT.replace(old, new, 1) if old else TEXT)


def report() -> Document:
    table = Table(
        (line("Move"), line("Weeks")),
        ((line("Lateral"), line("12")), (line("Step up"), line("12"))),
        caption=line("Weeks of a search"),
        numeric=frozenset({1}),
    )
    figure = Figure("<svg/>", png(), "bars", line("The same, drawn"), 80, data=table)
    return document(Section("funnel", line("Funnel"), (table, figure)), kind="report")
