"""The time zones of countries, by the table of the time zone database."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

_MONTHS = (datetime(2025, 1, 15, tzinfo=UTC), datetime(2025, 7, 15, tzinfo=UTC))  # winter and summer, or the reverse
_CODES = {"UK": "GB", "EU": "", "SU": ""}  # top-level domains that are not the code of their country
# Domains of countries that the whole world registers names under.
_OPEN = "AC AD AG AI AM AS BZ CC CD CF CO CX DJ FM GA GG GL GQ GS IM IO LA LY ME ML MS MU NU PM PW RE SC SH SO ST TF TK TO TV VC WF WS YT"


def zones_of(country: str) -> Sequence[str]:
    """The IANA names of the zones of a country, told by its ISO 3166 code; the most populous first, none where there is no such country."""
    return _zones_by_country().get(country, ())


def country_of_host(host: str) -> str:
    """The ISO 3166 code that the host's top-level domain stands for, whoever uses it; "" where that is no country's."""
    top = host.rpartition(".")[2].upper()
    code = _CODES.get(top, top)
    return code if zones_of(code) else ""


def country_of_site(host: str) -> str:
    """The ISO 3166 code of the country that the host's site is from; "" where all the world uses its top-level domain."""
    country = country_of_host(host)
    return "" if country in _OPEN.split() else country


def zone_of_host(host: str) -> str:
    """The zone of the country that a host's domain belongs to; "UTC" where its clocks differ, or where all the world uses the domain."""
    return _zone_of_country(country_of_site(host))


@cache
def _zone_of_country(country: str) -> str:
    zones = zones_of(country)
    return zones[0] if len(set(map(_clock, zones))) == 1 else "UTC"


def _clock(zone: str) -> tuple[timedelta | None, ...]:
    return tuple(month.astimezone(ZoneInfo(zone)).utcoffset() for month in _MONTHS)


@cache
def _zones_by_country() -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = {}
    for line in files("tzdata.zoneinfo").joinpath("zone.tab").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            country, _, zone = line.split("\t")[:3]
            found.setdefault(country, []).append(zone)
    return found
