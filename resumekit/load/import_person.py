"""Who a foreign resume is about: name, addresses, town."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from resumekit.load.draft import Draft, Said
from resumekit.load.jsonresume_keys import readable_url
from resumekit.readback.contact import Contact

_TARGET = re.compile(r"^(?:target|poste visé)\s*:\s*(.+)$", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\s*\(([^()]+)\)$")
_COUNTRIES = frozenset(
    {
        "canada", "united states", "usa", "u.s.a.", "united kingdom", "uk", "france", "mexico", "mexique",
        "états-unis", "royaume-uni", "india", "inde", "germany", "australia", "ireland", "nigeria", "philippines",
        "china", "brazil", "pakistan", "ukraine", "poland", "türkiye", "turkey", "spain", "italy", "switzerland",
    }
)  # fmt: skip
_HOSTS = {
    "linkedin.com": "LinkedIn",
    "github.com": "GitHub",
    "gitlab.com": "GitLab",
    "twitter.com": "Twitter",
    "x.com": "X",
}


def is_in_country(text: str) -> bool:
    """Whether a line is a place whose last part is a country: a town, with or without its region."""
    parts = [part.strip() for part in text.split(",")]
    return 1 < len(parts) <= 3 and parts[-1].casefold() in _COUNTRIES and len(text) <= 80


def place(text: str) -> dict[str, Any]:
    """A person's place of one line: the town, the region, the country where its last part is one."""
    text = _IN_BRACKETS.sub(r", \1", text)
    parts = [part.strip() for part in text.split(",") if part.strip()]
    country = parts.pop() if len(parts) > 1 and parts[-1].casefold() in _COUNTRIES else None
    if len(parts) > 2:
        return {"city": Said(text, "write town, region and country apart")}
    return {"city": parts[0] if parts else None, "region": parts[1] if len(parts) > 1 else None, "country": country}


def link(draft: Draft, section: str, address: str, label: str = "") -> None:
    """Adds an address on the web; one that cannot be a link is kept as it is."""
    person = draft.data.setdefault("person", {})
    url = readable_url(address)
    if url is None:
        draft.keep(section, f"{label}: {address}" if label else address, "this address cannot be a link")
        return
    host = (urlsplit(url).hostname or "").removeprefix("www.").removeprefix("ca.")
    named = label or _HOSTS.get(host, "")
    links: list[dict[str, str]] = person.setdefault("links", [])
    if all(one["url"].rstrip("/") != url.rstrip("/") for one in links):
        links.append({"url": url, **({"label": named} if named else {})})


def contact_fields(draft: Draft, contact: Contact) -> None:
    """The person of a draft, from the contact details that a machine found."""
    person = draft.data.setdefault("person", {})
    if contact.name:
        person["name"] = (
            contact.name.text if contact.name.confidence >= 0.9 else Said(contact.name.text, "is this the name?")
        )
    if contact.headline:
        target = _TARGET.match(contact.headline.text)
        if target:
            draft.add("targets", role=target[1])
        else:
            person["headline"] = Said(contact.headline.text, "read as the line under the name")
    for name, fields in (("email", contact.emails), ("phone", contact.phones)):
        found = list(dict.fromkeys(field.text for field in fields))
        if found:
            person[name] = found[0]
        for more in found[1:]:
            draft.keep("contact", more, f"a second {name}")
    for address in contact.links:
        link(draft, "contact", address.text)
    if contact.city:
        person.update(place(contact.city.text))
