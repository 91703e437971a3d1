"""Services that stand between a reader and an article: where their links lead, as far as the link itself says.

Their names are data here because each hides the target in a way of its own; no publisher is among them.
"""

import re
from collections.abc import Sequence
from urllib.parse import unquote

# host pattern, path pattern, parameters that may hold the target
_BY_PARAMETER: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (r"(www\.)?google\.[a-z.]+", r"/url", ("url", "q")),
    (r"(www\.)?google\.[a-z.]+", r"/imgres", ("imgrefurl",)),
    (r"(lm?|www|m)\.facebook\.com", r"/l\.php", ("u",)),
    (r"(www\.|m\.)?facebook\.com", r"/(sharer(/sharer)?\.php|flx/warn/?)", ("u",)),
    (r"l\.(instagram|messenger|wl)\.(com|co)", r"/.*", ("u",)),
    (r"(www\.)?(twitter|x)\.com", r"/(intent/tweet|share)", ("url",)),
    (r"out\.reddit\.com", r"/.*", ("url",)),
    (r"(www\.)?reddit\.com", r"/submit", ("url",)),
    (r"(www\.)?linkedin\.com", r"/(redir/redirect|safety/go|sharearticle|shareArticle|sharing/share-offsite/?)", ("url",)),
    (r"(www\.)?youtube\.com", r"/redirect", ("q",)),
    (r"t\.umblr\.com", r"/redirect", ("z",)),
    (r"slack-redir\.net", r"/link", ("url",)),
    (r"(m\.)?(away\.)?vk\.com", r"/(away\.php|share\.php)", ("to", "url")),
    (r"(html\.)?duckduckgo\.com", r"/l/?", ("uddg",)),
    (r"(www\.)?getpocket\.com", r"/(redirect|save)", ("url",)),
    (r"[a-z0-9.]*safelinks\.protection\.outlook\.com", r"/.*", ("url",)),
    (r"(www\.)?pinterest\.[a-z.]+", r"/pin/create/(button|link)/?", ("url",)),
    (r"(api\.whatsapp|wa)\.(com|me)", r"/send", ("text",)),
    (r"t\.me|telegram\.me", r"/share/url", ("url",)),
    (r"steamcommunity\.com", r"/linkfilter/?", ("u", "url")),
    (r"disq\.us", r"/(url)?", ("url",)),
    (r"exit\.sc", r"/", ("url",)),
    (r"(www\.)?bing\.com", r"/(news/)?apiclick\.aspx", ("url",)),
    (r"translate\.google\.[a-z.]+", r"/(translate|website)", ("u",)),
    (r"getpocket\.com|news\.ycombinator\.com", r"/submitlink", ("u",)),
)
_AMP_VIEWER = re.compile(r"^/amp/(s/)?(?=[^/]+\.[a-z]{2,})", re.IGNORECASE)
_AMP_CACHE = re.compile(r"^/(?:wp/)?[cvi]/(s/)?(?=[^/]+\.[a-z]{2,})", re.IGNORECASE)
_YAHOO = re.compile(r"/RU=([^/]+)/")
_URLDEFENSE_3 = re.compile(r"^/v3/__(https?:/.+?)__;", re.IGNORECASE)


def destination(host: str, path: str, parameters: Sequence[str]) -> str | None:
    """Where a link through a redirector leads; None where `host` is none, or does not say."""
    if re.fullmatch(r"(www\.)?google\.[a-z.]+", host) and (found := _AMP_VIEWER.match(path)):
        return _behind(path[found.end() :], bool(found[1]), parameters)
    if host.endswith("cdn.ampproject.org") and (found := _AMP_CACHE.match(path)):
        return _behind(path[found.end() :], bool(found[1]), parameters)
    if host.endswith("r.search.yahoo.com") and (found := _YAHOO.search(path)):
        return _http(unquote(found[1]))
    if host == "urldefense.com" and (found := _URLDEFENSE_3.match(path)):
        return _http(found[1])
    if host == "urldefense.proofpoint.com" and path.startswith("/v2/url"):
        coded = _value(parameters, "u")
        return _http(unquote(coded.replace("-", "%").replace("_", "/"))) if coded else None
    for host_pattern, path_pattern, names in _BY_PARAMETER:
        if re.fullmatch(host_pattern, host) and re.fullmatch(path_pattern, path):
            targets = (_http(unquote(value)) for name in names if (value := _value(parameters, name)))
            return next(filter(None, targets), None)
    return None


def _behind(rest: str, is_secure: bool, parameters: Sequence[str]) -> str:
    query = f"?{'&'.join(parameters)}" if parameters else ""
    return f"{'https' if is_secure else 'http'}://{rest}{query}"


def _value(parameters: Sequence[str], name: str) -> str | None:
    return next((parameter[len(name) + 1 :] for parameter in parameters if parameter.startswith(f"{name}=")), None)


def _http(text: str) -> str | None:
    return text if re.match(r"https?:/+[^/]", text, re.IGNORECASE) else None
