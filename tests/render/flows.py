"""Flows made by hand, as the base template makes them, for the tests of the writers."""

from __future__ import annotations

from resumekit.markup.flow import Container, Flow, Node, Paragraph, Run


def p(style: str, *runs: Run | str) -> Paragraph:
    return Paragraph(style, tuple(Run(run) if isinstance(run, str) else run for run in runs))


def dated(style: str, what: str, dates: str, tenure: str = "") -> Paragraph:
    runs = [Run(f"{what} "), Run(dates, style="dates")]
    if tenure:
        runs += [Run(" "), Run(f"({tenure})", style="tenure")]
    return p(style, *runs)


def bullets(*texts: str) -> Container:
    return Container("ul", tuple(p("li", text) for text in texts))


def section(title: str, *nodes: Node) -> Container:
    return Container("section", (p("h2", title), *nodes))


def labelled(label: str, terms: str) -> Paragraph:
    return p("line", Run(f"{label}:", style="label"), f" {terms}")


def flow(*nodes: Node, **fields: object) -> Flow:
    """A flow around these nodes, with Amina Haddad's name on it."""
    given: dict[str, object] = {
        "kind": "resume",
        "title": "Resume of Amina Haddad",
        "author": "Amina Haddad",
        "language": "en-CA",
        "running": "Amina Haddad",
        "date": "2026-11-01",
    }
    return Flow(children=(Container("article", nodes),), **{**given, **fields})  # type: ignore[arg-type]


def head(name: str = "Amina Haddad", separator: str = " | ") -> Container:
    return Container(
        "header",
        (
            p("h1", name),
            p("headline", "Operations and Supply Chain Director"),
            p(
                "contact",
                f"Hamilton, Ontario{separator}",
                Run("905-555-0142", link="tel:+19055550142"),
                separator,
                Run("amina.haddad@example.com", link="mailto:amina.haddad@example.com"),
                separator,
                Run("linkedin.com/in/amina-haddad", link="https://www.linkedin.com/in/amina-haddad"),
            ),
        ),
    )


def two_pages(separator: str = " | ") -> Flow:
    """A senior manager's resume of two pages, with promotions, scope lines, competencies and education."""
    return flow(
        head(separator=separator),
        section(
            "Professional Summary",
            p(
                "profile",
                "Operations director with 16 years in food manufacturing and cold-chain distribution, accountable for "
                "five sites, 640 people and a $92 million operating budget. Known for turning around late, costly "
                "plants without layoffs: raised on-time delivery from 81% to 98% and took $11.4 million out of annual "
                "cost. Leads in English, French and Arabic, and builds supervisors who stay.",
            ),
        ),
        section(
            "Career Highlights",
            bullets(
                "Cut order-to-door time from 13 to 8 days (38%) across three provinces by redesigning the cold-chain "
                "network and renegotiating carrier contracts.",
                "Saved $4.2 million a year by consolidating four warehouses into two, with every one of 118 employees "
                "redeployed or retrained.",
                "Raised overall equipment effectiveness from 61% to 79% in 18 months, the best result of the group’s "
                "14 plants.",
            ),
        ),
        section(
            "Core Competencies",
            labelled(
                "Operations",
                "multi-site leadership, lean manufacturing, capital planning, sales and operations planning",
            ),
            labelled("Supply chain", "cold-chain logistics, procurement, inventory optimization, carrier negotiation"),
            labelled("People", "labour relations, succession planning, safety culture, change leadership"),
        ),
        section(
            "Professional Experience",
            dated("group", "Northfield Foods Inc., Hamilton, Ontario", "Mar 2014 – Present", "12 years"),
            dated("h3", "Director, Operations and Supply Chain", "Jan 2020 – Present", "6 years"),
            p(
                "scope",
                "Five plants and two distribution centres; 640 people, 9 direct reports; $92 million budget; "
                "reports to the chief operating officer.",
            ),
            bullets(
                "Raised on-time delivery from 81% to 98% in two years by moving five sites to one weekly planning cycle "
                "and giving supervisors the authority to stop a line.",
                "Cut order-to-door time from 13 to 8 days (38%) across three provinces by redesigning the cold-chain network.",
                "Reduced lost-time injuries from 22 to 4 a year; earned the provincial safety association’s gold award in 2024.",
                "Led a $14 million automation program at the Brantford plant, delivered seven weeks early and 6% under budget.",
                "Negotiated two collective agreements without a stoppage, holding wage growth to 2.1% a year.",
            ),
            dated("h3", "Senior Manager, Distribution", "Jun 2017 – Dec 2019", "2 years, 7 months"),
            p("scope", "Two distribution centres, 210 people, $31 million budget."),
            bullets(
                "Saved $4.2 million a year by consolidating four warehouses into two; redeployed or retrained all 118 employees.",
                "Brought inventory accuracy from 92.5% to 99.6% by introducing cycle counting and scanning at every dock.",
                "Built a supervisor school that filled 17 of 19 openings from within.",
            ),
            dated("h3", "Manager, Inventory and Planning", "Mar 2014 – May 2017", "3 years, 3 months"),
            bullets(
                "Freed $6.8 million of working capital by cutting slow-moving stock 27% in one fiscal year.",
                "Introduced weekly sales and operations planning; forecast error fell from 34% to 19%.",
            ),
            dated("h3", "Plant Manager", "Aug 2010 – Feb 2014", "3 years, 7 months"),
            p("employer", "Lakehead Dairy Cooperative, Thunder Bay, Ontario"),
            p("scope", "One plant, 140 people on three shifts, $18 million budget."),
            bullets(
                "Raised overall equipment effectiveness from 61% to 79% in 18 months, the best of the group’s 14 plants.",
                "Cut water use 31% and energy 12% per litre, worth $640,000 a year.",
                "Passed three consecutive unannounced food-safety audits with no major finding.",
            ),
            dated("h3", "Production Supervisor", "May 2007 – Jul 2010", "3 years, 3 months"),
            p("employer", "Lakehead Dairy Cooperative, Thunder Bay, Ontario"),
            bullets(
                "Led a crew of 24 on two filling lines; cut changeover from 95 to 38 minutes.",
                "Trained 11 operators to lead hand, four of whom are supervisors today.",
            ),
        ),
        section(
            "Boards and Memberships",
            p("line", Run("Director", strong=True), ", Hamilton Food Share, 2019 – Present"),
            p("line", Run("Member", strong=True), ", Association for Supply Chain Management, 2012 – Present"),
        ),
        section(
            "Education and Credentials",
            dated("h3", "Master of Business Administration (MBA)", "2016"),
            p("employer", "Wilfrid Laurier University, Waterloo, Ontario"),
            p("note", "With distinction"),
            dated("h3", "Bachelor of Engineering, Chemical", "2007"),
            p("employer", "McMaster University, Hamilton, Ontario"),
            p("line", Run("Certified Supply Chain Professional (CSCP)", strong=True), ", ASCM, 2013"),
        ),
        section("Languages", p("line", "English (fluent), French (professional), Arabic (native)")),
    )
