# SPDX-FileCopyrightText: Spilno contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The frames of session.md, read and written from one table."""

from protocol import Reader, cbor
from transparency import MAX, Refused, need

REASON, DETAIL, CHECKPOINT = 64, 512, 8 * 1024
SMALL, PROOF, WHOLE, CHUNK, CHUNKS = 1024, 10 * 1024, 1024 * 1024, 256 * 1024, 256


class Kind:
    """How an item of a frame is read, and shown as JSON."""

    def __init__(self, read, back=None):
        self.read = read
        self.back = back or (lambda value: value)


def hexed(read):
    return Kind(lambda r: read(r).hex(), bytes.fromhex)


def fixed(size):
    return hexed(lambda r: r.bytes(size))


def up_to(size):
    return hexed(lambda r: r.bytes(most=size))


def text(size):
    return Kind(lambda r: r.text(size))


def number(most=MAX):
    return Kind(lambda r: r.number(most))


def many(most, kind):
    return Kind(lambda r: r.list(lambda: kind.read(r), most),
                lambda values: [kind.back(value) for value in values])


def record(**items):
    def read(r):
        r.array(len(items))
        return {name: kind.read(r) for name, kind in items.items()}

    return Kind(read, lambda value: [kind.back(value[name]) for name, kind in items.items()])


BOOL = Kind(lambda r: r.boolean())
HASH, KEY, SIGNATURE, NUMBER = fixed(32), fixed(32), fixed(64), number()
HASHES = many(128, HASH)
CURSORS = many(256, record(scope=HASH, epoch=NUMBER, applied=NUMBER, proven=NUMBER, chain=HASH))
HEADS = many(256, record(feed=HASH, nextSeq=NUMBER, head=HASH))
CHUNKED = dict(blob=HASH, chunk=number(CHUNKS - 1), chunks=number(CHUNKS), bytes=up_to(CHUNK))

# name, most bytes of type and body, body
FRAMES = {
    1: ("greeting", 128 * 1024, record(
        versions=many(16, NUMBER), cityGenesis=up_to(32 * 1024), keyChain=many(64, up_to(512)),
        serverKey=KEY, proof=SIGNATURE, nonce=fixed(32), nowMs=NUMBER, role=number(1))),
    2: ("hello", 64 * 1024, record(
        version=NUMBER, device=KEY, proof=SIGNATURE, everything=BOOL, cursors=CURSORS,
        ownHeads=HEADS, checkpointSeen=up_to(CHECKPOINT), creditBytes=NUMBER)),
    3: ("welcome", WHOLE, record(
        checkpoint=up_to(CHECKPOINT), consistency=HASHES,
        scopes=many(4096, record(scope=HASH, epoch=NUMBER, next=NUMBER)), logged=HEADS,
        nowMs=NUMBER)),
    4: ("page", WHOLE, record(
        scope=HASH, firstPosition=NUMBER, part=number(1023), last=BOOL, preview=BOOL,
        bytes=up_to(WHOLE))),
    5: ("push", 192 * 1024 + 16, record(run=up_to(192 * 1024))),
    6: ("receipt", SMALL, record(receipt=up_to(512))),
    7: ("fork", 2048, record(feed=HASH, seq=NUMBER, header=up_to(1024))),
    8: ("retry", SMALL, record(feed=HASH, seq=NUMBER, afterMs=NUMBER, reason=text(REASON))),
    9: ("refused", SMALL, record(feed=HASH, seq=NUMBER, reason=text(REASON))),
    10: ("credit", SMALL, record(bytes=NUMBER)),
    11: ("checkpoint", 16 * 1024, record(checkpoint=up_to(CHECKPOINT), consistency=HASHES)),
    12: ("held", SMALL, record(held=up_to(512))),
    13: ("blobGet", SMALL, record(blob=HASH, chunk=number(CHUNKS - 1))),
    14: ("blobPart", CHUNK + SMALL, record(**CHUNKED)),
    15: ("blobPut", CHUNK + SMALL, record(**CHUNKED)),
    16: ("blobDone", SMALL, record(blob=HASH, chunk=number(CHUNKS - 1), stored=BOOL)),
    17: ("bye", SMALL, record(reason=text(REASON), detail=text(DETAIL))),
    18: ("ping", SMALL, record(token=NUMBER)),
    19: ("pong", SMALL, record(token=NUMBER)),
    20: ("follow", 64 * 1024, record(cursors=CURSORS)),
    21: ("scopeDone", SMALL, record(scope=HASH, next=NUMBER)),
    22: ("prove", PROOF, record(scopes=many(256, HASH))),
    23: ("proof", PROOF, record(
        scope=HASH, treeSize=NUMBER, next=NUMBER, chain=HASH, bytes=up_to(9 * 1024))),
}


def check_blob(body):
    size = len(body["bytes"]) // 2
    need(body["chunk"] < body["chunks"] and size > 0)
    need(body["chunk"] + 1 == body["chunks"] or size == CHUNK)


def read_frames(data):
    """The frames of a stream, and how many bytes of one that has not ended are left over."""
    frames, at = [], 0
    while len(data) - at >= 5:
        length, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4]
        need(length > 0)
        name, most, body = FRAMES.get(kind, ("unknown", WHOLE, None))
        need(length <= most, "limit-exceeded")
        if len(data) - at - 4 < length:
            break
        if body:
            reader = Reader(data[at + 5 : at + 4 + length])
            found = body.read(reader)
            reader.end()
            if name in ("blobPart", "blobPut"):
                check_blob(found)
            need(name != "page" or found["bytes"])
            frames.append({"type": name, **found})
        at += 4 + length
    return {"frames": frames, "pending": len(data) - at}


def frame_of(kind, body):
    return (1 + len(body)).to_bytes(4, "big") + bytes([kind]) + body


def frame(name, **items):
    """A frame from its items as JSON shows them."""
    kind, (_, _, body) = next((k, f) for k, f in FRAMES.items() if f[0] == name)
    return frame_of(kind, cbor(body.back(items)))
