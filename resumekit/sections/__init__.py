"""One generator for each section of a resume: facts in, one section out, every line with its facts."""
