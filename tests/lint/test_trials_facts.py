"""How often the rules of facts, personal data and spelling find what is there, and how often what is not."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from resumekit.lint.finding import Finding
from resumekit.lint.page import page_of_bullets
from resumekit.lint.personal import passes_luhn
from resumekit.lint.rules import RULES
from resumekit.lint.run import check_page
from resumekit.lint.settings import default_settings
from tests.lint.examples import page_of_client, page_of_example

DATA = Path(__file__).parent / "data"
RECALL = 0.95
FALSE = 0.03


@cache
def trials() -> dict[str, tuple[list[str], list[str]]]:
    """Faulty and clean lines by code."""
    found: dict[str, tuple[list[str], list[str]]] = {}
    code = ""
    for line in (DATA / "facts.txt").read_text(encoding="utf-8").splitlines():
        if heading := re.fullmatch(r"\[([A-Z]{3}\d{3})\]", line):
            code = heading[1]
            found[code] = ([], [])
        elif line[:2] in ("- ", "+ "):
            found[code][line[0] == "+"].append(line[2:])
    return found


@cache
def good_writing(language: str) -> tuple[str, ...]:
    text = (DATA / f"clean-{language}.txt").read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))


def found_by(code: str, text: str, locale: str = "") -> list[Finding]:
    language = "fr" if text.startswith("[fr]") else "en"
    page = page_of_example(text.removeprefix("[fr] "), language)
    return list(RULES[code].findings(replace(page, locale=locale or page.locale), default_settings()))


def missed(code: str, lines: list[str]) -> list[str]:
    return [text for text in lines if not found_by(code, text)]


@pytest.mark.parametrize("code", trials())
def test_a_fault_is_found(code: str) -> None:
    faulty, _ = trials()[code]

    assert len(faulty) >= 10
    assert len(missed(code, faulty)) <= (1 - RECALL) * len(faulty), missed(code, faulty)


@pytest.mark.parametrize("code", trials())
def test_what_looks_like_a_fault_is_left_alone(code: str) -> None:
    clean = [*trials()[code][1], *good_writing("en")]
    wrong = [text for text in clean if found_by(code, text)]

    assert len(clean) >= 40
    assert len(wrong) <= FALSE * len(clean), wrong


@pytest.mark.parametrize("language", ["en", "fr"])
def test_good_writing_is_left_alone(language: str) -> None:
    locale = "fr-CA" if language == "fr" else "en-CA"
    settings = replace(default_settings(), select=("FAC", "PER", "SPE"))
    lines = [re.sub(r"^(\[[^\]]*\] *)+", "", text) for text in good_writing(language)]
    wrong = [text for text in lines if check_page(page_of_bullets([text], locale=locale), settings)]

    assert len(wrong) <= FALSE * len(lines), wrong


MISSPELLED = """acheived managment recieved responsibilty succesfully comunication custmer maintainance liason seperate occured
definately buisness goverment implimented profesional accross adress agressive commitee enviroment experiance
facilitiated indepedent knowlege lenght millenium negotation oppurtunity perfomance priviledge proffesional
recomended refered schedual sucessful supervizor tecnical transfered untill wich writting coordinatd developped
leaderhip trianing organzied reponsible inventroy analyzd custommers warehosue budgetted deparment calcualted
manufactring reduceed purchasse servies""".split()
NAMES = """Kubernetes Salesforce Terraform Iqaluit Kelowna Okafor Nguyen Szymborska Waterloo PostgreSQL Figma Xero
QuickBooks Trello Asana Slack Zoho Mailchimp Shopify Workday Tableau Jira Moodle Photoshop Tamarack Halvorsen
Thornbury Etobicoke Mississauga Nipissing Rimouski Chicoutimi Saanich Nanaimo Yellowknife Kitchener Osei
Kowalczyk Boateng Dubois""".split()
TRADE = """onboarding chromatography timesheets roadmap stakeholders wellbeing phlebotomy geotechnical kanban microservices
webinars workflow dataset chatbot paralegal upskilling backlog planogram sonographer telehealth wayfinding
fundraiser rebranded podcasts cybersecurity nonprofit healthcare wireframes pipefitting stormwater biosafety
perioperative preauthorized reupholstered multidisciplinary cofounded interoperability deburring hydroponic
lifejackets""".split()


def test_misspelled_words_are_found() -> None:
    frames = ("Trained 12 staff in {} for a year", "{} 12 of 40 plans", "Led work on {} matters in four cities")
    lines = [frames[i % 3].format(word if i % 3 != 1 else word.capitalize()) for i, word in enumerate(MISSPELLED)]

    assert len(lines) >= 40
    assert len(missed("SPE002", lines)) <= (1 - RECALL) * len(lines), missed("SPE002", lines)


def test_names_and_terms_of_trades_are_no_misspelled_words() -> None:
    lines = [f"Set up {word} for 40 users" for word in NAMES] + [f"Wrote about {word} for 40 users" for word in TRADE]
    wrong = [text for text in lines if found_by("SPE002", text)]

    assert len(lines) >= 80
    assert len(wrong) <= FALSE * len(lines), wrong


AMERICAN = """color colors colored labor honor honored behavior neighbor favorite favor flavor center centers theater liter
fiber caliber defense offense catalog traveled traveling traveler labeled labeling modeling modeled counselor
counseling canceled fulfill enrollment installment skillful jewelry gray mold harbor humor rumor vapor endeavor
parlor rigor savior tumor meager specter saber fueled totaled leveled signaled""".split()
BRITISH = """organise organised organising organisation realise realised recognised recognise prioritised prioritise
standardised standardise minimised maximised optimised summarised specialised utilised customised digitised
modernised finalised centralised mobilised authorised categorised emphasised apologised familiarised revitalised
visualised synthesised analysed analyse catalysed paralysed programme""".split()
CANADIAN = """colour labour honour behaviour neighbour centre theatre litre fibre defence catalogue travelled labelled
modelling counsellor cancelled fulfil enrolment skilful jewellery grey organize organization recognize
prioritize analyze analyzed program cheque licence practice judgment aging skeptical artifact aluminum tire curb
meter promise exercise advertise supervise revise improvise comprise enterprise franchise merchandise surprise""".split()


@pytest.mark.parametrize("words", [AMERICAN, BRITISH])
def test_foreign_spelling_is_found_in_canada(words: list[str]) -> None:
    lost = [word for word in words if not found_by("SPE001", f"Wrote about {word} for a year") and word != "programme"]

    assert len(words) >= 35
    assert len(lost) <= (1 - RECALL) * len(words), lost


def test_canadian_spelling_is_left_alone() -> None:
    wrong = [word for word in CANADIAN if found_by("SPE001", f"Wrote about {word} for a year")]

    assert len(CANADIAN) >= 40
    assert wrong == []


@pytest.mark.parametrize(
    ("locale", "foreign", "own"),
    [
        (
            "en-US",
            "colour labour centre organise licence practise cheque travelled defence",
            "color labor organize check",
        ),
        ("en-GB", "color labor center traveled defense analyze", "colour labour centre organise organize travelled"),
    ],
)
def test_each_country_has_its_spelling(locale: str, foreign: str, own: str) -> None:
    assert [word for word in foreign.split() if not found_by("SPE001", f"Wrote about {word} here", locale)] == []
    assert [word for word in own.split() if found_by("SPE001", f"Wrote about {word} here", locale)] == []


def test_in_britain_ise_and_ize_are_not_mixed() -> None:
    text = "Organised 12 fairs | Recognised 40 staff | Standardized the menus of 30 schools"

    assert [finding.words for finding in found_by("SPE001", text, "en-GB")] == ["Standardized"]


def test_an_insurance_number_is_known_by_its_check_digit() -> None:
    numbers = [n for n in range(130_000_000, 130_000_900) if passes_luhn(str(n))][:45]
    lines = [f"[contact] {n // 10**6} {n // 1000 % 1000:03} {n % 1000:03}" for n in numbers]
    others = [n for n in range(130_000_000, 130_000_900) if not passes_luhn(str(n))][:45]
    clean = [f"[contact] {n // 10**6} {n // 1000 % 1000:03} {n % 1000:03}" for n in others]
    clean += ["[contact] 416-555-0123", "Served 130 000 010 visitors", "Order 130000010 shipped", "Raised $130 000 010"]

    assert missed("PER002", lines) == []
    assert [text for text in clean if found_by("PER002", text)] == []


def test_the_number_itself_is_not_told() -> None:
    (finding,) = found_by("PER002", "[contact] SIN: 046 454 286")

    assert "454" not in finding.message + finding.suggestion


def client(rest: str) -> str:
    return "{as_of: 2026-10-15, person: {name: Ana Roy}, " + rest + "}"


def role(start: str, end: str, inner: str = "", title: str = "Clerk") -> str:
    return f"{{title: {title}, start: {start}, end: {end}{inner}}}"


def in_client(code: str, text: str) -> list[Finding]:
    return list(RULES[code].findings(page_of_client(text, "en-CA"), default_settings()))


MONTHS = [f"{year}-{month:02}" for year in (2017, 2018, 2019) for month in range(1, 13)]


@pytest.mark.parametrize("month", MONTHS)
def test_a_result_belongs_to_its_role(month: str) -> None:
    inner = f", achievements: [{{text: Cut waste by 9%, date: {month}}}]"
    before = client(f"experience: [{{employer: Acme, roles: [{role('2019-12', '2024-03', inner)}]}}]")
    after = client(f"experience: [{{employer: Acme, roles: [{role('2012-01', '2016-12', inner)}]}}]")
    inside = client(f"experience: [{{employer: Acme, roles: [{role('2017-01', '2019-12', inner)}]}}]")

    assert bool(in_client("FAC001", before)) == (month < "2019-12")
    assert in_client("FAC001", after)
    assert not in_client("FAC001", inside)


@pytest.mark.parametrize("month", ["2026-11", "2026-12", *(f"2027-{n:02}" for n in range(1, 13)), "2028", "2031"])
def test_the_future_is_only_expected(month: str) -> None:
    assert in_client("FAC002", client(f"credentials: [{{name: First Aid, date: {month}}}]"))
    assert in_client("FAC002", client(f"experience: [{{employer: Acme, title: Clerk, start: {month}}}]"))
    assert in_client("FAC002", client(f"awards: [{{name: Best in Show, date: {month}}}]"))
    assert not in_client("FAC002", client(f"credentials: [{{name: First Aid, date: 2020, expires: {month}}}]"))
    assert not in_client("FAC002", client(f"education: [{{institution: Fleming, end: expected {month}}}]"))


@pytest.mark.parametrize("months", range(24))
def test_posts_of_one_employer_overlap_by_little(months: int) -> None:
    end = 2018 * 12 + months
    two = f"{role('2018-01', 'present', title='Manager')}, {role('2015-01', f'{end // 12}-{end % 12 + 1:02}')}"
    acting = two.replace("title: Manager", "title: Manager, type: acting")

    assert bool(in_client("FAC003", client(f"experience: [{{employer: Acme, roles: [{two}]}}]"))) == (months > 1)
    assert not in_client("FAC003", client(f"experience: [{{employer: Acme, roles: [{acting}]}}]"))


@pytest.mark.parametrize("months", range(24))
def test_a_gap_of_three_months_is_listed(months: int) -> None:
    start = 2018 * 12 + months
    first = f"{start // 12}-{start % 12 + 1:02}"
    bell = f"{{employer: Bell, title: Manager, start: {first}, end: present}}"
    posts = f"{bell}, {{employer: Acme, title: Clerk, start: 2015-01, end: 2017-12}}"
    break_ = f"breaks: [{{reason: caring, start: 2018-01, end: {first}}}]"

    assert bool(in_client("FAC004", client(f"experience: [{posts}]"))) == (months >= 3)
    assert not in_client("FAC004", client(f"experience: [{posts}], {break_}"))


SOLE = (
    "Led Directed Managed Headed Supervised Oversaw Ran Chaired Owned Spearheaded Orchestrated Founded Launched "
    "Created Built Designed"
).split()
PART = (
    "Tested Drafted Coordinated Prepared Analyzed Documented Trained Supported Researched Translated Checked "
    "Gathered Wrote"
).split()


@pytest.mark.parametrize("thing", ["the move of 40 sites", "a new intake for 300 patients", "the audit of four plants"])
def test_shared_credit_is_not_taken(thing: str) -> None:
    def of(verb: str, part: str) -> list[Finding]:
        inner = f"{{text: {verb} {thing}, part: {part}}}"
        return in_client(
            "FAC009", client(f"experience: [{{employer: Acme, title: Analyst, start: 2019, achievements: [{inner}]}}]")
        )

    assert [verb for verb in SOLE if not of(verb, "contributed")] == []
    assert [verb for verb in SOLE + PART if of(verb, "led")] == []
    assert [verb for verb in PART if of(verb, "contributed")] == []


FACTS = (
    "skills: [{name: Xero}], experience: [{employer: Bell Street Foods, title: Bookkeeper, start: 2016-01, "
    "end: present, achievements: ["
    "{text: Cut closing time from 10 to 4 days}, {text: 'Ran payroll of $2.4 million for 320 people'},"
    "{action: Moved the books to the cloud, result: Saved, measures: [{value: 48000, unit: $, period: a year}]}]}]"
)
CLAIMS = [
    "who cut closing time by 45%",
    "who cut closing time by 70 %",
    "with a payroll of $3.1 million",
    "with a payroll of $2.5 million",
    "who paid 400 people",
    "who paid 30 people",
    "who saved $50,000 a year",
    "who saved $480,000",
    "with 25 years of practice",
    "with 20+ years of practice",
    "trusted with $9 million",
    "who ran SAP for a plant",
    "who moved a plant to Oracle",
    "praised by Deloitte",
    "at home in Vancouver offices",
    "who served 14 stores",
    "who audited 37 branches",
    "with a 98% on-time record",
    "known at Microsoft",
    "who closed 55 ledgers",
    "who trained 18 clerks",
    "who won 3.5 million in grants",
    "who met 99.9% of deadlines",
    "with a staff of 60",
    "who filed 1,200 returns",
    "who cut costs by 33%",
    "who recovered €40,000",
    "who worked with Siemens",
    "who led 150 volunteers",
    "who built 22 dashboards",
    "who knows PeopleSoft",
    "with clients in Singapore",
    "who handled 75 vendors",
    "who doubled sales to $8.8 million",
    "who ran 16 audits",
    "with 40 reports a week",
    "who raised margins by 12.5%",
    "who cut errors by 90%",
    "who processed 5,000 invoices",
    "who served Rogers and Telus",
]
STATED = [
    "who cut closing time from 10 to 4 days",
    "who cut closing time by 60%",
    "who saved six days a month",
    "with a payroll of $2.4 million",
    "who paid 320 people",
    "who saved $48,000 a year",
    "with 10 years of practice",
    "with over ten years of practice",
    "at Bell Street Foods",
    "who knows Xero",
    "who moved the books to the cloud",
    "with an eye for detail",
    "who works in English",
    "in Canadian offices",
    "who led two clerks",
    "with three strengths",
    "in Ontario",
    "for IT and HR teams",
    "who runs payroll for 320 people in Xero",
    "Certified in nothing but care",
]


def test_every_claim_of_a_profile_is_stated() -> None:
    def of(words: str) -> list[Finding]:
        text = f'{{as_of: 2026-10-15, person: {{name: Ana Roy, profile: "Bookkeeper {words}"}}, {FACTS}}}'
        return in_client("FAC008", text)

    assert len(CLAIMS) >= 40
    assert len(lost := [words for words in CLAIMS if not of(words)]) <= (1 - RECALL) * len(CLAIMS), lost
    assert [words for words in STATED if of(words)] == []


SECRETS = (
    "Halvorsen Power Systems",
    "Kestrel Robotics",
    "Okanagan Foods",
    "Zyphra",
    "Brightwater Labs",
    "Tamarind Health",
    "Vexler Group",
    "Corvina",
)


@pytest.mark.parametrize("name", SECRETS)
@pytest.mark.parametrize(
    "words",
    [
        "who closed the books of {} in four days",
        "once at {}",
        "known to {} and its clients",
        "who left {} in good order",
        "praised by {}’s board",
    ],
)
def test_a_name_given_in_confidence_is_found_wherever_it_stands(name: str, words: str) -> None:
    def of(said: str, code: str, secret: str = "true") -> list[Finding]:
        work = f"experience: [{{employer: {name}, confidential: {secret}, say_as: a maker of pumps, title: Clerk, start: 2019}}]"
        return in_client(code, f'{{person: {{name: Ana Roy, profile: "Clerk {said}"}}, {work}}}')

    for code in ("FAC006", "FAC012"):
        assert of(words.format(name), code)
        assert not of(words.format("a maker of pumps"), code)
        assert not of(words.format(name), code, "false")
