"""Jinja2 as the templates of the site know it: where they stand, and the filters they use."""

import re
from datetime import UTC, datetime
from email.utils import format_datetime
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from tests.site.stories import LINK, path_name

TEMPLATES_FOLDER = Path(__file__).parent / "templates"
GERMAN_MONTHS = ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"]


def render(template: str, **values: Any) -> bytes:
    """The template as UTF-8."""
    return _environment().get_template(template).render(**values).encode("utf-8")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES_FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters.update(
        linked=_linked, rfc822=_rfc822, w3c=_w3c, german_day=_german_day, clock=_clock, path_name=path_name, english_day=_english_day
    )
    return environment


def _linked(line: str) -> Markup:
    """A line of a story with its Markdown links as HTML."""
    return Markup(re.sub(LINK, r'<a href="\2">\1</a>', str(escape(line))))  # the line is escaped before tags are put in


def _rfc822(instant: datetime) -> str:
    return format_datetime(instant)


def _w3c(instant: datetime) -> str:
    return instant.astimezone(UTC).isoformat()


def _english_day(instant: datetime) -> str:
    """As in 7 September 2025."""
    return f"{instant.day} {instant:%B %Y}"


def _german_day(instant: datetime) -> str:
    """As in 7. September 2025."""
    return f"{instant.day}. {GERMAN_MONTHS[instant.month - 1]} {instant.year}"


def _clock(instant: datetime) -> str:
    """As in 6:05 p.m."""
    return f"{instant.hour % 12 or 12}:{instant:%M} {'a.m.' if instant.hour < 12 else 'p.m.'}"
