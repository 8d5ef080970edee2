"""Stated facts to competencies, with evidence: frameworks and lexicons as data, and the engine that reads by them."""
