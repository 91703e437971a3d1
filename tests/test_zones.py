"""The zone of a host that no source file declares, by the country of its domain."""

import pytest

from newshouse.zones import country_of_host, country_of_site, zone_of_host, zones_of


@pytest.mark.parametrize(
    ("host", "zone"),
    [
        ("www.spree-bote.de", "Europe/Berlin"),  # Büsingen keeps the same time
        ("velm-courier.co.uk", "Europe/London"),
        ("herald.jp", "Asia/Tokyo"),
        ("courier.us", "UTC"),  # several times
        ("diario.es", "UTC"),  # another one in the Canaries
        ("channel.tv", "UTC"),  # of all the world, not of Tuvalu
        ("velm-courier.example", "UTC"),
        ("union.eu", "UTC"),
        ("localhost", "UTC"),
        ("", "UTC"),
    ],
)
def test_the_zone_of_a_country_with_one_time_is_that_of_its_hosts(host: str, zone: str) -> None:
    assert zone_of_host(host) == zone


def test_countries_and_their_zones_are_those_of_the_time_zone_database() -> None:
    assert country_of_host("velm-courier.co.uk") == "GB"
    assert zones_of("US")[0] == "America/New_York"
    assert not zones_of("ZZ")


@pytest.mark.parametrize(("host", "country"), [("velm-courier.co.uk", "GB"), ("courier.us", "US"), ("channel.tv", ""), ("courier.com", "")])
def test_a_domain_that_all_the_world_uses_tells_no_country(host: str, country: str) -> None:
    assert country_of_site(host) == country
