# SPDX-FileCopyrightText: Spilno contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The scenarios of the vectors that protocol.py writes."""

import hashlib
import json

import edwards
import protocol as p
import session
from transparency import HERE, MAX, blake2b, public, sign, u64

TIME = 1_760_000_000_000
HLC = TIME << 16


def named(label, size=32):
    """Bytes that stand for something of this name."""
    return hashlib.sha256(label.encode()).digest()[:size]


def write(folder, name, expect, description, **inputs):
    vector = {"description": description, "area": folder, "expect": expect}
    vector |= {k: v.hex() if isinstance(v, bytes) else v for k, v in inputs.items()}
    found, fields = p.outcome(folder, vector)
    if found != expect:
        raise SystemExit(f"{folder}/{name}: this says {found}")
    if fields is not None:
        vector["fields"] = fields
    path = HERE / folder / f"{name}.json"
    path.parent.mkdir(exist_ok=True)
    text = json.dumps(vector, indent=2, ensure_ascii=False)
    path.write_text(text.replace("\ufeff", "\\ufeff") + "\n")  # JSON readers may drop the mark


def area(folder):
    def case(name, expect, description, data, **inputs):
        write(folder, name, expect, description, bytes=data, **inputs)

    return case


def turned(data, at=0):
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


def values():
    case = area("value")
    for name, description, value in (
        ("nothing", "No value is the empty array.", []),
        ("true", "A truth.", True),
        ("false", "The other truth.", False),
        ("zero", "The smallest number that is not negative.", 0),
        ("one-byte", "23 is in the head.", 23),
        ("two-bytes", "24 is not.", 24),
        ("three-bytes", "256 takes two bytes after the head.", 256),
        ("five-bytes", "65536 takes four.", 65536),
        ("nine-bytes", "2^32 takes eight.", 2**32),
        ("largest", "2^63 - 1 is the largest number.", MAX),
        ("minus-one", "Negative numbers are counted from -1.", -1),
        ("smallest", "-2^63 is the smallest number.", -MAX - 1),
        ("text", "A text of Cyrillic letters and a sign beyond the basic plane.", "Яма на розі 🕳"),
        ("empty-text", "A text of no letters is not «nothing».", ""),
        ("byte-order-mark", "A text may begin with U+FEFF, which is kept.", "\ufeffмісто"),
        ("byte-order-marks", "Or with several.", "\ufeff\ufeff"),
        ("zero-letter", "A text may hold U+0000.", "а\0б"),
        ("not-characters", "U+FFFE and U+10FFFF are code points too.", "\ufffe\U0010ffff"),
        ("bytes", "Bytes.", bytes(range(30))),
        ("list", "A list of mixed kinds.", [1, "два", b"\3", [], [True, [-5]]]),
        ("deep", "Lists in lists, eight deep.", [[[[[[[[1]]]]]]]]),
    ):
        case(name, "success", description, p.cbor(value))
    for name, description, data in (
        ("too-deep", "Nine deep.", b"\x81" * 9 + b"\x01"),
        ("no-bytes", "Nothing at all.", b""),
        ("long-zero", "0 in two bytes.", b"\x18\x00"),
        ("long-23", "23 in two bytes.", b"\x18\x17"),
        ("long-255", "255 in three bytes.", b"\x19\x00\xff"),
        ("long-65535", "65535 in five bytes.", b"\x1a\x00\x00\xff\xff"),
        ("long-4294967295", "2^32 - 1 in nine bytes.", b"\x1b" + u64(2**32 - 1)),
        ("too-large", "2^63.", b"\x1b" + u64(2**63)),
        ("too-small", "-2^63 - 1.", b"\x3b" + u64(2**63)),
        ("long-length", "A length not in its shortest form.", b"\x58\x01a"),
        ("long-count", "A count not in its shortest form.", b"\x98\x01\x01"),
        ("cut-number", "The argument is cut.", b"\x19\x01"),
        ("cut-bytes", "Fewer bytes than said.", b"\x43ab"),
        ("cut-text", "Fewer letters than said.", b"\x63ab"),
        ("cut-list", "Fewer items than said.", b"\x82\x01"),
        ("huge-bytes", "A length of 2^63.", b"\x5b" + u64(2**63)),
        ("huge-list", "A count of 2^64 - 1.", b"\x9b" + u64(2**64 - 1)),
        ("reserved-28", "An argument of a reserved kind.", b"\x1c"),
        ("indefinite-bytes", "Bytes of indefinite length.", b"\x5f\x41a\xff"),
        ("indefinite-text", "A text of indefinite length.", b"\x7f\x61a\xff"),
        ("indefinite-list", "A list of indefinite length.", b"\x9f\x01\xff"),
        ("map", "A map.", b"\xa1\x01\x02"),
        ("tag", "A tag.", b"\xc1\x01"),
        ("null", "A null.", b"\xf6"),
        ("undefined", "An undefined.", b"\xf7"),
        ("simple", "Another simple value.", b"\xf8\x20"),
        ("half", "A float of half precision.", b"\xf9\x3c\x00"),
        ("double", "A float of double precision.", b"\xfb" + bytes(8)),
        ("break", "A break on its own.", b"\xff"),
        ("overlong-utf8", "A letter in more bytes than it needs.", b"\x62\xc0\x80"),
        ("surrogate", "A surrogate in UTF-8.", b"\x63\xed\xa0\x80"),
        ("above-unicode", "A code point above U+10FFFF.", b"\x64\xf4\x90\x80\x80"),
        ("lone-continuation", "A continuation byte that continues nothing.", b"\x61\x80"),
        ("cut-utf8", "A letter that is cut.", b"\x61\xd0"),
        ("trailing-byte", "A byte after the value.", b"\x01\x00"),
    ):
        case(name, "malformed", description, data)
    case("too-long", "limit-exceeded", "A value of 65,537 bytes.", p.head(2, 65534), padding=65534)


def header_items(**more):
    items = dict(version=1, feed=named("feed"), seq=7, prev=named("previous header"), hlc=HLC,
                 txn=0, type=12, entity=named("entity", 16), payloadSize=412,
                 payloadCommit=named("commitment"), ext=[])
    return items | more


def make_header(**more):
    return p.cbor(list(header_items(**more).values()))


