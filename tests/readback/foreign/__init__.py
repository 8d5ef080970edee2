"""Resumes made elsewhere."""
