"""Pages made hostile: cut, spliced, flooded, nested, mislabelled, and sown with what slow patterns choke on.

Each mutation is a function of a random generator and two pages, and gives a page. The same seed gives the same pages for ever.
"""

import base64
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

MEGABYTE = 1_000_000

# What patterns for names, dates, datelines, prices, addresses, phrases and markup begin to match and then fail on.
RUNS = (
    " ", "\u00a0", "\t", "\n", "0", "1 ", "12/", "1.", "12:", "2019-", ",", ", ", '"', "'", "“", "”", "(", ")", "[", "{", "}", "\\", "/",
    "//",
    "-", " - ", "--", "—", "|", " | ", ".", "...", "…", "!", "?", ";", ":", "#", "&", "&amp;", "&#", "<", "</", "<!", "<!--", "-->",
    "]]>", "%",
    "@", "a", "A", "a ", "A ", "A. ", "Mc", "O'", "Ab ", "Ab Cd ", "AB ", "Ab-", "by ", "By ", "and ", "von ", "Jan ", "May 1", "10 May ",
    "Monday, ", "10:00 ", "+01", "min ", "min read ", "$5 ", "€", "http://", "www.", "a.b", "a@b.", "é", "\u0301", "中", "中。", "ا",
    "\u200b", "\u202e",
    "\ufffd", "we and our ", "dear ", "page ", "the page you ", "you are ", "our ", "use ", "subscribe ", "sign in ", "cookies ", "wir ",
    "\u2028",
    "\x1f", "\U0001f600",
)  # fmt: skip

# Where a run may stand. `%s` is the run.
PLACES = (
    "<title>%s</title>", "<h1>%s</h1>", "<h2>%s</h2>", "<p>%s</p>", "<li>%s</li>", "<td>%s</td>", "%s", "<figcaption>%s</figcaption>",
    '<span class="byline">%s</span>', '<div class="author">By %s</div>', '<span class="date">%s</span>', "<time>%s</time>",
    '<time datetime="%s">x</time>', '<meta name="author" content="%s">', '<meta property="article:published_time" content="%s">',
    '<meta property="og:title" content="%s">', '<meta name="description" content="%s">', '<meta name="keywords" content="%s">',
    '<meta property="og:image" content="%s">', '<meta property="article:author" content="%s">', '<link rel="canonical" href="%s">',
    '<base href="http://%s">', '<div class="%s"><p>x</p></div>', '<div id="%s"><p>x</p></div>', '<div style="%s"><p>x</p></div>',
    '<a href="%s">read on</a>', "<a href=/x>%s</a>", '<img src="%s" alt="%s">', '<img srcset="%s">', '<p itemprop="%s">x</p>',
    '<div itemprop="author">%s</div>', "<script>%s</script>", "<style>%s</style>", "<noscript>%s</noscript>", "<!--%s-->", "<!DOCTYPE %s>",
    '<html lang="%s">', "<meta charset=%s>", '<script type="application/ld+json">%s</script>', "<blockquote>%s</blockquote>",
    "<pre>%s</pre>",
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"%s","author":"%s","datePublished":"%s"}</script>',
    '<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"%s","description":"%s","keywords":"%s"}</script>',
    '<script>var x = {"datePublished": "%s", "author": "%s"}</script>', "<title>%s", "<textarea>%s", "<svg>%s", "<select><option>%s",
)  # fmt: skip

PIECES = (
    b"<", b">", b"</", b"<div>", b"</div>", b"<p>", b"<table>", b"<a href='", b"<script>", b"<!--", b"-->", b"\0", b"\xff\xfe", b"&#xD800;",
    b"&#0;", b"<script type='application/ld+json'>{", b"\\ud800", b"<title>", b"<h1>", b"</article>", b"<svg><p>", b"<template>", b"]]>",
    b"\xed\xa0\x80", b"<meta charset=utf-16>", b"<time datetime='0000-00-00'>", b"<br><br>", b"<html lang='\xff'>",
    b"<base href='http://['>",
    b"<plaintext>", b"<frameset>", b"<math><mi>", b"<select>", b"<nav>", b"<button>", b"<noscript>", b"<![CDATA[", b"<?xml version='1.0'?>",
)  # fmt: skip

ENCODINGS = (
    "utf-16-le",
    "utf-16-be",
    "utf-32",
    "utf-7",
    "cp1252",
    "koi8-r",
    "shift_jis",
    "gb18030",
    "cp037",
    "iso2022_jp",
    "utf-8-sig",
    "euc_kr",
)
LABELS = (
    "utf-8",
    "utf-16",
    "utf-32",
    "utf-7",
    "hex",
    "rot13",
    "punycode",
    "idna",
    "iso-2022-jp",
    "x",
    "",
    "cp037",
    "unicode_escape",
    "utf_8_sig",
)
BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\xff\xfe\0\0", b"\0\0\xfe\xff", b"+/v8", b"\x84\x31\x95\x33")


