#!/usr/bin/env python3
# SPDX-FileCopyrightText: Spilno contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A second implementation of docs/protocol/lies.md, made from the text alone, that writes and
checks the vectors in lie/. It is slow and plain on purpose.

    lies.py          checks every vector on disk with this implementation
    lies.py write    writes them anew; the bytes are the same every time

Needs the Python package `cryptography`."""

import json
import sys

import protocol as p
import transparency as t
from transparency import Refused, need

ZERO = bytes(32)

# kind: its name, then how many receipts, checkpoints, salts, tags, leaves and heads, in this order.
KINDS = {
    1: ("two-faces", 0, 2, 0, 0, 0, 0),
    2: ("rewritten-log", 0, 2, 0, 0, 2, 0),
    3: ("dropped-change", 1, 1, 0, 0, 0, 0),
    4: ("replaced-change", 1, 1, 0, 0, 1, 0),
    5: ("position-twice", 2, 0, 0, 0, 0, 0),
    6: ("held-back", 0, 1, 0, 0, 1, 1),
    7: ("changed-history", 1, 1, 1, 0, 0, 1),
    8: ("went-back", 0, 2, 0, 1, 0, 2),
    9: ("wrong-time", 0, 1, 0, 0, 1, 0),
    10: ("held-back-receipted", 1, 1, 1, 0, 0, 1),
    11: ("two-histories", 0, 2, 0, 1, 0, 2),
    12: ("time-before-receipt", 1, 1, 0, 0, 0, 0),
}


class Acquitted(Exception):
    """The statements are what they say they are, and accuse nobody; the argument says why."""


def accuse_unless(innocent, why):
    if innocent:
        raise Acquitted(why)


# Step 1: the grammar.

RECEIPT = ("city", "epoch", "scope", "first", "last", "index", "time", "header", "chain")


def parse_receipt(data):
    need(len(data) >= 64)
    context, shape, _ = t.STATEMENTS["receipt"]
    fields = dict(zip(RECEIPT, t.open_array(data[:-64], 512, shape)))
    need(fields["first"] <= fields["last"] < fields["first"] + 256)
    return {**fields, "signed": context.encode() + data[:-64], "signature": data[-64:],
            "lastIndex": fields["index"] + fields["last"] - fields["first"]}


def parse_checkpoint(data):
    try:
        found = t.NOTE.fullmatch(data.decode())
    except UnicodeDecodeError:
        raise Refused("malformed") from None
    need(found)
    text, city, size, root, epoch, map_root, time = found.groups()[:7]
    need(all(int(number) <= t.MAX for number in (size, epoch, time)))
    roots = [t.unb64(hash) for hash in (root, map_root)]
    need([len(hash) for hash in roots] == [32, 32])
    lines = t.re.findall(t.LINE, found.group(8))
    need(len(lines) <= 16, "limit-exceeded")
    lines = [(name, t.unb64(encoded)) for name, encoded in lines]
    need(all(len(line) > 4 for _, line in lines))
    return {"city": bytes.fromhex(city), "size": int(size), "root": roots[0], "epoch": int(epoch),
            "map": roots[1], "time": int(time), "text": text, "lines": lines}


def parse_leaf(reader):
    reader.array(3)
    data, index = reader.bytes(most=128), reader.number()
    path = reader.list(lambda: reader.bytes(32), 128)
    leaf = dict(zip(("tag", "position", "header", "time"), t.read_leaf(data)))
    return {**leaf, "hash": t.leaf_hash(data), "at": index, "path": path}


def parse_head(reader):
    reader.array(3)
    following, chain, proof = reader.number(), reader.bytes(32), reader.bytes(most=9 * 1024)
    need(following > 0 or chain == ZERO)
    joined, other = t.open_array(proof, 9 * 1024, [bytes, list])
    need(len(joined) % 32 == 0 and len(joined) <= 256 * 32)
    need(not other or (len(other) == 3 and isinstance(other[1], int) and 0 < other[1] <= t.MAX))
    need(all(isinstance(part, bytes) and len(part) == 32 for part in other[::2]))
    return {"next": following, "chain": chain, "proof": proof}


def parse(data):
    reader = p.limited(data, 128 * 1024)
    reader.versioned(5)
    genesis = reader.bytes(most=32 * 1024)
    chain = reader.list(lambda: reader.bytes(most=512), 64)
    kind = reader.number(max(KINDS))
    need(kind > 0)
    city = p.read_city(genesis)
    receipts, checkpoints, salts, tags, leaves, heads = KINDS[kind][1:]
    reader.array(receipts + checkpoints + salts + tags + leaves + heads)
    proof = {"city": city, "chain": chain, "kind": kind}
    proof["receipts"] = [parse_receipt(reader.bytes(most=512)) for _ in range(receipts)]
    proof["checkpoints"] = [parse_checkpoint(reader.bytes(most=8192)) for _ in range(checkpoints)]
    proof["salt"] = reader.bytes(16) if salts else None
    proof["tag"] = reader.bytes(32) if tags else None
    proof["leaves"] = [parse_leaf(reader) for _ in range(leaves)]
    proof["heads"] = [parse_head(reader) for _ in range(heads)]
    reader.end()
    return proof


# Steps 2 to 4: whose statements they are.


def walk(genesis_key, chain):
    keys = [genesis_key]
    for data in chain:
        need(len(data) >= 64)
        reader = p.Reader(data[:-64])
        reader.array(4)
        need(reader.number() == 1, "unsupported-version")
        old, new, _ = reader.bytes(32), reader.bytes(32), reader.number()
        reader.end()
        t.check_signature(old, b"spilno-key-1" + data[:-64], data[-64:])
        need(old == keys[-1])
        keys.append(new)
    return keys


def signed_by(key, statement):
    if "text" not in statement:
        t.check_signature(key, statement["signed"], statement["signature"])
        return
    name = "spilno/" + statement["city"].hex()
    mine = [line for who, line in statement["lines"] if (who, line[:4]) == (name, t.key_id(name, key))]
    need(mine, "bad-signature")
    for line in mine:
        need(len(line) == 68, "bad-signature")
        t.check_signature(key, statement["text"].encode(), line[4:])


def signer(keys, statement):
    for key in keys:
        try:
            signed_by(key, statement)
            return key
        except Refused:
            pass
    raise Refused("bad-signature")


# Steps 5 to 7.


def check_paths(proof):
    if proof["kind"] == 6:
        tag = proof["leaves"][0]["tag"]
    elif proof["receipts"] and proof["salt"]:
        tag = t.scope_tag(proof["receipts"][0]["scope"], proof["salt"])
    else:
        tag = proof["tag"]
    for leaf, c in zip(proof["leaves"], proof["checkpoints"]):
        t.check_inclusion(leaf["hash"], leaf["at"], c["size"], leaf["path"], c["root"])
    for head, c in zip(proof["heads"], proof["checkpoints"]):
        claim = (head["next"], head["chain"]) if head["next"] else None
        t.check_map(c["map"], tag, claim, head["proof"])


def compare(proof):
    kind = proof["kind"]
    r1, r2 = (*proof["receipts"], None, None)[:2]
    c1, c2 = (*proof["checkpoints"], None, None)[:2]
    l1, l2 = (*proof["leaves"], None, None)[:2]
    h1, h2 = (*proof["heads"], None, None)[:2]
    if kind == 1:
        accuse_unless(c1["size"] != c2["size"], "other-size")
        accuse_unless((c1["root"], c1["map"]) == (c2["root"], c2["map"]), "equal")
    elif kind == 2:
        accuse_unless(l1["at"] != l2["at"], "other-index")
        accuse_unless(l1["hash"] == l2["hash"], "equal")
    elif kind == 3:
        accuse_unless(c1["size"] > r1["lastIndex"], "included")
        accuse_unless(c1["time"] <= r1["time"] + 60_000, "in-time")
    elif kind == 4:
        accuse_unless(l1["at"] != r1["lastIndex"], "other-index")
        said = r1["last"], r1["header"], r1["time"]
        accuse_unless((l1["position"], l1["header"], l1["time"]) == said, "equal")
    elif kind == 5:
        accuse_unless((r1["scope"], r1["last"]) != (r2["scope"], r2["last"]), "other-position")
        accuse_unless((r1["header"], r1["chain"]) == (r2["header"], r2["chain"]), "equal")
    elif kind == 6:
        accuse_unless(h1["next"] > l1["position"], "included")
    elif kind == 7:
        accuse_unless(h1["next"] != r1["last"] + 1, "other-position")
        accuse_unless(h1["chain"] == r1["chain"], "equal")
    elif kind == 8:
        accuse_unless(c2["size"] <= c1["size"], "not-larger")
        accuse_unless(h2["next"] >= h1["next"], "not-lower")
    elif kind == 9:
        accuse_unless(c1["time"] >= l1["time"], "in-time")
    elif kind == 10:
        accuse_unless(c1["size"] <= r1["lastIndex"], "not-included")
        accuse_unless(h1["next"] == 0, "absent")
        accuse_unless(h1["next"] > r1["last"], "included")
    elif kind == 11:
        accuse_unless(h1["next"] != h2["next"], "other-position")
        accuse_unless(h1["chain"] == h2["chain"], "equal")
    else:
        accuse_unless(c1["size"] <= r1["lastIndex"], "not-included")
        accuse_unless(c1["time"] >= r1["time"], "in-time")


def judge(data):
    """What the lie is; Acquitted or Refused where the proof shows none."""
    proof = parse(data)
    city = bytes.fromhex(proof["city"]["id"])
    keys = walk(bytes.fromhex(proof["city"]["sequencer"]), proof["chain"])
    statements = proof["receipts"] + proof["checkpoints"]
    need(all(statement["city"] == city for statement in statements), "wrong-city")
    key = [signer(keys, statement) for statement in statements][-1]
    if len({statement["epoch"] for statement in statements}) != 1:
        raise Acquitted("other-epoch")
    check_paths(proof)
    compare(proof)
    times = [statement["time"] for statement in statements]
    return {"kind": KINDS[proof["kind"]][0], "city": city.hex(), "name": proof["city"]["name"],
            "key": key.hex(), "epoch": statements[0]["epoch"], "earlierMs": min(times),
            "laterMs": max(times)}


def outcome(vector):
    data = bytes.fromhex(vector["bytes"]) + bytes(vector.get("padding", 0))
    try:
        return "success", judge(data)
    except (Refused, Acquitted) as reason:
        return str(reason), None


def main():
    if sys.argv[1:] == ["write"]:
        import lies_scenarios

        lies_scenarios.write_all()
    wrong = count = 0
    for path in sorted((t.HERE / "lie").glob("*.json")):
        vector = json.loads(path.read_text())
        found, fields = outcome(vector)
        count += 1
        if found != vector["expect"] or fields != vector.get("fields"):
            wrong += 1
            print(f"{path}: expected {vector['expect']}, found {found} {fields}")
    print(f"{count} vectors, {wrong} wrong")
    sys.exit(1 if wrong or not count else 0)


if __name__ == "__main__":
    main()
