"""Sources as their YAML files say, one publisher per file.

`source.schema.json` says which keys there are (editors complete by it); what a schema cannot say, such as whether a regular expression
compiles, is checked here. Every complaint reads `file:line: what is wrong. How to mend it.`
"""

import difflib
import json
import re
import zoneinfo
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from newshouse.discovery.dated_address import complaint_of, is_template
from newshouse.errors import SourceFileError
from newshouse.model import DiscoveryRule, Politeness, Source
from newshouse.source_overrides import key_name, override_problems, overrides_of, selector_complaint
from newshouse.urls import host_of, is_http_url
from newshouse.yaml_with_lines import Problem, Reading, Where, read_yaml

SCHEMA_FILE = Path(__file__).with_name("source.schema.json")
_SUFFIXES = {".yaml", ".yml"}


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFolder:
    """The sources of a folder that could be read, by id, and a complaint for everything else."""

    sources: tuple[Source, ...]
    problems: tuple[str, ...]
    broken: Mapping[str, str] = field(default_factory=dict)  # the complaints by source id, which is the file's name where it says none


def load_sources(folder: Path, only: Sequence[str] = ()) -> tuple[Source, ...]:
    """The sources of `folder`, switched on or not, by id; with `only`, just those of these ids.

    Raises SourceFileError with all complaints about all files, one per line, and for an id in `only` that no file has.
    """
    found = read_sources(folder)
    problems = list(found.problems)
    known = [source.source_id for source in found.sources]
    if not problems:
        problems += [f'{folder}: no source has the id "{name}". {_nearest(name, known)}' for name in only if name not in known]
    if problems:
        raise SourceFileError("\n".join(problems))
    return tuple(source for source in found.sources if not only or source.source_id in only)


def load_source(path: Path) -> Source:
    """The source that one file describes. Raises SourceFileError with all complaints about it, one per line."""
    source, _, problems = _read(path)
    if source is None:
        raise SourceFileError("\n".join(problems))
    return source


def read_sources(folder: Path) -> SourceFolder:
    """All that can be read of `folder`: one wrong file does not hide the others. Of two files with one id, neither counts."""
    if not folder.is_dir():
        return SourceFolder(sources=(), problems=(f"{folder}:1: no such folder. Let NEWSHOUSE_SOURCES name the folder of source files.",))
    sources: dict[str, Source] = {}
    places: dict[str, str] = {}
    problems: list[str] = []
    broken: dict[str, str] = {}
    for path in sorted(path for path in folder.iterdir() if path.suffix in _SUFFIXES):
        source, id_line, complaints = _read(path)
        problems += complaints
        if source is None:
            broken[path.stem] = "; ".join(complaints)
            continue
        source_id = source.source_id
        if source_id in places:
            problems.append(f'{path}:{id_line}: the id "{source_id}" is taken by {places[source_id]}. Give one of the two another id.')
            broken[source_id] = problems[-1]
            sources.pop(source_id, None)
            continue
        sources[source_id], places[source_id] = source, f"{path}:{id_line}"
    return SourceFolder(sources=tuple(sources[source_id] for source_id in sorted(sources)), problems=tuple(problems), broken=broken)


def _read(path: Path) -> tuple[Source | None, int, list[str]]:
    """The source, the line of its id, and all complaints; no source where there is a complaint."""
    try:
        reading = read_yaml(path.read_bytes())
    except OSError as error:
        return None, 1, [f"{path}:1: cannot be read ({error.strerror}). Check the path and its permissions."]
    problems = list(reading.problems)
    if reading.lines:  # YAML enough to look into it
        problems += _schema_problems(reading)
        if isinstance(reading.data, dict):
            problems += _meaning_problems(reading.data, reading)
    if problems:
        ordered = sorted(problems, key=lambda problem: problem.line)
        return None, 1, [f"{path}:{problem.line}: {problem.what}" for problem in ordered]
    assert isinstance(reading.data, dict)
    return _source(reading.data), reading.line_of(("id",)), []


def _source(data: Mapping[str, Any]) -> Source:
    """`data` is as the schema wants it."""
    identity = data.get("identity", {})
    own_host = host_of(data["homepage"])
    return Source(
        source_id=data["id"],
        name=data["name"],
        homepage=data["homepage"],
        language=data["language"],
        time_zone=data["time_zone"],
        country=data.get("country"),
        discovery=tuple(DiscoveryRule(**rule) for rule in data["discovery"]),
        hosts=tuple(dict.fromkeys([own_host, *data.get("hosts", [])])),
        keep_parameters=tuple(identity.get("keep_parameters", [])),
        article_id_pattern=identity.get("article_id_pattern"),
        politeness=Politeness(**data.get("politeness", {})),
        overrides=overrides_of(data.get("overrides", [])),
        is_enabled=data.get("enabled", True),
        is_loopback_allowed=data.get("allow_loopback", False),
        is_verified=data.get("verified", False),
        licence=data.get("licence"),
        terms=data.get("terms"),
        notes=data["notes"].strip() if "notes" in data else None,
    )


# --- what the schema says ------------------------------------------------------------------------------------------------------


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(json.loads(SCHEMA_FILE.read_text(encoding="utf-8")))


