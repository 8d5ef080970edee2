"""Find themes, read their tokens, run their templates."""
