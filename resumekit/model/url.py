"""Addresses that a page may link to."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

SCHEMES = ("http", "https", "mailto", "tel")
_SCHEME = re.compile(r"^([a-z][a-z0-9+.-]*):(?!\d+(?:/|$))", re.IGNORECASE)
# Controls that turn the direction of writing make an address read as another one.
_SPACE = re.compile(r"[\s<>\"\\^`{|}\x00-\x20\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def checked_url(url: str) -> str:
    """The address with its scheme; one without a scheme is taken as https.

    Raises PydanticCustomError for a scheme that is not http, https, mailto or tel, or an address with spaces.
    """
    match = _SCHEME.match(url)
    if match and match[1].lower() not in SCHEMES:
        raise PydanticCustomError(
            "url", "a link may be http, https, mailto or tel, not '{scheme}'", {"scheme": match[1]}
        )
    if _SPACE.search(url):
        raise PydanticCustomError("url", "a web address has no spaces, quotation marks or brackets in it")
    return url if match else f"https://{url}"


Url = Annotated[str, Field(min_length=1, max_length=2_000), AfterValidator(checked_url)]
"""An address whose scheme is http, https, mailto or tel."""
