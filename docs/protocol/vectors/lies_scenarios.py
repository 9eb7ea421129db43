# SPDX-FileCopyrightText: Spilno contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The scenarios of the vectors that lies.py writes."""

import json

import lies
import protocol as p
import transparency as t
from transparency_scenarios import TIME, named, turned

KEY, NEXT_KEY, OTHER_KEY = named("log key"), named("next log key"), named("other key")
SALT = named("salt")[:16]
ROADS, PARKS = named("roads"), named("parks")


def genesis(seed=KEY, name="Кременець"):
    return p.cbor([1, name, "Europe/Kyiv", [named("owner")], [365, 1000], t.public(seed), TIME,
                   [["quota.day", 200]], named("random")[:16]])


def city_of(data):
    return t.blake2b("spilno-city", data)


def succession(old=KEY, new=NEXT_KEY):
    body = p.cbor([1, t.public(old), t.public(new), TIME])
    return body + t.sign(old, b"spilno-key-1" + body)


class Log:
    """The log of a server: what it put in order, and what it signs of that."""

    def __init__(self, seed=KEY, epoch=1):
        self.seed, self.epoch = seed, epoch
        self.city = city_of(genesis())
        self.changes = []  # scope, position, header hash, recorded
        self.heads = {}

    def add(self, scope, label, time=TIME):
        position, chain = self.heads.get(scope, (0, t.chains(scope, [])[0]))
        header, index = named(label), len(self.changes)
        chain = t.blake2b("scope-chain", chain, header, t.u64(index), t.u64(time))
        self.heads[scope] = position + 1, chain
        self.changes.append((scope, position, header, time))
        return self

    def receipt(self, at=-1, seed=None, **other):
        """Of one change, as it was signed when that was the newest of its scope."""
        at %= len(self.changes)
        scope, position, header, time = self.changes[at]
        mine = [(h, i, ms) for i, (s, _, h, ms) in enumerate(self.changes) if s == scope]
        fields = {"city": self.city, "epoch": self.epoch, "scope": scope, "first": position,
                  "last": position, "index": at, "time": time, "header": header,
                  "chain": t.chains(scope, mine)[position + 1], **other}
        return t.signed_statement("receipt", seed or self.seed, list(fields.values()))

    def leaf(self, i):
        scope, position, header, time = self.changes[i]
        return t.cbor([1, t.scope_tag(scope, SALT), position, header, time])

    def hashes(self):
        return [t.leaf_hash(self.leaf(i)) for i in range(len(self.changes))]

    def entries(self):
        return [(t.scope_tag(scope, SALT), *head) for scope, head in self.heads.items()]

    def checkpoint(self, time=TIME, seeds=None, **other):
        fields = {"city": self.city, "size": len(self.changes), "root": t.tree_root(self.hashes()),
                  "epoch": self.epoch, "map": t.map_root(self.entries()), "time": time, **other}
        return t.signed_note(t.note_text(*fields.values()), *(seeds or [self.seed])).encode()

    def logged(self, i):
        return [self.leaf(i), i, t.inclusion(i, self.hashes())]

    def head(self, scope, salt=SALT):
        tag = t.scope_tag(scope, salt)
        following, chain = self.heads.get(scope, (0, t.ZERO)) if salt == SALT else (0, t.ZERO)
        return [following, chain, t.map_prove(self.entries(), tag)]


def some(more=()):
    """Four changes in two scopes, and those of `more`."""
    log = Log().add(ROADS, "a").add(PARKS, "b").add(ROADS, "c").add(ROADS, "d")
    for scope, label in more:
        log.add(scope, label)
    return log


def proof(kind, statements, chain=(), city=None, version=1):
    return p.cbor([version, city or genesis(), list(chain), kind, list(statements)])


def case(name, expect, description, data, **more):
    vector = {"description": description, "area": "lie", "expect": expect, "bytes": data.hex()}
    found, fields = lies.outcome({**vector, **more})
    if found != expect:
        raise SystemExit(f"{name}: expected {expect}, found {found}")
    if fields:
        more = {**more, "fields": fields}
    path = t.HERE / "lie" / f"{name}.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps({**vector, **more}, indent=2, ensure_ascii=False) + "\n")


class Kind:
    """The cases of one kind, whose names begin with its own."""

    def __init__(self, number):
        self.number, self.name = number, lies.KINDS[number][0]

    def __call__(self, name, expect, description, *statements, **more):
        case(f"{self.name}-{name}", expect, description, proof(self.number, statements, **more))

    def proves(self, description, *statements, **more):
        case(self.name, "success", description, proof(self.number, statements, **more))


