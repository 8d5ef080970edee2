"""The commented YAML that `resumekit new` writes: a client, an offer, a list of applications."""

from __future__ import annotations

from resumekit.load.scalar import scalar
from resumekit.load.schema import APPLICATIONS_FILE, OFFER_FILE, SCHEMA_FILE
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

# search:                               # for `resumekit plan`; never printed on a resume or a letter
#   started: 2026-11-02
#   hours_a_week: 15
#   leaving: laid off                   # employed, contract ended, quit ...
#   savings: 18,000                     # set aside for the search
#   essentials: 3,200                   # a month
#   last_pay: 78,000

# notes: for the coach alone; never printed
"""


def new_client(name: str, *, locale: str = "en-CA") -> str:
    """A client file with a name in it and an example of everything else, commented out."""
    return _TEXT.format(schema=SCHEMA_FILE, version=SCHEMA_VERSION, locale=locale, name=scalar(name.strip()))


_OFFER = """\
# yaml-language-server: $schema=./{schema}
# A job that was offered. Whatever is left out is asked; take the "# " away to use a line.
title:                                  # HR Coordinator
employer:                               # Royal City Foods
level:                                  # 0 trainee, 2 professional, 4 manager, 6 director, 8 chief officer

# group: Royal City Group               # the group of companies it belongs to
# field: human resources                # the function
# sector: food manufacturing
# city: Guelph
# type: permanent                       # permanent, contract, temporary, agency
# date: 2026-11-10                      # the day the offer came
# answer_by: 2026-11-17
# start: 2026-12-01
# in_target_field: true                 # over what the field says

# pay: 62,000                           # a year; or 31.80 an hour, 1,250 a week
# market_pay: 66,000                    # what such a job pays elsewhere, where no last pay is known
# take_home: 3,900                      # a month, after tax

# mandate: improve                      # none, run, improve, build: what the job is there for
# figures: own                          # none, own, all: whose figures its holder sees
# achievements:                         # plausible in 12 months, and measurable; one a line
#   - Cut the time to fill plant jobs
#   - Build a pool of seasonal workers
# path_back:                            # the way to the former level
#   months: 12
#   written: true

# answers:                              # from 4 (best) to 0; over what the facts say
#   preferred_employer: 4               # 4 on the written list before the offer, 2 admired, 0 no
#   new_sector: 4                       # 4 a core job in the new field or sector, 0 no
#   next_resume_content: 3              # achievements plausible in 12 months
#   level_gap: 3                        # 4 no step down, 3 one level, 1 two levels, 0 three or more
#   culture: 3                          # what two or more insiders say: 4 strong, 0 bad
#   autonomy: 3                         # 4 a free hand, 0 micromanaged
#   pay: 4                              # 4 95% of the last or more, 3 85%, 2 70%, 1 55%
#   path_back: 4                        # 4 written within 12 months, 3 within 18, 2 vague, 1 none, 0 blocked
#   need: 1                             # 4 when the money lasts less than half of the search, 0 when it lasts
# because:                              # why, in a few words
#   culture: two former analysts speak well of the manager

# notes: for the coach alone; never printed
"""

_APPLICATIONS = """\
# yaml-language-server: $schema=./{schema}
# What a client has sent, and what came of it. Take the "# " away to use a line.
client:                                 # amina.yaml, in the folder of this file
as_of:                                  # 2026-11-15: the day this was last true
# target: hr-advisor                    # which of the client's targets; else the first
# started: 2026-09-01                   # the day the search began; else the first application

applications:
#   - employer: Royal City Foods
#     role: HR Coordinator
#     sent: 2026-10-02
#     posted: 2026-10-01                # the day the posting came out
#     channel: referral                 # posting, referral, direct, recruiter, agency
#     targeted: true                    # false for one that was sent unchanged
#     interview: 2026-10-12             # the day of the first interview
#     interviews: 2                     # rounds
#     offer: 2026-10-28                 # the day it came; or rejected, or withdrawn, with theirs
#   - {{employer: Wellington Lakes Credit Union, sent: 2026-10-05}}

# notes: for the coach alone; never printed
"""


def new_offer() -> str:
    """An offer file with an example of everything, commented out."""
    return _OFFER.format(schema=OFFER_FILE)


def new_applications() -> str:
    """A list of applications with examples, commented out."""
    return _APPLICATIONS.format(schema=APPLICATIONS_FILE)
