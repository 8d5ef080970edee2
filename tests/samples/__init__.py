"""The samples keep the promises of their README."""