TAG = t.scope_tag(ROADS, SALT)


def checkpoints_only():
    log, other = some(), some([]).add(ROADS, "e")
    faces = Kind(1)
    twin = Log().add(ROADS, "a").add(PARKS, "b").add(ROADS, "c").add(ROADS, "another")
    faces.proves("Two checkpoints of four changes with different roots.", log.checkpoint(),
                 twin.checkpoint(TIME + 5))
    faces("other-map", "success", "The trees are one, the maps are not.", log.checkpoint(),
          log.checkpoint(map=named("map")))
    faces("same", "equal", "The same tree, signed twice.", log.checkpoint(),
          log.checkpoint(TIME + 90_000))
    faces("grown", "other-size", "The log has grown.", log.checkpoint(), other.checkpoint())
    faces("other-epoch", "other-epoch", "After a restore an epoch began anew.", log.checkpoint(),
          twin.checkpoint(epoch=2))
    faces("other-city", "wrong-city", "The second checkpoint is of another city.",
          log.checkpoint(), twin.checkpoint(city=named("city")))
    faces("forged", "bad-signature", "Anybody can sign with a key of their own.",
          log.checkpoint(), twin.checkpoint(seeds=[OTHER_KEY]))
    faces("one-more", "malformed", "Three checkpoints.", log.checkpoint(), log.checkpoint(),
          log.checkpoint())
    faces("after-succession", "success", "The second was signed by the key that followed.",
          log.checkpoint(), twin.checkpoint(seeds=[NEXT_KEY]), chain=[succession()])
    faces("without-succession", "bad-signature", "Nothing leads to the second key.",
          log.checkpoint(), twin.checkpoint(seeds=[NEXT_KEY]))
    faces("forged-succession", "bad-signature", "The old key did not sign the succession.",
          log.checkpoint(), twin.checkpoint(seeds=[NEXT_KEY]),
          chain=[turned(succession(), len(succession()) - 1)])
    faces("foreign-succession", "malformed", "A succession of keys that are not the city's.",
          log.checkpoint(), twin.checkpoint(seeds=[NEXT_KEY]),
          chain=[succession(OTHER_KEY, NEXT_KEY)])
    rewritten = Kind(2)
    rewritten.proves("At index 3 one change, and later another.", log.checkpoint(),
                     twin.add(ROADS, "e").checkpoint(), log.logged(3), twin.logged(3))
    rewritten("same", "equal", "The same leaf in both.", log.checkpoint(), other.checkpoint(),
              log.logged(3), other.logged(3))
    rewritten("other-index", "other-index", "Leaves of two places.", log.checkpoint(),
              other.checkpoint(), log.logged(2), other.logged(3))
    rewritten("other-tree", "bad-signature", "The second leaf is not in the second checkpoint.",
              log.checkpoint(), other.checkpoint(), log.logged(3), twin.logged(3))
    rewritten("outside", "malformed", "An index that the checkpoint does not reach.",
              log.checkpoint(), other.checkpoint(), other.logged(4), other.logged(4))


