"""Which internet addresses may be fetched from: public ones, and nothing that only looks so.

`is_global` alone accepts NAT64, 6to4 and multicast addresses; the ranges are those of the IANA special-purpose
registries (RFC 6890 and its updates), RFC 6052 (NAT64), RFC 3056 (6to4) and RFC 4380 (Teredo); 168.63.129.16 looks
public, but within Azure it is the host of the machine.
"""

from __future__ import annotations

import socket
from ipaddress import IPv6Address, ip_address, ip_network

from bot.errors import FetchRefused

_REFUSED = tuple(
    ip_network(block)
    for block in (
        "0.0.0.0/8", "100.64.0.0/10", "168.63.129.16/32", "192.0.0.0/24", "192.88.99.0/24", "198.18.0.0/15", "240.0.0.0/4",
        "::/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2002::/16", "fec0::/10", "3fff::/20", "5f00::/16",
    )
)  # fmt: skip


def is_public(address: str) -> bool:
    """True for an address on the public internet that is no translation or tunnel into another network.

    >>> [is_public(a) for a in ("93.184.216.34", "127.0.0.1", "100.100.100.200", "64:ff9b::7f00:1", "::ffff:10.0.0.1")]
    [True, False, False, False, False]
    """
    try:
        ip = ip_address(address)
    except ValueError:
        return False
    if isinstance(ip, IPv6Address):
        if ip.ipv4_mapped is not None:
            return is_public(str(ip.ipv4_mapped))
        if ip.scope_id is not None:
            return False
    refused = any(ip in block for block in _REFUSED if block.version == ip.version)
    return ip.is_global and not (refused or ip.is_multicast or ip.is_reserved or ip.is_loopback or ip.is_link_local)


def resolve(host: str, port: int) -> list[str]:
    """Every address of a host, in the system's order; numbers in any spelling are resolved as the system reads them.

    Raises FetchRefused when the name does not resolve.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise FetchRefused(f"the name {host} does not resolve") from None
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))
