"""Source field: which lexicons a client's own titles and sectors ask for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from resumekit.model.resume import Resume
from resumekit.skills.framework import Framework
from resumekit.skills.lexicon import Lexicon
from resumekit.skills.names import holds


def lexicons_for(
    resume: Resume, lexicons: Iterable[Lexicon], framework: Framework | None = None
) -> tuple[Lexicon, ...]:
    """Those that the framework always reads, in its order, then those of a field the client comes from, by id."""
    known = {lexicon.id: lexicon for lexicon in lexicons}
    always = [known[name] for name in (framework.lexicons if framework else ()) if name in known]
    told = " / ".join(_words(resume))
    own = [known[name] for name in sorted(known) if any(holds(told, field) for field in known[name].fields)]
    return tuple({lexicon.id: lexicon for lexicon in (*always, *own)}.values())


def _words(resume: Resume) -> Iterator[str]:
    """Titles, functions and sectors; of what is confidential, what may be said instead."""
    for employer in resume.experience:
        if employer.sector and not employer.confidential:
            yield employer.sector
        for role in employer.roles:
            if role.confidential:
                yield role.say_as or ""
            else:
                yield f"{role.title} / {role.equivalent or ''} / {role.field or ''}"
    yield from (work.role for work in resume.volunteering if work.role and not work.confidential)