def receipts():
    log = some()
    late = Log().add(PARKS, "x", TIME + 60_001)
    dropped = Kind(3)
    dropped.proves("60,001 ms later a checkpoint does not reach the receipt's change.",
                   log.receipt(), late.checkpoint(TIME + 60_001))
    dropped("in-time", "in-time", "60,000 ms are granted.", log.receipt(),
            late.checkpoint(TIME + 60_000))
    dropped("earlier", "in-time", "A checkpoint of before.", log.receipt(),
            Log().add(ROADS, "a").checkpoint(TIME - 5))
    dropped("included", "included", "The checkpoint reaches the change.", log.receipt(),
            log.checkpoint(TIME + 90_000))
    dropped("other-epoch", "other-epoch", "The receipt is of the epoch before.", log.receipt(),
            late.checkpoint(TIME + 90_000, epoch=2))
    dropped("other-city", "wrong-city", "The receipt is of another city.",
            log.receipt(city=named("city")), late.checkpoint(TIME + 90_000))
    dropped("forged", "bad-signature", "A receipt that the server did not sign.",
            log.receipt(seed=OTHER_KEY), late.checkpoint(TIME + 90_000))
    held = t.signed_statement("held", KEY, [log.city, named("feed"), 0, 3, named("d"), TIME])
    dropped("a-held", "malformed", "A held statement is no receipt.", held,
            late.checkpoint(TIME + 90_000))
    dropped("swapped", "malformed", "The checkpoint first.", late.checkpoint(TIME + 90_000),
            log.receipt())
    replaced, twin = Kind(4), Log().add(ROADS, "a").add(PARKS, "b").add(ROADS, "c")
    twin.add(ROADS, "another")
    replaced.proves("At the receipt's place in the log stands another change.", log.receipt(),
                    twin.checkpoint(), twin.logged(3))
    replaced("same", "equal", "Its own leaf stands there.", log.receipt(), log.checkpoint(),
             log.logged(3))
    retagged = some()
    retagged.leaf = lambda i: t.cbor([1, named("tag"), *retagged.changes[i][1:]])
    replaced("other-tag", "equal", "Nobody signed the salt: a tag alone accuses nobody.",
             log.receipt(), retagged.checkpoint(), retagged.logged(3))
    replaced("other-place", "other-index", "A leaf of another place.", log.receipt(),
             twin.checkpoint(), twin.logged(2))
    replaced("not-there", "bad-signature", "A leaf that is not in the checkpoint.", log.receipt(),
             log.checkpoint(), twin.logged(3))
    twice = Kind(5)
    twice.proves("Position 2 was given to two changes.", log.receipt(), twin.receipt())
    twice("same", "equal", "The same receipt twice.", log.receipt(), log.receipt())
    twice("other-position", "other-position", "Two positions.", log.receipt(2), log.receipt(3))
    twice("other-scope", "other-position", "Two scopes.", log.receipt(0), log.receipt(1))
    twice("other-epoch", "other-epoch", "The position was given anew in another epoch.",
          log.receipt(), twin.receipt(epoch=2))


def heads():
    log = some()
    short = some()
    short.heads[ROADS] = Log().add(ROADS, "a").heads[ROADS]
    back = Kind(6)
    back.proves("The tree has position 2 of a scope, the map ends at 1.", short.checkpoint(),
                short.logged(3), short.head(ROADS))
    gone = some()
    del gone.heads[ROADS]
    back("absent", "success", "The tree has a change of a scope, the map nothing.",
         gone.checkpoint(), gone.logged(3), gone.head(ROADS))
    back("included", "included", "The map has it.", log.checkpoint(), log.logged(3),
         log.head(ROADS))
    back("other-scope", "bad-signature", "A head of another scope.", log.checkpoint(),
         log.logged(3), log.head(PARKS))
    back("of-nothing", "malformed", "Nothing, with a chain.", log.checkpoint(), log.logged(3),
         [0, named("chain"), log.head(ROADS)[2]])
    changed = Kind(7)
    twin = Log().add(ROADS, "another").add(PARKS, "b").add(ROADS, "c").add(ROADS, "d")
    changed.proves("The head after the receipt's position has another chain.", log.receipt(),
                   twin.checkpoint(), SALT, twin.head(ROADS))
    changed("same", "equal", "The chain is the receipt's.", log.receipt(), log.checkpoint(), SALT,
            log.head(ROADS))
    more = some([(ROADS, "e")])
    changed("grown", "other-position", "The scope has grown since.", log.receipt(),
            more.checkpoint(), SALT, more.head(ROADS))
    changed("false-salt", "other-position", "Under a false salt there is nothing.", log.receipt(),
            log.checkpoint(), named("false")[:16], log.head(ROADS, named("false")[:16]))
    changed("other-salt", "bad-signature", "The head stands under another tag.", log.receipt(),
            twin.checkpoint(), named("false")[:16], twin.head(ROADS))
    went = Kind(8)
    shorter = some([(PARKS, "e")])
    shorter.heads[ROADS] = short.heads[ROADS]
    went.proves("A larger checkpoint has less of a scope.", log.checkpoint(), shorter.checkpoint(),
                TAG, log.head(ROADS), shorter.head(ROADS))
    vanished = some([(PARKS, "e")])
    del vanished.heads[ROADS]
    went("absent", "success", "A larger checkpoint has nothing of a scope any more.",
         log.checkpoint(), vanished.checkpoint(), TAG, log.head(ROADS), vanished.head(ROADS))
    went("grown", "not-lower", "The scope has grown.", log.checkpoint(), more.checkpoint(), TAG,
         log.head(ROADS), more.head(ROADS))
    went("swapped", "not-larger", "The earlier checkpoint second.", more.checkpoint(),
         log.checkpoint(), TAG, more.head(ROADS), log.head(ROADS))
    went("other-epoch", "other-epoch", "An epoch began with less.", log.checkpoint(),
         shorter.checkpoint(epoch=2), TAG, log.head(ROADS), shorter.head(ROADS))
    went("turned-bit", "bad-signature", "A proof that does not fit.", log.checkpoint(),
         shorter.checkpoint(), TAG, log.head(ROADS),
         [*shorter.head(ROADS)[:2], turned(shorter.head(ROADS)[2], 5)])
    two = Kind(11)
    two.proves("Two chains over the first three changes of a scope.", log.checkpoint(),
               twin.add(PARKS, "e").checkpoint(), TAG, log.head(ROADS), twin.head(ROADS))
    still = some([(PARKS, "e")])
    two("same", "equal", "The scope stands still.", log.checkpoint(), still.checkpoint(), TAG,
        log.head(ROADS), still.head(ROADS))
    two("grown", "other-position", "The scope has grown.", log.checkpoint(), more.checkpoint(),
        TAG, log.head(ROADS), more.head(ROADS))
    two("nothing-twice", "equal", "Neither has the scope.", log.checkpoint(), more.checkpoint(),
        t.scope_tag(ROADS, named("false")[:16]), log.head(ROADS, named("false")[:16]),
        more.head(ROADS, named("false")[:16]))


