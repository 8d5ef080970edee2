"""Review copies as a client sends them back: what Word writes for a change, a deletion, a comment and a reply."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping

_W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
_EXTENDED = '<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">{rows}</w15:commentsEx>'
_RELATION = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.commentsExtended+xml"


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(files: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def with_body(content: bytes, *changes: tuple[str, str]) -> bytes:
    """The copy with texts of its document part replaced, each of which must be there."""
    files = parts(content)
    text = files["word/document.xml"].decode()
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return zipped({**files, "word/document.xml": text.encode()})


def paragraph(content: bytes, words: str) -> str:
    """The XML of the last paragraph that holds these words in one run."""
    found: list[str] = re.findall(
        r"<w:p>(?:(?!</w:p>).)*</w:p>", parts(content)["word/document.xml"].decode(), re.DOTALL
    )
    return next(one for one in reversed(found) if words in one)


def tracked(xml: str, author: str = "Amina Haddad") -> str:
    """A paragraph taken out while changes are tracked, its end too."""
    change = f'w:id="900" w:author="{author}" w:date="2026-10-02T09:00:00Z"'
    gone = re.sub(r"(<w:r>(?:(?!</w:r>).)*<w:t[ >].*?</w:r>)", rf"<w:del {change}>\1</w:del>", xml, flags=re.DOTALL)
    gone = gone.replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
    return gone.replace("</w:pPr>", f"<w:rPr><w:del {change}/></w:rPr></w:pPr>", 1)


def inserted(words: str, author: str = "Amina Haddad") -> str:
    """A run put in while changes are tracked."""
    change = f'w:id="901" w:author="{author}" w:date="2026-10-02T09:00:00Z"'
    return f'<w:ins {change}><w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:ins>'


def with_reply(content: bytes, words: str, to: int = 0, *, done: bool = False, author: str = "Amina Haddad") -> bytes:
    """The copy with a reply to one of its comments, as Word keeps threads; without words, only marked as done."""
    files = parts(content)
    text = files["word/comments.xml"].decode()
    text = text.replace("<w:comments ", f"<w:comments {_W14} ", 1)
    head, comment, rest = re.split(rf'(<w:comment w:id="{to}".*?</w:comment>)', text, maxsplit=1, flags=re.DOTALL)
    last = comment.rfind("<w:p>")
    comment = f'{comment[:last]}<w:p w14:paraId="00000A01">{comment[last + len("<w:p>") :]}'
    reply = (
        f'<w:comment w:id="800" w:author="{author}" w:initials="AH"><w:p w14:paraId="00000A02"><w:r><w:t>{words}</w:t>'
        "</w:r></w:p></w:comment>"
    )
    rows = f'<w15:commentEx w15:paraId="00000A01" w15:done="{int(done)}"/>'
    if words:
        rows += '<w15:commentEx w15:paraId="00000A02" w15:paraIdParent="00000A01" w15:done="0"/>'
        rest = rest.replace("</w:comments>", f"{reply}</w:comments>")
        body = files["word/document.xml"].decode()
        start, end = f'<w:commentRangeStart w:id="{to}"/>', f'<w:r><w:commentReference w:id="{to}"/></w:r>'
        body = body.replace(start, f'{start}<w:commentRangeStart w:id="800"/>')
        body = body.replace(end, f'{end}<w:commentRangeEnd w:id="800"/><w:r><w:commentReference w:id="800"/></w:r>')
        files["word/document.xml"] = body.encode()
    files["word/comments.xml"] = f"{head}{comment}{rest}".encode()
    files["word/commentsExtended.xml"] = _EXTENDED.format(rows=rows).encode()
    files["word/_rels/document.xml.rels"] = files["word/_rels/document.xml.rels"].replace(
        b"</Relationships>",
        f'<Relationship Id="rId99" Type="{_RELATION}" Target="commentsExtended.xml"/></Relationships>'.encode(),
    )
    files["[Content_Types].xml"] = files["[Content_Types].xml"].replace(
        b"</Types>", f'<Override PartName="/word/commentsExtended.xml" ContentType="{_TYPE}"/></Types>'.encode()
    )
    return zipped(files)


def with_comment(content: bytes, words: str, on: str, author: str = "Amina Haddad") -> bytes:
    """The copy with a new comment on the run that holds these words."""
    xml = paragraph(content, on)
    run = next(one for one in re.findall(r"<w:r>.*?</w:r>", xml, re.DOTALL) if on in one)
    marked = f'<w:commentRangeStart w:id="700"/>{run}<w:commentRangeEnd w:id="700"/><w:r><w:commentReference w:id="700"/></w:r>'
    files = parts(with_body(content, (xml, xml.replace(run, marked))))
    comment = f'<w:comment w:id="700" w:author="{author}"><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:comment>'
    files["word/comments.xml"] = files["word/comments.xml"].replace(
        b"</w:comments>", f"{comment}</w:comments>".encode()
    )
    return zipped(files)
