"""The XMP metadata of a PDF that is PDF/A-2a and PDF/UA-1 at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from weasyprint.document import Document

# PDF/A-2 (ISO 19005-2, 6.6.2.3) wants every property outside its own list described by an extension schema; the
# identifier of PDF/UA (ISO 14289-1, 5) is such a property.
_BOTH = b"""\
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part>\
</rdf:Description>\
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">\
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">\
<pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>PDF/UA version identifier</pdfaProperty:description>\
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
</rdf:li></rdf:Seq></pdfaSchema:property>\
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"""


def claim_both_standards(document: Document) -> None:
    """Make the document's metadata state PDF/UA-1 beside the PDF/A part that WeasyPrint writes itself."""
    write = document.metadata.generate_rdf_metadata

    def both(*arguments: Any) -> bytes:
        head, end, tail = bytes(write(*arguments)).rpartition(b"</rdf:RDF>")
        return head + _BOTH + end + tail

    document.metadata.generate_rdf_metadata = both
