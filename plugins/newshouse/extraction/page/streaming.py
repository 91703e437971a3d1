"""Pages whose text a script puts in its place, which without a script one must do oneself.

React's server sends a placeholder first, its content later: a `<template id="B:0">` marks the place, `<div hidden id="S:0">` holds what
belongs there. Blogger's templates send the text of the article as the text of a script, inside the article's own element.
"""

from lxml import etree

from newshouse.extraction.page import hints

_TEMPLATES = frozenset(("text/template", "text/html", "text/x-template"))
_BLANKS = ("{{", "{%", "<%", "<#", "${", "#{", "[[", "%%")  # to be filled in: no text of an article
_SHORTEST = 500  # letters of the mark-up
_NO_TEXT = frozenset(("script", "style", "noscript"))
_LITTLE = 200  # letters
_LEVELS = 2  # elements around the script that may be the article's


def put_together(root: etree._Element) -> None:
    """Move each late segment of the page to its placeholder, and each text out of its script."""
    _place_segments(root)
    for script in [script for script in root.iter("script") if script.get("type") in _TEMPLATES]:
        if _holds_article(script):
            _unpack(script)


def _place_segments(root: etree._Element) -> None:
    places = {template.get("id"): template for template in root.iter("template")}
    if not places:
        return
    for segment in [element for element in root.iter("div") if (element.get("id") or "").startswith("S:")]:
        place = places.get("B:" + segment.get("id", "")[2:])
        if place is None or segment.get("hidden") is None or (parent := place.getparent()) is None or _is_inside(place, segment):
            continue
        segment.attrib.pop("hidden")
        segment.attrib.pop("id")
        after, place.tail = place.tail, None
        parent.replace(place, segment)
        segment.tail = after


def _is_inside(element: etree._Element, other: etree._Element) -> bool:
    return any(above is other for above in element.iterancestors())


def _holds_article(script: etree._Element) -> bool:
    """Is the script's text that of the article: in an element that is marked as the article's, and holds hardly any other text?"""
    text = script.text or ""
    if len(text) < _SHORTEST or "<" not in text or any(blank in text for blank in _BLANKS):
        return False
    around = [element for _, element in zip(range(_LEVELS), script.iterancestors(), strict=False)]
    marked = next((element for element in around if hints.hints_of(element, str(element.tag)) & hints.BODY), None)
    return marked is not None and _letters_beside(marked) < _LITTLE


def _letters_beside(around: etree._Element) -> int:
    """The letters of text in `around`, but for scripts and what stands in for them; counted no further than need be."""
    letters = 0
    events = etree.iterwalk(around, events=("start", "end"))
    for event, element in events:
        if event == "start" and element.tag in _NO_TEXT:
            events.skip_subtree()
        elif event == "start":
            letters += len((element.text or "").strip())
        elif element is not around:
            letters += len((element.tail or "").strip())
        if letters >= _LITTLE:
            break
    return letters


def _unpack(script: etree._Element) -> None:
    """Put what the text of the script says in its place."""
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
    root = etree.HTML((script.text or "").encode("utf-8", "replace"), parser)
    body = root.find("body") if root is not None else None
    if body is not None and (parent := script.getparent()) is not None:
        body.tag = "div"
        body.tail = script.tail
        parent.replace(script, body)
