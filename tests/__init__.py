"""Tests mirror the package, one folder each."""
