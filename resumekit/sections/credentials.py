"""Credentials: long and short name, issuer, year; never more than their status allows."""

from __future__ import annotations

from dataclasses import replace

from resumekit.document.block import Section
from resumekit.model.credential import Credential
from resumekit.sections.context import Context, joined, name_of
from resumekit.sections.registry import SECTIONS


@SECTIONS.add("credentials")
def credentials(context: Context) -> Section | None:
    """Certified Human Resources Professional (CHRP), HRPA, 2026, top mark in the province."""
    blocks = []
    for credential in context.shown(context.resume.credentials):
        rest = [credential_status(context, credential), credential.issuer, credential_day(context, credential)]
        if credential.distinction and credential.verifiable:
            rest.append(credential.distinction)
        blocks.append(context.one_line(credential, long_and_short(credential), rest, link=credential.url))
    return context.section("credentials", blocks)


@SECTIONS.add("courses")
def courses(context: Context) -> Section | None:
    """Single courses, one line each."""
    blocks = [
        context.one_line(course, name_of(course), [course.provider], context.day(course.date), course.url)
        for course in context.shown(context.resume.courses)
    ]
    return context.section("courses", blocks)


def long_and_short(credential: Credential) -> str:
    """Both forms together, so that either is found: Certified Human Resources Professional (CHRP)."""
    name = name_of(credential)
    if credential.short and not credential.confidential and credential.short not in name:
        return f"{name} ({credential.short})"
    return name


def credential_status(context: Context, credential: Credential) -> str:
    """What must be said of one that is not yet held; empty for one that is."""
    return "" if credential.status == "designated" else context.label(f"status.{credential.status}")


def credential_day(context: Context, credential: Credential) -> str:
    """Its day; for one not yet held the day it is expected, said so."""
    awaited = credential.status == "in progress" or (credential.status != "designated" and not credential.date)
    if awaited:
        if not credential.expected:
            return ""
        return context.label("status.expected", date=context.day(replace(credential.expected, expected=False)))
    return joined([context.day(credential.date)])
