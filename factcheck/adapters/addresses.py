"""Where a host name leads, and whether it is a place of the open net: the guard against pages that point inwards."""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from typing import TypeAlias

from factcheck.errors import AddError, Location

Address: TypeAlias = ipaddress.IPv4Address | ipaddress.IPv6Address

_TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")


def is_public(address: Address) -> bool:
    """Whether an address belongs to the open net: not private, loopback, link-local, shared, reserved or multicast.

    An IPv6 address that carries an IPv4 one (mapped, 6to4, Teredo, NAT64) is as public as the one it carries.
    """
    if isinstance(address, ipaddress.IPv6Address):
        carried = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
        if address in _TRANSLATED:
            carried.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
        inner = [inside for inside in carried if inside is not None]
        if inner:
            return all(map(is_public, inner))
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
