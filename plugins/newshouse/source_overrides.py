"""The overrides of a source file: its records, and what is wrong with them that a schema cannot say."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import soupsieve

from newshouse.model import FieldSelector, Override
from newshouse.yaml_with_lines import Problem, Reading, Where

_DAYS = ("valid_from", "valid_until")


def overrides_of(rows: Sequence[Mapping[str, Any]]) -> tuple[Override, ...]:
    """The records of `rows`, which are as the schema and `override_problems` want them, in the order of the file."""
    return tuple(
        Override(
            valid_from=_day(row.get("valid_from")),
            valid_until=_day(row.get("valid_until")),
            body=row.get("body"),
            drop=tuple(row.get("drop", [])),
            fields=tuple(_field(name, rule) for name, rule in row.get("fields", {}).items()),
        )
        for row in rows
    )


def override_problems(data: Mapping[str, object], reading: Reading) -> Iterator[Problem]:
    """Selectors that do not compile, days that are none or in the wrong order, overlapping days. Wrong types are the schema's affair."""
    rows = data.get("overrides")
    spans: list[tuple[date, date, int]] = []
    for place, row in enumerate(rows if isinstance(rows, list) else []):
        if not isinstance(row, dict):
            continue
        here: Where = ("overrides", place)
        if not row.keys() & {"body", "drop", "fields"}:
            what = f"{key_name(here)} selects nothing. Give it body, drop or fields, or delete it."
            yield Problem(line=reading.line_of(here), what=what)
        for where, selector in _selectors(row, here):
            if complaint := selector_complaint(selector):
                yield Problem(line=reading.line_of(where), what=f"{key_name(where)} {complaint}")
        complaints = [(name, row[name]) for name in _DAYS if isinstance(row.get(name), str) and _day(row[name]) is None]
        for name, value in complaints:
            what = f'{key_name((*here, name))} cannot be "{value}": there is no such day. Write one such as 2024-03-05.'
            yield Problem(line=reading.line_of((*here, name)), what=what)
        if complaints:
            continue
        begin, end = _day(row.get("valid_from")) or date.min, _day(row.get("valid_until")) or date.max
        if begin >= end:
            what = f"{key_name(here)} is never valid: valid_until is the day after its last. Write a day later than valid_from, {begin}."
            yield Problem(line=reading.line_of((*here, "valid_until")), what=what)
            continue
        other = next((number for first, past, number in spans if first < end and begin < past), None)
        if other is not None:
            what = f"{key_name(here)} is valid on days of overrides[{other}]. Let one end (valid_until) where the other begins."
            yield Problem(line=reading.line_of(here), what=what)
        spans.append((begin, end, place))


def selector_complaint(selector: str) -> str | None:
    """What is wrong with a CSS selector, or None."""
    try:
        soupsieve.compile(selector)
    except soupsieve.SelectorSyntaxError as error:
        return f"is no CSS selector: {str(error).splitlines()[0]} Mend it, and put it into single quotes."
    return None


def _selectors(row: Mapping[str, Any], here: Where) -> Iterator[tuple[Where, str]]:
    drop, fields = row.get("drop"), row.get("fields")
    candidates: list[tuple[Where, object]] = [((*here, "body"), row.get("body"))]
    candidates += [((*here, "drop", place), selector) for place, selector in enumerate(drop if isinstance(drop, list) else [])]
    for name, rule in fields.items() if isinstance(fields, dict) else ():
        is_pair = isinstance(rule, dict)
        candidates.append(((*here, "fields", name, "select"), rule.get("select")) if is_pair else ((*here, "fields", name), rule))
    for where, selector in candidates:
        if isinstance(selector, str) and selector:
            yield where, selector


def _field(name: str, rule: str | Mapping[str, str]) -> FieldSelector:
    if isinstance(rule, str):
        return FieldSelector(field=name, select=rule)
    return FieldSelector(field=name, select=rule["select"], attribute=rule.get("attribute"))


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def key_name(where: Where) -> str:
    """As people write it: `discovery[0].url`."""
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in where).lstrip(".")