def headers():
    case = area("header")
    case("good", "success", "The eighth change of a feed.", make_header())
    case("first", "success", "At seq 0 the previous header is the opening.",
         make_header(seq=0, prev=named("feed")))
    case("first-of-transaction", "success", "199 headers of the transaction still to come.",
         make_header(txn=199))
    case("re-issue", "success", "A change that is issued again names its first issue.",
         make_header(ext=[[1, named("lost feed"), 3, named("commitment"), HLC - 65536]]))
    case("unknown-ext", "success", "An ext item of a later program is kept and not judged.",
         make_header(ext=[[9, [True, "щось"]]]))
    case("largest", "success", "Every number as large as it may be.",
         make_header(seq=MAX, hlc=MAX, type=2**32 - 1, payloadSize=65536))
    case("first-without-opening", "malformed", "At seq 0 something else than the opening is before.",
         make_header(seq=0))
    case("clock-zero", "malformed", "A clock of 0.", make_header(hlc=0))
    case("clock-too-large", "malformed", "A clock of 2^63.", make_header(hlc=2**63))
    case("seq-too-large", "malformed", "A seq of 2^63.", make_header(seq=2**63))
    case("transaction-too-long", "malformed", "201 changes in a transaction.",
         make_header(txn=200))
    case("type-too-large", "malformed", "A type of 2^32.", make_header(type=2**32))
    case("payload-too-large", "malformed", "A payload of 65,537 bytes.",
         make_header(payloadSize=65537))
    case("short-feed", "malformed", "A feed id of 31 bytes.", make_header(feed=bytes(31)))
    case("long-entity", "malformed", "An entity of 17 bytes.", make_header(entity=bytes(17)))
    case("text-for-bytes", "malformed", "A text where bytes are due.",
         make_header(payloadCommit="a" * 32))
    case("ext-not-a-list", "malformed", "Ext is an array.", make_header(ext=0))
    case("one-item-more", "malformed", "Twelve items in version 1.", make_header(more=0))
    case("one-item-less", "malformed", "Ten items.",
         p.cbor(list(header_items().values())[:10]))
    case("newer", "unsupported-version", "A header of version 2.", make_header(version=2))
    case("newer-and-longer", "unsupported-version", "Version 2 with an item more.",
         make_header(version=2, more=[0]))
    case("version-zero", "unsupported-version", "There is no version 0.", make_header(version=0))
    case("trailing-byte", "malformed", "A byte after the array.", make_header() + b"\0")
    case("cut", "malformed", "The last byte is missing.", make_header()[:-1])
    case("long-ext", "limit-exceeded", "An ext of 513 bytes.",
         make_header(ext=[[9, bytes(513 - 6)]]))
    case("too-long", "limit-exceeded", "1,025 bytes.",
         make_header(ext=[[9, bytes(1025 - len(make_header()) - 5)]]))


def exts():
    case = area("ext")
    first = [1, named("lost feed"), 3, named("commitment"), HLC]
    case("empty", "success", "What nearly every header has.", p.cbor([]))
    case("first-issue", "success", "A change that is issued again.", p.cbor([first]))
    case("checkpoint", "success", "The last checkpoint its author saw.", p.cbor([[2, b"spilno/"]]))
    case("both", "success", "Both, by ascending tag.", p.cbor([first, [2, b"spilno/"]]))
    case("unknown", "success", "Items of later programs, after and between.",
         p.cbor([first, [5, 1], [700, []]]))
    case("longest", "success", "512 bytes.", p.cbor([[2, bytes(512 - 6)]]))
    for name, description, items in (
        ("descending", "Tags in another order.", [[2, b"a"], first]),
        ("twice", "A tag twice.", [[2, b"a"], [2, b"a"]]),
        ("tag-zero", "There is no tag 0.", [[0, 1]]),
        ("empty-item", "An item without a tag.", [[]]),
        ("number-item", "An item that is no array.", [1]),
        ("text-tag", "A tag that is a text.", [["a"]]),
        ("short-first-issue", "A first issue without its clock.", [first[:4]]),
        ("clock-zero", "A first issue at clock 0.", [[*first[:4], 0]]),
        ("long-first-issue", "A first issue with an item more.", [[*first, 0]]),
        ("empty-checkpoint", "No checkpoint is no item.", [[2, b""]]),
    ):
        case(name, "malformed", description, p.cbor(items))
    case("trailing-byte", "malformed", "A byte after the array.", p.cbor([]) + b"\0")
    case("too-long", "limit-exceeded", "513 bytes.", p.cbor([[2, bytes(513 - 6)]]))


def opening_items(device, **more):
    items = dict(version=1, city=named("city"), person=named("person"), device=device,
                 scope=named("scope"), incarnation=named("incarnation", 8), parentFeed=bytes(32),
                 parentSeq=0, parentHash=bytes(32), certificate=named("certificate"))
    return items | more


def make_opening(device=public(named("device key")), **more):
    return p.cbor(list(opening_items(device, **more).values()))


def openings():
    case = area("opening")
    parent = dict(parentFeed=named("parent"), parentSeq=41, parentHash=named("parent header"))
    case("good", "success", "The first feed of a device in a scope.", make_opening())
    case("with-parent", "success", "A feed that follows another after a fork.",
         make_opening(**parent))
    case("uncertified", "success", "The feed in which a person's first device certifies itself.",
         make_opening(certificate=bytes(32)))
    case("seq-of-no-parent", "malformed", "A parent's seq without a parent.",
         make_opening(parentSeq=1))
    case("hash-of-no-parent", "malformed", "A parent's hash without a parent.",
         make_opening(parentHash=named("parent header")))
    case("short-incarnation", "malformed", "An incarnation of 7 bytes.",
         make_opening(incarnation=bytes(7)))
    case("one-item-more", "malformed", "Eleven items in version 1.", make_opening(more=0))
    case("newer", "unsupported-version", "A later version.", make_opening(version=2, more=0))
    case("trailing-byte", "malformed", "A byte after the array.", make_opening() + b"\0")
    case("too-long", "limit-exceeded", "513 bytes.", make_opening(more=bytes(513))[:513])


def payload_bytes(shape, after=None, blinding=named("blinding", 16)):
    data = p.cbor(shape)
    return len(data).to_bytes(2, "big") + data + (b"" if after is None else blinding + p.cbor(after))


