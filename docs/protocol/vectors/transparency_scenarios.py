# SPDX-FileCopyrightText: Spilno contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The scenarios of the vectors that transparency.py writes."""

import hashlib
import json

import transparency as t

TIME = 1_760_000_000_000


def named(label):
    """A hash that stands for something of this name."""
    return hashlib.sha256(label.encode()).digest()


def write(folder, name, expect, description, **inputs):
    path = t.HERE / folder / f"{name}.json"
    path.parent.mkdir(exist_ok=True)
    vector = {"description": description, "expect": expect, **inputs}
    path.write_text(json.dumps(vector, indent=2, ensure_ascii=False) + "\n")


def hexes(hashes):
    return [h.hex() for h in hashes]


def turned(data, at=0):
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


KNOWN_LEAVES = [
    bytes.fromhex(leaf)
    for leaf in (
        "", "00", "10", "2021", "3031", "40414243", "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]


def merkle():
    hashes = [t.leaf_hash(leaf) for leaf in KNOWN_LEAVES]
    roots = [t.tree_root(hashes[:n]) for n in range(9)]
    write("merkle", "roots-of-the-known-leaves", "success",
          "The roots of the first 0 to 8 leaves of the Certificate Transparency test tree.",
          operation="roots", leaves=hexes(KNOWN_LEAVES), roots=hexes(roots))

    def path(name, expect, description, index, size, proof=None, root=None):
        write("merkle", f"inclusion-{name}", expect, description, operation="inclusion",
              leafHash=hashes[index % 8].hex(), index=index, size=size,
              proof=hexes(t.inclusion(index, hashes[:size]) if proof is None else proof),
              root=(root or roots[size]).hex())

    path("only-leaf", "success", "A tree of one leaf is that leaf; the proof is empty.", 0, 1)
    path("first-of-eight", "success", "All neighbours stand to the right.", 0, 8)
    path("sixth-of-eight", "success", "Neighbours on both sides.", 5, 8)
    path("third-of-three", "success", "The lone right edge rises without a neighbour.", 2, 3)
    path("second-of-five", "success", "A tree that is not a power of two.", 1, 5)
    path("last-of-seven", "success", "The right edge skips a level.", 6, 7)
    good = t.inclusion(5, hashes)
    path("turned-bit", "bad-signature", "One bit of one neighbour is another.", 5, 8,
         [good[0], turned(good[1], 31), good[2]])
    path("swapped-neighbours", "bad-signature", "The neighbours stand in another order.", 5, 8,
         [good[1], good[0], good[2]])
    path("too-short", "malformed", "The last neighbour is missing.", 5, 8, good[:2])
    path("too-long", "malformed", "A neighbour too many.", 5, 8, [*good, roots[8]])
    path("outside-the-tree", "malformed", "The index is the size.", 8, 8, good)
    path("of-an-empty-tree", "malformed", "An empty tree includes nothing.", 0, 0, [])
    path("of-another-tree", "bad-signature", "A right path under another root.", 5, 8, good,
         roots[7])

    def growth(name, expect, description, old, new, proof=None, old_root=None, new_root=None):
        if proof is None:
            proof = t.consistency(old, hashes[:new]) if old else []
        write("merkle", f"consistency-{name}", expect, description, operation="consistency",
              oldSize=old, newSize=new, oldRoot=(old_root or roots[old]).hex(),
              newRoot=(new_root or roots[new]).hex(), proof=hexes(proof))

    growth("same-tree", "success", "Nothing was added; the proof is empty.", 8, 8)
    growth("from-empty", "success", "Every tree begins with the empty one.", 0, 8)
    growth("one-to-eight", "success", "The old tree is one leaf.", 1, 8)
    growth("two-to-five", "success", "The old root stands in the new tree.", 2, 5)
    growth("six-to-eight", "success", "The old tree was not a power of two.", 6, 8)
    growth("four-to-eight", "success", "The old tree is the left half.", 4, 8)
    growth("three-to-seven", "success", "Neither is a power of two.", 3, 7)
    good = t.consistency(6, hashes)
    growth("turned-bit", "bad-signature", "One bit of the proof is another.", 6, 8,
           [turned(good[0]), *good[1:]])
    growth("other-old-root", "bad-signature", "The old tree was another.", 6, 8, good, roots[5])
    growth("other-new-root", "bad-signature", "The new tree is another.", 6, 8, good, None,
           roots[7])
    growth("same-size-other-root", "bad-signature",
           "Two roots of one size: the log shows two faces.", 8, 8, [], roots[7])
    growth("shrinking", "malformed", "A log never gets smaller.", 8, 6, [])
    growth("too-short", "malformed", "The last hash is missing.", 6, 8, good[:-1])
    growth("too-long", "malformed", "A hash too many.", 6, 8, [*good, roots[1]])
    growth("without-proof", "malformed", "No proof where one is due.", 6, 8, [])
    growth("needless-proof", "malformed", "A proof where none is due.", 8, 8, [roots[8]])
    growth("from-empty-other-root", "bad-signature", "The empty tree has one root only.", 0, 8,
           [], roots[1])


def scope_chain():
    scope = named("scope")
    changes = [
        (named("first"), 0, TIME),
        (named("second"), 1, TIME),
        (named("third"), 700, TIME + 5),
    ]

    def chain(name, description, listed):
        write("scope-chain", name, "success", description, scope=scope.hex(),
              changes=[{"headerHash": h.hex(), "logIndex": i, "recordedMs": ms}
                       for h, i, ms in listed],
              chains=hexes(t.chains(scope, listed)))

    chain("empty", "A scope without changes has a chain value of its own.", [])
    chain("three-changes", "Two changes of one run and one of another.", changes)
    chain("other-order", "The same changes in another order end in another value.",
          [changes[1], changes[0], changes[2]])
    salt = named("salt")[:16]
    write("scope-tag", "blinded", "success", "A scope's name in the public log.",
          scope=scope.hex(), salt=salt.hex(), tag=t.scope_tag(scope, salt).hex())
    write("scope-tag", "zero-salt", "success", "A salt of sixteen zero bytes is a salt like any other.",
          scope=scope.hex(), salt=bytes(16).hex(), tag=t.scope_tag(scope, bytes(16)).hex())


def log_leaf():
    tag, header_hash = named("tag"), named("header")

    def leaf(name, expect, description, data, **fields):
        write("log-leaf", name, expect, description, bytes=data.hex(), **fields)

    def right(name, description, position, recorded_ms):
        data = t.cbor([1, tag, position, header_hash, recorded_ms])
        leaf(name, "success", description, data, tag=tag.hex(), position=position,
             headerHash=header_hash.hex(), recordedMs=recorded_ms,
             leafHash=t.leaf_hash(data).hex())

    right("first", "The first change of a scope stands at position 0.", 0, TIME)
    right("one-byte-head", "23 is the largest number in the initial byte.", 23, TIME)
    right("two-byte-head", "24 takes a second byte.", 24, 0)
    good = t.cbor([1, tag, 24, header_hash, TIME])
    leaf("other-version", "unsupported-version", "A leaf of a later version, with more in it.",
         t.cbor([2, tag, 1, header_hash, TIME, 5]))
    leaf("long-number", "malformed", "24 in a two-byte argument is not the shortest form.",
         good.replace(b"\x18\x18", b"\x19\x00\x18"))
    leaf("indefinite-array", "malformed", "An array of indefinite length.",
         b"\x9f" + good[1:] + b"\xff")
    leaf("short-tag", "malformed", "A tag of 31 bytes.",
         t.cbor([1, tag[:31], 1, header_hash, TIME]))
    leaf("one-item-more", "malformed", "Six items in version 1.",
         t.cbor([1, tag, 1, header_hash, TIME, 0]))
    leaf("trailing-byte", "malformed", "A byte after the array.", good + b"\0")
    leaf("cut", "malformed", "The last byte is missing.", good[:-1])
    leaf("nothing", "malformed", "No bytes.", b"")
    leaf("time-too-large", "malformed", "A time of 2^63.", t.cbor([1, tag, 1, header_hash, 2**63]))
    leaf("too-long", "limit-exceeded", "129 bytes.", good + bytes(129 - len(good)))


def scope_map():
    entries = [(named(f"tag {i}"), i + 1, named(f"chain {i}")) for i in range(20)]
    root = t.map_root(entries)

    def listed(name, description, part):
        write("scope-map", f"root-{name}", "success", description, operation="root",
              entries=[{"tag": a.hex(), "next": p, "chain": c.hex()} for a, p, c in part],
              root=t.map_root(part).hex())

    twin = entries[0][0][:31] + bytes([entries[0][0][31] ^ 1])
    twins = [entries[0], (twin, 9, named("twin"))]
    listed("empty", "A map without entries is 32 zero bytes.", [])
    listed("one", "A map of one entry is that entry's hash.", entries[:1])
    listed("twenty", "Twenty entries.", entries)
    listed("twenty-backwards", "The same entries in another order have the same root.",
           entries[::-1])
    listed("twins", "Two tags that differ in the last bit only.", twins)

    def proof(name, expect, description, tag, head, data, under=root):
        head = {"head": {"next": head[0], "chain": head[1].hex()}} if head else {}
        write("scope-map", f"proof-{name}", expect, description, operation="proof",
              root=under.hex(), tag=tag.hex(), **head, proof=data.hex())

    tag, following, chain = entries[3]
    present = t.map_prove(entries, tag)
    joined = t.cbor_read(present)[0][1]
    proof("present", "success", "An entry of twenty.", tag, (following, chain), present)
    proof("only-entry", "success", "The way to the only entry is empty.", *entries[0][:1],
          entries[0][1:], t.map_prove(entries[:1], entries[0][0]), t.map_root(entries[:1]))
    proof("twin", "success", "The longest way there is.", twin, twins[1][1:],
          t.map_prove(twins, twin), t.map_root(twins))
    absent = [named(f"absent {i}") for i in range(200)]
    beside_entry = next(a for a in absent if t.cbor_read(t.map_prove(entries, a))[0][2])
    proof("absent-beside-an-entry", "success", "Another entry stands in the tag's place.",
          beside_entry, None, t.map_prove(entries, beside_entry))
    halfway = twin[:16] + bytes([twin[16] ^ 1]) + twin[17:]
    proof("absent-beside-nothing", "success", "Nothing stands in the tag's place.", halfway, None,
          t.map_prove(twins, halfway), t.map_root(twins))
    proof("absent-from-empty", "success", "An empty map holds nothing.", tag, None,
          t.map_prove([], tag), t.ZERO)
    proof("other-next", "bad-signature", "The server held back one change.", tag,
          (following - 1, chain), present)
    proof("other-chain", "bad-signature", "The same number of changes, not the same ones.", tag,
          (following, named("other")), present)
    proof("other-root", "bad-signature", "The proof of another checkpoint.", tag,
          (following, chain), present, t.map_root(entries[:19]))
    proof("present-denied", "malformed", "An entry is not shown absent by itself.", tag, None,
          t.cbor([1, joined, list(entries[3])]))
    proof("present-hidden", "bad-signature", "Nothing claimed where an entry stands.", tag, None,
          present)
    stranger = next(e for e in entries if t.bit(e[0], 0) != t.bit(tag, 0))
    proof("entry-off-the-way", "malformed", "The other entry does not share the tag's bits.",
          beside_entry if t.bit(beside_entry, 0) == t.bit(tag, 0) else tag, None,
          t.cbor([1, joined, list(stranger)]))
    proof("present-with-other", "malformed", "A proof of presence names no other entry.", tag,
          (following, chain), t.cbor([1, joined, list(stranger)]))
    proof("way-beside-nothing", "malformed", "The deepest neighbour is never empty.", tag,
          (following, chain), t.cbor([1, joined + t.ZERO, []]))
    proof("half-a-hash", "malformed", "Neighbours that are not whole hashes.", tag,
          (following, chain), t.cbor([1, joined[:-1], []]))
    proof("too-deep", "malformed", "A way longer than a tag has bits.", tag, (following, chain),
          t.cbor([1, named("x") * 257, []]))
    proof("other-of-two", "malformed", "The other entry has three items.", beside_entry, None,
          t.cbor([1, joined, [stranger[0], 1]]))
    proof("other-at-zero", "malformed", "A scope without changes is not in the map.", beside_entry, None,
          t.cbor([1, joined, [stranger[0], 0, stranger[2]]]))
    proof("other-version", "unsupported-version", "A proof of a later version.", tag,
          (following, chain), t.cbor([2, joined]))
    proof("trailing-byte", "malformed", "A byte after the array.", tag, (following, chain),
          present + b"\0")
    proof("too-long", "limit-exceeded", "9,217 bytes.", tag, (following, chain),
          present + bytes(9 * 1024 + 1 - len(present)))


def checkpoint():
    seed, other_seed = named("log key"), named("other key")
    key = t.public(seed)
    fields = {"city": named("city"), "treeSize": 20852163, "root": named("root"), "epoch": 1,
              "mapRoot": named("map"), "timeMs": TIME}
    text = t.note_text(*fields.values())
    name = text.split("\n")[0]
    good = t.signed_note(text, seed)

    def note(case, expect, description, data, **more):
        data = data if isinstance(data, bytes) else data.encode()
        write("checkpoint", case, expect, description, bytes=data.hex(), key=key.hex(), **more)

    def spelled(values):
        return {k: v.hex() if isinstance(v, bytes) else v for k, v in values.items()}

    def resigned(case, description, changed_text):
        note(case, "malformed", description, t.signed_note(changed_text, seed))

    note("good", "success", "One signature line, of the log's own key.", good, seed=seed.hex(),
         **spelled(fields))
    fresh = {**fields, "treeSize": 0, "root": t.tree_root([]), "epoch": 0, "mapRoot": t.ZERO,
             "timeMs": 0}
    note("empty-log", "success", "A log without changes.",
         t.signed_note(t.note_text(*fresh.values()), seed), seed=seed.hex(), **spelled(fresh))
    witness = t.signature_line("witness.example/w1", b"abcd", bytes(72))
    note("witnessed", "success", "A line of an unknown kind is ignored.", good + witness)
    note("rotated-key", "success", "Two keys of the log signed, the known one second.",
         t.signed_note(text, other_seed, seed))
    note("unknown-key", "bad-signature", "Signed by another key of the same name.",
         t.signed_note(text, other_seed))
    note("only-a-witness", "bad-signature", "Nobody known signed.", f"{text}\n{witness}")
    bad_line = t.signature_line(name, t.key_id(name, key), turned(t.sign(seed, text.encode())))
    note("bad-signature", "bad-signature", "One bit of the signature is another.",
         f"{text}\n{bad_line}")
    note("good-and-bad-line", "bad-signature",
         "A bad line of the known key spoils the note even beside a good one.", good + bad_line)
    short_line = t.signature_line(name, t.key_id(name, key), bytes(63))
    note("short-signature", "bad-signature", "A known key's signature of 63 bytes.",
         f"{text}\n{short_line}")
    note("other-size", "bad-signature", "The tree size was changed after signing.",
         good.replace("20852163", "20852164"))
    context = t.sign(seed, b"spilno-chk-1" + text.encode())
    note("with-context", "bad-signature", "Notes are signed without a context prefix.",
         f"{text}\n" + t.signature_line(name, t.key_id(name, key), context))
    note("unsigned", "malformed", "No signature line.", f"{text}\n")
    note("text-only", "malformed", "No empty line.", text)
    note("no-final-newline", "malformed", "The last line does not end.", good[:-1])
    note("trailing-empty-line", "malformed", "An empty line after the signatures.", good + "\n")
    note("twice", "malformed", "Two notes one after the other.", good + good)
    note("not-utf8", "malformed", "A byte that is no UTF-8 in a name.",
         good.encode() + b"\xe2\x80\x94 \xff YWJjZGU=\n")
    note("hyphen-for-dash", "malformed", "A signature line begins with U+2014.",
         good.replace("\u2014", "-"))
    note("plus-in-name", "malformed", "A key name has no plus.",
         good + t.signature_line("a+b", b"abcd", bytes(8)))
    note("space-in-name", "malformed", "A key name has no space.",
         good + t.signature_line("a b", b"abcd", bytes(8)))
    note("empty-signature", "malformed", "A key id with no signature.",
         good + t.signature_line("witness", b"abcd", b""))
    resigned("leading-zero", "A number with a leading zero.",
             text.replace("20852163", "020852163"))
    resigned("plus-sign", "A number with a sign.", text.replace("20852163", "+20852163"))
    resigned("size-too-large", "A tree size of 2^63.",
             text.replace("20852163", "9223372036854775808"))
    resigned("upper-case-city", "The city id in upper case.",
             text.replace(name, "spilno/" + name[7:].upper()))
    resigned("short-city", "A city id of 31 bytes.", text.replace(name, name[:-2]))
    resigned("other-origin", "Another origin.", text.replace("spilno/", "example/"))
    resigned("short-root", "A root of 31 bytes.",
             text.replace(t.b64(fields["root"]), t.b64(fields["root"][:31])))
    root = t.b64(fields["root"])
    resigned("loose-base64", "Bits set that base64 leaves unused.",
             text.replace(root, root[:-2] + chr(ord(root[-2]) + 1) + "="))
    resigned("carriage-return", "Lines end with U+000A alone.", text.replace("\n", "\r\n"))
    resigned("missing-map", "Every extension line is due.",
             "".join(line + "\n" for line in text.splitlines() if not line.startswith("map")))
    lines = text.splitlines()
    resigned("swapped-lines", "The extension lines in another order.",
             "".join(f"{line}\n" for line in [*lines[:3], lines[4], lines[3], lines[5]]))
    resigned("further-line", "An extension line nobody knows.", text + "more 1\n")
    note("sixteen-lines", "success", "As many signature lines as are read.",
         good + 15 * witness)
    note("seventeen-lines", "limit-exceeded", "One more.", good + 16 * witness)
    note("too-long", "limit-exceeded", "More than 8,192 bytes.",
         good + t.signature_line("witness", b"abcd", bytes(6000)))


def statements():
    seed = named("sequencer key")
    key = t.public(seed)
    receipt = {"city": named("city"), "epoch": 1, "scope": named("scope"), "firstPosition": 300,
               "lastPosition": 310, "firstLogIndex": 70000, "recordedMs": TIME,
               "lastHeaderHash": named("header"), "chain": named("chain")}
    held = {"city": named("city"), "feed": named("feed"), "firstSeq": 0, "lastSeq": 255,
            "lastHeaderHash": named("header"), "timeMs": TIME}
    for kind, fields, first, last in (("receipt", receipt, "firstPosition", "lastPosition"),
                                      ("held", held, "firstSeq", "lastSeq")):
        def case(name, expect, description, data, kind=kind, **more):
            write(kind, name, expect, description, bytes=data.hex(), key=key.hex(), **more)

        def signed(items, with_seed=seed, kind=kind):
            return t.signed_statement(kind, with_seed, list(items))

        def with_range(a, b, fields=fields, first=first, last=last):
            return {**fields, first: a, last: b}.values()

        good = signed(fields.values())
        spelled = {k: v.hex() if isinstance(v, bytes) else v for k, v in fields.items()}
        case("good", "success", "A run of several changes.", good, seed=seed.hex(), **spelled)
        case("one-change", "success", "First and last are one.", signed(with_range(0, 0)))
        case("whole-run", "success", "256 changes.", signed(with_range(0, 255)))
        case("longer-than-a-run", "malformed", "257 changes.", signed(with_range(0, 256)))
        case("backwards", "malformed", "The last before the first.", signed(with_range(8, 7)))
        case("too-large", "malformed", "A place of 2^63.", signed(with_range(2**63, 2**63)))
        case("turned-bit", "bad-signature", "One bit of the body is another.",
             turned(good, 5))
        case("turned-signature", "bad-signature", "One bit of the signature is another.",
             turned(good, len(good) - 64))
        case("other-key", "bad-signature", "Signed by another key.",
             signed(fields.values(), named("other key")))
        other = t.STATEMENTS["held" if kind == "receipt" else "receipt"][0].encode()
        case("other-context", "bad-signature", "Signed under the other statement's context.",
             good[:-64] + t.sign(seed, other + good[:-64]))
        case("no-context", "bad-signature", "Signed without a context.",
             good[:-64] + t.sign(seed, good[:-64]))
        case("cut", "malformed", "The last byte is missing.", good[:-1])
        case("only-a-signature", "malformed", "No body.", good[-64:])
        case("nothing", "malformed", "No bytes.", b"")
        case("trailing-byte", "malformed", "A byte after the signature.", good + b"\0")
        case("one-item-more", "malformed", "An item too many in version 1.",
             signed([*fields.values(), 0]))
        version_two = t.cbor([2, *fields.values(), 0])
        case("other-version", "unsupported-version", "A statement of a later version.",
             version_two + t.sign(seed, b"any" + version_two))
        case("long-number", "malformed", "The version in a two-byte argument.",
             good[:1] + b"\x18\x01" + good[2:])
        case("too-long", "limit-exceeded", "513 bytes.", good + bytes(513 - len(good)))
    write("receipt", "a-held", "malformed", "A held statement is no receipt.",
          bytes=t.signed_statement("held", seed, list(held.values())).hex(), key=key.hex())


def write_all():
    for scenario in (merkle, scope_chain, log_leaf, scope_map, checkpoint, statements):
        scenario()
