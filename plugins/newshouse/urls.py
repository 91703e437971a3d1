"""One URL per article, as far as the URL alone can say.

`canonical_url` is RFC 3986 normalisation plus what publishers and those who share their links put around an address: trackers,
AMP, mobile and print variants, redirectors. It is a key for comparison, not always an address that answers: the scheme is https and
"www." is gone. Merging two articles is worse than keeping two URLs of one, so what is not known to be noise stays.
Not its job: what the page says of itself (rel=canonical) is weighed by extraction.
"""

import re
import string
from collections.abc import Iterable
from urllib.parse import quote, unquote_to_bytes

import idna

from newshouse.url_redirectors import destination
from newshouse.url_variants import plain_host, plain_parameters, plain_path

HTTP = re.compile(r"https?://", re.IGNORECASE)
_PARTS = re.compile(r"(?is)^(https?):/*([^/?#]*)([^?#]*)(?:\?([^#]*))?(?:#(.*))?$")
_REPEATED_SCHEME = re.compile(r"(?i)^(?:https?:?/*)+(?=https?:?//)")
_BROKEN_SCHEME = re.compile(r"(?i)^(https?)(?::/+|:(?=[^/\d])|//+)")
_BARE_HOST = re.compile(r"(?i)^(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d+)?(?=[/?#]|$)")
_ESCAPED_AMPERSAND = re.compile(r"&(?:amp;|#0*38;|#x0*26;)+", re.IGNORECASE)
_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}")
_UNRESERVED = string.ascii_letters + string.digits + "-._~"
_PATH_SAFE = "/:@!$&'()*+,;=%"
_QUERY_SAFE = "/:@!$'()*,;=?%"
_DEFAULT_PORTS = {"http": "80", "https": "443"}


def canonical_url(url: str, keep_parameters: Iterable[str] = ()) -> str:
    """The key under which all spellings of `url` meet; `keep_parameters` stay though they look like trackers.

    Pure, idempotent, and never raises: text that is no http(s) URL comes back stripped of white space, otherwise as it is.
    """
    kept = frozenset(name.lower() for name in keep_parameters)
    seen = {url}
    while True:
        found = _normalised(url, kept)
        if found in seen:  # at rest, or in a circle that only hostile input makes
            return found
        seen.add(found)
        url = found


def is_http_url(url: str) -> bool:
    """Whether `url` can be asked for: an absolute http(s) URL with a host and without control characters."""
    parts = _PARTS.match(url)
    return bool(parts and HTTP.match(url) and host_of(url) and not re.search(r"[\x00-\x20\x7f\ud800-\udfff]", url))


def host_of(url: str) -> str:
    """The host of an http(s) URL in lower-case ASCII, without port or credentials; empty where there is none."""
    parts = _PARTS.match(url)
    return _host_and_port(parts[1].lower(), parts[2])[0] if parts else ""


def _normalised(url: str, kept: frozenset[str]) -> str:
    text = _repaired(url)
    parts = _PARTS.match(text)
    if not parts:
        return text
    scheme, authority, path, query, fragment = parts[1].lower(), parts[2], parts[3], parts[4], parts[5]
    host, port = _host_and_port(scheme, authority)
    if not host:
        return text
    path = _without_dots(_encoded(path.replace("\\", "/"), _PATH_SAFE))
    parameters = _parameters(query or "")
    target = destination(host, path, parameters)
    if target is not None and len(target) < len(text):
        return target
    path, parameters = plain_path(path, parameters), plain_parameters(parameters, kept)
    host = plain_host(host)
    path = path if path.startswith("/") else f"/{path}"
    shown_query = "&".join(sorted(parameters, key=lambda parameter: parameter.partition("=")[0]))
    script_state = f"#{_encoded(fragment, _QUERY_SAFE)}" if fragment and fragment.startswith("!") else ""
    return f"https://{host}{f':{port}' if port else ''}{path}{f'?{shown_query}' if shown_query else ''}{script_state}"


def _repaired(url: str) -> str:
    """`url` without the accidents of copying: white space, doubled or damaged schemes, escaped ampersands."""
    text = url.strip(string.whitespace + "\x00\ufeff\u200b\xa0")
    text = re.sub(r"[\t\r\n]", "", text)
    if text.startswith("//"):
        text = f"https:{text}"
    elif _BARE_HOST.match(text):
        text = f"https://{text}"
    text = _BROKEN_SCHEME.sub(lambda found: f"{found[1]}://", _REPEATED_SCHEME.sub("", text))
    return _ESCAPED_AMPERSAND.sub("&", text) if HTTP.match(text) else text


def _host_and_port(scheme: str, authority: str) -> tuple[str, str]:
    """Host as lower-case ASCII (IDNA), port where it is not the scheme's own; credentials are dropped."""
    location = authority.rpartition("@")[2].replace("\\", "")
    host, colon, port = location.rpartition(":") if not location.endswith("]") else (location, "", "")
    if not colon:
        host, port = location, ""
    elif not re.fullmatch(r"0*[0-9]{0,5}", port) or int(port or "0") > 65535:
        return "", ""
    host = unquote_to_bytes(host.encode("utf-8", "surrogatepass")).decode("utf-8", "replace").rstrip(".").lower()
    if not host.isascii():
        try:
            host = idna.encode(host, uts46=True, transitional=False).decode("ascii")
        except (idna.IDNAError, UnicodeError):
            return "", ""
    if not re.fullmatch(r"[a-z0-9._-]+|\[[0-9a-f:.]+\]", host):
        return "", ""
    return host, "" if port.lstrip("0") == _DEFAULT_PORTS[scheme] else port.lstrip("0")


def _encoded(text: str, safe: str) -> str:
    """RFC 3986, 6.2.2: unreserved characters bare, all others as upper-case percent escapes of UTF-8."""
    bare = _PERCENT.sub(lambda escape: _bare_or_upper(escape[0]), text)
    bare = re.sub(r"%(?![0-9A-F]{2})", "%25", bare)
    return quote(bare, safe=safe, errors="surrogatepass")


def _bare_or_upper(escape: str) -> str:
    character = chr(int(escape[1:], 16))
    return character if character in _UNRESERVED else escape.upper()


def _without_dots(path: str) -> str:
    """RFC 3986, 5.2.4, and repeated slashes as one (but not those of a URL inside the path)."""
    kept: list[str] = []
    segments = re.sub(r"(?<!:)/{2,}", "/", path).split("/")
    for segment in segments:
        if segment == "..":
            if len(kept) > 1:
                kept.pop()
        elif segment != ".":
            kept.append(segment)
    if segments[-1] in {".", ".."}:
        kept.append("")
    return "/".join(kept)


def _parameters(query: str) -> list[str]:
    """The parameters of a query in their order, each as `name=value` or a bare name, encoded one way."""
    return [_encoded(part.replace("+", "%20"), _QUERY_SAFE) for part in query.split("&") if part not in {"", "="}]