def payloads():
    case = area("payload")
    salt, op = named("salt", 16), named("an operation")
    whole = [salt, [[1, 0, []], [2, 1, [op], 40], [5, 2, []], [6, 3, [], "ремонт"], [7, 4, [op]]],
             [9, 1, 2, op], [op], [[1, named("saga", 16)], [2, op]]]

    def good(name, description, shape, after):
        case(name, "success", description, payload_bytes(shape, after))

    def bad(name, description, shape, after=None):
        case(name, "malformed", description, payload_bytes(shape, after))

    good("create", "A record with a title and a structural category.",
         [salt, [[1, 0, []], [2, 1, [], 40]], [], [], []], ["Яма на розі"])
    good("everything", "Every way to touch a field, a transition, a settled conflict, extras.",
         whole, ["Яма", b"photo"])
    good("erased", "The values are erased; the rest is whole.", whole, None)
    good("transition", "A step from the initial state.", [b"", [], [9, 0, 1, b""], [], []], [])
    good("nothing", "A value that is set to nothing.", [b"", [[1, 0, [op]]], [], [], []], [[]])
    good("most-fields", "64 fields with 64 references each would be too long; 64 fields are not.",
         [b"", [[i, 4, [op]] for i in range(64)], [], [], []], [])
    bad("short-salt", "A salt of 15 bytes.", [salt[:15], [], [], [], []])
    bad("too-many-fields", "65 fields.", [b"", [[i, 4, []] for i in range(65)], [], [], []])
    bad("too-many-references", "65 references.", [b"", [[1, 4, [op] * 65]], [], [], []])
    bad("too-many-settled", "65 settled conflicts.", [b"", [], [], [op] * 65, []])
    bad("too-many-extras", "33 extras.", [b"", [], [], [], [[i, b""] for i in range(33)]])
    bad("field-twice", "A field is touched once.", [b"", [[1, 0, []], [1, 0, []]], [], [], []])
    bad("fields-descending", "Fields ascend.", [b"", [[2, 0, []], [1, 0, []]], [], [], []])
    bad("extras-descending", "Extras ascend.", [b"", [], [], [], [[2, b""], [1, b""]]])
    bad("mode-five", "There is no mode 5.", [b"", [[1, 5, []]], [], [], []])
    bad("structural-without-value", "A structural write has its value in the shape.",
        [b"", [[1, 1, []]], [], [], []])
    bad("erasable-with-value", "The value of a plain write stands in the values.",
        [b"", [[1, 0, [], 5]], [], [], []])
    bad("zeros-seen", "No transition seen is the empty byte string, not zeros.",
        [b"", [], [9, 0, 1, bytes(32)], [], []])
    bad("short-transition", "Three items in a transition.", [b"", [], [9, 0, 1], [], []])
    bad("short-reference", "A reference of 31 bytes.", [b"", [[1, 4, [op[:31]]]], [], [], []])
    bad("one-item-more", "A shape has five items.", [b"", [], [], [], [], []])
    bad("too-few-values", "A value is missing.", [b"", [[1, 0, []]], [], [], []], [])
    bad("too-many-values", "A value too many.", [b"", [], [], [], []], [1])
    case("values-too-short", "malformed", "Values without their 16 random bytes.",
         payload_bytes([b"", [], [], [], []]) + bytes(15))
    case("trailing-byte", "malformed", "A byte after the values.",
         payload_bytes([b"", [], [], [], []], []) + b"\0")
    case("too-long", "limit-exceeded", "65,537 bytes of shape and values.",
         payload_bytes([b"", [[1, 0, []]], [], [], []], []), padding=65537 - 10 - 17)


def ids():
    write("ids", "derivations", "success", "What is hashed for each kind of id, and for payloads.",
          city=named("city"), person=named("person"), scope=named("scope"), feed=named("feed"),
          seq=258, op=named("an operation"), salt=named("salt", 16),
          payloadCommit=named("commitment"), shape=p.cbor([b"", [], [], [], []]),
          values=named("blinding", 16) + b"\x80")


SHAPE = [named("salt", 16), [[1, 0, []]], [], [], []]


def change(**more):
    """A thin change; `shape` and the values' list as items."""
    items = dict(delta=HLC, txn=0, type=12, entity=b"", ext=[], shape=SHAPE,
                 values=named("blinding", 16) + p.cbor(["Яма"]), absent=None) | more
    items["ext"] = p.cbor(items["ext"])
    items["shape"] = p.cbor(items["shape"])
    if items["absent"] is True:
        items["absent"] = (p.values_hash(items["values"]), len(items["values"]))
        items["values"] = b""
    return items


def edit(**more):
    return change(**{"delta": 65536, "entity": named("entity", 16),
                     "shape": [b"", [[1, 0, []]], [], [], []], **more})


class Writer:
    """A device that writes a feed. It signs whatever it is given."""

    def __init__(self, name="device key", **opening):
        self.seed = named(name)
        self.opening = make_opening(public(self.seed), **opening)
        self.feed = p.Feed(self.opening, p.read_opening(self.opening)["city"])

    def state(self):
        f = self.feed
        return {"feed": f.id.hex(), "person": f.person.hex(), "device": f.device.hex(),
                "scope": f.scope.hex(), "nextSeq": f.next, "head": f.head.hex(), "hlc": f.hlc}

    def advance(self, changes):
        """Moves over the changes without judging them; gives what each says."""
        found = []
        for c in changes:
            f = self.feed
            implied = p.implied_entity(f, c["shape"])
            hash_of_values, size = c["absent"] or (p.values_hash(c["values"]), len(c["values"]))
            commit = p.payload_commit(c["shape"], hash_of_values)
            f.hlc += c["delta"]
            full = p.cbor([1, f.id, f.next, f.head, f.hlc, c["txn"], c["type"],
                           c["entity"] or implied, len(c["shape"]) + size, commit,
                           p.Raw(c["ext"])])
            f.head = p.header_hash(full)
            f.next += 1
            found.append(f.head)
        return found

    def signature(self, context=b"spilno-chg-1"):
        return sign(self.seed, context + self.feed.head)

    def run(self, changes, **more):
        first, opening = self.feed.next, b"" if self.feed.next else self.opening
        self.advance(changes)
        items = dict(version=1, feed=self.feed.id, firstSeq=first, opening=opening,
                     changes=[p.Raw(p.thin(c)) for c in changes], signature=self.signature())
        return p.cbor(list((items | more).values()))


