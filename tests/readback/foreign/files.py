"""Resumes as other programs and people make them, each with one thing that a machine stumbles over."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from functools import cache
from typing import Any

FILES: dict[str, Callable[[], bytes]] = {}

JOBS = (
    ("Operations Manager", "Northlake Foods Inc., Hamilton, ON", "March 2019 – Present",
     ("Cut waste by 18% with weekly line reviews", "Trained 24 operators on two new packing lines")),
    ("Shift Supervisor", "Harbour Bakery Ltd., Toronto, ON", "June 2014 – February 2019",
     ("Scheduled 40 bakers over three shifts", "Reduced overtime by 12 hours a week")),
)  # fmt: skip
CONTACT = "Hamilton, ON | 905-555-0123 | dana.whitfield@example.ca"


def made(name: str) -> Callable[[Callable[[], bytes]], Callable[[], bytes]]:
    def keep(build: Callable[[], bytes]) -> Callable[[], bytes]:
        FILES[name] = cache(build)
        return FILES[name]

    return keep


def file(name: str) -> bytes:
    return FILES[name]()


class Doc:
    """A Word document by python-docx, with a resume's usual parts."""

    def __init__(self) -> None:
        from docx import Document

        self.document: Any = Document()
        self.document.core_properties.author = "Dana Whitfield"
        self.document.core_properties.title = "Dana Whitfield – Resume"
        self.document.core_properties.language = "en-CA"

    def say(self, text: str, style: str | None = None) -> Any:
        return self.document.add_paragraph(text, style=style)

    def head(self, contact: bool = True) -> Doc:
        self.document.add_heading("Dana Whitfield", 0)
        if contact:
            self.say(CONTACT)
        return self

    def heading(self, text: str) -> Doc:
        self.document.add_heading(text, 1)
        return self

    def profile(self) -> Doc:
        self.heading("Professional Summary")
        self.say("Operations manager with ten years in food plants, who raised output by 21% in two years.")
        return self

    def jobs(self, heading: str = "Professional Experience") -> Doc:
        self.heading(heading)
        for title, employer, dates, bullets in JOBS:
            self.say(f"{title}\t{dates}")
            self.say(employer)
            for bullet in bullets:
                self.say(bullet, "List Bullet")
        return self

    def rest(self) -> Doc:
        self.heading("Education")
        self.say("Diploma, Food Technology\t2013")
        self.say("Elm Hollow College, Guelph, ON")
        self.heading("Skills")
        self.say("Lean, Food safety, Scheduling, Budgets, Excel")
        return self

    def whole(self) -> Doc:
        return self.head().profile().jobs().rest()

    def content(self) -> bytes:
        out = io.BytesIO()
        self.document.save(out)
        return out.getvalue()


def element(xml: str) -> Any:
    from docx.oxml import parse_xml

    space = (
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:v="urn:schemas-microsoft-com:vml"'
    )
    return parse_xml(xml.replace(" XMLNS", f" {space}", 1))


@made("plain.docx")
def plain_docx() -> bytes:
    return Doc().whole().content()


@made("columns.docx")
def columns_docx() -> bytes:
    doc = Doc().whole()
    section = doc.document.sections[0]._sectPr
    for found in section.findall(f"{{{section.nsmap['w']}}}cols"):
        section.remove(found)
    section.append(element('<w:cols XMLNS w:num="2" w:space="720"/>'))
    return doc.content()


@made("table.docx")
def table_docx() -> bytes:
    doc = Doc().head()
    table = doc.document.add_table(rows=1, cols=2)
    left, right = table.rows[0].cells
    left.text = "Skills"
    left.add_paragraph("Lean")
    right.text = "Professional Experience"
    for title, employer, dates, bullets in JOBS:
        right.add_paragraph(f"{title}, {employer}")
        right.add_paragraph(dates)
        for bullet in bullets:
            right.add_paragraph(bullet, style="List Bullet")
    return doc.content()


