"""What every test stands on: no network, repeatable properties, and programs outside Python by fixture."""

from __future__ import annotations

import os
import sys
from typing import Any

import pytest
from hypothesis import settings

from tests.programs import Office, Poppler, VeraPdf, program, verapdf

settings.register_profile("local", max_examples=40, deadline=None)
settings.register_profile("ci", max_examples=100, deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "local")


class NetworkRefusedError(RuntimeError):
    """A test, or what it tests, reached for the network."""


def _refuse_network(event: str, arguments: tuple[Any, ...]) -> None:
    # An address that is text or bytes is a local (Unix) socket, as multiprocessing uses.
    if event == "socket.connect" and isinstance(arguments[1], tuple):
        raise NetworkRefusedError(f"no network in tests: {arguments[1]}")
    if event in {"socket.getaddrinfo", "socket.gethostbyname"}:
        raise NetworkRefusedError(f"no network in tests: {arguments[0]}")


# An audit hook sees every socket of this process, those opened by C code too, and can't be taken off again.
sys.addaudithook(_refuse_network)


@pytest.fixture(scope="session")
def soffice(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """LibreOffice: `soffice.convert(docx_bytes)` is a PDF. Mark the test `external`."""
    return Office(program("soffice", "libreoffice-writer-nogui"), tmp_path_factory.mktemp("soffice"))


@pytest.fixture(scope="session")
def pdftotext() -> Poppler:
    """Poppler: `pdftotext.text(pdf_bytes)`. Mark the test `external`."""
    return Poppler(program("pdftotext", "poppler-utils"))


@pytest.fixture(scope="session")
def vera(tmp_path_factory: pytest.TempPathFactory) -> VeraPdf:
    """veraPDF: `vera.broken(pdf_bytes) == []` says PDF/A-2a and PDF/UA-1 both hold. Mark the test `external`."""
    return verapdf(tmp_path_factory.mktemp("verapdf"))