def runs():
    city = named("city").hex()

    def fresh(name, expect, description, changes, city=city, **more):
        write("run", name, expect, description, bytes=Writer().run(changes, **more), city=city)

    def later(name, expect, description, changes, **more):
        writer = Writer()
        writer.advance([change()])
        before = writer.state()
        write("run", name, expect, description, bytes=writer.run(changes, **more), before=before)

    good = [change(), edit(), edit(txn=1, delta=1), edit(delta=1)]
    fresh("first", "success", "A feed begins: a record, an edit, a transaction of two.", good)
    later("next", "success", "A feed goes on.", [edit(), edit()])
    fresh("largest", "success", "256 changes.", [change()] + [edit(delta=1)] * 255)
    fresh("longest-transaction", "success", "A transaction of 200 changes.",
          [change(txn=199)] + [edit(delta=1, txn=i) for i in reversed(range(199))])
    fresh("absent-values", "success", "Erased values: their hash and size are there.",
          [change(absent=True), edit()])
    fresh("re-issue", "success", "A change that was issued before on a feed that lost a fork.",
          [change(ext=[[1, named("lost feed"), 3, named("commitment"), HLC]])])
    fresh("null-entity", "success", "No salt and no entity: the entity is sixteen zero bytes.",
          [edit(delta=HLC, entity=b"")])
    fresh("foreign-entity", "success", "A creation that names another entity than its salt gives.",
          [change(entity=named("entity", 16))])
    feed = Writer().feed
    implied = p.implied_entity(feed, p.cbor(SHAPE))
    fresh("implied-entity", "malformed", "An entity that the salt gives is left out.",
          [change(entity=implied)])
    fresh("zero-entity", "malformed", "Without a salt, an entity of zeros is left out.",
          [edit(delta=HLC, entity=bytes(16))])
    fresh("short-entity", "malformed", "An entity of 15 bytes.", [change(entity=bytes(15))])
    fresh("clock-stands", "malformed", "A clock that does not go on.", [change(), edit(delta=0)])
    fresh("clock-overflow", "malformed", "A clock above 2^63 - 1.",
          [change(), edit(delta=MAX - HLC + 1)])
    fresh("transaction-gap", "malformed", "A transaction that skips a number.",
          [change(txn=2), edit(txn=0)])
    fresh("transaction-stands", "malformed", "A transaction that does not count down.",
          [change(txn=1), edit(txn=1), edit()])
    fresh("transaction-open", "malformed", "A run that ends inside a transaction.",
          [change(), edit(txn=1)])
    fresh("too-many-changes", "malformed", "257 changes.",
          [change()] + [edit(delta=1)] * 256)
    fresh("no-changes", "malformed", "A run of nothing.", [])
    fresh("values-without-blinding", "malformed", "Values shorter than 17 bytes.",
          [change(values=named("blinding", 16))])
    fresh("absent-and-present", "malformed", "Values that are absent and there.",
          [change(absent=(named("values hash"), 20))])
    fresh("absent-too-long", "malformed", "Absent values that make the payload too large.",
          [change(values=b"", absent=(named("values hash"), 65536))])
    fresh("ext-not-a-list", "malformed", "Ext is an array.", [change(ext=0)])
    fresh("ext-descending", "malformed", "Ext as no header may have it.",
          [change(ext=[[2, b"a"], [1]])])
    fresh("no-opening", "malformed", "Seq 0 without the opening.", [change()], opening=b"")
    later("needless-opening", "malformed", "An opening at a later seq.", [edit()],
          opening=make_opening())
    fresh("other-feed", "broken-chain", "The opening of another feed.", [change()],
          feed=named("other feed"))
    later("gap", "broken-chain", "A run that starts beyond the feed's head.", [edit()], firstSeq=2)
    later("overlap", "malformed", "A run from seq 0 has an opening.", [edit()], firstSeq=0)
    fresh("other-city", "wrong-city", "A feed of another city.", [change()],
          city=named("other city").hex())
    writer = Writer()
    data = writer.run([change(), edit()])
    case = area("run")
    at = data.index("Яма".encode())
    case("turned-value", "bad-signature", "One bit of a value is another.", turned(data, at + 1),
         city=city)
    case("turned-signature", "bad-signature", "One bit of the signature is another.",
         turned(data, len(data) - 1), city=city)
    fresh("other-context", "bad-signature", "Signed as a receipt is.", [change()],
          signature=sign(writer.seed, b"spilno-rcp-1" + writer.feed.head))
    fresh("other-key", "bad-signature", "Signed by another device.", [change()],
          signature=sign(named("other key"), b"spilno-chg-1" + writer.feed.head))
    fresh("newer", "unsupported-version", "A run of a later version.", [change()], version=2)
    fresh("one-item-more", "malformed", "Seven items in version 1.", [change()], more=0)
    case("trailing-byte", "malformed", "A byte after the array.", data + b"\0", city=city)
    case("cut", "malformed", "The last byte is missing.", data[:-1], city=city)
    case("too-long", "limit-exceeded", "196,609 bytes.", data, city=city,
         padding=196609 - len(data))


class Scope:
    """What a sequencer makes of runs, given as lists of (writer, changes, logIndex, time)."""

    def __init__(self):
        self.chain = blake2b("scope-chain-0", named("scope"))
        self.next = 0

    def slice(self, runs, **more):
        feeds, segments, first = {}, [], self.next
        known = []
        for writer, changes, log_index, time in runs:
            key = writer.feed.id
            if key not in feeds:
                if writer.feed.next:
                    known.append(writer.state())
                feeds[key] = [key, writer.feed.next, b"" if writer.feed.next else writer.opening,
                              b"", [], None, first]
            entry = feeds[key]
            for i, (c, hashed) in enumerate(zip(changes, writer.advance(changes))):
                entry[4] += [self.next - entry[6], p.Raw(p.thin(c))]
                entry[6] = self.next
                place = (log_index + i, time)
                if segments and (segments[-1][1] + segments[-1][0], segments[-1][2]) == place:
                    segments[-1][0] += 1
                else:
                    segments.append([1, *place])
                self.chain = blake2b("scope-chain", self.chain, hashed, u64(place[0]), u64(time))
                self.next += 1
            entry[5] = writer.signature()
        coded, end, before = [], 0, 0
        for count, index, time in segments:
            coded.append([count, index - end, time - before])
            end, before = index + count, time
        items = dict(version=1, scope=named("scope"), epoch=1, firstPosition=first,
                     segments=coded, feeds=[f[:6] for f in feeds.values()], chain=self.chain,
                     rulesNext=17, peopleNext=52)
        return items | more, known


