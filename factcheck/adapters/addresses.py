"""Where a host name leads, and whether it is a place of the open net: the guard against pages that point inwards."""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from typing import TypeAlias

from factcheck.errors import AddError, Location

Address: TypeAlias = ipaddress.IPv4Address | ipaddress.IPv6Address

_TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")
_GLOBAL = ipaddress.IPv6Network("2000::/3")
_ISATAP = (0x0000_5EFE, 0x0200_5EFE)  # RFC 5214: what stands before the IPv4 address of a host
# Special purposes (IANA's registries) that Python 3.11 calls global: protocol assignments, 6to4 relays, examples for documents.
_SPECIAL = tuple(map(ipaddress.ip_network, ("192.0.0.0/24", "192.88.99.0/24", "3fff::/20")))


def is_public(address: Address) -> bool:
    """Whether an address belongs to the open net: not private, loopback, link-local, shared, reserved or multicast.

    An IPv6 address that carries an IPv4 one (mapped, 6to4, Teredo, NAT64, ISATAP) is as public as the one it carries. Of the
    others only those can be public that are given out to networks (2000::/3).
    """
    if isinstance(address, ipaddress.IPv6Address):
        carried = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
        if address in _TRANSLATED or (int(address) >> 32) & 0xFFFFFFFF in _ISATAP:
            carried.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
        inner = [inside for inside in carried if inside is not None]
        if inner:
            return all(map(is_public, inner))
        if address not in _GLOBAL:
            return False
    if any(address in network for network in _SPECIAL):
        return False
    return address.is_global and not address.is_multicast and not address.is_reserved


async def resolve(host: str, port: int) -> list[Address]:
    """The addresses of a host, in the order in which to try them.

    Raises:
        OSError: If it has none.
    """
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(ipaddress.ip_address(place[0]) for _, _, _, _, place in found))


def refuse_private(host: str, addresses: list[Address], *, shown: str) -> None:
    """Refuse a host as soon as one of its addresses is not public.

    Args:
        host: Name or address.
        addresses: All that it resolves to.
        shown: The page, for the message.

    Raises:
        AddError: A003.
    """
    for address in addresses:
        if not is_public(address):
            told = host if host == str(address) else f"{host} ({address})"
            what = f"{told} is not a place of the open net"
            mend = "if the page is your own, allow it with --allow-private"
            raise AddError("A003", what, where=Location(shown), mend=mend)
