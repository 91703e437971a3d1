"""Pages that arrive in pieces: React's server sends a placeholder first, its content later, and a script puts one into the other.

A `<template id="B:0">` marks the place, `<div hidden id="S:0">` holds what belongs there. Without a script one must move it.
"""

from lxml import etree


def put_together(root: etree._Element) -> None:
    """Move each late segment of the page to its placeholder."""
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