def slices():
    city = named("city").hex()

    def story(spoil=lambda items: None, steps=1, city=city):
        """A slice of two feeds, and with steps=2 the slice after it; the last one is spoiled."""
        scope, one, two = Scope(), Writer(), Writer("other device key")
        items, before, known = None, None, []
        for i in range(steps):
            before = scope.chain
            first = change() if i == 0 else edit()
            items, known = scope.slice([
                (one, [first, edit()], 100 + 50 * i, TIME + i),
                (two, [first], 102 + 50 * i, TIME + i),
                (one, [edit(txn=1), edit()], 140 + 50 * i, TIME + 9 + i)])
        spoil(items)
        return {"bytes": p.cbor(list(items.values())), "city": city,
                "chainBefore": before.hex(), "known": known}

    def case(name, expect, description, spoil=lambda items: None, **more):
        write("slice", name, expect, description, **story(spoil, **more))

    def setting(key, value):
        return lambda items: items.update({key: value})

    def at(path, value):
        def spoil(items):
            place = items[path[0]]
            for step in path[1:-1]:
                place = place[step]
            place[path[-1]] = value(place[path[-1]]) if callable(value) else value

        return spoil

    case("first", "success", "The first slice of a scope: two feeds, two segments.")
    case("next", "success", "The slice after it, of feeds that are known.", steps=2)
    case("other-chain", "broken-chain", "A chain that the changes do not give.",
         setting("chain", named("other")))
    case("other-time", "broken-chain", "A recorded time that is not in the chain.",
         at(["segments", 0, 2], TIME + 1))
    case("other-position", "broken-chain", "Two changes that changed places.",
         lambda items: (at(["feeds", 0, 4, 2], 2)(items), at(["feeds", 1, 4, 0], 1)(items),
                        at(["feeds", 0, 4, 4], 1)(items)))
    case("unknown-feed", "broken-chain", "A feed that goes on from where this reader is not.",
         at(["feeds", 0, 1], 9), steps=2)
    case("other-city", "wrong-city", "A feed of another city.", city=named("other city").hex())
    case("turned-signature", "bad-signature", "A feed's signature that does not fit.",
         at(["feeds", 1, 5], lambda s: turned(s)))
    case("other-scope", "malformed", "The feeds are of another scope.",
         setting("scope", named("other scope")))
    case("feed-twice", "malformed", "A feed stands in a slice once.",
         lambda items: items["feeds"].append(items["feeds"][0]))
    case("feeds-in-other-order", "malformed", "Feeds stand by their first position.",
         lambda items: items["feeds"].reverse())
    case("position-twice", "malformed", "Two changes at one position.",
         at(["feeds", 0, 4, 2], 2))
    case("position-missing", "malformed", "A position without a change.",
         at(["segments", 1, 0], 3))
    case("position-beyond", "malformed", "A change beyond the last position.",
         at(["segments", 1, 0], 1))
    case("position-stands", "malformed", "A feed's positions ascend.",
         at(["feeds", 0, 4, 2], 0))
    case("empty-segment", "malformed", "A segment of no positions.",
         lambda items: items["segments"].append([0, 5, 5]))
    case("split-segment", "malformed", "Two segments that are one.",
         setting("segments", [[1, 100, TIME], [2, 0, 0], [2, 37, 9]]))
    case("too-many", "malformed", "16,385 positions.", at(["segments", 0, 0], 16385))
    case("time-overflow", "malformed", "Times that add up to 2^63.",
         at(["segments", 1, 2], MAX - TIME + 1))
    case("index-overflow", "malformed", "Log indices that add up to 2^63.",
         at(["segments", 1, 1], MAX - 104))
    case("first-position-too-large", "malformed", "Positions above 2^63 - 1.",
         setting("firstPosition", MAX))
    case("certificate", "malformed", "A certificate in version 1.",
         at(["feeds", 0, 3], b"certificate"))
    case("no-feeds", "malformed", "A slice of nothing.",
         lambda items: items.update(segments=[], feeds=[]))
    case("feed-without-changes", "malformed", "A feed with nothing in it.",
         at(["feeds", 0, 4], []))
    case("odd-feed", "malformed", "A position without its change.",
         at(["feeds", 1, 4], [2]))
    case("newer", "unsupported-version", "A slice of a later version.", setting("version", 2))
    case("one-item-more", "malformed", "Ten items in version 1.", setting("more", 0))

    def torn(name, description, places):
        scope, one = Scope(), Writer()
        before = scope.chain
        items, known = scope.slice([(one, [change(txn=1)], 100, TIME), *places(one)])
        write("slice", name, "malformed", description, bytes=p.cbor(list(items.values())),
              city=city, chainBefore=before, known=known)

    torn("transaction-in-two-places", "A transaction with a gap in its log indices.",
         lambda one: [(one, [edit()], 102, TIME)])
    torn("transaction-at-two-times", "A transaction recorded at two times.",
         lambda one: [(one, [edit()], 101, TIME + 1)])
    torn("transaction-apart", "Another feed's change inside a transaction.",
         lambda one: [(Writer("other device key"), [change()], 101, TIME),
                      (one, [edit()], 102, TIME)])
    torn("transaction-cut", "A slice that ends inside a transaction.", lambda one: [])


