"""The tree of claims: blocks, lines, and where each line comes from."""
