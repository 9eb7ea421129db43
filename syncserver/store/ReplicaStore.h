// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "syncserver/store/ErasureJournal.h"
#include "syncserver/store/SequencerStore.h"

#include "core/replica/ReplicaDatabase.h"

#include <functional>
#include <memory>

namespace spilno::server {

/// The city's log in one SQLite file, with the journal of what was taken back beside it: passes
/// every question on to a replica's database. Owned and used by the sequencer's thread.
class ReplicaStore final : public SequencerStore
{
public:
    /// Opens the file; the errors of ReplicaDatabase::open(), NotFound when it holds no city.
    [[nodiscard]] static base::Result<std::unique_ptr<ReplicaStore>> open(
        const replica::ReplicaDatabase::Options &options);

    /// Opens `path` with all record types when called, for ServerHost::Options.
    [[nodiscard]] static std::function<base::Result<std::unique_ptr<SequencerStore>>()> opener(
        const QString &path, base::Clock &clock, base::Random &random);

    [[nodiscard]] QByteArray genesis() const override;
    [[nodiscard]] base::CityId city() const override;
    [[nodiscard]] base::PublicKey sequencerKey() const override;
    [[nodiscard]] base::Result<std::vector<replica::ScopeStatus>> scopes() const override;
    [[nodiscard]] base::Result<std::optional<replica::ScopeStatus>> scope(
        const base::ScopeId &scope) const override;
    [[nodiscard]] base::Result<bool> mayRead(
        const base::ScopeId &scope, const base::PublicKey &device) const override;
    [[nodiscard]] base::Result<std::optional<base::PersonId>> personOf(
        const base::PublicKey &device) const override;
    [[nodiscard]] base::Result<std::optional<log::FeedState>> feedState(
        const base::FeedId &feed) const override;
    [[nodiscard]] base::Result<std::optional<log::FeedState>> feedStateBefore(
        const base::FeedId &feed, std::uint64_t seq) const override;
    [[nodiscard]] base::Result<QByteArray> headerAt(
        const base::FeedId &feed, std::uint64_t seq) const override;
    [[nodiscard]] base::Result<replica::Admission> admission(const wire::Run &run) const override;
    [[nodiscard]] base::Result<std::vector<replica::SequenceOutcome>> sequence(
        const std::vector<log::VerifiedRun> &runs, qint64 recordedMs) override;
    [[nodiscard]] qint64 lastRecordedMs() const override;
    [[nodiscard]] bool erases(const log::VerifiedRun &run) const override;
    [[nodiscard]] base::Result<QByteArray> readPreview(
        const base::ScopeId &scope, int maxChanges, int maxRawBytes) const override;
    [[nodiscard]] base::Result<QByteArray> readSlice(
        const base::ScopeId &scope,
        std::uint64_t first,
        int maxChanges,
        int maxRawBytes) const override;
    [[nodiscard]] std::uint64_t treeSize() const override;
    [[nodiscard]] base::Result<log::Checkpoint> buildCheckpoint(qint64 nowMs) override;
    [[nodiscard]] base::Result<std::vector<base::Hash>> consistencyProof(
        std::uint64_t fromSize, std::uint64_t toSize) const override;
    [[nodiscard]] base::Result<std::optional<replica::ScopeProof>> scopeProof(
        const base::ScopeId &scope) const override;
    [[nodiscard]] base::Result<QByteArray> setting(const QString &name) const override;
    [[nodiscard]] base::Result<> setSetting(const QString &name, const QByteArray &value) override;
    [[nodiscard]] base::Result<std::vector<base::BlobId>> erasedBlobs() const override;
    [[nodiscard]] base::Result<> scrub() override;
    [[nodiscard]] bool owesScrub() const override;

private:
    ReplicaStore(
        std::unique_ptr<replica::ReplicaDatabase> database,
        std::optional<std::uint32_t> eraseType,
        std::optional<ErasureJournal> journal);

    /// What a restored older copy has brought back goes again; what the journal lacks is added.
    [[nodiscard]] base::Result<> matchJournal();

    std::unique_ptr<replica::ReplicaDatabase> m_database;
    std::optional<ErasureJournal> m_journal;  ///< None on a virtual disk.
    std::optional<std::uint32_t> m_eraseType; ///< None: this program knows no such type.
};

} // namespace spilno::server