def previews():
    city = named("city").hex()

    def story(spoil, spoil_slice, city=city):
        """The second slice of a scope, of two feeds that go on and one that begins, for somebody who
        does not hold the first one."""
        scope, one, two = Scope(), Writer(), Writer("other device key")
        scope.slice([(one, [change(), edit()], 100, TIME), (two, [change()], 102, TIME)])
        heads = [[w.opening, w.feed.head, w.feed.hlc] for w in (one, two)]
        before = scope.chain
        slice_items, _ = scope.slice([
            (one, [edit(), edit()], 150, TIME + 1),
            (Writer("third device key"), [change()], 152, TIME + 1),
            (two, [edit(txn=1), edit()], 190, TIME + 9)])
        spoil_slice(slice_items)
        items = dict(version=1, chainBefore=before, heads=heads,
                     slice=p.cbor(list(slice_items.values())))
        spoil(items)
        return {"bytes": p.cbor(list(items.values())), "city": city}

    def case(name, expect, description, spoil=lambda items: None,
             spoil_slice=lambda items: None, padding=None, **more):
        told = story(spoil, spoil_slice, **more)
        if padding:
            told["padding"] = padding - len(told["bytes"])
        write("preview", name, expect, description, **told)

    def head(which, item, value):
        def spoil(items):
            items["heads"][which][item] = value(items["heads"][which][item])

        return spoil

    def setting(key, value):
        return lambda items: items.update({key: value})

    case("second", "success", "The second slice of a scope, without the first.")
    case("other-prev", "bad-signature", "Another header before: the signature covers its hash.",
         head(0, 1, turned))
    case("other-clock", "bad-signature", "Another clock before: the signature covers the clock.",
         head(1, 2, lambda hlc: hlc + 1))
    case("other-seq", "bad-signature", "Another seq: the signature covers it.",
         spoil_slice=lambda items: items["feeds"][0].__setitem__(1, 9))
    case("turned-signature", "bad-signature", "A feed's signature that does not fit.",
         spoil_slice=lambda items: items["feeds"][2].__setitem__(5, turned(items["feeds"][2][5])))
    case("other-opening", "malformed", "The opening of another feed.",
         head(0, 0, lambda _: make_opening(public(named("third device key")))))
    case("heads-changed-places", "malformed", "Heads stand in the order of the slice.",
         lambda items: items["heads"].reverse())
    case("other-scope", "malformed", "The feeds are of another scope.",
         spoil_slice=setting("scope", named("other scope")))
    case("other-city", "wrong-city", "Feeds of another city.", city=named("other city").hex())
    case("other-chain-before", "broken-chain", "A chain before that does not lead to the slice's.",
         setting("chainBefore", named("other")))
    case("other-chain", "broken-chain", "A chain that the changes do not give.",
         spoil_slice=setting("chain", named("other")))
    case("other-time", "broken-chain", "A recorded time that is not in the chain.",
         spoil_slice=lambda items: items["segments"][0].__setitem__(2, TIME))
    case("head-missing", "malformed", "A feed that goes on, without its head.",
         lambda items: items["heads"].pop())
    case("head-too-many", "malformed", "A head that belongs to no feed.",
         lambda items: items["heads"].append(items["heads"][0]))
    case("no-opening", "malformed", "A head without its opening.", head(0, 0, lambda _: b""))
    case("no-clock", "malformed", "A clock of 0 before.", head(0, 2, lambda _: 0))
    case("no-slice", "malformed", "No bytes where the slice is.", setting("slice", b""))
    case("slice-of-later-version", "malformed", "What is inside is version 1 as well.",
         spoil_slice=setting("version", 2))
    case("slice-not-in-bytes", "malformed", "The slice is a byte string.",
         lambda items: items.update(slice=p.Raw(items["slice"])))
    case("too-many", "malformed", "2,049 positions.",
         spoil_slice=lambda items: (
             items.update(segments=[[2049, 150, TIME + 1]]),
             items["feeds"].__delitem__(slice(1, None)),
             items["feeds"][0].__setitem__(
                 4, [x for i in range(2049) for x in (min(i, 1), p.Raw(p.thin(edit())))])))
    case("newer", "unsupported-version", "A preview of a later version.", setting("version", 2))
    case("one-item-more", "malformed", "Five items in version 1.", setting("more", 0))
    case("too-long", "limit-exceeded", "4,194,305 bytes.", padding=4194305)


def cities():
    case = area("city")

    def make(**more):
        items = dict(version=1, name="Кременець", zone="Europe/Kyiv", owners=[named("person")],
                     powers=[365, 1000], sequencer=public(named("sequencer key")), created=TIME,
                     rules=[["quota.day", 200], ["назва", "місто"]], random=named("random", 16))
        return p.cbor(list((items | more).values()))

    case("good", "success", "A city with one owner and two rules.", make())
    case("sixteen-owners", "success", "As many owners as may be.",
         make(owners=[named(f"person {i}") for i in range(16)]))
    case("rules-by-bytes", "success", "Rules ascend by UTF-8: U+FFFD stands before U+1F573.",
         make(rules=[["\ufffd", 1], ["\U0001f573", 2]]))
    case("rules-by-utf16", "malformed", "In UTF-16 the order would be the other.",
         make(rules=[["\U0001f573", 2], ["\ufffd", 1]]))
    case("rule-twice", "malformed", "A rule is given once.", make(rules=[["a", 1], ["a", 2]]))
    case("rule-without-name", "malformed", "A rule has a name.", make(rules=[["", 1]]))
    case("no-owner", "malformed", "A city without an owner.", make(owners=[]))
    case("seventeen-owners", "malformed", "One owner too many.",
         make(owners=[named(f"person {i}") for i in range(17)]))
    case("long-name", "malformed", "A name of 201 bytes.", make(name="a" * 201))
    case("late", "malformed", "Made after what a clock can say.", make(created=2**47))
    case("too-many-rules", "malformed", "257 rules.",
         make(rules=[[f"{i:03}", 1] for i in range(257)]))
    case("newer", "unsupported-version", "A city of a later version.", make(version=2))
    case("one-item-more", "malformed", "Ten items in version 1.", make(more=0))
    case("trailing-byte", "malformed", "A byte after the array.", make() + b"\0")
    case("too-long", "limit-exceeded", "32,769 bytes.", make(), padding=32769 - len(make()))


