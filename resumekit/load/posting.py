"""The text of a posting that a target names: written in the client file, or in a file beside it."""

from __future__ import annotations

from resumekit.errors import ClientFileError
from resumekit.load.client import Client
from resumekit.load.folder import inside_folder
from resumekit.load.posting_file import PostingFileError, posting_file_text
from resumekit.model.target import Target


def posting_text(client: Client, target: Target) -> str | None:
    """The posting of a target; None when it names none.

    A file is read only from inside the client file's own folder, links followed to where they lead.

    Raises:
        ClientFileError: with the place of `posting_file`, when the file is outside, missing, too large or holds no words.
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
        return posting_file_text(inside)
    except PostingFileError as error:
        raise refused(f"the posting file is of no use: {error.problems[0].message}") from None