@dataclass(frozen=True, slots=True)
class Hostile:
    """A mutated page: which mutations made it, its bytes and its header."""

    kind: str
    content: bytes
    content_type: str | None = None
    url: str = "https://velm-courier.example/town/bridge-4711.html"


def hostile_page(seed: int, pages: Sequence[bytes]) -> Hostile:
    """The page number `seed`: one mutation, and in a third of the cases a second one on top."""
    random = Random(seed)
    kinds = [kind for kind, (_, weight) in MUTATIONS.items() for _ in range(weight)]
    names = random.sample(kinds, 2 if random.random() < 0.33 else 1)
    content = random.choice(pages)
    for name in names:
        content = MUTATIONS[name][0](random, content, random.choice(pages))[: 16 * MEGABYTE]
    header = f"text/html; charset={random.choice(LABELS)}" if random.random() < 0.2 else None
    return Hostile(kind="+".join(dict.fromkeys(names)), content=content, content_type=header)


def _truncated(random: Random, page: bytes, _other: bytes) -> bytes:
    return page[: random.randint(0, len(page))]


def _spliced(random: Random, page: bytes, other: bytes) -> bytes:
    return page[: random.randint(0, len(page))] + other[random.randint(0, len(other)) :]


def _sown(random: Random, page: bytes, _other: bytes) -> bytes:
    for _ in range(random.randint(1, 12)):
        place = random.randint(0, len(page))
        page = page[:place] + random.choice(PIECES) * random.choice((1, 2, 3, 50)) + page[place + random.randint(0, 40) :]
    return page


def _noisy(random: Random, page: bytes, _other: bytes) -> bytes:
    changed = bytearray(page)
    for _ in range(random.randint(1, 200)):
        if changed:
            changed[random.randrange(len(changed))] = random.randrange(256)
    return bytes(changed)


