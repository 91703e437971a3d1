"""Who reserves text and data mining: the signs of it, on the site and on the page. Pure.

Signs of the W3C's TDM Reservation Protocol: `/.well-known/tdmrep.json`, the response header `tdm-reservation`, and the meta element of
that name; the page's own word goes before the header's, and that before the site's. Beside them `noai` in `X-Robots-Tag` or in the meta
element `robots`, and `/ai.txt`, which is written like robots.txt. Whether to honour them is a setting of the source.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from protego import Protego

NOTED_BYTES = 1 << 16  # of a page: its meta elements stand at its beginning
_META = re.compile(rb"<meta\b[^>]{0,1000}>", re.IGNORECASE)
_NAME = re.compile(rb"""\bname\s*=\s*["']?\s*(tdm-reservation|robots)\b""", re.IGNORECASE)
_CONTENT = re.compile(rb"""\bcontent\s*=\s*(?:"([^"]*)|'([^']*)|([^\s"'>]+))""", re.IGNORECASE)
_NO_AI = re.compile(r"(?<![\w-])noai(?![\w-])", re.IGNORECASE)
_A_PAGE = "/page.html"  # ai.txt forbids kinds of files by their endings, which addresses of articles seldom have


class Reservation(StrEnum):
    """Where mining is reserved; NONE where nobody says so. Stored: append, never rename."""

    NONE = "none"
    META = "meta"
    HEADER = "header"
    NOAI = "noai"
    TDMREP = "tdmrep"
    AI_TXT = "ai_txt"


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteReservation:
    """What a site's own files reserve."""

    product: str = "*"
    locations: tuple[tuple[str, bool], ...] = ()  # path pattern of tdmrep.json, and whether it is reserved
    ai_rules: Protego | None = None

    def decide(self, url: str) -> Reservation:
        """TDMREP or AI_TXT where one of the files reserves `url`, else NONE. Of several locations the longest counts."""
        if not self.locations and self.ai_rules is None:
            return Reservation.NONE
        parts = urlsplit(url)
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        matching = [(len(pattern), is_reserved) for pattern, is_reserved in self.locations if _matches(pattern, path)]
        if matching:
            return Reservation.TDMREP if max(matching)[1] else Reservation.NONE
        if self.ai_rules is not None:
            asked = (url, f"{parts.scheme}://{parts.netloc}{_A_PAGE}")
            if not all(self.ai_rules.can_fetch(one, self.product) for one in asked):
                return Reservation.AI_TXT
        return Reservation.NONE


NOTHING_RESERVED = SiteReservation()


def parse_reservation(tdmrep: bytes, ai_txt: bytes, product: str) -> SiteReservation:
    """What the two files say to `product`. A file that is not what it should be says nothing."""
    is_rules = b"disallow" in ai_txt.lower() and not ai_txt.lstrip().startswith(b"<")
    rules = Protego.parse(ai_txt.decode("utf-8-sig", "replace")) if is_rules else None
    return SiteReservation(product=product, locations=_locations(tdmrep), ai_rules=rules)


def header_reservation(headers: Mapping[str, str]) -> bool | None:
    """Whether the response's headers reserve the page; None where they do not say. Names are looked up as written here."""
    return _flag(headers.get("tdm-reservation"))


def page_reservation(headers: Mapping[str, str], beginning: bytes, site: Reservation) -> Reservation:
    """Who reserves the page: `beginning` is that of its unpacked bytes, `site` what the site's files say of its URL."""
    flag, is_no_ai = _meta(beginning)
    if flag is not None:
        return Reservation.META if flag else Reservation.NONE
    flag = header_reservation(headers)
    if flag is not None:
        return Reservation.HEADER if flag else Reservation.NONE
    if is_no_ai or _NO_AI.search(headers.get("x-robots-tag", "")):
        return Reservation.NOAI
    return site


def _meta(beginning: bytes) -> tuple[bool | None, bool]:
    """The flag of the meta element tdm-reservation, and whether the meta element robots says noai."""
    if b"tdm-reservation" not in beginning and b"noai" not in beginning:
        return None, False
    flag, is_no_ai = None, False
    for element in _META.findall(beginning):
        name, content = _NAME.search(element), _CONTENT.search(element)
        if name and content:
            value = b"".join(filter(None, content.groups())).decode("latin-1")
            if name[1].lower() == b"robots":
                is_no_ai = is_no_ai or bool(_NO_AI.search(value))
            elif flag is None:
                flag = _flag(value)
    return flag, is_no_ai


def _flag(value: str | None) -> bool | None:
    return {"1": True, "0": False}.get((value or "").strip())


def _locations(tdmrep: bytes) -> tuple[tuple[str, bool], ...]:
    try:
        found = json.loads(tdmrep) if tdmrep else []
    except (ValueError, RecursionError):
        return ()
    entries = found if isinstance(found, list) else [found]
    return tuple(
        (entry["location"], str(entry["tdm-reservation"]) == "1")
        for entry in entries[:1000]
        if isinstance(entry, dict) and isinstance(entry.get("location"), str) and str(entry.get("tdm-reservation")) in {"0", "1"}
    )


def _matches(pattern: str, path: str) -> bool:
    """As in RFC 9309, 2.2.3: `*` is any characters, `$` the end, else a beginning is enough."""
    pieces = pattern.removesuffix("$").split("*")
    if not path.startswith(pieces[0]):
        return False
    at = len(pieces[0])
    for piece in pieces[1:]:
        at = path.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    return not pattern.endswith("$") or (at == len(path) if len(pieces) == 1 else path.endswith(pieces[-1]))
