// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"
#include "core/base/Result.h"
#include "core/log/Checkpoint.h"
#include "core/log/Verifier.h"
#include "core/replica/ScopeStatus.h"
#include "core/replica/Sequencing.h"
#include "core/wire/Run.h"

#include <optional>
#include <vector>

namespace spilno::server {

/// Where a city's log lies: what the sequencer needs of a database and nothing else. Owned and used
/// by the sequencer's thread alone. ReplicaStore is the SQLite one.
class SequencerStore
{
public:
    virtual ~SequencerStore() = default;

    [[nodiscard]] virtual QByteArray genesis() const = 0;
    [[nodiscard]] virtual base::CityId city() const = 0;
    /// The sequencer key in force.
    [[nodiscard]] virtual base::PublicKey sequencerKey() const = 0;

    [[nodiscard]] virtual base::Result<std::vector<replica::ScopeStatus>> scopes() const = 0;
    [[nodiscard]] virtual base::Result<std::optional<replica::ScopeStatus>> scope(
        const base::ScopeId &scope) const = 0;
    /// Whether a session of `device` (null: anonymous) is given the scope's values now.
    [[nodiscard]] virtual base::Result<bool> mayRead(
        const base::ScopeId &scope, const base::PublicKey &device) const = 0;
    /// Whose certified device it is; nullopt: nobody's.
    [[nodiscard]] virtual base::Result<std::optional<base::PersonId>> personOf(
        const base::PublicKey &device) const = 0;

    /// The state of a feed after its newest logged change, and before a change it holds.
    [[nodiscard]] virtual base::Result<std::optional<log::FeedState>> feedState(
        const base::FeedId &feed) const = 0;
    [[nodiscard]] virtual base::Result<std::optional<log::FeedState>> feedStateBefore(
        const base::FeedId &feed, std::uint64_t seq) const = 0;
    /// Full header bytes at (feed, seq), or empty.
    [[nodiscard]] virtual base::Result<QByteArray> headerAt(
        const base::FeedId &feed, std::uint64_t seq) const = 0;
    /// What the run would meet; no signature is checked.
    [[nodiscard]] virtual base::Result<replica::Admission> admission(
        const wire::Run &run) const = 0;

    /// Gives the runs their places in one durable transaction; one outcome for each, receipts
    /// unsigned. Busy for all when `recordedMs` is too far behind the newest recorded time.
    [[nodiscard]] virtual base::Result<std::vector<replica::SequenceOutcome>> sequence(
        const std::vector<log::VerifiedRun> &runs, qint64 recordedMs) = 0;
    /// Recorded time of the newest change; 0 before any.
    [[nodiscard]] virtual qint64 lastRecordedMs() const = 0;
    /// Whether the run takes values away, so that slices read before are no longer to be given out.
    [[nodiscard]] virtual bool erases(const log::VerifiedRun &run) const = 0;

    /// The slice from `first` on: at most `maxChanges` and about `maxRawBytes`; empty at the end.
    [[nodiscard]] virtual base::Result<QByteArray> readSlice(
        const base::ScopeId &scope, std::uint64_t first, int maxChanges, int maxRawBytes) const = 0;

    /// An encoded preview of the newest `maxChanges` at most, or empty: a store that gives none.
    [[nodiscard]] virtual base::Result<QByteArray> readPreview(
        const base::ScopeId & /*scope*/, int /*maxChanges*/, int /*maxRawBytes*/) const
    {
        return QByteArray();
    }

    [[nodiscard]] virtual std::uint64_t treeSize() const = 0;
    /// Unsigned, over everything sequenced so far.
    [[nodiscard]] virtual base::Result<log::Checkpoint> buildCheckpoint(qint64 nowMs) = 0;
    [[nodiscard]] virtual base::Result<std::vector<base::Hash>> consistencyProof(
        std::uint64_t fromSize, std::uint64_t toSize) const = 0;
    /// What the checkpoint built last proves of a scope, or nothing: a store that proves none.
    [[nodiscard]] virtual base::Result<std::optional<replica::ScopeProof>> scopeProof(
        const base::ScopeId & /*scope*/) const
    {
        return std::nullopt;
    }

    /// Small named values beside the log; an absent one is empty.
    [[nodiscard]] virtual base::Result<QByteArray> setting(const QString &name) const = 0;
    [[nodiscard]] virtual base::Result<> setSetting(
        const QString &name, const QByteArray &value) = 0;

    /// Files whose attachments were all taken back.
    [[nodiscard]] virtual base::Result<std::vector<base::BlobId>> erasedBlobs() const = 0;
    /// Makes erased bytes unfindable in the files; owed after erasures, slow.
    [[nodiscard]] virtual base::Result<> scrub() = 0;
    [[nodiscard]] virtual bool owesScrub() const = 0;
};

} // namespace spilno::server