_BOX = """<w:r XMLNS><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic>
<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx>
<w:txbxContent><w:p><w:r><w:t>905-555-0123</w:t></w:r></w:p><w:p><w:r><w:t>dana.whitfield@example.ca</w:t></w:r></w:p>
</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback>
<w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>905-555-0123</w:t></w:r></w:p></w:txbxContent></v:textbox>
</v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"""


@made("text-box.docx")
def text_box_docx() -> bytes:
    doc = Doc().head(contact=False)
    doc.say("Hamilton, ON")._p.append(element(_BOX))
    return doc.profile().jobs().rest().content()


@made("header-contact.docx")
def header_contact_docx() -> bytes:
    doc = Doc().head(contact=False).profile().jobs().rest()
    doc.document.sections[0].header.paragraphs[0].text = CONTACT
    return doc.content()


@made("odd-headings.docx")
def odd_headings_docx() -> bytes:
    doc = Doc().head().jobs("Where I Have Made a Difference")
    doc.heading("My Toolbox")
    doc.say("Lean, Food safety, Scheduling, Budgets, Excel, Power BI")
    doc.heading("Education")
    doc.say("Diploma, Food Technology\t2013")
    return doc.content()


@made("fake-headings.docx")
def fake_headings_docx() -> bytes:
    doc = Doc()
    doc.say("Dana Whitfield")
    doc.say(CONTACT)
    doc.say("").add_run("PROFESSIONAL EXPERIENCE").bold = True
    for title, employer, dates, bullets in JOBS:
        doc.say(f"{title}          {dates}")
        doc.say(employer)
        for bullet in bullets:
            doc.say(f"• {bullet}")
    doc.say("").add_run("EDUCATION").bold = True
    doc.say("Diploma, Food Technology, 2013")
    return doc.content()


@made("hidden.docx")
def hidden_docx() -> bytes:
    from docx.shared import Pt, RGBColor

    doc = Doc().whole()
    doc.say("").add_run("lean lean lean kaizen").font.hidden = True
    doc.say("").add_run("six sigma black belt").font.color.rgb = RGBColor(255, 255, 255)
    doc.say("").add_run("supply chain").font.size = Pt(1)
    return doc.content()


@made("tracked.docx")
def tracked_docx() -> bytes:
    doc = Doc().whole()
    line = doc.say("Led ")
    line._p.append(element('<w:ins XMLNS w:id="1" w:author="Coach"><w:r><w:t>a team of nine</w:t></w:r></w:ins>'))
    line._p.append(
        element('<w:del XMLNS w:id="2" w:author="Coach"><w:r><w:delText>some people</w:delText></w:r></w:del>')
    )
    doc.document.add_comment(line.runs, text="How many people?", author="Coach")
    return doc.content()


@made("image.docx")
def image_docx() -> bytes:
    from docx.shared import Pt

    doc = Doc().whole()
    doc.document.add_picture(io.BytesIO(png(200, 200)), width=Pt(120))
    doc.document.add_picture(io.BytesIO(png(20, 20)), width=Pt(12))
    return doc.content()


@made("image-only.docx")
def image_only_docx() -> bytes:
    doc = Doc()
    doc.document.add_picture(io.BytesIO(png(200, 200)))
    return doc.content()


@made("unnamed.docx")
def unnamed_docx() -> bytes:
    doc = Doc().whole()
    doc.document.core_properties.author = "python-docx"
    doc.document.core_properties.title = ""
    return doc.content()


@made("stuffed.docx")
def stuffed_docx() -> bytes:
    doc = Doc().whole()
    doc.say("Kanban, lean, Kanban boards, Kanban training, Kanban tools, agile Kanban, Kanban Kanban")
    return doc.content()


