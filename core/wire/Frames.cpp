// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/Frames.h"

#include "core/base/Limits.h"
#include "core/wire/Cbor.h"
#include "core/wire/FrameReader.h"

namespace spilno::wire {

namespace {

constexpr int kEnvelopeBytes = 16; // array head, byte string head, type

/// As much of a text as fits, whole characters only.
QString cut(const QString &text, int maxBytes)
{
    QString head = text.left(maxBytes);
    while (head.toUtf8().size() > maxBytes) {
        const bool isPair = head.size() > 1 && head.back().isLowSurrogate();
        head.chop(isPair ? 2 : 1);
    }
    return head;
}

void write(CborWriter &w, const std::vector<base::Hash> &hashes)
{
    w.array(hashes.size());
    for (const base::Hash &hash : hashes)
        w.id(hash);
}

void write(CborWriter &w, const std::vector<ScopeCursor> &cursors)
{
    w.array(cursors.size());
    for (const ScopeCursor &c : cursors)
        w.array(5).id(c.scope).number(c.epoch).number(c.applied).number(c.proven).id(c.chain);
}

void write(CborWriter &w, const std::vector<FeedHead> &heads)
{
    w.array(heads.size());
    for (const FeedHead &head : heads)
        w.array(3).id(head.feed).number(head.nextSeq).id(head.head);
}

FrameType encodeBody(CborWriter &w, const GreetingFrame &f)
{
    w.array(8).array(f.versions.size());
    for (const std::uint64_t version : f.versions)
        w.number(version);
    w.bytes(base::view(f.cityGenesis)).array(f.keyChain.size());
    for (const QByteArray &link : f.keyChain)
        w.bytes(base::view(link));
    w.id(f.serverKey).id(f.proof).bytes(base::view(f.nonce));
    w.number(static_cast<std::uint64_t>(f.nowMs)).number(f.role);
    return FrameType::Greeting;
}

FrameType encodeBody(CborWriter &w, const HelloFrame &f)
{
    w.array(8).number(f.version).id(f.device).id(f.proof).boolean(f.everything);
    write(w, f.cursors);
    write(w, f.ownHeads);
    w.bytes(base::view(f.checkpointSeen)).number(f.creditBytes);
    return FrameType::Hello;
}

FrameType encodeBody(CborWriter &w, const WelcomeFrame &f)
{
    w.array(5).bytes(base::view(f.checkpoint));
    write(w, f.consistency);
    w.array(f.scopes.size());
    for (const ScopeHead &head : f.scopes)
        w.array(3).id(head.scope).number(head.epoch).number(head.next);
    write(w, f.logged);
    w.number(static_cast<std::uint64_t>(f.nowMs));
    return FrameType::Welcome;
}

FrameType encodeBody(CborWriter &w, const PageFrame &f)
{
    w.array(6).id(f.scope).number(f.firstPosition).number(f.part).boolean(f.last);
    w.boolean(f.preview).bytes(base::view(f.bytes));
    return FrameType::Page;
}

FrameType encodeBody(CborWriter &w, const PushFrame &f)
{
    w.array(1).bytes(base::view(f.run));
    return FrameType::Push;
}

FrameType encodeBody(CborWriter &w, const ReceiptFrame &f)
{
    w.array(1).bytes(base::view(f.receipt));
    return FrameType::Receipt;
}

FrameType encodeBody(CborWriter &w, const HeldFrame &f)
{
    w.array(1).bytes(base::view(f.held));
    return FrameType::Held;
}

FrameType encodeBody(CborWriter &w, const ForkFrame &f)
{
    w.array(3).id(f.feed).number(f.seq).bytes(base::view(f.header));
    return FrameType::Fork;
}

FrameType encodeBody(CborWriter &w, const RetryFrame &f)
{
    w.array(4).id(f.feed).number(f.seq).number(f.afterMs);
    w.text(cut(f.reason, limits::kReasonBytesMax));
    return FrameType::Retry;
}

FrameType encodeBody(CborWriter &w, const RefusedFrame &f)
{
    w.array(3).id(f.feed).number(f.seq).text(cut(f.reason, limits::kReasonBytesMax));
    return FrameType::Refused;
}

FrameType encodeBody(CborWriter &w, const CreditFrame &f)
{
    w.array(1).number(f.bytes);
    return FrameType::Credit;
}

FrameType encodeBody(CborWriter &w, const CheckpointFrame &f)
{
    w.array(2).bytes(base::view(f.checkpoint));
    write(w, f.consistency);
    return FrameType::Checkpoint;
}

FrameType encodeBody(CborWriter &w, const BlobGetFrame &f)
{
    w.array(2).id(f.blob).number(f.chunk);
    return FrameType::BlobGet;
}

FrameType encodeBody(CborWriter &w, const BlobPartFrame &f)
{
    w.array(4).id(f.blob).number(f.chunk).number(f.chunks).bytes(base::view(f.bytes));
    return FrameType::BlobPart;
}

FrameType encodeBody(CborWriter &w, const BlobPutFrame &f)
{
    w.array(4).id(f.blob).number(f.chunk).number(f.chunks).bytes(base::view(f.bytes));
    return FrameType::BlobPut;
}

FrameType encodeBody(CborWriter &w, const BlobDoneFrame &f)
{
    w.array(3).id(f.blob).number(f.chunk).boolean(f.stored);
    return FrameType::BlobDone;
}

FrameType encodeBody(CborWriter &w, const ByeFrame &f)
{
    w.array(2).text(cut(f.reason, limits::kReasonBytesMax));
    w.text(cut(f.detail, limits::kDetailBytesMax));
    return FrameType::Bye;
}

FrameType encodeBody(CborWriter &w, const PingFrame &f)
{
    w.array(1).number(f.token);
    return FrameType::Ping;
}

FrameType encodeBody(CborWriter &w, const PongFrame &f)
{
    w.array(1).number(f.token);
    return FrameType::Pong;
}

FrameType encodeBody(CborWriter &w, const FollowFrame &f)
{
    w.array(1);
    write(w, f.cursors);
    return FrameType::Follow;
}

FrameType encodeBody(CborWriter &w, const ScopeDoneFrame &f)
{
    w.array(2).id(f.scope).number(f.next);
    return FrameType::ScopeDone;
}

FrameType encodeBody(CborWriter &w, const ProveFrame &f)
{
    w.array(1).array(f.scopes.size());
    for (const base::ScopeId &scope : f.scopes)
        w.id(scope);
    return FrameType::Prove;
}

FrameType encodeBody(CborWriter &w, const ProofFrame &f)
{
    w.array(5).id(f.scope).number(f.treeSize).number(f.next).id(f.chain);
    w.bytes(base::view(f.bytes));
    return FrameType::Proof;
}

/// What a whole frame of a type can take, type byte included. Peers that have proved nothing yet
/// send GREETING and HELLO, so these are tight.
int frameBytesMax(std::uint8_t type)
{
    switch (static_cast<FrameType>(type)) {
    case FrameType::Greeting:
        return limits::kGreetingBytesMax;
    case FrameType::Hello:
    case FrameType::Follow:
        return limits::kHelloBytesMax;
    case FrameType::Push:
        return limits::kRunBytesMax + kEnvelopeBytes;
    case FrameType::BlobPart:
    case FrameType::BlobPut:
        return limits::kBlobChunkBytes + limits::kSmallFrameBytesMax;
    case FrameType::Prove:
    case FrameType::Proof:
        return limits::kProofFrameBytesMax;
    case FrameType::Checkpoint:
        return limits::kCheckpointBytesMax + 64 * limits::kMerkleProofHashesMax;
    case FrameType::Fork:
        return limits::kHeaderBytesMax + limits::kSmallFrameBytesMax;
    case FrameType::Receipt:
    case FrameType::Retry:
    case FrameType::Refused:
    case FrameType::Credit:
    case FrameType::Held:
    case FrameType::BlobGet:
    case FrameType::BlobDone:
    case FrameType::Bye:
    case FrameType::Ping:
    case FrameType::Pong:
    case FrameType::ScopeDone:
        return limits::kSmallFrameBytesMax;
    default:
        return limits::kFrameBytesMax;
    }
}

bool isKnown(std::uint8_t type)
{
    return type >= static_cast<std::uint8_t>(FrameType::Greeting) &&
           type <= static_cast<std::uint8_t>(FrameType::Proof);
}

base::Result<> checkFrameSize(std::uint8_t type, std::uint64_t bytes)
{
    if (bytes <= static_cast<std::uint64_t>(frameBytesMax(type)))
        return {};
    return base::failure(base::ErrorCode::LimitExceeded, QStringLiteral("a frame over its limit"));
}

} // namespace

QByteArray encodeFrame(const Frame &frame)
{
    QByteArray bytes(5, '\0');
    CborWriter writer(bytes);
    const FrameType type =
        std::visit([&writer](const auto &body) { return encodeBody(writer, body); }, frame);
    const auto length = static_cast<std::uint32_t>(bytes.size() - 4);
    for (int i = 0; i < 4; ++i)
        bytes[i] = static_cast<char>(length >> (8 * (3 - i)));
    bytes[4] = static_cast<char>(type);
    return bytes;
}

base::Result<std::optional<Frame>> decodeFrame(std::uint8_t type, base::ByteView body)
{
    SPILNO_TRY(checkFrameSize(type, body.size() + 1));
    if (!isKnown(type))
        return std::optional<Frame>();
    CborReader reader(body);
    Frame frame = readFrameBody(static_cast<FrameType>(type), reader);
    SPILNO_TRY(reader.conclude("a frame"));
    return std::optional<Frame>(std::move(frame));
}

base::Result<std::vector<Frame>> FrameParser::feed(base::ByteView bytes)
{
    m_buffer.append(
        reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()));
    std::vector<Frame> frames;
    const base::ByteView all = base::view(m_buffer);
    std::size_t at = 0;
    while (all.size() - at >= 5) {
        std::uint32_t length = 0;
        for (std::size_t i = 0; i < 4; ++i)
            length = (length << 8) | all[at + i];
        if (length == 0)
            return base::failure(
                base::ErrorCode::Malformed, QStringLiteral("a frame without a type"));
        // Before the frame is waited for, so that nobody makes us hold more than its type can be.
        SPILNO_TRY(checkFrameSize(all[at + 4], length));
        if (all.size() - at - 4 < length)
            break;
        SPILNO_ASSIGN(auto frame, decodeFrame(all[at + 4], all.subspan(at + 5, length - 1)));
        if (frame)
            frames.push_back(std::move(*frame));
        at += 4 + length;
    }
    m_buffer.remove(0, static_cast<qsizetype>(at));
    return frames;
}

} // namespace spilno::wire
