// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"
#include "core/base/Result.h"
#include "core/wire/FrameType.h"
#include "core/wire/ScopeCursor.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <optional>
#include <variant>
#include <vector>

/// The messages of a session: `u32 length (big-endian, of type and body), u8 type, body`; each body
/// is one deterministic CBOR array. Frames of unknown type are skipped by their length.
namespace spilno::wire {

/// Server, first. `proof` signs the TLS certificate's SHA-256 ‖ nonce with the sequencer (or hub)
/// key under "spilno-srv-1". `keyChain` are signed successions from the genesis key to the present
/// one.
struct GreetingFrame
{
    std::vector<std::uint64_t> versions;
    QByteArray cityGenesis;
    std::vector<QByteArray> keyChain;
    base::PublicKey serverKey;
    base::Signature proof;
    QByteArray nonce; ///< 32 bytes
    qint64 nowMs = 0;
    std::uint64_t role = 0; ///< 0 sequencer, 1 hub
};

/// Client. `device` and `proof` are null for an anonymous reader; the proof signs nonce ‖
/// certificate's SHA-256 under "spilno-dev-1".
struct HelloFrame
{
    std::uint64_t version = 1;
    base::PublicKey device;
    base::Signature proof;
    bool everything = true; ///< Send every scope I may read, also those I do not name.
    std::vector<ScopeCursor> cursors;
    std::vector<FeedHead> ownHeads;
    QByteArray checkpointSeen;     ///< Last checkpoint, or empty.
    std::uint64_t creditBytes = 0; ///< Page bytes the client can take now.
};

struct WelcomeFrame
{
    QByteArray checkpoint;               ///< Or empty: none made yet.
    std::vector<base::Hash> consistency; ///< From the client's checkpoint to this one.
    std::vector<ScopeHead> scopes;       ///< What will be sent.
    std::vector<FeedHead> logged;        ///< For each own head: what is sequenced already.
    qint64 nowMs = 0;
};

/// A part of a zstd-compressed slice. `part` counts from 0, `last` ends it.
struct PageFrame
{
    base::ScopeId scope;
    std::uint64_t firstPosition = 0;
    std::uint64_t part = 0;
    bool last = true;
    bool preview = false; ///< Newest slice, to be shown before the log is complete.
    QByteArray bytes;
};

/// Each is answered once: RECEIPT, HELD, FORK, RETRY or REFUSED.
struct PushFrame
{
    QByteArray run;
};
struct ReceiptFrame
{
    QByteArray receipt;
};
struct HeldFrame
{
    QByteArray held;
};

/// Another change is logged at (feed, seq). `opening` and `header` prove it.
struct ForkFrame
{
    base::FeedId feed;
    std::uint64_t seq = 0;
    QByteArray header;
};

/// Not now: quota, recovering, not certified yet. Nothing is lost; push again after `afterMs`.
struct RetryFrame
{
    base::FeedId feed;
    std::uint64_t seq = 0;
    std::uint64_t afterMs = 0;
    QString reason; ///< base::errorCodeName
};

/// Never: form. The author re-issues in a new incarnation what is still wanted.
struct RefusedFrame
{
    base::FeedId feed;
    std::uint64_t seq = 0;
    QString reason;
};

/// More page bytes the client can take; counted are PageFrame::bytes, live pages included. A slice
/// may begin while any credit is left, and overshoot it.
struct CreditFrame
{
    std::uint64_t bytes = 0;
};

struct CheckpointFrame
{
    QByteArray checkpoint;
    std::vector<base::Hash> consistency; ///< From the checkpoint sent before in this session.
};

struct BlobGetFrame
{
    base::BlobId blob;
    std::uint64_t chunk = 0;
};
struct BlobPartFrame
{
    base::BlobId blob;
    std::uint64_t chunk = 0;
    std::uint64_t chunks = 0;
    QByteArray bytes;
};
struct BlobPutFrame
{
    base::BlobId blob;
    std::uint64_t chunk = 0;
    std::uint64_t chunks = 0;
    QByteArray bytes;
};
/// Answers BLOB_PUT; with `stored` false also a BLOB_GET of what is not here.
struct BlobDoneFrame
{
    base::BlobId blob;
    std::uint64_t chunk = 0;
    bool stored = false;
};
struct ByeFrame
{
    QString reason;
    QString detail;
};
struct PingFrame
{
    std::uint64_t token = 0;
};
struct PongFrame
{
    std::uint64_t token = 0;
};

/// More scopes wanted, or sending again from another position (a mismatch re-fetches from
/// `proven`).
struct FollowFrame
{
    std::vector<ScopeCursor> cursors;
};
/// All positions below `next` of the scope have been sent; live changes follow by themselves.
struct ScopeDoneFrame
{
    base::ScopeId scope;
    std::uint64_t next = 0;
};

/// Client: where these scopes stand in the newest checkpoint, with what proves it. At most 256.
struct ProveFrame
{
    std::vector<base::ScopeId> scopes;
};

/// Answers for one scope of PROVE. Without bytes: there is nothing to say, or no right to hear it.
struct ProofFrame
{
    base::ScopeId scope;
    std::uint64_t treeSize = 0; ///< Of the checkpoint that it belongs to.
    std::uint64_t next = 0;     ///< 0: the checkpoint has nothing of the scope.
    base::Hash chain;           ///< Null with next 0.
    QByteArray bytes;           ///< log::MapProof
};

using Frame = std::variant<
    GreetingFrame,
    HelloFrame,
    WelcomeFrame,
    PageFrame,
    PushFrame,
    ReceiptFrame,
    ForkFrame,
    RetryFrame,
    RefusedFrame,
    CreditFrame,
    CheckpointFrame,
    HeldFrame,
    BlobGetFrame,
    BlobPartFrame,
    BlobPutFrame,
    BlobDoneFrame,
    ByeFrame,
    PingFrame,
    PongFrame,
    FollowFrame,
    ScopeDoneFrame,
    ProveFrame,
    ProofFrame>;

/// The whole frame with its length and type.
[[nodiscard]] QByteArray encodeFrame(const Frame &frame);

/// Cuts frames out of a stream of bytes that arrive in any pieces.
class FrameParser
{
public:
    /// Adds received bytes. LimitExceeded for a frame over what its type can be, Malformed for a
    /// body that does not follow its grammar: the session ends then. Unknown types are skipped.
    /// Small frames take more memory decoded than on the wire: feed pieces of at most 64 KiB.
    [[nodiscard]] base::Result<std::vector<Frame>> feed(base::ByteView bytes);

    /// Bytes of a frame that has not ended yet.
    [[nodiscard]] qsizetype pendingBytes() const { return m_buffer.size(); }

private:
    QByteArray m_buffer;
};

/// Decodes one body: LimitExceeded or Malformed. nullopt for an unknown type.
[[nodiscard]] base::Result<std::optional<Frame>> decodeFrame(
    std::uint8_t type, base::ByteView body);

} // namespace spilno::wire
