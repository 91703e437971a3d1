"""What is known to be noise in an address: trackers, and the marks of AMP, mobile, print and share variants.

Names of parameters are matched without regard to case. A name is here only if it never tells articles apart; names that do so on
some sites (`id`, `ref`, `source`, `p`, `sid`) are noise only with the values listed with them, or not at all.
"""

import re
from collections.abc import Sequence
from urllib.parse import unquote

_TRACKERS = re.compile(
    r"""
      utm_.* | mtm_.* | pk_(campaign|kwd|keyword|source|medium|content|cid) | piwik_.* | matomo_.* | hsa_.* | _?hsenc | _?hsmi
    | hs_amp | hsctatracking | __hs(tc|sc|fp)
    | at_(medium|campaign|custom\d+|format|link_.+|ptr_.+|bbc_team|campaign_type|recipient_.+|variant)
    | i[tn]m_(source|medium|campaign|content|term|channel|sid|id|group) | ns_(mchannel|source|campaign|linkname|fee)
    | wt_?(mc|zmc|ref|source)(_o|_id)? | wt\.(mc|z?mc|nav|ac)(_id)? | fb_(action_ids|action_types|source|ref|comment_id) | fbclid
    | gclid | gclsrc | dclid | gbraid | wbraid | gad | gad_source | gad_campaignid | srsltid | msclkid | yclid | ysclid | twclid | ttclid
    | igshid | igsh | li_fat_id | epik | rdt_cid | scclid | s_kwcid | ef_id | irclickid | irgwc | zanpid | wickedid | _openstat
    | vero_(conv|id) | mc_(cid|eid) | mkt_tok | oly_(enc|anon)_id | ml_subscriber(_hash)? | sc_(campaign|channel|content|country|cid|src|eh)
    | s_(cid|campaign) | trk(campaign|_.*|info)? | tblci | taboolaclickid | obclid | dicbo | ob_click_id | cndid | esrc | bxid | cvid
    | guce_.* | guccounter | cmp(id|ref|src) | icid | ncid | ocid | intcid | int_(cid|source|medium|campaign) | sr_share | smid | smtyp
    | smprod | soc_(src|trk) | sara_ref | sharetype | share_?(token|source|from|id) | shared | _ga | _gl | ga_.* | usqp | aoh | ampshare
    | amp_(js_v|gsa|ct|tf|r|lite|kit) | feedburner | feedname | xtor | xtref | xts | echobox | ito | wprov | spm | ftag | ftcamp
    | partner_?source | traffic_?source | rss_?(source|id) | nlid | newsletter_?id | mbid | __twitter_impression | __source
    | origin_?referrer | akamai-rum | phpsessid | jsessionid | aspsessionid.* | cfid | cftoken
    """,
    re.IGNORECASE | re.VERBOSE,
)
# name=value pairs that are noise though the name alone may be an article's
_NOISE = re.compile(
    r"""
      _?amp | (_?amp|isamp|is_amp|view_?amp) = (1|true|yes|on|html|y|)
    | (output_?type|layout|template|view|format|type|mode|service|alt|display|variant|version|output|style) = (amp|ampart|amphtml)
    | (m|page|ot) = (ot\.)?amp(html|pagelayout)? | (m|mobile|is_?mobile|mobi) = (1|true|yes|on|) | print | printable
    | (print|printable|print_?view|printer|print_?version|printer_?friendly|is_?print|do_?print|printpage) = (1|true|yes|y|on|all|)
    | (output|layout|view|format|mode|tmpl|display|version|pagewanted|type|style|template|action)
      = (print|printable|printer|printview|printer[-_]friendly)
    | (view|version|layout|display|output_?type) = (mobile|desktop) | pagewanted = all
    | page = (0*1 | with(:|%3a)block-.* | comments?) | (single_?page|full_?page|show_?all) = (1|true|all|yes)
    | (ref|src|source|from|partner|via|emc|referer|referrer|refsrc|fromref|cid|campaign|medium|platform|r|xid)
      = (
          rss | feed | rss_?feed | feedburner | newsletter | e?-?mail(_?share)? | push | sms | copy | dlvr\.?it | ifttt | social(_?flow)?
        | (twitter|tw|facebook|fb|instagram|ig|whatsapp|telegram|linkedin|pinterest|reddit|flipboard)(_?share)? | fblike
        | share(_?(link|bar))? | related | recirc | home(page)? | hp | search | google(_?news)? | bing | yahoo | apple_?news
        | android | iphone | ios | app
        )
    | share = (twitter|facebook|x|jetpack-.*|linkedin|whatsapp|telegram|pinterest|reddit|e?mail|pocket|tumblr|print|mastodon|bluesky|1|true)
    | nb = 1 | sh = [0-9a-f]{10,} | output_?type = (comment|print) | si = [\w-]{12,}
    | (comments?|show_?comments|scroll_?to_?comments|open_?comments) = (1|true|all|open|show|)
    | feature = (youtu\.be|share|emb_.*|youtube_gdata.*|player_embedded)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_DEVICE_LABELS = frozenset({"www", "www1", "www2", "www3", "m", "mobile", "mobil", "movil", "amp", "amp2", "wap", "touch", "iphone"})
_AMP_SEGMENTS = frozenset({"amp", "_amp", ".amp", "amphtml"})
_AMP_PREFIXES = frozenset({"platform", "google"})  # content systems that file their AMP pages under /platform/amp, /google/amp
_TOPIC_SEGMENTS = frozenset(
    "about categories category keyword keywords label search tag tags thema themen topic topics wiki".split()  # noqa: SIM905 (readable)
)
_AMP_ENDING = re.compile(r"(?i)(?:[.~!]amp(?=\.s?html?/?$|\.php/?$|/?$)|\.htm/alt=amp(?=\.html$)|(?<=/amp)/1/?$|/mobile(?=\.html$))")
_PRINT_SEGMENT = re.compile(r"(?i)^(print|printable|printview|print-?version|printer-?friendly|singlepage|full)$")
_INDEX = re.compile(r"(?i)^(index\.(s?html?|php\d?|aspx?|jsp)|default\.(aspx?|html?))$")
_ENDING = re.compile(r"(?i)(?<=[^/])\.html?$")
_SESSION = re.compile(r"(?i);(jsessionid|phpsessid|sid)=[^/;]*")


def plain_host(host: str) -> str:
    """`host` without the labels that only choose a device: `www`, `m`, `amp`, and `m` inside (`en.m.wikipedia.org`)."""
    labels = host.split(".")
    while len(labels) > 2 and labels[0] in _DEVICE_LABELS:
        labels = labels[1:]
    if len(labels) > 3 and labels[1] == "m":
        labels = [labels[0], *labels[2:]]
    if len(labels) > 2 and labels[0].startswith("m-"):
        labels = [labels[0][2:] or "m-", *labels[1:]]
    return ".".join(labels)


def plain_path(path: str, parameters: Sequence[str]) -> str:
    """`path` without AMP, print and session marks, name of the index page, first page number and closing slash."""
    path = _SESSION.sub("", path)
    path = _AMP_ENDING.sub("", path)
    segments = [segment for segment in path.split("/") if segment]
    segments = [segment for place, segment in enumerate(segments) if not _is_amp(segments, place)]
    if len(segments) > 1 and _PRINT_SEGMENT.match(segments[-1]) and segments[-2].lower() not in _TOPIC_SEGMENTS:
        segments.pop()
    if len(segments) > 2 and segments[-2].lower() == "page" and segments[-1] == "1":
        segments = segments[:-2]
    if segments and _INDEX.match(segments[-1]) and not parameters:
        segments.pop()
    return _ENDING.sub("", "/" + "/".join(segments))


def plain_parameters(parameters: Sequence[str], kept: frozenset[str]) -> list[str]:
    """`parameters` (each `name=value` or a bare name) without noise; those named in `kept` (lower case) stay."""
    return [parameter for parameter in parameters if unquote(parameter.partition("=")[0]).lower() in kept or not _is_noise(parameter)]


def _is_noise(parameter: str) -> bool:
    return bool(_TRACKERS.fullmatch(parameter.partition("=")[0]) or _TRACKERS.fullmatch(parameter) or _NOISE.fullmatch(parameter))


def _is_amp(segments: Sequence[str], place: int) -> bool:
    """Whether the segment marks an AMP variant: not alone, and not the name of a topic (`/tag/amp`)."""
    if place == 0 and len(segments) > 2 and segments[0] in _AMP_PREFIXES:
        return segments[1] == "amp"
    if segments[place].lower() not in _AMP_SEGMENTS or len(segments) == 1:
        return False
    return place == 0 or segments[place - 1].lower() not in _TOPIC_SEGMENTS
