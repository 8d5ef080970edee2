"""resumekit: one fact base, many resumes, every line traced to a fact.

    import resumekit

    client = resumekit.load_client("client.yaml")
    product = resumekit.produce(client, resumekit.Choices(formats=("docx", "pdf")))
    for file in product.files:
        Path(file.name).write_bytes(file.content)

What is named here is stable; everything else may change. Names are imported when they are first used, so that
`import resumekit` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from resumekit.batch.many import render_many
    from resumekit.career.compare import Comparison, compare_offers
    from resumekit.career.funnel import read_funnel
    from resumekit.career.funnel_counts import FunnelCounts, count_funnel
    from resumekit.career.funnel_reading import FunnelReading
    from resumekit.career.move import Assessment, assess_move
    from resumekit.career.offer_assessment import assess_offer
    from resumekit.career.plan import SearchPlan, plan_search
    from resumekit.career.runway import Runway, simulate_runway
    from resumekit.career.simulate import Simulation, simulate_move
    from resumekit.compose.doubt_kit import compose_doubt_kit
    from resumekit.compose.interview_kit import compose_interview_kit
    from resumekit.compose.kit import Kit
    from resumekit.document.block import Document
    from resumekit.errors import ClientFileError, ResumekitError
    from resumekit.load.client import Client
    from resumekit.load.client import load as load_client
    from resumekit.load.client import parse as parse_client
    from resumekit.load.dump import dump_yaml
    from resumekit.load.framework import find_framework
    from resumekit.load.jsonresume import to_json_resume
    from resumekit.load.schema import json_schema
    from resumekit.load.stated import read_applications as load_applications
    from resumekit.load.stated import read_offer as load_offer
    from resumekit.mapping import map_skills, match_posting, rank_competencies
    from resumekit.model.application import Applications
    from resumekit.model.offer import Offer
    from resumekit.model.resume import Resume
    from resumekit.model.target import Target
    from resumekit.pipeline import Choices, File, Product, produce
    from resumekit.pipeline import compose as compose_document
    from resumekit.preparing import prepare_interview
    from resumekit.render.branded import write_branded
    from resumekit.reviewing import ReviewChange, ReviewCopy, apply_review, read_review, review_copy
    from resumekit.skills.framework import Framework
    from resumekit.skills.match import Match
    from resumekit.skills.posting_match import PostingMatch
    from resumekit.skills.skill_map import SkillMap
    from resumekit.strategy.decide import decide
    from resumekit.strategy.strategy import Strategy
    from resumekit.themes.theme import Theme, find_theme, theme_names

__version__ = "0.1.0"

# No public name is a subpackage's: importing `resumekit.load` would put the module in the function's place.
_HOMES = {
    "Applications": "model.application:Applications",
    "Assessment": "career.move:Assessment",
    "Choices": "pipeline:Choices",
    "Client": "load.client:Client",
    "ClientFileError": "errors:ClientFileError",
    "Comparison": "career.compare:Comparison",
    "Document": "document.block:Document",
    "File": "pipeline:File",
    "Framework": "skills.framework:Framework",
    "FunnelCounts": "career.funnel_counts:FunnelCounts",
    "FunnelReading": "career.funnel_reading:FunnelReading",
    "Kit": "compose.kit:Kit",
    "Match": "skills.match:Match",
    "Offer": "model.offer:Offer",
    "PostingMatch": "skills.posting_match:PostingMatch",
    "Product": "pipeline:Product",
    "Resume": "model.resume:Resume",
    "ResumekitError": "errors:ResumekitError",
    "ReviewChange": "reviewing:ReviewChange",
    "ReviewCopy": "reviewing:ReviewCopy",
    "Runway": "career.runway:Runway",
    "SearchPlan": "career.plan:SearchPlan",
    "Simulation": "career.simulate:Simulation",
    "SkillMap": "skills.skill_map:SkillMap",
    "Strategy": "strategy.strategy:Strategy",
    "Target": "model.target:Target",
    "Theme": "themes.theme:Theme",
    "apply_review": "reviewing:apply_review",
    "assess_move": "career.move:assess_move",
    "assess_offer": "career.offer_assessment:assess_offer",
    "compare_offers": "career.compare:compare_offers",
    "compose_document": "pipeline:compose",
    "compose_doubt_kit": "compose.doubt_kit:compose_doubt_kit",
    "compose_interview_kit": "compose.interview_kit:compose_interview_kit",
    "count_funnel": "career.funnel_counts:count_funnel",
    "decide": "strategy.decide:decide",
    "dump_yaml": "load.dump:dump_yaml",
    "find_framework": "load.framework:find_framework",
    "find_theme": "themes.theme:find_theme",
    "json_schema": "load.schema:json_schema",
    "load_applications": "load.stated:read_applications",
    "load_client": "load.client:load",
    "load_offer": "load.stated:read_offer",
    "map_skills": "mapping:map_skills",
    "match_posting": "mapping:match_posting",
    "parse_client": "load.client:parse",
    "plan_search": "career.plan:plan_search",
    "prepare_interview": "preparing:prepare_interview",
    "produce": "pipeline:produce",
    "rank_competencies": "mapping:rank_competencies",
    "read_funnel": "career.funnel:read_funnel",
    "read_review": "reviewing:read_review",
    "render_many": "batch.many:render_many",
    "review_copy": "reviewing:review_copy",
    "simulate_move": "career.simulate:simulate_move",
    "simulate_runway": "career.runway:simulate_runway",
    "theme_names": "themes.theme:theme_names",
    "to_json_resume": "load.jsonresume:to_json_resume",
    "write_branded": "render.branded:write_branded",
}

__all__ = [
    "Applications",
    "Assessment",
    "Choices",
    "Client",
    "ClientFileError",
    "Comparison",
    "Document",
    "File",
    "Framework",
    "FunnelCounts",
    "FunnelReading",
    "Kit",
    "Match",
    "Offer",
    "PostingMatch",
    "Product",
    "Resume",
    "ResumekitError",
    "ReviewChange",
    "ReviewCopy",
    "Runway",
    "SearchPlan",
    "Simulation",
    "SkillMap",
    "Strategy",
    "Target",
    "Theme",
    "apply_review",
    "assess_move",
    "assess_offer",
    "compare_offers",
    "compose_document",
    "compose_doubt_kit",
    "compose_interview_kit",
    "count_funnel",
    "decide",
    "dump_yaml",
    "find_framework",
    "find_theme",
    "json_schema",
    "load_applications",
    "load_client",
    "load_offer",
    "map_skills",
    "match_posting",
    "parse_client",
    "plan_search",
    "prepare_interview",
    "produce",
    "rank_competencies",
    "read_funnel",
    "read_review",
    "render_many",
    "review_copy",
    "simulate_move",
    "simulate_runway",
    "theme_names",
    "to_json_resume",
    "write_branded",
]


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        module, _, attribute = _HOMES[name].partition(":")
        return getattr(import_module(f"resumekit.{module}"), attribute)
    raise AttributeError(f"module 'resumekit' has no attribute '{name}'")


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
