"""The slots of a standing text: `{name}` where a fact goes in, and none that nothing fills."""

from __future__ import annotations

import string

from pydantic import AfterValidator


def with_slots(*known: str) -> AfterValidator:
    """Lets a text have these slots alone, so that it can always be filled."""

    def check(text: str) -> str:
        try:
            slots = [name for _, name, _, _ in string.Formatter().parse(text) if name is not None]
        except ValueError as error:
            raise ValueError(f"{error}; write {{{{ for a brace") from None
        if unknown := [name for name in slots if name not in known]:
            can = " and ".join(f"{{{name}}}" for name in known) or "no slots"
            raise ValueError(f"nothing fills {{{unknown[0]}}} here; the text can have {can}")
        return text

    return AfterValidator(check)
