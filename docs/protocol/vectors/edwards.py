# SPDX-FileCopyrightText: Spilno contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ed25519 as libsodium verifies it, plainly, so that signatures other verifiers disagree on can be
judged and made. Never for secrets: it takes its time, and tells by it."""

import hashlib

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
ROOT = pow(2, (P - 1) // 4, P)
NEUTRAL = (0, 1)


def recover(y, sign):
    """The x of a y, or None."""
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if x * x % P != square:
        x = x * ROOT % P
    if x * x % P != square:
        return None
    return P - x if x % 2 != sign else x


def add(a, b):
    (x1, y1), (x2, y2) = a, b
    k = D * x1 * x2 * y1 * y2 % P
    x = (x1 * y2 + x2 * y1) * pow(1 + k, -1, P)
    y = (y1 * y2 + x1 * x2) * pow(1 - k, -1, P)
    return x % P, y % P


def times(count, point):
    found = NEUTRAL
    while count:
        if count & 1:
            found = add(found, point)
        point = add(point, point)
        count >>= 1
    return found


BASE_Y = 4 * pow(5, -1, P) % P
BASE = (recover(BASE_Y, 0), BASE_Y)


def encode(point):
    return (point[1] | (point[0] & 1) << 255).to_bytes(32, "little")


def decode(data):
    """(point, whether the encoding is the canonical one), or (None, False)."""
    number = int.from_bytes(data, "little")
    y, sign = number & (2**255 - 1), number >> 255
    x = recover(y % P, sign)
    if x is None:
        return None, False
    point = (x % P, y % P)
    return point, encode(point) == data


def is_small(point):
    return times(8, point) == NEUTRAL


def challenge(r, key, message):
    return int.from_bytes(hashlib.sha512(r + key + message).digest(), "little") % L


def verify(key, message, signature):
    """S below L, neither R nor the key of small order, the key canonical, and R = S·B - h·A
    without a cofactor, compared as bytes."""
    r, s = signature[:32], int.from_bytes(signature[32:], "little")
    point, canonical = decode(key)
    r_point, _ = decode(r)
    if s >= L or not canonical or is_small(point) or (r_point and is_small(r_point)):
        return False
    h = challenge(r, key, message)
    minus = (P - point[0], point[1])
    return encode(add(times(s, BASE), times(h, minus))) == r


def small_order_point():
    """A point of order 8."""
    y = 2
    while True:
        x = recover(y, 0)
        if x is not None:
            point = times(L, (x, y))
            if times(4, point) != NEUTRAL:
                return point
        y += 1