@made("icons.docx")
def icons_docx() -> bytes:
    doc = Doc().head(contact=False)
    doc.say("\uf095 905-555-0123  \u2709 dana.whitfield@example.ca")
    doc.profile().jobs()
    doc.heading("Skills")
    doc.say("Excel ★★★★☆")
    return doc.content()


def png(wide: int, high: int) -> bytes:
    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", (wide, high), (40, 90, 140)).save(out, "PNG")
    return out.getvalue()


STYLE = """
@page { size: Letter; margin: 18mm }
body { font-family: Carlito; font-size: 10.5pt; line-height: 1.3; font-variant-ligatures: none; hyphens: manual }
h1 { font-size: 20pt; margin: 0 } h2 { font-size: 12pt; margin: 8pt 0 2pt } p { margin: 0 }
ul { margin: 0; padding-left: 12pt; list-style-position: inside } .dates { float: right }
"""


def pdf(body: str, style: str = "") -> bytes:
    """A PDF by WeasyPrint."""
    from weasyprint import HTML
    from weasyprint.text.fonts import FontConfiguration

    meta = "<title>Dana Whitfield – Resume</title><meta name='author' content='Dana Whitfield'>"
    page = f"<html lang='en-CA'><head>{meta}<style>{STYLE}{style}</style></head><body>{body}</body></html>"
    return bytes(HTML(string=page).write_pdf(font_config=FontConfiguration()))


def html_jobs() -> str:
    out = "<h2>Professional Experience</h2>"
    for title, employer, dates, bullets in JOBS:
        points = "".join(f"<li>{bullet}</li>" for bullet in bullets)
        out += f"<p><b>{title}</b> &nbsp;&nbsp;&nbsp;&nbsp; {dates}</p><p>{employer}</p><ul>{points}</ul>"
    return out


HEAD = f"<h1>Dana Whitfield</h1><p>{CONTACT}</p>"
PROFILE = (
    "<h2>Professional Summary</h2><p>Operations manager with ten years in food plants, who raised output by 21%.</p>"
)
REST = (
    "<h2>Education</h2><p><b>Diploma, Food Technology</b>, 2013</p><p>Elm Hollow College, Guelph, ON</p>"
    "<h2>Skills</h2><p>Lean, Food safety, Scheduling, Budgets, Excel</p>"
)


@made("plain.pdf")
def plain_pdf() -> bytes:
    return pdf(HEAD + PROFILE + html_jobs() + REST)


_SIDE = (
    "<h2>Contact</h2><p>905-555-0123</p><p>dana.whitfield@example.ca</p><p>Hamilton, ON</p>"
    "<h2>Skills</h2><p>Lean</p><p>Food safety</p><p>Scheduling</p><p>Budgets</p><p>Excel</p>"
    "<h2>Languages</h2><p>English</p><p>French</p>"
)


@made("columns.pdf")
def columns_pdf() -> bytes:
    """A side bar and the history beside it, one after the other in the file."""
    style = ".side { float: left; width: 30% } .main { margin-left: 34% }"
    return pdf(
        f"<h1>Dana Whitfield</h1><div class=side>{_SIDE}</div><div class=main>{PROFILE}{html_jobs()}</div>", style
    )


@made("side-bar-profile.pdf")
def side_bar_profile_pdf() -> bytes:
    """As a site of professional profiles exports one: the side bar first, each fact of a job in a line of its own."""
    side = (
        "<h2>Contact</h2><p>dana.whitfield@example.ca</p><p>example.com/in/dana</p><h2>Top Skills</h2><p>Lean</p>"
        "<p>Food safety</p><p>Budgets</p><h2>Languages</h2><p>English (Native)</p><p>French (Working)</p>"
    )
    main = (
        "<h1>Dana Whitfield</h1><p>Operations Manager in food plants</p><p>Hamilton, Ontario, Canada</p>"
        "<h2>Summary</h2><p>Ten years in food plants.</p><h2>Experience</h2>"
        "<p><b>Northlake Foods</b></p><p>Operations Manager</p><p>March 2019 - Present (7 years 9 months)</p>"
        "<p>Hamilton, Ontario, Canada</p><p>Cut waste by 18% with weekly line reviews and two new packing lines.</p>"
        "<p><b>Harbour Bakery</b></p><p>Shift Supervisor</p><p>June 2014 - February 2019 (4 years 9 months)</p>"
        "<p>Toronto, Ontario, Canada</p>"
        "<h2>Education</h2><p><b>Elm Hollow College</b></p><p>Diploma, Food Technology · (2011 - 2013)</p>"
    )
    style = ".side { float: left; width: 30%; font-size: 9pt } .main { margin-left: 34% } h1 { font-size: 22pt }"
    return pdf(f"<div class=side>{side}</div><div class=main>{main}</div>", style)


