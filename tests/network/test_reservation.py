"""Who reserves text and data mining, by the signs on the site and on the page."""

import pytest

from newshouse.content_coding import beginning
from newshouse.reservation import Reservation, page_reservation, parse_reservation

URL = "https://paper.example/news/2025/bridge?page=2"


@pytest.mark.parametrize(
    ("tdmrep", "reserved"),
    [
        (b'[{"location": "/", "tdm-reservation": 1}]', True),
        (b'[{"location": "/news/*", "tdm-reservation": 1, "tdm-policy": "https://paper.example/tdm"}]', True),
        (b'[{"location": "/*?page=", "tdm-reservation": "1"}]', True),
        (b'[{"location": "/*2$", "tdm-reservation": 1}]', True),
        (b'{"location": "/news/", "tdm-reservation": 1}', True),
        (b'[{"location": "/", "tdm-reservation": 1}, {"location": "/news/", "tdm-reservation": 0}]', False),
        (b'[{"location": "/", "tdm-reservation": 0}]', False),
        (b'[{"location": "/sport/", "tdm-reservation": 1}]', False),
        (b'[{"location": "/news$", "tdm-reservation": 1}]', False),
        (b"<!doctype html><h1>No such page</h1>", False),
        (b'[{"location": 7}, null, {"tdm-reservation": 1}]', False),
        (b"[" * 100_000, False),
        (b"", False),
    ],
)
def test_a_tdmrep_file_reserves_what_its_longest_location_says(tdmrep: bytes, reserved: bool) -> None:
    expected = Reservation.TDMREP if reserved else Reservation.NONE
    assert parse_reservation(tdmrep, b"", "Newshouse").decide(URL) is expected


@pytest.mark.parametrize(
    ("ai_txt", "reserved"),
    [
        (b"User-Agent: *\nDisallow: /\n", True),
        (b"User-Agent: *\nDisallow: *.html\nDisallow: *.txt\n", True),
        (b"User-Agent: Newshouse\nDisallow: /news/\n", True),
        (b"User-Agent: *\nDisallow: *.jpg\nAllow: /\n", False),
        (b"User-Agent: Other\nDisallow: /\n", False),
        (b"<html>Disallow: /</html>", False),
        (b"# Welcome\n", False),
    ],
)
def test_an_ai_txt_reserves_what_it_disallows(ai_txt: bytes, reserved: bool) -> None:
    expected = Reservation.AI_TXT if reserved else Reservation.NONE
    assert parse_reservation(b"", ai_txt, "Newshouse").decide(URL) is expected


@pytest.mark.parametrize(
    ("headers", "head", "expected"),
    [
        ({}, b"<p>", Reservation.NONE),
        ({"tdm-reservation": "1"}, b"<p>", Reservation.HEADER),
        ({"tdm-reservation": " 0 "}, b"<p>", Reservation.NONE),
        ({"tdm-reservation": "perhaps"}, b"<p>", Reservation.NONE),
        ({}, b'<meta name="tdm-reservation" content="1">', Reservation.META),
        ({}, b"<META content=1 name='tdm-reservation'/>", Reservation.META),
        ({"tdm-reservation": "1"}, b'<meta name="tdm-reservation" content="0">', Reservation.NONE),
        ({"x-robots-tag": "noai, noimageai"}, b"<p>", Reservation.NOAI),
        ({"x-robots-tag": "noimageai"}, b"<p>", Reservation.NONE),
        ({}, b'<meta name="robots" content="index, noai">', Reservation.NOAI),
        ({}, b"<p>Write noai into a meta element, or tdm-reservation.</p>", Reservation.NONE),
    ],
)
def test_the_pages_own_word_goes_before_the_headers(headers: dict[str, str], head: bytes, expected: Reservation) -> None:
    assert page_reservation(headers, head, Reservation.NONE) is expected


def test_the_pages_word_goes_before_the_sites() -> None:
    assert page_reservation({}, b"<p>", Reservation.TDMREP) is Reservation.TDMREP
    assert page_reservation({"tdm-reservation": "0"}, b"<p>", Reservation.TDMREP) is Reservation.NONE


@pytest.mark.parametrize("coding", ["gzip", "br", "deflate", "no-such-coding"])
def test_a_look_at_the_beginning_of_a_broken_page_never_fails(coding: str) -> None:
    assert isinstance(beginning(b"\x1f\x8b\x08garbage" * 10, coding, 1000), bytes)
