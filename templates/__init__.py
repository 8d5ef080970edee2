"""Themes: one folder each; `_base` holds what they share."""
