// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"
#include "core/replica/ScopeStatus.h"
#include "core/wire/Frames.h"
#include "core/wire/Run.h"

#include <cstdint>
#include <memory>
#include <variant>
#include <vector>

/// What happens to a PeerSession and what it wants done. Plain values, so that the same session
/// runs on a socket and in the simulation.
namespace spilno::server {

/// A scope as a session sees it.
struct ScopeState
{
    base::ScopeId scope;
    replica::ScopeKind kind = replica::ScopeKind::Content;
    std::uint64_t epoch = 0;
    std::uint64_t next = 0; ///< One past the newest position.
};

/// What a device may read now.
struct ReaderView
{
    bool certified = false;
    std::vector<ScopeState> scopes;
    bool failed = false; ///< It could not be read: nothing is said of any right.
};

/// A checkpoint and its consistency with the one of `fromSize` leaves.
struct CheckpointNews
{
    QByteArray bytes;
    std::uint64_t treeSize = 0;
    std::uint64_t fromSize = 0;
    std::vector<base::Hash> consistency;
    bool failed = false; ///< The proof could not be read: it is asked for again.
};

// ── Events ──────────────────────────────────────────────────────────────────────────────────────

struct Opened
{
};

struct Received
{
    base::ByteView bytes;
};

/// The answer to AskWelcome.
struct Welcomed
{
    ReaderView view; ///< Failed when anything of this could not be read.
    CheckpointNews checkpoint;
    std::vector<wire::FeedHead> logged;
};

/// The answer to AskView.
struct ViewRead
{
    ReaderView view;
};

/// The answer to ReadSlice; `packed` is null when there is nothing or reading failed. Of a preview,
/// `first` and `next` are those of the slice in it.
struct SliceRead
{
    base::ScopeId scope;
    std::uint64_t first = 0;
    std::uint64_t next = 0; ///< One past the last position in it.
    std::shared_ptr<const QByteArray> packed = {};
    std::uint64_t rulesNext = 0;  ///< What a client must have of the rules to fold it.
    std::uint64_t peopleNext = 0; ///< The same of the people.
    bool preview = false;
};

enum class RunVerdict : std::uint8_t { Receipt, Fork, Retry, Refused };

/// The answer to SubmitRun.
struct RunAnswered
{
    std::uint64_t token = 0;
    RunVerdict verdict = RunVerdict::Retry;
    QByteArray bytes;          ///< The signed receipt, or the header that won.
    std::uint64_t forkSeq = 0; ///< Fork.
    std::uint64_t afterMs = 0; ///< Retry.
    QString reason;            ///< Retry, Refused: base::errorCodeName.
    bool hostile = false;      ///< Refused: no honest program sends this; the session ends.
};

/// The answer to GetBlob or PutBlob. BlobDone with `stored` false: not here, or not taken.
struct BlobAnswered
{
    bool put = false; ///< Answers PutBlob.
    std::variant<wire::BlobPartFrame, wire::BlobDoneFrame> frame;
};

/// Scopes have new changes.
struct Grown
{
    std::vector<ScopeState> scopes;
};

struct CheckpointMade
{
    CheckpointNews news;
};

/// The answer to AskProofs: one for each scope.
struct ProofsRead
{
    std::vector<wire::ProofFrame> proofs;
};

/// The transport has `bytesToWrite` bytes left to send.
struct Drained
{
    qint64 bytesToWrite = 0;
};

/// About once a second.
struct Tick
{
};

/// The server stops.
struct Stopping
{
    QString detail;
};

using SessionEvent = std::variant<
    Opened,
    Received,
    Welcomed,
    ViewRead,
    SliceRead,
    RunAnswered,
    BlobAnswered,
    Grown,
    CheckpointMade,
    ProofsRead,
    Drained,
    Tick,
    Stopping>;

// ── Actions ─────────────────────────────────────────────────────────────────────────────────────

struct Send
{
    QByteArray bytes;
};

/// Send what is queued, then close. Nothing is to follow.
struct Close
{
};

struct AskWelcome
{
    base::PublicKey device; ///< Null: anonymous.
    QByteArray checkpointSeen;
    std::vector<wire::FeedHead> ownHeads;
};

struct AskView
{
    base::PublicKey device;
};

/// The newest checkpoint with a proof from `fromSize`.
struct AskCheckpoint
{
    std::uint64_t fromSize = 0;
};

/// Where these scopes stand in the newest checkpoint.
struct AskProofs
{
    base::PublicKey device; ///< Null: anonymous.
    std::vector<base::ScopeId> scopes;
};

struct ReadSlice
{
    base::ScopeId scope;
    std::uint64_t first = 0;
    int maxChanges = 0;
    int maxRawBytes = 0;
    bool preview = false; ///< The newest slice with what proves it, whatever `first` says.

    friend bool operator==(const ReadSlice &, const ReadSlice &) = default;
};

struct SubmitRun
{
    std::uint64_t token = 0;
    wire::Run run;
};

struct GetBlob
{
    wire::BlobGetFrame frame;
};

struct PutBlob
{
    base::PublicKey device;
    wire::BlobPutFrame frame;
};

/// Something for the log. `detail` holds no personal data.
struct Note
{
    bool warning = false;
    QString event;
    QString detail;
};

using SessionAction = std::variant<
    Send,
    Close,
    AskWelcome,
    AskView,
    AskCheckpoint,
    AskProofs,
    ReadSlice,
    SubmitRun,
    GetBlob,
    PutBlob,
    Note>;

using SessionActions = std::vector<SessionAction>;

} // namespace spilno::server
