"""Which addresses may stand in canonical HTML: of links, of pictures, of blocked pictures."""

import re
from urllib.parse import quote

MAX_URL_CHARS = 16_384

_LINK = re.compile(r"(https?://|mailto:|tel:|deskside:)(?=[^\s])", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_UNSAFE = re.compile(r"[\s\"<>\\^`{|}\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]")
_FILE = re.compile(r"deskside-file:[0-9a-f]{64}")
_CID = re.compile(r"cid:[^\s\"'<>\\]{1,255}", re.IGNORECASE)
_DATA = re.compile(r"data:image/(?:png|jpe?g|gif|webp);base64,[A-Za-z0-9+/]+={0,2}", re.IGNORECASE)
_REMOTE = re.compile(r"(?:https?:)?//[^/\\]", re.IGNORECASE)


def link_target(href: str) -> str:
    """The address as stored, or an empty string if such a link may not be followed.

    http, https, mailto, tel and deskside; scheme in lower case, no white space, no invisible
    characters (they are percent-encoded, so that what is shown is what is opened).
    """
    href = _CONTROL.sub("", href).strip()
    scheme = _LINK.match(href)
    if scheme is None or len(href) > MAX_URL_CHARS:
        return ""
    return scheme[1].lower() + _UNSAFE.sub(lambda m: quote(m[0]), href[scheme.end() :])


def image_source(src: str) -> str:
    """``src`` if it names something that travels with the message: own file, cid, inline data."""
    src = src.strip()
    if src[:5].lower() == "data:":
        src = re.sub(r"\s+", "", src)
        return src if _DATA.fullmatch(src) else ""
    if _CID.fullmatch(src):
        return "" if "../" in src else "cid:" + src[4:]
    return src if _FILE.fullmatch(src) else ""


def remote_image(src: str) -> str:
    """The https or http address of a picture elsewhere, or an empty string if it is none."""
    src = _CONTROL.sub("", src).strip()
    if not _REMOTE.match(src):
        return ""
    return link_target("https:" + src if src.startswith("//") else src)
