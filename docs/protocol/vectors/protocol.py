#!/usr/bin/env python3
# SPDX-FileCopyrightText: Spilno contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A second implementation of encoding.md, change.md, identity.md, slice.md, preview.md and session.md,
made from the text, that writes and checks the vectors beside it. It is slow and plain on purpose.

    protocol.py          checks every vector on disk with this implementation
    protocol.py write    writes them anew; the bytes are the same every time

Needs the Python package `cryptography`, version 44 or later."""

import json
import sys

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

import edwards
from transparency import HERE, MAX, Refused, blake2b, chains, need, u64

DEPTH = 8
ZERO = bytes(32)


# Deterministic CBOR.


class Raw(bytes):
    """An item that is encoded already."""


def head(major, value):
    if value < 24:
        return bytes([major << 5 | value])
    for code, size in ((24, 1), (25, 2), (26, 4), (27, 8)):
        if value < 1 << (8 * size):
            return bytes([major << 5 | code]) + value.to_bytes(size, "big")
    raise ValueError(value)


def cbor(item):
    if isinstance(item, bool):
        return b"\xf5" if item else b"\xf4"
    if isinstance(item, int):
        return head(0, item) if item >= 0 else head(1, -1 - item)
    if isinstance(item, Raw):
        return bytes(item)
    if isinstance(item, bytes):
        return head(2, len(item)) + item
    if isinstance(item, str):
        data = item.encode()
        return head(3, len(data)) + data
    return head(4, len(item)) + b"".join(cbor(part) for part in item)


class Reader:
    """Reads the items of some bytes one after another; the first breach of the grammar refuses."""

    def __init__(self, data):
        self.data = data
        self.at = 0

    def _head(self, majors):
        need(self.at < len(self.data))
        first = self.data[self.at]
        major, value = first >> 5, first & 31
        need(major in majors and value <= 27)
        self.at += 1
        if value >= 24:
            size = 1 << (value - 24)
            need(self.at + size <= len(self.data))
            value = int.from_bytes(self.data[self.at : self.at + size], "big")
            need(value >= (24 if size == 1 else 1 << (4 * size)))
            self.at += size
        return major, value

    def _take(self, size):
        need(self.at + size <= len(self.data))
        self.at += size
        return self.data[self.at - size : self.at]

    def array(self, count=None, most=None):
        found = self._head([4])[1]
        need(found <= len(self.data) - self.at)
        need(count is None or found == count)
        need(most is None or found <= most)
        return found

    def number(self, most=MAX):
        value = self._head([0])[1]
        need(value <= most)
        return value

    def bytes(self, size=None, most=None):
        data = self._take(self._head([2])[1])
        need(size is None or len(data) == size)
        need(most is None or len(data) <= most)
        return data

    def text(self, most=None):
        data = self._take(self._head([3])[1])
        need(most is None or len(data) <= most)
        try:
            return data.decode()
        except UnicodeDecodeError:
            raise Refused("malformed") from None

    def boolean(self):
        byte = self._take(1)
        need(byte in (b"\xf4", b"\xf5"))
        return byte == b"\xf5"

    def value(self, depth=0):
        need(depth <= DEPTH and self.at < len(self.data))
        major = self.data[self.at] >> 5
        if major in (0, 1):
            major, value = self._head([0, 1])
            need(value <= MAX)
            return -1 - value if major else value
        if major == 2:
            return self.bytes()
        if major == 3:
            return self.text()
        if major == 4:
            return [self.value(depth + 1) for _ in range(self.array())]
        return self.boolean()

    def item(self):
        start = self.at
        self.value()
        return self.data[start : self.at]

    def list(self, read, most):
        return [read() for _ in range(self.array(most=most))]

    def versioned(self, items):
        found = self.array()
        need(self.number() == 1, "unsupported-version")
        need(found == items)

    def end(self):
        need(self.at == len(self.data))


def limited(data, limit):
    need(len(data) <= limit, "limit-exceeded")
    return Reader(data)


# Values as JSON shows them.


def shown(value):
    if isinstance(value, bytes):
        return {"bytes": value.hex()}
    if isinstance(value, str):
        return {"text": value}
    if isinstance(value, list):
        return [shown(item) for item in value]
    return value


def read_value(data):
    reader = limited(data, 64 * 1024)
    value = reader.value()
    reader.end()
    return {"value": shown(value)}


# Headers and what is hashed.


def header_hash(data):
    return blake2b("spilno-header", data)


def values_hash(values):
    return blake2b("spilno-values", values)


def payload_commit(shape, hash_of_values):
    return blake2b("spilno-payload", shape, hash_of_values)


def op_id(person, feed, seq, commit):
    return blake2b("spilno-op", person, feed, u64(seq), commit)


def entity_id(person, scope, salt):
    return blake2b("spilno-entity", person, scope, salt)[:16]


def feed_id(opening):
    return blake2b("spilno-feed", opening)


def read_ext(data):
    reader = limited(data, 512)
    found, last = {}, 0
    for _ in range(reader.array()):
        start = reader.at
        reader.item()
        item = Reader(reader.data[start : reader.at])
        count, tag = item.array(), item.number()
        need(tag > last)
        last = tag
        if tag == 1:
            need(count == 5)
            found["firstIssue"] = {"feed": item.bytes(32).hex(), "seq": item.number(),
                                   "payloadCommit": item.bytes(32).hex(), "hlc": item.number()}
            need(found["firstIssue"]["hlc"] > 0)
            item.end()
        elif tag == 2:
            need(count == 2)
            found["checkpointSeen"] = item.bytes().hex()
            need(found["checkpointSeen"])
            item.end()
    reader.end()
    return found


def read_header(data):
    reader = limited(data, 1024)
    count = reader.array()
    need(count >= 4)
    need(reader.number() == 1, "unsupported-version")
    feed, seq, prev = reader.bytes(32), reader.number(), reader.bytes(32)
    hlc, txn, kind = reader.number(), reader.number(199), reader.number(2**32 - 1)
    entity, size, commit = reader.bytes(16), reader.number(64 * 1024), reader.bytes(32)
    ext = reader.item()
    need(count == 11 and hlc > 0 and (seq > 0 or prev == feed))
    reader.end()
    read_ext(ext)
    return {"feed": feed.hex(), "seq": seq, "prev": prev.hex(), "hlc": hlc, "txn": txn,
            "type": kind, "entity": entity.hex(), "payloadSize": size,
            "payloadCommit": commit.hex(), "ext": ext.hex(), "hash": header_hash(data).hex()}


OPENING = ("city", "person", "device", "scope", "incarnation", "parentFeed", "parentSeq",
           "parentHash", "certificate")


def read_opening(data):
    reader = limited(data, 512)
    reader.versioned(10)
    items = [reader.bytes(32) for _ in range(4)] + [reader.bytes(8), reader.bytes(32)]
    items += [reader.number(), reader.bytes(32), reader.bytes(32)]
    reader.end()
    opening = dict(zip(OPENING, items))
    if opening["parentFeed"] == ZERO:
        need(opening["parentSeq"] == 0 and opening["parentHash"] == ZERO)
    return opening


def shown_opening(data):
    opening = {k: v.hex() if isinstance(v, bytes) else v for k, v in read_opening(data).items()}
    return {**opening, "feed": feed_id(data).hex()}


# Payloads.


def read_field(reader):
    count = reader.array()
    key, mode = reader.number(2**32 - 1), reader.number(4)
    refs = reader.list(lambda: reader.bytes(32).hex(), 64)
    need(count == (4 if mode in (1, 3) else 3))
    field = {"key": key, "mode": mode, "refs": refs}
    if mode in (1, 3):
        field["value"] = shown(reader.value())
    return field


def read_transition(reader):
    count = reader.array()
    need(count in (0, 4))
    if count == 0:
        return None
    key, before, after = (reader.number(2**32 - 1) for _ in range(3))
    seen = reader.bytes()
    need(seen == b"" or (len(seen) == 32 and seen != ZERO))
    return {"key": key, "from": before, "to": after, "seen": (seen or ZERO).hex()}


def read_extra(reader):
    reader.array(2)
    return {"tag": reader.number(2**32 - 1), "bytes": reader.bytes().hex()}


def ascending(numbers):
    return all(a < b for a, b in zip(numbers, numbers[1:]))


def read_payload(joined):
    """From u16be length of the shape, shape, values."""
    need(len(joined) >= 2)
    size = int.from_bytes(joined[:2], "big")
    need(size <= len(joined) - 2)
    shape, values = joined[2 : 2 + size], joined[2 + size :]
    reader = limited(shape, 64 * 1024 - len(values))
    reader.array(5)
    create = reader.bytes()
    need(len(create) in (0, 16))
    fields = reader.list(lambda: read_field(reader), 64)
    need(ascending([field["key"] for field in fields]))
    transition = read_transition(reader)
    settles = reader.list(lambda: reader.bytes(32).hex(), 64)
    extra = reader.list(lambda: read_extra(reader), 32)
    need(ascending([item["tag"] for item in extra]))
    reader.end()
    if values:
        need(len(values) >= 16)
        reader = Reader(values[16:])
        erasable = [field for field in fields if field["mode"] in (0, 2)]
        reader.array(len(erasable))
        for field in erasable:
            field["value"] = shown(reader.value())
        reader.end()
    payload = {"create": create.hex(), "fields": fields, "settles": settles, "extra": extra}
    if transition:
        payload["transition"] = transition
    return {**payload, "payloadCommit": payload_commit(shape, values_hash(values)).hex()}


# Runs and slices.


class Feed:
    """What must be known of a feed to check what comes next on it."""

    def __init__(self, opening, city):
        fields = read_opening(opening)
        need(fields["city"] == city, "wrong-city")
        self.id = feed_id(opening)
        self.person, self.device, self.scope = (fields[k] for k in ("person", "device", "scope"))
        self.next, self.head, self.hlc = 0, self.id, 0

    @classmethod
    def stored(cls, fields):
        feed = cls.__new__(cls)
        raw = bytes.fromhex
        feed.id, feed.person, feed.device, feed.scope, feed.head = (
            raw(fields[k]) for k in ("feed", "person", "device", "scope", "head"))
        feed.next, feed.hlc = fields["nextSeq"], fields["hlc"]
        return feed


THIN = ("delta", "txn", "type", "entity", "ext", "shape", "values", "absent")


def read_thin(reader):
    count = reader.array()
    need(count in (7, 8))
    delta, txn, kind = reader.number(), reader.number(199), reader.number(2**32 - 1)
    entity, ext = reader.bytes(), reader.item()
    need(delta > 0 and len(entity) in (0, 16))
    try:
        read_ext(ext)
    except Refused:
        raise Refused("malformed") from None
    shape, values = reader.bytes(), reader.bytes()
    absent = None
    if count == 8:
        reader.array(2)
        absent = reader.bytes(32), reader.number(64 * 1024)
        need(values == b"")
    size = absent[1] if absent else len(values)
    need(size >= 17 and len(shape) + size <= 64 * 1024)
    return dict(zip(THIN, (delta, txn, kind, entity, ext, shape, values, absent)))


def thin(change):
    items = [change[k] for k in THIN[:4]] + [Raw(change["ext"]), change["shape"], change["values"]]
    return cbor(items + ([list(change["absent"])] if change["absent"] else []))


def implied_entity(feed, shape):
    if len(shape) >= 18 and shape[:2] == b"\x85\x50":
        return entity_id(feed.person, feed.scope, shape[2:18])
    return bytes(16)


def step(feed, change, left):
    """Checks one thin change, moves the feed over it and gives what it says."""
    need(feed.hlc + change["delta"] <= MAX)
    need(left == 0 or change["txn"] == left - 1)
    implied = implied_entity(feed, change["shape"])
    need(change["entity"] != implied)
    hash_of_values, size = change["absent"] or (values_hash(change["values"]),
                                                len(change["values"]))
    commit = payload_commit(change["shape"], hash_of_values)
    feed.hlc += change["delta"]
    full = cbor([1, feed.id, feed.next, feed.head, feed.hlc, change["txn"], change["type"],
                 change["entity"] or implied, len(change["shape"]) + size, commit,
                 Raw(change["ext"])])
    found = {"feed": feed.id.hex(), "seq": feed.next, "hlc": feed.hlc, "txn": change["txn"],
             "type": change["type"], "entity": (change["entity"] or implied).hex(),
             "payloadCommit": commit.hex(), "hash": header_hash(full).hex(),
             "op": op_id(feed.person, feed.id, feed.next, commit).hex()}
    feed.head = header_hash(full)
    feed.next += 1
    return found


def check_signed(feed, signature):
    need(edwards.verify(feed.device, b"spilno-chg-1" + feed.head, signature), "bad-signature")


def read_run(data, vector):
    reader = limited(data, 192 * 1024)
    reader.versioned(6)
    feed, first, opening = reader.bytes(32), reader.number(), reader.bytes(most=512)
    changes = reader.list(lambda: read_thin(reader), 256)
    signature = reader.bytes(64)
    need(changes and (first == 0) == (opening != b"") and first + len(changes) - 1 <= MAX)
    reader.end()
    if "before" in vector:
        state = Feed.stored(vector["before"])
    else:
        state = Feed(opening, bytes.fromhex(vector["city"]))
    need((feed, first) == (state.id, state.next), "broken-chain")
    found, left = [], 0
    for change in changes:
        found.append(step(state, change, left))
        left = change["txn"]
    need(left == 0)
    check_signed(state, signature)
    return {"changes": found}


def read_segments(reader):
    places, following, time = [], 0, 0
    for i in range(reader.array()):
        reader.array(3)
        count, gap, later = reader.number(16384), reader.number(), reader.number()
        need(count > 0 and len(places) + count <= 16384 and (i == 0 or gap or later))
        time += later
        need(time <= MAX and following + gap + count <= MAX)
        places += [(following + gap + k, time) for k in range(count)]
        following += gap + count
    need(places)
    return places


def read_slice_feed(reader, first_position, places, covered):
    reader.array(6)
    feed, first, opening = reader.bytes(32), reader.number(), reader.bytes(most=512)
    reader.bytes(0)
    count = reader.array()
    need(count and count % 2 == 0 and count // 2 <= len(places))
    need((first == 0) == (opening != b"") and first + count // 2 <= MAX)
    position, changes = first_position, []
    for i in range(count // 2):
        delta = reader.number(16384)
        need(delta or i == 0)
        position += delta
        need(position - first_position < len(places) and position not in covered)
        covered.add(position)
        changes.append((position, read_thin(reader)))
    return feed, first, opening, changes, reader.bytes(64)


def parse_slice(data):
    reader = limited(data, 16 * 1024 * 1024)
    reader.versioned(9)
    scope, epoch, first_position = reader.bytes(32), reader.number(), reader.number(MAX - 16384)
    places = read_segments(reader)
    covered, feeds = set(), []
    for _ in range(reader.array()):
        feeds.append(read_slice_feed(reader, first_position, places, covered))
    chain, rules_next, people_next = reader.bytes(32), reader.number(), reader.number()
    need(len(covered) == len(places) and len({feed[0] for feed in feeds}) == len(feeds))
    need(ascending([feed[3][0][0] for feed in feeds]))
    reader.end()
    return scope, epoch, first_position, places, feeds, chain, rules_next, people_next


def read_slice(data, vector):
    return verify_slice(parse_slice(data), vector)


def verify_slice(parsed, vector):
    scope, epoch, first_position, places, feeds, chain, rules_next, people_next = parsed
    changes = [None] * len(places)
    for feed, first, opening, entries, signature in feeds:
        state = state_before(feed, first, opening, scope, vector)
        left = 0
        for position, change in entries:
            index = position - first_position
            found = step(state, change, left)
            changes[index] = {"position": position, "logIndex": places[index][0],
                              "recordedMs": places[index][1], **found}
            left = change["txn"]
        need(left == 0)
        check_signed(state, signature)
    for a, b in zip(changes, changes[1:]):
        need(a["txn"] == 0 or (a["feed"] == b["feed"] and a["logIndex"] + 1 == b["logIndex"]
                               and a["recordedMs"] == b["recordedMs"]))
    grown = bytes.fromhex(vector["chainBefore"])
    for c in changes:
        grown = blake2b("scope-chain", grown, bytes.fromhex(c["hash"]), u64(c["logIndex"]),
                        u64(c["recordedMs"]))
    need(grown == chain, "broken-chain")
    return {"scope": scope.hex(), "epoch": epoch, "firstPosition": first_position,
            "chain": chain.hex(), "rulesNext": rules_next, "peopleNext": people_next,
            "changes": changes}


def state_before(feed, first, opening, scope, vector):
    if first == 0:
        state = Feed(opening, bytes.fromhex(vector["city"]))
        need(state.id == feed and state.scope == scope)
        return state
    known = [Feed.stored(fields) for fields in vector["known"] if fields["feed"] == feed.hex()]
    need(known and known[0].next == first and known[0].scope == scope, "broken-chain")
    return known[0]


def read_preview(data, vector):
    reader = limited(data, 4 * 1024 * 1024)
    reader.versioned(4)
    chain_before = reader.bytes(32)
    heads = reader.list(lambda: read_preview_head(reader), 2048)
    inner = reader.bytes()
    reader.end()
    try:
        parsed = parse_slice(inner)
    except Refused:
        raise Refused("malformed") from None
    scope, places, feeds = parsed[0], parsed[3], parsed[4]
    need(len(places) <= 2048 and len(heads) == sum(feed[1] > 0 for feed in feeds))
    known, waiting = [], iter(heads)
    for feed, first, opening, _, _ in feeds:
        prev, hlc = feed, 0
        if first > 0:
            opening, prev, hlc = next(waiting)
        state = Feed(opening, bytes.fromhex(vector["city"]))
        need(first == 0 or (state.id == feed and state.scope == scope))
        known.append({"feed": feed.hex(), "person": state.person.hex(), "nextSeq": first,
                      "device": state.device.hex(), "scope": state.scope.hex(),
                      "head": prev.hex(), "hlc": hlc})
    told = {"city": vector["city"], "chainBefore": chain_before.hex(), "known": known}
    return {"chainBefore": chain_before.hex(), **verify_slice(parsed, told)}


def read_preview_head(reader):
    reader.array(3)
    opening, prev, hlc = reader.bytes(most=512), reader.bytes(32), reader.number()
    need(opening and hlc)
    return opening, prev, hlc


# Cities and identities.


def read_city(data):
    reader = limited(data, 32 * 1024)
    reader.versioned(9)
    name, zone = reader.text(200), reader.text(200)
    owners = reader.list(lambda: reader.bytes(32).hex(), 16)
    need(owners)
    reader.array(2)
    powers = reader.number(2**32 - 1), reader.number(2**32 - 1)
    sequencer, created = reader.bytes(32), reader.number(2**47 - 1)
    rules = []
    for _ in range(reader.array(most=256)):
        reader.array(2)
        rules.append((reader.text(200), reader.value()))
    keys = [key.encode() for key, _ in rules]
    need(ascending([b"", *keys]))
    random = reader.bytes(16)
    reader.end()
    return {"name": name, "timeZone": zone, "owners": owners, "powersEndAfterDays": powers[0],
            "powersEndAtAttested": powers[1], "sequencer": sequencer.hex(), "createdMs": created,
            "rules": [{"key": key, "value": shown(value)} for key, value in rules],
            "random": random.hex(), "id": blake2b("spilno-city", data).hex()}


def read_identity(data):
    reader = limited(data, 256)
    reader.versioned(6)
    device, sealing, kind = reader.bytes(32), reader.bytes(32), reader.number(6)
    recovery, random = reader.bytes(32), reader.bytes(16)
    need(kind > 0)
    reader.end()
    return {"device": device.hex(), "deviceSealing": sealing.hex(), "kind": kind,
            "recovery": recovery.hex(), "random": random.hex(),
            "id": blake2b("spilno-person", data).hex()}


def derive(v):
    raw = bytes.fromhex
    city, person, scope, feed = (raw(v[k]) for k in ("city", "person", "scope", "feed"))
    return {
        "rulesScope": blake2b("spilno-scope", city, b"rules").hex(),
        "peopleScope": blake2b("spilno-scope", city, b"people").hex(),
        "madeScope": blake2b("spilno-scope", city, raw(v["op"])).hex(),
        "entity": entity_id(person, scope, raw(v["salt"])).hex(),
        "opId": op_id(person, feed, v["seq"], raw(v["payloadCommit"])).hex(),
        "valuesHash": values_hash(raw(v["values"])).hex(),
        "commit": payload_commit(raw(v["shape"]), values_hash(raw(v["values"]))).hex(),
    }


# Sealing by passphrase.


def rotate(value, count):
    return (value << count | value >> (32 - count)) & 0xFFFFFFFF


def hchacha20(key, nonce):
    words = [0x61707865, 0x3320646E, 0x79622D32, 0x6B206574]
    words += [int.from_bytes((key + nonce)[i : i + 4], "little") for i in range(0, 48, 4)]

    def quarter(a, b, c, d):
        for into, other, mixed, count in ((a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)):
            words[into] = (words[into] + words[other]) & 0xFFFFFFFF
            words[mixed] = rotate(words[mixed] ^ words[into], count)

    for _ in range(10):
        for i in range(4):
            quarter(i, 4 + i, 8 + i, 12 + i)
        for i in range(4):
            quarter(i, 4 + (i + 1) % 4, 8 + (i + 2) % 4, 12 + (i + 3) % 4)
    return b"".join(word.to_bytes(4, "little") for word in words[:4] + words[12:])


COSTS = {0: (1, 8), 1: (2, 64 * 1024), 2: (3, 256 * 1024)}


def vault_cipher(vault, passphrase):
    passes, kib = COSTS[vault[8]]
    key = Argon2id(salt=vault[9:25], length=32, iterations=passes, lanes=1,
                   memory_cost=kib).derive(passphrase)
    return ChaCha20Poly1305(hchacha20(key, vault[25:41])), bytes(4) + vault[41:49]


def seal_vault(secret, passphrase, cost, salt, nonce):
    prefix = b"SPVAULT1" + bytes([cost]) + salt + nonce
    cipher, short_nonce = vault_cipher(prefix, passphrase)
    return prefix + cipher.encrypt(short_nonce, secret, prefix)


def open_vault(vault, passphrase):
    need(len(vault) <= 1024 * 1024, "limit-exceeded")
    need(vault[:7] == b"SPVAULT" and len(vault) >= 49 + 16 + 1)
    need(vault[7:8] == b"1" and vault[8] in COSTS, "unsupported-version")
    cipher, nonce = vault_cipher(vault, passphrase)
    try:
        return {"secret": cipher.decrypt(nonce, vault[49:], vault[:49]).hex()}
    except InvalidTag:
        raise Refused("wrong-passphrase") from None


# Packed slices. Only blocks that are stored as they are or repeat one byte are unpacked here; that is
# enough for the vectors.


def unpack(data):
    need(len(data) >= 6 and data[:4] == b"\x28\xb5\x2f\xfd")
    descriptor, at = data[4], 5
    single, width = descriptor & 0x20, (1, 2, 4, 8)[descriptor >> 6]
    need(single or width > 1)  # else the frame does not say its size
    at += 0 if single else 1
    size = int.from_bytes(data[at : at + width], "little") + (256 if width == 2 else 0)
    at += width
    need(size <= 16 * 1024 * 1024, "limit-exceeded")
    plain, last = b"", False
    while not last:
        need(at + 3 <= len(data))
        block = int.from_bytes(data[at : at + 3], "little")
        last, kind, count = block & 1, block >> 1 & 3, block >> 3
        at += 3
        taken = 1 if kind == 1 else count
        need(kind in (0, 1) and at + taken <= len(data) and len(plain) + count <= size)
        plain += data[at : at + taken] * (count if kind == 1 else 1)
        at += taken
    need(at == len(data) and len(plain) == size)
    return {"plain": plain.hex()}


# One vector, judged: what it says, or Refused.


def judge(folder, v):
    import session

    raw = bytes.fromhex
    if folder == "ids":
        return derive(v)
    data = raw(v["bytes"]) + bytes(v.get("padding", 0))
    if folder == "signature":
        message = v["context"].encode() + data
        need(edwards.verify(raw(v["key"]), message, raw(v["signature"])), "bad-signature")
        return {}
    if folder == "vault":
        return open_vault(data, v["passphrase"].encode())
    if folder in ("run", "slice", "preview"):
        return {"run": read_run, "slice": read_slice, "preview": read_preview}[folder](data, v)
    read = {"value": read_value, "header": read_header, "ext": read_ext, "opening": shown_opening,
            "payload": read_payload, "zstd": unpack, "city": read_city, "identity": read_identity,
            "frames": session.read_frames}[folder]
    return read(data)


FOLDERS = ("value", "header", "ext", "opening", "payload", "ids", "run", "slice", "preview",
           "city", "identity", "signature", "vault", "frames", "zstd")


def outcome(folder, vector):
    try:
        return "success", judge(folder, vector)
    except Refused as refusal:
        return str(refusal), None


def main():
    if sys.argv[1:] == ["write"]:
        import protocol_scenarios

        protocol_scenarios.write_all()
    wrong = count = 0
    for folder in FOLDERS:
        for path in sorted((HERE / folder).glob("*.json")):
            vector = json.loads(path.read_text())
            found, fields = outcome(folder, vector)
            count += 1
            if (found, fields) != (vector["expect"], vector.get("fields")):
                wrong += 1
                print(f"{path}: expected {vector['expect']}, found {found}")
    print(f"{count} vectors, {wrong} wrong")
    sys.exit(1 if wrong or not count else 0)


if __name__ == "__main__":
    main()