def identities():
    case = area("identity")

    def make(**more):
        items = dict(version=1, device=public(named("device key")),
                     sealing=named("sealing key"), kind=1,
                     recovery=public(named("recovery key")), random=named("random", 16))
        return p.cbor(list((items | more).values()))

    case("good", "success", "A person at a desktop.", make())
    case("importer", "success", "The last kind of device.", make(kind=6))
    case("kind-zero", "malformed", "There is no kind 0.", make(kind=0))
    case("kind-seven", "malformed", "There is no kind 7.", make(kind=7))
    case("short-key", "malformed", "A key of 31 bytes.", make(device=bytes(31)))
    case("one-item-more", "malformed", "Seven items in version 1.", make(more=0))
    case("newer", "unsupported-version", "An identity of a later version.", make(version=2))
    case("trailing-byte", "malformed", "A byte after the array.", make() + b"\0")
    case("too-long", "limit-exceeded", "257 bytes.", make() + bytes(257 - len(make())))


def signatures():
    seed, context, message = named("device key"), "spilno-chg-1", named("header")

    def case(name, expect, description, key, signature, message=message, context=context):
        write("signature", name, expect, description, key=key, context=context, bytes=message,
              signature=signature)

    key = public(seed)
    good = sign(seed, context.encode() + message)
    case("good", "success", "A change's signature.", key, good)
    for other in ("spilno-rcp-1", "spilno-hld-1", "spilno-srv-1", "spilno-dev-1", "spilno-key-1",
                  ""):
        case(f"as-{other or 'none'}", "bad-signature", "The same signature in another context.",
             key, good, context=other)
    case("other-message", "bad-signature", "Over something else.", key, good, named("other"))
    s = int.from_bytes(good[32:], "little")
    case("s-plus-l", "bad-signature", "S not below the group order.", key,
         good[:32] + (s + edwards.L).to_bytes(32, "little"))
    case("neutral-key", "bad-signature", "The neutral element as key.",
         b"\1" + bytes(31), b"\1" + bytes(63))
    case("key-not-canonical", "bad-signature", "A key whose y is not below p.",
         (edwards.P + 1).to_bytes(32, "little"), b"\1" + bytes(63))
    torsion = edwards.small_order_point()
    # With R of small order and a whole key, S·B = R + h·A can only hold for S = h·a.
    scalar = int.from_bytes(hashlib.sha512(seed).digest()[:32], "little")
    scalar = (scalar & ((1 << 254) - 8)) | 1 << 254
    data = context.encode()
    neutral = edwards.encode(edwards.NEUTRAL)
    h = edwards.challenge(neutral, key, data + message)
    case("small-order-r", "bad-signature", "R is the neutral element; the equation holds.", key,
         neutral + (h * scalar % edwards.L).to_bytes(32, "little"))
    small = edwards.encode(torsion)
    case("small-order-key", "bad-signature", "A key of order 8.", small,
         good[:32] + bytes(32))
    mixed = edwards.encode(edwards.add(edwards.times(scalar, edwards.BASE), torsion))
    done = set()
    for i in range(200):
        if len(done) == 2:
            break
        text = named(f"message {i}")
        r = int.from_bytes(named(f"nonce {i}"), "little") % edwards.L
        point = edwards.encode(edwards.times(r, edwards.BASE))
        h = edwards.challenge(point, mixed, data + text)
        signature = point + ((r + h * scalar) % edwards.L).to_bytes(32, "little")
        if h % 8 == 0 and "whole" not in done:
            done.add("whole")
            case("mixed-order-key", "success", "A key with a part of order 8, which drops out.",
                 mixed, signature, text)
        elif h % 8 != 0 and "cofactor" not in done:
            done.add("cofactor")
            case("only-with-cofactor", "bad-signature",
                 "The equation holds only when multiplied by the cofactor.", mixed, signature, text)


def vaults():
    salt, nonce, secret = named("vault salt", 16), named("vault nonce", 24), named("secret")
    words = "correct horse battery staple"
    vault = p.seal_vault(secret, words.encode(), 0, salt, nonce)

    def case(name, expect, description, data, passphrase=words, **more):
        write("vault", name, expect, description, bytes=data, passphrase=passphrase, **more)

    case("minimal", "success", "The least cost.", vault)
    case("interactive", "success", "The cost of a person's vault.",
         p.seal_vault(secret, words.encode(), 1, salt, nonce))
    case("cyrillic", "success", "A passphrase in Cyrillic letters, as UTF-8.",
         p.seal_vault(secret, "де-не-як".encode(), 0, salt, nonce), "де-не-як")
    case("wrong-passphrase", "wrong-passphrase", "Another passphrase.", vault, words + "s")
    case("turned-bit", "wrong-passphrase", "One bit of what is sealed is another.",
         turned(vault, 60))
    case("turned-salt", "wrong-passphrase", "One bit of the salt is another.", turned(vault, 9))
    case("turned-cost", "wrong-passphrase", "The cost is authenticated.", turned(vault, 8))
    case("cut", "malformed", "Too short to hold a secret.", vault[: 49 + 16])
    case("cut-tag", "wrong-passphrase", "The last byte is missing.", vault[:-1])
    case("not-a-vault", "malformed", "Another file.", b"SQLite format 3\0" + bytes(100))
    case("nothing", "malformed", "An empty file.", b"")
    case("newer", "unsupported-version", "A vault of a later program.",
         vault[:7] + b"2" + vault[8:])
    case("costlier", "unsupported-version", "A cost this program does not know.",
         vault[:8] + b"\3" + vault[9:])
    case("too-long", "limit-exceeded", "1,048,577 bytes.", vault, padding=1048577 - len(vault))


