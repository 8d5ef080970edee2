"""The guards that other tests lean on do guard."""

from __future__ import annotations

import socket

import pytest
from weasyprint import HTML

from tests.conftest import NetworkRefusedError
from tests.programs import Office, Poppler, VeraPdf


def test_a_test_cannot_reach_the_network() -> None:
    with pytest.raises(NetworkRefusedError):
        socket.create_connection(("192.0.2.1", 80), timeout=0.1)
    with pytest.raises(NetworkRefusedError):
        socket.getaddrinfo("example.org", 80)


@pytest.mark.external
def test_the_validator_finds_what_is_broken(vera: VeraPdf) -> None:
    plain = HTML(string="<p>Plain</p>").write_pdf()

    broken = vera.broken(plain)

    assert any(line.startswith("2a broken") for line in broken)
    assert any(line.startswith("ua1 broken") for line in broken)


@pytest.mark.external
def test_the_office_and_poppler_read_and_write(soffice: Office, pdftotext: Poppler) -> None:
    pdf = soffice.convert(b"Two words", source="txt")

    assert pdftotext.text(pdf).split() == ["Two", "words"]