def times_and_receipted():
    log = some()
    wrong = Kind(9)
    early = log.checkpoint(TIME - 1)
    wrong.proves("A leaf is recorded 1 ms after the time of the checkpoint.", early, log.logged(3))
    wrong("same-time", "in-time", "Recorded in the same millisecond.", log.checkpoint(),
          log.logged(3))
    held = Kind(10)
    short = some()
    short.heads[ROADS] = Log().add(ROADS, "a").heads[ROADS]
    held.proves("The checkpoint reaches the receipt's change, its map does not.", log.receipt(),
                short.checkpoint(), SALT, short.head(ROADS))
    held("included", "included", "The map has the change.", log.receipt(), log.checkpoint(), SALT,
         log.head(ROADS))
    held("not-reached", "not-included", "The checkpoint ends before the change.", log.receipt(),
         Log().add(ROADS, "a").checkpoint(), SALT, Log().add(ROADS, "a").head(ROADS))
    held("false-salt", "absent", "A false salt shows nothing where the change is.", log.receipt(),
         log.checkpoint(), named("false")[:16], log.head(ROADS, named("false")[:16]))
    before = Kind(12)
    before.proves("The checkpoint holds the receipt's change and is older.", log.receipt(), early)
    before("same-time", "in-time", "Of the same millisecond.", log.receipt(), log.checkpoint())
    before("not-reached", "not-included", "The checkpoint ends before the change.", log.receipt(),
           Log().add(ROADS, "a").checkpoint(TIME - 1))


def forms():
    log = some()
    twin = Log().add(ROADS, "a").add(PARKS, "b").add(ROADS, "c").add(ROADS, "another")
    two = [log.checkpoint(), twin.checkpoint()]
    good = proof(1, two)
    case("other-genesis", "wrong-city", "A city of the same name is another city.",
         proof(1, two, city=genesis(name="Кременець 2")))
    case("newer-version", "unsupported-version", "A proof of a later version.",
         proof(1, two, version=2))
    case("newer-genesis", "unsupported-version", "A genesis of a later version.",
         proof(1, two, city=b"\x81\x02"))
    case("no-genesis", "malformed", "A genesis of no bytes.", proof(1, two, city=b"\x60"))
    case("kind-0", "malformed", "No kind.", proof(0, two))
    case("kind-13", "malformed", "A kind that is none.", proof(13, two))
    case("trailing-byte", "malformed", "A byte after the array.", good + b"\0")
    case("cut", "malformed", "The last byte is missing.", good[:-1])
    case("nothing", "malformed", "No bytes.", b"")
    case("long-number", "malformed", "The kind in a two-byte argument.",
         good.replace(b"\x80\x01\x82", b"\x80\x18\x01\x82"))
    case("many-successions", "malformed", "65 successions.", proof(1, two, chain=[b""] * 65))
    case("long-succession", "malformed", "A succession of 513 bytes.",
         proof(1, two, chain=[bytes(513)]))
    case("empty-succession", "malformed", "A succession of no bytes.", proof(1, two, chain=[b""]))
    case("long-path", "malformed", "A path of 129 hashes.",
         proof(9, [log.checkpoint(), [log.leaf(3), 3, [t.ZERO] * 129]]))
    case("too-long", "limit-exceeded", "131,073 bytes.", good, padding=128 * 1024 + 1 - len(good))


def write_all():
    for scenario in (checkpoints_only, receipts, heads, times_and_receipted, forms):
        scenario()