@made("mixed-columns.pdf")
def mixed_columns_pdf() -> bytes:
    """The same as rows of a table, as many builders do it: a machine reads across."""
    left = ("Contact", "905-555-0123", "dana@example.ca", "Hamilton", "Skills", "Lean", "Food safety", "Budgets")
    right = ("Professional Experience", "Operations Manager at Northlake Foods", "Cut waste by eighteen per cent",
             "Trained two dozen operators", "Shift Supervisor at Harbour Bakery", "Scheduled forty bakers over shifts",
             "Reduced the overtime of every crew", "Opened the second packing line")  # fmt: skip
    rows = "".join(f"<tr><td>{one}</td><td>{two}</td></tr>" for one, two in zip(left, right, strict=True))
    return pdf(f"<h1>Dana Whitfield</h1><table>{rows}</table>", "td:first-child { width: 45mm }")


@made("grid.pdf")
def grid_pdf() -> bytes:
    rows = "".join(f"<tr>{''.join(f'<td>Skill {name}{n}</td>' for name in 'ABC')}</tr>" for n in range(5))
    return pdf(f"{HEAD}{html_jobs()}<h2>Skills</h2><table>{rows}</table>", "td { width: 55mm }")


@made("hidden.pdf")
def hidden_pdf() -> bytes:
    return pdf(
        HEAD
        + html_jobs()
        + REST
        + "<p style='color:white'>lean kaizen six sigma</p><p style='font-size:1pt'>supply chain planning</p>"
    )


@made("white-on-dark.pdf")
def white_on_dark_pdf() -> bytes:
    return pdf(f"<div style='background:#123; color:white; padding: 4mm'>{HEAD}</div>{html_jobs()}{REST}")


@made("hyphens.pdf")
def hyphens_pdf() -> bytes:
    words = (
        "Responsible communication about environmental considerations, administrative reorganization and documentation."
    )
    return pdf(HEAD + html_jobs() + f"<h2>Projects</h2><p style='width:38mm; hyphens:auto'>{words}</p>")


@made("ligatures.pdf")
def ligatures_pdf() -> bytes:
    return pdf(HEAD + html_jobs() + "<h2>Skills</h2><p>Of\ufb01ce, work\ufb02ow, certi\ufb01cation</p>")


@made("image-only.pdf")
def image_only_pdf() -> bytes:
    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", (850, 1100), (250, 250, 250)).save(out, "PDF")
    return out.getvalue()


@made("locked.pdf")
def locked_pdf() -> bytes:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(plain_pdf())))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def repacked(
    content: bytes, change: Callable[[str, bytes], bytes | None], more: dict[str, bytes] | None = None
) -> bytes:
    """A zip with each part changed; None leaves it out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = change(name, old.read(name))
            if part is not None:
                new.writestr(name, part)
        for name, part in (more or {}).items():
            new.writestr(name, part)
    return out.getvalue()


def document_xml(change: Callable[[bytes], bytes]) -> bytes:
    """The plain document with its main part changed."""
    return repacked(plain_docx(), lambda name, part: change(part) if name == "word/document.xml" else part)
