// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/FrameReader.h"

#include "core/base/Limits.h"
#include "core/wire/Cbor.h"

namespace spilno::wire {

namespace {

QByteArray readBytes(CborReader &r, std::size_t max)
{
    return base::toByteArray(r.bytes(max));
}

template <class Item, class Read>
std::vector<Item> readList(CborReader &r, std::uint64_t max, Read read)
{
    const std::uint64_t count = r.array();
    if (count > max)
        r.fail();
    std::vector<Item> list;
    for (std::uint64_t i = 0; i < count && r.ok(); ++i)
        list.push_back(read(r));
    return list;
}

std::vector<base::Hash> readHashes(CborReader &r)
{
    return readList<base::Hash>(
        r, limits::kMerkleProofHashesMax, [](CborReader &in) { return in.id<base::Hash>(); });
}

std::vector<ScopeCursor> readCursors(CborReader &r)
{
    return readList<ScopeCursor>(r, limits::kScopesPerDeviceMax, [](CborReader &in) {
        ScopeCursor c;
        in.array(5);
        c.scope = in.id<base::ScopeId>();
        c.epoch = in.number();
        c.applied = in.number();
        c.proven = in.number();
        c.chain = in.id<base::Hash>();
        return c;
    });
}

std::vector<FeedHead> readHeads(CborReader &r)
{
    return readList<FeedHead>(r, limits::kScopesPerDeviceMax, [](CborReader &in) {
        FeedHead head;
        in.array(3);
        head.feed = in.id<base::FeedId>();
        head.nextSeq = in.number();
        head.head = in.id<base::Hash>();
        return head;
    });
}

ProveFrame readProve(CborReader &r)
{
    r.array(1);
    return {readList<base::ScopeId>(
        r, limits::kScopesPerDeviceMax, [](CborReader &in) { return in.id<base::ScopeId>(); })};
}

ProofFrame readProof(CborReader &r)
{
    ProofFrame f;
    r.array(5);
    f.scope = r.id<base::ScopeId>();
    f.treeSize = r.number();
    f.next = r.number();
    f.chain = r.id<base::Hash>();
    f.bytes = readBytes(r, limits::kMapProofBytesMax);
    return f;
}

GreetingFrame readGreeting(CborReader &r)
{
    GreetingFrame f;
    r.array(8);
    f.versions = readList<std::uint64_t>(
        r, limits::kVersionsMax, [](CborReader &in) { return in.number(); });
    f.cityGenesis = readBytes(r, limits::kCityGenesisBytesMax);
    f.keyChain = readList<QByteArray>(r, limits::kKeySuccessionsMax, [](CborReader &in) {
        return readBytes(in, limits::kKeySuccessionBytesMax);
    });
    f.serverKey = r.id<base::PublicKey>();
    f.proof = r.id<base::Signature>();
    f.nonce = base::toByteArray(r.bytes(32));
    f.nowMs = static_cast<qint64>(r.number());
    f.role = r.number(1);
    if (f.nonce.size() != 32)
        r.fail();
    return f;
}

HelloFrame readHello(CborReader &r)
{
    HelloFrame f;
    r.array(8);
    f.version = r.number();
    f.device = r.id<base::PublicKey>();
    f.proof = r.id<base::Signature>();
    f.everything = r.boolean();
    f.cursors = readCursors(r);
    f.ownHeads = readHeads(r);
    f.checkpointSeen = readBytes(r, limits::kCheckpointBytesMax);
    f.creditBytes = r.number();
    return f;
}

WelcomeFrame readWelcome(CborReader &r)
{
    WelcomeFrame f;
    r.array(5);
    f.checkpoint = readBytes(r, limits::kCheckpointBytesMax);
    f.consistency = readHashes(r);
    f.scopes = readList<ScopeHead>(r, limits::kWelcomeScopesMax, [](CborReader &in) {
        ScopeHead head;
        in.array(3);
        head.scope = in.id<base::ScopeId>();
        head.epoch = in.number();
        head.next = in.number();
        return head;
    });
    f.logged = readHeads(r);
    f.nowMs = static_cast<qint64>(r.number());
    return f;
}

PageFrame readPage(CborReader &r)
{
    PageFrame f;
    r.array(6);
    f.scope = r.id<base::ScopeId>();
    f.firstPosition = r.number();
    f.part = r.number(limits::kPagePartsMax - 1);
    f.last = r.boolean();
    f.preview = r.boolean();
    f.bytes = readBytes(r, limits::kFrameBytesMax);
    if (f.bytes.isEmpty())
        r.fail();
    return f;
}

ForkFrame readFork(CborReader &r)
{
    ForkFrame f;
    r.array(3);
    f.feed = r.id<base::FeedId>();
    f.seq = r.number();
    f.header = base::toByteArray(r.bytes(limits::kHeaderBytesMax));
    return f;
}

RetryFrame readRetry(CborReader &r)
{
    RetryFrame f;
    r.array(4);
    f.feed = r.id<base::FeedId>();
    f.seq = r.number();
    f.afterMs = r.number();
    f.reason = r.string(limits::kReasonBytesMax);
    return f;
}

RefusedFrame readRefused(CborReader &r)
{
    RefusedFrame f;
    r.array(3);
    f.feed = r.id<base::FeedId>();
    f.seq = r.number();
    f.reason = r.string(limits::kReasonBytesMax);
    return f;
}

CheckpointFrame readCheckpoint(CborReader &r)
{
    CheckpointFrame f;
    r.array(2);
    f.checkpoint = readBytes(r, limits::kCheckpointBytesMax);
    f.consistency = readHashes(r);
    return f;
}

template <class BlobFrame>
BlobFrame readBlob(CborReader &r)
{
    BlobFrame f;
    r.array(4);
    f.blob = r.template id<base::BlobId>();
    f.chunk = r.number(limits::kBlobChunksMax - 1);
    f.chunks = r.number(limits::kBlobChunksMax);
    f.bytes = readBytes(r, limits::kBlobChunkBytes);
    // Every chunk is whole but the last one, which is not empty.
    const bool isWhole = f.bytes.size() == limits::kBlobChunkBytes;
    if (f.chunk >= f.chunks || f.bytes.isEmpty() || (f.chunk + 1 < f.chunks && !isWhole))
        r.fail();
    return f;
}

Frame readSmall(FrameType type, CborReader &r)
{
    switch (type) {
    case FrameType::Push:
        r.array(1);
        return PushFrame{readBytes(r, limits::kRunBytesMax)};
    case FrameType::Receipt:
        r.array(1);
        return ReceiptFrame{readBytes(r, limits::kReceiptBytesMax)};
    case FrameType::Held:
        r.array(1);
        return HeldFrame{readBytes(r, limits::kReceiptBytesMax)};
    case FrameType::Credit:
        r.array(1);
        return CreditFrame{r.number()};
    case FrameType::Ping:
        r.array(1);
        return PingFrame{r.number()};
    case FrameType::Pong:
        r.array(1);
        return PongFrame{r.number()};
    case FrameType::Follow:
        r.array(1);
        return FollowFrame{readCursors(r)};
    case FrameType::ScopeDone: {
        r.array(2);
        const auto scope = r.id<base::ScopeId>();
        return ScopeDoneFrame{scope, r.number()};
    }
    case FrameType::BlobGet: {
        r.array(2);
        const auto blob = r.id<base::BlobId>();
        return BlobGetFrame{blob, r.number(limits::kBlobChunksMax - 1)};
    }
    case FrameType::BlobDone: {
        r.array(3);
        const auto blob = r.id<base::BlobId>();
        const std::uint64_t chunk = r.number(limits::kBlobChunksMax - 1);
        return BlobDoneFrame{blob, chunk, r.boolean()};
    }
    default: {
        r.array(2);
        QString reason = r.string(limits::kReasonBytesMax);
        return ByeFrame{std::move(reason), r.string(limits::kDetailBytesMax)};
    }
    }
}

} // namespace

Frame readFrameBody(FrameType type, CborReader &r)
{
    switch (type) {
    case FrameType::Greeting:
        return readGreeting(r);
    case FrameType::Hello:
        return readHello(r);
    case FrameType::Welcome:
        return readWelcome(r);
    case FrameType::Page:
        return readPage(r);
    case FrameType::Fork:
        return readFork(r);
    case FrameType::Retry:
        return readRetry(r);
    case FrameType::Refused:
        return readRefused(r);
    case FrameType::Checkpoint:
        return readCheckpoint(r);
    case FrameType::Prove:
        return readProve(r);
    case FrameType::Proof:
        return readProof(r);
    case FrameType::BlobPart:
        return readBlob<BlobPartFrame>(r);
    case FrameType::BlobPut:
        return readBlob<BlobPutFrame>(r);
    default:
        return readSmall(type, r);
    }
}

} // namespace spilno::wire
