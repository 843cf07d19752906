"""Know a web page by its bytes, and decode it as it says it is to be."""

import codecs
import re

_HEAD = 4096
_BEGINNING = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?>(?:<!--.*?-->\s*)*)<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_ENCODING = re.compile(
    r"cp\d+|iso8859-\d+|koi8-[ru]|mac-(?:roman|cyrillic)|gb\w+|big5\w*|euc_\w+|iso2022_jp|shift_jis|utf-8"
)
# Browsers read these names as the larger sets that people meant by them.
_MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
}


def is_saved_page(name: str, data: bytes) -> bool:
    """Tell whether a file is a web page, by its name or by how it begins."""
    return name.lower().endswith((".html", ".htm", ".xhtml")) or bool(_BEGINNING.match(data[:_HEAD]))


def declared_text(data: bytes) -> str | None:
    """Decode a page that is not in UTF-8 as it says it is to be; None where that cannot be."""
    declared = _CHARSET.search(data[:_HEAD])
    try:
        if not data.isascii():
            data.decode("utf-8")
            return None
    except UnicodeDecodeError:
        pass
    try:
        encoding = codecs.lookup(declared[1].decode("ascii")).name if declared else ""
        encoding = _MEANT.get(encoding, encoding)
        return data.decode(encoding) if _ENCODING.fullmatch(encoding) else None
    except (LookupError, UnicodeError):
        return None
