"""Checks: rules by code, one module for each family, over facts, documents and finished files."""
