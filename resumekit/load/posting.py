"""The text of a posting that a target names: written in the client file, or in a file beside it."""

from __future__ import annotations

from resumekit.errors import ClientFileError
from resumekit.load.client import Client
from resumekit.load.folder import inside_folder
from resumekit.load.source import decode
from resumekit.model.target import Target

MAX_BYTES = 1_000_000


def posting_text(client: Client, target: Target) -> str | None:
    """The posting of a target; None when it names none.

    A file is read only from inside the client file's own folder, links followed to where they lead.

    Raises:
        ClientFileError: with the place of `posting_file`, when the file is outside, missing, too large or no text.
    """
    if target.posting or not target.posting_file:
        return target.posting

    def refused(message: str) -> ClientFileError:
        return ClientFileError([client.places.problem((*target.path, "posting_file"), message)])

    if client.path is None:
        raise refused("a posting file needs a client file that it lies beside; write the text under 'posting'")
    inside = inside_folder(client.path, target.posting_file)
    if isinstance(inside, str):
        raise refused(inside)
    try:
        if inside.stat().st_size > MAX_BYTES:
            raise refused(f"the posting file has more than {MAX_BYTES // 1_000_000} million bytes")
        content = inside.read_bytes()[: MAX_BYTES + 1]
    except OSError as error:
        raise refused(f"the posting file cannot be read: {error.strerror}") from None
    try:
        return decode(content, target.posting_file).text
    except ClientFileError as error:
        raise refused(f"the posting file is not plain text: {error.problems[0].message}") from None
