"""A profile as LinkedIn sets it in a PDF: a dark side column, then the main one, each size of type with its meaning."""

from __future__ import annotations

from functools import cache

_STYLE = """
@page { size: 612pt 792pt; margin: 40pt 30pt; @bottom-center { content: "Page " counter(page) " of " counter(pages);
  font-size: 9pt } }
body { font: 10.5pt/1.25 "Liberation Sans"; margin: 0 }
aside { position: absolute; left: 0; top: 0; width: 150pt }
main { margin-left: 195pt }
h1 { font-size: 26pt; margin: 0 } .line { font-size: 12pt } h2 { font-size: 15.75pt; font-weight: normal; margin: 16pt 0 4pt }
aside h2 { font-size: 13pt } .who { font-size: 12pt; margin-top: 9pt } .title { font-size: 11.5pt }
p { margin: 0 } aside p { margin: 0 0 7pt } .told { margin-top: 5pt }
"""
_SIDE = """
<h2>Contact</h2><p>902-555-0137 (Mobile)</p><p>ifeoma@example.ca</p>
<p>www.linkedin.com/in/ifeoma-castellan-<br>0099 (LinkedIn)</p><p>castellan.example.org (Portfolio)</p>
<h2>Top Skills</h2><p>Berth planning</p><p>Coaching</p><p>Tide tables</p>
<h2>Languages</h2><p>Igbo (Native or Bilingual)</p><p>French (Elementary)</p>
<h2>Certifications</h2><p>Watchkeeping Mate, Near Coastal, of the second class</p><p>Marine First Aid</p>
<h2>Honors-Awards</h2><p>Safe Watch Award</p>
"""
_MAIN = """
<h1>Ifeoma Castellan</h1><p class=line>Port planner who coaches crews and writes about tides, from the
quay and from the desk, in two languages</p><p class=line>Halifax, Nouvelle-Écosse, Canada</p>
<h2>Summary</h2><p>Plans berths for a terminal of 14. Coaches crews before their first night watch, and after it.</p>
<h2>Experience</h2>
<p class=who>Basin Terminals</p><p>7 years 6 months</p>
<p class=title>Senior Planner, Berths</p><p>February 2021 - Present (3 years 10 months)</p><p>Halifax, Nova Scotia</p>
<p class=told>Runs the plan of 14 berths.</p><p>• Cut waiting from 9 to 5 hours, with one call to each pilot on the
evening before and one on the morning of the day</p><p>• Trained six planners</p>
<p class=title style="margin-top:9pt">Planner</p><p>June 2017 - January 2021 (3 years 8 months)</p>
<p class=who>Fundy Ferries</p><p class=title>Deck Officer</p><p>2012 - May 2017 (5 years)</p>
<p>Greater Saint John Area</p><p class=told>Kept the watch on two ships.</p>
<h2>Education</h2>
<p class=who>Bluenose College</p><p>Bachelor of Science - BS, Nautical Science · (2008 - 2012)</p>
<p class=who>Elm Hollow School</p>
"""


@cache
def profile() -> bytes:
    """The PDF of it."""
    from weasyprint import HTML

    page = f"<html lang=en><style>{_STYLE}</style><aside>{_SIDE}</aside><main>{_MAIN}</main></html>"
    content: bytes = HTML(string=page).write_pdf()
    return content
