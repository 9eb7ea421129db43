#!/usr/bin/env python3
# SPDX-FileCopyrightText: Spilno contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A second implementation of docs/protocol/transparency.md, made from the text alone, that writes
and checks the vectors beside it. It is slow and plain on purpose.

    transparency.py          checks every vector on disk with this implementation
    transparency.py write    writes them anew; the bytes are the same every time

Needs the Python package `cryptography`."""

import base64
import hashlib
import json
import pathlib
import re
import sys

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

HERE = pathlib.Path(__file__).parent
MAX = 2**63 - 1
ZERO = bytes(32)


class Refused(Exception):
    """The text says that this input is refused; the argument is the kind of failure."""


def need(condition, kind="malformed"):
    if not condition:
        raise Refused(kind)


def u64(value):
    return value.to_bytes(8, "big")


def blake2b(personal, *parts):
    return hashlib.blake2b(b"".join(parts), digest_size=32, person=personal.encode()).digest()


# Deterministic CBOR: numbers, byte strings and arrays only.


def cbor_head(major, value):
    if value < 24:
        return bytes([major << 5 | value])
    for code, size in ((24, 1), (25, 2), (26, 4), (27, 8)):
        if value < 1 << (8 * size):
            return bytes([major << 5 | code]) + value.to_bytes(size, "big")
    raise ValueError(value)


def cbor(item):
    if isinstance(item, int):
        return cbor_head(0, item)
    if isinstance(item, bytes):
        return cbor_head(2, len(item)) + item
    return cbor_head(4, len(item)) + b"".join(cbor(part) for part in item)


def cbor_read(data, at=0):
    need(at < len(data))
    major, code = data[at] >> 5, data[at] & 31
    at += 1
    need(major in (0, 2, 4) and code <= 27)
    value = code
    if code >= 24:
        size = 1 << (code - 24)
        need(at + size <= len(data))
        value = int.from_bytes(data[at : at + size], "big")
        at += size
    if major == 0:
        return value, at
    if major == 2:
        need(at + value <= len(data))
        return data[at : at + value], at + value
    items = []
    for _ in range(value):
        item, at = cbor_read(data, at)
        items.append(item)
    return items, at


def open_array(data, limit, shape):
    """The items after the version; shape is a list of int (a number), a length, or list."""
    need(len(data) <= limit, "limit-exceeded")
    items, end = cbor_read(data)
    need(isinstance(items, list) and items and isinstance(items[0], int))
    need(items[0] == 1, "unsupported-version")
    need(end == len(data) and cbor(items) == data and len(items) == 1 + len(shape))
    for item, kind in zip(items[1:], shape):
        if kind is int:
            need(isinstance(item, int) and item <= MAX)
        elif kind in (list, bytes):
            need(isinstance(item, kind))
        else:
            need(isinstance(item, bytes) and len(item) == kind)
    return items[1:]


# The scope chain, the scope tag and the leaf.


def chains(scope, changes):
    chain = blake2b("scope-chain-0", scope)
    found = [chain]
    for header_hash, log_index, recorded_ms in changes:
        chain = blake2b("scope-chain", chain, header_hash, u64(log_index), u64(recorded_ms))
        found.append(chain)
    return found


def scope_tag(scope, salt):
    return blake2b("scope-tag", scope, salt)


def read_leaf(data):
    tag, position, header_hash, recorded_ms = open_array(data, 128, [32, int, 32, int])
    return tag, position, header_hash, recorded_ms


# The tree of RFC 6962.


def leaf_hash(data):
    return hashlib.sha256(b"\0" + data).digest()


def node_hash(left, right):
    return hashlib.sha256(b"\1" + left + right).digest()


def split(count):
    return 1 << ((count - 1).bit_length() - 1)


def tree_root(hashes):
    if not hashes:
        return hashlib.sha256(b"").digest()
    if len(hashes) == 1:
        return hashes[0]
    k = split(len(hashes))
    return node_hash(tree_root(hashes[:k]), tree_root(hashes[k:]))


def inclusion(m, hashes):
    if len(hashes) == 1:
        return []
    k = split(len(hashes))
    if m < k:
        return inclusion(m, hashes[:k]) + [tree_root(hashes[k:])]
    return inclusion(m - k, hashes[k:]) + [tree_root(hashes[:k])]


def consistency(m, hashes, whole=True):
    if m == len(hashes):
        return [] if whole else [tree_root(hashes)]
    k = split(len(hashes))
    if m <= k:
        return consistency(m, hashes[:k], whole) + [tree_root(hashes[k:])]
    return consistency(m - k, hashes[k:], False) + [tree_root(hashes[:k])]


def check_inclusion(leaf, index, size, proof, root):
    need(index < size)

    def climb(m, count, rest):
        if count == 1:
            need(not rest)
            return leaf
        need(rest)
        k = split(count)
        if m < k:
            return node_hash(climb(m, k, rest[:-1]), rest[-1])
        return node_hash(rest[-1], climb(m - k, count - k, rest[:-1]))

    need(climb(index, size, proof) == root, "bad-signature")


def check_consistency(old_size, new_size, old_root, new_root, proof):
    need(old_size <= new_size)
    if old_size in (0, new_size):
        need(not proof)
        need(old_root == (tree_root([]) if old_size == 0 else new_root), "bad-signature")
        return

    def climb(m, count, rest, whole):
        """(the old root, the new root) of this subtree as the proof claims."""
        if m == count:
            need(len(rest) == (0 if whole else 1))
            return (old_root, old_root) if whole else (rest[0], rest[0])
        need(rest)
        k = split(count)
        if m <= k:
            old, new = climb(m, k, rest[:-1], whole)
            return old, node_hash(new, rest[-1])
        old, new = climb(m - k, count - k, rest[:-1], False)
        return node_hash(rest[-1], old), node_hash(rest[-1], new)

    need(climb(old_size, new_size, proof, True) == (old_root, new_root), "bad-signature")


# The scope map.


def bit(tag, depth):
    return tag[depth // 8] >> (7 - depth % 8) & 1


def map_leaf(tag, following, chain):
    return blake2b("map-leaf", tag, u64(following), chain)


def map_root(entries, depth=0):
    if not entries:
        return ZERO
    if len(entries) == 1:
        return map_leaf(*entries[0])
    halves = [[e for e in entries if bit(e[0], depth) == side] for side in (0, 1)]
    return blake2b("map-node", *(map_root(half, depth + 1) for half in halves))


def map_prove(entries, tag):
    siblings, depth = [], 0
    while len(entries) > 1:
        away = [e for e in entries if bit(e[0], depth) != bit(tag, depth)]
        siblings.append(map_root(away, depth + 1))
        entries = [e for e in entries if bit(e[0], depth) == bit(tag, depth)]
        depth += 1
    other = list(entries[0]) if entries and entries[0][0] != tag else []
    return cbor([1, b"".join(siblings), other])


def check_map(root, tag, head, proof):
    joined, other = open_array(proof, 9 * 1024, [bytes, list])
    need(len(joined) % 32 == 0 and len(joined) <= 256 * 32)
    siblings = [joined[i : i + 32] for i in range(0, len(joined), 32)]
    need(not siblings or siblings[-1] != ZERO)
    if other:
        need(len(other) == 3 and all(isinstance(p, bytes) and len(p) == 32 for p in other[::2]))
        need(isinstance(other[1], int) and 0 < other[1] <= MAX)
    if head:
        need(not other)
        found = map_leaf(tag, *head)
    elif other:
        need(other[0] != tag)
        need(all(bit(other[0], d) == bit(tag, d) for d in range(len(siblings))))
        found = map_leaf(*other)
    else:
        found = ZERO
    for depth in reversed(range(len(siblings))):
        pair = (siblings[depth], found) if bit(tag, depth) else (found, siblings[depth])
        found = blake2b("map-node", *pair)
    need(found == root, "bad-signature")


# Checkpoints and statements.


def b64(data):
    return base64.b64encode(data).decode()


def key_id(name, key):
    return hashlib.sha256(name.encode() + b"\n\x01" + key).digest()[:4]


def public(seed):
    return Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()


def sign(seed, message):
    return Ed25519PrivateKey.from_private_bytes(seed).sign(message)


def check_signature(key, message, signature):
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
    except InvalidSignature:
        raise Refused("bad-signature") from None


def note_text(city, size, root, epoch, map_hash, time_ms):
    lines = (f"spilno/{city.hex()}", size, b64(root), f"epoch {epoch}", f"map {b64(map_hash)}")
    return "".join(f"{line}\n" for line in (*lines, f"time {time_ms}"))


def signature_line(name, line_key_id, signature):
    return f"\u2014 {name} {b64(line_key_id + signature)}\n"


def signed_note(text, *seeds):
    name = text.split("\n")[0]
    lines = (signature_line(name, key_id(name, public(s)), sign(s, text.encode())) for s in seeds)
    return text + "\n" + "".join(lines)


NUMBER = "(0|[1-9][0-9]{0,18})"
HASH = "([A-Za-z0-9+/]{43}=)"
LINE = "\u2014 ([!-*,-~]{1,128}) ([A-Za-z0-9+/]+={0,2})\n"
NOTE = re.compile(
    f"(spilno/([0-9a-f]{{64}})\n{NUMBER}\n{HASH}\nepoch {NUMBER}\nmap {HASH}\ntime {NUMBER}\n)"
    f"\n((?:{LINE})+)"
)


def unb64(text):
    need(len(text) % 4 == 0)
    data = base64.b64decode(text, validate=True)
    need(b64(data) == text)
    return data


def check_checkpoint(note, key):
    need(len(note) <= 8 * 1024, "limit-exceeded")
    try:
        found = NOTE.fullmatch(note.decode())
    except UnicodeDecodeError:
        raise Refused("malformed") from None
    need(found)
    text, _, size, root, epoch, map_hash, time_ms = found.groups()[:7]
    need(all(int(number) <= MAX for number in (size, epoch, time_ms)))
    need(len(unb64(root)) == 32 and len(unb64(map_hash)) == 32)
    lines = re.findall(LINE, found.group(8))
    need(len(lines) <= 16, "limit-exceeded")
    name = text.split("\n")[0]
    known = False
    for line_name, encoded in lines:
        data = unb64(encoded)
        need(len(data) > 4)
        if (line_name, data[:4]) == (name, key_id(name, key)):
            need(len(data) == 68, "bad-signature")
            check_signature(key, text.encode(), data[4:])
            known = True
    need(known, "bad-signature")


STATEMENTS = {
    "receipt": ("spilno-rcp-1", [32, int, 32, int, int, int, int, 32, 32], 3),
    "held": ("spilno-hld-1", [32, 32, int, int, 32, int], 2),
}


def signed_statement(kind, seed, items):
    body = cbor([1, *items])
    return body + sign(seed, STATEMENTS[kind][0].encode() + body)


def check_statement(kind, data, key):
    context, shape, first = STATEMENTS[kind]
    need(len(data) <= 512, "limit-exceeded")
    need(len(data) >= 64)
    body, signature = data[:-64], data[-64:]
    items = open_array(body, 512, shape)
    need(items[first] <= items[first + 1] < items[first] + 256)
    check_signature(key, context.encode() + body, signature)


# One vector, judged.


def judge(folder, v):
    raw = bytes.fromhex
    if folder == "merkle" and v["operation"] == "roots":
        hashes = [leaf_hash(raw(leaf)) for leaf in v["leaves"]]
        need([tree_root(hashes[:n]).hex() for n in range(len(hashes) + 1)] == v["roots"])
    elif folder == "merkle" and v["operation"] == "inclusion":
        proof = [raw(h) for h in v["proof"]]
        check_inclusion(raw(v["leafHash"]), v["index"], v["size"], proof, raw(v["root"]))
    elif folder == "merkle":
        roots = raw(v["oldRoot"]), raw(v["newRoot"])
        check_consistency(v["oldSize"], v["newSize"], *roots, [raw(h) for h in v["proof"]])
    elif folder == "scope-chain":
        changes = [(raw(c["headerHash"]), c["logIndex"], c["recordedMs"]) for c in v["changes"]]
        need([c.hex() for c in chains(raw(v["scope"]), changes)] == v["chains"])
    elif folder == "scope-tag":
        need(scope_tag(raw(v["scope"]), raw(v["salt"])).hex() == v["tag"])
    elif folder == "log-leaf":
        read_leaf(raw(v["bytes"]))
    elif folder == "scope-map" and v["operation"] == "root":
        entries = [(raw(e["tag"]), e["next"], raw(e["chain"])) for e in v["entries"]]
        need(map_root(entries).hex() == v["root"])
    elif folder == "scope-map":
        head = v.get("head")
        head = head and (head["next"], raw(head["chain"]))
        check_map(raw(v["root"]), raw(v["tag"]), head, raw(v["proof"]))
    elif folder == "checkpoint":
        check_checkpoint(raw(v["bytes"]), raw(v["key"]))
    else:
        check_statement(folder, raw(v["bytes"]), raw(v["key"]))


def outcome(folder, vector):
    try:
        judge(folder, vector)
        return "success"
    except Refused as refusal:
        return str(refusal)


FOLDERS = (
    "merkle",
    "scope-chain",
    "scope-tag",
    "log-leaf",
    "scope-map",
    "checkpoint",
    "receipt",
    "held",
)


def main():
    if sys.argv[1:] == ["write"]:
        import transparency_scenarios

        transparency_scenarios.write_all()
    wrong = count = 0
    for folder in FOLDERS:
        for path in sorted((HERE / folder).glob("*.json")):
            vector = json.loads(path.read_text())
            found = outcome(folder, vector)
            count += 1
            if found != vector["expect"]:
                wrong += 1
                print(f"{path}: expected {vector['expect']}, found {found}")
    print(f"{count} vectors, {wrong} wrong")
    sys.exit(1 if wrong or not count else 0)


if __name__ == "__main__":
    main()