def _schema_problems(reading: Reading) -> Iterator[Problem]:
    for error in _validator().iter_errors(reading.data):
        where = tuple(error.absolute_path)
        if error.validator == "additionalProperties":
            known = error.schema["properties"]
            for key in error.instance:
                if key not in known:
                    what = f'unknown key "{key_name((*where, key))}". {_nearest(key, known)}'
                    yield Problem(line=reading.line_of((*where, key)), what=what)
        else:
            yield Problem(line=reading.line_of(where), what=_complaint(error, where))


def _complaint(error: ValidationError, where: Where) -> str:
    assert isinstance(error.schema, Mapping)
    name = key_name(where)
    expected = error.schema.get("description", "")
    if error.validator == "required":
        missing = error.message.split("'")[1]
        description = error.schema["properties"][missing]["description"]
        return f'"{key_name((*where, missing))}" is missing. Add it: {description}.'
    if not where:
        return "not a mapping of keys to values. Begin with a line such as `id: my-source`."
    if error.instance is None:
        return f"{name} has no value. Delete the line, or write {expected}."
    shown = json.dumps(error.instance, ensure_ascii=False)
    shown = shown if len(shown) <= 80 else f"{shown[:77]}..."
    if error.validator == "enum":
        nearest = difflib.get_close_matches(str(error.instance), error.schema["enum"], n=1)
        hint = f' Did you mean "{nearest[0]}"?' if nearest else ""
        return f"{name} cannot be {shown}.{hint} Write {expected}."
    if error.validator == "uniqueItems":
        return f"{name} names something twice: {shown}. Delete one of the two."
    return f"{name} cannot be {shown}. Write {expected}."


# --- what only a look at the values says ---------------------------------------------------------------------------------------


def _meaning_problems(data: Mapping[str, object], reading: Reading) -> Iterator[Problem]:
    """Values of a wrong type are passed over: the schema has complained of them."""
    yield from override_problems(data, reading)
    for where, value in _texts(data):
        if complaint := _text_complaint(where, value, data):
            yield Problem(line=reading.line_of(where), what=complaint)


def _texts(value: object, where: Where = ()) -> Iterator[tuple[Where, str]]:
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, (*where, key))
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from _texts(inner, (*where, place))


def _text_complaint(where: Where, value: str, data: Mapping[str, Any]) -> str | None:
    name, shape = key_name(where), tuple(part for part in where if isinstance(part, str))
    shown = json.dumps(value, ensure_ascii=False)
    match shape:
        case ("homepage",) | ("terms",) if not is_http_url(value):
            return f"{name} cannot be {shown}: it is no address. Write one that begins with https:// or http:// and holds no spaces."
        case ("discovery", "url") if data["discovery"][where[1]].get("strategy") != "warc" and not is_http_url(value):
            return f"{name} cannot be {shown}: it is no address. Write one that begins with https:// or http:// and holds no spaces."
        case ("discovery", "url") if complaint := _address_complaint(data["discovery"][where[1]].get("strategy"), value):
            return f"{name} {complaint}"
        case ("discovery", "select" | "next"):
            return _selector_complaint(name, value, data["discovery"][where[1]].get("strategy"))
        case ("hosts",) if host_of(f"http://{value}/") != value:
            return f'{name} cannot be {shown}. Write the bare host name in lower case: "{host_of(value) or "www.example.com"}".'
        case ("time_zone",) if value not in zoneinfo.available_timezones():
            return f"{name} cannot be {shown}: there is no such zone. {_nearest(value, zoneinfo.available_timezones(), 'Europe/Berlin')}"
        case ("discovery", "include" | "exclude") | ("identity", "article_id_pattern"):
            return _pattern_complaint(name, value, needs_group=shape[0] == "identity")
        case _:
            return None


def _address_complaint(strategy: object, address: str) -> str | None:
    """What is wrong with the placeholders for a date in `address`."""
    if strategy == "archive_page" and not is_template(address):
        return "has no date in it. Put {YYYY}, {MM} and {DD} where the address bears year, month and day."
    if strategy in {"archive_page", "sitemap", "warc"} and (complaint := complaint_of(address)):
        return f"{complaint}. There are {{YYYY}}, {{YY}}, {{MM}}, {{M}}, {{DD}}, {{D}}, {{mon}} (jan) and {{month}} (january)."
    return None


def _selector_complaint(name: str, selector: str, strategy: object) -> str | None:
    if strategy != "archive_page":
        return f"{name} means something to archive_page alone. Delete the line."
    complaint = selector_complaint(selector)
    return f"{name} {complaint}" if complaint else None


def _pattern_complaint(name: str, pattern: str, *, needs_group: bool) -> str | None:
    try:
        compiled = re.compile(pattern)
    except (re.error, OverflowError, RecursionError) as error:
        return f"{name} is no regular expression: {error}. Mend it, and put it into single quotes."
    if needs_group and not compiled.groups:
        return f"{name} has no group. Put the part that is the article's id into parentheses, as in '-a(\\d+)\\.html$'."
    return None


def _nearest(name: str, known: Iterable[str], example: str | None = None) -> str:
    names = sorted(known)
    by_lower = {candidate.lower(): candidate for candidate in names}
    nearest = difflib.get_close_matches(name.lower(), by_lower, n=1)
    if nearest:
        return f'Did you mean "{by_lower[nearest[0]]}"?'
    return f"Write one such as {example}." if example else f"There are: {', '.join(names) or 'none'}."
