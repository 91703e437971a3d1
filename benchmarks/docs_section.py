"""Tables between two markers of a document, written anew."""

from pathlib import Path


def write_section(page: Path, name: str, text: str) -> None:
    """Puts `text` between `<!-- NAME: begin -->` and `<!-- NAME: end -->`. Raises ValueError where the page lacks them."""
    begin_mark, end_mark = marks(name)
    head, begin, rest = page.read_text(encoding="utf-8").partition(begin_mark)
    _, end, tail = rest.partition(end_mark)
    if not begin or not end:
        raise ValueError(f"{page} has no {begin_mark} followed by {end_mark}")
    page.write_text(f"{head}{begin}\n\n{text}\n\n{end}{tail}", encoding="utf-8")


def marks(name: str) -> tuple[str, str]:
    """What stands before and after the section."""
    return f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