def _repeated(random: Random, page: bytes, _other: bytes) -> bytes:
    start = random.randint(0, len(page))
    piece = page[start : start + random.choice((20, 200, 2_000, 20_000))]
    return page[:start] + piece * min(random.choice((10, 100, 2_000)), MEGABYTE // (len(piece) + 1)) + page[start:]


def _nested(random: Random, page: bytes, _other: bytes) -> bytes:
    tag = random.choice(
        (b"div", b"p", b"span", b"b", b"a", b"font", b"ul><li", b"table><tr><td", b"blockquote", b"article", b"section", b"x-y")
    )
    place, depth = random.randint(0, len(page)), random.choice((50, 200, 1_000, 10_000))
    closing = b"".join(b"</" + name + b">" for name in reversed(tag.split(b"><")))
    return page[:place] + (b"<" + tag + b">") * depth + page[place:] + (closing * depth if random.random() < 0.5 else b"")


def _siblings(random: Random, page: bytes, _other: bytes) -> bytes:
    piece = random.choice(
        (b"<p>x", b"<br>", b"<i></i>", b"<p>A line of text, short.</p>", b"<a href=/x>go there</a>", b"<li>one", b"<td>1", b"<h2>x</h2>",
        b"<img src=x>",
         b"<div class='article-body'><p>Words of it.</p></div>", b"<time datetime=2019-01-01>", b"<meta name=author content='A B'>",
         b"<h1>Council votes</h1>",
         b"<div><a href=/x>Headline of a teaser</a></div>", b"<script type='application/ld+json'>{\"@type\":\"NewsArticle\"}</script>",
         b"<span itemprop=author>A B</span>")
    )  # fmt: skip
    place = random.randint(0, len(page))
    return page[:place] + piece * random.choice((1_000, 10_000, 40_000)) + page[place:]


def _attributes(random: Random, page: bytes, _other: bytes) -> bytes:
    one = random.choice((b' a%d="x"', b" a%d", b" a%d='>'", b' class="c%d"', b" data-%d=x", b' a%d="'))
    count = random.choice((10, 255, 2_000))
    tag = b"<div" + b"".join(one % (number,) for number in range(count)) + b">"
    place = random.randint(0, len(page))
    return page[:place] + tag * max(1, min(3_000, random.choice((MEGABYTE, 10 * MEGABYTE)) // len(tag))) + page[place:]


def _entities(random: Random, page: bytes, _other: bytes) -> bytes:
    entity = random.choice(
        (b"&amp;", b"&amp;amp;", b"&", b"&#x110000;", b"&#55296;", b"&nbsp;", b"&lt;p&gt;", b"&#", b"&notanentity;", b"&quot;", b"&#0;")
    )
    place = random.randint(0, len(page))
    return page[:place] + entity * random.choice((1_000, 100_000)) + page[place:]


def _unclosed(random: Random, page: bytes, _other: bytes) -> bytes:
    place = random.randint(0, len(page))
    return (
        page[:place]
        + random.choice(
            (b'<a href="', b"<div class='", b"<!--", b"<script>", b"<style>", b"<title>", b"<![CDATA[", b"<!", b"<?", b'<html lang="')
        )
        + page[place:]
    )


def _bombed(random: Random, page: bytes, _other: bytes) -> bytes:
    """A long run of one thing in one place."""
    run = random.choice(RUNS)
    if random.random() < 0.3:
        run += random.choice(RUNS)
    text = run * (random.choice((500, 5_000, 50_000, 400_000)) // len(run)) + random.choice(("", "x", "!", "<", " 2019"))
    text = random.choice(PLACES).replace("%s", text)
    place = page.lower().find(random.choice((b"<head>", b"<body", b"<p>", b"<h1", b"</p>", b"</body>")))
    place = place if place >= 0 else random.randint(0, len(page))
    return page[:place] + text.encode() + page[place:]


def _json(random: Random, page: bytes, _other: bytes) -> bytes:
    size = random.choice((1_000, 30_000, 300_000))
    node = {
        "@type": "NewsArticle",
        "@id": "#a",
        "headline": "Council votes",
        "author": {"@id": "#b"},
        "articleBody": "The council decided. " * 50,
    }
    text = random.choice(
        (
            lambda: "[" * size,
            lambda: '{"@graph":' * (size // 10),
            lambda: "[" * size + "]" * size,
            lambda: json.dumps([{**node, "headline": f"Matter {number}"} for number in range(size // 1_000)]),
            lambda: json.dumps({**node, "articleBody": "The council decided. " * (size // 20)}),
            lambda: json.dumps({**node, "author": [{"@type": "Person", "name": f"Ada Lind {number}"} for number in range(size // 50)]}),
            lambda: json.dumps({**node, "keywords": ["bridge"] * (size // 8)}),
            lambda: json.dumps({**node, "datePublished": "2019-01-01T00:00:00" * (size // 20)}),
            lambda: json.dumps(node)[:-1] + ",}" * size,
            lambda: json.dumps({**node, "@id": {"@id": {"@id": "#a"}}, "author": {"@id": "#a"}, "wordCount": 10**18}),
            lambda: json.dumps({**node, "headline": "\ud800", "datePublished": "9" * size, "isAccessibleForFree": []}),
            lambda: '{"@type":"NewsArticle","wordCount":' + "9" * size + "}",
            lambda: '{"@type":"NewsArticle","headline":"' + '\\"' * size,
        )
    )()
    return b'<script type="application/ld+json">' + text.encode("utf-8", "replace") + b"</script>" + page


def _encoded(random: Random, page: bytes, _other: bytes) -> bytes:
    name = random.choice(ENCODINGS)
    return page.decode("utf-8", "replace").encode(name, "replace")


def _labelled(random: Random, page: bytes, _other: bytes) -> bytes:
    return (
        b"<meta charset='"
        + random.choice(LABELS).encode()
        + b"'>"
        + random.choice((page, page.decode("utf-8", "replace").encode("cp1252", "replace")))
    )


def _marked(random: Random, page: bytes, _other: bytes) -> bytes:
    return random.choice(BOMS) + page


def _nul(random: Random, page: bytes, _other: bytes) -> bytes:
    step = random.choice((2, 7, 1_000))
    return b"\0".join(page[start : start + step] for start in range(0, min(len(page), MEGABYTE), step))


def _surrogates(random: Random, page: bytes, _other: bytes) -> bytes:
    return page.replace(b"e", random.choice((b"\xed\xa0\x80", b"\xf8\x88\x80\x80\x80", b"\xc0\x80", b"\xff", b"\xf4\x90\x80\x80")))


def _binary(random: Random, _page: bytes, _other: bytes) -> bytes:
    noise = random.randbytes(random.choice((10, 10_000, 300_000)))
    return random.choice((noise, base64.b64encode(noise), noise.hex().encode(), b"<html><p>" + noise))


def _huge(random: Random, page: bytes, _other: bytes) -> bytes:
    """Ten megabytes."""
    filling = random.choice(
        (b" ", b"x", b"word ", b"<!-- x -->",
        b"<p>The council decided on Monday evening to rebuild the old bridge over the Velm, at last.</p>\n", b"\n",
         b"A sentence of the text. ", "字".encode(), "é ".encode("cp1252"), b"<br>One line of it.", b"<script>var x = 1;</script>",
         b"&nbsp;", b"1,234 ")
    )  # fmt: skip
    place = random.randint(0, len(page))
    return page[:place] + filling * (10 * MEGABYTE // len(filling)) + page[place:]


Mutation = Callable[[Random, bytes, bytes], bytes]

MUTATIONS: dict[str, tuple[Mutation, int]] = {
    "truncated": (_truncated, 8),
    "spliced": (_spliced, 8),
    "sown": (_sown, 8),
    "noisy": (_noisy, 6),
    "repeated": (_repeated, 8),
    "nested": (_nested, 6),
    "siblings": (_siblings, 8),
    "attributes": (_attributes, 4),
    "entities": (_entities, 4),
    "unclosed": (_unclosed, 4),
    "bombed": (_bombed, 30),
    "json": (_json, 8),
    "encoded": (_encoded, 6),
    "labelled": (_labelled, 3),
    "marked": (_marked, 2),
    "nul": (_nul, 2),
    "surrogates": (_surrogates, 2),
    "binary": (_binary, 2),
    "huge": (_huge, 2),
}