def frames():
    h = {name: named(name).hex() for name in ("scope", "feed", "chain", "head", "blob", "root")}
    cursor = dict(scope=h["scope"], epoch=1, applied=300, proven=256, chain=h["chain"])
    own = dict(feed=h["feed"], nextSeq=12, head=h["head"])
    chunk = dict(blob=h["blob"], chunk=1, chunks=2, bytes=b"the end".hex())
    all_of_them = [
        ("greeting", dict(versions=[1], cityGenesis=b"genesis".hex(), keyChain=[b"link".hex()],
                          serverKey=named("key").hex(), proof=(named("p") * 2).hex(),
                          nonce=named("nonce").hex(), nowMs=TIME, role=0)),
        ("hello", dict(version=1, device=named("device").hex(), proof=(named("d") * 2).hex(),
                       everything=True, cursors=[cursor], ownHeads=[own],
                       checkpointSeen=b"spilno/".hex(), creditBytes=1 << 22)),
        ("welcome", dict(checkpoint=b"spilno/".hex(), consistency=[h["root"]],
                         scopes=[dict(scope=h["scope"], epoch=1, next=400)], logged=[own],
                         nowMs=TIME)),
        ("page", dict(scope=h["scope"], firstPosition=300, part=0, last=True, preview=False,
                      bytes=b"zstd".hex())),
        ("push", dict(run=b"run".hex())),
        ("receipt", dict(receipt=b"receipt".hex())),
        ("fork", dict(feed=h["feed"], seq=9, header=b"header".hex())),
        ("retry", dict(feed=h["feed"], seq=9, afterMs=5000, reason="busy")),
        ("refused", dict(feed=h["feed"], seq=9, reason="malformed")),
        ("credit", dict(bytes=65536)),
        ("checkpoint", dict(checkpoint=b"spilno/".hex(), consistency=[])),
        ("held", dict(held=b"held".hex())),
        ("blobGet", dict(blob=h["blob"], chunk=255)),
        ("blobPart", chunk),
        ("blobPut", chunk),
        ("blobDone", dict(blob=h["blob"], chunk=1, stored=True)),
        ("bye", dict(reason="busy", detail="до завтра")),
        ("ping", dict(token=7)),
        ("pong", dict(token=7)),
        ("follow", dict(cursors=[cursor])),
        ("scopeDone", dict(scope=h["scope"], next=400)),
        ("prove", dict(scopes=[h["scope"]])),
        ("proof", dict(scope=h["scope"], treeSize=900, next=400, chain=h["chain"],
                       bytes=b"proof".hex())),
    ]
    case = area("frames")
    for name, items in all_of_them:
        case(name.lower(), "success", f"One frame of the type {name}.",
             session.frame(name, **items))
    case("conversation", "success", "Several frames one after another.",
         b"".join(session.frame(name, **items) for name, items in all_of_them[3:13]))
    ping = session.frame("ping", token=7)
    case("unknown", "success", "A frame of a type nobody knows is skipped.",
         session.frame_of(200, b"\xff" * 30) + ping)
    case("pending", "success", "A frame that has not ended yet.",
         ping + session.frame("bye", reason="busy", detail="")[:-2])
    case("nothing", "success", "No bytes.", b"")
    case("anonymous", "success", "A reader without a device.", session.frame(
        "hello", version=1, device="00" * 32, proof="00" * 64, everything=False, cursors=[],
        ownHeads=[], checkpointSeen="", creditBytes=0))

    def bad(name, description, data, kind="malformed"):
        case(name, kind, description, data)

    bad("no-type", "A length of 0.", bytes(8))
    bad("trailing-byte", "A byte after the body's array.",
        session.frame_of(18, p.cbor([7]) + b"\0"))
    bad("one-item-more", "An item too many.", session.frame_of(18, p.cbor([7, 8])))
    bad("long-number", "A number not in its shortest form.", session.frame_of(18, b"\x81\x18\x07"))
    bad("short-nonce", "A nonce of 31 bytes.", session.frame(
        "greeting", **all_of_them[0][1] | {"nonce": "00" * 31}))
    bad("role-two", "There is no role 2.", session.frame(
        "greeting", **all_of_them[0][1] | {"role": 2}))
    bad("empty-page", "A part of nothing.", session.frame("page", **all_of_them[3][1] | {"bytes": ""}))
    bad("part-too-large", "Part 1024.", session.frame("page", **all_of_them[3][1] | {"part": 1024}))
    bad("too-many-cursors", "257 cursors.", session.frame("follow", cursors=[cursor] * 257))
    bad("too-many-hashes", "129 hashes.", session.frame(
        "checkpoint", checkpoint="", consistency=[h["root"]] * 129))
    bad("long-reason", "A reason of 65 bytes.", session.frame(
        "refused", feed=h["feed"], seq=9, reason="a" * 65))
    bad("chunk-beyond", "A chunk beyond the last.", session.frame(
        "blobPart", **chunk | {"chunk": 2}))
    bad("chunk-not-whole", "Only the last chunk may be short.", session.frame(
        "blobPut", **chunk | {"chunk": 0}))
    bad("empty-chunk", "A chunk of nothing.", session.frame("blobPart", **chunk | {"bytes": ""}))
    bad("second-is-bad", "A good frame and a bad one.", ping + session.frame_of(18, b"\x80"))
    for name, kind, most in (("large-frame", 4, 1024 * 1024), ("large-hello", 2, 64 * 1024),
                             ("large-ping", 18, 1024), ("large-unknown", 200, 1024 * 1024)):
        bad(name, f"A length of {most + 1:,}: refused before the body is there.",
            (most + 1).to_bytes(4, "big") + bytes([kind]), "limit-exceeded")


def packed():
    case = area("zstd")
    magic = b"\x28\xb5\x2f\xfd"

    def block(kind, count, data):
        return (1 | kind << 1 | count << 3).to_bytes(3, "little") + data

    stored = magic + b"\x20\x05" + block(0, 5, b"slice")
    case("stored", "success", "A block that is stored as it is.", stored)
    case("repeated", "success", "A block of one byte a hundred times.",
         magic + b"\x20\x64" + block(1, 100, b"a"))
    case("bomb", "limit-exceeded", "It says that it unpacks to 16 MiB and a byte.",
         magic + b"\xa0" + (2**24 + 1).to_bytes(4, "little") + block(1, 2**17, b"a"))
    case("more-than-said", "malformed", "It unpacks to more than it says.",
         magic + b"\x20\x64" + block(1, 101, b"a"))
    case("less-than-said", "malformed", "It unpacks to less than it says.",
         magic + b"\x20\x64" + block(1, 99, b"a"))
    case("no-size", "malformed", "It does not say its size.",
         magic + b"\x00\x00" + block(0, 5, b"slice"))
    case("cut", "malformed", "The last byte is missing.", stored[:-1])
    case("other-magic", "malformed", "Another format.", turned(stored))
    case("nothing", "malformed", "No bytes.", b"")


def write_all():
    for scenario in (values, headers, exts, openings, payloads, ids, runs, slices, previews,
                     cities, identities, signatures, vaults, frames, packed):
        scenario()
