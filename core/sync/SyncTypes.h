// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/log/Checkpoint.h"
#include "core/log/Receipt.h"
#include "core/replica/ScopeStatus.h"
#include "core/sync/ServerProof.h"
#include "core/wire/Frames.h"
#include "core/wire/Preview.h"
#include "core/wire/Slice.h"

#include <variant>
#include <vector>

/// The plain values a session is made from, gives out and is asked about.
namespace spilno::sync {

enum class SyncMode {
    Once, ///< End when everything up to WELCOME is here and the outbox is sent.
    Live, ///< Stay.
};

/// What a session must know of the replica when it begins.
struct SyncStart
{
    base::CityId city;                      ///< Null before first contact.
    base::PublicKey sequencerKey;           ///< The newest known, or null.
    std::vector<base::PublicKey> hubs;      ///< Keys of the city's hubs.
    std::vector<wire::ScopeCursor> cursors; ///< In the order they are wanted.
    std::vector<wire::FeedHead> ownHeads;   ///< Pending changes included.
    QByteArray checkpoint;                  ///< The newest one seen, or empty.
};

/// A device's proof that it is the one it says, or nothing for an anonymous reader.
struct DeviceProof
{
    base::PublicKey device;
    base::Signature signature;
};

/// Why a session ended.
enum class EndReason {
    Finished,       ///< Once: all is done.
    Stopped,        ///< From this side, asked for.
    Disconnected,   ///< The stream ended.
    Stalled,        ///< The server owed something and nothing moved.
    ServerLeft,     ///< BYE; the error carries its reason.
    Unreachable,    ///< No address answered.
    WrongCity,      ///< The server proves another city than the address names.
    WrongServer,    ///< It does not prove that it is this city's.
    OtherVersion,   ///< No protocol version in common.
    AnotherHistory, ///< Its signed statement contradicts an earlier one.
    ServerBehind,   ///< It holds less than it once signed: restored from a copy.
    Protocol,       ///< Frames that break the grammar, the order or a limit.
    BadContent,     ///< A slice or receipt that does not verify.
    Storage,        ///< This side's own replica failed.
};

/// A blob to fetch or to send.
struct BlobJob
{
    enum class Direction { Fetch, Send };
    Direction direction = Direction::Fetch;
    base::BlobId blob;
    std::uint64_t nextChunk = 0; ///< What is there already is not moved again.
    std::uint64_t chunks = 0;    ///< 0: not known yet (Fetch).
};

/// One chunk to be stored.
struct BlobChunk
{
    base::BlobId blob;
    std::uint64_t chunk = 0;
    std::uint64_t chunks = 0;
    QByteArray bytes;
};

/// What a session asks of its driver, to be done in this order.
namespace action {
struct Send
{
    QByteArray bytes;
};
/// First contact: the replica is this city's from now on.
struct BindCity
{
    QByteArray genesis;
};
/// Answered by SyncSession::deviceProved().
struct ProveDevice
{
    QByteArray message;
};
/// Answered by SyncSession::sliceDone(), in the order asked.
struct VerifyAndApply
{
    wire::Slice slice;
};
/// Not answered: what is wrong with a preview ends nothing.
struct ShowPreview
{
    wire::Preview preview;
};
/// Answered by SyncSession::outboxReady().
struct FetchRuns
{
    qint64 maxBytes = 0;
};
struct ApplyReceipt
{
    log::Receipt receipt;
};
struct ResolveFork
{
    base::FeedId feed;
    std::uint64_t seq = 0;
};
struct Refuse
{
    base::FeedId feed;
    std::uint64_t seq = 0;
    QString reason;
};
struct SaveCheckpoint
{
    QByteArray checkpoint;
};
/// The sequencer signed this, whether it is taken or refused: compare it with what is known.
struct WitnessCheckpoint
{
    QByteArray checkpoint;
    std::vector<QByteArray> keyChain; ///< As in GREETING.
};
/// Answered by SyncSession::proofChecked().
struct CheckProof
{
    replica::ScopeProof proof;
    log::Checkpoint checkpoint;
};
/// Answered by SyncSession::blobJobsReady().
struct FetchBlobJobs
{
};
/// Answered by SyncSession::blobChunkRead().
struct ReadBlobChunk
{
    base::BlobId blob;
    std::uint64_t chunk = 0;
};
/// Answered by SyncSession::blobChunkStored().
struct StoreBlobChunk
{
    BlobChunk chunk;
};
/// The server holds this chunk durably.
struct BlobChunkSent
{
    base::BlobId blob;
    std::uint64_t chunk = 0;
};
/// A blob that could not be moved: the other side does not have it or does not take it, or it is
/// not what was asked for. The rest of the jobs goes on.
struct BlobFailed
{
    BlobJob job;
};
/// The last action: what is sent goes out, then the stream ends.
struct Close
{
    EndReason reason = EndReason::Stopped;
    base::Error error;
};
} // namespace action

using Action = std::variant<
    action::Send,
    action::BindCity,
    action::ProveDevice,
    action::VerifyAndApply,
    action::ShowPreview,
    action::FetchRuns,
    action::ApplyReceipt,
    action::ResolveFork,
    action::Refuse,
    action::SaveCheckpoint,
    action::WitnessCheckpoint,
    action::CheckProof,
    action::FetchBlobJobs,
    action::ReadBlobChunk,
    action::StoreBlobChunk,
    action::BlobChunkSent,
    action::BlobFailed,
    action::Close>;

enum class SessionPhase {
    Greeting,   ///< Waiting for the server to prove itself.
    Proving,    ///< Waiting for the own device's proof.
    Welcome,    ///< HELLO is sent.
    CatchingUp, ///< Changes of before WELCOME are still missing.
    Live,
    Ended,
};

/// Where a session stands, in numbers.
struct SessionProgress
{
    SessionPhase phase = SessionPhase::Greeting;
    std::uint64_t changesIn = 0;
    std::uint64_t previewsRefused = 0; ///< Previews that could not be read.
    std::uint64_t changesOut = 0;      ///< Receipted in this session.
    std::uint64_t changesBehind = 0;   ///< Still to come, by WELCOME.
    std::uint64_t pendingChanges = 0;  ///< Not acknowledged when last asked (at least so many).
    QString putOff;         ///< Why the server did not take what is pending, as it ended.
    qint64 serverNowMs = 0; ///< The server's clock at GREETING, or 0.
    bool hub = false;
};

} // namespace spilno::sync
