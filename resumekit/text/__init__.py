"""Words and sentences: locales, dates, verbs, measures; it knows nothing of resumes."""
