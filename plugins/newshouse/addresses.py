"""Which addresses Newshouse connects to: public ones, and loopback for sources that say they live there.

The check is made on the address of the socket about to be opened, so redirects, odd spellings of addresses and names that resolve
anew to something private (DNS rebinding) all pass through it.
"""

import fnmatch
import ipaddress
import socket
from collections.abc import Callable, Sequence
from typing import Any

from newshouse.errors import Rejected, SourceBusy, SourceGone
from newshouse.model import Reason
from newshouse.settings import ConnectTo

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
LookUp = Callable[..., Sequence[Any]]  # called as socket.getaddrinfo is
Address = tuple[socket.AddressFamily, tuple[str, int] | tuple[str, int, int, int]]


def vetted_addresses(
    host: str, port: int, connect_to: Sequence[ConnectTo], *, is_loopback_allowed: bool, look_up: LookUp = socket.getaddrinfo
) -> list[Address]:
    """The addresses at which `host` may be reached, in the resolver's order.

    Raises Rejected(FORBIDDEN_ADDRESS) where any of them is not allowed, SourceGone where there is no such host, SourceBusy where the
    resolver did not answer.
    """
    mapped = next((entry for entry in connect_to if fnmatch.fnmatchcase(host.lower(), entry.pattern.lower())), None)
    target, target_port = (mapped.address, mapped.port) if mapped else (host, port)
    try:
        found = look_up(target.strip("[]"), target_port, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        if error.errno in {socket.EAI_AGAIN, socket.EAI_MEMORY, socket.EAI_SYSTEM}:
            raise SourceBusy(f"{host}: the name could not be looked up just now ({error.strerror})") from error
        raise SourceGone(f"{host}: no such host ({error.strerror})") from error
    except UnicodeError as error:
        raise SourceGone(f"{host}: this is no host name") from error
    addresses: list[Address] = [(family, address) for family, _, _, _, address in found if family in {socket.AF_INET, socket.AF_INET6}]
    for _, address in addresses:
        if not _is_allowed(address[0], is_loopback_allowed=is_loopback_allowed):
            raise Rejected(Reason.FORBIDDEN_ADDRESS, f"{host} is {address[0]}, which is not a public address")
    return addresses


def _is_allowed(text: str, *, is_loopback_allowed: bool) -> bool:
    address = _inner(ipaddress.ip_address(text.partition("%")[0]))
    if address.is_loopback:
        return is_loopback_allowed
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified or address.is_link_local)


def _inner(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    """The IPv4 address that an IPv6 address carries (mapped, 6to4, Teredo, NAT64), else the address itself."""
    if isinstance(address, ipaddress.IPv4Address):
        return address
    teredo = address.teredo[1] if address.teredo else None
    nat64 = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF) if address in _NAT64 else None
    return address.ipv4_mapped or address.sixtofour or teredo or nat64 or address
