"""What a re-extraction found, in lines for people: counts, and for each field and kind of difference one sample, before and after."""

from newshouse.database import Connection, rows

WIDTH = 44  # of each side of a sample
LEAD = 8  # characters of a sample before its first difference
COUNTS = ("same", "changed", "newly_accepted", "newly_rejected", "still_rejected")


def difference_lines(connection: Connection, run_id: str, source_id: str | None = None) -> list[str]:
    """A line for each source, followed by one for each of its differences; none for a run that is no re-extraction."""
    params = {"run_id": run_id, "source_id": source_id}
    differences = rows(connection, "report_difference", params)
    lines = []
    for row in rows(connection, "report_reextraction", params):
        told = ", ".join(f"{getattr(row, f'{name}_count'):,} {name.replace('_', ' ')}" for name in COUNTS if getattr(row, f"{name}_count"))
        lines.append(f"{row.source_id}: {row.verdict}; {row.capture_count:,} captures: {told or 'none'}")
        lines += [
            f"  {one.field:<24} {one.kind:<15} {one.capture_count:>7,}  {_sample(one.value_before, one.value_after)}"
            for one in differences
            if one.source_id == row.source_id
        ]
    return lines


def _sample(before: str | None, after: str | None) -> str:
    if before is None and after is None:
        return ""
    start = _first_difference(before or "", after or "")
    return f"{_shown(before, start)} -> {_shown(after, start)}"


def _first_difference(before: str, after: str) -> int:
    """Where a sample is to begin, so that what differs is in it."""
    same = next(
        (place for place, (one, other) in enumerate(zip(before, after, strict=False)) if one != other), min(len(before), len(after))
    )
    return max(0, same - LEAD) if same > WIDTH - LEAD else 0


def _shown(text: str | None, start: int) -> str:
    if text is None:
        return "nothing"
    part = " ".join(text[start : start + WIDTH].split())
    return f"{'...' if start else ''}{part!r}{'...' if len(text) > start + WIDTH else ''}"
