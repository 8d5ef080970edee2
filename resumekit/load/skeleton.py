"""The commented YAML that `resumekit new` writes."""

from __future__ import annotations

from resumekit.load.scalar import scalar
from resumekit.load.schema import SCHEMA_FILE
from resumekit.model.resume import SCHEMA_VERSION

_TEXT = """\
# yaml-language-server: $schema=./{schema}
# Everything but the name may be left out. Take the "# " away to use a line.
# Text needs quotes when it has ": " or " #" in it, or begins with a sign such as @ * & [ {{ - %.
schema_version: {version}
locale: {locale}    # en-CA, en-US, en-GB or fr-CA

person:
  name: {name}
  # headline: Laboratory Manager        # the line under the name; else it is made for the target
  # email: amina@example.com
  # phone: 519 555 0142
  # city: Guelph
  # region: Ontario
  # links: [linkedin.com/in/example]

# targets:                              # the jobs aimed at; one resume for each
#   - role: HR Advisor
#     level: 2                          # 0 trainee, 2 professional, 4 manager, 6 director, 8 chief officer
#     field: human resources
#     posting_file: posting.txt         # in the folder of this file

# experience:                           # the latest first
#   - employer: Northwind Laboratories
#     city: Guelph
#     title: Laboratory Manager         # one role; several go under "roles:"
#     start: 2020-02                    # 2020, 2020-02, fall 2020
#     end: present
#     level: 4
#     scope:
#       people: 12
#     achievements:
#       - action: Redesigned the intake of samples
#         result: Cut turnaround
#         measures:
#           - {{of: turnaround, from: 13, to: 8, unit: weeks}}
#       - Trained the three analysts who now run the night shift

# credentials:
#   - name: Certified Human Resources Professional
#     short: CHRP
#     issuer: HRPA
#     status: exam passed               # designated, candidate, exam passed, in progress
#     date: 2026-06

# education:
#   - institution: University of Guelph
#     credential: Bachelor of Science
#     area: Chemistry
#     end: 2012

# skills: [Scheduling, Coaching]
# languages:
#   - {{name: French, level: fluent}}

# notes: for the coach alone; never printed
"""


def new_client(name: str, *, locale: str = "en-CA") -> str:
    """A client file with a name in it and an example of everything else, commented out."""
    return _TEXT.format(schema=SCHEMA_FILE, version=SCHEMA_VERSION, locale=locale, name=scalar(name.strip()))
