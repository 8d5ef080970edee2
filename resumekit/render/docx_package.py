"""The DOCX as a package: its parts, their relations, the document's properties, and a zip that is equal for equal input."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from html import escape

from resumekit.markup.flow import Flow
from resumekit.render.docx_style import HEADER, NAMESPACE, twips
from resumekit.render.docx_text import text_xml
from resumekit.themes.tokens import Tokens

NO_DATE = "2000-01-01"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = {
    "comments": f"{_WORD}.comments+xml",
    "document": f"{_WORD}.document.main+xml",
    "fontTable": f"{_WORD}.fontTable+xml",
    "footer": f"{_WORD}.footer+xml",
    "numbering": f"{_WORD}.numbering+xml",
    "settings": f"{_WORD}.settings+xml",
    "styles": f"{_WORD}.styles+xml",
    "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
}
FOOTER = "rId3"
"""The relationship id of the footer."""


class Relations:
    """The relations of the document part: its fixed parts, then addresses and pictures in order of first use."""

    def __init__(self) -> None:
        self._rows: list[tuple[str, str, str]] = [
            ("fontTable", "fontTable.xml", ""),
            ("numbering", "numbering.xml", ""),
            ("footer", "footer.xml", ""),
            ("settings", "settings.xml", ""),
            ("styles", "styles.xml", ""),
            ("theme", "theme.xml", ""),
        ]
        self._known: dict[str, str] = {}
        self.pictures: dict[str, bytes] = {}

    def link(self, address: str) -> str:
        """The id of an outside address; the same address has one id."""
        if address not in self._known:
            self._known[address] = self._add("hyperlink", address, ' TargetMode="External"')
        return self._known[address]

    def picture(self, content: bytes) -> str:
        """The id of a PNG."""
        name = f"media/image{len(self.pictures) + 1}.png"
        self.pictures[f"word/{name}"] = content
        return self._add("image", name)

    def part(self, name: str) -> str:
        """The id of a part that not every document has."""
        return self._add(name, f"{name}.xml")

    def _add(self, kind: str, target: str, mode: str = "") -> str:
        self._rows.append((kind, target, mode))
        return f"rId{len(self._rows)}"

    def xml(self) -> str:
        rows = (
            f'<Relationship Id="rId{number}" Type="{_OFFICE}/relationships/{kind}" Target="{escape(target)}"{mode}/>'
            for number, (kind, target, mode) in enumerate(self._rows, start=1)
        )
        return f'{HEADER}<Relationships xmlns="{_PACKAGE}/relationships">{"".join(rows)}</Relationships>'


def package(flow: Flow, parts: Mapping[str, str], relations: Relations, properties: str = "") -> bytes:
    """The zip of all parts. `parts` are those under word/ that depend on the flow or its theme, by file name.

    `properties` is the part with properties of the file's own, "" for none.
    """
    files: dict[str, bytes] = {
        "[Content_Types].xml": _content_types(parts, pictures=bool(relations.pictures), own=bool(properties)).encode(),
        "_rels/.rels": _root_relations(own=bool(properties)).encode(),
        **({"docProps/custom.xml": properties.encode()} if properties else {}),
        "docProps/app.xml": _app().encode(),
        "docProps/core.xml": _core(flow).encode(),
        "word/_rels/document.xml.rels": relations.xml().encode(),
        **{f"word/{name}": text.encode() for name, text in parts.items()},
        **relations.pictures,
    }
    return zipped(files)


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A zip without a clock in it; the content types come first, as readers that stream expect."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files, key=lambda name: (name != "[Content_Types].xml", name)):
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type, info.create_system, info.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
            archive.writestr(info, files[name])
    return out.getvalue()


def _content_types(parts: Iterable[str], *, pictures: bool, own: bool) -> str:
    png = '<Default Extension="png" ContentType="image/png"/>' if pictures else ""
    words = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{kind}"/>'
        for name, kind in _PARTS.items()
        if f"{name}.xml" in parts
    )
    if own:
        kind = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
        words += f'<Override PartName="/docProps/custom.xml" ContentType="{kind}"/>'
    return (
        f'{HEADER}<Types xmlns="{_PACKAGE}/content-types">{png}'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/docProps/app.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>'
        '<Override PartName="/docProps/core.xml" '
        f'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>{words}</Types>'
    )


def _root_relations(*, own: bool) -> str:
    target = f'<Relationship Id="rId4" Type="{_OFFICE}/relationships/custom-properties" Target="docProps/custom.xml"/>'
    return (
        f'{HEADER}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/relationships/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" '
        'Target="docProps/core.xml"/>'
        f'<Relationship Id="rId3" Type="{_OFFICE}/relationships/extended-properties" Target="docProps/app.xml"/>'
        f"{target if own else ''}</Relationships>"
    )


def _app() -> str:
    return f'{HEADER}<Properties xmlns="{_OFFICE}/extended-properties"><TotalTime>0</TotalTime></Properties>'


def _core(flow: Flow) -> str:
    day = f"{flow.date or NO_DATE}T00:00:00Z"
    author = escape(flow.author, quote=False)
    return (
        f'{HEADER}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(flow.title, quote=False)}</dc:title><dc:creator>{author}</dc:creator>"
        f"<cp:lastModifiedBy>{author}</cp:lastModifiedBy>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{day}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{day}</dcterms:modified>'
        f"<dc:language>{escape(flow.language, quote=False)}</dc:language></cp:coreProperties>"
    )


def settings_xml(languages: tuple[str, str, str]) -> str:
    """Word's own layout of today, no hyphenation, nothing marked as misspelled before the document is touched."""
    western, eastern, bidi = (escape(tag) for tag in languages)
    modes = (
        ("compatibilityMode", "15"),
        ("overrideTableStyleFontSizeAndJustification", "1"),
        ("enableOpenTypeFeatures", "1"),
        ("doNotFlipMirrorIndents", "1"),
        ("differentiateMultirowTableHeaders", "1"),
    )
    uri = "http://schemas.microsoft.com/office/word"
    compat = "".join(f'<w:compatSetting w:name="{name}" w:uri="{uri}" w:val="{value}"/>' for name, value in modes)
    return (
        f'{HEADER}<w:settings xmlns:w="{NAMESPACE}"><w:zoom w:percent="100"/>'
        '<w:proofState w:spelling="clean" w:grammar="clean"/><w:defaultTabStop w:val="720"/>'
        '<w:autoHyphenation w:val="0"/><w:characterSpacingControl w:val="doNotCompress"/>'
        f'<w:compat>{compat}</w:compat><w:themeFontLang w:val="{western}" w:eastAsia="{eastern}" w:bidi="{bidi}"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def numbering_xml(tokens: Tokens) -> str:
    """One real bulleted list, bound to its paragraph style."""
    look, font = tokens.paragraph("li"), escape(tokens.fonts.word("body"))
    return (
        f'{HEADER}<w:numbering xmlns:w="{NAMESPACE}"><w:abstractNum w:abstractNumId="0">'
        '<w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/>'
        f'<w:pStyle w:val="ListBullet"/><w:lvlText w:val="{escape(tokens.bullet)}"/><w:lvlJc w:val="left"/><w:pPr>'
        f'<w:ind w:left="{twips(look.indent_mm)}" w:hanging="{twips(look.hanging_mm)}"/></w:pPr><w:rPr>'
        f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/></w:rPr></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )


def font_table_xml(tokens: Tokens) -> str:
    """The fonts the styles name, each with the font that takes its place where it is missing."""
    names = sorted({(tokens.fonts.word(role), getattr(tokens.fonts, role)) for role in ("body", "heading", "name")})
    fonts = "".join(
        f'<w:font w:name="{escape(word)}">'
        + (f'<w:altName w:val="{escape(twin)}"/>' if twin != word else "")
        + '<w:charset w:val="00"/><w:pitch w:val="variable"/></w:font>'
        for word, twin in dict(names).items()
    )
    return f'{HEADER}<w:fonts xmlns:w="{NAMESPACE}">{fonts}</w:fonts>'


def footer_xml(flow: Flow, tokens: Tokens) -> str:
    """The foot of every page but the first: whose it is, and the page."""
    lead = tokens.separator.join(part for part in (flow.running, flow.page_label) if part)
    return (
        f'{HEADER}<w:ftr xmlns:w="{NAMESPACE}"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>'
        f'{text_xml(f"{lead} " if lead else "")}<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>'
    )
