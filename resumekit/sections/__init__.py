"""One generator per section of a resume: facts in, one section out."""
